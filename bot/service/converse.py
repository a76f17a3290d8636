"""One update, one transaction: recorded, understood, saved and answered into the outbox, or nothing of it.

Nothing is acknowledged to the platform before `handle` has returned. The step is thought out before the transaction
begins; if somebody else changed the chat meanwhile, it is thought out again on what they left.
"""

import asyncio
import json
import logging
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, TypeVar, assert_never

from bot.dialogue import privacy
from bot.dialogue.brain import Brain
from bot.dialogue.effects import CancelReminders, Count, Erase, ShowCommands, ShowStored, StartDeletionClock
from bot.dialogue.flood import Admission, Burst, admit, notice
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.errors import Conflict, StorageDown
from bot.events import Commanded, Wrote
from bot.messages import Message, words
from bot.service.ports import Delivery, Inbound, MovedChat, Outgoing, Sender, Store, StoredChat, Work
from bot.service.turns import Turns

logger = logging.getLogger(__name__)
A = TypeVar("A", Inbound, MovedChat)
TRIES = 3  # of an update whose handling raises; then it is recorded and apologised for
CONFLICTS = 20  # how often a step is repeated because somebody else was first; each time, somebody got on
PATIENCE = 0.005  # seconds before such a repetition, times how often it happened


class Conversation:
    """Answers updates with the brain, in the store."""

    def __init__(
        self,
        brain: Brain,
        store: Store,
        sender: Sender,
        delivery: Delivery,
        operators: frozenset[int] = frozenset(),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.counted: Counter[str] = Counter()
        self._brain = brain
        self._store = store
        self._sender = sender
        self._delivery = delivery
        self._operators = operators
        self._clock = clock
        self._turns = Turns()
        self._asides: set[asyncio.Task[None]] = set()

    async def handle(self, arrival: Inbound | MovedChat) -> None:
        """Commits the effect of an update. Raises StorageDown when the database does not answer, and nothing else."""
        match arrival:
            case Inbound(chat=chat):
                async with self._turns.of(chat):
                    if not await self._tried(arrival, self._answered):
                        self.counted["poison"] += 1
                        await self._tried(arrival, self._apologise)
            case MovedChat(old=old, new=new):
                first, second = sorted((old, new))
                async with self._turns.of(first), self._turns.of(second):
                    await self._tried(arrival, self._move)
            case _:
                assert_never(arrival)

    async def _tried(self, arrival: A, work: Callable[[A], Awaitable[None]]) -> bool:
        """Does the work, trying again if it fails; False if it fails every time."""
        for attempt in range(1, TRIES + 1):
            try:
                await work(arrival)
            except StorageDown:
                self._delivery.wake()
                raise
            except Exception as error:  # noqa: BLE001 (whatever it is, it must not stop the next update)
                self._log(arrival.update, work.__name__, error, attempt)
            else:
                return True
        return False

    async def _move(self, moved: MovedChat) -> None:
        await self._store.move(moved, self._clock())

    async def _answered(self, inbound: Inbound) -> None:
        for conflict in range(CONFLICTS):
            try:
                return await self._once(inbound)
            except Conflict:
                self.counted["conflict"] += 1
                await asyncio.sleep(PATIENCE * conflict)
        raise StorageDown("the chat is being changed all the time")

    async def _once(self, inbound: Inbound) -> None:
        now = self._clock()
        stored = await self._store.load(inbound.chat, inbound.update, now)
        if stored.repeated:
            self.counted["repeated"] += 1
            return
        burst, admission = admit(_burst(stored.burst), inbound.event, now)
        if admission is Admission.ANSWER:
            work, kind, asides = await self._thought(inbound, stored, now)
        else:
            work, kind, asides = self._held_back(inbound, stored, now, admission), "held-back", []
        done = await self._commit(replace(work, burst=_dumped(burst)), stored)
        self.counted[kind if done else "repeated"] += 1
        for aside in asides:
            self._beside(aside) if done else aside.close()

    async def _commit(self, work: Work, stored: StoredChat) -> bool:
        with self._delivery.reserved() as free:
            direct = free and not stored.pending
            rows = await self._store.commit(work, direct=direct)
            if rows is None:
                return False
            self._delivery.take(rows)
        if len(rows) < len(work.outgoing):
            self._delivery.wake()
        return True

    async def _thought(
        self, inbound: Inbound, stored: StoredChat, now: datetime
    ) -> tuple[Work, str, list[Coroutine[Any, Any, None]]]:
        """What the step changes and says, and what is to be done beside, after the commit."""
        event = inbound.event
        if isinstance(event, Commanded) and inbound.chat in self._operators:
            event = replace(event, trusted=True)
        result = step(self._brain, State.from_json(stored.state), event)
        work = Work(update=inbound.update, chat=inbound.chat, at=now, version=stored.version)
        said: list[Message] = []
        asides: list[Coroutine[Any, Any, None]] = []
        state: str | None = result.state.to_json()
        for effect in result.effects:
            match effect:
                case Erase():
                    work, state = replace(work, erase=True), None
                case CancelReminders():
                    work = replace(work, cancel_reminders=True)
                case StartDeletionClock():
                    work = replace(work, gone=True, cancel_reminders=True)
                    state = state if stored.version else None  # nothing is kept of who was never here
                case ShowStored():
                    tables = await self._store.stored(inbound.chat)
                    said.append(privacy.stored(self._brain.words[result.language], tables))
                case Count(topic=topic, language=language):
                    work = replace(work, counts=(*work.counts, (topic, language)))
                case ShowCommands(language=language):
                    asides.append(self._sender.show_commands(inbound.chat, language))
                case _:
                    assert_never(effect)
        outgoing = addressed(inbound, stored, [*said, *result.messages])
        return replace(work, state=state, outgoing=outgoing), result.kind, asides

    def _held_back(self, inbound: Inbound, stored: StoredChat, now: datetime, admission: Admission) -> Work:
        """Too much at once: one kind reply, then silence."""
        state = State.from_json(stored.state)
        reply = notice(self._brain.words[state.speaks], admission)
        return Work(
            update=inbound.update,
            chat=inbound.chat,
            at=now,
            version=stored.version,
            state=state.to_json(),
            outgoing=addressed(inbound, stored, [reply] if reply else []),
        )

    async def _apologise(self, inbound: Inbound) -> None:
        now = self._clock()
        stored = await self._store.load(inbound.chat, inbound.update, now)
        say = self._brain.words[State.from_json(stored.state).speaks]
        sorry = Message(text=words(say.gettext("notice.sorry")))
        work = Work(update=inbound.update, chat=inbound.chat, at=now, outgoing=addressed(inbound, stored, [sorry]))
        await self._commit(work, stored)

    def _beside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    def _log(self, update: int, action: str, error: Exception, attempt: int) -> None:
        # Never the error's text or a traceback with it: it may hold a person's words.
        where = traceback.extract_tb(error.__traceback__)
        place = f"{where[-1].filename}:{where[-1].lineno}" if where else "?"
        kind = type(error).__name__
        failed = action.strip("_")
        logger.error("action=%s-failed update=%d attempt=%d error=%s at=%s", failed, update, attempt, kind, place)


def addressed(inbound: Inbound, stored: StoredChat, messages: list[Message]) -> tuple[Outgoing, ...]:
    """Messages with where they go. Only the first answers the person's message, or takes an earlier answer's place.

    If the person corrected the message that was answered last, its answer is corrected in place.
    """
    corrected = isinstance(inbound.event, Wrote) and inbound.event.edited
    anchor = inbound.anchor
    if corrected and messages and stored.answered is not None and stored.asked == inbound.source:
        anchor, messages = stored.answered, [replace(messages[0], replace=True), *messages[1:]]
    return tuple(
        Outgoing(
            chat=inbound.chat,
            message=message,
            anchor=anchor if message.replace else None,
            source=inbound.source if first else None,
            thread=inbound.thread,
        )
        for first, message in zip([True] + [False] * len(messages), messages, strict=False)
    )


def _burst(text: str | None) -> Burst | None:
    try:
        return Burst(**json.loads(text)) if text else None
    except (TypeError, ValueError):
        return None


def _dumped(burst: Burst | None) -> str | None:
    return json.dumps(asdict(burst), separators=(",", ":")) if burst else None
