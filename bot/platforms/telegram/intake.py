"""Takes updates one by one, whatever brought them: reads, answers presses at once, hands on, counts what it drops.

`take` returns only when the update's effect is committed: only then may it be acknowledged to Telegram.
"""

import asyncio
import logging
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Protocol, assert_never

from bot.errors import StorageDown
from bot.platforms.telegram.api import Me
from bot.platforms.telegram.dropped import Dropped
from bot.platforms.telegram.updates import Read, Searched, read
from bot.service.ports import Inbound, MovedChat, Sender

logger = logging.getLogger(__name__)


class Conversation(Protocol):
    """What answers: `bot.service.converse.Conversation`."""

    async def handle(self, arrival: Inbound | MovedChat) -> object:
        """Commits the effect of an update, or raises StorageDown."""
        ...


class Intake:
    """The way in for one bot."""

    def __init__(
        self,
        me: Me,
        conversation: Conversation,
        sender: Sender,
        search: Callable[[Searched], Awaitable[None]],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.dropped: Counter[str] = Counter()
        self._me = me
        self._conversation = conversation
        self._sender = sender
        self._search = search
        self._clock = clock

    def read(self, update: object) -> Read:
        """What the update tells."""
        return read(update, self._me, self._clock())

    async def take(self, arrival: Read) -> bool:
        """Carries an update through; False if it was nothing for us. Raises StorageDown, and nothing else of ours."""
        match arrival:
            case Dropped(reason, update, callback):
                self.dropped[reason] += 1
                logger.debug("action=update-dropped reason=%s update=%s", reason, update)
                if callback is not None:
                    await self._sender.acknowledge(callback)
                return False
            case Searched():
                await self._search(arrival)
            case Inbound(callback=str(callback)):
                await self._pressed(arrival, callback)
            case Inbound() | MovedChat():
                await self._handle(arrival)
            case _:
                assert_never(arrival)
        return True

    async def _pressed(self, arrival: Inbound, callback: str) -> None:
        """The button stops spinning while the answer is being thought of, not after it."""
        answered = asyncio.create_task(self._sender.acknowledge(callback))
        try:
            await self._handle(arrival)
        finally:
            await answered

    async def _handle(self, arrival: Inbound | MovedChat) -> None:
        try:
            await self._conversation.handle(arrival)
        except StorageDown:
            raise
        except Exception as error:  # noqa: BLE001  one update that cannot be handled must not stop the others
            # Not the error's own text: it may hold a person's words.
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("action=update-failed update=%d error=%s\n%s", arrival.update, type(error).__name__, where)  # noqa: TRY400


def lane(arrival: Read) -> object:
    """What must stay in order: the chat; other updates stand for themselves."""
    match arrival:
        case Inbound(chat=chat):
            return chat
        case MovedChat(old=chat):
            return chat
        case Searched(update=update):
            return ("search", update)
        case Dropped(update=update):
            return ("dropped", update)
        case _:
            assert_never(arrival)
