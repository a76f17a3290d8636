"""As users would: the real process on the local Bot API, killed in the middle of a guide, and the guide goes on."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox, running


@asynccontextmanager
async def bot_process(
    sandbox: Sandbox, root: Path, folder: Path, framework: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """`python -m bot run` against the sandbox, with its database in `folder`; ended by its id."""
    environment = {
        **os.environ,
        "BOT_TOKEN": sandbox.token,
        "BOT_API_URL": sandbox.api_url,
        "BOT_FRAMEWORK": framework,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'oponte.db'}",
        "CACHE_DIR": str(root / "var"),
    }
    log = (folder / "bot.log").open("ab")
    upgrade = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "db", "upgrade", cwd=root, env=environment, stdout=log, stderr=log
    )
    assert await upgrade.wait() == 0, (folder / "bot.log").read_text()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=root, env=environment, stdout=log, stderr=log
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()
        log.close()


@pytest.mark.parametrize("framework", ["aiogram", "ptb"])
async def test_two_people_walk_the_guide_through_a_kill(
    brain: Brain, root: Path, tmp_path: Path, framework: str
) -> None:
    assert brain.graph.guides, "made first, so that the processes find the fitted matcher in the cache"
    async with running() as sandbox, Client(sandbox.url) as client:
        ana = await client.person("Ana", language="es")
        ben = await client.person("Ben", language="en")
        async with bot_process(sandbox, root, tmp_path, framework) as process:
            await client.listening(timeout=60)
            await ana.start()
            await ana.expect("Hola, soy Oponte")
            await ana.send("como me opongo en instagram")
            await ana.expect("Paso 1 de 8")
            await ana.press("Enlace directo (lo más rápido)")
            await ana.expect("Paso 2 de 8")
            await ben.send("how do I object on instagram?")
            await ben.expect("Step 1 of 8")
            await ben.send("next")
            await ben.expect("Step 2 of 8")
            process.kill()
            await process.wait()
        await ana.send("¿leen mis mensajes privados?")
        async with bot_process(sandbox, root, tmp_path, framework):
            await ana.expect("según Meta", timeout=60)  # as long as the first start may take
            await ana.send("dónde íbamos")
            await ana.expect("Paso 2 de 8")
            await ana.press("Siguiente ›")
            await ana.expect("Paso 3 de 8")
            await ben.send("is it too late?")
            await ben.expect("not too late")
            await ben.press("Back to: Object on Instagram")
            for number in range(3, 9):
                await ben.send("next")
                await ben.expect(f"Step {number} of 8")
            await ben.send("done")
            await ben.expect("You have reached the end")
        words = ["leen mis mensajes", "is it too late", "como me opongo"]
        for file in tmp_path.iterdir():
            content = file.read_bytes().decode("utf-8", "replace").casefold()
            assert not [each for each in words if each in content], f"{file.name} keeps what people wrote"
