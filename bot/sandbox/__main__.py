"""`python -m bot.sandbox`: the sandbox alone, for a bot that is started elsewhere."""

import argparse
import asyncio
import signal
import sys

from bot.sandbox.errors import PortTakenError
from bot.sandbox.furnish import furnish
from bot.sandbox.server import TOKEN, Sandbox, serve_until


def main() -> int:
    """Runs until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=_port, default=8081, help="0 takes any free one (default: %(default)s)")
    parser.add_argument("--token", default=TOKEN, help="the token that the bot will use (default: %(default)s)")
    parser.add_argument("--username", default="sandbox_bot", help="the bot's username (default: %(default)s)")
    parser.add_argument("--empty", action="store_true", help="start without people")
    options = parser.parse_args()
    try:
        asyncio.run(_serve(options))
    except PortTakenError as error:
        sys.stderr.write(f"{error.strerror}\n")
        return 1
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


async def _serve(options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await serve_until(
        stop,
        ready=_tell,
        token=options.token,
        port=options.port,
        username=options.username,
        furnish=None if options.empty else furnish,
    )


def _tell(sandbox: Sandbox) -> None:
    sys.stdout.write(f"Chat page:  {sandbox.url}/\nBot API:    {sandbox.api_url}\nToken:      {sandbox.token}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
