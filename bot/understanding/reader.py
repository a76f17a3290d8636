"""A message in its situation, understood: language, then context, then the matcher, then the decision.

The order matters and is the whole policy: what is on offer, then words that move, then another platform or a country,
then the question itself. Everything is pure; one reader serves every chat.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.knowledge.fold import fold
from bot.knowledge.model import LANGUAGES, Graph, Language, Move
from bot.understanding import normalise
from bot.understanding.adjust import adjusted, guide_named, moved_here, nearer, of_others
from bot.understanding.compact import Phrases
from bot.understanding.context import Context
from bot.understanding.language import Guess, detect, tells
from bot.understanding.leaning import leans
from bot.understanding.matcher import Among, Assessment, Matcher, Weighed
from bot.understanding.moves import Moves, learnt
from bot.understanding.reading import (
    Explanation,
    Foreign,
    Meaning,
    Navigate,
    Reading,
    Situation,
    Topics,
)
from bot.understanding.several import understand

OWN = (3, 18)  # letters of a phrase that may tell its language: longer ones do so by themselves, "k" is anybody's
MOST = 2_000  # characters read of one message: longer ones are cut, the question is rarely behind that


def training(graph: Graph) -> Iterator[tuple[str, str]]:
    """What the matcher learns from, one after the other: phrasings and titles with their topic, and follow-ups.

    Beside it stand the lines that are nobody's, `graph.outside`.
    """
    for topic in graph.topics.values():
        for language in LANGUAGES:
            yield from ((phrasing, topic.id) for phrasing in topic.phrasings[language])
            yield topic.title[language], topic.id
    for rule in learnt(graph):
        for language in LANGUAGES:
            yield from ((phrase, rule.id) for phrase in (*rule.phrases[language], *rule.examples[language]))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads messages for one graph."""

    context: Context
    matcher: Matcher
    topics: Among  # a message that is no follow-up is one of these, or nobody's
    moves: Moves
    own: Phrases  # those that only one language has, with its number: "hola" tells its language, "ok" does not

    @classmethod
    def of(cls, graph: Graph, matcher: Matcher) -> "Reader":
        """The reader of `graph` with a matcher fitted on `training(graph)`."""
        english, spanish = (
            {fold(phrase) for phrase in _phrases(graph, language) if OWN[0] <= len(phrase) <= OWN[1] and tells(phrase)}
            for language in LANGUAGES
        )
        own = Phrases.of(
            [*((phrase, 0) for phrase in english - spanish), *((phrase, 1) for phrase in spanish - english)]
        )
        return cls(Context.of(graph), matcher, matcher.among(graph.topics), Moves.of(graph, matcher), own)

    def read(self, text: str, situation: Situation) -> Reading:
        """What `text` means here. Total: any text has a meaning, if only `Nothing`."""
        try:
            return self._read(text[:MOST].strip(), situation)
        finally:
            _forget()

    def _read(self, text: str, situation: Situation) -> Reading:
        guess = detect(text)
        language = self._language(text, guess)
        for rule in (self.context.option, self.context.follow_up, self.context.platform, self.context.country):
            meaning = rule(text, situation)
            if meaning is not None:
                read = Reading(language=language, meaning=meaning, score=1.0, rule=rule.__name__)
                return self._adrift(text, read, situation) if _is_adrift(meaning, situation) else read
        return self._matched(text, guess, language, situation)

    def explain(self, text: str, situation: Situation) -> Explanation:
        """The reading of `text`, and what spoke for its best topic."""
        reading = self.read(text, situation)
        if not reading.ranked:
            return Explanation(reading=reading)
        best = reading.ranked[0][0]
        phrasings = [phrase for each in self.context.graph.topics[best].phrasings for phrase in each]
        try:
            evidence = self.matcher.explain(text[:MOST], best)
            near = self.matcher.nearest(text[:MOST], phrasings)
        finally:
            _forget()
        spoke = tuple(name for name, weight in evidence.features if weight > 0)
        return Explanation(reading=reading, words=spoke, phrases=tuple(near))

    def _adrift(self, text: str, read: Reading, situation: Situation) -> Reading:
        """A word that moves, but nothing to move about: a topic that it fits comes first ("sources?", "help")."""
        matched = self._matched(text, detect(text), read.language, situation)
        return matched if isinstance(matched.meaning, Topics) else read

    def _matched(self, text: str, guess: Guess, language: Language | None, situation: Situation) -> Reading:
        weighed = self.matcher.weigh(text)
        whole = self._judged(text, weighed, situation)
        foreign = guess.language == "other" and guess.sure and not whole.exact
        if foreign:
            return Reading(language=None, meaning=Foreign(guess.other), score=0.0, rule="language")
        meaning, score, rule = self._here(text, weighed, whole, guess, situation)
        if rule != "situation" and not whole.exact and leans(text, self.moves.heard(weighed), meaning, situation):
            meaning, rule = Navigate(Move.MORE), "leaning"
        return Reading(language=language, meaning=meaning, score=score, rule=rule, ranked=whole.ranked)

    def _here(
        self, text: str, weighed: Weighed, whole: Assessment, guess: Guess, situation: Situation
    ) -> tuple[Meaning, float, str]:
        """The meaning, its score, and what found it: a learnt follow-up, the matcher, or where the chat stands."""
        if not of_others(text) and (moved := self.moves.meant(text, weighed, situation)):
            rule, score = moved
            if meaning := self.context.lead(rule, situation):
                return moved_here(text, meaning, situation), score, rule.id
        known = guess.language if guess.language in LANGUAGES else None  # of the parts, too
        understood = understand(
            text, whole, partial(self._part, situation=situation, language=known), self.context.neighbours
        )
        meaning, score = adjusted(self.context, text, understood, whole, situation)
        return meaning, score, "matcher" if meaning == understood[0] else "situation"

    def _part(self, text: str, situation: Situation, language: str | None) -> Assessment:
        return self._judged(text, self.matcher.weigh(text, language), situation)

    def _judged(self, text: str, weighed: Weighed, situation: Situation) -> Assessment:
        assessed = guide_named(self.context, text, self.matcher.judge(weighed, self.topics), situation)
        return nearer(self.context, text, assessed, situation)

    def _language(self, text: str, guess: Guess) -> Language | None:
        sure = next((each for each in LANGUAGES if guess.sure and each == guess.language), None)
        return sure or next((LANGUAGES[number] for number in self.own.numbers_of(fold(text))), None)


def _forget() -> None:
    """Lets go of the message: what its parts look like is kept only while it is read."""
    detect.cache_clear()
    normalise.fold.cache_clear()


def _phrases(graph: Graph, language: Language) -> Iterator[str]:
    for topic in graph.topics.values():
        yield from topic.phrasings[language]
    for rule in graph.follow_ups:
        yield from (*rule.phrases[language], *rule.examples[language])


def _is_adrift(meaning: Meaning, situation: Situation) -> bool:
    return isinstance(meaning, Navigate) and situation.topic is None and not situation.guiding
