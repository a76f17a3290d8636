"""Plays the transcripts beside this file. Anyone can read and write them: see `README.md` here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.asking import response
from bot.dialogue.brain import Brain
from bot.platforms.session import Session

KNOWN = {"outcome", "topics", "topic", "options", "guide", "language", "says", "not", "buttons", "step", "done"}


def _scripts() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for script in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(script, id=f"{path.stem}: {script['name']}")


@pytest.mark.parametrize("script", list(_scripts()))
def test_dialogue(brain: Brain, script: dict[str, Any]) -> None:
    session = Session(brain)
    code = script.get("phone")
    for number, turn in enumerate(script["turns"], 1):
        result = session.press(turn["press"], code) if "press" in turn else session.write(turn["say"], code)
        got = response(brain, script["name"], session, result)
        said = "\n".join(message["text"] for message in got["messages"])
        labels = [button["label"] for message in got["messages"] for button in message["buttons"]]
        wanted = turn.get("expect", {})
        assert set(wanted) <= KNOWN, f"unknown expectation in {script['name']}: {set(wanted) - KNOWN}"
        where = f"turn {number}, {turn.get('say') or turn.get('press')!r}: {got['outcome']} {got['topics']}\n{said}"
        for key in ("outcome", "topics", "options", "language"):
            if key in wanted:
                assert got[key] == wanted[key], f"{key} in {where}"
        if "topic" in wanted:
            assert wanted["topic"] in got["topics"], where
        if "guide" in wanted:
            assert (got["guide"] or {}).get("id") == wanted["guide"], where
        if "step" in wanted:
            assert (got["guide"] or {}).get("step") == wanted["step"], where
        if "done" in wanted:
            assert (got["guide"] or {}).get("done") is wanted["done"], where
        for words in _list(wanted.get("says")):
            assert words.casefold() in said.casefold(), where
        for words in _list(wanted.get("not")):
            assert words.casefold() not in said.casefold(), where
        for label in _list(wanted.get("buttons")):
            assert label in labels, f"no button {label!r} among {labels} in {where}"


def _list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
