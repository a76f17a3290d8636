"""A message in its situation, understood: language, then context, then the matcher, then the decision.

The order matters and is the whole policy: what is on offer, then words that move, then another platform or a country,
then the question itself. Everything is pure; one reader serves every chat.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.knowledge.fold import fold
from bot.knowledge.model import LANGUAGES, Graph, Language, Move
from bot.understanding.context import Context, named_language, platforms
from bot.understanding.context_words import FAR
from bot.understanding.language import Guess, detect
from bot.understanding.matcher import Matcher
from bot.understanding.reading import (
    Explanation,
    ForCountry,
    Foreign,
    Meaning,
    Navigate,
    Reading,
    Situation,
    Speak,
    Topics,
)
from bot.understanding.several import understand

OWN_LETTERS = 18  # longer phrases tell their language by themselves
RESIDENCE = {"who-is-affected", "outside-eu"}  # one question, about one place
MOST = 2_000  # characters read of one message: longer ones are cut, the question is rarely behind that


def training(graph: Graph) -> tuple[list[tuple[str, str]], Sequence[str]]:
    """What the matcher learns from: phrasings, titles and labels with their topic, and lines that are nobody's."""
    pairs: list[tuple[str, str]] = []
    for topic in graph.topics.values():
        for language in LANGUAGES:
            pairs += [(phrasing, topic.id) for phrasing in topic.phrasings[language]]
            pairs.append((topic.title[language], topic.id))
    return pairs, graph.outside


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads messages for one graph."""

    context: Context
    matcher: Matcher
    own: Mapping[str, Language]  # phrases that only one language has: "hola" tells its language, "ok" does not

    @classmethod
    def of(cls, graph: Graph, matcher: Matcher) -> "Reader":
        """The reader of `graph` with a matcher fitted on `training(graph)`."""
        english, spanish = (
            {
                fold(phrase)
                for topic in graph.topics.values()
                for phrase in topic.phrasings[language]
                if len(phrase) <= OWN_LETTERS
            }
            | {fold(phrase) for rule in graph.follow_ups for phrase in rule.phrases[language]}
            for language in LANGUAGES
        )
        own: dict[str, Language] = dict.fromkeys(english - spanish, "en")
        own |= dict.fromkeys(spanish - english, "es")
        return cls(Context.of(graph), matcher, own)

    def read(self, text: str, situation: Situation) -> Reading:
        """What `text` means here. Total: any text has a meaning, if only `Nothing`."""
        text = text[:MOST].strip()
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
        evidence = self.matcher.explain(text[:MOST], best)
        spoke = tuple(name for name, weight in evidence.features if weight > 0)
        phrasings = [phrase for each in self.context.graph.topics[best].phrasings for phrase in each]
        return Explanation(reading=reading, words=spoke, phrases=tuple(self.matcher.nearest(text[:MOST], phrasings)))

    def _adrift(self, text: str, read: Reading, situation: Situation) -> Reading:
        """A word that moves, but nothing to move about: a topic that it fits comes first ("sources?", "help")."""
        matched = self._matched(text, detect(text), read.language, situation)
        return matched if isinstance(matched.meaning, Topics) else read

    def _matched(self, text: str, guess: Guess, language: Language | None, situation: Situation) -> Reading:
        whole = self.matcher.assess(text)
        foreign = guess.language == "other" and guess.sure and not whole.exact
        if foreign:
            return Reading(language=None, meaning=Foreign(guess.other), score=0.0, rule="language")
        known = guess.language if guess.language in LANGUAGES else None  # of the parts, too
        meaning, score = understand(text, whole, partial(self.matcher.assess, language=known))
        if not isinstance(meaning, Topics) and (near := self.context.near(text, whole, situation)):
            meaning, score = Topics((near[0],)), near[1]
        if meaning == Topics(("complaint",)) and (code := self.context.named(text)[0]):
            meaning = ForCountry(code)
        if isinstance(meaning, Topics) and set(meaning.ids) <= RESIDENCE:
            meaning = Topics((self._by_residence(meaning.ids, text),))
        if situation.guiding and isinstance(meaning, Topics) and self._elsewhere(meaning.ids, text, situation):
            meaning = Navigate(Move.AGAIN)
        if meaning == Topics(("language",)) and (wanted := named_language(text)):
            meaning = Speak(wanted)
        ranked = tuple(whole.ranked)
        return Reading(language=language, meaning=meaning, score=score, rule="matcher", ranked=ranked)

    def _by_residence(self, ids: tuple[str, ...], text: str) -> str:
        """Of the two topics on where it applies, the one for the places named; the likelier one if they are of both."""
        far, near = bool(FAR & set(fold(text).split())), self.context.in_europe(text)
        return ids[0] if far == near else "outside-eu" if far else "who-is-affected"

    def _elsewhere(self, ids: tuple[str, ...], text: str, situation: Situation) -> bool:
        """Whether another platform's guide would open in the middle of one, though that platform was not named."""
        other = self.context.graph.guides.get(ids[0])
        return (
            other is not None
            and other.platform not in {None, situation.platform}
            and other.platform not in platforms(text)
        )

    def _language(self, text: str, guess: Guess) -> Language | None:
        sure = next((each for each in LANGUAGES if guess.sure and each == guess.language), None)
        return sure or self.own.get(fold(text))


def _is_adrift(meaning: Meaning, situation: Situation) -> bool:
    return isinstance(meaning, Navigate) and situation.topic is None and not situation.guiding
