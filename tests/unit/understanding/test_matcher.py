"""The matcher on a small bilingual set: it must find what was meant, and refuse what nobody asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import artefact
from bot.understanding.matcher import Matcher

PHRASES = {
    "private-messages": [
        "do they read my private messages", "are my DMs used", "can meta see my whatsapp chats", "is messenger read by the ai",
        "who reads what I write to my friends", "leen mis mensajes privados", "usan mis chats de whatsapp",
        "mis conversaciones de messenger se usan", "pueden ver mis dm", "quien lee lo que escribo a mis amigas",
    ],
    "object": [
        "how do I object", "how can I opt out", "I want to refuse", "where do I say no", "steps to opt out of the training",
        "como me opongo", "quiero oponerme", "como digo que no", "pasos para negarme", "donde rechazo el entrenamiento",
    ],
    "minors": [
        "does it use my kids photos", "my daughter is fifteen is she included", "are teenagers affected", "what about children",
        "my son has instagram", "usan las fotos de mis hijos", "mi hija tiene quince años la incluyen", "y los menores",
        "que pasa con los niños", "mi hijo tiene instagram",
    ],
    "start-date": [
        "when did it start", "since when do they train", "what was the date", "has it begun already", "did it start on 27 May 2025",
        "cuando empezo", "desde cuando entrenan", "cual fue la fecha", "ya ha empezado", "empezo el 27 de mayo",
    ],
}  # fmt: skip
OUTSIDE = [
    "what is the weather today", "tell me a joke", "recipe for pancakes", "who won the match", "my password does not work",
    "how do I get more followers", "que tiempo hace hoy", "cuentame un chiste", "receta de tortilla", "quien gano el partido",
    "no me funciona la contraseña", "como consigo mas seguidores", "book me a flight", "translate this to german",
    "i love you", "eres tonto", "buy bitcoin now", "vendo coche", "does chatgpt use my chats", "es mejor gemini o copilot",
]  # fmt: skip
PAIRS = [(text, label) for label, texts in PHRASES.items() for text in texts]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.fit(PAIRS, outside=OUTSIDE)


@pytest.mark.parametrize(("text", "label"), PAIRS)
def test_a_training_phrase_is_certain_in_any_clothes(matcher: Matcher, text: str, label: str) -> None:
    assert matcher.rank(text.upper() + "!!", 1) == [(label, 1.0)]
    assert matcher.decide(f"¿{text}?") == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("do they raed my privat mesages", "private-messages"),
        ("leen mis whatsaps", "private-messages"),
        ("hw cn i opt out pls", "object"),
        ("kiero oponerme", "object"),
        ("my kid is 13, are his pics used", "minors"),
        ("mi niña usa insta", "minors"),
        ("cuando arranco esto", "start-date"),
        ("when did the training begin", "start-date"),
    ],
)
def test_other_words_for_the_same_thing(matcher: Matcher, text: str, label: str) -> None:
    assert matcher.rank(text, 1)[0][0] == label


@pytest.mark.parametrize(
    "text",
    ["lorem ipsum dolor sit amet consectetur adipiscing elit", "asdf qwer zxcv", "👍", "", "   ", "?!", "12345", "jajajaja",
     "what will the weather be tomorrow", "tell me another joke", "no me acuerdo de la contraseña"],
)  # fmt: skip
def test_nobody_s_question_gets_no_answer(matcher: Matcher, text: str) -> None:
    assert matcher.decide(text) is None


def test_a_date_does_not_change_the_answer(matcher: Matcher) -> None:
    plain, dated = (
        matcher.rank("usan las fotos de mis hijos", 1),
        matcher.rank("¿usan desde el 27 de mayo las fotos de mis hijos?", 1),
    )
    assert plain[0][0] == dated[0][0]
    assert dated[0][1] > 0.5


def test_an_outside_line_is_refused_even_when_a_label_has_it_too() -> None:
    both = Matcher.fit([*PAIRS, ("tell me a joke", "minors")], outside=OUTSIDE)
    assert both.rank("Tell me a joke!", 1) == [("minors", 1.0)]
    assert both.decide("Tell me a joke!") is None
    assert both.assess("tell me a joke").outside == 1.0


def test_a_phrase_of_two_labels_leaves_both_certain() -> None:
    shared = Matcher.fit([*PAIRS, ("y los menores", "object")])
    assert shared.rank("y los menores", 2) == [("minors", 1.0), ("object", 1.0)]


def test_it_can_be_fitted_without_outside_lines_and_on_one_label() -> None:
    single = Matcher.fit([("how do I object", "object"), ("opt out please", "object")])
    assert single.decide("how do i object") == "object"
    assert single.decide("👍") is None


def test_nothing_to_learn_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Matcher.fit([])


def test_the_same_data_gives_the_same_matcher(matcher: Matcher) -> None:
    again = Matcher.fit(PAIRS, outside=OUTSIDE)
    assert artefact.dump(again, "x") == artefact.dump(matcher, "x")


def test_why_is_told(matcher: Matcher) -> None:
    evidence = matcher.explain("quiero oponerme ya", "object")
    assert matcher.nearest("quiero oponerme ya", PHRASES["object"])[0] == "quiero oponerme"
    assert evidence.features[0][1] > 0
    assert evidence.score == dict(matcher.rank("quiero oponerme ya", 9))["object"]


@given(st.text(max_size=200))
def test_any_text_is_ranked_with_scores_between_0_and_1(matcher: Matcher, text: str) -> None:
    found = matcher.assess(text, 10)
    assert {label for label, _ in found.ranked} == set(PHRASES)
    assert all(0.0 <= score <= 1.0 for _, score in found.ranked)
    assert [score for _, score in found.ranked] == sorted((score for _, score in found.ranked), reverse=True)
    assert 0.0 <= found.outside <= 1.0


@given(
    st.sampled_from(PAIRS), st.sampled_from(["{}", "{} 🙏", "hola, {}", "{} pls", "ok {}", "{} 27/05/2025", "Hi! {}?"])
)
def test_small_talk_around_a_phrase_leaves_the_answer(matcher: Matcher, pair: tuple[str, str], frame: str) -> None:
    assert matcher.rank(frame.format(pair[0]), 1)[0][0] == pair[1]
