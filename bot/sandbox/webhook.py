"""Delivers updates to a webhook as Telegram does: in order within a lane, again and again until it takes them.

The first failure is tried again at once, then after a delay that doubles; `Retry-After` is honoured;
an answer may carry a method to call. While an update fails, those behind it in its lane wait.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.model import Json
from bot.sandbox.traffic import Traffic
from bot.sandbox.updates import Update, UpdateQueue

LONGEST_RETRY_AFTER = 3600.0
ANSWER_TIMEOUT = 60.0
GONE_TIMEOUT = 23 * 3600.0  # a webhook that answers 410 for so long is closed
NOT_IN_ANSWERS = ("deletewebhook", "setwebhook", "close", "logout")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name

Execute = Callable[[str, Json], Awaitable[object]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Backoff:
    """Seconds between attempts: nothing before the first repetition, then `first` doubled each time up to `longest`."""

    first: float = 1.0
    longest: float = 60.0

    def delay(self, failures: int) -> float:
        """The wait after so many failures of one update."""
        return 0.0 if failures <= 1 else min(self.longest, self.first * 2 ** (failures - 1))


@dataclass(frozen=True, kw_only=True, slots=True)
class Webhook:
    """What setWebhook asked for."""

    url: str
    secret: str = ""
    max_connections: int = 40
    certificate: bool = False
    ip_address: str = ""


class Courier:
    """Carries updates to the webhook, while there is one."""

    def __init__(self, *, updates: UpdateQueue, traffic: Traffic, now: Callable[[], float], backoff: Backoff) -> None:
        self._updates = updates
        self._traffic = traffic
        self._now = now
        self._backoff = backoff
        self._lanes: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None
        self._gone_since: float | None = None
        self._last_error: tuple[float, str] | None = None
        self.webhook: Webhook | None = None
        self.execute: Execute | None = None  # runs a method that came in an answer; set by the server

    def set(self, webhook: Webhook) -> None:
        """Starts to deliver, beginning with what waits already."""
        self.remove()
        self.webhook = webhook
        self._places = asyncio.Semaphore(webhook.max_connections)
        self._updates.interrupt()
        self._updates.on_push = self._enqueue
        for update in self._updates.waiting():
            self._enqueue(update)

    def remove(self) -> None:
        """Stops delivering; what was not taken waits for getUpdates."""
        self.webhook = None
        self._last_error = None
        self._gone_since = None
        self._updates.on_push = None
        self._lanes.clear()
        current = asyncio.current_task() if self._tasks else None
        for task in self._tasks:
            if task is not current:
                task.cancel()

    async def close(self) -> None:
        """Ends all deliveries and connections."""
        self.remove()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def info(self) -> Json:
        """The answer to getWebhookInfo."""
        hook = self.webhook
        info: Json = {
            "url": hook.url if hook else "",
            "has_custom_certificate": bool(hook and hook.certificate),
            "pending_update_count": self._updates.count(),
        }
        if hook is not None:
            info["max_connections"] = hook.max_connections
            info["ip_address"] = hook.ip_address or "127.0.0.1"
        if self._last_error is not None:
            info["last_error_date"] = int(self._last_error[0])
            info["last_error_message"] = self._last_error[1]
        return info

    def _enqueue(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, name: str) -> None:
        """Delivers one lane until it is empty; a failing update holds up those behind it."""
        lane = self._lanes[name]
        while lane and self._lanes.get(name) is lane:
            update = lane[0]
            failures = 0
            while self.webhook is not None and self._updates.has(update.id) and update.expires > self._now():
                async with self._places:
                    wait = await self._attempt(self.webhook, update)
                if wait is None:
                    break
                failures += 1
                await asyncio.sleep(wait or self._backoff.delay(failures))
            if self.webhook is None:
                return
            self._updates.confirm(update.id)
            lane.popleft()
        if self._lanes.get(name) is lane:
            del self._lanes[name]

    async def _attempt(self, hook: Webhook, update: Update) -> float | None:
        """One POST: None when it was taken, else the seconds that the webhook asked to wait (0: no wish)."""
        started = time.perf_counter()
        status, answer, retry_after = 0, "", 0.0
        try:
            async with self._client().post(
                hook.url,
                json=update.wire(),
                headers={SECRET_HEADER: hook.secret} if hook.secret else {},
                allow_redirects=False,
                ssl=False,
            ) as response:
                status, answer = response.status, await response.text(errors="replace")
                retry_after = _seconds(response.headers.get("Retry-After"))
                wrong = "" if 200 <= status <= 299 else f"Wrong response from the webhook: {status} {response.reason}"
        except TimeoutError:
            wrong = "Read timeout expired"
        except aiohttp.ServerDisconnectedError:
            wrong = "Webhook connection closed"
        except (aiohttp.ClientError, OSError):
            wrong = "Connection refused"
        took = (time.perf_counter() - started) * 1000
        self._traffic.add(
            at=self._now(), method="webhook", params=update.wire(), status=status, answer=answer or wrong, ms=took
        )
        if not wrong:
            self._gone_since = None
            await self._obey(answer)
            return None
        self._failed(status, wrong)
        return retry_after

    def _failed(self, status: int, words: str) -> None:
        self._last_error = (self._now(), words)
        if status != 410:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._now()
        elif self._now() > self._gone_since + GONE_TIMEOUT:
            self.remove()

    async def _obey(self, answer: str) -> None:
        """Calls the method that an answer may name; like Telegram, nobody learns how it went."""
        try:
            params = json.loads(answer)
        except ValueError:
            return
        if not isinstance(params, dict) or self.execute is None:
            return
        method = str(params.pop("method", ""))
        if method and method.lower() not in NOT_IN_ANSWERS and not method.lower().startswith("get"):
            await self.execute(method, params)

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT), trust_env=False)
        return self._session


def _seconds(header: str | None) -> float:
    if header is None or not header.isdecimal():
        return 0.0
    return min(LONGEST_RETRY_AFTER, float(header))


def loopback(url: str) -> bool:
    """Whether a webhook's address is on this machine, the only place the sandbox delivers to."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
