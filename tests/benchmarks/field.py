"""A playing field for benchmarks: the sandbox in this process, a bot in another, and a watch on both.

Updates are put straight into the sandbox's world, so that the load costs the bot nothing. Processor time is the bot's own
process's alone, from Linux's /proc; it hardly depends on what else the machine does, while seconds of the clock do.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from bot.sandbox.client import Client
from bot.sandbox.model import Person
from bot.sandbox.people import Place, say
from bot.sandbox.server import Sandbox, running
from bot.sandbox.traffic import Call
from tests.postgres import Server

QUESTIONS = (
    "does meta read my private messages?",
    "how do I object on instagram?",
    "is it too late to object?",
    "what is the legal basis",
    "i dont have an account, can they use my photos",
    "what happens with photos of my kids",
    "¿usa meta mis fotos para entrenar su IA?",
    "como me opongo en facebook",
    "¿leen mis mensajes de whatsapp?",
    "y si rechazan mi objeción?",
    "hasta cuando puedo oponerme",
    "que datos usan",
)
SENDS = ("sendMessage", "editMessageText", "sendDocument")
LONGEST = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What one bot did."""

    name: str
    cpu_ms: float  # processor time of the bot's process for an update
    per_second: float
    p50_ms: float
    p99_ms: float


class Field:
    """A sandbox with a crowd."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world
        self.latencies: list[float] = []
        self._asked: dict[int, float] = {}
        self._answered = asyncio.Event()
        self._people = 0
        self._note = self.world.traffic.on_add
        self.world.traffic.on_add = self._seen

    def _seen(self, call: Call) -> None:
        if call.method in SENDS and call.status == 200:
            began = self._asked.pop(int(call.params["chat_id"]), None)
            if began is not None:
                self.latencies.append(time.perf_counter() - began)
            if not self._asked:
                self._answered.set()
        if self._note is not None:
            self._note(call)

    def crowd(self, count: int) -> list[Person]:
        """New people."""
        self._people += count
        return [self.world.add_person(f"P{number}", language="en") for number in range(count)]

    def ask(self, person: Person, number: int) -> None:
        """Somebody asks one of the questions; the next answer to them is waited for."""
        self._answered.clear()
        self._asked[person.id] = time.perf_counter()
        say(self.world, person, Place(chat=self.world.chats[person.id]), QUESTIONS[number % len(QUESTIONS)])

    async def answered(self) -> None:
        """Waits until everybody has an answer."""
        await asyncio.wait_for(self._answered.wait(), LONGEST)

    async def burst(self, count: int) -> float:
        """So many people ask at once; returns the seconds until all have an answer."""
        people = self.crowd(count)
        began = time.perf_counter()
        for number, person in enumerate(people):
            self.ask(person, number)
        await self.answered()
        return time.perf_counter() - began

    async def steady(self, per_second: int, seconds: float) -> list[float]:
        """People ask evenly; returns each one's wait in milliseconds."""
        people = self.crowd(int(per_second * seconds))
        self.latencies.clear()
        began = time.perf_counter()
        for number, person in enumerate(people):
            await asyncio.sleep(max(0.0, began + number / per_second - time.perf_counter()))
            self.ask(person, number)
        await self.answered()
        return sorted(1000 * each for each in self.latencies)


@asynccontextmanager
async def field() -> AsyncIterator[Field]:
    """A field for the time of the block."""
    async with running() as sandbox:
        yield Field(sandbox)


@asynccontextmanager
async def process(arguments: Sequence[str], environment: Mapping[str, str], log: Path) -> AsyncIterator[int]:
    """A bot's process for the time of the block; ended by its id."""
    with log.open("ab") as out:
        bot = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, env={**os.environ, **environment}, stdout=out, stderr=out
        )
        try:
            yield bot.pid
        finally:
            if bot.returncode is None:
                bot.terminate()
                await bot.wait()


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measured(
    name: str, on: Field, pid: int, *, updates: int = 1000, rate: int = 100, seconds: float = 5.0
) -> Figures:
    """Warms the bot up, lets a crowd ask at once, then evenly."""
    async with Client(on.sandbox.url) as client:
        await client.listening(timeout=180)  # a bot whose data changed first learns it
    await on.burst(200)
    before = cpu_seconds(pid)
    took = await on.burst(updates)
    worked = cpu_seconds(pid) - before
    waits = await on.steady(rate, seconds) if rate else [0.0]
    return Figures(
        name=name,
        cpu_ms=1000 * worked / updates,
        per_second=updates / took,
        p50_ms=statistics.median(waits),
        p99_ms=waits[int(len(waits) * 0.99)],
    )


def folder() -> tempfile.TemporaryDirectory[str]:
    """A place for a database and a log."""
    return tempfile.TemporaryDirectory(prefix="oponte-bench-")


async def fresh(server: Server, name: str) -> str:
    """The address of a new database."""
    connection = await asyncpg.connect(user="oponte", database="postgres", host=str(server.folder))
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    return server.url(name)
