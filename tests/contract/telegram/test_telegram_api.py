"""Both frameworks tell the same of the same answer: done, refused, not sent, or nobody knows."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiogram import Bot as AiogramBot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.ext import Defaults, ExtBot
from telegram_stage import USERNAME, free_port

from bot.messages import Document
from bot.platforms.telegram import via_aiogram, via_ptb
from bot.platforms.telegram.api import ALLOWED_UPDATES, Answer, Api, Done, NoAnswer, NotSent, Refused
from bot.sandbox.client import Client, User
from bot.sandbox.server import Sandbox, running

OPENED = {"aiogram": via_aiogram.opened, "ptb": via_ptb.opened}


class Both:
    """The same request through both frameworks."""

    def __init__(self, client: Client, apis: dict[str, Api], ana: User, sandbox: Sandbox) -> None:
        self.client, self.apis, self.ana = client, apis, ana
        self.url, self.token = sandbox.api_url, sandbox.token

    async def call(self, method: str, fields: dict[str, Any], fault: dict[str, Any] | None = None) -> Answer:
        """The answer that both give, its wording aside."""
        answers = {}
        for framework, api in self.apis.items():
            if fault:
                await self.client.fault(method, **fault)
            answers[framework] = await api.call(method, fields)
        first, second = (_without_words(answer) for answer in answers.values())
        assert first == second, answers
        return answers["aiogram"]


def _without_words(answer: Answer) -> Answer:
    match answer:
        case Refused():
            return replace(answer, reason="")
        case NotSent() | NoAnswer():
            return type(answer)("")
        case Done():
            return Done(None)  # PTB writes defaults into what Telegram left out


@asynccontextmanager
async def _both() -> AsyncIterator[Both]:
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(running(username=USERNAME))
        client = await stack.enter_async_context(Client(sandbox.url))
        apis: dict[str, Api] = {
            name: await stack.enter_async_context(opened(sandbox.token, sandbox.api_url))
            for name, opened in OPENED.items()
        }
        ana = await client.person("Ana", language="es")
        await ana.start()
        yield Both(client, apis, ana, sandbox)


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    async with _both() as made:
        yield made


async def test_a_message_comes_back_as_telegram_wrote_it(both: Both) -> None:
    answer = await both.call(
        "sendMessage",
        {
            "chat_id": both.ana.id,
            "text": "👋 hola",
            "entities": [{"type": "bold", "offset": 3, "length": 4}],
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"inline_keyboard": [[{"text": "Más", "callback_data": "m:x"}]]},
        },
    )
    assert isinstance(answer, Done)
    assert answer.result["text"] == "👋 hola"
    assert answer.result["from"]["is_bot"]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"kind": "too_many", "retry_after": 7}, Refused(code=429, reason="", retry_after=7.0)),
        ({"kind": "forbidden"}, Refused(code=403, reason="")),
        ({"kind": "unauthorized"}, Refused(code=401, reason="")),
        ({"kind": "bad_request"}, Refused(code=400, reason="")),
        ({"kind": "server_error"}, NotSent("")),
        ({"kind": "server_error", "code": 502}, NotSent("")),
        ({"kind": "bad_gateway"}, NotSent("")),
        ({"kind": "dropped"}, NoAnswer("")),
        ({"kind": "answer_lost"}, NoAnswer("")),
    ],
    ids=lambda value: value.get("kind") if isinstance(value, dict) else None,
)
async def test_d11_u1_every_trouble_has_one_name(both: Both, fault: dict[str, Any], expected: Answer) -> None:
    answer = await both.call("sendMessage", {"chat_id": both.ana.id, "text": "x"}, fault)
    assert _without_words(answer) == expected


async def test_o8_a_migrated_group_tells_where_it_went(both: Both) -> None:
    group = await both.client.group("Vecinos", [both.ana])
    moved = await group.migrate()
    answer = await both.call("sendMessage", {"chat_id": group.id, "text": "x"})
    assert isinstance(answer, Refused)
    assert answer.moved_to == moved.id


@pytest.mark.parametrize("framework", OPENED)
async def test_d11_where_nobody_listens_nothing_was_sent(framework: str) -> None:
    async with OPENED[framework]("42:0123456789abcdef", f"http://127.0.0.1:{free_port()}") as api:
        assert isinstance(await api.call("getMe", {}), NotSent)
        assert isinstance(await api.updates(0, 0), NotSent)


@pytest.mark.parametrize("framework", OPENED)
async def test_a_file_arrives_as_text_with_its_name(framework: str) -> None:
    async with _both() as made:
        letter = Document(name="carta.txt", content="Señores: ¿qué tal?\n")
        answer = await made.apis[framework].call("sendDocument", {"chat_id": made.ana.id, "caption": "Carta"}, letter)
        assert isinstance(answer, Done)
        assert answer.result["document"]["file_name"] == "carta.txt"
        assert answer.result["document"]["file_size"] == len(letter.content.encode())


@pytest.mark.parametrize("framework", OPENED)
async def test_updates_come_as_telegram_wrote_them(framework: str) -> None:
    async with _both() as made:
        await made.ana.send("hola")
        answer = await made.apis[framework].updates(0, 0)
        assert isinstance(answer, Done)
        assert [update["message"]["text"] for update in answer.result] == ["/start", "hola"]
        again = await made.apis[framework].updates(answer.result[-1]["update_id"] + 1, 0)
        assert again == Done([])
        assert (await made.client.state())["bot"]
        last = (await made.client.calls("getUpdates"))[-1]
        assert all(kind in str(last.params["allowed_updates"]) for kind in ALLOWED_UPDATES)


async def test_everything_else_the_bot_asks_for_is_understood_by_both(both: Both) -> None:
    for method, fields in (
        ("getMe", {}),
        ("getWebhookInfo", {}),
        ("deleteWebhook", {}),
        ("getMyCommands", {"language_code": "es"}),
        ("setMyCommands", {"commands": [{"command": "help", "description": "x"}], "language_code": "es"}),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "x"}], "scope": {"type": "chat", "chat_id": both.ana.id}},
        ),
        ("setMyName", {"name": "Oponte", "language_code": "es"}),
        ("getMyName", {"language_code": "es"}),
        ("setMyDescription", {"description": "x"}),
        ("getMyDescription", {}),
        ("setMyShortDescription", {"short_description": "x"}),
        ("getMyShortDescription", {}),
    ):
        assert isinstance(await both.call(method, fields), Done), method


@asynccontextmanager
async def _with_defaults(framework: str, token: str, url: str) -> AsyncIterator[Api]:
    """An Api on a Bot whose owner has set a parse mode for everything."""
    if framework == "aiogram":
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        async with AiogramBot(token, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
            yield via_aiogram.AiogramApi(bot)
    else:
        async with ExtBot(token, base_url=f"{url}/bot", defaults=Defaults(parse_mode="HTML")) as ptb:
            yield via_ptb.PtbApi(ptb)


@pytest.mark.parametrize("framework", OPENED)
async def test_u12_the_parse_mode_of_a_hosts_bot_does_not_touch_our_texts(framework: str) -> None:
    text = "1 < 2 <b>&amp;"
    async with _both() as made, _with_defaults(framework, made.token, made.url) as api:
        await made.client.bot(inline=True)
        sent = await api.call("sendMessage", {"chat_id": made.ana.id, "text": text})
        assert isinstance(sent, Done)
        assert sent.result["text"] == text
        edited = {"chat_id": made.ana.id, "message_id": sent.result["message_id"], "text": text + "!"}
        assert isinstance(await api.call("editMessageText", edited), Done)
        seen = await made.apis[framework].updates(0, 0)
        assert isinstance(seen, Done)
        asking = asyncio.create_task(made.ana.inline("x"))
        call = await made.apis[framework].updates(seen.result[-1]["update_id"] + 1, 10)
        assert isinstance(call, Done)
        query = call.result[0]["inline_query"]["id"]
        article = {"type": "article", "id": "1", "title": "x", "input_message_content": {"message_text": text}}
        assert isinstance(await api.call("answerInlineQuery", {"inline_query_id": query, "results": [article]}), Done)
        assert [result.text for result in await asking] == [text]
