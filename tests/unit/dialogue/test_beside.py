"""What may have been meant instead is a button under what was said, be it an answer or a guide, and only one button."""

from datetime import UTC, datetime

import pytest

from bot.dialogue.brain import Brain, Kind
from bot.dialogue.state import State
from bot.dialogue.step import Step, step
from bot.events import Wrote
from bot.knowledge.model import Language
from bot.understanding.reader import Reader
from bot.understanding.reading import Reading, Topics

AT = datetime(2026, 11, 26, tzinfo=UTC)


def said(brain: Brain, monkeypatch: pytest.MonkeyPatch, meaning: Topics, language: Language = "en") -> Step:
    reading = Reading(language=language, meaning=meaning, score=0.7, rule="matcher")
    monkeypatch.setattr(Reader, "read", lambda *_: reading)
    event = Wrote(at=AT, language_code=language, group=False, text="...", edited=False)
    return step(brain, State(language=language), event)


def labels(result: Step) -> list[str]:
    return [button.label for row in result.messages[-1].keyboard for button in row]


@pytest.mark.parametrize(
    ("ids", "kind"),
    [
        (("privacy-risks",), Kind.ANSWER),
        (("object-whatsapp",), Kind.GUIDE),
        (("privacy-risks", "object-whatsapp"), Kind.GUIDE),
    ],
)
def test_under_an_answer_and_under_a_guide(
    brain: Brain, monkeypatch: pytest.MonkeyPatch, ids: tuple[str, ...], kind: Kind
) -> None:
    result = said(brain, monkeypatch, Topics(ids, ("minors",)), "es")
    label = brain.graph.topics["minors"].label["es"]
    assert (result.kind, result.topics, result.options) == (kind, ids, ("minors",))
    assert labels(result).count(f"Me refería a: {label}") == 1


def test_what_has_a_button_already_gets_no_second(brain: Brain, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = said(brain, monkeypatch, Topics(("whatsapp",)))
    beside = said(brain, monkeypatch, Topics(("whatsapp",), ("object-whatsapp",)))
    assert "Object on WhatsApp: step by step" in labels(alone)
    assert labels(beside) == labels(alone)
