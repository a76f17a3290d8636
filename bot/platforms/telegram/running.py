"""A bot on Telegram from start to stop: by polling or by webhook, beside the delivery of what the outbox holds.

Takes ready-made parts; what is wired to what is the business of `bot.app` alone.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.dialogue.brain import Words
from bot.errors import SettingsError
from bot.knowledge.model import Language
from bot.platforms.telegram import profile, registering
from bot.platforms.telegram.api import Api
from bot.platforms.telegram.health import Health
from bot.platforms.telegram.intake import Intake
from bot.platforms.telegram.polling import Polling

logger = logging.getLogger(__name__)

Work = Callable[[asyncio.Event], Awaitable[None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Hook:
    """Where Telegram brings updates."""

    url: str
    secret: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """What a running bot is made of. `works` run until the event they are given is set: delivery, upkeep."""

    api: Api
    intake: Intake
    words: Mapping[Language, Words]
    database: Callable[[], Awaitable[bool]]
    works: Sequence[Work] = ()


Lead = Callable[[asyncio.Event], AbstractAsyncContextManager[asyncio.Event | None]]


@asynccontextmanager
async def alone(stop: asyncio.Event) -> AsyncIterator[asyncio.Event | None]:
    """The lead of a process that is the only one."""
    yield stop


async def run(
    parts: Parts, stop: asyncio.Event, *, hook: Hook | None = None, port: int | None = None, lead: Lead = alone
) -> None:
    """Runs until `stop`; then takes nothing new, finishes what it has begun, and returns.

    Without `hook` it polls, for as long as it has the `lead` among the processes of this bot: Telegram serves one
    poller only. `port` serves /healthz and /readyz, and the webhook.
    """
    settled = asyncio.Event()  # set when nothing comes in any more: only then may the works end
    try:
        async with asyncio.TaskGroup() as group:
            for work in parts.works:
                group.create_task(_until(work, settled))
            checking = group.create_task(profile.keep_in_step(parts.api, parts.words))
            try:
                await (_by_webhook(parts, stop, hook, port) if hook else _by_polling(parts, stop, port, lead))
            finally:
                checking.cancel()
                settled.set()
    except* SettingsError as errors:
        raise errors.exceptions[0] from None
    finally:
        for reason, count in sorted(parts.intake.dropped.items()):
            logger.info("action=updates-dropped reason=%s count=%d", reason, count)


async def _until(work: Work, settled: asyncio.Event) -> None:
    await work(settled)


async def _by_polling(parts: Parts, stop: asyncio.Event, port: int | None, lead: Lead) -> None:
    health = Health(database=parts.database)  # who waits for the lead is ready: ready to take over
    async with AsyncExitStack() as stack:
        if port is not None:
            from bot.platforms.telegram import webhook  # loads a web server: only where it serves

            await stack.enter_async_context(webhook.serving(webhook.pages(health), port, health))
        while not stop.is_set():
            async with lead(stop) as cease:
                if cease is not None:
                    await _poll(parts, cease, health)
        health.draining = True


async def _poll(parts: Parts, cease: asyncio.Event, health: Health) -> None:
    polling = Polling(parts.api, parts.intake)
    health.silent_for = polling.silent_for
    try:
        await registering.unregister(parts.api, cease)
        logger.info("action=polling")
        await polling.run(cease)
    finally:
        health.silent_for = None


async def _by_webhook(parts: Parts, stop: asyncio.Event, hook: Hook, port: int | None) -> None:
    if port is None:
        raise SettingsError("A webhook needs PORT.")
    from bot.platforms.telegram import webhook

    health = Health(database=parts.database)
    routes = [*webhook.pages(health), webhook.endpoint(hook.url, hook.secret, parts.intake, health)]
    async with webhook.serving(routes, port, health):
        await registering.register(parts.api, hook.url, hook.secret, stop)
        logger.info("action=webhook port=%d", port)
        await stop.wait()
        health.draining = True
