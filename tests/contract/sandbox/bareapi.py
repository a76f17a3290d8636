"""The Bot API as a bot without any framework sees it: bare HTTP calls, for the tests of the sandbox."""

from typing import Any

import aiohttp


class Api:
    """The Bot API as a bot without any framework sees it."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session = session
        self.base = base

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer to a JSON request."""
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200), "the HTTP status and the error code agree"
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def error(self, method: str, **params: Any) -> str:
        """Code and description of a call that must be refused."""
        body = await self.call(method, **params)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What waits; nothing is confirmed unless an offset says so."""
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found
