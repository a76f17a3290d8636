"""The JSON schemas, by which an editor's program helps, say just what the loader says."""

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot.errors import DataError
from bot.knowledge.document import frame
from bot.knowledge.forbidden import wordings
from bot.knowledge.load import inspect
from bot.knowledge.yamlfile import Problems

HEAD = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


class Loader(yaml.SafeLoader):
    """YAML as JSON schemas see it: texts, lists, mappings, true and false; `on` and dates stay texts."""


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def parsed(content: str) -> Any:
    return yaml.load(content, Loader)  # noqa: S506 (a safe loader)


def written(value: Any) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))


def schema_of(root: Path, name: str) -> dict[str, Any]:
    content = (root / "data" / name).read_text("utf-8")
    head = HEAD.match(content)
    assert head, f"data/{name} does not begin with '# yaml-language-server: $schema=...'"
    path = (root / "data" / name).parent / head[1]
    assert path.exists(), f"data/{name} names {head[1]}, which does not exist"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def names(files: Mapping[str, str]) -> list[str]:
    return [name for name in files if name.endswith(".yaml") and not name.startswith("evaluation/")]


def test_every_schema_is_a_schema(root: Path) -> None:
    for path in (root / "data" / "schema").glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == path.name


def test_every_file_names_its_schema_and_fits_it(root: Path, files: Mapping[str, str]) -> None:
    used = set()
    for name in names(files):
        schema = schema_of(root, name)
        used.add(schema["$id"])
        errors = [
            f"{error.json_path}: {error.message}"
            for error in Draft202012Validator(schema).iter_errors(parsed(files[name]))
        ]
        assert not errors, f"data/{name}"
    assert used == {path.name for path in (root / "data" / "schema").glob("*.json")}, "a schema that no file uses"


def test_every_file_reads_the_same_without_the_c_library(files: Mapping[str, str]) -> None:
    for name in names(files):
        assert yaml.compose(files[name], yaml.SafeLoader) is not None, name


def objects(value: Any, schema: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every mapping in `value` with fixed keys, and the part of the schema that speaks of it."""
    if isinstance(value, dict):
        if "properties" in schema:
            yield value, schema
        for key, each in value.items():
            inner = schema.get("properties", {}).get(key) or schema.get("additionalProperties")
            if isinstance(inner, dict):
                yield from objects(each, inner)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each, schema["items"])


def complaints(name: str, value: Any) -> set[str]:
    """What the program itself has against this one file (among it, that ids of other files are not there)."""
    content = written(value)
    if name == "document.yaml":
        return _raised(lambda: frame({name: content}))
    if name == "forbidden.yaml":
        problems = Problems()
        wordings({name: content}, problems)
        return {problem.what for problem in problems.found}
    return {problem.what for problem in inspect({name: content})[1]}


def _raised(act: Callable[[], object]) -> set[str]:
    try:
        act()
    except DataError as error:
        return set(str(error).splitlines())
    return set()


SAMPLES = (
    "topics/private-messages.yaml", "guides/object-instagram.yaml", "letters/objection-user.yaml", "letters/parts.yaml",
    "authorities.yaml", "sources.yaml", "follow-ups.yaml", "document.yaml", "forbidden.yaml",
)  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_schema_and_loader_want_the_same_keys(root: Path, files: Mapping[str, str], name: str) -> None:
    schema, whole = schema_of(root, name), parsed(files[name])
    kinds: dict[str, tuple[int, dict[str, Any]]] = {}
    for index, (found, part) in enumerate(objects(whole, schema)):
        key = json.dumps(part, sort_keys=True)  # one of each kind, the one with most keys
        if key not in kinds or len(found) > len(kinds[key][1]):
            kinds[key] = (index, found)
    before = complaints(name, whole)
    for key, (index, example) in kinds.items():
        part = json.loads(key)
        for field in [*part["properties"], "unheard-of"]:
            changed = copy.deepcopy(whole)
            target = list(objects(changed, schema))[index][0]
            if field == "unheard-of":
                target[field] = "words"
            elif field not in example:
                continue
            else:
                del target[field]
            strict = list(Draft202012Validator(schema).iter_errors(changed))
            wanted = field in part.get("required", []) or field == "unheard-of"
            assert bool(strict) == wanted
            new = {each for each in complaints(name, changed) - before if f"'{field}'" in each}
            assert bool(new) == wanted, f"'{field}' in {name}: schema and loader differ"


def test_every_optional_key_is_in_use(root: Path, files: Mapping[str, str]) -> None:
    """A key that no file uses is a promise that nothing keeps."""
    used: dict[str, set[str]] = {}
    known: dict[str, set[str]] = {}
    for name in names(files):
        schema = schema_of(root, name)
        for found, part in objects(parsed(files[name]), schema):
            key = schema["$id"] + json.dumps(part, sort_keys=True)
            used.setdefault(key, set()).update(found)
            known[key] = set(part["properties"])
    assert not {key[:60]: known[key] - used[key] for key in known if known[key] - used[key]}
