"""A yes to "do you mean this?" takes the one thing offered; of several it cannot tell which."""

from datetime import UTC, datetime

import pytest

from bot.dialogue.brain import Brain, Kind
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.events import Wrote

AT = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("offered", "kind", "topics"), [(("minors",), Kind.ANSWER, ("minors",)), (("minors", "threads"), Kind.CLARIFY, ())]
)
def test_yes_to_what_was_offered(brain: Brain, offered: tuple[str, ...], kind: Kind, topics: tuple[str, ...]) -> None:
    event = Wrote(at=AT, language_code="en", group=False, text="yes please", edited=False)
    said = step(brain, State(language="en", options=offered), event)
    assert (said.kind, said.topics) == (kind, topics)


def test_who_asks_for_more_twice_is_told_that_there_is_no_more(brain: Brain) -> None:
    state = State(language="en", topic="complaint")
    shown = []
    for text in ("tell me more", "sources?", "tell me more", "shorter", "tell me more"):
        said = step(brain, state, Wrote(at=AT, language_code="en", group=False, text=text, edited=False))
        assert said.topics == ("complaint",)
        shown.append(said.messages[0].text)
        state = State.from_json(said.state.to_json())
    assert shown[0] == shown[4] != shown[2]
    assert "I will not guess" in str(shown[2])
