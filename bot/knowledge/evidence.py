"""What answers rest on: sources, how many and how sure, and the list of authorities."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.model import Certainty, Citation, Graph, Topic

CITATIONS = 5
OLD = 730  # days: an answer whose newest dated source is older needs fresh eyes
_EU = (
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
)  # fmt: skip
COUNTRIES = {**dict.fromkeys(_EU, "eu"), **dict.fromkeys(("IS", "LI", "NO"), "eea"), "GB": "uk", "CH": "ch"}
_LASTING = frozenset({"law", "court"})


def findings(content: Content) -> Iterator[Finding]:
    """Sources that nobody cites, citations that are too many or too old, authorities that are missing."""
    for topic in content.graph.topics.values():
        where = (f"topics/{topic.id}.yaml", "sources")
        yield from _citations(content, where, topic.citations)
        yield from _certainty(content, topic)
        yield from _age(content, topic)
    for guide in content.graph.guides.values():
        yield from _citations(content, (f"guides/{guide.id}.yaml", "sources"), guide.citations, limit=None)
    yield from _sources(content)
    yield from _authorities(content)


def cited(graph: Graph) -> set[str]:
    """The sources that a topic, a guide or a letter cites."""
    by_topics = {citation.source for topic in graph.topics.values() for citation in topic.citations}
    by_guides = {citation.source for guide in graph.guides.values() for citation in guide.citations}
    return by_topics | by_guides | {source for letter in graph.letters.values() for source in letter.citations}


def _citations(
    content: Content, where: tuple[str, ...], citations: tuple[Citation, ...], *, limit: int | None = CITATIONS
) -> Iterator[Finding]:
    if limit is not None and len(citations) > limit:
        what = f"{len(citations)} sources"
        yield content.at(Level.ERROR, "sources", where, what, f"Keep the {limit} that matter most to people.")
    for source, count in Counter(citation.source for citation in citations).items():
        if count > 1:
            what = f"'{source}' is cited {count} times"
            yield content.at(Level.ERROR, "sources", (*where, source), what, "Cite it once, with all that it supports.")


def _certainty(content: Content, topic: Topic) -> Iterator[Finding]:
    where = (f"topics/{topic.id}.yaml", "certainty")
    known = [content.graph.sources[each.source] for each in topic.citations if each.source in content.graph.sources]
    if topic.area != "bot" and not known:
        yield content.at(Level.ERROR, "sources", where, "an answer without a source", "Cite where it was read.")
    if topic.certainty is not Certainty.CONFIRMED or not known:
        return
    publishers = {source.publisher.en for source in known}
    if len(publishers) == 1 and not _LASTING & {source.kind for source in known}:
        what = f"'confirmed' rests on {next(iter(publishers))} alone"
        yield content.at(Level.WARNING, "certainty", where, what, "Cite a second one, or write 'one-source'.")
    if all(source.kind == "company" for source in known):
        what = "'confirmed' rests on the company's own words"
        yield content.at(Level.ERROR, "certainty", where, what, "Write 'attributed', or cite somebody else.")


def _age(content: Content, topic: Topic) -> Iterator[Finding]:
    known = [content.graph.sources[each.source] for each in topic.citations if each.source in content.graph.sources]
    if any(source.kind in _LASTING or not source.date for source in known):
        return
    newest = max((source.date for source in known), default="")
    if newest and (content.day - latest(newest)).days > OLD:
        where = (f"topics/{topic.id}.yaml", "sources")
        what = f"the newest source is of {newest}"
        yield content.at(Level.WARNING, "old-sources", where, what, "See whether it still holds; cite a newer one.")


def latest(written: str) -> date:
    """The last day that a date of a source ("2025-05-21", "2025-05", "2025") can mean, roughly."""
    year, month, day = (*(int(part) for part in written.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or 28)


def _sources(content: Content) -> Iterator[Finding]:
    used = cited(content.graph) | _named_by_authorities(content)
    addresses: dict[str, str] = {}
    for source_id, source in content.graph.sources.items():
        where = ("sources.yaml", source_id)
        if source_id not in used:
            mend = "Cite it where it belongs, or take it out."
            yield content.at(Level.WARNING, "unused", where, f"nobody cites '{source_id}'", mend)
        first = addresses.setdefault(source.url.rstrip("/"), source_id)
        if first != source_id:
            what = f"'{source_id}' has the address of '{first}'"
            yield content.at(Level.WARNING, "twice", where, what, "Keep one of them.")
        if source.date > content.day.isoformat():
            what = f"'{source_id}' is dated {source.date}, after {content.day}"
            yield content.at(Level.ERROR, "dates", (*where, "date"), what, "Correct the date.")


def _named_by_authorities(content: Content) -> set[str]:
    root = content.pages.roots.get("authorities.yaml")
    found: set[str] = set()
    for entry in root.value if root else ():
        for key, value in entry.value:
            if key.value == "sources":
                found |= {str(item.value) for item in value.value}
    return found


def _authorities(content: Content) -> Iterator[Finding]:
    listed = content.graph.authorities
    for code, region in COUNTRIES.items():
        if code not in listed:
            what = f"the authority of {code} is missing"
            yield content.at(Level.ERROR, "authorities", ("authorities.yaml",), what, "Add it with its site.")
        elif listed[code].region != region:
            where = ("authorities.yaml", code, "region")
            yield content.at(Level.ERROR, "authorities", where, f"{code} is not '{region}'", f"Write '{region}'.")
