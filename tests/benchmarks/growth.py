"""Whether an update takes longer among a million chats than among a thousand, and whether memory grows over many updates.

`python -m tests.benchmarks.growth [--chats N] [--updates N]`: the store and the delivery with a sender that answers at once,
without platform and brain, so that nothing hides what the database takes.
"""

import argparse
import asyncio
import random
import resource
import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, insert

from bot.messages import Message, words
from bot.service.ports import Outgoing, Sent, Work
from bot.storage.engine import connect
from bot.storage.schema import upgrade
from bot.storage.store import SqlStore, opened
from bot.storage.tables import CHAT
from tests.benchmarks.field import folder, fresh
from tests.postgres import server

STATE = (
    '{"language":"es","topic":"private-messages","options":["a","b","c"],"place":{"guide":"object-instagram","step":3}}'
)
FIRST = 2**40
BATCH = 5000
WARM = 1000  # updates before those that count


async def fill(url: str, begin: int, end: int) -> None:
    """Puts chats number `begin` to `end` into the table."""
    database = connect(url)
    seen = datetime.now(UTC)
    for start in range(begin, end, BATCH):
        rows = [
            {"chat": FIRST + number, "state": STATE, "version": 1, "seen_at": seen - timedelta(seconds=number % 10**6)}
            for number in range(start, min(end, start + BATCH))
        ]

        def write(connection: Connection, rows: list[dict[str, object]] = rows) -> None:
            connection.execute(insert(CHAT), rows)

        await database.write(write)
    await database.close()


async def update(store: SqlStore, number: int, chat: int) -> None:
    """What the service asks of the store for one update and its answer."""
    now = datetime.now(UTC)
    stored = await store.load(chat, number, now)
    message = Outgoing(chat=chat, message=Message(text=words("An answer of ours. " * 20)), source=7)
    work = Work(
        update=number,
        chat=chat,
        at=now,
        version=stored.version,
        state=STATE,
        outgoing=(message,),
        counts=(("x", "es"),),
    )
    rows = await store.commit(work, direct=True)
    await store.finish([(row, Sent(9)) for row in rows or ()], now)


async def growth(kind: str, urls: tuple[str, str], most: int, count: int) -> None:
    """Prints how the times differ between a thousand chats and `most`.

    Both databases take turns, update by update, so that whatever else the machine does hits them alike.
    """
    sizes = (1000, most)
    for url, chats in zip(urls, sizes, strict=True):
        await upgrade(url)
        await fill(url, 0, chats)
    chance = random.Random(most)
    took: tuple[list[float], list[float]] = ([], [])
    async with opened(urls[0]) as few, opened(urls[1]) as many:
        for number in range(10, count + WARM + 10):
            for store, chats, times in zip((few, many), sizes, took, strict=True):
                began = time.perf_counter()
                await update(store, number, FIRST + chance.randrange(chats))
                times.append(1000 * (time.perf_counter() - began))
    a, b = (sorted(times[WARM:]) for times in took)
    told = [
        f"{name} {one:.2f} -> {other:.2f} ms ({other / one:.2f}x)"
        for name, one, other in (
            ("median", statistics.median(a), statistics.median(b)),
            ("p99", a[int(len(a) * 0.99)], b[int(len(b) * 0.99)]),
        )
    ]
    print(f"{kind:12} 1,000 -> {most:,} chats: {', '.join(told)}", flush=True)


async def memory(url: str, updates: int) -> None:
    """Prints the process's memory after the first tenth of many updates, and after all."""
    await upgrade(url)
    async with opened(url) as store:
        for number in range(1, updates + 1):
            await update(store, number, FIRST + number % 5000)
            if number == updates // 10:
                early = _megabytes()
    print(f"{'memory':12} after {updates // 10:,} updates {early:.1f} MB, after {updates:,} {_megabytes():.1f} MB")


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


async def main() -> None:
    """Both databases, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=1_000_000)
    parser.add_argument("--count", type=int, default=2000, help="updates measured (default: %(default)s)")
    parser.add_argument("--updates", type=int, default=100_000, help="updates for the memory (default: %(default)s)")
    options = parser.parse_args()
    with folder() as place:
        await memory(f"sqlite+aiosqlite:///{place}/memory.db", options.updates)
        few, many = (f"sqlite+aiosqlite:///{place}/{name}.db" for name in ("few", "many"))
        await growth("sqlite", (few, many), options.chats, options.count)
    with server() as postgres:
        urls = (await fresh(postgres, "few"), await fresh(postgres, "many"))
        await growth("postgresql", urls, options.chats, options.count)


if __name__ == "__main__":
    asyncio.run(main())
