"""YAML with line numbers: every value can say where it stands, so that every error can name file, line and mend.

Only plain YAML is read (no tags, no anchors needed); nothing in a file is ever executed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import yaml

from bot.knowledge.model import LANGUAGES, Both

_AnyLoader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_AnyLoader):  # type: ignore[misc]  # which of the two it is, the machine decides
    """Reads every scalar as text: what it is, the key that holds it says, so that no time goes into guessing."""

    def resolve(self, *_: object) -> str:
        return ""

    def descend_resolver(self, *_: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in a file: where, what, and how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}. {self.mend}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file."""

    file: str
    line: int


@dataclass(slots=True)
class Problems:
    """Problems found while reading; reading goes on, so that an editor sees all of them at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, at: "Value | Spot", what: str, mend: str) -> None:
        self.found.append(Problem(at.file, at.line, what, mend))


@dataclass(frozen=True, slots=True)
class Value:
    """A YAML value in its file. The readers below return something usable even when they report a problem."""

    node: yaml.Node
    file: str
    problems: Problems

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    @property
    def spot(self) -> Spot:
        """Where it stands: a whole file's tree is let go when no value of it is kept."""
        return Spot(self.file, self.line)

    def _at(self, node: yaml.Node) -> "Value":
        return Value(node, self.file, self.problems)

    def keys(self, *, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, "Value"]:
        """The mapping's values; reports keys that are missing, unknown or written twice."""
        if not isinstance(self.node, yaml.MappingNode):
            self.problems.add(self, "a mapping (key: value) is expected here", f"Write the keys {', '.join(required)}.")
            return {}
        values: dict[str, Value] = {}
        for key_node, value_node in self.node.value:
            key = str(key_node.value)
            if key in values:
                self.problems.add(self._at(key_node), f"'{key}' is written twice", "Keep one of them.")
            if key not in required and key not in optional:
                known = ", ".join(required + optional)
                self.problems.add(self._at(key_node), f"unknown key '{key}'", f"Known here: {known}.")
            values[key] = self._at(value_node)
        for key in required:
            if key not in values:
                self.problems.add(self, f"'{key}' is missing", f"Add '{key}:' here.")
        return {key: value for key, value in values.items() if key in required or key in optional}

    def entries(self) -> Iterator[tuple[str, "Value"]]:
        """Key and value of a mapping whose keys are free."""
        if not isinstance(self.node, yaml.MappingNode):
            self.problems.add(self, "a mapping (key: value) is expected here", "Write 'key: value' lines.")
            return
        seen: set[str] = set()
        for key_node, value_node in self.node.value:
            if key_node.value in seen:
                self.problems.add(self._at(key_node), f"'{key_node.value}' is written twice", "Keep one of them.")
            seen.add(key_node.value)
            yield str(key_node.value), self._at(value_node)

    def items(self) -> list["Value"]:
        """The entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self.problems.add(self, "a list is expected here", "Write '- ' before each entry, or [a, b].")
            return []
        return [self._at(node) for node in self.node.value]

    def text(self) -> str:
        """A text that is not empty."""
        if not isinstance(self.node, yaml.ScalarNode):
            self.problems.add(
                self, "a text is expected here", "Write the text after the colon, in quotes if it holds ': '."
            )
            return ""
        if not self.node.value.strip():
            self.problems.add(self, "this text is empty", "Write it, or take the key away.")
        return str(self.node.value).strip()

    def strings(self) -> tuple[str, ...]:
        """A list of texts."""
        nodes = self.node.value if isinstance(self.node, yaml.SequenceNode) else []
        texts = [node.value.strip() for node in nodes if isinstance(node, yaml.ScalarNode)]
        if texts and all(texts) and len(texts) == len(nodes):  # tens of thousands of phrasings are read in this one go
            return tuple(texts)
        return tuple(item.text() for item in self.items())

    def both(self) -> Both[str]:
        """A text in both languages."""
        values = self.keys(required=LANGUAGES)
        return Both(*(values[language].text() if language in values else "" for language in LANGUAGES))

    def both_or_same(self) -> Both[str]:
        """A text in both languages; a single text, such as a name, is the same in both."""
        if isinstance(self.node, yaml.ScalarNode):
            return Both(self.text(), self.text())
        return self.both()

    def both_or_empty(self) -> Both[str]:
        """A text in both languages that may be empty in both."""
        values = self.keys(required=LANGUAGES)
        return Both(*(str(values[language].node.value).strip() if language in values else "" for language in LANGUAGES))

    def both_strings(self) -> Both[tuple[str, ...]]:
        """A list of texts in both languages."""
        values = self.keys(required=LANGUAGES)
        return Both(*(values[language].strings() if language in values else () for language in LANGUAGES))

    def flag(self) -> bool:
        """true or false."""
        value = str(getattr(self.node, "value", "")).lower()
        if value not in {"true", "false"}:
            self.problems.add(self, f"'{value}' is neither true nor false", "Write true or false.")
        return value == "true"

    def day(self) -> date:
        """A date such as 2026-11-23."""
        text = self.text()
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems.add(self, f"'{text}' is not a date", "Write it as year-month-day, for instance 2026-11-23.")
            return date.min

    def choice(self, options: tuple[str, ...]) -> str:
        """One of `options`."""
        text = self.text()
        if text not in options:
            self.problems.add(self, f"'{text}' is not known here", f"Write one of: {', '.join(options)}.")
            return options[0]
        return text


def read(content: str, file: str, problems: Problems) -> Value | None:
    """The root value of a file's `content`; None (and a problem) if it is not YAML or empty."""
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        mend = "Check the spaces at the line's beginning and put texts with ': ' or '#' in quotes."
        problems.found.append(Problem(file, line, f"this is not YAML: {error.problem}", mend))
        return None
    except yaml.reader.ReaderError as error:
        problems.found.append(Problem(file, 1, f"unreadable character: {error.reason}", "Save the file as UTF-8 text."))
        return None
    finally:
        loader.dispose()
    if node is None:
        problems.found.append(Problem(file, 1, "the file is empty", "Fill it or delete it."))
        return None
    return Value(node, file, problems)
