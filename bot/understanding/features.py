"""From a message to weighted features: stems, their neighbours, letter groups, the ideas behind words, their pairs.

What a message looks like here depends on its words and on the trained vocabulary alone.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding import lexicon
from bot.understanding.compact import NOWHERE, Hashes, Names, hashes
from bot.understanding.language import detect, is_word
from bot.understanding.normalise import NUMBER, NUMBERS, YOUNG, spell_out, tokens
from bot.understanding.spelling import Speller
from bot.understanding.stems import stem

Ids = npt.NDArray[np.int32]
Values = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

# Each kind of feature makes a unit vector; these are the weights by which the kinds are joined:
# stems, neighbouring stems, ideas, pairs of ideas, letter groups.
KINDS: Final = np.array((1.0, 0.8, 0.7, 0.7, 1.0))
IDEA_TRUST: Final = 0.6  # how far a word that training has not seen counts as known by its idea
_GROUPS: Final = (3, 4, 5)  # letters in a group
_REACH: Final = 5  # how many words apart two ideas still make a pair
_FIRST: Final = np.ones(1, dtype=np.bool_)
_TINY: Final = 1e-12
_NONE: Final = np.zeros(0, dtype=np.uint32)
_KIND: Final = np.arange(len(KINDS), dtype=np.uint64) << np.uint64(32)  # above the 32 bits of a hash
_BEHIND: Final = _KIND + np.uint64(1 << 32)
MANY: Final = 3000  # from so many lines on, what was seen once is left out of all kinds but stems and ideas
_NUMBER_WEIGHT: Final = 0.3  # a date or a number must not change an answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Vector:
    """A message as sparse features; `known` is the share of its word weight that training has seen."""

    ids: Ids
    values: Values
    known: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bag:
    """The features of some words as hashes and counts, each kind sorted; `ends` tells where each kind ends.

    `stems` are the hashes of the words' stems, one a word, in their order.
    """

    stems: Hashes
    keys: Hashes
    counts: Values
    ends: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Bag":
        """Everything that the words show."""
        bases = [stem(word) for word in words]
        ideas = lexicon.ideas(words)
        stems = hashes([f"s:{base}" for base in bases])
        kinds = (
            stems,
            hashes([f"b:{one} {two}" for one, two in pairwise(("<", *bases, ">"))]),
            hashes([f"k:{idea}" for found, _ in ideas for idea in found]),
            _pair_hashes([found or (stem(word),) for found, word in ideas]),
            np.concatenate([_NONE, *map(_group_hashes, words)]),
        )
        return cls(stems, *_counted(kinds))

    def always(self) -> tuple[Hashes, Hashes]:
        """The stems and the ideas."""
        stems, pairs, ideas = self.ends[:3]
        return self.keys[:stems], self.keys[pairs:ideas]


def _counted(kinds: Sequence[Hashes]) -> tuple[Hashes, Values, tuple[int, ...]]:
    """Each hash of each kind once, with its count, and where each kind ends; one sort for all of them."""
    wide = np.concatenate(kinds).astype(np.uint64)
    wide |= np.repeat(_KIND, [len(kind) for kind in kinds])
    wide.sort()
    starts = np.flatnonzero(np.concatenate((_FIRST[: len(wide)], wide[1:] != wide[:-1])))
    once = wide[starts]
    counts = np.concatenate((starts[1:], [len(wide)]))[: len(starts)] - starts
    ends: list[int] = once.searchsorted(_BEHIND).tolist()
    return once.astype(np.uint32), counts.astype(np.float32), tuple(ends)


def _pair_hashes(ideas: Sequence[tuple[str, ...]]) -> Hashes:
    """The hashes of what `_idea_pairs` names, without making each name."""
    opened = [[_opened(name) for name in names] for names in ideas]
    return np.array(
        [
            zlib.crc32(two, before) if one < two else zlib.crc32(one, after)
            for place, ones in enumerate(opened)
            for twos in opened[place + 1 : place + 1 + _REACH]
            for one, before in ones
            for two, after in twos
        ],
        dtype=np.uint32,
    )


@lru_cache(maxsize=4096)
def _opened(name: str) -> tuple[bytes, int]:
    """A name in bytes, and the hash of a pair up to its second name."""
    return name.encode(), zlib.crc32(f"p:{name}+".encode())


def names(words: Sequence[str]) -> list[str]:
    """The names of all features of some words, for telling people."""
    return [*_named(words), *(name for word in words for name in _groups(word))]


def _named(words: Sequence[str]) -> Iterator[str]:
    """The names of all kinds but the letter groups; a name begins with its kind."""
    stems = [stem(word) for word in words]
    ideas = lexicon.ideas(words)
    yield from (f"s:{base}" for base in stems)
    yield from (f"b:{one} {two}" for one, two in pairwise(("<", *stems, ">")))
    yield from (f"k:{idea}" for found, _ in ideas for idea in found)
    yield from _idea_pairs([found or (stem(word),) for found, word in ideas])


def plain_words(text: str) -> list[str]:
    """The words of a message, shorthand written out, spelling left alone."""
    found = tokens(text)
    return spell_out(found, detect(text).language)


def _groups(word: str) -> list[str]:
    padded = f" {word.replace('ñ', 'n')} " if word not in NUMBERS else ""
    return [
        f"c:{padded[start : start + size]}"
        for size in _GROUPS
        if size <= len(padded)
        for start in range(len(padded) - size + 1)
    ]


@lru_cache(maxsize=4096)
def _group_hashes(word: str) -> Hashes:
    return hashes(_groups(word))


def _idea_pairs(ideas: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for place, ones in enumerate(ideas):
        for twos in ideas[place + 1 : place + 1 + _REACH]:
            for one in ones:
                for two in twos:
                    yield f"p:{one}+{two}" if one < two else f"p:{two}+{one}"


def is_real(word: str) -> bool:
    """Whether a word is one of the languages' own, so that it is no typo."""
    return is_word(word) or bool(lexicon.concepts(word))


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The features that training saw, each with its number and its weight."""

    names: Names
    weights: Values
    speller: Speller
    rare: float

    @classmethod
    def learn(cls, texts: Sequence[str]) -> tuple["Vocabulary", list[Vector], Mask]:
        """Counts features over the texts, rarer ones weighing more.

        Also the texts in these features, and which features are stems or ideas: by them a word counts as known.
        """
        words = [plain_words(text) for text in texts]
        bags = [Bag.of(each) for each in words]
        keys, counts = np.unique(np.concatenate([bag.keys for bag in bags]), return_counts=True)
        weights = np.log((1 + len(texts)) / (1 + counts)) + 1
        numbered = {name for each in words if NUMBER in each for name in _named(each)}
        numeric = {name for name in numbered if NUMBER in name.replace(YOUNG, "")}
        weights[np.isin(keys, hashes(sorted(numeric)))] *= _NUMBER_WEIGHT
        kept = counts >= (2 if len(texts) >= MANY else 1)
        always = np.isin(keys, np.concatenate([part for bag in bags for part in bag.always()]))
        kept |= always
        speller = Speller.learn(Counter(word for each in words for word in each), is_real)
        vocabulary = cls.of(Names(keys[kept]), weights[kept].astype(np.float32), speller)
        vectors = [
            vocabulary.weighed(bag, [(word, 1.0) for word in each], own=True)
            for bag, each in zip(bags, words, strict=True)
        ]
        return vocabulary, vectors, always[kept]

    @classmethod
    def of(cls, names: Names, weights: Values, speller: Speller) -> "Vocabulary":
        """The vocabulary of these features; the tables of both languages are made ready with it."""
        plain_words("xyzzy")
        lexicon.concepts("xyzzy")
        return cls(names=names, weights=weights, speller=speller, rare=float(weights.max(initial=1.0)))

    def only(self, kept: Mask) -> "Vocabulary":
        """This vocabulary with some of its features."""
        return type(self).of(Names(self.names.keys[kept]), self.weights[kept], self.speller)

    def vector(self, plain: Sequence[str]) -> Vector:
        """The features of plain words that training knows, each kind of unit length times its weight."""
        mended = self.speller.mend(plain)
        return self.weighed(Bag.of([word for word, _ in mended]), mended)

    def weighed(self, bag: Bag, mended: Sequence[tuple[str, float]], *, own: bool = False) -> Vector:
        """Those of the features that training knows, with their weights; `own` is for a training line."""
        places = self.names.places(bag.keys)
        found = places != NOWHERE
        ids = places[found]
        values = self.weights[ids] * (1 + np.log(bag.counts[found]))
        ends = np.concatenate(([0], np.cumsum(found)))[[0, *bag.ends]]
        squares = np.concatenate(([0.0], np.cumsum(np.square(values, dtype=np.float64))))[ends]
        lengths = np.sqrt(np.maximum(squares[1:] - squares[:-1], _TINY))
        values *= np.repeat(KINDS / lengths, ends[1:] - ends[:-1])
        return Vector(
            ids=ids,
            values=values.astype(np.float32),
            known=self._known(mended, self._stems(bag, places), own=own),
            words=tuple(w for w, _ in mended),
        )

    @staticmethod
    def _stems(bag: Bag, places: Ids) -> list[int]:
        """The number of each word's stem, `NOWHERE` for one that training has not seen."""
        stems = bag.ends[0]
        found: list[int] = places[:stems][bag.keys[:stems].searchsorted(bag.stems)].tolist()
        return found

    def _known(self, mended: Sequence[tuple[str, float]], stems: Sequence[int], *, own: bool) -> float:
        """The share of the words' weight that training knows, if only by the idea behind a word; 0 for no words.

        `own` is for a training line: what only that line has does not count as known.
        """
        known = total = 0.0
        for (word, trust), place in zip(mended, stems, strict=True):
            weight = self.rare if place == NOWHERE else float(self.weights[place])
            unseen = place == NOWHERE or (own and weight >= self.rare)
            known += weight * (self._by_idea(word) if unseen else trust)
            total += weight
        return known / total if total else 0.0

    def weight(self, base: str) -> float:
        """How much a stem weighs."""
        place = self.names.place(f"s:{base}")
        return self.rare if place == NOWHERE else float(self.weights[place])

    def _by_idea(self, word: str) -> float:
        ideas = [f"k:{idea}" for idea in lexicon.concepts(word)]
        return IDEA_TRUST if ideas and bool((self.names.places(hashes(ideas)) != NOWHERE).any()) else 0.0
