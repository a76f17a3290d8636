"""What the sandbox knows of Telegram's methods and objects, read once from `methods.json`.

The file is the sandbox's own and a test compares it, name by name, with the published description of the Bot API:
whoever changes one side changes the other.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PLAIN = frozenset({"int", "str", "bool", "float", "file"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One type a field may have: a plain one or an object's name, inside `depth` arrays."""

    name: str
    depth: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A parameter of a method, or a field of an object."""

    name: str
    kinds: tuple[Kind, ...]
    required: bool


Fields = Mapping[str, Field]


@dataclass(frozen=True, kw_only=True, slots=True)
class Description:
    """Methods by their lower-case name (Telegram ignores case), objects, and the variants that a `type` tells apart."""

    version: str
    methods: Mapping[str, tuple[str, Fields]]
    objects: Mapping[str, Fields]
    variants: Mapping[str, tuple[str, ...]]
    not_emulated: Mapping[str, str]


def _field(name: str, written: str) -> Field:
    kinds = []
    for part in written.removesuffix("!").split("|"):
        bare = part.strip("[]")
        kinds.append(Kind(name=bare, depth=(len(part) - len(bare)) // 2))
    return Field(name=name, kinds=tuple(kinds), required=written.endswith("!"))


def _fields(written: Mapping[str, str]) -> Fields:
    return {name: _field(name, text) for name, text in written.items()}


@cache
def description() -> Description:
    """The description, parsed once for the process."""
    raw = json.loads(files("bot.sandbox").joinpath("methods.json").read_text(encoding="utf-8"))
    return Description(
        version=raw["version"],
        methods={name.lower(): (name, _fields(written)) for name, written in raw["methods"].items()},
        objects={name: _fields(written) for name, written in raw["objects"].items()},
        variants={name: tuple(subtypes) for name, subtypes in raw["variants"].items()},
        not_emulated={name.lower(): name for name in raw["not_emulated"]},
    )
