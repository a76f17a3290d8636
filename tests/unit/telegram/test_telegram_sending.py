"""One row of the outbox, and what Telegram's answer means for it."""

from typing import Any

import pytest
from telegram_doubles import Catalogs, ScriptedApi

from bot.messages import Document, Message, Press, words
from bot.platforms.telegram.api import Answer, Done, Me, NoAnswer, NotSent, Refused
from bot.platforms.telegram.sending import TelegramSender
from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable

CHAT = 2**40


@pytest.fixture
def api() -> ScriptedApi:
    return ScriptedApi()


@pytest.fixture
def sender(api: ScriptedApi, say: Catalogs) -> TelegramSender:
    return TelegramSender(api, Me(id=42, username="oponte_bot"), say)


def row(text: str = "hola", *, chat: int = CHAT, **changes: Any) -> Outgoing:
    given = {key: changes.pop(key) for key in ("anchor", "source", "thread", "attempts") if key in changes}
    return Outgoing(id=1, chat=chat, message=Message(text=words(text), **changes), **given)


def refused(code: int, reason: str = "Bad Request: x", **more: Any) -> Refused:
    return Refused(code=code, reason=reason, **more)


async def test_a_message_goes_out_without_preview_and_with_its_buttons(
    api: ScriptedApi, sender: TelegramSender
) -> None:
    assert await sender.send(row(keyboard=((Press("Más", "m:x"),),))) == Sent(1001)
    assert api.calls == [
        (
            "sendMessage",
            {
                "chat_id": CHAT,
                "text": "hola",
                "link_preview_options": {"is_disabled": True},
                "reply_markup": {"inline_keyboard": [[{"text": "Más", "callback_data": "m:x"}]]},
            },
        )
    ]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (refused(429, retry_after=7.0), Later(7.0)),
        (refused(400, moved_to=-1002), Moved(-1002)),
        (refused(403, "Forbidden: bot was blocked by the user"), Unreachable("Forbidden: bot was blocked by the user")),
        (refused(400, "Bad Request: chat not found"), Unreachable("Bad Request: chat not found")),
        (refused(400, "Bad Request: message text is empty"), Rejected("Bad Request: message text is empty")),
        (refused(500, "Internal Server Error"), Later(4.0)),
        (refused(401, "Unauthorized"), Later(4.0)),
        (NotSent("ConnectError"), Later(4.0)),
        (NoAnswer("TimeoutError"), Unknown("TimeoutError")),
    ],
)
async def test_d11_u1_every_answer_has_one_meaning(
    api: ScriptedApi, sender: TelegramSender, answer: Answer, outcome: Outcome
) -> None:
    api.will("sendMessage", answer)
    assert await sender.send(row(attempts=2)) == outcome
    assert api.methods() == ["sendMessage"]


async def test_waiting_grows_to_a_minute(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("sendMessage", *[NotSent("x")] * 9)
    waits = [await sender.send(row(attempts=attempts)) for attempts in (0, 1, 5, 6, 99)]
    assert waits == [Later(1.0), Later(2.0), Later(32.0), Later(60.0), Later(60.0)]


async def test_u5_a_message_that_is_the_same_already_counts_as_edited(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("editMessageText", refused(400, "Bad Request: message is not modified: specified new message ..."))
    assert await sender.send(row(replace=True, anchor=9)) == Sent(9)
    assert api.methods() == ["editMessageText"]


@pytest.mark.parametrize("reason", ["Bad Request: message can't be edited", "Bad Request: message to edit not found"])
async def test_u6_a_message_out_of_reach_is_sent_anew(api: ScriptedApi, sender: TelegramSender, reason: str) -> None:
    api.will("editMessageText", refused(400, reason))
    assert await sender.send(row(replace=True, anchor=9)) == Sent(1002)
    assert api.methods() == ["editMessageText", "sendMessage"]


async def test_d11_an_edit_without_an_answer_is_done_again(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("editMessageText", NoAnswer("TimeoutError"))
    assert await sender.send(row(replace=True, anchor=9)) == Later(1.0)


async def test_a_press_out_of_reach_is_answered_by_a_new_message(api: ScriptedApi, sender: TelegramSender) -> None:
    await sender.send(row(replace=True, anchor=None))
    assert api.methods() == ["sendMessage"]


async def test_in_a_group_the_answer_hangs_on_the_question_in_its_topic(
    api: ScriptedApi, sender: TelegramSender
) -> None:
    await sender.send(row(chat=-1005, source=7, thread=99))
    fields = api.calls[0][1]
    assert fields["reply_parameters"] == {"message_id": 7, "allow_sending_without_reply": True}
    assert fields["message_thread_id"] == 99


async def test_in_private_an_answer_is_no_reply(api: ScriptedApi, sender: TelegramSender) -> None:
    await sender.send(row(source=7))
    assert "reply_parameters" not in api.calls[0][1]


async def test_a_deleted_topic_does_not_swallow_the_answer(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("sendMessage", refused(400, "Bad Request: message thread not found"))
    assert await sender.send(row(chat=-1005, thread=99)) == Sent(1002)
    assert "message_thread_id" not in api.calls[1][1]


async def test_a_file_carries_its_words(api: ScriptedApi, sender: TelegramSender) -> None:
    file = Document(name="carta.txt", content="Señores:\n")
    await sender.send(row("La carta", document=file, keyboard=((Press("Otra", "w"),),)))
    assert api.documents == [file]
    (method, fields), *rest = api.calls
    assert (method, rest, fields["caption"]) == ("sendDocument", [], "La carta")
    assert "reply_markup" in fields


async def test_words_too_long_for_a_file_go_first_and_only_once(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("sendDocument", refused(429, retry_after=3.0))
    long = row("x" * 1025, document=Document(name="a.json", content="{}"), keyboard=((Press("Otra", "w"),),))
    assert await sender.send(long) == Later(3.0)
    assert await sender.send(long) == Sent(1003)
    assert api.methods() == ["sendMessage", "sendDocument", "sendDocument"]
    assert "reply_markup" not in api.calls[0][1]
    assert "reply_markup" in api.calls[2][1]


async def test_u4_an_answer_that_comes_too_late_is_nobodys_trouble(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("answerCallbackQuery", refused(400, "Bad Request: query is too old"))
    await sender.acknowledge("5")
    assert api.calls == [("answerCallbackQuery", {"callback_query_id": "5"})]


async def test_u14_a_chosen_language_shows_in_the_chats_own_menu(api: ScriptedApi, sender: TelegramSender) -> None:
    await sender.show_commands(CHAT, "es")
    method, fields = api.calls[0]
    assert method == "setMyCommands"
    assert fields["scope"] == {"type": "chat", "chat_id": CHAT}
    assert {"command": "help", "description": "Qué puedo hacer"} in fields["commands"]


async def test_in_somebody_elses_bot_the_menu_is_theirs(api: ScriptedApi, say: Catalogs) -> None:
    await TelegramSender(api, Me(id=1, username="x"), say, menus=False).show_commands(CHAT, "es")
    assert api.calls == []


async def test_documents_are_sent_as_text_of_a_message(api: ScriptedApi, sender: TelegramSender) -> None:
    api.will("sendDocument", Done(True))
    assert await sender.send(row("x", document=Document(name="a.txt", content="a"))) == Sent(None)
