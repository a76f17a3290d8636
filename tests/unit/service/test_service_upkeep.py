"""What is forgotten, and what no clock can make the bot forget."""

from datetime import timedelta
from pathlib import Path

from service_doubles import NOW, Clock

from bot.messages import Message, words
from bot.service.ports import Outgoing, Work
from bot.service.upkeep import Upkeep
from bot.storage.store import SqlStore

DAY = 24 * 3600.0


class Machine:
    """A wall clock and the time that really passes."""

    def __init__(self) -> None:
        self.wall, self.passed = Clock(), 0.0

    def live(self, hours: int) -> None:
        self.passed += hours * 3600.0
        self.wall.advance(hours=hours)


async def _chat(store: SqlStore) -> None:
    await store.commit(Work(update=1, chat=2**40, at=NOW, state="{}"), direct=False)


async def test_a_chat_is_forgotten_after_the_promised_silence(store: SqlStore) -> None:
    await _chat(store)
    machine = Machine()
    upkeep = Upkeep(store, timedelta(days=90), machine.wall, lambda: machine.passed)
    for _ in range(90 * 24):
        machine.live(1)
    assert await upkeep.once() == 0
    machine.live(1)
    assert await upkeep.once() == 1
    assert await store.stored(2**40) == {"chat": [], "outbox": []}


async def test_a_clock_that_jumps_erases_nobody(store: SqlStore) -> None:
    await _chat(store)
    machine = Machine()
    upkeep = Upkeep(store, timedelta(days=90), machine.wall, lambda: machine.passed)
    machine.wall.advance(days=400)
    for _ in range(23):
        assert await upkeep.once() == 0
        machine.live(1)
    machine.wall.advance(days=-400)
    for _ in range(30):
        assert await upkeep.once() == 0
        machine.live(1)
    assert (await store.load(2**40, 0, NOW)).state is not None


async def test_what_was_erased_is_nowhere_in_the_files(store: SqlStore, tmp_path: Path) -> None:
    trace = "unmistakable"
    work = Work(
        update=1,
        chat=2**40,
        at=NOW,
        state=f'{{"topic":"{trace}"}}',
        outgoing=(Outgoing(chat=2**40, message=Message(text=words(trace * 300))),),
    )
    await store.commit(work, direct=False)
    assert [path for path in tmp_path.iterdir() if trace.encode() in path.read_bytes()]
    await store.commit(Work(update=2, chat=2**40, at=NOW, version=1, erase=True), direct=False)
    await Upkeep(store, timedelta(days=90), Clock()).once()
    assert not [path for path in tmp_path.iterdir() if trace.encode() in path.read_bytes()]
