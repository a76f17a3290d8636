"""The graph as a whole: every topic is reached, every topic leads on, no list names the same thing twice."""

from collections import deque
from collections.abc import Iterator

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.fold import fold
from bot.knowledge.model import LANGUAGES, EdgeKind, Graph, Topic

STARTS = ("greeting", "capabilities", "announcement")
PHRASINGS = 20  # in each language; the product's own tests ask for more


def findings(content: Content) -> Iterator[Finding]:
    """Reachability, dead ends, and lists that are too short or say things twice."""
    yield from _unreached(content)
    for topic in content.graph.topics.values():
        yield from _dead_end(content, topic)
        yield from _phrasings(content, topic)
    for guide in content.graph.guides.values():
        if not guide.next:
            where = (f"guides/{guide.id}.yaml", "next")
            yield content.at(Level.ERROR, "dead-end", where, "the guide leads nowhere", "Name topics under 'next:'.")
    yield from _twice(content, "follow-ups.yaml", _follow_ups(content.graph))
    yield from _twice(content, "authorities.yaml", _aliases(content.graph))


def reached(graph: Graph, starts: tuple[str, ...] = STARTS) -> set[str]:
    """The topics that somebody gets to who begins at `starts` and follows edges, guides included."""
    found = {start for start in starts if start in graph.topics}
    waiting = deque(found)
    while waiting:
        topic = graph.topics[waiting.popleft()]
        beyond = {edge.target for edge in topic.edges}
        for guide_id in beyond & set(graph.guides):
            beyond |= set(graph.guides[guide_id].next)
        for target in (beyond & set(graph.topics)) - found:
            found.add(target)
            waiting.append(target)
    return found


def _unreached(content: Content) -> Iterator[Finding]:
    graph = content.graph
    found = reached(graph)
    led_to = {target for topic in graph.topics.values() for target in _offered(topic)}
    led_to |= {target for guide in graph.guides.values() for target in guide.next}
    for topic_id in graph.topics:
        where = (f"topics/{topic_id}.yaml", "id")
        if topic_id not in found:
            what = f"no edge leads here from {', '.join(STARTS)}"
            mend = f"Add '{topic_id}' to the edges of a topic that people see before."
            yield content.at(Level.ERROR, "reachability", where, what, mend)
        elif topic_id not in led_to | set(STARTS):
            what = "no button leads here: it stands under no topic's 'next' or 'related'"
            yield content.at(
                Level.WARNING, "reachability", where, what, f"Add '{topic_id}' to 'next' or 'related' somewhere."
            )


def _offered(topic: Topic) -> tuple[str, ...]:
    return (*topic.to(EdgeKind.NEXT), *topic.to(EdgeKind.RELATED), *topic.to(EdgeKind.GUIDE), *topic.to(EdgeKind.ON))


def _dead_end(content: Content, topic: Topic) -> Iterator[Finding]:
    if not topic.to(EdgeKind.NEXT) and not topic.to(EdgeKind.GUIDE) and topic.id not in content.graph.guides:
        where = (f"topics/{topic.id}.yaml", "edges")
        mend = "Add 'next: [...]' with what people ask after this, or 'guide: [...]'."
        yield content.at(Level.ERROR, "dead-end", where, "the topic leads nowhere", mend)


def _phrasings(content: Content, topic: Topic) -> Iterator[Finding]:
    for language in LANGUAGES:
        count = len({fold(phrasing) for phrasing in topic.phrasings[language]})
        if count < PHRASINGS:
            where = (f"topics/{topic.id}.yaml", "phrasings", language)
            what = f"{count} phrasings in '{language}'"
            mend = f"Write at least {PHRASINGS}: how different people ask this, with typos and slips, too."
            yield content.at(Level.ERROR, "phrasings", where, what, mend)


def _twice(content: Content, file: str, lists: Iterator[tuple[tuple[str, ...], tuple[str, ...]]]) -> Iterator[Finding]:
    """Words that two entries of `file` claim; each list comes with the path of its entry."""
    owners: dict[tuple[str, str], tuple[str, ...]] = {}
    for path, names in lists:
        for name in dict.fromkeys(fold(name) for name in names):
            owner = owners.setdefault((path[-1], name), path)
            if owner != path:
                what = f"'{name}' stands under '{owner[0]}' too"
                yield content.at(Level.ERROR, "twice", (file, *path), what, "Keep it in one place.")


def _follow_ups(graph: Graph) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for rule in graph.follow_ups:
        for language in LANGUAGES:
            yield (rule.id, "phrases", language), rule.phrases[language]
            if examples := tuple(rule.examples[language]):
                yield (rule.id, "examples", language), examples


def _aliases(graph: Graph) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for code, authority in graph.authorities.items():
        yield (code, "aliases"), (*authority.aliases, *authority.country)
