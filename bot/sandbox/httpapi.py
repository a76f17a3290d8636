"""The Bot API over HTTP: `/bot<token>/<method>` by query, form, multipart or JSON, and `/file/bot<token>/<path>`."""

import asyncio
import hmac
from collections.abc import Awaitable, Callable

from aiohttp import BodyPartReader, web

from bot.sandbox.checks import Upload
from bot.sandbox.dispatch import Dispatcher
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.faults import FaultKind
from bot.sandbox.jsontext import dumps, loads
from bot.sandbox.world import World

MAX_BODY = 52 * 1024 * 1024
GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"

Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]
Parameters = tuple[dict[str, object], dict[str, Upload]]


def bot_api(world: World, dispatcher: Dispatcher, token: str) -> list[web.RouteDef]:
    """The routes of the bot's side."""

    async def method(request: web.Request) -> web.StreamResponse:
        if not _token_fits(request, token):
            return _json(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        name = request.match_info["method"]
        try:
            raw, uploads = await _parameters(request)
        except ApiError as error:
            return _json(error.code, {"ok": False, "error_code": error.code, "description": error.description})
        fault = world.faults.next(dispatcher.name(name), raw.get("chat_id"))
        if fault is None:
            reply = await dispatcher.call(name, raw, uploads)
            return _json(reply.status, reply.body)
        match fault.kind:
            case FaultKind.DROPPED:
                return _drop(request)
            case FaultKind.BAD_GATEWAY:
                return web.Response(status=502, text=GATEWAY_PAGE, content_type="text/html")
        reply = await dispatcher.call(name, raw, uploads, fault)
        if fault.kind is FaultKind.SLOW:  # done at once, told late: who gives up waiting has been heard all the same
            await asyncio.sleep(fault.seconds)
        return _drop(request) if fault.kind is FaultKind.ANSWER_LOST else _json(reply.status, reply.body)

    async def download(request: web.Request) -> web.StreamResponse:
        if not _token_fits(request, token):
            return _json(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
        stored = world.files.get(request.match_info["path"].removeprefix("files/"))
        if stored is None:
            return _json(404, {"ok": False, "error_code": 404, "description": "Not Found"})
        return web.Response(body=stored.data, content_type="application/octet-stream")

    return [
        web.get("/bot{token}/{method}", method),
        web.post("/bot{token}/{method}", method),
        web.get("/file/bot{token}/{path:.+}", download),
    ]


def _token_fits(request: web.Request, token: str) -> bool:
    return hmac.compare_digest(request.match_info["token"].encode(), token.encode())


def _json(status: int, body: object) -> web.Response:
    return web.Response(status=status, body=dumps(body), content_type="application/json")


def _drop(request: web.Request) -> web.Response:
    """Closes the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _parameters(request: web.Request) -> Parameters:
    """Everything the request says, from its address and its body."""
    raw: dict[str, object] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.method != "POST":
        return raw, uploads
    match request.content_type:
        case "application/json":
            raw |= await _from_json(request)
        case "multipart/form-data":
            await _from_multipart(request, raw, uploads)
        case _:
            raw |= {key: value for key, value in (await request.post()).items() if isinstance(value, str)}
    return raw, uploads


async def _from_json(request: web.Request) -> dict[str, object]:
    body = await request.read()
    if not body:
        return {}
    try:
        given = loads(body)
    except ValueError as error:
        raise bad_request("can't parse request body as JSON") from error
    if not isinstance(given, dict):
        raise bad_request("request body must be a JSON object")
    return given


async def _from_multipart(request: web.Request, raw: dict[str, object], uploads: dict[str, Upload]) -> None:
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = await _part(part, MAX_BODY - total)
        total += len(data)
        if part.filename is None:
            raw[part.name] = data.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(name=part.filename, mime=mime, data=data)


async def _part(part: BodyPartReader, room: int) -> bytes:
    """One part; aiohttp limits the other kinds of bodies, but not this one."""
    data = bytearray()
    while chunk := await part.read_chunk(65_536):
        data += chunk
        if len(data) > room:
            raise ApiError(413, "Request Entity Too Large")
    return bytes(part.decode(bytes(data)))
