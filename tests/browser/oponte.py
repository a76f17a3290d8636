"""Oponte as somebody starts it to try it out: the real command in a process of its own, ended as Ctrl-C ends it."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

REAL = {"BOT_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "DISPLAY", "WAYLAND_DISPLAY", "LOG_LEVEL", "PORT", "DATA_DIR"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ended:
    """How a process ended."""

    status: int
    out: str
    errors: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Oponte:
    """A running `oponte sandbox`; `url` is the address it printed."""

    url: str
    process: asyncio.subprocess.Process

    async def interrupted(self) -> Ended:
        """What Ctrl-C does in a terminal: SIGINT to everybody in the foreground."""
        os.killpg(self.process.pid, signal.SIGINT)
        return await ended(self.process)


async def launched(command: Sequence[str], root: Path, **environment: str) -> asyncio.subprocess.Process:
    """The process, with nothing in its environment that belongs to a real bot, and the tests' fitted matcher."""
    clean = {name: value for name, value in os.environ.items() if name not in REAL}
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=root,
        env={**clean, "CACHE_DIR": str(root / "var"), **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )


async def heard(process: asyncio.subprocess.Process, pattern: str) -> str:
    """The first line it prints in which the pattern is found."""
    assert process.stdout is not None
    async for line in process.stdout:
        if found := re.search(pattern, line.decode()):
            return found[0]
    raise AssertionError(f"it ended before it printed {pattern}: {(await ended(process)).errors}")


async def ended(process: asyncio.subprocess.Process) -> Ended:
    """Waits for its end."""
    out, errors = await process.communicate()
    assert process.returncode is not None
    return Ended(status=process.returncode, out=out.decode(), errors=errors.decode())


@asynccontextmanager
async def tried_out(command: Sequence[str], root: Path, **environment: str) -> AsyncIterator[Oponte]:
    """Oponte from the line with its address to the end of the block."""
    process = await launched(command, root, **environment)
    try:
        yield Oponte(url=await heard(process, r"http://127\.0\.0\.1:\d+"), process=process)
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGTERM)
            await ended(process)
