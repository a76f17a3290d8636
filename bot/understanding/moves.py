"""Words that move, said in one's own way: "right thats done love, whats next", "stop there my bus is here".

What follow-ups are said by is learnt with the topics, so that each message is heard for either; which of them can be
meant depends on where the chat stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.model import FollowUp, Graph, Move
from bot.understanding.decide import SMALL_TALK, distressed
from bot.understanding.matcher import Among, Assessment, Matcher, Weighed
from bot.understanding.reading import Situation
from bot.understanding.segment import pieces

IN_GUIDE = frozenset({Move.BACK, Move.DONE, Move.LOST, Move.STOP})  # elsewhere there is nothing to move in
STATED = frozenset(f"move:{each}" for each in (Move.DONE, Move.YES, Move.NO))  # nobody asks these
LEANING = "about-this"  # "do they want ID for that?": in a guide it is the step that is meant, or a question
STOP, SURELY = f"move:{Move.STOP}", 0.6  # nobody is sent out of a guide by mistake ...
RIVAL = 6  # ... where going on is not so many times less likely
ON = frozenset(f"move:{each}" for each in (Move.DONE, Move.NEXT, Move.WHERE))
# What a move needs to be meant: so large a share of the contest, and no larger a chance of being none of all.
GUIDING, TALKING, PIECE = (0.5, 0.9), (0.7, 0.7), (0.8, 0.6)
SOURCES, LEAST = ("bot-sources", "sources"), 5e-4  # "where did you get that from" is about the answer just given
PIECES = 4  # of a message that are looked at, the last ones
QUESTION = (0.7, 0.48)  # what makes a piece of the message a question, which comes first


@dataclass(frozen=True, slots=True)
class Moves:
    """The follow-ups that are learnt, and the columns of the matcher for each kind of situation."""

    matcher: Matcher
    rules: Mapping[str, FollowUp]
    guiding: Among
    talking: Among

    @classmethod
    def of(cls, graph: Graph, matcher: Matcher) -> "Moves":
        """Those of `graph`, with a matcher fitted on them and on its topics."""
        rules = {rule.id: rule for rule in learnt(graph)}
        talking = [name for name, rule in rules.items() if rule.to.partition(":")[2] not in IN_GUIDE]
        guiding = [name for name in rules if name != LEANING]
        return cls(matcher, rules, matcher.among([*graph.topics, *guiding]), matcher.among([*graph.topics, *talking]))

    def meant(self, text: str, weighed: Weighed, situation: Situation) -> tuple[FollowUp, float] | None:
        """The follow-up that a message is, and its score; None if it is a question, or something else.

        Nobody who may be in distress is moved on; and to a question of ours only plain words are an answer, for a
        guessed yes would erase.
        """
        talked = situation.topic is not None and situation.topic not in SMALL_TALK
        if situation.asking or not (talked or situation.guiding or situation.options):
            return None
        among = self.guiding if situation.guiding else self.talking
        whole = self.matcher.judge(weighed, among)
        if distressed(whole):
            return None
        if (found := self._one(text, whole, situation)) or self._asks(whole):
            return found
        parts = [self.matcher.judge(self.matcher.weigh(piece), among) for piece in pieces(text)[-PIECES:]]
        return self._last(parts) if len(parts) > 1 else None

    def heard(self, weighed: Weighed) -> Assessment:
        """A message among the topics and the follow-ups that are possible in a talk, all of them ranked."""
        return self.matcher.judge(weighed, self.talking, k=len(self.talking))

    def _one(self, text: str, whole: Assessment, situation: Situation) -> tuple[FollowUp, float] | None:
        """The follow-up that the message is as a whole."""
        best, score = whole.ranked[0]
        heard = dict(whole.ranked)
        cited = sum(heard.get(name, 0.0) for name in SOURCES) >= 1.0 - QUESTION[1]
        if best in SOURCES and cited and heard.get(SOURCES[1], 0.0) >= LEAST:
            return self.rules[SOURCES[1]], score
        if best == LEANING and heard.get(SOURCES[1], 0.0) * RIVAL >= score:  # who doubts is shown who says so
            best = SOURCES[1]
        if best in self.rules and self.rules[best].to == STOP and score < SURELY:
            best = next((name for name in heard if self._goes_on(name) and heard[name] * RIVAL >= score), best)
        if best not in self.rules or not self._moves(whole, *(GUIDING if situation.guiding else TALKING)):
            return None
        stated = "?" in text and self.rules[best].to in STATED  # "what if I already sent it?"
        return None if stated else (self.rules[best], heard[best])

    def _goes_on(self, name: str) -> bool:
        return name in self.rules and self.rules[name].to in ON

    def _moves(self, assessed: Assessment, share: float, outside: float) -> bool:
        """Whether it is clearly a follow-up, though perhaps not clearly which: "once more, but shorter"."""
        moved = sum(chance for name, chance in assessed.ranked if name in self.rules)
        return assessed.exact or (assessed.outside <= outside and moved >= share * (1.0 - assessed.outside))

    def _asks(self, assessed: Assessment) -> bool:
        """Whether it is clearly a question on a topic."""
        best, score = assessed.ranked[0]
        share, outside = QUESTION
        clear = assessed.outside <= outside and score >= share * (1.0 - assessed.outside)
        return best not in self.rules and (assessed.exact or clear)

    def _last(self, parts: Iterable[Assessment]) -> tuple[FollowUp, float] | None:
        """The last follow-up among the pieces of a message, unless one of them is a question."""
        found = None
        for piece in parts:
            best, score = piece.ranked[0]
            if best in self.rules and self._moves(piece, *PIECE):
                found = self.rules[best], score
            elif best not in SMALL_TALK and self._asks(piece):
                return None
        return found


def learnt(graph: Graph) -> Sequence[FollowUp]:
    """The follow-ups that the matcher learns; those that lead to a topic are asked in that topic's phrasings."""
    return [rule for rule in graph.follow_ups if not rule.to.startswith("topic:")]
