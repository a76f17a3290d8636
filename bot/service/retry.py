"""What to try again, and when. Pure decisions, so that they can be read and tested without a clock or a network.

The policy for `Unknown` (the request went out, no answer came): an edit is repeated until an answer comes, for doing it
twice changes nothing. A new message is sent once more and then given up: a person rather reads an answer twice than
never, and at most twice.
"""

from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable

TRIES = 3  # of an update whose handling raises: then it is apologised for
MOST_EDITS = 20
LONGEST = 300.0  # seconds between two tries at the most


def verdict(outgoing: Outgoing, outcome: Outcome) -> Outcome:
    """What is written down for an outcome: the outcome itself, or a final one when there were tries enough."""
    match outcome:
        case Unknown(reason=reason):
            most = MOST_EDITS if outgoing.message.replace and outgoing.anchor is not None else 1
            return (
                outcome
                if outgoing.attempts < most
                else Rejected(f"no answer after {outgoing.attempts + 1} tries: {reason}")
            )
        case Sent() | Later() | Unreachable() | Moved() | Rejected():
            return outcome


def pause(failures: int) -> float:
    """Seconds to wait after so many failures of the database in a row."""
    return float(min(LONGEST, 0.5 * 2 ** min(failures, 10)))
