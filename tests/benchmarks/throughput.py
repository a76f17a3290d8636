"""The whole bot beside the echo bots of both frameworks' manuals, on the same sandbox, as ratios.

`python -m tests.benchmarks.throughput [--updates N] [NAME ...]`; names are those in the first column.
"""

import argparse
import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.storage.schema import upgrade
from tests.benchmarks.field import Field, Figures, field, folder, fresh, measured, process
from tests.postgres import Server, server

ROOT = Path(__file__).parents[2]
ECHOS = ("aiogram-echo", "aiogram-row", "ptb-echo")
OURS = tuple(
    f"{framework}-{way}-{database}"
    for framework in ("aiogram", "ptb")
    for way in ("polling", "webhook")
    for database in ("sqlite", "postgresql")
)


@asynccontextmanager
async def _running(name: str, on: Field, place: Path, postgres: Server) -> AsyncIterator[int]:
    """The bot of this name."""
    sandbox, log = on.sandbox, place / "log"
    if name in ECHOS:
        arguments = ["-m", "tests.benchmarks.echo_bots", name, sandbox.api_url, sandbox.token, str(place)]
        async with process(arguments, {}, log) as pid:
            yield pid
        return
    framework, way, database = name.split("-")
    url = f"sqlite+aiosqlite:///{place}/oponte.db"
    if database == "postgresql":
        url = await fresh(postgres, name)
    await upgrade(url)
    environment = {
        "BOT_TOKEN": sandbox.token,
        "BOT_API_URL": sandbox.api_url,
        "BOT_FRAMEWORK": framework,
        "DATABASE_URL": url,
        "CACHE_DIR": str(ROOT / "var"),
        "SENDS_PER_SECOND": "1000",
        "LOG_LEVEL": "WARNING",
    }
    if way == "webhook":
        port = _free_port()
        environment |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_SECRET": "benchmark-secret-of-nobody",
            "PORT": str(port),
        }
    async with process(["-m", "bot", "run"], environment, log) as pid:
        yield pid


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def figures(names: list[str], updates: int) -> list[Figures]:
    """Measures one after the other."""
    found = []
    with server() as postgres:
        for name in names:
            with folder() as place:
                async with field() as on, _running(name, on, Path(place), postgres) as pid:
                    try:
                        found.append(await measured(name, on, pid, updates=updates))
                    except TimeoutError:
                        sys.exit(f"{name} did not answer:\n{(Path(place) / 'log').read_text()[-2000:]}")
            print(_line(found[-1], found), flush=True)
    return found


def _line(one: Figures, all_: list[Figures]) -> str:
    base = {each.name: each.cpu_ms for each in all_}
    own = "ptb-echo" if one.name.startswith("ptb") else "aiogram-echo"
    ratios = [f"{base[other] / one.cpu_ms:5.0%} of {other}" for other in (own, "aiogram-row") if other in base]
    return (
        f"{one.name:28}{one.cpu_ms:7.2f} ms processor{one.per_second:7.0f}/s   "
        f"p50 {one.p50_ms:5.1f} ms, p99 {one.p99_ms:6.1f} ms at 100/s   {'; '.join(ratios)}"
    )


def main() -> None:
    """Prints a line for each bot: processor time of an update, throughput of a burst, latency, ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[*ECHOS, *OURS])
    parser.add_argument("--updates", type=int, default=1000)
    options = parser.parse_args()
    asyncio.run(figures(options.names or [*ECHOS, *OURS], options.updates))


if __name__ == "__main__":
    main()
