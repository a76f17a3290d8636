"""One update, one transaction: recorded, understood, saved and answered into the outbox, or nothing of it.

Nothing is acknowledged to the platform before `handle` has returned. An update that cannot be handled (a fault of ours)
is tried a few times, then recorded and apologised for, so that it never stands in the way of the next one.
"""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import assert_never

from bot.dialogue import privacy
from bot.dialogue.brain import Brain, Step
from bot.dialogue.effects import CancelReminders, Count, Erase, ShowCommands, ShowStored, StartDeletionClock
from bot.dialogue.flood import Admission, Burst, admit, notice
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.errors import Conflict, StorageDown
from bot.events import Wrote
from bot.messages import Message, words
from bot.service.ports import Inbound, MovedChat, Sender, Store, StoredChat, Transaction
from bot.service.retry import TRIES
from bot.service.turns import Turns

logger = logging.getLogger(__name__)
CONFLICTS = 5  # how often a step is repeated because another replica was first


class Conversation:
    """Answers updates with the brain, in the store."""

    def __init__(
        self,
        brain: Brain,
        store: Store,
        sender: Sender,
        wake: Callable[[], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.counted: Counter[str] = Counter()
        self._brain = brain
        self._store = store
        self._sender = sender
        self._wake = wake
        self._clock = clock
        self._turns = Turns()

    async def handle(self, arrival: Inbound | MovedChat) -> None:
        """Commits the effect of an update. Raises StorageDown when the database does not answer, and nothing else."""
        match arrival:
            case Inbound(chat=chat):
                async with self._turns.of(chat):
                    after = await self._tried(arrival)
                self._wake()
                await after()
            case MovedChat(old=old):
                async with self._turns.of(old), self._store.transaction() as work:
                    if await work.record(arrival.update, self._clock()):
                        await work.move(arrival.old, arrival.new)
            case _:
                assert_never(arrival)

    async def _tried(self, inbound: Inbound) -> Callable[[], Awaitable[None]]:
        for attempt in range(1, TRIES + 1):
            try:
                return await self._answered(inbound)
            except StorageDown:
                raise
            except Exception as error:  # noqa: BLE001 (whatever it is, it must not stop the next update)
                kind = type(error).__name__  # never its text: it may hold a person's words
                logger.error("action=step-failed update=%d attempt=%d error=%s", inbound.update, attempt, kind)  # noqa: TRY400
        self.counted["poison"] += 1
        await self._apologise(inbound)
        return _nothing

    async def _answered(self, inbound: Inbound) -> Callable[[], Awaitable[None]]:
        for _ in range(CONFLICTS):
            try:
                return await self._once(inbound)
            except Conflict:
                await asyncio.sleep(0)
        raise Conflict(f"chat {inbound.chat} is being changed all the time")

    async def _once(self, inbound: Inbound) -> Callable[[], Awaitable[None]]:
        now = self._clock()
        async with self._store.transaction() as work:
            if not await work.record(inbound.update, now):
                self.counted["repeated"] += 1
                return _nothing
            stored = await work.load(inbound.chat)
            burst, admission = admit(_burst(stored.burst), inbound.event, now)
            if admission is not Admission.ANSWER:
                await self._hold_back(work, inbound, stored, burst, admission)
                return _nothing
            result = step(self._brain, State.from_json(stored.state), inbound.event)
            messages = await self._carry_out(work, inbound, result)
            if not any(isinstance(effect, Erase) for effect in result.effects):
                state = result.state.to_json()
                await work.save(inbound.chat, state, stored.version, now, _dumped(burst))
            if any(isinstance(effect, StartDeletionClock) for effect in result.effects):
                await work.start_deletion_clock(inbound.chat, now)
            await work.enqueue(*_in_place(inbound, stored, messages))
        self.counted[result.kind] += 1
        menu = next((effect for effect in result.effects if isinstance(effect, ShowCommands)), None)

        async def after() -> None:
            if menu is not None:
                await self._sender.show_commands(inbound.chat, menu.language)

        return after

    async def _carry_out(self, work: Transaction, inbound: Inbound, result: Step) -> list[Message]:
        """Does what the step asks of the database; returns all that is said."""
        said: list[Message] = []
        for effect in result.effects:
            match effect:
                case Erase():
                    await work.erase(inbound.chat)
                case CancelReminders():
                    await work.cancel_reminders(inbound.chat)
                case ShowStored():
                    tables = await work.stored(inbound.chat)
                    said.append(privacy.stored(self._brain.words[result.language], tables))
                case Count(topic=topic, language=language):
                    await work.count(inbound.event.at.date(), topic, language)
                case ShowCommands() | StartDeletionClock():
                    pass  # the first after the commit, the second after the state was saved
                case _:
                    assert_never(effect)
        return [*said, *result.messages]

    async def _hold_back(
        self, work: Transaction, inbound: Inbound, stored: StoredChat, burst: Burst | None, admission: Admission
    ) -> None:
        """Too much at once: one kind reply, then silence."""
        state = State.from_json(stored.state)
        await work.save(inbound.chat, state.to_json(), stored.version, self._clock(), _dumped(burst))
        reply = notice(self._brain.words[state.speaks], admission)
        if reply is not None:
            await work.enqueue(inbound, [reply])
        self.counted["held-back"] += 1

    async def _apologise(self, inbound: Inbound) -> None:
        async with self._store.transaction() as work:
            if await work.record(inbound.update, self._clock()):
                stored = await work.load(inbound.chat)
                say = self._brain.words[State.from_json(stored.state).speaks]
                await work.enqueue(inbound, [Message(text=words(say.gettext("notice.sorry")))])


def _in_place(inbound: Inbound, stored: StoredChat, messages: list[Message]) -> tuple[Inbound, list[Message]]:
    """If the person corrected the message that was answered last, its answer is corrected in place."""
    corrected = isinstance(inbound.event, Wrote) and inbound.event.edited
    if not (corrected and messages and stored.answered is not None and stored.asked == inbound.source):
        return inbound, messages
    return replace(inbound, anchor=stored.answered), [replace(messages[0], replace=True), *messages[1:]]


def _burst(text: str | None) -> Burst | None:
    try:
        return Burst(**json.loads(text)) if text else None
    except (TypeError, ValueError):
        return None


def _dumped(burst: Burst | None) -> str | None:
    return json.dumps(asdict(burst), separators=(",", ":")) if burst else None


async def _nothing() -> None:
    return None
