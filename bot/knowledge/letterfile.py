"""Reads `data/letters/`: one file a letter, and `parts.yaml` with the choices that fill its blanks."""

from collections.abc import Iterable, Iterator

from bot.knowledge.model import Letter, LetterPart
from bot.knowledge.topicfile import Places, rich
from bot.knowledge.yamlfile import Value

REQUIRED = ("id", "title", "label", "asks", "sources", "body", "filename", "advice")
BLANKS = {"platform": "{platform_scope}", "reason": "{reason}"}


def letters(roots: Iterable[tuple[str, Value]], places: Places) -> Iterator[tuple[str, Letter]]:
    """Every letter whose file could be read; placeholders must be just those that `asks` names."""
    for name, root in roots:
        keys = root.keys(required=REQUIRED)
        if not keys.keys() >= set(REQUIRED):
            continue
        if keys["id"].text() != name:
            root.problems.add(keys["id"], "the id differs from the file's name", f"Write 'id: {name}'.")
        for item in keys["sources"].items():
            places["letter", name, "source", item.text()] = item.spot
        asks = tuple(item.choice(tuple(BLANKS)) for item in keys["asks"].items())
        body = keys["body"].both()
        for text in body:
            for ask, blank in BLANKS.items():
                if (blank in text) != (ask in asks):
                    root.problems.add(
                        keys["body"],
                        f"'{blank}' and 'asks' do not agree",
                        f"Use {blank} in both languages only if asks names {ask}.",
                    )
        yield (
            name,
            Letter(
                id=name,
                title=keys["title"].both(),
                label=keys["label"].both(),
                asks=asks,
                citations=keys["sources"].strings(),
                body=body,
                filename=keys["filename"].both(),
                advice=rich(keys["advice"]),
            ),
        )


def parts(root: Value | None, group: str, text_key: str) -> dict[str, LetterPart]:
    """The choices of one group ("platforms" or "reasons") of parts.yaml."""
    found: dict[str, LetterPart] = {}
    keys = root.keys(required=("platforms", "reasons")) if root else {}
    if group not in keys:
        return found
    for part_id, value in keys[group].entries():
        fields = value.keys(required=("label", text_key))
        if {"label", text_key} <= fields.keys():
            found[part_id] = LetterPart(id=part_id, label=fields["label"].both(), text=fields[text_key].both_or_empty())
    return found
