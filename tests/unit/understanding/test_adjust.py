"""What was understood, set right by where the chat stands; and on a graph without the topics that a rule names."""

from dataclasses import replace

import pytest

from bot.dialogue.brain import Brain
from bot.knowledge.model import Move, Platform
from bot.understanding.adjust import adjusted, guide_named, moved_here, nearer
from bot.understanding.context import Context
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Navigate, Nothing, Situation, Topics, Unsure


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


@pytest.mark.parametrize(
    ("topic", "text", "understood"),
    [
        ("complaint", "¿Conlleva algún coste?", Topics(("right-to-object",))),
        ("complaint", "tardan mucho?", Topics(("confirmation",))),
        ("other-gdpr-rights", "¿Y se pueden negar a dármela?", Topics(("objection-rejected",))),
        ("other-gdpr-rights", "can they refuse that", Unsure(("objection-rejected", "right-to-object"))),
    ],
)
def test_an_answer_is_asked_for_its_own_detail(brain: Brain, topic: str, text: str, understood: Meaning) -> None:
    assert meaning(brain, text, understood, Situation(topic=topic)) == Navigate(Move.MORE)


@pytest.mark.parametrize(
    ("topic", "text", "understood"),
    [
        ("complaint", "what does it cost to fix a cracked phone screen", Nothing()),
        ("complaint", "does objecting cost anything", Topics(("right-to-object",))),
        ("complaint", "is the training free of private chats", Topics(("private-messages",))),
        ("photos-videos", "does it cost anything", Topics(("right-to-object",))),
    ],
)
def test_another_question_about_cost_is_not_its_detail(
    brain: Brain, topic: str, text: str, understood: Meaning
) -> None:
    assert meaning(brain, text, understood, Situation(topic=topic)) == understood


@pytest.mark.parametrize("text", ["y a mi madre? tiene 43", "and my dad?", "y mis padres"])
def test_after_an_answer_on_children_somebody_of_age(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("minors",)), Situation(topic="minors")) == Topics(("who-is-affected",))


@pytest.mark.parametrize("text", ["y mi padre puede hacerlo por mi", "and my dad, i am 15", "y mi hermana de 12"])
def test_a_child_asking_about_a_parent_is_still_a_child(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("minors",)), Situation(topic="minors")) == Topics(("minors",))


def test_the_only_platform_somebody_has_answers_which_platform(brain: Brain) -> None:
    asked, whatsapp = Situation(topic="how-to-object"), Topics(("whatsapp",))
    assert meaning(brain, "por wasap nomas tengo", whatsapp, asked) == Topics(("object-whatsapp",))
    assert meaning(brain, "is whatsapp part of this?", whatsapp, asked) == whatsapp


def test_even_if_goes_on_about_what_was_answered(brain: Brain) -> None:
    answered = Situation(topic="captions")
    assert meaning(brain, "aunque sean dos palabras?", Nothing(), answered) == Navigate(Move.MORE)
    assert meaning(brain, "aunque sean dos palabras?", Nothing(), Situation()) == Nothing()
    assert meaning(brain, "aunque sean dos palabras?", Topics(("old-content",)), answered) == Topics(("old-content",))


GUIDING = Situation(topic="object-instagram", platform=Platform.INSTAGRAM, guiding=True)


@pytest.mark.parametrize("text", ["I've pressed Submit, thank you dear", "le puse mi gmail y me dejó pasar", "toy ahí"])
@pytest.mark.parametrize("understood", [Nothing(), Topics(("confirmation",))])
def test_who_tells_what_they_did_in_a_guide_goes_on(brain: Brain, text: str, understood: Meaning) -> None:
    assert meaning(brain, text, understood, GUIDING) == Navigate(Move.DONE)
    assert meaning(brain, text, understood, Situation(topic="object-instagram")) == understood


@pytest.mark.parametrize(
    "text", ["which email do I write?", "ya pero no me ha llegado el correo", "what is done with it"]
)
def test_who_asks_or_is_stuck_in_a_guide_does_not_go_on(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("confirmation",)), GUIDING) == Topics(("confirmation",))


@pytest.mark.parametrize(
    "text", ["oh shoot my bad, its facebook i need", "cambia a fb", "wrong app, I meant face book"]
)
def test_another_platform_that_is_wanted_instead_opens_its_guide(brain: Brain, text: str) -> None:
    assert Context.of(brain.graph).platform(text, GUIDING) == Topics(("object-facebook",))
    assert meaning(brain, text, Nothing(), GUIDING) == Topics(("object-facebook",))


def test_goodbye_in_a_guide_leaves_it(brain: Brain) -> None:
    assert meaning(brain, "my battery is dying, bye", Topics(("goodbye",)), GUIDING) == Navigate(Move.STOP)


def test_words_in_a_guide_say_more_surely_what_a_learnt_follow_up_means() -> None:
    assert moved_here("toy ahí", Navigate(Move.LOST), GUIDING) == Navigate(Move.DONE)
    assert moved_here("ya, pero no lo veo", Navigate(Move.LOST), GUIDING) == Navigate(Move.LOST)
    assert moved_here("ponme otra vez el paso", Navigate(Move.BACK), GUIDING) == Navigate(Move.WHERE)
    assert moved_here("otra vez el anterior", Navigate(Move.BACK), GUIDING) == Navigate(Move.BACK)
    assert moved_here("toy ahí", Navigate(Move.LOST), Situation(topic="minors")) == Navigate(Move.LOST)


@pytest.mark.parametrize("text", ["¿Y dónde reclamo si no me hacen caso?", "who do I complain to if they say no"])
def test_who_asks_where_to_complain_about_a_refusal_hears_of_authorities(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("objection-rejected",)), Situation()) == Topics(("complaint",))
    assert meaning(brain, "what if they say no", Topics(("objection-rejected",)), Situation()) == Topics(
        ("objection-rejected",)
    )


def test_done_with_more_wanted_in_a_guide_is_a_step_done(brain: Brain) -> None:
    assert Context.of(brain.graph).follow_up("hecho, más", GUIDING) == Navigate(Move.DONE)
    assert Context.of(brain.graph).follow_up("hecho, más", Situation(topic="minors")) == Navigate(Move.MORE)


def test_a_short_message_is_more_likely_about_a_neighbour_of_what_was_answered(brain: Brain) -> None:
    context, heard = Context.of(brain.graph), assessed(("scams", 0.5), ("captions", 0.4))
    answered = Situation(topic="photos-videos")
    assert nearer(context, "and the words below?", heard, answered).ranked[0][0] == "captions"
    assert sum(
        chance for _, chance in nearer(context, "and the words below?", heard, answered).ranked
    ) == pytest.approx(0.9)
    assert nearer(context, "and the words that I write below every one of them?", heard, answered) == heard
    assert nearer(context, "and the words below?", heard, Situation()) == heard


@pytest.mark.parametrize("text", ["vale, seguimos con lo de insta", "right, back to the instagram thing"])
def test_the_open_guide_goes_on_where_it_was(brain: Brain, text: str) -> None:
    assert meaning(brain, text, Topics(("object-instagram",)), GUIDING) == Navigate(Move.WHERE)
    assert meaning(brain, text, Topics(("object-instagram",)), Situation()) == Topics(("object-instagram",))


def test_the_link_in_a_guide_is_its_steps(brain: Brain) -> None:
    assert meaning(brain, "¿me pasas el enlace?", Unsure(("scams", "form-not-found")), GUIDING) == Navigate(Move.WHERE)


@pytest.mark.parametrize("understood", [Nothing(), Unsure(("human", "complaint"))])
def test_whoever_was_given_numbers_of_people_who_help_is_never_refused(brain: Brain, understood: Meaning) -> None:
    assert meaning(brain, "which one is for Madrid", understood, Situation(topic="crisis")) == Topics(("crisis",))


def test_somebody_who_lives_elsewhere(brain: Brain) -> None:
    answered = Situation(topic="outside-eu")
    assert meaning(brain, "y mi hermano, el de Vigo", Nothing(), answered) == Topics(("who-is-affected",))
    assert meaning(brain, "y mi hermano, el de Vigo", Nothing(), Situation(topic="captions")) == Nothing()
