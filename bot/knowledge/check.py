"""What must hold for the bot to start: no dangling id, no unknown source, no phrasing in two topics, fitting lengths.

Questions of taste and time (stale dates, readability, reachability) are `quality.py`'s.
"""

from collections.abc import Callable, Iterator

from bot.knowledge.fold import fold
from bot.knowledge.model import LANGUAGES, EdgeKind, Graph, Language, Move, Topic
from bot.knowledge.topicfile import Places
from bot.knowledge.yamlfile import Problems, Spot
from bot.messages import plain

LABEL, TITLE, SHORT, DETAIL = 32, 80, 500, 1500


def references(graph: Graph, places: Places, problems: Problems) -> None:
    """Reports every id that names nothing, and every text that is too long."""
    for topic in graph.topics.values():
        _edges(graph, topic, places, problems)
        _lengths(topic, places, problems)
    for (kind, *rest), place in list(places.items()):
        if rest[-2:-1] == ["source"] and rest[-1] not in graph.sources:
            problems.add(place, f"unknown source '{rest[-1]}'", "Add it to data/sources.yaml or correct the id.")
        if kind == "guide" and len(rest) == 3 and rest[1] == "next" and rest[2] not in graph.topics:
            problems.add(place, f"unknown topic '{rest[2]}'", "Write the id of a file in data/topics/.")
    _guides(graph, places, problems)
    _follow_ups(graph, places, problems)


def _edges(graph: Graph, topic: Topic, places: Places, problems: Problems) -> None:
    for edge in topic.edges:
        known = graph.guides if edge.kind is EdgeKind.GUIDE else graph.topics
        place = places["topic", topic.id, edge.kind, edge.target]
        if edge.target not in known:
            where = "data/guides/" if edge.kind is EdgeKind.GUIDE else "data/topics/"
            problems.add(
                place,
                f"the edge '{edge.kind}' leads to '{edge.target}', which does not exist",
                f"Write the id of a file in {where}.",
            )
        elif edge.target == topic.id and edge.kind not in {EdgeKind.GUIDE, EdgeKind.ON}:
            problems.add(place, f"the edge '{edge.kind}' leads to its own topic", "Take it away.")


def _lengths(topic: Topic, places: Places, problems: Problems) -> None:
    for language in LANGUAGES:
        sizes = {
            "label": (len(topic.label[language]), LABEL),
            "title": (len(topic.title[language]), TITLE),
            "short": (len(plain(topic.short[language])), SHORT),
            "detail": (len(plain(topic.detail[language])) if topic.detail else 0, DETAIL),
        }
        for key, (size, limit) in sizes.items():
            if size > limit:
                place = places["topic", topic.id, key]
                problems.add(place, f"{key} ({language}) has {size} characters", f"Shorten it to {limit}.")


def _guides(graph: Graph, places: Places, problems: Problems) -> None:
    for guide in graph.guides.values():
        if guide.id not in graph.topics:
            problems.add(
                places["guide", guide.id],
                f"no topic has the guide's id '{guide.id}'",
                f"Write data/topics/{guide.id}.yaml.",
            )
        for way in guide.ways:
            for step in way.steps:
                own = places.get(("guide", guide.id, way.id, step.id, "other_way"))
                if own and step.other_way and not guide.way(step.other_way):
                    problems.add(
                        own,
                        f"unknown way '{step.other_way}'",
                        f"Write one of: {', '.join(w.id for w in guide.ways)}.",
                    )
                place = places.get(("guide", guide.id, way.id, step.id, "topic"))
                if place and step.topic not in graph.topics:
                    problems.add(place, f"unknown topic '{step.topic}'", "Write the id of a file in data/topics/.")


def _follow_ups(graph: Graph, places: Places, problems: Problems) -> None:
    owners: dict[str, str] = {}
    for rule in graph.follow_ups:
        if rule.id in graph.topics:
            problems.add(places["follow-up", rule.id], f"'{rule.id}' is a topic, too", "Choose another name.")
        for phrase in {fold(phrase) for each in rule.phrases for phrase in each}:
            if owners.setdefault(phrase, rule.id) != rule.id:
                what = f"the phrase '{phrase}' stands in '{owners[phrase]}' too"
                problems.add(places["follow-up", rule.id], what, "Keep it in one of them.")
        if rule.to.startswith("topic:") and any(len(each) for each in rule.examples):
            what = f"'{rule.id}' leads to a topic, so its examples teach nothing"
            problems.add(places["follow-up", rule.id], what, f"Make them phrasings in data/topics/{rule.to[6:]}.yaml.")
        for topic in rule.here:
            if topic not in graph.topics:
                what = f"unknown topic '{topic}' under 'here'"
                problems.add(places["follow-up", rule.id], what, "Write the id of a file in data/topics/.")
        kind, _, target = rule.to.partition(":")
        known: tuple[str, ...] = {
            "edge": tuple(EdgeKind),
            "move": tuple(Move),
            "topic": tuple(graph.topics),
        }.get(kind, ())
        if target not in known:
            problems.add(
                places["follow-up", rule.id],
                f"'{rule.to}' leads nowhere",
                "Write move:<word>, edge:<kind> or topic:<id>.",
            )


def phrasings(graph: Graph, spot: Callable[[str, Language, str], Spot], problems: Problems) -> None:
    """Reports a phrasing that two topics claim; `spot` tells where a topic's phrasing in a language stands."""
    seen: set[int] = set()  # of hashes, not phrases: there are tens of thousands
    firsts: dict[str, tuple[str, Language, str]] = {}
    for folded, key in _folded(graph):
        if hash(folded) not in seen:
            seen.add(hash(folded))
            continue
        firsts = firsts or _firsts(graph)
        first = spot(*firsts[folded])
        problems.add(
            spot(*key),
            f"the phrasing '{key[-1]}' of '{key[0]}' stands already at {first.file}:{first.line}",
            "Keep it in the topic that answers it.",
        )


def _firsts(graph: Graph) -> dict[str, tuple[str, Language, str]]:
    """Where each phrase stands first."""
    found: dict[str, tuple[str, Language, str]] = {}
    for folded, key in _folded(graph):
        found.setdefault(folded, key)
    return found


def _folded(graph: Graph) -> Iterator[tuple[str, tuple[str, Language, str]]]:
    for topic in graph.topics.values():
        for language in LANGUAGES:
            own = {folded: phrasing for phrasing in topic.phrasings[language][::-1] if (folded := fold(phrasing))}
            for folded, phrasing in own.items():
                yield folded, (topic.id, language, phrasing)
