"""Memory at rest, and time from start to getMe, beside the frameworks' own echo bots, in the same run.

`python -m tests.benchmarks.telegram_rest [rounds]`. Linux only: memory is read from /proc.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox, running

ROOT = Path(__file__).parents[2]
SETTLE = 4.0  # seconds after getMe until memory is read
GOALS = {"memory": 60.0, "start": 1.5}


@dataclass
class Figures:
    """What was measured of one bot."""

    starts: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def commands(sandbox: Sandbox, folder: str) -> dict[str, tuple[list[str], dict[str, str]]]:
    """The bots: the bare ones and ours, through each framework."""
    bare = [sys.executable, "-m", "tests.benchmarks.echo_bots"]
    given = [sandbox.api_url, sandbox.token, folder]
    ours = {
        "BOT_TOKEN": sandbox.token,
        "BOT_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite:///{folder}/oponte.db",
    }
    run = [sys.executable, "-m", "bot", "run"]
    return {
        "aiogram bare": ([*bare, "aiogram-echo", *given], {}),
        "aiogram oponte": (run, {**ours, "BOT_FRAMEWORK": "aiogram"}),
        "ptb bare": ([*bare, "ptb-echo", *given], {}),
        "ptb oponte": (run, {**ours, "BOT_FRAMEWORK": "ptb"}),
    }


async def measure(name: str, figures: Figures, folder: str) -> None:
    """Starts one bot on a sandbox of its own, and takes its time and its memory."""
    async with running() as sandbox, Client(sandbox.url) as client:
        command, extra = commands(sandbox, folder)[name]
        begun = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env={**os.environ, **extra}, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await client.expect_call("getMe", timeout=120)
            figures.starts.append(time.perf_counter() - begun)
            await client.listening(timeout=60)
            await asyncio.sleep(SETTLE)
            figures.memory.append(resident(process.pid))
        finally:
            process.terminate()
            await process.wait()


def resident(pid: int) -> float:
    """The memory that a process holds, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def main() -> int:
    """Prints the figures; 1 if one misses its goal."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DATABASE_URL": f"sqlite:///{folder}/oponte.db"}
        upgrade = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "db", "upgrade", cwd=ROOT, env=environment
        )
        await upgrade.wait()
        async with running() as sandbox:
            names = list(commands(sandbox, folder))
        found = {name: Figures() for name in names}
        await measure("aiogram oponte", Figures(), folder)  # fits and keeps the matcher, if that was not done
        for _ in range(rounds):
            for name in names:
                await measure(name, found[name], folder)
    for framework in ("aiogram", "ptb"):
        bare, ours = found[f"{framework} bare"], found[f"{framework} oponte"]
        more = statistics.median(ours.memory) - statistics.median(bare.memory)
        ratio = statistics.median(ours.starts) / statistics.median(bare.starts)
        print(
            f"{framework}: memory at rest {statistics.median(ours.memory):.0f} MB, bare {statistics.median(bare.memory):.0f} MB: "
            f"+{more:.1f} MB (goal +{GOALS['memory']:.0f}); start to getMe {statistics.median(ours.starts):.2f} s, "
            f"bare {statistics.median(bare.starts):.2f} s: x{ratio:.2f} (goal x{GOALS['start']})"
        )
        missed |= more > GOALS["memory"] or ratio > GOALS["start"]
    return int(missed)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
