"""Trouble on demand: the next calls of a method fail the way Telegram and networks fail."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.errors import ApiError, ControlError


class FaultKind(StrEnum):
    """What can go wrong."""

    FORBIDDEN = "forbidden"  # 403: blocked
    TOO_MANY = "too_many"  # 429 with retry_after
    SERVER_ERROR = "server_error"  # 5xx as Telegram words it
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML from something in between
    UNAUTHORIZED = "unauthorized"  # 401: the token was revoked
    BAD_REQUEST = "bad_request"  # 400 with words of your choice
    DROPPED = "dropped"  # the connection closes, nothing was done
    ANSWER_LOST = "answer_lost"  # it was done, and the connection closes before the answer
    SLOW = "slow"  # it was done, and the answer takes `seconds`


@dataclass(kw_only=True, slots=True)
class Fault:
    """One order: `method` ("*" for all) and, if given, `chat` say what it hits; `after` calls pass first."""

    kind: FaultKind
    method: str
    times: int = 1
    after: int = 0
    chat: int | None = None
    retry_after: int = 1
    code: int = 500
    description: str = ""
    seconds: float = 0.0

    def error(self) -> ApiError | None:
        """The refusal that Telegram would answer with, for the kinds that are one."""
        match self.kind:
            case FaultKind.FORBIDDEN:
                return ApiError(403, self.description or "Forbidden: bot was blocked by the user")
            case FaultKind.TOO_MANY:
                words = f"Too Many Requests: retry after {self.retry_after}"
                return ApiError(429, words, retry_after=self.retry_after)
            case FaultKind.SERVER_ERROR:
                return ApiError(self.code, self.description or "Internal Server Error")
            case FaultKind.UNAUTHORIZED:
                return ApiError(401, "Unauthorized")
            case FaultKind.BAD_REQUEST:
                return ApiError(400, self.description or "Bad Request: wrong request")
            case FaultKind.BAD_GATEWAY | FaultKind.DROPPED | FaultKind.ANSWER_LOST | FaultKind.SLOW:
                return None


class Faults:
    """The orders that are not used up, oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Takes an order."""
        if fault.times < 1 or not re.fullmatch(r"\*|[A-Za-z]+", fault.method):
            raise ControlError('A fault needs a method name or "*", and times of 1 or more.')
        self._faults.append(fault)

    def clear(self) -> None:
        """Ends all trouble."""
        self._faults.clear()

    def next(self, method: str, chat: object) -> Fault | None:
        """The fault that hits this call, if any; it counts as used."""
        for fault in self._faults:
            if fault.method not in ("*", method) or (fault.chat is not None and str(fault.chat) != str(chat)):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            if fault.times == 0:
                self._faults.remove(fault)
            return fault
        return None
