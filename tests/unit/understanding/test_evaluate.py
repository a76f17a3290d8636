"""The evaluation itself: that it counts right, and that it finds lines that stand in two sets."""

import pytest

from bot.dialogue.brain import Brain
from bot.understanding.evaluate import Case, Report, Result, Verdict, compare, evaluate, outcomes, overlap
from bot.understanding.reader import Reader
from bot.understanding.reading import Reading, Topics


def result(
    text: str, verdict: Verdict, topics: tuple[str, ...] = ("a",), understood: tuple[str, ...] = ("a",)
) -> Result:
    case = Case(text=text, topics=topics, language="en")
    return Result(case=case, verdict=verdict, understood=understood, score=0.9, language_right=True)


def test_shares_are_counted_within_their_kind() -> None:
    report = Report(
        (
            result("1", Verdict.RIGHT),
            result("2", Verdict.WRONG, understood=("b",)),
            result("3", Verdict.OFFERED),
            result("4", Verdict.RIGHT),
            result("5", Verdict.REFUSED, topics=(), understood=()),
            result("6", Verdict.ACCEPTED, topics=(), understood=("b",)),
            result("7", Verdict.RIGHT, topics=("a", "b"), understood=("a", "b")),
        )
    )
    assert report.share(Verdict.RIGHT) == 0.5
    assert report.share(Verdict.REFUSED, outside=True) == 0.5
    assert report.share(Verdict.RIGHT, doubles=True) == 1.0
    assert report.confusions()["a", "b"] == 1
    assert report.confusions()["out of scope", "b"] == 1


@pytest.mark.parametrize(
    ("topic", "verdict"),
    [("right-to-object", Verdict.BESIDE), ("minors", Verdict.WRONG), ("start-date", Verdict.RIGHT)],
)
def test_the_right_topic_as_a_button_under_another_answer_is_told_apart(
    brain: Brain, monkeypatch: pytest.MonkeyPatch, topic: str, verdict: Verdict
) -> None:
    reading = Reading(language="en", meaning=Topics(("start-date",), ("right-to-object",)), score=0.7, rule="matcher")
    monkeypatch.setattr(Reader, "read", lambda *_: reading)
    report = evaluate(brain.reader, [Case(text="when, and may I?", topics=(topic,), language="en")])
    assert [each.verdict for each in report.results] == [verdict]


def test_a_moved_question_is_named() -> None:
    report = Report((result("is it free", Verdict.WRONG, understood=("b",)),))
    assert compare({"is it free": "a", "gone": "a"}, report) == [("is it free", "a", "b")]
    assert outcomes(report) == {"is it free": "b"}


def test_a_line_in_two_sets_is_found_though_accents_and_a_word_differ() -> None:
    sets = {
        "phrasings": [
            "¿Leen mis mensajes privados?",
            "can my grandmother of eighty still object to this on facebook today please",
        ],
        "test": [
            "leen mis mensajes privados",
            "can my grandmother of eighty still object to this on facebook today",
            "something else",
        ],
    }
    assert [line for _name, line, _other, _their in overlap(sets)] == sets["test"][:2]
