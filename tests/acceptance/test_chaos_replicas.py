"""Several processes on one database: replicas behind a balancer, a database that restarts, a leader that dies.

The invariant is that of `test_chaos`: each chat hears what a serial replay says, in its order.
"""

import socket
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from balancer import balancing
from chaos import Bot, Crowd, running_bots

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client
from bot.sandbox.server import running
from bot.sandbox.webhook import Backoff
from bot.storage.schema import upgrade
from tests.postgres import Server, server

SOON = Backoff(first=0.05, longest=0.2)


@pytest.fixture(scope="module")
def postgres() -> Iterator[Server]:
    with server() as made:
        yield made


@pytest.fixture
async def url(postgres: Server, request: pytest.FixtureRequest) -> str:
    """A database of its own, with its tables."""
    name = f"chaos{abs(hash(request.node.name))}"
    connection = await asyncpg.connect(user="oponte", database="postgres", host=str(postgres.folder))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    await upgrade(postgres.url(name))
    return postgres.url(name)


def free_ports(count: int) -> list[int]:
    """Ports that nobody uses now."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


async def test_two_replicas_share_the_work_and_the_loss_of_one(
    brain: Brain, root: Path, tmp_path: Path, url: str
) -> None:
    """Any replica takes any update; one is killed in the middle of sending, and comes back."""
    front, *behind = free_ports(3)
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{front}/hook", "WEBHOOK_SECRET": "a-secret-of-the-tests"}
    async with running(backoff=SOON) as sandbox, Client(sandbox.url) as client, balancing(front, behind) as answered:
        crowd = Crowd(sandbox, brain, 16)
        one, two = (
            Bot(sandbox, root, tmp_path / f"log{port}", url, PORT=str(port), BOT_FRAMEWORK=framework, **hook)
            for port, framework in zip(behind, ("aiogram", "ptb"), strict=True)
        )
        async with running_bots(one, two):
            ready = await client.expect_call("setWebhook", timeout=60)
            await client.expect_call("setWebhook", after=ready.seq, timeout=60)
            crowd.ask(0, 2)
            await crowd.answered()
            killed = crowd.at_call(crowd.calls + 20)
            crowd.ask(2, 4)
            await killed.wait()
            await two.kill()
            await two.start()
            repeated = await crowd.answered()
            crowd.ask(4, 5)
            repeated = max(repeated, await crowd.answered())
        assert repeated <= 16, "at most one message of each chat was in flight"
        assert all(answered.values()), "both took their share"


async def test_the_database_restarts_under_load(
    brain: Brain, root: Path, tmp_path: Path, url: str, postgres: Server
) -> None:
    """A crash of PostgreSQL: nothing is acknowledged meanwhile, and everything goes on by itself."""
    async with running() as sandbox, Client(sandbox.url) as client:
        crowd = Crowd(sandbox, brain, 16)
        bot = Bot(sandbox, root, tmp_path / "log", url)
        async with running_bots(bot):
            await client.listening(timeout=60)
            crashed = crowd.at_call(crowd.calls + 20)
            crowd.ask(0, 3)
            await crashed.wait()
            postgres.stop()
            crowd.ask(3, 4)
            postgres.start()
            assert await crowd.answered() == 0, "what was sent is written down when the database is back"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_second_poller_waits_and_takes_over(
    brain: Brain, root: Path, tmp_path: Path, url: str, kind: str
) -> None:
    """Two pollers do not fight; when the first is killed the second goes on where it was."""
    if kind == "sqlite":
        url = f"sqlite+aiosqlite:///{tmp_path}/oponte.db"
        await upgrade(url)
    async with running() as sandbox, Client(sandbox.url) as client:
        crowd = Crowd(sandbox, brain, 8)
        first, second = (Bot(sandbox, root, tmp_path / f"log{number}", url) for number in (1, 2))
        async with running_bots(first):
            await client.listening(timeout=60)
            crowd.ask(0, 2)
            async with running_bots(second):
                await client.expect_call("getMe", after=sandbox.world.traffic.count, timeout=60)
                await crowd.answered()
                killed = crowd.at_call(crowd.calls + 6)
                crowd.ask(2, 4)
                await killed.wait()
                await first.kill()
                assert await crowd.answered() <= 8, "at most one message of each chat was in flight"
        refused = [call for call in await client.calls("getUpdates") if call.status == 409]
        assert not refused, "they never polled at the same time"
