"""The methods by which the bot receives updates: getUpdates or a webhook, never both."""

import re
from urllib.parse import urlsplit

from bot.sandbox.checks import Upload
from bot.sandbox.errors import WEBHOOK_ACTIVE, bad_request, conflict
from bot.sandbox.methods.common import Answer, Handler
from bot.sandbox.model import Json
from bot.sandbox.webhook import Webhook, loopback
from bot.sandbox.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]*")


async def get_updates(world: World, p: Json) -> list[Json]:
    """getUpdates."""
    if world.courier.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    world.updates.allow(p.get("allowed_updates"))
    return await world.updates.poll(p.get("offset", 0), p.get("limit", 100), p.get("timeout", 0))


def set_webhook(world: World, p: Json) -> Answer:
    """setWebhook; an empty url removes it."""
    url = p["url"].strip()
    if not url:
        return delete_webhook(world, p)
    if not url.startswith(("http://", "https://")):
        url = f"https://{url}"
    _check_url(url)
    secret = p.get("secret_token", "")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if SECRET.fullmatch(secret) is None:
        raise bad_request("secret token contains unallowed characters")
    wanted = Webhook(
        url=url,
        secret=secret,
        max_connections=max(1, min(100, p.get("max_connections", 40))),
        certificate=isinstance(p.get("certificate"), Upload),
        ip_address=p.get("ip_address", ""),
    )
    world.updates.allow(p.get("allowed_updates"))
    if p.get("drop_pending_updates"):
        world.updates.clear()
    elif world.courier.webhook == wanted:
        return Answer(result=True, description="Webhook is already set")
    world.courier.set(wanted)
    world.events.add("listening")
    return Answer(result=True, description="Webhook was set")


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if not host:
        raise bad_request("invalid webhook URL specified")
    if not loopback(url):
        if parts.scheme == "http":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        raise bad_request("bad webhook: the sandbox delivers to 127.0.0.1 only")


def delete_webhook(world: World, p: Json) -> Answer:
    """deleteWebhook."""
    if p.get("drop_pending_updates"):
        world.updates.clear()
    if world.courier.webhook is None:
        return Answer(result=True, description="Webhook is already deleted")
    world.courier.remove()
    return Answer(result=True, description="Webhook was deleted")


def get_webhook_info(world: World, _: Json) -> Json:
    """getWebhookInfo."""
    info = world.courier.info()
    if not world.updates.is_default():
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def close(world: World, _: Json) -> bool:
    """close and logOut: nothing to do here, and they say yes as Telegram does."""
    world.updates.interrupt()
    return True


HANDLERS: dict[str, Handler] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "close": close,
    "logOut": close,
}
