"""What was understood, set right by where the chat stands; and on a graph without the topics that a rule names."""

from dataclasses import replace

import pytest

from bot.dialogue.brain import Brain
from bot.knowledge.model import Platform
from bot.understanding.adjust import adjusted, guide_named
from bot.understanding.context import Context
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Situation, Topics, Unsure


def assessed(*ranked: tuple[str, float], outside: float = 0.1) -> Assessment:
    return Assessment(ranked=ranked, outside=outside, exact=False, known=1.0, words=())


def meaning(brain: Brain, text: str, understood: Meaning, situation: Situation) -> Meaning:
    return adjusted(Context.of(brain.graph), text, (understood, 0.5), assessed(("start-date", 0.5)), situation)[0]


@pytest.mark.parametrize("text", ["can i delete it", "y se puede borrar?", "pues bórralo todo"])
def test_deleting_is_about_what_was_just_talked_about(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Nothing(), Situation(topic="bot-privacy")) == Topics(("bot-privacy",))


@pytest.mark.parametrize("text", ["can i delete my account", "how do i remove meta ai", "¿eras un robot?"])
def test_deleting_something_named_is_not(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("delete-or-hide",)), Situation(topic="bot-privacy")) == Topics(
        ("delete-or-hide",)
    )


def test_whoever_was_asked_which_platform_may_name_it_in_passing(brain: Brain) -> None:
    asked = Situation(topic="how-to-object")
    assert meaning(brain, "ok lets begin with facebook then", Nothing(), asked) == Topics(("object-facebook",))


def test_between_thanks_and_goodbye_nobody_is_asked(brain: Brain) -> None:
    assert meaning(brain, "thanks bye", Unsure(("thanks", "goodbye")), Situation()) == Topics(("thanks",))


def test_the_guide_of_the_platform_there(brain: Brain) -> None:
    there = Situation(platform=Platform.FACEBOOK)
    understood = brain.reader.read("how do i object there", there).meaning
    assert isinstance(understood, Topics)
    assert understood.ids == ("object-facebook",)


def without(brain: Brain, *gone: str) -> Context:
    """The rules of a graph that lacks some topics."""
    topics = {name: topic for name, topic in brain.graph.topics.items() if name not in gone}
    return Context.of(replace(brain.graph, topics=topics))


def test_a_guide_that_nothing_leads_to_is_not_named(brain: Brain) -> None:
    asked = assessed(("how-to-object", 0.8))
    text = "how do i object on facebook"
    assert guide_named(Context.of(brain.graph), text, asked, Situation()).ranked[0][0] == "object-facebook"
    assert guide_named(without(brain, "how-to-object"), text, asked, Situation()) == asked


def test_where_somebody_lives_decides_if_there_is_an_answer_for_it(brain: Brain) -> None:
    def meant(context: Context, text: str) -> Meaning:
        understood = Topics(("who-is-affected",)), 0.9
        return adjusted(context, text, understood, assessed(("who-is-affected", 0.9)), Situation())[0]

    whole = Context.of(brain.graph)
    assert meant(whole, "soy española pero vivo en México, ¿me afecta?") == Topics(("outside-eu",))
    assert meant(whole, "I am from Mexico and study in Salamanca, does it concern me") == Topics(("who-is-affected",))
    assert meant(without(brain, "outside-eu"), "I live in Canada, me too?") == Topics(("who-is-affected",))
