"""Dates, plurals and language codes."""

from datetime import date
from pathlib import Path

import pytest

from bot.app import words
from bot.dialogue.language import heard, negotiate
from bot.dialogue.state import State
from bot.i18n.catalogs import problems


@pytest.mark.parametrize(
    ("code", "language"),
    [("es", "es"), ("es-419", "es"), ("ES_mx", "es"), ("en-GB", "en"), ("en", "en"), ("pt-br", None), ("zh-hans", None), ("", None),
     (None, None), ("x-klingon", None), ("e", None), ("english", None), ("est", None), ("😀", None)],
)  # fmt: skip
def test_any_phone_code_is_understood_or_none(code: str | None, language: str | None) -> None:
    assert negotiate(code) == language


def test_dates_are_written_as_people_write_them() -> None:
    say = words()
    assert say["en"].day(date(2025, 5, 27)) == "27 May 2025"
    assert say["es"].day(date(2025, 5, 27)) == "27 de mayo de 2025"
    assert say["es"].partial_day("2025-05") == "mayo de 2025"
    assert say["en"].partial_day("2025-05") == "May 2025"
    assert say["en"].partial_day("2025") == "2025"
    assert say["en"].partial_day("") == ""


@pytest.mark.parametrize(("count", "en", "es"), [(1, " and one more", " y una más"), (4, " and 4 more", " y 4 más")])
def test_plurals(count: int, en: str, es: str) -> None:
    say = words()
    assert say["en"].ngettext("answer.and-one-more", "answer.and-more", count) == en
    assert say["es"].ngettext("answer.and-one-more", "answer.and-more", count) == es


def test_a_name_that_no_catalog_has_is_an_error_and_not_shown_to_people() -> None:
    with pytest.raises(KeyError, match=r"no\.such\.name"):
        words()["en"].gettext("no.such.name")


def test_the_catalogs_are_complete(root: Path) -> None:
    assert problems(root) == []


def test_a_chosen_language_holds_until_the_other_is_clearly_written() -> None:
    state = State(chosen="en", language="en")
    assert heard(state, None, "es").speaks == "en"
    assert heard(state, "en", "es").chosen == "en"
    assert heard(state, "es", "en").speaks == "es"
