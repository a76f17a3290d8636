"""Documentation that cannot rot: every command, task and link to a file is told where people look, and is true."""

import re
from pathlib import Path

import pytest
import typer.main

from bot.cli.main import app


def _commands() -> list[str]:
    names: list[str] = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        names += [f"{name} {sub}" for sub in command.commands] if hasattr(command, "commands") else [name]
    return names


def _documents(root: Path) -> str:
    return "\n".join(
        path.read_text("utf-8") for path in (*root.glob("*.md"), *root.glob("docs/*.md"), root / "data/README.md")
    )


@pytest.mark.parametrize("command", _commands())
def test_every_command_is_documented(root: Path, command: str) -> None:
    assert f"oponte {command}" in _documents(root), f"no document tells what `oponte {command}` does"


def test_every_command_named_in_a_document_exists(root: Path) -> None:
    known = set(_commands())
    for group, name in re.findall(
        r"`?oponte (ask|run|sandbox|evaluate|compare|version|knowledge|catalogs|db)\b ?([a-z-]*)", _documents(root)
    ):
        assert group in known or f"{group} {name}" in known or not name, f"`oponte {group} {name}` does not exist"


def test_every_task_of_the_makefile_is_listed_by_help(root: Path) -> None:
    makefile = (root / "Makefile").read_text("utf-8")
    phony = set(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split())
    told = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert told == phony


def test_links_between_documents_lead_somewhere(root: Path) -> None:
    for document in (*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("data/*.md"), *root.glob("bot/**/*.md")):
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text("utf-8")):
            if not target.startswith(("http", "mailto:")):
                assert (document.parent / target).exists(), f"{document.relative_to(root)} links to {target}"


def test_the_map_of_the_code_names_every_room(root: Path) -> None:
    told = (root / "README.md").read_text("utf-8").split("## A map of the code", 1)[1]
    for room in (
        path.name for path in (root / "bot").iterdir() if path.is_dir() and not path.name.startswith(("_", "."))
    ):
        assert f"{room}/" in told, f"the README's map does not show bot/{room}/"


def test_every_dependency_has_its_reason(root: Path) -> None:
    lines = (
        (root / "pyproject.toml")
        .read_text("utf-8")
        .split("dependencies = [", 1)[1]
        .split("[project.scripts]", 1)[0]
        .splitlines()
    )
    for line in lines:
        if line.strip().startswith('"'):
            assert "#" in line, f"pyproject.toml: why {line.strip()}?"
