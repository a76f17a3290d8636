"""SIGKILL again and again under a steady load, and what it costs: lost, out of order (must be 0) and repeated replies.

`python -m tests.benchmarks.kills [--seconds 60] [--every 2]`; `--every` counts from its first answer.
"""

import argparse
import asyncio
import time
from pathlib import Path

from bot.app import brain
from bot.sandbox.server import running
from bot.storage.schema import upgrade
from tests.acceptance.chaos import Bot, Crowd, running_bots
from tests.benchmarks.field import folder

ROOT = Path(__file__).parents[2]


async def asking(crowd: Crowd, until: float, per_second: int) -> None:
    """New people come evenly; each asks three things at once."""
    while time.perf_counter() < until:
        crowd.ask(0, 3, crowd.join(1))
        await asyncio.sleep(1 / per_second)


async def main() -> None:
    """Kills, then waits until everybody has heard everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--every", type=float, default=2.0)
    parser.add_argument("--per-second", type=int, default=10, help="people who begin to ask (default: %(default)s)")
    options = parser.parse_args()
    mind = brain(cache_dir=ROOT / "var")
    with folder() as place:
        url = f"sqlite+aiosqlite:///{place}/oponte.db"
        await upgrade(url)
        async with running() as sandbox:
            crowd = Crowd(sandbox, mind, 0)
            bot = Bot(sandbox, ROOT, Path(place) / "log", url)
            until = time.perf_counter() + options.seconds
            kills = 0
            async with running_bots(bot):
                load = asyncio.create_task(asking(crowd, until, options.per_second))
                while time.perf_counter() < until:
                    await crowd.at_call(crowd.calls + 1).wait()  # it answers again
                    await asyncio.sleep(options.every)
                    await bot.kill()
                    kills += 1
                    await bot.start()
                await load
                repeated = await crowd.answered(within=300)
    print(f"{kills} kills, {crowd.wanted} replies: 0 lost, 0 out of order, {repeated} repeated (in flight at a kill)")


if __name__ == "__main__":
    asyncio.run(main())
