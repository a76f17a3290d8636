"""The composition root: settings in, a running application out. Nothing else wires parts together.

Frameworks and the database are imported where they are used, so that `oponte ask` starts without them.
"""

import asyncio
import logging
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.dialogue.brain import Brain
from bot.i18n.words import Words
from bot.knowledge.load import load
from bot.knowledge.model import LANGUAGES, Graph, Language
from bot.resources import catalog, data_files, keep, source_fingerprint
from bot.settings import DEFAULT_DATABASE, Settings
from bot.understanding import artefact
from bot.understanding.matcher import Matcher
from bot.understanding.reader import Reader, training

if TYPE_CHECKING:  # the platform loads a web framework: only where it runs
    from bot.platforms.telegram.api import Api


def brain(data_dir: Path | None = None, cache_dir: Path | None = None) -> Brain:
    """The brain of the data in `data_dir` (default: what the package carries); raises DataError if it has a gap."""
    return assemble(load(data_files(data_dir)), cache_dir)


def assemble(graph: Graph, cache_dir: Path | None = None) -> Brain:
    """The brain of a graph that is loaded already; the fitted matcher is kept in `cache_dir` where one is given."""
    return Brain(graph=graph, reader=Reader.of(graph, _matcher(graph, cache_dir)), words=words())


def words() -> Mapping[Language, Words]:
    """The interface in every language."""
    return {language: Words(language, catalog(language)) for language in LANGUAGES}


def _matcher(graph: Graph, cache_dir: Path | None) -> Matcher:
    """The matcher of the graph: from the cache if it was made of the same data by the same code, else fitted and kept."""
    pairs, outside = training(graph)
    mark = artefact.fingerprint(pairs, outside, source_fingerprint("understanding"))
    kept = cache_dir / "matcher.npz" if cache_dir else None
    if kept and kept.exists() and (found := artefact.load(kept.read_bytes(), mark)):
        return found
    fitted = Matcher.fit(pairs, outside=outside)
    if kept:
        keep(kept, artefact.dump(fitted, mark))
    return fitted


async def run(settings: Settings, stop: asyncio.Event, *, hooked: bool) -> None:
    """The bot on Telegram until `stop` is set; raises an OponteError that says what to mend if it cannot start."""
    from bot.platforms.telegram.inline import Search
    from bot.platforms.telegram.intake import Intake
    from bot.platforms.telegram.running import Hook, Parts, introduce
    from bot.platforms.telegram.running import run as serve
    from bot.platforms.telegram.sending import TelegramSender
    from bot.service.converse import Conversation
    from bot.service.deliver import Deliverer
    from bot.service.upkeep import Upkeep
    from bot.storage.presence import leading
    from bot.storage.store import opened

    _log(settings)
    mind = brain(settings.data_dir, settings.cache_dir)
    async with opened(settings.database_url) as store, _framework(settings) as api:
        me = await introduce(api, stop)
        if me is None:
            return
        sender = TelegramSender(api, me, mind.words)
        deliverer = Deliverer(store, sender, settings.sends_per_second)
        conversation = Conversation(mind, store, sender, deliverer)
        intake = Intake(me, conversation, sender, Search(api, me, mind))
        upkeep = Upkeep(store, timedelta(days=settings.forget_after_days))
        works = (deliverer.run, upkeep.run)
        built = Parts(api=api, intake=intake, words=mind.words, database=store.answers, works=works)
        if hooked:
            hook = Hook(url=settings.webhook_url or "", secret=settings.webhook_secret or "")
            await serve(built, stop, hook=hook, port=settings.port or 8080)
        while not stop.is_set():  # only one process polls; another one waits, and takes over
            async with leading(store.presence, stop) as cease:
                if cease is not None:
                    await serve(built, cease, port=settings.port)


async def sandbox(settings: Settings, stop: asyncio.Event, *, port: int, ready: Callable[[str], None]) -> None:
    """A local Bot API with its page, and the bot against it, until `stop` is set. Chats live in memory unless told."""
    from bot.sandbox.furnish import furnish
    from bot.sandbox.server import running
    from bot.storage.schema import upgrade

    with TemporaryDirectory(prefix="oponte-") as folder:
        url = settings.database_url
        if url == DEFAULT_DATABASE:  # a try-out leaves nothing behind
            url = f"sqlite+aiosqlite:///{folder}/oponte.db"
        await upgrade(url)
        async with running(port=port, furnish=furnish) as local:
            own = replace(
                settings, bot_token=local.token, bot_api_url=local.api_url, database_url=url, webhook_url=None
            )
            bot = asyncio.create_task(run(own, stop, hooked=False))
            ready(local.url)
            await bot


def _framework(settings: Settings) -> "AbstractAsyncContextManager[Api]":
    """The way to Telegram through the framework that the operator chose."""
    if settings.bot_framework == "ptb":
        from bot.platforms.telegram import via_ptb

        return via_ptb.opened(settings.token(), settings.bot_api_url)
    from bot.platforms.telegram import via_aiogram

    return via_aiogram.opened(settings.token(), settings.bot_api_url)


def _log(settings: Settings) -> None:
    """Our own log lines at the level asked for; the libraries' only warnings: below, they write what people say."""
    form = "%(asctime)s %(levelname)s %(name)s %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, stream=sys.stderr)
    logging.getLogger("bot").setLevel(settings.log_level)
    for name in ("httpx", "httpcore", "telegram", "aiogram", "aiohttp.access", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
