"""From the files under `data/` to a `Graph`, or to one error that lists every problem with file, line and mend.

It opens no file: it takes a mapping of names to contents, whatever that does to give them, and asks for each once.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from bot.errors import DataError
from bot.knowledge import check, guidefile, letterfile, topicfile
from bot.knowledge.lines import Lines
from bot.knowledge.model import Authority, Both, FollowUp, Graph, Language, Source
from bot.knowledge.topicfile import Places
from bot.knowledge.yamlfile import Problem, Problems, Spot, Value, read

KINDS = ("company", "authority", "court", "law", "press", "ngo", "consumer", "expert")
PARTS = "letters/parts.yaml"
REGIONS = ("eu", "eea", "uk", "ch", "other")


def load(files: Mapping[str, str]) -> Graph:
    """The graph of `files` (names relative to `data/`, such as "topics/minors.yaml"); raises DataError on any gap."""
    graph, problems = inspect(files)
    if problems:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise DataError(f"{len(problems)} problem(s) in data/:\n{listed}")
    return graph


def inspect(files: Mapping[str, str]) -> tuple[Graph, list[Problem]]:
    """The graph as far as it could be read, and every problem found, in the order of the files."""
    problems = Problems()
    places: Places = {}

    def root(name: str) -> Value | None:
        return read(files[name], f"data/{name}", problems) if name in files else None

    def roots(folder: str) -> Iterator[tuple[str, Value]]:  # one after the other: a tree is large
        for name in sorted(files):
            if name.startswith(folder) and name.endswith(".yaml") and name != PARTS and (value := root(name)):
                yield name.removeprefix(folder).removesuffix(".yaml"), value

    parts = root(PARTS)
    graph = Graph(
        topics=dict(topicfile.topics(roots("topics/"), places)),
        guides=dict(guidefile.guides(roots("guides/"), places)),
        letters=dict(letterfile.letters(roots("letters/"), places)),
        platforms=letterfile.parts(parts, "platforms", "scope"),
        reasons=letterfile.parts(parts, "reasons", "text"),
        authorities=_authorities(root("authorities.yaml"), places),
        sources=_sources(root("sources.yaml"), places),
        follow_ups=_follow_ups(root("follow-ups.yaml"), places),
        outside=_outside(files),
    )
    check.references(graph, places, problems)

    @cache
    def again(topic: str) -> Value | None:
        return read(files[f"topics/{topic}.yaml"], f"data/topics/{topic}.yaml", Problems())

    def spot(topic: str, language: Language, phrasing: str) -> Spot:
        value = again(topic)
        return topicfile.phrasing_spot(value, language, phrasing) if value else Spot(f"data/topics/{topic}.yaml", 1)

    check.phrasings(graph, spot, problems)
    return graph, sorted(problems.found)


def _sources(root: Value | None, places: Places) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for source_id, value in root.entries() if root else ():
        keys = value.keys(required=("title", "publisher", "url", "kind", "language"), optional=("date", "read"))
        places["source", source_id] = value.spot
        texts = {key: keys[key].text() for key in ("title", "url", "language") if key in keys}
        if len(texts) == 3 and "kind" in keys and "publisher" in keys:
            publisher = keys["publisher"].both_or_same()
            day = keys["date"].text() if "date" in keys else ""
            found[source_id] = Source(
                id=source_id, publisher=publisher, date=day, kind=keys["kind"].choice(KINDS), **texts
            )
    return found


def _authorities(root: Value | None, places: Places) -> dict[str, Authority]:
    found: dict[str, Authority] = {}
    for value in root.items() if root else ():
        keys = value.keys(
            required=("code", "country", "aliases", "name", "site", "region"),
            optional=("complain", "note", "sources"),
        )
        if not {"code", "country", "aliases", "name", "site", "region"} <= keys.keys():
            continue
        code = keys["code"].text()
        if code in found:
            value.problems.add(value, f"country {code} is listed twice", "Keep one entry.")
        places["authority", code] = value.spot
        for item in keys["sources"].items() if "sources" in keys else ():
            places["authority", code, "source", item.text()] = item.spot
        found[code] = Authority(
            code=code,
            country=keys["country"].both(),
            aliases=keys["aliases"].strings(),
            name=keys["name"].text(),
            site=keys["site"].text(),
            complain=keys["complain"].text() if "complain" in keys else None,
            region=keys["region"].choice(REGIONS),
            note=keys["note"].both() if "note" in keys else None,
        )
    return found


def _follow_ups(root: Value | None, places: Places) -> tuple[FollowUp, ...]:
    found: list[FollowUp] = []
    for rule_id, value in root.entries() if root else ():
        keys = value.keys(required=("to", "phrases"), optional=("examples", "here"))
        if {"to", "phrases"} <= keys.keys():
            places["follow-up", rule_id] = keys["to"].spot
            phrases = keys["phrases"].both_strings()
            here = keys["here"].strings() if "here" in keys else ()
            examples = Both(*map(Lines, keys["examples"].both_strings() if "examples" in keys else ((), ())))
            found.append(FollowUp(id=rule_id, to=keys["to"].text(), phrases=phrases, examples=examples, here=here))
    return tuple(found)


def _outside(files: Mapping[str, str]) -> Lines:
    """Lines that are out of scope: plain text files, one message a line, '#' begins a comment."""
    lines: list[str] = []
    for language in Both("en", "es"):
        content = files.get(f"evaluation/outside.{language}.txt", "")
        lines += [line.strip() for line in content.splitlines() if line.strip() and not line.startswith("#")]
    return Lines(lines)
