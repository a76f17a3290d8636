"""What leans on the answer just given is told from a new question, and from what is nobody's."""

import pytest

from bot.understanding.leaning import leans
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Situation, Topics, Unsure

AFTER = Situation(topic="no-account")
DOUBT = "can they use those really"


def heard(outside: float = 0.1, exact: bool = False, **chances: float) -> Assessment:
    ranked = tuple((name.replace("_", "-"), chance) for name, chance in chances.items())
    return Assessment(ranked=ranked, outside=outside, exact=exact, known=1.0, words=())


UNCLEAR = heard(data_used=0.3, about_this=0.2, no_account=0.1)


def test_an_unclear_message_that_speaks_for_the_last_topic_leans_on_it() -> None:
    assert leans(DOUBT, UNCLEAR, Unsure(("data-used",)), AFTER)


@pytest.mark.parametrize(
    ("said", "meaning", "situation"),
    [
        (heard(data_used=0.88, about_this=0.01), Topics(("data-used",)), AFTER),  # clear about something else
        (heard(outside=0.97, data_used=0.01), Nothing(), AFTER),  # nobody's
        (heard(exact=True, data_used=0.3, no_account=0.3), Topics(("data-used",)), AFTER),
        (heard(crisis=0.1, about_this=0.4, no_account=0.3), Nothing(), AFTER),  # words of despair are never moved on
        (UNCLEAR, Nothing(), Situation()),  # there is nothing to lean on
        (UNCLEAR, Nothing(), Situation(topic="thanks")),
        (UNCLEAR, Nothing(), Situation(topic="no-account", guiding=True)),
        (UNCLEAR, Nothing(), Situation(topic="no-account", asking=True)),
    ],
)
def test_anything_else_does_not_lean(said: Assessment, meaning: Meaning, situation: Situation) -> None:
    assert not leans(DOUBT, said, meaning, situation)


def test_a_long_story_leans_less_than_a_few_words() -> None:
    unclear, answered = heard(data_used=0.5, about_this=0.1, no_account=0.1), Topics(("data-used",))
    assert leans("so they may use those, too?", unclear, answered, AFTER)
    assert not leans("my sister has a shop in town and she wonders what they do", unclear, answered, AFTER)
