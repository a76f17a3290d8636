"""What Telegram sends becomes what a person did, or is dropped with the reason. docs/platforms.md explains ids such as u8."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram_doubles import message, update

from bot.events import Attached, Commanded, Left, Medium, Pressed, Returned, Wrote
from bot.platforms.telegram.api import Me
from bot.platforms.telegram.dropped import Dropped
from bot.platforms.telegram.updates import Read, Searched, read
from bot.service.ports import Inbound, MovedChat

ME = Me(id=42, username="oponte_bot")
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FROM_US = {"message_id": 3, "from": {"id": 42, "is_bot": True}, "text": "..."}


def of(**fields: Any) -> Read:
    return read(update(**fields), ME, NOW)


def event(**fields: Any) -> Any:
    arrival = of(**fields)
    assert isinstance(arrival, Inbound), arrival
    return arrival.event


def reason(**fields: Any) -> str:
    arrival = of(**fields)
    assert isinstance(arrival, Dropped), arrival
    return arrival.reason


def test_a_question_keeps_its_place_its_time_and_the_phones_language() -> None:
    arrival = of(message=message("¿Ya es tarde?"))
    assert arrival == Inbound(
        update=1,
        chat=2**40,
        source=7,
        event=Wrote(at=datetime.fromtimestamp(1_790_000_000, UTC), language_code="es", text="¿Ya es tarde?"),
    )


@pytest.mark.parametrize(
    ("text", "name", "argument"),
    [
        ("/start", "start", ""),
        ("/START topic_too-late_es", "start", "topic_too-late_es"),
        ("/ask@Oponte_Bot  is it\ntoo late?", "ask", "is it\ntoo late?"),
    ],
)
def test_commands_are_read(text: str, name: str, argument: str) -> None:
    assert (event(message=message(text)).name, event(message=message(text)).argument) == (name, argument)


def test_u8_a_command_for_another_bot_is_not_ours() -> None:
    assert reason(message=message("/start@another_bot")) == "for-another-bot"
    assert reason(message=message("/weather", chat="supergroup")) == "for-another-bot"


@pytest.mark.parametrize("text", ["/", "/ ¿cómo?", "/¿cómo?", "//", "/start_" + "x" * 40])
def test_what_only_looks_like_a_command_is_a_text(text: str) -> None:
    assert isinstance(event(message=message(text)), Wrote)


@pytest.mark.parametrize("payload", ["a", "=", "%", "ñ", "x" * 500, "\u202e", "guide_object-instagram_es extra"])
def test_d6_any_payload_of_start_is_only_text(payload: str) -> None:
    assert event(message=message(f"/start {payload}")) == Commanded(
        at=datetime.fromtimestamp(1_790_000_000, UTC), language_code="es", name="start", argument=payload
    )


def test_in_a_group_only_what_is_addressed_to_the_bot_is_heard() -> None:
    assert reason(message=message("hola a todos", chat="supergroup")) == "not-addressed"
    assert event(message=message("y en WhatsApp?", chat="supergroup", reply_to_message=FROM_US)).group
    assert event(message=message("@Oponte_bot, ¿es tarde?", chat="supergroup")).text == "¿es tarde?"
    assert event(message=message("oye @oponte_bot ¿es tarde?", chat="supergroup")).text == "oye ¿es tarde?"
    assert event(message=message("@oponte_bot", chat="supergroup")).name == "ask"
    assert event(message=message("/ask ¿es tarde?", chat="supergroup")).argument == "¿es tarde?"


def test_another_name_that_begins_like_ours_is_not_a_mention() -> None:
    assert reason(message=message("@oponte_bot2 hola", chat="supergroup")) == "not-addressed"
    assert reason(message=message("ana@oponte_bot.org", chat="supergroup")) == "not-addressed"


def test_the_topic_of_a_forum_is_kept_but_a_reply_thread_is_none() -> None:
    topic = message("/ask x", chat="supergroup", message_thread_id=99, is_topic_message=True)
    thread = message("/ask x", chat="supergroup", message_thread_id=99)
    assert [arrival.thread for arrival in (of(message=topic), of(message=thread)) if isinstance(arrival, Inbound)] == [
        99,
        None,
    ]


def test_u8_an_anonymous_administrator_is_a_person() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    asked = message("/ask x", chat="supergroup", sender_chat={"id": -5, "type": "supergroup"}, **{"from": anonymous})
    assert event(message=asked).language_code is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"text": None, "new_chat_members": [{"id": 42}]}, "service"),
        ({"text": None, "pinned_message": FROM_US}, "service"),
        ({"text": None, "forum_topic_created": {"name": "x"}}, "service"),
        ({"from": {"id": 5, "is_bot": True, "first_name": "Bot"}}, "bot"),
        ({"is_automatic_forward": True}, "bot"),
        ({"via_bot": {"id": 42, "is_bot": True}}, "own-inline-answer"),
        ({"chat": "channel"}, "channel"),
    ],
)
def test_what_nobody_said_to_us_is_dropped(changes: dict[str, Any], why: str) -> None:
    assert reason(message=message(**changes)) == why


def test_channel_posts_and_unknown_updates_are_dropped_u15() -> None:
    assert reason(channel_post=message(chat="channel")) == "kind"
    assert reason(from_the_future={"x": 1}) == "kind"


@pytest.mark.parametrize(
    ("key", "medium"),
    [
        ("voice", Medium.VOICE),
        ("photo", Medium.PHOTO),
        ("video_note", Medium.VIDEO),
        ("sticker", Medium.STICKER),
        ("document", Medium.DOCUMENT),
        ("venue", Medium.LOCATION),
        ("dice", Medium.OTHER),
    ],
)
def test_what_is_not_text_is_named(key: str, medium: Medium) -> None:
    arrived = event(message=message(None, **{key: {}}))
    assert isinstance(arrived, Attached)
    assert arrived.medium is medium


def test_the_caption_of_a_photo_is_a_question() -> None:
    assert event(message=message(None, photo=[{}], caption="¿Usan esta foto?")).text == "¿Usan esta foto?"


def test_u9_an_edited_message_is_an_edited_question_and_an_edited_command_is_not_done_again() -> None:
    assert event(edited_message=message("¿y en Facebook?")).edited
    assert event(edited_message=message("/ask ¿y en Facebook?")) == Wrote(
        at=datetime.fromtimestamp(1_790_000_000, UTC), language_code="es", text="¿y en Facebook?", edited=True
    )
    assert reason(edited_message=message("/forget")) == "edited-command"
    assert reason(edited_message=message(None, location={})) == "service"


def test_u6_a_press_on_a_message_out_of_reach_has_no_anchor() -> None:
    pressed = {"id": "5", "from": {"id": 1, "language_code": "en"}, "data": "t:too-late"}
    gone = {"message_id": 9, "date": 0, "chat": {"id": 2**40, "type": "private"}}
    arrival = of(callback_query={**pressed, "message": gone})
    assert arrival == Inbound(
        update=1, chat=2**40, callback="5", event=Pressed(at=NOW, language_code="en", action="t:too-late")
    )
    there = of(callback_query={**pressed, "message": {**gone, "date": 1}})
    assert isinstance(there, Inbound)
    assert there.anchor == 9


def test_a_press_that_belongs_to_no_chat_is_still_answered() -> None:
    assert of(callback_query={"id": "5", "from": {"id": 1}, "inline_message_id": "I1", "data": "x"}) == Dropped(
        "press-elsewhere", update=1, callback="5"
    )


def _standing(old: str, new: str, kind: str = "private", **more: Any) -> dict[str, Any]:
    chat = {"id": 2**40, "type": kind}
    return {
        "chat": chat,
        "from": {"id": 1, "language_code": "es"},
        "old_chat_member": {"status": old},
        "new_chat_member": {"status": new, **more},
    }


def test_u13_blocking_and_coming_back_are_told() -> None:
    assert isinstance(event(my_chat_member=_standing("member", "kicked")), Left)
    assert isinstance(event(my_chat_member=_standing("kicked", "member")), Returned)
    assert event(my_chat_member=_standing("left", "member", "group")).group
    assert reason(my_chat_member=_standing("member", "administrator", "group")) == "standing"
    assert isinstance(event(my_chat_member=_standing("member", "restricted", "supergroup", is_member=False)), Left)
    assert reason(my_chat_member=_standing("left", "administrator", "channel")) == "channel"


def test_o8_both_signals_of_a_migration_tell_the_same() -> None:
    to = message(None, chat="group", migrate_to_chat_id=-1002)
    into = message(None, chat="supergroup", migrate_from_chat_id=-5)
    assert of(message={**to, "chat": {"id": -5, "type": "group"}}) == MovedChat(update=1, old=-5, new=-1002)
    assert of(message={**into, "chat": {"id": -1002, "type": "supergroup"}}) == MovedChat(update=1, old=-5, new=-1002)


def test_an_inline_query_is_a_search() -> None:
    query = {"id": "77", "from": {"id": 1, "language_code": "es"}, "query": "fotos", "offset": ""}
    assert of(inline_query=query) == Searched(update=1, query="77", text="fotos", language_code="es")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
SHAPED = st.fixed_dictionaries(
    {"update_id": st.integers()},
    optional={
        name: JSON | st.dictionaries(st.sampled_from(["chat", "from", "text", "id", "data", "message", "date"]), JSON)
        for name in ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
    },
)


@given(st.one_of(JSON, SHAPED))
def test_d5_no_update_can_make_reading_fail(anything: object) -> None:
    assert read(anything, ME, NOW) is not None
