"""The files under `data/` as pages: every text that stands in both languages, and the line where anything stands.

The graph knows meanings, not places; this module knows places and no meanings.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from bot.knowledge.model import LANGUAGES, Both
from bot.knowledge.yamlfile import Problems, read


@dataclass(frozen=True, kw_only=True, slots=True)
class Twin:
    """One text in both languages, as written, with its place: file, keys that lead there, line of each language."""

    file: str
    path: tuple[str, ...]
    lines: Both[int]
    texts: Both[str]

    @property
    def key(self) -> str:
        """The last key that is not a number, such as "short" or "do"."""
        return self.path[-1] if self.path else ""

    @property
    def where(self) -> tuple[str, ...]:
        return (self.file, *self.path)


@dataclass(frozen=True, slots=True)
class Pages:
    """The parsed files, by their names relative to `data/`."""

    roots: Mapping[str, yaml.Node]

    def line(self, file: str, *path: str) -> int:
        """The line of the value at `path`, or of the last part of the path that exists."""
        node = self.roots.get(file)
        line = 1
        for key in path:
            found = next((child for child in _children(node) if child[0] == key), None) if node else None
            if found is None:
                break
            _, line, node = found
        return line

    def twins(self) -> Iterator[Twin]:
        """Every pair of texts, file by file, from top to bottom."""
        for file, root in self.roots.items():
            yield from _twins(file, (), root)


def pages(files: Mapping[str, str]) -> Pages:
    """The pages of the YAML files that people's words stand in; what cannot be read is left out."""
    found: dict[str, yaml.Node] = {}
    for name, content in sorted(files.items()):
        if name.endswith(".yaml") and not name.startswith(("schema/", "evaluation/")):
            root = read(content, f"data/{name}", Problems())
            if root is not None:
                found[name] = root.node
    return Pages(found)


def _children(node: yaml.Node) -> Iterator[tuple[str, int, yaml.Node]]:
    """Name, line and value of each entry; an entry of a list is named by its `id`, if it has one, else by its index."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), int(key.start_mark.line) + 1, value
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield _name(value) or str(index), int(value.start_mark.line) + 1, value


def _name(node: yaml.Node) -> str | None:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in {"id", "code"} and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return None


def _twins(file: str, path: tuple[str, ...], node: yaml.Node) -> Iterator[Twin]:
    children = list(_children(node))
    named = {name: (line, value) for name, line, value in children}
    if set(named) == set(LANGUAGES) and all(isinstance(value, yaml.ScalarNode) for _, value in named.values()):
        yield Twin(
            file=file,
            path=path,
            lines=Both(*(named[language][0] for language in LANGUAGES)),
            texts=Both(*(str(named[language][1].value).strip() for language in LANGUAGES)),
        )
        return
    for name, _, value in children:
        yield from _twins(file, (*path, name), value)
