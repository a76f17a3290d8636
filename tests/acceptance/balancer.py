"""A load balancer as hosts have one: takes turns between replicas, and leaves out those that do not answer."""

import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import ClientError, ClientSession, ClientTimeout, web


@asynccontextmanager
async def balancing(port: int, replicas: Sequence[int]) -> AsyncIterator[dict[int, int]]:
    """Serves on `port` for the time of the block; tells how many requests each replica's port has answered."""
    answered = dict.fromkeys(replicas, 0)
    turns = itertools.cycle(range(len(replicas)))

    async def forward(request: web.Request) -> web.Response:
        body = await request.read()
        first = next(turns)
        for replica in (*replicas[first:], *replicas[:first]):
            try:
                url = f"http://127.0.0.1:{replica}{request.path}"
                async with session.post(url, data=body, headers=request.headers) as response:
                    answered[replica] += 1
                    return web.Response(status=response.status, headers=_kept(response.headers))
            except (TimeoutError, ClientError):
                continue
        return web.Response(status=502)

    async with ClientSession(timeout=ClientTimeout(total=30)) as session:
        app = web.Application()
        app.router.add_post("/{path:.*}", forward)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            yield answered
        finally:
            await runner.cleanup()


def _kept(headers: object) -> dict[str, str]:
    found = dict(headers)  # type: ignore[call-overload]
    return {name: value for name, value in found.items() if name == "Retry-After"}
