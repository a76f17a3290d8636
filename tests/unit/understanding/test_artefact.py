"""A kept matcher must answer exactly as the fitted one, and never be taken for another."""

import ast
from pathlib import Path

import pytest

from bot.understanding import artefact
from bot.understanding.matcher import Matcher

PAIRS = [
    ("how do I object", "object"),
    ("como me opongo", "object"),
    ("what about my kids", "minors"),
    ("y mis hijos", "minors"),
]
OUTSIDE = ["tell me a joke", "cuentame un chiste"]
MARK = artefact.fingerprint(PAIRS, OUTSIDE, "1")


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.fit(PAIRS, outside=OUTSIDE)


@pytest.mark.parametrize("text", ["how to objct", "mis hijas", "un chiste", "", "como me opongo", "hello"])
def test_what_comes_back_answers_as_before(matcher: Matcher, text: str) -> None:
    back = artefact.load(artefact.dump(matcher, MARK), MARK)
    assert back is not None
    assert back.assess(text) == matcher.assess(text)
    assert back.explain(text, "minors") == matcher.explain(text, "minors")


def test_other_data_or_other_code_makes_it_stale(matcher: Matcher) -> None:
    kept = artefact.dump(matcher, MARK)
    for other in (
        artefact.fingerprint([*PAIRS, ("ig", "object")], OUTSIDE, "1"),
        artefact.fingerprint(PAIRS, OUTSIDE[:1], "1"),
        artefact.fingerprint(PAIRS, OUTSIDE, "2"),
    ):
        assert other != MARK
        assert artefact.load(kept, other) is None


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_a_broken_file_is_no_matcher(matcher: Matcher, cut: int) -> None:
    assert artefact.load(artefact.dump(matcher, MARK)[:cut], MARK) is None


@pytest.mark.parametrize("place", [0, 14, 30, 200])
def test_a_damaged_head_is_no_matcher(matcher: Matcher, place: int) -> None:
    kept = bytearray(artefact.dump(matcher, MARK))
    kept[place] ^= 1
    assert artefact.load(bytes(kept), MARK) is None


def test_more_than_the_head_tells_is_no_matcher(matcher: Matcher) -> None:
    assert artefact.load(artefact.dump(matcher, MARK) + b"x", MARK) is None


def test_garbage_is_no_matcher() -> None:
    assert artefact.load(b"not an artefact", MARK) is None


def test_everything_that_a_matcher_is_made_by_makes_it_stale() -> None:
    room = Path(artefact.__file__).parent
    found: set[str] = set()
    waiting = ["matcher"]
    while waiting:
        name = waiting.pop()
        found.add(name)
        for node in ast.walk(ast.parse((room / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.understanding"):
                within = (node.module or "").removeprefix("bot.understanding").strip(".")
                named = [within] if within else [alias.name for alias in node.names]
                waiting += [each for each in named if each not in found]
    assert found == set(artefact.MADE_BY)
