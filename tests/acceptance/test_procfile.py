"""The Procfile's lines, each started as it is written: first `release`, then `web` by webhook, then `worker` by polling."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client
from bot.sandbox.server import running


def lines(root: Path) -> dict[str, str]:
    """Process types and their commands."""
    pairs = (line.split(":", 1) for line in (root / "Procfile").read_text("utf-8").splitlines() if line.strip())
    return {name.strip(): command.strip() for name, command in pairs}


@asynccontextmanager
async def started(command: str, root: Path, environment: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """A line run by a shell, as a PaaS does; at the end its whole group is asked to stop, and must do so well."""
    process = await asyncio.create_subprocess_shell(command, cwd=root, env=environment, start_new_session=True)
    try:
        yield process
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGTERM)
        await process.wait()


async def test_each_line_starts_as_it_is_written(brain: Brain, root: Path, tmp_path: Path) -> None:
    assert brain.graph.guides, "made first, so that the processes find the fitted matcher in the cache"
    declared = lines(root)
    assert set(declared) == {"release", "web", "worker"}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    async with running() as sandbox, Client(sandbox.url) as client:
        environment = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "BOT_TOKEN": sandbox.token,
            "BOT_API_URL": sandbox.api_url,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'oponte.db'}",
            "PORT": str(port),
            "BOT_FRAMEWORK": "ptb",  # starts sooner
        }
        hooked = {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": "a-secret-for-the-procfile"}
        async with started(declared["release"], root, environment) as release:
            assert await release.wait() == 0
        ana = await client.person("Ana", language="es")
        async with started(declared["web"], root, environment | hooked) as web:
            await client.listening(timeout=120)
            await ana.start()
            await ana.expect("Oponte")
            await _healthy(port)
        assert web.returncode in (0, -signal.SIGTERM)
        async with started(declared["worker"], root, environment) as worker:
            await ana.send("¿es tarde?")
            await ana.expect("No, no es tarde", timeout=60)
            await _healthy(port)
        assert worker.returncode in (0, -signal.SIGTERM)


async def _healthy(port: int) -> None:
    async with aiohttp.ClientSession() as http:
        for path in ("/healthz", "/readyz"):
            async with http.get(f"http://127.0.0.1:{port}{path}") as response:
                assert response.status == 200, path
