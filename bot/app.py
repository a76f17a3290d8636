"""The composition root: settings in, a running application out. Nothing else wires parts together.

Frameworks, the database and the brain are imported where they are used, so that `oponte ask` starts without a platform,
and a mistyped token is told before anything slow begins.
"""

import asyncio
import gc
import logging
import math
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.errors import SettingsError
from bot.resources import catalog, data_files, keep, mapped, source_fingerprint
from bot.settings import DEFAULT_DATABASE, Settings

if TYPE_CHECKING:
    from bot.dialogue.brain import Brain
    from bot.i18n.words import Words
    from bot.knowledge.model import Graph, Language
    from bot.platforms.telegram.api import Api, Me
    from bot.platforms.telegram.running import Parts
    from bot.storage.store import SqlStore
    from bot.understanding.matcher import Matcher

    Door = Callable[[str, str | None], AbstractAsyncContextManager[Api]]


def brain(data_dir: Path | None = None, cache_dir: Path | None = None) -> "Brain":
    """The brain of the data in `data_dir` (default: what the package carries); raises DataError if it has a gap."""
    from bot.knowledge.load import load

    return assemble(load(data_files(data_dir)), cache_dir)


def assemble(graph: "Graph", cache_dir: Path | None = None) -> "Brain":
    """The brain of a graph that is loaded already; the fitted matcher is kept in `cache_dir` where one is given."""
    from bot.dialogue.brain import Brain
    from bot.understanding.reader import Reader

    return Brain(graph=graph, reader=Reader.of(graph, _matcher(graph, cache_dir)), words=words())


def words() -> "Mapping[Language, Words]":
    """The interface in every language."""
    from bot.i18n.words import Words
    from bot.knowledge.model import LANGUAGES

    return {language: Words(language, catalog(language)) for language in LANGUAGES}


def _matcher(graph: "Graph", cache_dir: Path | None) -> "Matcher":
    """The matcher of the graph: from the cache if it was made of this data by this code, else fitted and kept."""
    from bot.understanding import artefact
    from bot.understanding.matcher import Matcher
    from bot.understanding.reader import training

    code = source_fingerprint("understanding", artefact.MADE_BY)
    mark = artefact.fingerprint(training(graph), graph.outside, code)
    kept = cache_dir / "matcher.bin" if cache_dir else None
    if kept and (content := mapped(kept)) and (found := artefact.load(content, mark)):
        return found
    content = None  # on some systems a file cannot be replaced while it is mapped
    fitted = Matcher.fit(list(training(graph)), outside=graph.outside)
    if kept:
        keep(kept, artefact.dump(fitted, mark))
    return fitted


def prepared(settings: Settings) -> "Brain":
    """The brain, and the framework imported: what takes seconds, and keeps an event loop from hearing signals.

    The token is tried first: an operator who mistyped it learns so at once.
    """
    door = _door(settings)
    if settings.bot_token:
        asyncio.run(_token_tried(settings, door))
    return brain(settings.data_dir, settings.cache_dir)


async def _token_tried(settings: Settings, door: "Door") -> None:
    from bot.platforms.telegram.registering import check_token

    async with door(settings.token(), settings.bot_api_url) as api:
        await check_token(api)


async def run(settings: Settings, stop: asyncio.Event, mind: "Brain", *, hooked: bool) -> None:
    """The bot on Telegram until `stop` is set; raises an OponteError that says what to mend if it cannot start."""
    from bot.platforms.telegram.registering import introduce
    from bot.platforms.telegram.running import Hook
    from bot.platforms.telegram.running import run as serve
    from bot.storage.presence import leading
    from bot.storage.store import opened

    _log(settings)
    framework = _door(settings)(settings.token(), settings.bot_api_url)
    async with opened(settings.database_url) as store, framework as api:
        me = await introduce(api, stop)
        if me is None:
            return
        built = _parts(settings, mind, store, api, me)
        gc.collect()
        gc.freeze()  # what is loaded now stays: to search it for garbage again and again would hold answers up
        if hooked:
            hook = Hook(url=settings.webhook_url or "", secret=settings.webhook_secret or "")
            await serve(built, stop, hook=hook, port=settings.port or 8080)
        else:  # only one process polls; another one waits, and takes over
            await serve(built, stop, port=settings.port, lead=partial(leading, store.presence))


@asynccontextmanager
async def embedded(settings: Settings, api: "Api") -> "AsyncIterator[Parts]":
    """The parts of a bot inside somebody else's, whose `api` it is; `bot.embed` is the door to it."""
    from bot.platforms.telegram.registering import introduce
    from bot.storage.schema import upgrade
    from bot.storage.store import opened

    mind = await asyncio.to_thread(brain, settings.data_dir, settings.cache_dir)  # the host goes on meanwhile
    if settings.database_url.startswith("sqlite"):  # a file of our own: nobody else's deploy brings it up to date
        await upgrade(settings.database_url)
    async with opened(settings.database_url) as store:
        me = await introduce(api, asyncio.Event())
        if me is None:
            raise AssertionError("nobody stops an introduction here")
        yield _parts(settings, mind, store, api, me, guest=True)


def _parts(
    settings: Settings, mind: "Brain", store: "SqlStore", api: "Api", me: "Me", *, guest: bool = False
) -> "Parts":
    """A bot around its store and its way to Telegram; a guest leaves the host's command menus alone."""
    from bot.platforms.telegram.inline import Search
    from bot.platforms.telegram.intake import Intake
    from bot.platforms.telegram.running import Parts
    from bot.platforms.telegram.sending import TelegramSender
    from bot.service.converse import Conversation
    from bot.service.deliver import Deliverer
    from bot.service.upkeep import Upkeep

    sender = TelegramSender(api, me, mind.words, menus=not guest)
    deliverer = Deliverer(store, sender, settings.sends_per_second)
    intake = Intake(
        me,
        Conversation(mind, store, sender, deliverer, frozenset(settings.operator_chats)),
        sender,
        Search(api, me, mind),
    )
    upkeep = Upkeep(store, timedelta(days=settings.forget_after_days))
    return Parts(api=api, intake=intake, words=mind.words, database=store.answers, works=(deliverer.run, upkeep.run))


def listener(port: int) -> socket.socket:
    """A port for the sandbox, taken before anything slow begins; raises SettingsError if somebody else has it."""
    from bot.sandbox.errors import PortTakenError
    from bot.sandbox.server import listen

    try:
        return listen(port)
    except PortTakenError as error:
        words = f"Port {port} is taken. Choose another with --port, for instance --port {port % 65535 + 1}."
        raise SettingsError(words) from error


async def sandbox(
    settings: Settings, stop: asyncio.Event, mind: "Brain", *, port: socket.socket, ready: Callable[[str], None]
) -> None:
    """A local Bot API with its page, and the bot against it, until `stop` is set. Chats live in memory unless told."""
    from bot.sandbox.client import Client
    from bot.sandbox.furnish import furnish
    from bot.sandbox.server import running
    from bot.storage.schema import upgrade

    async def announce(url: str) -> None:
        async with Client(url) as client:
            await client.listening(timeout=math.inf)
        ready(url)

    with TemporaryDirectory(prefix="oponte-") as folder:
        url = settings.database_url
        if url == DEFAULT_DATABASE:  # a try-out leaves nothing behind
            url = f"sqlite+aiosqlite:///{folder}/oponte.db"
        await upgrade(url)
        async with running(listener=port, furnish=furnish) as local:
            own = replace(
                settings, bot_token=local.token, bot_api_url=local.api_url, database_url=url, webhook_url=None
            )
            announcing = asyncio.create_task(announce(local.url))
            try:
                await run(own, stop, mind, hooked=False)
            finally:
                announcing.cancel()
                await asyncio.wait({announcing})


def _door(settings: Settings) -> "Door":
    """The way to Telegram through the framework that the operator chose."""
    if settings.bot_framework == "ptb":
        from bot.platforms.telegram import via_ptb

        return via_ptb.opened
    from bot.platforms.telegram import via_aiogram

    return via_aiogram.opened


def _log(settings: Settings) -> None:
    """Our own log lines at the level asked for; the libraries' only warnings: below, they write what people say."""
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, stream=sys.stderr)
    logging.getLogger("bot").setLevel(settings.log_level)
    for name in ("httpx", "httpcore", "telegram", "aiogram", "aiohttp.access", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
