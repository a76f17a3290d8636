"""What to try again, and when. Pure decisions, so that they can be read and tested without a clock or a network.

The policy for `Unknown` (the request went out, no answer came): an edit is repeated until an answer comes, for doing it
twice changes nothing. A new message is sent once more and then given up: a person rather reads an answer twice than
never, and at most twice. A message whose sending was cut off by the end of the process is sent again by the next one.
"""

from typing import assert_never

from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable

MOST_UNCERTAIN = 1  # repetitions of a new message that may have arrived
MOST_UNCERTAIN_EDITS = 20
LONGEST = 30.0  # seconds between two tries at the most


def verdict(outgoing: Outgoing, outcome: Outcome) -> Outcome:
    """What is written down for an outcome: the outcome itself, or a final one when there were tries enough."""
    match outcome:
        case Unknown(reason=reason):
            editing = outgoing.message.replace and outgoing.anchor is not None
            most = MOST_UNCERTAIN_EDITS if editing else MOST_UNCERTAIN
            return outcome if outgoing.uncertain < most else Rejected(f"no answer, tried often enough: {reason}")
        case Sent() | Later() | Unreachable() | Moved() | Rejected():
            return outcome
        case _:
            assert_never(outcome)


def pause(failures: int) -> float:
    """Seconds to wait after so many failures in a row: 0.5, 1, 2 ... 30."""
    return min(LONGEST, 0.25 * 2.0 ** min(failures, 10))
