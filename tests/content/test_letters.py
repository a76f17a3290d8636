"""Letters: wholly in their language, complete, with the same law in both, and nothing personal filled in."""

import re
from itertools import product

import pytest

from bot.knowledge.model import LANGUAGES, Graph, Language
from bot.knowledge.tongues import foreign, looks_like

LETTERS = {"objection-user", "objection-no-account", "objection-parent", "follow-up", "refusal-reply", "complaint"}


def composed(graph: Graph, language: Language) -> dict[str, str]:
    """Every letter with every choice put in."""
    found: dict[str, str] = {}
    for letter in graph.letters.values():
        for platform, reason in product(graph.platforms.values(), graph.reasons.values()):
            text = letter.body[language].replace("{platform_scope}", platform.text[language])
            found[f"{letter.id} {platform.id} {reason.id}"] = text.replace("{reason}", reason.text[language])
    return found


def test_the_letters_that_people_need_are_there(graph: Graph) -> None:
    assert graph.letters.keys() >= LETTERS
    assert len(graph.reasons) == 5, "four neutral reasons, or none"
    assert {name for name, part in graph.reasons.items() if not part.text.en} == {"none"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_is_wholly_in_its_language(graph: Graph, language: Language) -> None:
    for name, text in composed(graph, language).items():
        assert looks_like(text) == language, name
        assert not foreign(text, language), name
        for line in text.splitlines():
            assert looks_like(line) in {language, None}, f"{name}: {line}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_in_the_other_language_would_be_noticed(graph: Graph, language: Language) -> None:
    """The check that the test above rests on sees every sentence of the wrong language."""
    other: Language = "es" if language == "en" else "en"
    for name, text in composed(graph, other).items():
        assert looks_like(text) == other, name
        lines = [line for line in text.splitlines() if len(line) > 80 and not line.startswith(("[", "("))]
        noticed = [line for line in lines if foreign(line, language)]
        assert len(noticed) == len(lines), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_put_in_but_blanks_in_capitals(graph: Graph, language: Language) -> None:
    for name, text in composed(graph, language).items():
        assert "{" not in text, name
        blanks = re.findall(r"\[([^\]]+)\]", text)
        assert blanks, f"{name} has no blank for the name"
        assert all(blank == blank.upper() for blank in blanks), f"{name}: {blanks}"
        assert not re.search(r"[\w.]+@[\w.]+", text), f"{name} holds an address that we made up"


def test_both_languages_name_the_same_articles(graph: Graph) -> None:
    for letter in graph.letters.values():
        english = re.findall(r"\d+(?:\(\d+\))?(?:\([a-z]\))?", letter.body.en)
        spanish = re.findall(r"\d+(?:\.\d+)?(?:\.[a-z]\)?)?", letter.body.es)
        flat = [sorted(re.sub(r"\W", "", article) for article in found) for found in (english, spanish)]
        assert flat[0] == flat[1], letter.id


def test_each_letter_says_how_to_send_it_and_has_a_file_name(graph: Graph) -> None:
    for letter in graph.letters.values():
        for language in LANGUAGES:
            assert letter.advice[language]
            assert re.fullmatch(r"[a-z0-9-]+\.txt", letter.filename[language]), letter.id
        assert letter.filename.en != letter.filename.es
    assert len({name for letter in graph.letters.values() for name in letter.filename}) == 2 * len(graph.letters)
