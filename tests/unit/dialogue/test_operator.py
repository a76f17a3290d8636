"""/why is for the operator's chats alone: anybody else gets the help."""

from datetime import UTC, datetime

from bot.dialogue.brain import Brain
from bot.dialogue.state import State
from bot.dialogue.step import step
from bot.events import Commanded
from bot.messages import plain

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_operator_sees_rule_score_and_runners_up(brain: Brain) -> None:
    asked = Commanded(at=AT, language_code="en", name="why", argument="do they read my private messages", trusted=True)
    (message,) = step(brain, State(), asked).messages
    said = plain(message.text)
    assert "private-messages" in said
    assert "“matcher”" in said
    assert said.count("\n0.") + said.count("\n1.") >= 2


def test_others_do_not(brain: Brain) -> None:
    asked = Commanded(at=AT, language_code="en", name="why", argument="do they read my private messages")
    (message,) = step(brain, State(), asked).messages
    assert "“matcher”" not in plain(message.text)
