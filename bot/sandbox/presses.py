"""Buttons and inline mode from the person's side: presses, queries and choices, each waiting for the bot's answer."""

from bot.sandbox.errors import ControlError
from bot.sandbox.model import Chat, ChatKind, Json, Person
from bot.sandbox.people import Place, post
from bot.sandbox.world import InlineQuestion, Press, World

PRESS_LIFETIME = 150
INLINE_LIFETIME = 30
FIRST_ID = 4_000_000_000_000_000_000  # ids of queries are texts of long numbers


def find_button(message: Json, label: str | None, data: str | None) -> Json:
    """The button with this label, or this callback data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if (label is not None and button["text"] == label) or (
            data is not None and button.get("callback_data") == data
        ):
            return dict(button)
    there = ", ".join(button["text"] for row in rows for button in row) or "none"
    raise ControlError(f"The message has no such button; its buttons: {there}.")


def press(world: World, person: Person, chat: Chat, message_id: int, label: str | None, data: str | None) -> Json:
    """Presses a button; `press` in the result is what answerCallbackQuery will be matched with."""
    message = chat.messages.get(message_id)
    if message is None:
        raise ControlError("The message is not there any more.")
    if person.id not in chat.members:
        raise ControlError(f"{person.first_name} is not in this chat.")
    button = find_button(message, label, data)
    for key in ("url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat"):
        if key in button:
            return {"button": button}
    if "callback_data" not in button:
        return {"button": button}
    return {"button": button, "press": _query(world, person, chat, message, button["callback_data"]).id}


def press_stale(world: World, person: Person, chat: Chat, message_id: int, data: str) -> Json:
    """A press that comes from a message the bot cannot reach, or with data of an older version."""
    message = chat.messages.get(message_id, {"message_id": message_id})
    return {"press": _query(world, person, chat, message, data).id}


def _query(world: World, person: Person, chat: Chat, message: Json, data: str) -> Press:
    pressed = world.remember_press(
        Press(id=str(FIRST_ID + world.next_id()), person=person, chat_id=chat.id, at=world.now())
    )
    query: Json = {"id": pressed.id, "from": person.user(), "chat_instance": str(FIRST_ID - chat.id), "data": data}
    if "via_bot" in message:
        query["inline_message_id"] = inline_id(chat, message["message_id"])
    elif message["message_id"] in chat.forgotten or message["message_id"] not in chat.messages:
        query["message"] = {"chat": chat.wire(), "message_id": message["message_id"], "date": 0}
    else:
        query["message"] = message
    world.events.add("press", chat=chat.id, message_id=message["message_id"], press=pressed.id, person=person.id)
    world.updates.push("callback_query", query, f"user:{person.id}", PRESS_LIFETIME)
    return pressed


def inline_id(chat: Chat, message_id: int) -> str:
    """The id under which the bot can edit a message that was sent through it."""
    return f"I{chat.id}.{message_id}"


def ask_inline(world: World, person: Person, chat: Chat, query: str, offset: str) -> InlineQuestion:
    """Types `@bot query` in a chat."""
    if not world.bot.inline:
        raise ControlError("Inline mode is off for this bot.")
    if len(query) > 256:
        raise ControlError("An inline query has at most 256 characters.")
    question = world.remember_inline(
        InlineQuestion(id=str(FIRST_ID + world.next_id()), person=person, query=query, at=world.now())
    )
    payload: Json = {"id": question.id, "from": person.user(), "query": query, "offset": offset}
    payload["chat_type"] = "sender" if chat.kind is ChatKind.PRIVATE else chat.kind.value
    world.updates.push("inline_query", payload, f"user:{person.id}", INLINE_LIFETIME)
    return question


def choose_inline(world: World, person: Person, place: Place, question_id: str, result_id: str) -> Json:
    """Sends one of the results into the chat, in the person's name."""
    question = world.inline.get(question_id)
    results = question.answer["results"] if question is not None and question.answer is not None else []
    result = next((result for result in results if result["id"] == result_id), None)
    if question is None or result is None:
        raise ControlError("There is no such inline result.")
    content = result["input_message_content"]
    message: Json = {"via_bot": world.bot.user(), "text": content["message_text"]}
    if content["entities"]:
        message["entities"] = content["entities"]
    if "reply_markup" in result:
        message["reply_markup"] = result["reply_markup"]
    sent = post(world, person, place, message)
    chosen: Json = {"result_id": result_id, "from": person.user(), "query": question.query}
    if "reply_markup" in result:
        chosen["inline_message_id"] = inline_id(place.chat, sent["message_id"])
        world.remember_inline_message(chosen["inline_message_id"], place.chat.id, sent["message_id"])
    if world.bot.inline_feedback:
        world.updates.push("chosen_inline_result", chosen, f"user:{person.id}")
    return sent
