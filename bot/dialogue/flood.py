"""Too much at once: one kind reply, then silence for a while. Asked before a step, where replies cost something.

Pure: the count lives in the chat's state, so that every replica sees the same. Presses are never held back.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.dialogue.brain import Words
from bot.events import Attached, Commanded, Event, Wrote
from bot.messages import Message, words

WINDOW = 60  # seconds
MOST = 20  # messages of a chat that are answered in a window
STALE = timedelta(minutes=10)  # what was sent before that waited for us: the bot was away
MOST_STALE = 3  # of those, so many are answered: nobody wants thirty answers at once
ATTACHED_PAUSE = 20  # seconds after a reply about an attachment in which others get none: an album is many messages


@dataclass(frozen=True, kw_only=True, slots=True)
class Burst:
    """What came in the window that began at `since` (Unix seconds); `attached`: the last reply to an attachment."""

    since: int
    count: int = 0
    attached: int = 0


class Admission(StrEnum):
    """What is done with an event."""

    ANSWER = "answer"
    FLOOD = "flood"  # say once that it is too much
    AWAY = "away"  # say once that not everything that waited can be answered
    SILENCE = "silence"


def admit(burst: Burst | None, event: Event, now: datetime) -> tuple[Burst | None, Admission]:
    """Whether `event`, at hand at `now`, is answered; and the count with it."""
    if not isinstance(event, Wrote | Commanded | Attached):
        return burst, Admission.ANSWER
    second = int(now.timestamp())
    if burst is None or not burst.since <= second < burst.since + WINDOW:
        burst = Burst(since=second, attached=burst.attached if burst else 0)
    stale = now - event.at > STALE
    most = MOST_STALE if stale else MOST
    counted = replace(burst, count=burst.count + 1)
    if counted.count == most + 1:
        return counted, Admission.AWAY if stale else Admission.FLOOD
    if counted.count > most:
        return counted, Admission.SILENCE
    if not isinstance(event, Attached):
        return counted, Admission.ANSWER
    if 0 <= second - burst.attached < ATTACHED_PAUSE:
        return counted, Admission.SILENCE
    return replace(counted, attached=second), Admission.ANSWER


def notice(say: Words, admission: Admission) -> Message | None:
    """The one kind reply; None where there is nothing to say."""
    match admission:
        case Admission.FLOOD:
            return Message(text=words(say.gettext("notice.flood")))
        case Admission.AWAY:
            return Message(text=words(say.gettext("notice.away")))
        case Admission.ANSWER | Admission.SILENCE:
            return None
