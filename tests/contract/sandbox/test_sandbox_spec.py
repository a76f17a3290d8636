"""The sandbox's description compared, parameter by parameter, with Telegram's published one (BOT_API_SPEC names it)."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.description import Fields, Kind, description
from bot.sandbox.updates import TYPES

SPEC = json.loads(Path(os.environ["BOT_API_SPEC"]).read_text(encoding="utf-8"))
PLAIN = {"Integer": "int", "String": "str", "Boolean": "bool", "Float": "float", "InputFile": "file"}
KNOWN = description()


def published(fields: list[dict[str, Any]]) -> dict[str, tuple[set[Kind], bool]]:
    return {field["name"]: ({kind(name) for name in field["types"]}, field["required"]) for field in fields}


def kind(name: str) -> Kind:
    depth = name.count("Array of ")
    bare = name.replace("Array of ", "")
    return Kind(name=PLAIN.get(bare, bare), depth=depth)


def ours(fields: Fields) -> dict[str, tuple[set[Kind], bool]]:
    return {name: (set(field.kinds), field.required) for name, field in fields.items()}


@pytest.mark.parametrize("method", sorted(name for name, _ in KNOWN.methods.values()))
def test_method_has_exactly_the_published_parameters(method: str) -> None:
    assert ours(KNOWN.methods[method.lower()][1]) == published(SPEC["methods"][method].get("fields", []))


@pytest.mark.parametrize("name", sorted(KNOWN.objects))
def test_object_has_exactly_the_published_fields(name: str) -> None:
    assert ours(KNOWN.objects[name]) == published(SPEC["types"][name].get("fields", []))


@pytest.mark.parametrize("name", sorted(KNOWN.variants))
def test_variants_are_published_ones(name: str) -> None:
    assert set(KNOWN.variants[name]) <= set(SPEC["types"][name]["subtypes"])


def test_every_published_method_is_either_emulated_or_refused_by_name() -> None:
    emulated = {name for name, _ in KNOWN.methods.values()}
    assert emulated | set(KNOWN.not_emulated.values()) == set(SPEC["methods"])


def test_update_types_are_the_published_ones() -> None:
    fields = [field["name"] for field in SPEC["types"]["Update"]["fields"]]
    assert [name for name in fields if name != "update_id"] == list(TYPES)


def test_the_version_is_named() -> None:
    assert KNOWN.version == SPEC["version"]
