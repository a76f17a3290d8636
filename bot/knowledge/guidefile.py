"""Reads `data/guides/<id>.yaml`: ways made of steps; a way may go on with another way's steps (`then`)."""

from collections.abc import Iterable, Iterator

from bot.knowledge.model import Both, Guide, GuideStep, Link, Platform, ScreenLabel, Way
from bot.knowledge.topicfile import Places, citations, rich
from bot.knowledge.yamlfile import Value

REQUIRED = ("id", "title", "checked", "review_by", "sources", "ways", "keep", "next")
STEP = ("id", "title", "do", "otherwise")


def guides(roots: Iterable[tuple[str, Value]], places: Places) -> Iterator[tuple[str, Guide]]:
    """Every guide whose file could be read."""
    for name, root in roots:
        keys = root.keys(required=REQUIRED, optional=("platform", "choose"))
        if not keys.keys() >= set(REQUIRED):
            continue
        if keys["id"].text() != name:
            root.problems.add(keys["id"], "the id differs from the file's name", f"Write 'id: {name}'.")
        places["guide", name] = root.spot
        places["guide", name, "review_by"] = keys["review_by"].spot
        for item in keys["next"].items():
            places["guide", name, "next", item.text()] = item.spot
        ways = _ways(keys["ways"], places, name)
        if len(ways) > 1 and "choose" not in keys:
            root.problems.add(
                keys["ways"], "several ways, but no question which one", "Add 'choose:' in both languages."
            )
        if not ways:
            root.problems.add(keys["ways"], "a guide needs a way", "Add one with its steps.")
            continue
        platform = keys["platform"].choice(tuple(Platform)) if "platform" in keys else None
        yield (
            name,
            Guide(
                id=name,
                title=keys["title"].both(),
                platform=Platform(platform) if platform else None,
                checked=keys["checked"].day(),
                review_by=keys["review_by"].day(),
                citations=citations(keys["sources"], places, ("guide", name)),
                choose=rich(keys["choose"]) if "choose" in keys else None,
                ways=ways,
                keep=rich(keys["keep"]),
                next=keys["next"].strings(),
            ),
        )


def _ways(value: Value, places: Places, name: str) -> tuple[Way, ...]:
    own: dict[str, list[GuideStep]] = {}
    labels: dict[str, Both[str]] = {}
    then: dict[str, tuple[str, str, Value]] = {}
    for item in value.items():
        keys = item.keys(required=("id", "label", "steps"), optional=("then",))
        if not {"id", "label", "steps"} <= keys.keys():
            continue
        way_id = keys["id"].text()
        places["guide", name, "way", way_id] = item.spot
        labels[way_id] = keys["label"].both()
        own[way_id] = [step for each in keys["steps"].items() if (step := _step(each, places, (name, way_id)))]
        if "then" in keys:
            goes = keys["then"].keys(required=("way", "step"))
            if {"way", "step"} <= goes.keys():
                then[way_id] = (goes["way"].text(), goes["step"].text(), keys["then"])
    for way_id, (other, step_id, place) in then.items():
        shared = own.get(other, [])
        start = next((index for index, step in enumerate(shared) if step.id == step_id), None)
        if start is None or other in then:
            place.problems.add(
                place,
                f"no step '{step_id}' in way '{other}'",
                "Name a way that ends by itself and one of its steps.",
            )
        else:
            own[way_id] = own[way_id] + shared[start:]
    return tuple(Way(id=way_id, label=labels[way_id], steps=tuple(steps)) for way_id, steps in own.items())


def _step(value: Value, places: Places, owner: tuple[str, str]) -> GuideStep | None:
    keys = value.keys(required=STEP, optional=("labels", "see", "other_way", "links", "topic"))
    if not keys.keys() >= set(STEP):
        return None
    step_id = keys["id"].text()
    if ("guide", *owner, step_id) in places:
        value.problems.add(keys["id"], f"step '{step_id}' stands twice in this way", "Give it an id of its own.")
    places["guide", *owner, step_id] = value.spot
    for key in ("other_way", "topic"):
        if key in keys:
            places["guide", *owner, step_id, key] = keys[key].spot
    return GuideStep(
        id=step_id,
        title=keys["title"].both(),
        do=rich(keys["do"]),
        labels=tuple(_labels(keys["labels"])) if "labels" in keys else (),
        see=rich(keys["see"]) if "see" in keys else None,
        otherwise=rich(keys["otherwise"]),
        other_way=keys["other_way"].text() if "other_way" in keys else None,
        links=tuple(_links(keys["links"])) if "links" in keys else (),
        topic=keys["topic"].text() if "topic" in keys else None,
    )


def _labels(value: Value) -> Iterator[ScreenLabel]:
    for item in value.items():
        keys = item.keys(required=("en", "es"), optional=("certain",))
        if {"en", "es"} <= keys.keys():
            certain = keys["certain"].flag() if "certain" in keys else True
            yield ScreenLabel(names=Both(keys["en"].strings(), keys["es"].strings()), certain=certain)


def _links(value: Value) -> Iterator[Link]:
    for item in value.items():
        keys = item.keys(required=("url", "label"))
        if {"url", "label"} <= keys.keys():
            yield Link(url=keys["url"].text(), label=keys["label"].both())
