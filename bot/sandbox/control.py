"""The person's side over HTTP: `/sandbox/...` takes what people do and tells what happened.

Every change is a POST of JSON, which no page of another site can send to this machine without being asked first.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from bot.sandbox import acts
from bot.sandbox.body import Body
from bot.sandbox.errors import ApiError, ControlError
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.jsontext import dumps, loads
from bot.sandbox.model import Json
from bot.sandbox.state import chat_state, snapshot
from bot.sandbox.world import World

LONGEST_WAIT = 50.0
OWN_PAGES_ONLY = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}
SHOWN_INLINE = frozenset({
    "image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "audio/webm",
})  # fmt: skip


def control_api(world: World, closing: asyncio.Event) -> list[web.RouteDef]:
    """The routes of the person's side."""
    reading = _Reading(world, closing)
    writing = _Writing(world)
    return [
        web.get("/sandbox/state", reading.state),
        web.get("/sandbox/events", reading.events),
        web.get("/sandbox/settled", reading.settled),
        web.get("/sandbox/traffic", reading.traffic),
        web.get("/sandbox/chats/{chat}", reading.chat),
        web.get("/sandbox/files/{file}", reading.file),
        web.post("/sandbox/people", writing.route(acts.new_person)),
        web.post("/sandbox/people/{person}/{act}", writing.person_act),
        web.post("/sandbox/groups", writing.route(acts.new_group)),
        web.post("/sandbox/groups/{chat}/{act}", writing.group_act),
        web.post("/sandbox/bot", writing.route(acts.set_up_bot)),
        web.post("/sandbox/clock", writing.route(acts.put_clock_forward)),
        web.post("/sandbox/forget", writing.route(acts.forget)),
        web.post("/sandbox/faults", writing.route(_add_fault)),
        web.delete("/sandbox/faults", writing.clear_faults),
    ]


class _Reading:
    """The GET routes."""

    def __init__(self, world: World, closing: asyncio.Event) -> None:
        self._world = world
        self._closing = closing

    async def state(self, _: web.Request) -> web.StreamResponse:
        return answer(snapshot(self._world))

    async def chat(self, request: web.Request) -> web.StreamResponse:
        chat = self._world.chats.get(_number(request.match_info["chat"], 0))
        if chat is None:
            return answer({"error": "There is no such chat."}, 404)
        return answer({**chat_state(self._world, chat), "messages": list(chat.messages.values())})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The events after a number: as JSON after a wait, or as a stream for a page that stays."""
        after = _number(request.headers.get("Last-Event-ID") or request.query.get("after"), 0)
        if "text/event-stream" in request.headers.get("Accept", ""):
            return await self._stream(request, after)
        events = await self._world.events.wait(after, _seconds(request))
        return answer({"events": [event.wire() for event in events], "last": self._world.events.last})

    async def _stream(self, request: web.Request, after: int) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        with suppress(ConnectionResetError):  # a page that was closed or loaded anew: nobody is left to tell
            await response.prepare(request)
            await self._tell(response, after)
        return response

    async def _tell(self, page: web.StreamResponse, after: int) -> None:
        await page.write(b"retry: 1000\n\n")
        while not self._closing.is_set():
            events = await self._world.events.wait(after, 15.0)
            if events and events[0].seq > after + 1:  # the reader slept too long: it has to look at everything anew
                await page.write(b'data: {"kind":"gap"}\n\n')
            lines = b"".join(b"id: %d\ndata: %s\n\n" % (event.seq, dumps(event.wire())) for event in events)
            await page.write(lines or b": still here\n\n")
            after = events[-1].seq if events else after

    async def settled(self, request: web.Request) -> web.StreamResponse:
        return answer({"settled": await self._world.updates.settled(_seconds(request))})

    async def traffic(self, request: web.Request) -> web.StreamResponse:
        calls = self._world.traffic.after(_number(request.query.get("after"), 0), request.query.get("method"))
        return answer({"calls": [call.wire() for call in calls], "last": self._world.events.last})

    async def file(self, request: web.Request) -> web.StreamResponse:
        stored = self._world.files.get(request.match_info["file"])
        if stored is None:
            return answer({"error": "The file is not there any more."}, 404)
        shown = stored.mime in SHOWN_INLINE
        name = re.sub(r"[^A-Za-z0-9._-]", "_", stored.name)[:100]
        return web.Response(
            body=stored.data,
            headers={
                "Content-Type": stored.mime if shown else "application/octet-stream",
                "Content-Disposition": "inline" if shown else f'attachment; filename="{name}"',
                "Content-Security-Policy": "sandbox; default-src 'none'",
            },
        )


Act = Callable[[World, Body], Json]


class _Writing:
    """The routes that change something."""

    def __init__(self, world: World) -> None:
        self._world = world

    def route(self, act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._do(request, act)

        return handle

    async def person_act(self, request: web.Request) -> web.StreamResponse:
        act = acts.PERSON_ACTS.get(request.match_info["act"])
        return await self._do(request, act, person=request.match_info["person"])

    async def group_act(self, request: web.Request) -> web.StreamResponse:
        act = acts.GROUP_ACTS.get(request.match_info["act"])
        return await self._do(request, act, chat=request.match_info["chat"])

    async def clear_faults(self, _: web.Request) -> web.StreamResponse:
        self._world.faults.clear()
        return answer({})

    async def _do(self, request: web.Request, act: Act | None, **path: str) -> web.StreamResponse:
        if act is None:
            return answer({"error": "There is no such act."}, 404)
        if request.content_type != "application/json":
            return answer({"error": "Send JSON, with that Content-Type."}, 415)
        try:
            given: Any = loads(await request.read() or b"{}")
            if not isinstance(given, dict):
                return answer({"error": "Send a JSON object."}, 400)
            before = self._world.events.last
            return answer({**act(self._world, Body({**given, **path})), "before": before})
        except (ControlError, ApiError, ValueError) as error:
            return answer({"error": str(error)}, 400)


def _add_fault(world: World, body: Body) -> Json:
    try:
        kind = FaultKind(body.text("kind"))
    except ValueError as error:
        raise ControlError(f"A fault is one of: {', '.join(FaultKind)}.") from error
    world.faults.add(
        Fault(
            kind=kind,
            method=body.text("method"),
            times=body.number("times", 1),
            after=body.number("after", 0),
            chat=body.optional_number("chat"),
            retry_after=body.number("retry_after", 1),
            code=body.number("code", 500),
            description=body.text("description", ""),
            seconds=body.real("seconds", 0.0),
        )
    )
    return {}


def answer(body: object, status: int = 200) -> web.Response:
    """A JSON answer of the control API."""
    return web.Response(status=status, body=dumps(body), content_type="application/json", headers=OWN_PAGES_ONLY)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.removeprefix("-").isdecimal() and len(text) < 20 else default


def _seconds(request: web.Request) -> float:
    try:
        return max(0.0, min(LONGEST_WAIT, float(request.query.get("wait", "0"))))
    except ValueError:
        return 0.0
