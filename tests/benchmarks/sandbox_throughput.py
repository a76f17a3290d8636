"""How many sendMessage calls the sandbox answers in a second on one core.

The server runs in a process of its own, on a core of its own where the machine has two; this process asks over
keep-alive connections, each waiting for its answer, as bots do. Prints one JSON line for each kind of body: calls in a
second of the clock (meaningful on a machine with nothing else to do) and in a second of the server's processor time.
"""

import argparse
import asyncio
import json
import os
import re
import statistics
import sys
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bot.sandbox.client import Client

CONNECTIONS = 8
KEYBOARD = {
    "inline_keyboard": [[{"text": "Next", "callback_data": "g:1:2"}, {"text": "Back", "callback_data": "g:1:0"}]]
}
TEXT = "No. According to Meta, private messages with friends and family are not used to train its AI. " * 6


def requests(path: str, chat: int) -> dict[str, bytes]:
    """The same call as both frameworks send it (a form) and as JSON."""
    form = urlencode({"chat_id": chat, "text": TEXT, "reply_markup": json.dumps(KEYBOARD)}).encode()
    plain = json.dumps({"chat_id": chat, "text": TEXT, "reply_markup": KEYBOARD}).encode()
    kinds = {"application/x-www-form-urlencoded": form, "application/json": plain}
    head = "POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n"
    return {kind.split("/")[1]: head.format(path, kind, len(body)).encode() + body for kind, body in kinds.items()}


async def ask(port: int, request: bytes, until: float, counts: list[int]) -> None:
    """One connection, one call after the other."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode())
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        if length is None:
            raise RuntimeError("an answer without a length")
        await reader.readexactly(int(length.group(1)))
        counts.append(1)
    writer.close()


async def measure(server: int, port: int, request: bytes, seconds: float) -> dict[str, float]:
    """Calls answered in a second of the clock, and in a second of the server's own processor time."""
    counts: list[int] = []
    started, worked = time.perf_counter(), _cpu_seconds(server)
    await asyncio.gather(*[ask(port, request, started + seconds, counts) for _ in range(CONNECTIONS)])
    took, work = time.perf_counter() - started, _cpu_seconds(server) - worked
    return {"per_second": len(counts) / took, "per_core_second": len(counts) / work if work else 0.0}


def _cpu_seconds(pid: int) -> float:
    """Processor time of a process (Linux); 0 elsewhere."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def main() -> None:
    """Starts the server, warms it up, measures several rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0, help="length of one round (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", "--port", "0", stdout=asyncio.subprocess.PIPE
    )
    if server.stdout is None:
        raise RuntimeError("no output to read")
    _pin(server.pid)
    lines = [(await server.stdout.readline()).decode().split() for _ in range(3)]
    url, token = lines[1][-1], lines[2][-1]
    async with Client(url) as client:
        ana = await client.person("Ana")
        await ana.start()
    port = urlsplit(url).port or 0
    for kind, request in requests(f"/bot{token}/sendMessage", ana.id).items():
        await measure(server.pid, port, request, 0.5)
        rounds = [await measure(server.pid, port, request, options.seconds) for _ in range(options.rounds)]
        figures = {key: round(statistics.median(one[key] for one in rounds)) for key in rounds[0]}
        print(json.dumps({"body": kind, **figures}))
    server.terminate()
    await server.wait()


def _pin(server: int) -> None:
    """Gives the server one core and this process another, where the system allows it."""
    if not hasattr(os, "sched_setaffinity"):
        return
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(server, {cores[-1]})
    os.sched_setaffinity(0, {cores[0]})


if __name__ == "__main__":
    asyncio.run(main())
