"""Dates: what is due for review, what will soon be, and dates that cannot be right. The day comes from the caller."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.model import Certainty, Graph

NOTICE = 30  # days before review_by in which a warning is given
QUICK, SLOW = 92, 366  # days between two reviews: of what Meta and courts can change, and of everything else


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Due:
    """A page and the day by which it must be looked at again."""

    review_by: date
    kind: str
    id: str
    reviewed: date
    within: int = SLOW

    @property
    def file(self) -> str:
        return f"{self.kind}s/{self.id}.yaml"


def calendar(graph: Graph) -> list[Due]:
    """Every topic and guide, the most urgent first."""
    topics = [
        Due(
            kind="topic",
            id=topic.id,
            reviewed=topic.reviewed,
            review_by=topic.review_by,
            within=SLOW if topic.certainty is Certainty.CONFIRMED else QUICK,
        )
        for topic in graph.topics.values()
    ]
    guides = [
        Due(kind="guide", id=guide.id, reviewed=guide.checked, review_by=guide.review_by, within=QUICK)
        for guide in graph.guides.values()
    ]
    return sorted([*topics, *guides])


def findings(content: Content, *, strict: bool) -> Iterator[Finding]:
    """Stale and impossible dates; what is past its day is an error only if `strict`."""
    for due in calendar(content.graph):
        where = (due.file, "review_by")
        left = (due.review_by - content.day).days
        if left < 0:
            level = Level.ERROR if strict else Level.WARNING
            what = f"was to be reviewed by {due.review_by}"
            mend = "Check it against its sources, then set the date of the review and the next 'review_by'."
            yield content.at(level, "stale", where, what, mend)
        elif left <= NOTICE:
            what = f"is to be reviewed by {due.review_by}, in {left} days"
            yield content.at(Level.WARNING, "stale", where, what, "Check it against its sources.")
        yield from _possible(content, due)


def _possible(content: Content, due: Due) -> Iterator[Finding]:
    reviewed = "checked" if due.kind == "guide" else "reviewed"
    if due.reviewed > content.day:
        what = f"'{reviewed}: {due.reviewed}' lies after {content.day}"
        yield content.at(Level.ERROR, "dates", (due.file, reviewed), what, "Write the day on which it was checked.")
    days = (due.review_by - due.reviewed).days
    if days <= 0:
        what = f"'review_by: {due.review_by}' does not lie after '{reviewed}: {due.reviewed}'"
        yield content.at(Level.ERROR, "dates", (due.file, "review_by"), what, "Write a later day.")
    if days > due.within:
        what = f"{days} days between two reviews"
        mend = f"Set 'review_by' at most {due.within} days after '{reviewed}': guides and unconfirmed things change."
        yield content.at(Level.ERROR, "dates", (due.file, "review_by"), what, mend)
