"""Everything that can die, dies under load: real processes, real HTTP, and each time the same invariant.

The invariant: every question gets its answer, in the order of the chat, as in a serial replay of the same texts through
the pure engine; a reply comes twice only where the answer to its sending was lost.
"""

from pathlib import Path

import pytest
from chaos import Bot, Crowd, moments, running_bots

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.server import running
from bot.storage.schema import upgrade


@pytest.fixture
async def database(tmp_path: Path) -> str:
    """A SQLite database with its tables."""
    url = f"sqlite+aiosqlite:///{tmp_path}/oponte.db"
    await upgrade(url)
    return url


@pytest.mark.parametrize("framework", ["aiogram", "ptb"])
async def test_killed_at_random_moments(
    brain: Brain, root: Path, tmp_path: Path, database: str, framework: str
) -> None:
    """SIGKILL in the middle of a send, twice: at most the sends that were in flight are repeated."""
    async with running() as sandbox:
        crowd = Crowd(sandbox, brain, 16)
        bot = Bot(sandbox, root, tmp_path / "log", database, BOT_FRAMEWORK=framework)
        crowd.ask(0, 4)
        async with running_bots(bot):
            for moment in moments(seed=len(framework), count=2, most=crowd.wanted):
                await crowd.at_call(moment).wait()
                await bot.kill()
                await bot.start()
            crowd.ask(4, 5)
            repeated = await crowd.answered()
        assert repeated <= 2 * 16, "in each chat at most one message was in flight at each kill"


async def test_sends_that_fail_and_answers_that_get_lost(
    brain: Brain, root: Path, tmp_path: Path, database: str
) -> None:
    """Refused for a while, cut off, gone astray: all arrive, and twice only those whose answer was lost."""
    lost = 5
    async with running() as sandbox, Client(sandbox.url) as client:
        crowd = Crowd(sandbox, brain, 10)
        faults = sandbox.world.faults
        faults.add(Fault(kind=FaultKind.TOO_MANY, method="sendMessage", times=4, after=3, retry_after=1))
        faults.add(Fault(kind=FaultKind.SERVER_ERROR, method="sendMessage", times=4, after=8))
        faults.add(Fault(kind=FaultKind.BAD_GATEWAY, method="sendMessage", times=2, after=12))
        faults.add(Fault(kind=FaultKind.ANSWER_LOST, method="sendMessage", times=lost, after=16))
        bot = Bot(sandbox, root, tmp_path / "log", database)
        async with running_bots(bot):
            await client.listening(timeout=60)
            crowd.ask(0, 4)
            repeated = await crowd.answered()
        assert repeated <= lost
