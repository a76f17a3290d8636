"""Trying Oponte out: one command, one address, one Ctrl-C; with real processes.

That Ctrl-C ends it cleanly in the middle of its work is seen at the end of `test_oponte_talk`.
"""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

from oponte import ended, heard, launched, tried_out

from bot.dialogue.brain import Brain
from bot.sandbox.client import Client

SANDBOX = (sys.executable, "-m", "bot", "sandbox", "--no-browser")


async def test_ctrl_c_before_it_is_ready_ends_it_too(root: Path, tmp_path: Path) -> None:
    process = await launched((*SANDBOX, "--port", "0"), root, CACHE_DIR=str(tmp_path))
    await heard(process, "getting ready")  # with an empty cache this takes a while
    process.send_signal(signal.SIGINT)
    end = await ended(process)
    assert (end.status, end.out.strip(), end.errors) == (0, "", "")
    assert not list(tmp_path.iterdir())


async def test_a_taken_port_is_told_in_one_sentence(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        end = await ended(await launched((*SANDBOX, "--port", str(port)), root))
    assert end.status == 2
    assert end.out == ""
    assert end.errors.startswith(f"oponte: Port {port} is taken. ")
    assert "--port" in end.errors
    assert end.errors.count("\n") == 1


async def test_make_run_without_a_token_opens_the_page(brain: Brain, root: Path, tmp_path: Path) -> None:
    assert brain.graph.topics, "made first, so that the process finds the fitted matcher in the cache"
    opened = tmp_path / "opened"
    os.mkfifo(opened)
    command = ("make", "--no-print-directory", "-o", ".venv/.run", "run", f"RUN={sys.executable} -m bot", "PORT=0")
    browser = f"/bin/sh -c 'echo %s >{opened}'"
    async with tried_out(command, root, DISPLAY=":0", BROWSER=browser) as oponte:
        assert (await asyncio.to_thread(opened.read_text)).strip() == oponte.url
        async with Client(oponte.url) as client:
            assert (await client.state())["listening"], "whoever follows the address finds the bot there"
        end = await oponte.interrupted()
    assert "Traceback" not in end.errors
