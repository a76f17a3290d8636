"""How requests may arrive, and Telegram's codes and words for those that are wrong."""

import json
from typing import Any

import aiohttp
import pytest
from bareapi import Api

from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox

BUTTON = {"text": "Next", "callback_data": "n"}


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize("how", ["query", "form", "multipart", "json", "query and form"])
async def test_parameters_may_come_in_every_way_telegram_takes(api: Api, client: Client, how: str) -> None:
    ana = await client.person("Ana")
    await ana.start()
    params = {"chat_id": str(ana.id), "text": "Hola, ¿qué tal? 🙂", "reply_markup": json.dumps(keyboard(BUTTON))}
    url = f"{api.base}/SENDmessage"  # Telegram ignores the case of a method's name
    match how:
        case "query":
            request = api.session.get(url, params=params)
        case "form":
            request = api.session.post(url, data=params)
        case "multipart":
            form = aiohttp.FormData(default_to_multipart=True)
            for name, value in params.items():
                form.add_field(name, value)
            request = api.session.post(url, data=form)
        case "json":
            request = api.session.post(url, json={**params, "chat_id": ana.id, "reply_markup": keyboard(BUTTON)})
        case _:
            request = api.session.post(url, params={"chat_id": params.pop("chat_id")}, data=params)
    async with request as response:
        assert (await response.json())["ok"]
    assert (await ana.expect("¿qué tal? 🙂")).labels == ("Next",)


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("sendTelepathy", {}, "404 Not Found: method not found"),
    ("sendPoll", {}, "400 Bad Request: the sandbox does not emulate the method sendPoll"),
    ("sendMessage", {"text": "a"}, "400 Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 0}, "400 Bad Request: message text is empty"),
    ("sendMessage", {"text": ""}, "400 Bad Request: message text is empty"),
    ("sendMessage", {"text": " \n "}, "400 Bad Request: message text is empty"),
    ("sendMessage", {"text": "a" * 4097}, "400 Bad Request: message is too long"),
    ("sendMessage", {"text": "🙂" * 8193}, "400 Bad Request: text is too long"),
    ("sendMessage", {"text": "a", "chat_id": 1}, "400 Bad Request: chat not found"),
    ("sendMessage", {"text": "a", "chat_id": "@nobody"}, "400 Bad Request: chat not found"),
    (
        "sendMessage",
        {"text": "a", "txet": "b"},
        '400 Bad Request: method sendMessage has no parameter "txet" (the sandbox is strict; Telegram ignores it)',
    ),
    ("sendMessage", {"text": ["a"]}, '400 Bad Request: field "text" must be of type String'),
    (
        "sendMessage",
        {"text": "a", "disable_notification": "perhaps"},
        '400 Bad Request: field "disable_notification" must be of type Boolean',
    ),
    (
        "sendMessage",
        {"text": "a", "message_thread_id": "x"},
        '400 Bad Request: field "message_thread_id" must be a valid Number',
    ),
    ("sendMessage", {"text": "a", "message_thread_id": 5}, "400 Bad Request: message thread not found"),
    ("sendMessage", {"text": "a", "parse_mode": "BBCode"}, "400 Bad Request: unsupported parse_mode"),
    ("sendMessage", {"text": "half \ud83d pair"}, "400 Bad Request: strings must be encoded in UTF-8"),
    (
        "sendMessage",
        {"text": "a", "reply_markup": "{"},
        "400 Bad Request: can't parse reply keyboard markup JSON object",
    ),
    ("sendMessage", {"text": "a", "reply_markup": "[]"}, "400 Bad Request: object expected as reply markup"),
    (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [BUTTON]}},
        '400 Bad Request: field "inline_keyboard" must be an Array of Arrays',
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "Go"})},
        "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"callback_data": "n"})},
        "400 Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "Go", "callback_data": "ñ" * 33})},
        "400 Bad Request: BUTTON_DATA_INVALID",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "Go", "copy_text": {"text": "x" * 257}})},
        "400 Bad Request: BUTTON_COPY_TEXT_INVALID",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "Go", "url": "not an address"})},
        "400 Bad Request: inline keyboard button URL 'not an address' is invalid: Wrong HTTP URL",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_markup": keyboard({"text": "Go", "web_app": {"url": "https://example.org"}})},
        "400 Bad Request: the sandbox does not emulate buttons with web_app",
    ),
    (
        "sendMessage",
        {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "400 Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 1",
    ),
    (
        "sendMessage",
        {"text": "🙂", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
        "400 Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 1",
    ),
    (
        "sendMessage",
        {"text": "a", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
        "400 Bad Request: can't parse MessageEntity: Unsupported type specified",
    ),
    (
        "sendMessage",
        {"text": "a", "entities": [{"type": "text_link", "offset": 0, "length": 1}]},
        "400 Bad Request: can't parse MessageEntity: Can't find field \"url\"",
    ),
    (
        "sendMessage",
        {"text": "a", "reply_parameters": {"message_id": 999}},
        "400 Bad Request: message to be replied not found",
    ),
    (
        "sendMessage",
        {"text": "a", "business_connection_id": "b"},
        '400 Bad Request: the sandbox does not emulate the parameter "business_connection_id"',
    ),
    ("editMessageText", {"text": "a"}, "400 Bad Request: message identifier is not specified"),
    ("editMessageText", {"text": "a", "message_id": 999}, "400 Bad Request: message to edit not found"),
    ("editMessageText", {"text": "a", "message_id": 1}, "400 Bad Request: message can't be edited"),
    ("deleteMessage", {"message_id": 999}, "400 Bad Request: message to delete not found"),
    ("sendChatAction", {"action": "dancing"}, "400 Bad Request: wrong parameter action in request"),
    ("sendDocument", {}, "400 Bad Request: there is no document in the request"),
    ("sendDocument", {"document": "no-such-id"}, "400 Bad Request: wrong file identifier/HTTP URL specified"),
    ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "x"}]}, "400 Bad Request: REACTION_INVALID"),
    ("getFile", {"file_id": "no-such-id"}, "400 Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("leaveChat", {}, "400 Bad Request: chat member status can't be changed in private chats"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("method", "params", "words"), WRONG, ids=lambda value: str(value)[:60])
async def test_wrong_requests_are_refused_in_telegrams_words(
    api: Api, client: Client, method: str, params: dict[str, Any], words: str
) -> None:
    ana = await client.person("Ana")
    await ana.start()
    if method not in ("sendPoll", "getFile", "answerCallbackQuery") and "chat_id is empty" not in words:
        params = {"chat_id": ana.id, **params}
    assert await api.error(method, **params) == words


async def test_an_edit_that_changes_nothing_is_refused(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await ana.start()
    sent = await api.ok("sendMessage", chat_id=ana.id, text="same", reply_markup=keyboard(BUTTON))
    where = {"chat_id": ana.id, "message_id": sent["message_id"]}
    assert "message is not modified" in await api.error(
        "editMessageText", **where, text="same", reply_markup=keyboard(BUTTON)
    )
    assert "message is not modified" in await api.error(
        "editMessageReplyMarkup", **where, reply_markup=keyboard(BUTTON)
    )
    edited = await api.ok("editMessageText", **where, text="same")
    assert "reply_markup" not in edited, "an edit without buttons takes them away"


async def test_a_wrong_token_opens_nothing(api: Api, sandbox: Sandbox) -> None:
    async with api.session.get(f"{sandbox.url}/bot1:wrong/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_a_body_that_is_no_json_object_is_refused(api: Api) -> None:
    headers = {"Content-Type": "application/json"}
    for body in (b"{", b"[]", b'"text"', b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}", b"\xff\xfe"):
        async with api.session.post(f"{api.base}/getMe", data=body, headers=headers) as response:
            assert response.status == 400


async def test_a_document_can_be_sent_fetched_and_sent_again(api: Api, client: Client, sandbox: Sandbox) -> None:
    ana = await client.person("Ana")
    await ana.start()
    form = aiohttp.FormData()
    form.add_field("chat_id", str(ana.id))
    form.add_field("document", "attach://letter")
    form.add_field("letter", b"Dear Meta", filename="letter.txt", content_type="text/plain")
    form.add_field("caption", "Your letter")
    async with api.session.post(f"{api.base}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("letter.txt", 9)
    assert (await ana.expect("Your letter")).media == "document"
    path = (await api.ok("getFile", file_id=document["file_id"]))["file_path"]
    async with api.session.get(f"{sandbox.url}/file/bot{sandbox.token}/{path}") as response:
        assert await response.read() == b"Dear Meta"
    again = await api.ok("sendDocument", chat_id=ana.id, document=document["file_id"])
    assert again["document"]["file_name"] == "letter.txt"
