"""The raw Bot API traffic, both ways, for developers: bounded, without the token and without the bytes of files."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.model import Json

KEPT = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A request of the bot and its answer, or a webhook delivery (`method` is then "webhook")."""

    seq: int
    at: float
    method: str
    params: Json
    status: int
    answer: object
    ms: float

    def wire(self) -> Json:
        """The call as the control API shows it."""
        return {
            "seq": self.seq,
            "at": self.at,
            "method": self.method,
            "params": self.params,
            "status": self.status,
            "answer": self.answer,
            "ms": round(self.ms, 2),
        }


class Traffic:
    """The latest calls."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT)
        self.count = 0
        self.on_add: Callable[[Call], None] | None = None

    def add(self, *, at: float, method: str, params: Json, status: int, answer: object, ms: float) -> Call:
        """Records one call."""
        self.count += 1
        call = Call(seq=self.count, at=at, method=method, params=params, status=status, answer=answer, ms=ms)
        self._calls.append(call)
        if self.on_add is not None:
            self.on_add(call)
        return call

    def after(self, seq: int, method: str | None = None) -> list[Call]:
        """The kept calls with a higher number, of one method or of all."""
        return [call for call in self._calls if call.seq > seq and method in (None, call.method)]
