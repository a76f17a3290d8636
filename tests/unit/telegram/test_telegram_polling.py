"""Long polling: nothing is acknowledged before its effect is saved, nothing is lost, order holds within a chat."""

import asyncio
import logging
from typing import Any

import pytest
from telegram_doubles import Listener, QuietSender, ScriptedApi, message, update

from bot.errors import SettingsError, StorageDown
from bot.platforms.telegram.api import Done, Me, NoAnswer, Refused
from bot.platforms.telegram.intake import Intake
from bot.platforms.telegram.polling import Polling
from bot.platforms.telegram.updates import Searched

ME = Me(id=42, username="oponte_bot")


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def api() -> ScriptedApi:
    return ScriptedApi()


@pytest.fixture
def stop() -> asyncio.Event:
    return asyncio.Event()


async def no_search(_: Searched) -> None:
    raise AssertionError("nobody searched")


@pytest.fixture
async def polling(api: ScriptedApi, listener: Listener, monkeypatch: pytest.MonkeyPatch) -> Polling:
    monkeypatch.setattr("bot.platforms.telegram.polling.LONGEST_PAUSE", 0.0)
    return Polling(api, Intake(ME, listener, QuietSender(), no_search))


async def until_heard(polling: Polling, listener: Listener, stop: asyncio.Event, wanted: int) -> None:
    """Polls until so many updates were handled, then stops."""
    listener.wanted = wanted

    async def stop_then() -> None:
        await listener.enough.wait()
        stop.set()

    await asyncio.gather(polling.run(stop), stop_then())


def chat(number: int, chat_id: int, text: str = "x") -> dict[str, Any]:
    return update(number, message={**message(text), "chat": {"id": chat_id, "type": "private"}})


async def test_d1_the_offset_moves_past_what_was_handled_and_is_told_at_the_end(
    api: ScriptedApi, polling: Polling, listener: Listener, stop: asyncio.Event
) -> None:
    api.batches += [Done([update(5), update(6)])]
    await until_heard(polling, listener, stop, 2)
    assert [arrival.update for arrival in listener.heard] == [5, 6]
    assert api.offsets[0] == 0
    assert api.offsets[-1] == 7


async def test_d2_what_the_database_could_not_take_is_not_acknowledged(
    api: ScriptedApi, polling: Polling, listener: Listener, stop: asyncio.Event
) -> None:
    listener.trouble += [StorageDown("down"), StorageDown("down"), None]
    api.batches += [Done([update(5)])]
    await until_heard(polling, listener, stop, 1)
    assert [arrival.update for arrival in listener.heard] == [5]
    assert api.offsets == [0, 6] or api.offsets == [0, 6, 6]


async def test_d1_stopping_while_the_database_is_down_leaves_the_rest_to_the_next_start(
    api: ScriptedApi, listener: Listener, stop: asyncio.Event
) -> None:
    class Down(Listener):
        async def handle(self, arrival: Any) -> None:
            if arrival.update >= 6:
                stop.set()
                raise StorageDown("down")
            await super().handle(arrival)

    api.batches += [Done([chat(5, 1), chat(6, 2), chat(7, 2), chat(8, 1)])]
    await Polling(api, Intake(ME, Down(), QuietSender(), no_search)).run(stop)
    assert api.offsets[-1] == 6


async def test_d3_an_update_that_nobody_can_handle_stops_no_other(
    api: ScriptedApi, polling: Polling, listener: Listener, stop: asyncio.Event, caplog: pytest.LogCaptureFixture
) -> None:
    listener.trouble += [ValueError("mi número es 600 000 000")]
    api.batches += [Done([update(5), update(6)])]
    await until_heard(polling, listener, stop, 1)
    assert [arrival.update for arrival in listener.heard] == [6]
    assert "update=5 error=ValueError" in caplog.text
    assert "600 000" not in caplog.text


async def test_d10_lower_numbers_after_higher_ones_are_heard(
    api: ScriptedApi, polling: Polling, listener: Listener, stop: asyncio.Event
) -> None:
    api.batches += [Done([update(900)]), Done([]), Done([update(3)])]
    await until_heard(polling, listener, stop, 2)
    assert [arrival.update for arrival in listener.heard] == [900, 3]
    assert api.offsets[:3] == [0, 901, 0]


async def test_o1_a_chat_is_served_in_order_and_a_slow_one_holds_up_no_other(
    api: ScriptedApi, stop: asyncio.Event
) -> None:
    first = asyncio.Event()
    order: list[int] = []

    class Slow(Listener):
        async def handle(self, arrival: Any) -> None:
            if arrival.update == 1:
                await first.wait()  # the other chat's update must get through meanwhile
            order.append(arrival.update)
            if arrival.update == 3:
                first.set()
            if len(order) == 3:
                stop.set()

    api.batches += [Done([chat(1, 100), chat(2, 100), chat(3, 200)])]
    await Polling(api, Intake(ME, Slow(), QuietSender(), no_search)).run(stop)
    assert order == [3, 1, 2]


async def test_d12_another_poller_is_told_apart_and_outlived(
    api: ScriptedApi, polling: Polling, listener: Listener, stop: asyncio.Event, caplog: pytest.LogCaptureFixture
) -> None:
    conflict = Refused(code=409, reason="Conflict: terminated by other getUpdates request")
    api.batches += [conflict, NoAnswer("TimeoutError"), Done([update(5)])]
    assert polling.silent_for() is None
    with caplog.at_level(logging.WARNING):
        await until_heard(polling, listener, stop, 1)
    assert "polling-conflict" in caplog.text
    silence = polling.silent_for()
    assert silence is not None
    assert silence < 90


@pytest.mark.parametrize("code", [401, 404])
async def test_a_token_that_telegram_does_not_know_ends_the_run_with_a_sentence(
    api: ScriptedApi, polling: Polling, stop: asyncio.Event, code: int
) -> None:
    api.batches += [Refused(code=code, reason="Unauthorized")]
    with pytest.raises(SettingsError, match="BOT_TOKEN"):
        await polling.run(stop)


async def test_what_is_no_update_at_all_is_counted(api: ScriptedApi, stop: asyncio.Event) -> None:
    listener = Listener()
    intake = Intake(ME, listener, QuietSender(), no_search)
    api.batches += [Done([None, {"update_id": "x"}, update(5, poll={}), update(6)])]
    await until_heard(Polling(api, intake), listener, stop, 1)
    assert intake.dropped == {"unreadable": 2, "kind": 1}


async def test_u4_a_press_is_answered_while_the_answer_is_being_thought_of(
    api: ScriptedApi, stop: asyncio.Event
) -> None:
    answered = asyncio.Event()

    class Ringing(QuietSender):
        async def acknowledge(self, callback: str) -> None:
            await super().acknowledge(callback)
            answered.set()

    class Thinking(Listener):
        async def handle(self, arrival: Any) -> None:
            await answered.wait()  # would never end if the press were answered only afterwards
            await super().handle(arrival)
            stop.set()

    sender = Ringing()

    pressed = {"id": "5", "from": {"id": 1}, "data": "t:too-late", "message": message()}
    api.batches += [Done([update(1, callback_query=pressed)])]
    await Polling(api, Intake(ME, Thinking(), sender, no_search)).run(stop)
    assert sender.answered == ["5"]


async def test_u7_a_press_of_nobodys_button_is_answered_too(api: ScriptedApi, stop: asyncio.Event) -> None:
    sender, listener = QuietSender(), Listener()
    elsewhere = {"id": "6", "from": {"id": 1}, "inline_message_id": "I1", "data": "x"}
    api.batches += [Done([update(1, callback_query=elsewhere), update(2)])]
    await until_heard(Polling(api, Intake(ME, listener, sender, no_search)), listener, stop, 1)
    assert sender.answered == ["6"]
