"""Reads `data/topics/<id>.yaml`: one file a topic, the file's name is the topic's id."""

from collections.abc import Iterable, Iterator

from bot.knowledge import markup
from bot.knowledge.lines import Lines
from bot.knowledge.model import Both, Certainty, Citation, Edge, EdgeKind, Platform, Topic
from bot.knowledge.yamlfile import Spot, Value
from bot.messages import Text

AREAS = ("meta-ai", "scope", "data-used", "data-not-used", "platforms", "object", "rights", "privacy", "bot")
REQUIRED = (
    "id", "area", "label", "title", "short", "certainty", "sources", "reviewed", "review_by", "edges", "phrasings",
)  # fmt: skip
Places = dict[tuple[str, ...], Spot]


def topics(roots: Iterable[tuple[str, Value]], places: Places) -> Iterator[tuple[str, Topic]]:
    """Every topic whose file could be read; `places` learns where ids, edges and citations stand."""
    for name, root in roots:
        keys = root.keys(required=REQUIRED, optional=("detail",))
        if not keys.keys() >= set(REQUIRED):
            continue
        topic_id = keys["id"].text()
        if topic_id != name:
            root.problems.add(keys["id"], f"the id '{topic_id}' differs from the file's name", f"Write 'id: {name}'.")
        places["topic", name] = root.spot
        for key in ("label", "title", "short", "detail", "review_by"):
            if key in keys:
                places["topic", name, key] = keys[key].spot
        yield (
            name,
            Topic(
                id=name,
                area=keys["area"].choice(AREAS),
                label=keys["label"].both(),
                title=keys["title"].both(),
                short=rich(keys["short"]),
                detail=rich(keys["detail"]) if "detail" in keys else None,
                certainty=Certainty(keys["certainty"].choice(tuple(Certainty))),
                citations=citations(keys["sources"], places, ("topic", name)),
                reviewed=keys["reviewed"].day(),
                review_by=keys["review_by"].day(),
                edges=tuple(_edges(keys["edges"], places, name)),
                phrasings=_phrasings(keys["phrasings"]),
            ),
        )


def rich(value: Value) -> Both[Text]:
    """A text in both languages, its markup parsed."""
    texts = value.both()
    parsed: list[Text] = []
    for text in texts:
        try:
            parsed.append(markup.parse(text))
        except ValueError as error:
            value.problems.add(
                value, str(error), "Close the markup; known are **bold**, `label`, [words](address) and '- '."
            )
            parsed.append(())
    return Both(*parsed)


def citations(value: Value, places: Places, owner: tuple[str, ...]) -> tuple[Citation, ...]:
    """Sources with what each supports."""
    found: list[Citation] = []
    for item in value.items():
        keys = item.keys(required=("id", "supports"))
        if {"id", "supports"} <= keys.keys():
            source = keys["id"].text()
            places[(*owner, "source", source)] = keys["id"].spot
            found.append(Citation(source=source, supports=keys["supports"].both()))
    return tuple(found)


def _edges(value: Value, places: Places, name: str) -> Iterator[Edge]:
    keys = value.keys(required=(), optional=tuple(EdgeKind))
    for key, targets in keys.items():
        kind = EdgeKind(key)
        if kind is EdgeKind.ON:
            for platform, target in targets.entries():
                if platform not in tuple(Platform):
                    known = ", ".join(Platform)
                    value.problems.add(target, f"unknown platform '{platform}'", f"Write one of: {known}.")
                    continue
                places["topic", name, key, target.text()] = target.spot
                yield Edge(kind=kind, target=target.text(), platform=Platform(platform))
        else:
            for target in targets.items():
                places["topic", name, key, target.text()] = target.spot
                yield Edge(kind=kind, target=target.text())


def _phrasings(value: Value) -> Both[Lines]:
    keys = value.keys(required=("en", "es"))
    return Both(*(Lines(keys[language].strings() if language in keys else ()) for language in Both("en", "es")))


def phrasing_spot(root: Value, language: str, phrasing: str) -> Spot:
    """Where a phrasing stands in its topic's file; they are many, so their places are looked for when one is wrong."""
    phrasings = root.keys(required=REQUIRED, optional=("detail",))["phrasings"]
    items = phrasings.keys(required=("en", "es"))[language].items()
    return next((item.spot for item in items if item.text() == phrasing), phrasings.spot)
