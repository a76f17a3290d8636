"""PRIVACY.md tells every field that is stored, table by table, and none that is not."""

import re
from dataclasses import fields
from pathlib import Path

from sqlmodel import SQLModel

from bot.dialogue.state import State
from bot.service.upkeep import GONE, HANDLED
from bot.settings import Settings
from bot.storage import tables


def _explained(page: str, heading: str) -> list[str]:
    """The fields in the table below a heading; each with words of explanation."""
    section = page.split(heading, 1)[1].split("\n#", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \| (\S.*?) \|", section, re.MULTILINE)
    assert all(len(words) > 5 for _, words in rows)
    return [name for name, _ in rows]


def test_every_field_of_every_table_is_explained(root: Path) -> None:
    page = (root / "PRIVACY.md").read_text("utf-8")
    declared = SQLModel.metadata.tables
    assert tables.CHAT.name in declared
    for name, table in declared.items():
        found = _explained(page, f"\n## Table `{name}`")
        assert sorted(found) == sorted(column.name for column in table.columns), f"PRIVACY.md on {name}"
    told = re.findall(r"^## Table `(\w+)`", page, re.MULTILINE)
    assert sorted(told) == sorted(declared)


def test_every_part_of_the_state_is_explained(root: Path) -> None:
    page = (root / "PRIVACY.md").read_text("utf-8")
    assert sorted(_explained(page, "\n### Inside `state`")) == sorted(field.name for field in fields(State))


def test_the_times_it_promises_are_the_real_ones(root: Path) -> None:
    page = (root / "PRIVACY.md").read_text("utf-8")
    assert f"silent for {Settings().forget_after_days} days" in page
    assert GONE.days == 7
    assert "after seven days" in page
    assert f"after {HANDLED.total_seconds() / 3600:.0f} hours" in page
