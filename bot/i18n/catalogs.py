"""Checks and refreshes the catalogs, for developers: every name in the code has words in every language, and no others.

Needs a checkout (the code and `locales/*.po`); an installed wheel carries compiled catalogs only.
"""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.knowledge.model import LANGUAGES

CALLS = {"gettext", "ngettext"}


def template(root: Path) -> Catalog:
    """All names that the code uses, as a template."""
    catalog = Catalog(project="Oponte", copyright_holder="The Oponte authors", charset="utf-8")
    found = extract_from_dir(str(root / "bot"), method_map=[("**.py", "python")])
    for filename, _line, name, comments, _context in sorted(found, key=lambda each: (each[0], each[1])):
        catalog.add(name, locations=[(f"bot/{filename}", 0)], auto_comments=comments)
    return catalog


def problems(root: Path) -> list[str]:
    """Everything wrong with the catalogs, each with its place and its mend; an empty list if all is well."""
    wanted = template(root)
    found: list[str] = list(_not_literal(root))
    catalogs = {language: _read(root, language) for language in LANGUAGES}
    pot = root / "locales" / "bot.pot"
    if not pot.exists() or _names(_load(pot)) != _names(wanted):
        found.append("locales/bot.pot differs from the code. Run `oponte catalogs extract`.")
    for language, catalog in catalogs.items():
        found += _compare(wanted, catalog, f"locales/{language}/LC_MESSAGES/bot.po")
    found += _placeholders(catalogs["en"], catalogs["es"])
    return found


def refresh(root: Path) -> None:
    """Writes `bot.pot` and brings every catalog up to date: new names appear empty, unused ones go."""
    wanted = template(root)
    with (root / "locales" / "bot.pot").open("wb") as file:
        write_po(file, wanted, width=0, sort_output=True, include_lineno=False, omit_header=True)
    for language in LANGUAGES:
        catalog = _read(root, language)
        catalog.update(wanted, no_fuzzy_matching=True, keep_user_comments=True)
        catalog.obsolete.clear()
        with (root / "locales" / language / "LC_MESSAGES" / "bot.po").open("wb") as file:
            write_po(file, catalog, width=0, sort_output=True, no_location=True)


def _load(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def _read(root: Path, language: str) -> Catalog:
    return _load(root / "locales" / language / "LC_MESSAGES" / "bot.po")


def _names(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {tuple(each.id) if isinstance(each.id, list | tuple) else each.id for each in catalog if each.id}


def _compare(wanted: Catalog, catalog: Catalog, file: str) -> Iterator[str]:
    for missing in sorted(map(str, _names(wanted) - _names(catalog))):
        yield f"{file}: {missing} is missing. Run `oponte catalogs extract` and write its words."
    for unused in sorted(map(str, _names(catalog) - _names(wanted))):
        yield f"{file}: {unused} is used nowhere. Run `oponte catalogs extract`, which takes it away."
    for message in catalog:
        if message.id and message.fuzzy:
            yield f"{file}: {message.id} is marked fuzzy. Check its words and take the mark away."
        if message.id and not all(_texts(message)):
            yield f"{file}: {message.id} has no words. Write them."


def _texts(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def _fields(text: str) -> set[str]:
    return {field for _text, field, _spec, _conversion in string.Formatter().parse(text) if field is not None}


def _placeholders(one: Catalog, other: Catalog) -> Iterator[str]:
    for message in one:
        twin = other.get(message.id[0] if isinstance(message.id, list | tuple) else message.id)
        if not message.id or twin is None:
            continue
        mine, theirs = (set().union(*map(_fields, _texts(each))) for each in (message, twin))
        if mine != theirs:
            yield f"{message.id}: English has the placeholders {sorted(mine)}, Spanish {sorted(theirs)}. Use the same."


def _not_literal(root: Path) -> Iterator[str]:
    """Extraction sees only literal names: an f-string or a variable would be skipped without a word."""
    for path in sorted((root / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
                names = node.args[: 2 if node.func.attr == "ngettext" else 1]
                inside = path.name == "words.py"
                if not inside and not all(isinstance(name, ast.Constant) for name in names):
                    where = f"{path.relative_to(root)}:{node.lineno}"
                    yield f"{where}: {node.func.attr} needs a literal name. Write it out."
