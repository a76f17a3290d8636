"""Everything that happens, numbered, for the page and the typed client.

Readers wait for the next event and never poll on a timer. The log is bounded: a reader that comes too late
is told so by the first number it gets.
"""

import asyncio
from collections import deque
from dataclasses import dataclass

from bot.sandbox.model import Json

KEPT = 4_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that happened: `kind` names it, `data` is ready for JSON."""

    seq: int
    kind: str
    data: Json

    def wire(self) -> Json:
        """The event as the control API shows it."""
        return {"seq": self.seq, "kind": self.kind, **self.data}


class EventLog:
    """Appends events and wakes whoever waits for them."""

    def __init__(self) -> None:
        self._events: deque[Event] = deque(maxlen=KEPT)
        self._last = 0
        self._waiting: set[asyncio.Future[None]] = set()

    def wake(self) -> None:
        """Lets everybody who waits look again: the server is closing."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    @property
    def last(self) -> int:
        """The number of the newest event."""
        return self._last

    def add(self, kind: str, **data: object) -> None:
        """Appends one event."""
        self._last += 1
        self._events.append(Event(seq=self._last, kind=kind, data=data))
        if self._waiting:
            for future in self._waiting:
                if not future.done():
                    future.set_result(None)
            self._waiting.clear()

    def after(self, seq: int) -> list[Event]:
        """The kept events with a higher number, oldest first."""
        missing = self._last - seq
        if missing <= 0:
            return []
        if missing >= len(self._events):
            return list(self._events)
        return [self._events[index] for index in range(len(self._events) - missing, len(self._events))]

    async def wait(self, seq: int, timeout: float) -> list[Event]:  # noqa: ASYNC109  the wait is part of the protocol
        """The events after `seq`, waiting up to `timeout` seconds for the first."""
        if self._last <= seq and timeout > 0:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.add(future)
            try:
                await asyncio.wait_for(future, timeout)
            except TimeoutError:
                pass
            finally:
                self._waiting.discard(future)
        return self.after(seq)
