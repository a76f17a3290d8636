"""Whatever an editor does to a file, the answer is a list of problems with file and line: never a traceback."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bot.errors import DataError
from bot.knowledge.load import inspect, load

FILES = (
    "topics/start.yaml", "topics/objecting.yaml", "guides/objecting.yaml", "letters/objection.yaml", "letters/parts.yaml",
    "authorities.yaml", "sources.yaml", "follow-ups.yaml",
)  # fmt: skip


def damaged(value: Any) -> Iterator[Any]:
    """The value with one thing in it replaced by something of the wrong kind, emptied, or taken away."""
    yield from ("", [["words"]], {"words": "words"} if isinstance(value, str) else "words")
    if isinstance(value, dict):
        for key in value:
            yield {each: value[each] for each in value if each != key}
            for other in damaged(value[key]):
                yield {**value, key: other}
        yield {**value, "unheard-of": "words"}
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield [*value, entry]
            for other in damaged(entry):
                yield [*value[:index], other, *value[index + 1 :]]


@pytest.mark.parametrize("name", FILES)
def test_damage_never_ends_in_a_traceback(small: dict[str, str], name: str) -> None:
    whole = yaml.load(small[name], yaml.BaseLoader)  # noqa: S506 (BaseLoader makes nothing but texts, lists and mappings)
    for broken in damaged(whole):
        try:
            load({**small, name: yaml.safe_dump(broken, allow_unicode=True)})
        except DataError as error:
            for line in str(error).splitlines()[1:]:
                file, number, _ = line.strip().split(":", 2)
                assert file.startswith("data/"), line
                assert int(number) >= 1, line
                assert line.endswith("."), f"no mend: {line}"


def test_damage_to_bytes_never_ends_in_a_traceback(small: dict[str, str]) -> None:
    text, told = small["topics/start.yaml"], 0
    for at in range(0, len(text), 17):
        for broken in (text[:at], *(f"{text[:at]}{mark}{text[at:]}" for mark in ("\t", ": [", "'", "&", "{", "#"))):
            told += len(inspect({**small, "topics/start.yaml": broken})[1]) > 0
    assert told > 50
