"""`ask --json` exactly as the README fixes it: scripts of the people who run the bot depend on it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FIELDS = {"chat", "language", "outcome", "topics", "options", "guide", "score", "ms", "messages"}
OUTCOMES = {"answer", "clarify", "guide", "navigate", "fallback", "other-language", "notice"}


def ask(root: Path, *lines: object, raw: str = "") -> list[dict[str, Any]]:
    """What the real process prints for these requests."""
    sent = raw or "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    environment = {**os.environ, "CACHE_DIR": str(root / "var")}
    command = [sys.executable, "-m", "bot", "ask", "--json"]
    done = subprocess.run(command, input=sent, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_line_for_each_line_with_every_field(root: Path) -> None:
    answers = ask(
        root,
        {"chat": "a", "text": "are my private messages used?"},
        {"chat": "b", "text": "¿cómo me opongo en Instagram?", "language_code": "es"},
        {"chat": "a", "text": "and on WhatsApp?"},
        {"chat": "b", "text": "siguiente"},
        {"chat": "c", "text": "Bonjour, est-ce que mes photos sont utilisées ?"},
        {"chat": "c", "text": "/privacy"},
        {"chat": "c", "text": "asdf qwer zxcv"},
    )
    assert [answer["chat"] for answer in answers] == ["a", "b", "a", "b", "c", "c", "c"]
    for answer in answers:
        assert set(answer) == FIELDS
        assert answer["outcome"] in OUTCOMES
        assert answer["language"] in {"en", "es"}
        assert 0 <= answer["score"] <= 1
        assert answer["ms"] >= 0
        for message in answer["messages"]:
            assert set(message) == {"text", "buttons"}
            assert message["text"].strip()
            assert all(set(button) == {"label", "action"} for button in message["buttons"])
    private, guide, whatsapp, onward, french, _privacy, nonsense = answers
    assert (private["outcome"], private["topics"], private["guide"]) == ("answer", ["private-messages"], None)
    assert (guide["outcome"], guide["topics"]) == ("guide", ["object-instagram"])
    assert guide["guide"] == {"id": "object-instagram", "step": 1, "steps": 8, "done": False}
    assert whatsapp["topics"] == ["whatsapp"]
    assert (onward["outcome"], onward["guide"]["step"]) == ("navigate", 2)
    assert french["outcome"] == "other-language"
    assert nonsense["outcome"] == "fallback"


def test_a_button_is_pressed_by_its_label_or_its_action(root: Path) -> None:
    first = {"chat": "a", "text": "how do I object on Instagram?"}
    by_label = ask(root, first, {"chat": "a", "press": "Direct link (quickest)"})[1]
    by_action = ask(root, first, {"chat": "a", "press": "g:object-instagram:link"})[1]
    assert by_label["guide"] == by_action["guide"]
    assert by_label["guide"]["step"] == 2


def test_the_language_code_decides_where_the_text_does_not(root: Path) -> None:
    spanish, english = ask(
        root,
        {"chat": "a", "text": "instagram", "language_code": "es-419"},
        {"chat": "b", "text": "instagram", "language_code": "en"},
    )
    assert (spanish["language"], english["language"]) == ("es", "en")


@pytest.mark.parametrize("line", ["{", "[]", '{"chat": "a"}', '{"chat": "a", "text": 3}', '"x"'])
def test_a_line_that_cannot_be_read_gets_an_error_and_the_next_an_answer(root: Path, line: str) -> None:
    broken, fine = ask(root, raw=line + '\n{"chat": "a", "text": "hello"}\n')
    assert broken["error"].startswith("line 1:")
    assert fine["topics"] == ["greeting"]


def test_one_question_for_people(root: Path) -> None:
    command = [sys.executable, "-m", "bot", "ask", "--why", "is it too late to object?"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert "not too late" in done.stdout
    assert "score:" in done.stdout
