"""What a message means because of where the chat stands: options, moves, follow-ups, another platform, a country.

Each rule is a small pure function from words to a meaning or None; the words are data (`data/follow-ups.yaml`, the
graph's labels and authorities). Rules match whole messages, so that a new question is never taken for a follow-up.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.fold import fold
from bot.knowledge.model import LANGUAGES, EdgeKind, FollowUp, Graph, Language, Move, Platform
from bot.understanding.context_words import (
    ARTICLES,
    ASKING,
    AUTHORITY_WORDS,
    CHOOSING,
    COURTESY,
    DEVICES,
    EVERYDAY,
    FILLERS,
    GOING_ON,
    LANGUAGE_WORDS,
    LAST,
    LEAD_INS,
    LIVING,
    OBJECTING,
    ORDINALS,
    PLATFORM_WORDS,
    SOCIAL,
    SWITCHING,
    TOWNS,
)
from bot.understanding.matcher import Assessment
from bot.understanding.normalise import spell_out
from bot.understanding.reading import Choose, ForCountry, Meaning, Navigate, Nothing, Situation, Topics

_PARTS = re.compile(r"[,.;!?\n]+")
HOW = "how-to-object"
BRIEF = 10  # words of a message that may lean on what was said before
TERSE = 4  # words of one that can hardly be understood alone: "can it be removed?"
# What a topic needs to be meant by one: so large a share of the contest, and no larger a chance of being out of scope.
NEIGHBOUR, TO_NEIGHBOUR, GOES_ON = (0.2, 0.88), (0.2, 0.97), (0.8, 0.88)
STEP = 0.7  # the largest such chance in a guide, where most of what is not understood is about its step
FAMILIAR = 0.85  # the share of known words in a message that leans on what was said: the rest would be news
TOLD_AGAIN = frozenset({"move:again", "move:shorter", "move:more", "move:sources"})
DONE, MORE = f"move:{Move.DONE}", f"move:{Move.MORE}"
TELLING = 4  # letters of a word that may tell what is asked
SWITCHED = 8  # words of a message that asks for another platform's guide
SHORT = 7  # words: in a longer message a country is part of a question of its own
COUNTRY_TOPICS = frozenset({"complaint", "objection-rejected", "is-it-legal"})


@dataclass(frozen=True, slots=True)
class Context:
    """The rules, with their words folded once."""

    graph: Graph
    follow_ups: Mapping[str, FollowUp]
    countries: Mapping[str, str]
    neighbours: Mapping[str, frozenset[str]]
    usual: frozenset[str]  # the words of all follow-ups
    telling: Mapping[str, frozenset[str]]  # of each follow-up that leads to a topic, the words that no other one has

    @classmethod
    def of(cls, graph: Graph) -> "Context":
        """The rules of `graph`."""
        phrases = {fold(phrase): rule for rule in graph.follow_ups for each in rule.phrases for phrase in each}
        usual = frozenset(word for phrase in phrases for word in phrase.split())
        countries: dict[str, str] = {}
        for authority in graph.authorities.values():
            for alias in (*authority.aliases, *authority.country, authority.name):
                countries.setdefault(fold(alias), authority.code)
        pairs = {
            (topic.id, edge.target)
            for topic in graph.topics.values()
            for edge in topic.edges
            if edge.kind is not EdgeKind.GUIDE
        }
        both = pairs | {(target, topic) for topic, target in pairs} | {(topic, topic) for topic in graph.topics}
        neighbours = {topic: frozenset(other for one, other in both if one == topic) for topic in graph.topics}
        return cls(graph, phrases, countries, neighbours, usual, _telling(graph.follow_ups))

    def option(self, text: str, situation: Situation) -> Meaning | None:
        """One of the options on offer, named or counted; or none of them."""
        if not situation.options:
            return None
        folded = fold(text)
        for index, names in enumerate(situation.options):
            if folded in {fold(name) for name in names}:
                return Choose(index)
        if not situation.listed:
            return _chosen(folded.split(), situation.options)
        bare = [word for word in folded.split() if word not in ARTICLES] or folded.split()
        count = ORDINALS.get(bare[0], -1) if len(bare) == 1 else -1
        if 0 <= count <= len(situation.options):
            return Choose(count if count < len(situation.options) else None)  # "none of these" stands last
        if len(bare) == 1 and bare[0] in LAST:
            return Choose(len(situation.options) - 1)
        return _chosen(folded.split(), situation.options)

    def follow_up(self, text: str, situation: Situation) -> Meaning | None:
        """A move, or a walk on an edge of what was talked about."""
        rules = self._rules(text)
        if situation.guiding and [rule.to for rule in rules] == [DONE, MORE]:
            rules = rules[:1]
        return self.lead(rules[-1], situation) if rules else None

    def lead(self, rule: FollowUp, situation: Situation) -> Meaning | None:
        """Where a follow-up leads from here."""
        kind, _, target = rule.to.partition(":")
        match kind:
            case "move" if target == Move.NONE and situation.options:
                return Choose(None)
            case "move" if target == Move.SOURCES and situation.topic is not None and not self.cited(situation):
                return None  # the bot's own sources are a topic
            case "move":
                return Navigate(Move(target))
            case "topic":
                return Navigate(Move.MORE) if situation.topic in rule.here else Topics((target,))
            case _:
                return self._walk(EdgeKind(target), situation)

    def detailed(self, text: str, meaning: Meaning, situation: Situation) -> bool:
        """Whether what was just answered answers this itself: "do they charge?" after the answer on complaints.

        That is so where a short message has a telling word of such a follow-up, and is clear about nothing else; one
        that was not understood at all must have no other words than follow-ups have ("to fix my phone").
        """
        words = set(fold(text).split())
        leading = [rule for rule in self.graph.follow_ups if rule.here]
        elsewhere = isinstance(meaning, Topics) and f"topic:{meaning.ids[0]}" not in {rule.to for rule in leading}
        if elsewhere or len(words) > BRIEF or words & (OBJECTING - {"me", "out"}):
            return False
        if isinstance(meaning, Nothing) and not words <= self.usual | FILLERS | COURTESY:
            return False
        return any(situation.topic in rule.here and words & self.telling[rule.id] for rule in leading)

    def cited(self, situation: Situation) -> bool:
        """Whether an answer with sources of its own was just given."""
        topic = self.graph.topics.get(situation.topic or "")
        return topic is not None and bool(topic.citations)

    def _rules(self, text: str) -> list[FollowUp]:
        """The follow-up that a whole message is, or several in a row ("I don't get it, shorter"): the last is meant."""
        if whole := self._phrase(fold(text)):
            return [whole]
        parts = [
            part for part in map(fold, _PARTS.split(text)) if not set(part.split()) <= LEAD_INS | COURTESY | SOCIAL
        ]
        rules = [self._phrase(part) for part in parts]
        return [rule for rule in rules if rule] if all(rules) else []

    def _phrase(self, folded: str) -> FollowUp | None:
        """The follow-up of these words, courtesies, openings and shorthand aside."""
        found = self.follow_ups.get(folded)
        words = folded.replace("por favor", "porfavor").split()
        while found is None and words and (words[0] in LEAD_INS or words[-1] in COURTESY or words[0] in COURTESY):
            words = words[:-1] if words[-1] in COURTESY else words[1:]
            found = self.follow_ups.get(" ".join(words))
        for language in LANGUAGES if found is None else ():
            found = found or self.follow_ups.get(" ".join(spell_out(words, language)))
        return found or self._asked(" ".join(words))

    def _asked(self, words: str) -> FollowUp | None:
        """What the bot is asked to do with its answer: "can you repeat that". Anything else asked is a question."""
        begins = next((each for each in ASKING if words.startswith(each)), None)
        rule = self.follow_ups.get(words.removeprefix(begins)) if begins else None
        return rule if rule and rule.to in TOLD_AGAIN else None

    def _walk(self, kind: EdgeKind, situation: Situation) -> Meaning | None:
        topic = self.graph.topics.get(situation.topic or "")
        if topic is None:
            return None
        if targets := topic.to(kind):
            return Topics(targets[:1])
        # The reasons may stand in what is behind "tell me more"; the other side of a matter does not.
        return None if kind is EdgeKind.CONTRAST else Navigate(Move.MORE)

    def near(self, text: str, assessed: Assessment, situation: Situation) -> tuple[str, float] | None:
        """The topic of a short message that is clear only after what was just talked about, and its score.

        "Can it be removed?": a neighbour in the graph needs little to be meant, even if it is not the likeliest topic;
        any other topic is meant only by one who goes on ("and ...", "even ..."). Asked where nothing was understood.
        """
        folded = fold(text).split()
        neighbours = self.neighbours.get(situation.topic or "")
        if neighbours is None or not 1 < len(folded) <= BRIEF or assessed.known < FAMILIAR:
            return None
        goes_on = folded[0] in LEAD_INS or folded[0] in GOING_ON
        for topic, chance in assessed.ranked:
            if topic in neighbours or goes_on:
                share, stray = (
                    GOES_ON if topic not in neighbours else TO_NEIGHBOUR if len(folded) <= TERSE else NEIGHBOUR
                )
                if situation.guiding:
                    stray = min(stray, STEP)
                if assessed.outside <= stray and chance >= share * (1.0 - assessed.outside):
                    return topic, chance
        return None

    def platform(self, text: str, situation: Situation) -> Meaning | None:
        """Only a platform's name: the same question there, that platform in general, or how to object there."""
        if situation.topic == HOW:  # "which platform?" was just asked: "facebook, I hardly use instagram"
            first = _PARTS.split(text.strip())[0]
            text = first if platforms(first) else text
        found = platforms(text, surely=False)
        known = FILLERS | OBJECTING | PLATFORM_WORDS.keys()
        folded = fold(text).split()
        if guide := self._switched(text, folded, situation):
            return Topics((guide,))
        if len(found) != 1 or any(word not in known for word in folded):
            return None
        platform = found[0]
        objecting = (OBJECTING - {"me"}) & set(folded)
        topic = self.graph.topics.get(HOW if objecting else situation.topic or "")
        if topic is None:
            return None
        target = self.elsewhere(topic.id, platform)
        if target in {None, situation.topic}:  # there is nothing of its own to say about that platform
            target = self.elsewhere(HOW, platform)
        return Topics((target,)) if target else None

    def _switched(self, text: str, words: Sequence[str], situation: Situation) -> str | None:
        """The guide wanted instead of the one that is open: "oh no, it's facebook I need"."""
        found = platforms(text)
        if not situation.guiding or len(found) != 1 or found[0] == situation.platform:
            return None
        return self.elsewhere(HOW, found[0]) if len(words) <= SWITCHED and SWITCHING & set(words) else None

    def elsewhere(self, topic_id: str, platform: Platform) -> str | None:
        """Where "and on <platform>?" leads from a topic: its own edge, its parent's, or the same matter there."""
        topic = self.graph.topics.get(topic_id)
        if topic is None:
            return None
        if target := topic.on(platform):
            return target
        for parent in topic.to(EdgeKind.PART_OF):
            if parent in self.graph.topics and (target := self.graph.topics[parent].on(platform)):
                return target
        if topic_id.startswith("object-") or topic.area == "object":
            return self.graph.topics[HOW].on(platform) if HOW in self.graph.topics else None
        return platform if platform in self.graph.topics else None

    def country(self, text: str, situation: Situation) -> Meaning | None:
        """A country's authority: by its flag, its code, its name, or the authority's own name."""
        if code := _flag(text):
            return ForCountry(code) if code in self.graph.authorities else None
        if len(text.strip()) == 2 and text.strip().isupper() and text.strip() in self.graph.authorities:
            return ForCountry(text.strip())
        folded = fold(text).split()
        if len(folded) > SHORT:
            return None
        code, size = self.named(text)
        asks = bool(AUTHORITY_WORDS & set(folded)) and size < len(folded)
        rest = [word for word in folded if word not in LIVING]
        alone = len(rest) <= size and (situation.topic in COUNTRY_TOPICS or len(folded) == size)
        return ForCountry(code) if code and (asks or alone) else None

    def in_europe(self, text: str) -> bool:
        """Whether the text names a country of the EU or the EEA, or a town there."""
        code, _ = self.named(text)
        european = code is not None and self.graph.authorities[code].region in {"eu", "eea"}
        return european or bool(TOWNS & set(fold(text).split()))

    def named(self, text: str) -> tuple[str | None, int]:
        """The country named in a text (the longest name wins), and how many words name it."""
        folded = fold(text).split()
        for size in (4, 3, 2, 1):
            for start in range(len(folded) - size + 1):
                if code := self.countries.get(" ".join(folded[start : start + size])):
                    return code, size
        return None, 0


def _telling(rules: Sequence[FollowUp]) -> Mapping[str, frozenset[str]]:
    """The words by which each follow-up that leads to a topic is known among all of them."""
    words = {
        rule.id: {word for each in rule.phrases for phrase in each for word in fold(phrase).split()} for rule in rules
    }
    shared = Counter(word for each in words.values() for word in each)
    return {
        rule.id: frozenset(word for word in words[rule.id] - FILLERS if shared[word] == 1 and len(word) >= TELLING)
        for rule in rules
        if rule.to.startswith("topic:")
    }


def _chosen(words: Sequence[str], options: Sequence[Sequence[str]]) -> Choose | None:
    """The one option that the words name ("by the app, please"), if they name nothing else."""
    named = {DEVICES.get(word, word) for word in words if word not in CHOOSING}
    offered = [
        {DEVICES.get(word, word) for name in names for word in fold(name).split()} - CHOOSING for names in options
    ]
    hits = [len(named & each) for each in offered]
    best = max(hits)
    tied = hits.count(best) > 1 and not named <= set(DEVICES.values())  # of two ways in the app, the first will do
    if len(words) > BRIEF or not best or tied or not named <= set().union(*offered):
        return None
    return Choose(hits.index(best))


def platforms(text: str, *, surely: bool = True) -> list[Platform]:
    """The platforms named in a text, each once, in order; `surely` leaves out everyday words.

    "Whats" may be a question, "face" somebody's own.
    """
    unsure: frozenset[str] = EVERYDAY if surely else frozenset()
    joined = fold(text).replace("whats app", "whatsapp").replace("face book", "facebook")
    named = (word for word in joined.split() if word in PLATFORM_WORDS and word not in unsure)
    return list(dict.fromkeys(PLATFORM_WORDS[word] for word in named))


def named_language(text: str) -> Language | None:
    """The language of ours that a text names, if it names just one."""
    named = {LANGUAGE_WORDS[word] for word in fold(text).split() if word in LANGUAGE_WORDS}
    return named.pop() if len(named) == 1 else None


def _flag(text: str) -> str | None:
    letters = [chr(ord(char) - 0x1F1E6 + ord("A")) for char in text if 0x1F1E6 <= ord(char) <= 0x1F1FF]
    return "".join(letters) if len(letters) == 2 else None
