"""Starting and stopping: the address it tells, a taken port, and an end that waits for nobody."""

import asyncio
import re
import signal
import socket
import sys
from pathlib import Path

import aiohttp
import pytest
from aiohttp.test_utils import TestServer

from bot.sandbox.client import Client
from bot.sandbox.errors import PortTakenError
from bot.sandbox.server import PAGE, WORLD, create_app, running

UNTIL_STOPPED = 40


async def test_a_taken_port_is_told_with_the_mend() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"Port {port} .* Choose another one"):
            async with running(port=port):
                pass


async def test_an_open_poll_and_an_open_page_do_not_hold_up_the_end() -> None:
    async with aiohttp.ClientSession() as session:
        async with running() as sandbox, Client(sandbox.url) as client:
            stream = await session.get(f"{sandbox.url}/sandbox/events", headers={"Accept": "text/event-stream"})
            poll = asyncio.create_task(
                session.get(f"{sandbox.api_url}/bot{sandbox.token}/getUpdates", params={"timeout": UNTIL_STOPPED})
            )
            await client.listening()
        assert await (await poll).json() == {"ok": True, "result": []}
        assert (await stream.content.read()).startswith(b"retry:")


async def test_the_event_stream_goes_on_where_a_page_left_off() -> None:
    async with running() as sandbox, Client(sandbox.url) as client, aiohttp.ClientSession() as session:
        await client.person("Ana")
        await client.person("Ben")
        headers = {"Accept": "text/event-stream", "Last-Event-ID": "1"}
        async with session.get(f"{sandbox.url}/sandbox/events", headers=headers) as stream:
            lines = [(await stream.content.readline()).decode() for _ in range(4)]
        assert lines[2] == "id: 2\n"
        assert '"first_name":"Ben"' in lines[3]


async def test_a_page_closed_while_it_is_told_something_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    """A browser goes away at any moment, also between an event and its way to the page."""
    app, accept = create_app(), {"Accept": "text/event-stream"}
    async with (
        TestServer(app, host="127.0.0.1") as server,
        aiohttp.ClientSession() as session,
        session.get(server.make_url("/sandbox/events"), headers=accept) as stream,
    ):
        assert await stream.content.readline() == b"retry: 1000\n"
        (connection,) = server.runner.server.connections
        app[WORLD].events.add("listening")
        connection.transport.close()
    assert caplog.messages == []


def test_the_page_stays_small_and_every_part_of_it_is_served() -> None:
    parts = {part.name: part.stat().st_size for part in Path("bot/sandbox/page").iterdir()}
    assert parts.keys() == PAGE.keys()
    assert sum(parts.values()) < 80_000


async def test_it_runs_alone_and_stops_on_ctrl_c() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    told = (await process.stdout.readline()).decode()
    url = re.search(r"http://127\.0\.0\.1:\d+", told)
    assert url is not None, told
    async with Client(url.group()) as client:
        people = (await client.state())["people"]
        assert [person["language_code"] for person in people] == ["es", "en"]
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0
