"""What the chaos tests share: bots as real processes, a crowd that asks, and what a serial replay says they must hear.

A crowd is done when every chat holds what the pure engine says to the same texts, one after the other. So "nothing lost",
"nothing out of order" and "state as if nothing had happened" are one comparison.
"""

import asyncio
import os
import random
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from bot.dialogue.brain import Brain
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.events import Wrote
from bot.platforms.telegram.markup import formatted
from bot.sandbox.model import Person
from bot.sandbox.people import Place, say
from bot.sandbox.server import Sandbox
from bot.sandbox.traffic import Call

LONGEST = 60.0  # seconds after which a crowd that has not got its answers never will
TALKS = {
    "es": ("hola", "como me opongo en instagram", "¿leen mis mensajes privados?", "dónde íbamos", "y en whatsapp?"),
    "en": ("hello", "how do I object on facebook?", "is it too late?", "where were we", "and on whatsapp?"),
}


class Crowd:
    """People who ask without waiting for answers."""

    def __init__(self, sandbox: Sandbox, brain: Brain, count: int) -> None:
        self.calls = 0
        self._world = sandbox.world
        self._brain = brain
        self._people: list[Person] = []
        self._expected: dict[int, list[str]] = {}
        self.join(count)
        self._states: dict[int, State] = {}
        self._changed = asyncio.Event()
        self._marks: list[tuple[int, Callable[[], None]]] = []
        told = self._world.traffic.on_add

        def seen(call: Call) -> None:
            if call.method in {"sendMessage", "editMessageText"}:
                self.calls += 1
                for mark in [mark for mark in self._marks if mark[0] <= self.calls]:
                    self._marks.remove(mark)
                    mark[1]()
                self._changed.set()
            if told is not None:
                told(call)

        self._world.traffic.on_add = seen

    def join(self, count: int) -> list[Person]:
        """More people, who speak Spanish and English by turns."""
        known = len(self._people)
        new = [
            self._world.add_person(f"P{number}", language=("es", "en")[number % 2])
            for number in range(known, known + count)
        ]
        self._people += new
        self._expected |= {person.id: [] for person in new}
        return new

    def ask(self, first: int, last: int, people: Sequence[Person] | None = None) -> None:
        """Everybody, or these people, say the texts from number `first` to before `last`."""
        for number in range(first, last):
            for person in people or self._people:
                self._say(person, TALKS["es" if person.language == "es" else "en"][number])

    def _say(self, person: Person, text: str) -> None:
        event = Wrote(at=datetime.now(UTC), language_code=person.language, text=text)
        result = step(self._brain, self._states.get(person.id, State()), event)
        self._states[person.id] = result.state
        self._expected[person.id] += [formatted(message.text)[0] for message in result.messages]
        say(self._world, person, Place(chat=self._world.chats[person.id]), text)

    @property
    def wanted(self) -> int:
        """How many messages they must hear in all."""
        return sum(map(len, self._expected.values()))

    def heard(self, person: int) -> list[str]:
        """What the bot said to somebody."""
        messages = self._world.chats[person].messages.values()
        return [str(each["text"]) for each in messages if each["from"]["id"] == self._world.bot.id]

    def at_call(self, number: int) -> asyncio.Event:
        """Set when the bot has sent so many messages, while it still waits for the answer to the last one."""
        event = asyncio.Event()
        self._marks.append((number, event.set))
        return event

    async def answered(self, within: float = LONGEST) -> int:
        """Waits until all heard what a serial replay says, in its order; returns how many heard something twice."""
        try:
            async with asyncio.timeout(within):
                while any(_once(self.heard(person)) != wanted for person, wanted in self._expected.items()):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            for person, wanted in self._expected.items():
                assert _once(self.heard(person)) == wanted, "lost, or out of order"
        return sum(len(self.heard(person)) - len(wanted) for person, wanted in self._expected.items())


def _once(texts: Iterable[str]) -> list[str]:
    """Texts without immediate repetitions: a message that was sent twice stands beside itself."""
    return [text for text, _ in groupby(texts)]


class Bot:
    """`python -m bot run` as a process of its own, which can be killed and started again."""

    def __init__(self, sandbox: Sandbox, root: Path, log: Path, url: str, **environment: str) -> None:
        self._root = root
        self._log = log
        self._environment = {
            **os.environ,
            "BOT_TOKEN": sandbox.token,
            "BOT_API_URL": sandbox.api_url,
            "DATABASE_URL": url,
            "CACHE_DIR": str(root / "var"),
            "SENDS_PER_SECOND": "300",
            **environment,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Starts it."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=self._root, env=self._environment, stdout=log, stderr=log
            )

    async def kill(self) -> None:
        """SIGKILL: no handler runs, nothing is flushed."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def end(self) -> None:
        """SIGTERM, as a host stops a process."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()


@asynccontextmanager
async def running_bots(*bots: Bot) -> AsyncIterator[None]:
    """The bots for the time of the block; whatever happens, none of them outlives it."""
    try:
        for bot in bots:
            await bot.start()
        yield
    finally:
        await asyncio.gather(*(bot.end() for bot in bots))


def moments(seed: int, count: int, most: int) -> list[int]:
    """Random numbers of calls, in order, at which something is to happen."""
    return sorted(random.Random(seed).sample(range(2, most), count))
