"""Who lives and who leads, whatever the database."""

import asyncio
import subprocess
import sys

import pytest

from bot.storage.presence import LEADER, leading, presence
from bot.storage.store import opened

LED = """
import asyncio, sys
from bot.storage.presence import leading, presence

async def main():
    async with leading(presence(sys.argv[1]), asyncio.Event()):
        print("leading", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_only_one_leads_and_the_next_takes_over_when_it_ends(url: str) -> None:
    first, second = presence(url), presence(url)
    stop = asyncio.Event()
    async with leading(first, stop) as cease:
        assert cease is not None
        assert await second.take(LEADER) is False
    await first.end()
    async with asyncio.timeout(15), leading(second, stop) as cease:
        assert cease is not None
        assert not cease.is_set()
        stop.set()
        await cease.wait()
    await second.end()


async def test_a_stand_by_that_is_stopped_never_led(url: str) -> None:
    first, second = presence(url), presence(url)
    stop = asyncio.Event()
    assert await first.take(LEADER)
    stop.set()
    async with leading(second, stop) as cease:
        assert cease is None
    await first.end()
    await second.end()


async def test_a_killed_leader_is_followed_within_seconds(url: str) -> None:
    command = [sys.executable, "-c", LED, url]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert await process.stdout.readline() == b"leading\n"
    heir = presence(url)
    assert await heir.take(LEADER) is False
    process.kill()
    await process.wait()
    async with asyncio.timeout(15), leading(heir, asyncio.Event()) as cease:
        assert cease is not None
    await heir.end()


@pytest.mark.parametrize("ending", ["in order", "killed"])
async def test_a_process_is_alive_until_it_ends(url: str, ending: str) -> None:
    async with opened(url) as watcher:
        async with opened(url) as other:
            number = other.presence.owner
            assert await watcher.presence.alive(number)
            if ending == "killed":
                await other.presence.end()
        assert not await watcher.presence.alive(number)
