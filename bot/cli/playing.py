"""Plays the dialogues of a set turn by turn, as people would, and counts the turns that went as they should."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.cli.asking import response
from bot.dialogue.brain import Brain
from bot.platforms.session import Session

EXPECTED = ("outcome", "topics", "language")


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """One turn: what was said, and each thing that was not as expected."""

    language: str
    said: str
    before: str
    faults: tuple[str, ...]


def play(brain: Brain, dialogues: Mapping[str, list[dict[str, Any]]]) -> Iterator[Played]:
    """Every turn of every dialogue, each dialogue in a chat of its own on a phone of its language."""
    for language, each in dialogues.items():
        for dialogue in each:
            session, before = Session(brain), ""
            for turn in dialogue["turns"]:
                said = turn.get("say") or turn["press"]
                code = language
                result = session.press(said, code) if "press" in turn else session.write(str(said), code)
                got = response(brain, "dialogue", session, result)
                yield Played(language=language, said=str(said), before=before, faults=tuple(_faults(turn, got)))
                before = str(said)


def _faults(turn: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
    for key in EXPECTED:
        if key in turn and turn[key] != got[key]:
            yield f"{key} {got[key]}, not {turn[key]}"
    guide = got["guide"] or {}
    if "guide" in turn and turn["guide"] != guide.get("id"):
        yield f"guide {guide.get('id')}, not {turn['guide']}"
    if "step" in turn and turn["step"] != guide.get("step"):
        yield f"step {guide.get('step')}, not {turn['step']}"
