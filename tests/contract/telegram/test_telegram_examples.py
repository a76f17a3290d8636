"""Oponte inside somebody else's bot: the examples run as they are printed, each framework without the other."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client
from bot.sandbox.server import running

# Keeps the other framework from being imported: neither may be needed for the other.
WITHOUT = "import sys, runpy; sys.modules[sys.argv[1]] = None; sys.argv = sys.argv[2:]; runpy.run_path(sys.argv[0], run_name='__main__')"


@pytest.mark.parametrize(("example", "other"), [("aiogram_host.py", "telegram"), ("ptb_host.py", "aiogram")])
async def test_an_example_answers_for_its_host_and_for_oponte(
    brain: Brain, root: Path, tmp_path: Path, example: str, other: str
) -> None:
    assert brain.graph.guides, "made first, so that the example finds the fitted matcher in the cache"
    async with running(username="library_bot") as sandbox, Client(sandbox.url) as client:
        await client.bot(inline=True)
        environment = {
            **os.environ,
            "BOT_TOKEN": sandbox.token,
            "BOT_API_URL": sandbox.api_url,
            "DATABASE_URL": f"sqlite:///{tmp_path / 'oponte.db'}",
        }
        log = (tmp_path / "log").open("wb")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WITHOUT, other, str(root / "examples" / example),
            cwd=root, env=environment, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            ben = await client.person("Ben", language="en")
            await client.listening(timeout=120)
            await ben.send("/hours")
            await ben.expect("The library is open", timeout=60)
            question = await ben.send("is it too late to object?")
            answer = await ben.expect("not too late", timeout=60)
            await ben.press("Sources")
            assert (await ben.expect("Sources")).id == answer.id
            await ben.edit(question, "are my private messages used?")
            await ben.expect("messages")
            assert await ben.inline("too late")
            group = await client.group("Readers", [ben], supergroup=True)
            await ben.send("/hours@library_bot", chat=group)
            await ben.expect("The library is open", chat=group)
            await ben.send("/ask@library_bot is it too late?", chat=group)
            await ben.expect("not too late", chat=group)
            assert not await client.calls("setMyName"), "the profile is the host's"
            assert not await client.calls("setMyCommands"), "the menus are the host's"
            assert await client.settled()
        finally:
            process.send_signal(signal.SIGTERM)
            status = await process.wait()
            log.close()
        written = (tmp_path / "log").read_text()
        assert status == 0, written
        assert "Traceback" not in written
        assert "Task was destroyed" not in written
        assert not [call for call in await client.calls() if call.status != 200]
