"""What must be settled with Telegram before anything comes in: who we are, and where updates go.

Asked again until it answers, for a bot must start while Telegram is away; only a no that stays a no ends the start.
"""

import asyncio
import logging

from bot.errors import SettingsError
from bot.platforms.telegram.api import ALLOWED_UPDATES, Api, Done, Me, Refused, me_of
from bot.platforms.telegram.polling import unless

logger = logging.getLogger(__name__)

CONNECTIONS = 40  # deliveries to the webhook at once
NO_TOKEN = "Telegram does not know this BOT_TOKEN. Ask @BotFather for the current one."  # noqa: S105  a sentence


async def check_token(api: Api) -> None:
    """Raises SettingsError if Telegram says that the token is wrong; if it says nothing, that is found out later."""
    match await api.call("getMe", {}):
        case Refused(code=401 | 404):
            raise SettingsError(NO_TOKEN)


async def introduce(api: Api, stop: asyncio.Event) -> Me | None:
    """Asks Telegram who the bot is, until it answers; None if `stop` comes first. A bad token is a SettingsError."""
    result = await insist(api, "getMe", {}, stop)
    return me_of(result) if isinstance(result, dict) else None


async def register(api: Api, url: str, secret: str, stop: asyncio.Event) -> None:
    """Tells Telegram where to bring updates, trying again until it answers; what waits there is never dropped."""
    fields = {
        "url": url,
        "secret_token": secret,
        "allowed_updates": list(ALLOWED_UPDATES),
        "max_connections": CONNECTIONS,
    }
    await insist(api, "setWebhook", fields, stop)


async def unregister(api: Api, stop: asyncio.Event) -> None:
    """Takes the webhook away if there is one, so that polling can begin; what waits there is never dropped."""
    found = await insist(api, "getWebhookInfo", {}, stop)
    if isinstance(found, dict) and found.get("url"):
        await insist(api, "deleteWebhook", {}, stop)


async def insist(api: Api, method: str, fields: dict[str, object], stop: asyncio.Event) -> object:
    """The result of a method that must work before anything else can; None if `stop` comes first."""
    pause = 1.0
    while not stop.is_set():
        answer = await unless(stop, api.call(method, fields))
        match answer:
            case None:
                break
            case Done(result):
                return result
            case Refused(code=401 | 404):
                raise SettingsError(NO_TOKEN)
            case Refused(code=400, reason=reason):
                raise SettingsError(f"Telegram refuses {method}: {reason}")
            case Refused(reason=reason, retry_after=seconds):
                logger.warning("action=start-put-off method=%s reason=%s", method, reason)
                pause = max(pause, seconds or 0.0)
            case other:
                logger.warning("action=start-put-off method=%s reason=%s", method, other.reason)
        await unless(stop, asyncio.sleep(pause))
        pause = min(30.0, pause * 2)
    return None
