"""What was put in must be found again, and nothing may be found in nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.compact import NOWHERE, Lists, Names, Phrases, hashes

TEXTS = st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=40)


@given(TEXTS)
def test_names_have_places_of_their_own(texts: list[str]) -> None:
    names = Names(np.unique(hashes(texts)))
    assert sorted(set(names.places(hashes(texts)).tolist())) == list(range(len(names)))
    assert all(names.place(text) != NOWHERE for text in texts)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "ñ"]), st.integers(0, 9))))
def test_lists_keep_every_number_of_a_name(pairs: list[tuple[str, int]]) -> None:
    lists = Lists.of(pairs)
    for name in ("a", "b", "ñ", "other"):
        assert set(lists.of_any([name])) == {number for other, number in pairs if other == name}


@given(st.lists(st.tuples(st.sampled_from(["how", "how so", "cómo"]), st.integers(-1, 9)), unique=True))
def test_phrases_keep_their_numbers_in_order(pairs: list[tuple[str, int]]) -> None:
    phrases = Phrases.of(pairs)
    for phrase in ("how", "how so", "cómo", "never seen"):
        assert phrases.numbers_of(phrase) == tuple(number for other, number in pairs if other == phrase)


def test_an_empty_index_knows_nothing() -> None:
    assert Names(np.zeros(0, dtype=np.uint32)).place("a") == NOWHERE
    assert Lists.of([]).of_any(["a"]) == []
    assert Phrases.of([]).numbers_of("a") == ()
