"""Fast enough for people, slow enough for the platform. Time here is the event loop's own, moved by hand."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.service.pacing import Allowance, ChatPace, Pace
from bot.service.retry import pause
from bot.service.turns import Turns


class Patient(asyncio.SelectorEventLoop):
    """A loop that never waits: when nothing else is to be done, its clock jumps to the next appointment."""

    def __init__(self) -> None:
        super().__init__(selectors.SelectSelector())
        self._now = 1000.0
        inner = self._selector.select
        self._selector.select = lambda timeout=None: self._jump(timeout) or inner(0)  # type: ignore[attr-defined]

    def time(self) -> float:
        return self._now

    def _jump(self, timeout: float | None) -> None:
        self._now += timeout or 0.0


def patiently(work: Coroutine[Any, Any, Any]) -> Any:
    with asyncio.Runner(loop_factory=Patient) as runner:
        return runner.run(work)


def test_no_second_sees_more_sends_than_allowed() -> None:
    async def sends() -> list[float]:
        pace, moments = Pace(30), []

        async def send() -> None:
            await pace.wait()
            moments.append(asyncio.get_running_loop().time())

        await asyncio.gather(*(send() for _ in range(100)))
        return moments

    moments = patiently(sends())
    assert moments[29] == 1000.0, "a burst is not held back"
    assert all(later - earlier >= 1.0 for earlier, later in zip(moments, moments[30:], strict=False))
    assert moments[-1] == pytest.approx(1003.0)


@pytest.mark.parametrize(("chat", "last"), [(2**40, 1005.0), (-100, 1015.0)])
def test_a_chat_gets_a_short_burst_and_then_one_message_after_the_other(chat: int, last: float) -> None:
    async def sends() -> float:
        pace = ChatPace()
        for _ in range(10):
            await pace.wait(chat)
        return asyncio.get_running_loop().time()

    assert patiently(sends()) == pytest.approx(last)


def test_idle_chats_are_not_remembered() -> None:
    async def sends() -> int:
        pace = ChatPace(Allowance(1, 0.001), Allowance(1, 0.001))
        for chat in range(20_000):
            await pace.wait(chat)
            await asyncio.sleep(0.001)
        return len(pace)

    assert patiently(sends()) <= 1000


async def test_turns_are_first_come_first_served_and_cost_nothing_when_idle() -> None:
    turns, order = Turns(), []

    async def take(chat: int, name: str) -> None:
        async with turns.of(chat):
            order.append(name)
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(*(take(1, name) for name in "abc"))
    assert order == list("aabbcc")
    order.clear()
    await asyncio.gather(take(1, "a"), take(2, "b"))
    assert order == list("abab"), "different chats go side by side"
    assert len(turns) == 0


async def test_a_turn_that_is_given_up_is_the_next_ones() -> None:
    turns = Turns()
    async with turns.of(1):
        waiting = [asyncio.create_task(_enter(turns)) for _ in range(3)]
        await asyncio.sleep(0)
        waiting[0].cancel()
    assert await asyncio.gather(*waiting[1:]) == [True, True]
    assert len(turns) == 0


async def _enter(turns: Turns) -> bool:
    async with turns.of(1):
        return True


def test_the_longer_it_fails_the_longer_the_pause_but_never_for_ever() -> None:
    assert [pause(failures) for failures in range(1, 5)] == [0.5, 1.0, 2.0, 4.0]
    assert pause(1000) == 30.0
