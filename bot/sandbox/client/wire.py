"""The HTTP under the typed client: acts, and events that are waited for and never polled on a timer."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

Json = dict[str, Any]


class RefusedError(Exception):
    """The sandbox says that a person cannot do this, and why."""


class SilenceError(AssertionError):
    """What was expected did not come in time; the text says what came instead."""


class Wire:
    """One connection to the sandbox's control API."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url = f"{url.rstrip('/')}/sandbox"
        self._session = session

    async def post(self, path: str, **fields: object) -> Json:
        """Does something; fields that are None are left out."""
        given = {key: value for key, value in fields.items() if value is not None}
        async with self._session.post(f"{self._url}/{path}", json=given) as response:
            return await _read(response)

    async def get(self, path: str, **query: object) -> Json:
        """Asks for something."""
        params = {key: str(value) for key, value in query.items() if value is not None}
        async with self._session.get(f"{self._url}/{path}", params=params) as response:
            return await _read(response)

    async def delete(self, path: str) -> None:
        """Takes something back."""
        async with self._session.delete(f"{self._url}/{path}") as response:
            await _read(response)

    async def first_event(
        self,
        after: int,
        wanted: Callable[[Json], bool],
        timeout: float,  # noqa: ASYNC109  handed on to the server
    ) -> Json | None:
        """The first event after a number that is wanted; None when the time is over."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            wait = max(0.0, deadline - loop.time())
            for event in (await self.get("events", after=after, wait=min(wait, 20.0)))["events"]:
                if wanted(event):
                    return dict(event)
                after = event["seq"]
            if loop.time() >= deadline:
                return None


async def _read(response: aiohttp.ClientResponse) -> Json:
    body: Json = await response.json()
    if response.status >= 400:
        raise RefusedError(body.get("error", f"HTTP {response.status}"))
    return body
