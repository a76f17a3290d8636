"""The editors' guide tells the truth: its examples load, its messages exist, no check is left unexplained."""

import re
from pathlib import Path

import pytest

from bot.knowledge.load import inspect
from bot.knowledge.model import EdgeKind, Graph

CODE = ("parity", "wording", "tongues", "reach", "evidence", "freshness", "sizes", "quality")


@pytest.fixture
def guide(root: Path) -> str:
    """data/README.md."""
    return (root / "data" / "README.md").read_text("utf-8")


def test_every_check_is_explained(root: Path, guide: str) -> None:
    code = "\n".join((root / "bot" / "knowledge" / f"{name}.py").read_text("utf-8") for name in CODE)
    checks = set(re.findall(r'Level\.\w+, "([a-z-]+)"|level, "([a-z-]+)"|check="([a-z-]+)"', code))
    names = {name for found in checks for name in found if name}
    told = set(re.findall(r"^\| `([a-z-]+)` \|", guide.split("## What the messages mean", 1)[1], re.MULTILINE))
    assert names == told


def test_every_message_of_the_loader_is_explained(root: Path, guide: str) -> None:
    """Each message in the code has a row whose words it holds, wherever the row has no dots."""
    files = ("check", "guidefile", "letterfile", "load", "topicfile", "yamlfile", "markup")
    code = "".join((root / "bot" / "knowledge" / f"{name}.py").read_text("utf-8") for name in files)
    code += (root / "bot" / "resources.py").read_text("utf-8")
    table = guide.split("Messages of `start`", 1)[1]
    rows = [
        message
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for message in re.findall(r"`([^`]+)`", row)
    ]
    assert len(rows) > 20
    for message in rows:
        for part in re.split(r"'?\.\.\.'?|\d+", message):
            assert part.strip(" '") in code, f"the program never says {part!r}"


def test_every_kind_of_edge_and_every_folder_is_told(root: Path, guide: str) -> None:
    assert {kind for kind in EdgeKind if f"   | `{kind}` |" in guide} == set(EdgeKind)
    for path in (root / "data").iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        assert f"`{name}`" in guide or path.name == "README.md", f"data/{name} is not in the table"


def test_the_example_of_a_source_loads(guide: str) -> None:
    example = re.findall(r"```yaml\n(example-paper.*?)```", guide, re.DOTALL)[0]
    graph, problems = inspect({"sources.yaml": example})
    assert not problems
    assert graph.sources["example-paper-2026-11"].kind == "press"


def test_the_commands_and_limits_are_those_of_the_program(guide: str, graph: Graph) -> None:
    from bot.knowledge import check, evidence, freshness, reach, wording

    assert f"at most {check.SHORT} characters" in guide
    assert f"at most {check.DETAIL:,} characters" in guide
    assert f"at most {check.LABEL} characters" in guide
    assert f"(at most {check.TITLE})" in guide
    assert f"at most {freshness.QUICK} days" in guide
    assert f"from {freshness.NOTICE} days before" in guide
    assert f"At least {reach.PHRASINGS} in each language" in guide
    assert f"more than {wording.LONG} words (an error above {wording.TOO_LONG}" in guide
    assert evidence.CITATIONS == 5
    assert "at most five sources" in guide
    assert "is it too late?" in guide
    assert "too-late" in graph.topics
