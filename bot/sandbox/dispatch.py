"""From a request's raw parameters to the Bot API's answer: look up, check, do, record. Knows nothing of HTTP."""

import inspect
import time
from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.checks import Upload, check
from bot.sandbox.description import Description, description
from bot.sandbox.errors import ApiError, not_emulated
from bot.sandbox.faults import Fault
from bot.sandbox.methods import HANDLERS, Answer
from bot.sandbox.model import Json
from bot.sandbox.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What goes back to the bot."""

    status: int
    body: Json


class Dispatcher:
    """Carries out the Bot API on one world."""

    def __init__(self, world: World, known: Description | None = None) -> None:
        self._world = world
        self._known = known or description()

    def name(self, method: str) -> str:
        """The method as Telegram writes it."""
        known = self._known.methods.get(method.lower())
        return known[0] if known else method

    async def call(
        self,
        method: str,
        raw: Mapping[str, object],
        uploads: Mapping[str, Upload] | None = None,
        fault: Fault | None = None,
    ) -> Reply:
        """The answer to one call, errors included; `fault` makes it fail first."""
        started = time.perf_counter()
        uploads = uploads or {}
        try:
            refusal = fault.error() if fault is not None else None
            if refusal is not None:
                raise refusal
            reply = await self._done(method, raw, uploads)
        except ApiError as error:
            reply = _refusal(error)
        if method.lower() != "getupdates" or reply.status != 200 or reply.body["result"]:
            self._record(method, raw, uploads, reply, started)
        return reply

    async def _done(self, method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]) -> Reply:
        known = self._known.methods.get(method.lower())
        if known is None:
            other = self._known.not_emulated.get(method.lower())
            if other is not None:
                raise not_emulated(f"the method {other}")
            raise ApiError(404, "Not Found: method not found")
        name, fields = known
        result = HANDLERS[name](self._world, check(self._known, name, fields, raw, uploads))
        if inspect.isawaitable(result):
            result = await result
        if isinstance(result, Answer):
            return Reply(status=200, body={"ok": True, "result": result.result, "description": result.description})
        return Reply(status=200, body={"ok": True, "result": result})

    def _record(
        self, method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload], reply: Reply, started: float
    ) -> None:
        params = dict(raw)
        for name, upload in uploads.items():
            params[name] = f"<{upload.name}, {len(upload.data)} bytes>"
        world = self._world
        world.traffic.add(
            at=world.now(),
            method=self.name(method),
            params=params,
            status=reply.status,
            answer=reply.body,
            ms=(time.perf_counter() - started) * 1000,
        )


def _refusal(error: ApiError) -> Reply:
    body: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = dict(error.parameters)
    return Reply(status=error.code, body=body)
