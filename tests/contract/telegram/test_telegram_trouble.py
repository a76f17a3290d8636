"""Networks, limits, crashes and deploys: nothing is lost, nothing comes more often than it must, in all four ways.

docs/platforms.md explains ids such as d11 in the names.
"""

import gc
import logging
import re
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from telegram_stage import SECRET, WAYS, Stage, Way, same_everywhere, staged

from bot.dialogue.brain import Brain
from bot.platforms.telegram.api import ALLOWED_UPDATES

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def quiet(request: pytest.FixtureRequest, brain: Brain, empty_database: Path) -> AsyncIterator[Stage]:
    """A stage of its own, on which the bot does not run yet."""
    async with staged(request.param, brain, empty_database, begin=False) as stage:
        yield stage


each_way = pytest.mark.parametrize("quiet", WAYS, indirect=True, ids=str)


async def said(stage: Stage, pattern: str) -> int:
    """How many messages of the bot to everybody hold this."""
    messages = [message for user in stage.people for message in await user.messages() if message.by_bot]
    return sum(bool(re.search(pattern, message.text)) for message in messages)


async def test_u1_u3_one_chats_limit_is_waited_for_and_holds_up_nobody_else(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana, ben = await stage.person(), await stage.person("Ben", "en")
        await stage.client.fault("sendMessage", "too_many", chat=ana.id, retry_after=2)
        before = time.monotonic()
        await ana.send("¿es tarde?")
        await ben.send("is it too late?")
        await ben.expect("not too late", timeout=1.9)
        await ana.expect("No, no es tarde")
        assert time.monotonic() - before >= 2.0, "sent earlier than Telegram allowed"

    await same_everywhere(stages, scenario)


@pytest.mark.parametrize("trouble", ["server_error", "bad_gateway"])
async def test_d11_what_telegram_could_not_do_is_sent_again(stages: list[Stage], trouble: str) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        if trouble == "bad_gateway":
            await stage.client.fault("sendMessage", trouble, code=502)
        else:
            await stage.client.fault("sendMessage", trouble, chat=ana.id)
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        await stage.client.settled()
        assert await said(stage, "No, no es tarde") == 1

    await same_everywhere(stages, scenario)


async def test_d11_a_lost_answer_means_at_most_one_message_too_many(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await stage.client.fault("sendMessage", "answer_lost", times=1, chat=ana.id)
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        await ana.send("/help")
        await ana.expect("Pregúntame")
        assert 1 <= await said(stage, "No, no es tarde") <= 2

    await same_everywhere(stages, scenario)


async def test_d11_an_edit_whose_answer_is_lost_is_done_again_without_harm(stages: list[Stage]) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.send("¿usan mis mensajes privados?")
        answer = await ana.expect("según Meta")
        await stage.client.fault("editMessageText", "answer_lost", chat=ana.id)
        await ana.press("Fuentes")
        assert (await ana.expect("Fuentes")).id == answer.id
        await ana.press("Respuesta corta", on=(await ana.messages())[-1])
        await ana.expect("según Meta")

    await same_everywhere(stages, scenario)


async def test_d5_an_update_that_breaks_the_bot_gets_an_apology_and_stops_nobody(
    stages: list[Stage], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.dialogue import preferences

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setitem(__import__("bot.dialogue.step", fromlist=["_COMMANDS"])._COMMANDS, "guides", broken)
    assert preferences

    async def scenario(stage: Stage) -> None:
        ana = await stage.person()
        await ana.send("/guides")
        await ana.expect(re.compile("."))
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        assert await stage.client.settled()

    await same_everywhere(stages, scenario)


@each_way
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # connections that the kill leaves open
async def test_d1_d4_killed_in_the_middle_nothing_is_lost_and_nothing_done_twice(quiet: Stage) -> None:
    people = [await quiet.person(f"P{number}", "es") for number in range(5)]
    await quiet.start()
    for person in people:
        await person.send("¿es tarde?")
    await quiet.kill()
    gc.collect()
    for person in people:
        await person.send("/help")
    await quiet.start()
    for person in people:
        await person.expect("Pregúntame")
    assert await quiet.client.settled()
    for person in people:
        texts = [message.text for message in await person.messages() if message.by_bot]
        assert 1 <= sum("No, no es tarde" in text for text in texts) <= 2
        assert sum("Pregúntame" in text and "/object" in text for text in texts) == 1


@each_way
async def test_d9_what_was_sent_while_the_bot_was_away_is_answered(quiet: Stage) -> None:
    ana = await quiet.person()
    await ana.send("¿es tarde?")
    await quiet.start()
    await ana.expect("No, no es tarde")


@each_way
async def test_d9_thirty_texts_that_waited_get_a_few_answers_and_one_explanation(
    quiet: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.dialogue.flood.STALE", timedelta(seconds=-60))  # as if they had waited for long
    ana = await quiet.person()
    for _ in range(30):
        await ana.send("¿es tarde?")
    await quiet.start()
    await ana.expect("Estuve un rato sin conexión")
    assert await quiet.client.settled()
    assert await said(quiet, "No, no es tarde") == 3


@pytest.mark.parametrize("quiet", [WAYS[0], WAYS[2]], indirect=True, ids=str)
async def test_d13_changing_the_transport_back_and_forth_loses_nothing(quiet: Stage) -> None:
    ana = await quiet.person()
    framework = quiet.way.framework
    for number, transport in enumerate(["polling", "webhook", "polling", "webhook"]):
        await ana.send("¿es tarde?" if number % 2 else "/help")
        await quiet.start(Way(framework, transport))
        await ana.expect("No, no es tarde" if number % 2 else "Pregúntame")
        await quiet.stop()
    state = [call.params.get("drop_pending_updates") for call in await quiet.client.calls()]
    assert not any(state)


@pytest.mark.parametrize("quiet", WAYS[:1], indirect=True, ids=str)
async def test_a_framework_can_be_changed_between_two_messages(quiet: Stage) -> None:
    ben = await quiet.person("Ben", "en")
    await ben.send("how do I object on Instagram?")
    await quiet.start(Way("aiogram", "polling"))
    await ben.expect("Step 1 of")
    await quiet.stop()
    await ben.send("next")
    await quiet.start(Way("ptb", "webhook"))
    await ben.expect("Step 2 of")


@each_way
async def test_u16_both_transports_ask_for_the_same_updates(quiet: Stage) -> None:
    await quiet.start()
    asked = [
        call.params["allowed_updates"]
        for method in ("getUpdates", "setWebhook")
        for call in await quiet.client.calls(method)
    ]
    listed = quiet.sandbox.world.updates.allowed
    assert listed == set(ALLOWED_UPDATES)
    assert asked or quiet.way.transport == "polling"


@pytest.mark.parametrize("quiet", [WAYS[1], WAYS[3]], indirect=True, ids=str)
async def test_w1_a_stranger_at_the_webhook_is_refused_and_changes_nothing(quiet: Stage) -> None:
    await quiet.start()
    url = quiet.sandbox.world.courier.webhook
    assert url is not None
    forged = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "/start"}}
    async with aiohttp.ClientSession() as http:
        for secret in ("", "wrong", "ñandú", SECRET + "x"):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
            async with http.post(url.url, json=forged, headers=headers) as response:
                assert response.status == 401
    assert not await quiet.client.calls("sendMessage")


async def test_w4_no_log_line_holds_what_people_say_or_the_token(
    stages: list[Stage], caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(stage: Stage) -> None:
        ana = await stage.person("Zenobia")
        await ana.send("mi palabra secreta es zarzaparrilla")
        await ana.expect(re.compile("."))
        await ana.send_photo("otra zarzaparrilla")
        await ana.expect(re.compile("."))
        await ana.inline("zarzaparrilla")

    with caplog.at_level(logging.DEBUG, logger="bot"):
        await same_everywhere(stages, scenario)
    lines = "\n".join(record.getMessage() for record in caplog.records)
    assert "zarzaparrilla" not in lines
    assert "Zenobia" not in lines
    assert all(stage.sandbox.token not in lines for stage in stages)


REFUSED_ON_PURPOSE = re.compile(
    r"editMessageText: Bad Request: message is not modified"  # a double tap
    r"|answerCallbackQuery: Bad Request: query is too old"  # scripted
    r"|sendMessage: (Too Many Requests|Internal Server Error|Forbidden: bot was blocked)"  # scripted
)


async def test_telegram_refuses_nothing_that_was_not_meant_to_be_refused(stages: list[Stage]) -> None:
    for stage in stages:
        calls = [call for call in await stage.client.calls() if call.method != "webhook" and call.status != 200]
        refused = {f"{call.method}: {call.answer['description']}" for call in calls if isinstance(call.answer, dict)}
        assert not {each for each in refused if not REFUSED_ON_PURPOSE.match(each)}
