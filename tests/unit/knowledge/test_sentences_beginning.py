"""The beginning of an answer, for those who want it shorter: whole sentences, and enough of them."""

import pytest

from bot.knowledge.sentences import beginning


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("No. It is not too late, you can object on any day and nobody may refuse it. More here.", "No. It is not too late, you can object on any day and nobody may refuse it."),
        ("Yes, adults in the EU, by what they made public on Facebook and Instagram.\nSecond line.", "Yes, adults in the EU, by what they made public on Facebook and Instagram."),
        ("Under art. 21 of the regulation that protects personal data in Europe you may. Then more.", "Under art. 21 of the regulation that protects personal data in Europe you may."),
        ("Short", "Short"),
    ],
)  # fmt: skip
def test_the_first_sentence_and_as_many_as_say_something(text: str, first: str) -> None:
    assert beginning(text) == first
