"""The acts of the control API by their names: reads a request's fields and calls what people and groups can do."""

from collections.abc import Callable, Mapping

from bot.sandbox import groups, people, presses
from bot.sandbox.body import Body
from bot.sandbox.errors import ControlError
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.world import World

Act = Callable[[World, Body], Json]
MAX_FILE = 20 * 1024 * 1024


def new_person(world: World, body: Body) -> Json:
    """Somebody new; without an id one is given."""
    person = world.add_person(
        body.text("name"),
        language=body.optional_text("language"),
        username=body.optional_text("username"),
        last_name=body.optional_text("last_name"),
        id=body.optional_number("id"),
    )
    return {"person": person.user()}


def new_group(world: World, body: Body) -> Json:
    """A new group; the first of `members` owns it."""
    chat = groups.found_group(
        world,
        body.text("title"),
        [_somebody(world, person_id) for person_id in body.numbers("members")],
        supergroup=body.flag("supergroup", default=False),
        forum=body.flag("forum", default=False),
        with_bot=body.flag("with_bot", default=True),
    )
    return {"chat": chat.wire()}


def set_up_bot(world: World, body: Body) -> Json:
    """What the bot's owner settles with Telegram beforehand."""
    bot = world.bot
    bot.privacy = body.flag("privacy", default=bot.privacy)
    bot.inline = body.flag("inline", default=bot.inline)
    bot.inline_feedback = body.flag("inline_feedback", default=bot.inline_feedback)
    bot.can_join_groups = body.flag("can_join_groups", default=bot.can_join_groups)
    return {"bot": bot.me()}


def put_clock_forward(world: World, body: Body) -> Json:
    """Lets time pass on Telegram's side."""
    world.skew += max(0.0, body.real("advance", 0.0))
    return {"now": world.now()}


def forget(world: World, body: Body) -> Json:
    """Makes a message too old for the bot: it stays on the phone, but cannot be edited any more."""
    _chat(world, body).forgotten.add(body.number("message"))
    return {}


def _start(world: World, body: Body) -> Json:
    return {"message": people.start(world, _person(world, body), body.text("payload", ""))}


def _send(world: World, body: Body) -> Json:
    return {"message": people.say(world, _person(world, body), _place(world, body), body.text("text"))}


def _file(world: World, body: Body) -> Json:
    data = body.data("data")
    if not 0 < len(data) <= MAX_FILE:
        raise ControlError("A file has between one byte and 20 MB.")
    stored = world.files.add(body.text("name", "file"), body.text("mime", "application/octet-stream"), data)
    extra = {
        "caption": body.text("caption", ""),
        "emoji": body.text("emoji", "👍"),
        "duration": body.number("duration", 3),
    }
    place, kind = _place(world, body), body.text("kind")
    return {"message": people.send_file(world, _person(world, body), place, kind, stored, extra)}


def _edit(world: World, body: Body) -> Json:
    person, chat = _person(world, body), _chat(world, body)
    return {"message": people.edit(world, person, chat, body.number("message"), body.text("text"))}


def _react(world: World, body: Body) -> Json:
    people.react(world, _person(world, body), _chat(world, body), body.number("message"), body.text("emoji"))
    return {}


def _press(world: World, body: Body) -> Json:
    person, chat, message_id = _person(world, body), _chat(world, body), body.number("message")
    if body.flag("stale", default=False):
        return presses.press_stale(world, person, chat, message_id, body.text("data"))
    label, data = body.optional_text("label"), body.optional_text("data")
    return presses.press(world, person, chat, message_id, label, data)


def _inline(world: World, body: Body) -> Json:
    person, chat = _person(world, body), _chat(world, body)
    return {"question": presses.ask_inline(world, person, chat, body.text("query"), body.text("offset", "")).id}


def _choose(world: World, body: Body) -> Json:
    person, place = _person(world, body), _place(world, body)
    return {"message": presses.choose_inline(world, person, place, body.text("question"), body.text("result"))}


def _block(world: World, body: Body) -> Json:
    people.block(world, _person(world, body))
    return {}


def _unblock(world: World, body: Body) -> Json:
    people.unblock(world, _person(world, body))
    return {}


def _add_bot(world: World, body: Body) -> Json:
    groups.add_bot(world, _chat(world, body), _actor(world, body))
    return {}


def _remove_bot(world: World, body: Body) -> Json:
    groups.remove_bot(world, _chat(world, body), _actor(world, body))
    return {}


def _promote_bot(world: World, body: Body) -> Json:
    groups.promote_bot(world, _chat(world, body), _actor(world, body))
    return {}


def _add_person(world: World, body: Body) -> Json:
    chat, actor = _chat(world, body), _actor(world, body)
    groups.add_person(world, chat, _somebody(world, body.number("person")), actor)
    return {}


def _open_topic(world: World, body: Body) -> Json:
    topic = groups.open_topic(world, _chat(world, body), body.text("name"), _actor(world, body))
    return {"topic": topic.id}


def _close_topic(world: World, body: Body) -> Json:
    groups.close_topic(world, _chat(world, body), body.number("topic"), _actor(world, body))
    return {}


def _migrate(world: World, body: Body) -> Json:
    return {"chat": groups.migrate(world, _chat(world, body), _actor(world, body)).wire()}


def _pin(world: World, body: Body) -> Json:
    groups.pin(world, _chat(world, body), body.number("message"), _actor(world, body))
    return {}


def _somebody(world: World, person_id: int) -> Person:
    person = world.people.get(person_id)
    if person is None:
        raise ControlError(f"Nobody has the id {person_id}.")
    return person


def _person(world: World, body: Body) -> Person:
    return _somebody(world, body.number("person"))


def _actor(world: World, body: Body) -> Person:
    """Who does it: `by`, or the first member."""
    by = body.optional_number("by")
    return _somebody(world, by if by is not None else next(iter(_chat(world, body).members)))


def _chat(world: World, body: Body) -> Chat:
    """The chat named, or the person's own with the bot."""
    chat_id = body.optional_number("chat")
    chat = world.chats.get(chat_id if chat_id is not None else body.number("person"))
    if chat is None:
        raise ControlError("There is no such chat.")
    return chat


def _place(world: World, body: Body) -> people.Place:
    return people.Place(
        chat=_chat(world, body), topic=body.optional_number("topic"), reply_to=body.optional_number("reply_to")
    )


PERSON_ACTS: Mapping[str, Act] = {
    "start": _start,
    "send": _send,
    "file": _file,
    "edit": _edit,
    "react": _react,
    "press": _press,
    "inline": _inline,
    "choose": _choose,
    "block": _block,
    "unblock": _unblock,
}
GROUP_ACTS: Mapping[str, Act] = {
    "add_bot": _add_bot,
    "remove_bot": _remove_bot,
    "promote_bot": _promote_bot,
    "add_person": _add_person,
    "open_topic": _open_topic,
    "close_topic": _close_topic,
    "migrate": _migrate,
    "pin": _pin,
}
