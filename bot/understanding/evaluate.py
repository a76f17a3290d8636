"""How well messages are understood: cases in, a report out. Pure; the command line reads the files and prints.

Three sets are kept apart: the phrasings (for fitting), the tuning lines (for choosing thresholds) and the test lines
(for nothing but this report). `overlap` finds lines that stand in two of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.knowledge.fold import fold
from bot.knowledge.model import Language
from bot.understanding.reader import Reader
from bot.understanding.reading import ForCountry, Foreign, Nothing, Situation, Speak, Topics, Unsure


class Verdict(StrEnum):
    """What became of one case."""

    RIGHT = "right"
    OFFERED = "offered"
    WRONG = "wrong"
    BESIDE = "beside"  # another topic was answered, with a button to the right one under it
    MISSED = "missed"
    REFUSED = "refused"  # out of scope, and said so
    ASKED = "asked"  # out of scope, and asked back
    ACCEPTED = "accepted"  # out of scope, and answered all the same


BAD = frozenset({Verdict.WRONG, Verdict.BESIDE, Verdict.ACCEPTED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A message and the topics that answer it, in order; none if it is out of scope."""

    text: str
    topics: tuple[str, ...]
    language: Language


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A case and what was understood."""

    case: Case
    verdict: Verdict
    understood: tuple[str, ...]
    score: float
    language_right: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All results, with the figures that people ask for."""

    results: tuple[Result, ...]

    def of(self, language: Language) -> "Report":
        """The results of one language."""
        return Report(tuple(each for each in self.results if each.case.language == language))

    def counts(self, *, outside: bool, doubles: bool = False) -> Counter[Verdict]:
        """Verdicts of the questions in scope with one topic (or several: `doubles`), or out of scope."""
        return Counter(
            each.verdict
            for each in self.results
            if bool(each.case.topics) is not outside and (len(each.case.topics) > 1) is doubles
        )

    def share(self, *verdicts: Verdict, outside: bool = False, doubles: bool = False) -> float:
        """The share of these verdicts, from 0 to 1."""
        counts = self.counts(outside=outside, doubles=doubles)
        total = sum(counts.values())
        return sum(counts[verdict] for verdict in verdicts) / total if total else 0.0

    @property
    def language_right(self) -> float:
        """The share of messages answered in the language they were written in."""
        return sum(each.language_right for each in self.results) / len(self.results) if self.results else 0.0

    def confusions(self) -> Counter[tuple[str, str]]:
        """Pairs (expected, understood) of wrong answers, with their counts."""
        return Counter(
            ("+".join(each.case.topics) or "out of scope", "+".join(each.understood))
            for each in self.results
            if each.verdict in BAD
        )

    def by_topic(self) -> Mapping[str, Counter[Verdict]]:
        """Verdicts for each topic of the questions with one topic."""
        table: dict[str, Counter[Verdict]] = {}
        for each in self.results:
            if len(each.case.topics) == 1:
                table.setdefault(each.case.topics[0], Counter())[each.verdict] += 1
        return table

    def calibration(self, bins: int = 10) -> list[tuple[float, float, int]]:
        """For each tenth of the score: mean score, share of right answers, number of answers."""
        rows: list[tuple[float, float, int]] = []
        answered = [each for each in self.results if each.verdict in {Verdict.RIGHT, *BAD}]
        for index in range(bins):
            inside = [each for each in answered if min(int(each.score * bins), bins - 1) == index]
            if inside:
                right = sum(each.verdict is Verdict.RIGHT for each in inside)
                rows.append((sum(each.score for each in inside) / len(inside), right / len(inside), len(inside)))
        return rows

    def worst(self, count: int = 20) -> list[Result]:
        """Wrong answers, the most confident first."""
        bad = [each for each in self.results if each.verdict in BAD]
        return sorted(bad, key=lambda each: -each.score)[:count]


def evaluate(reader: Reader, cases: Iterable[Case]) -> Report:
    """Reads every case in an empty chat whose phone does not tell a language."""
    return Report(tuple(_judge(reader, case) for case in cases))


def _judge(reader: Reader, case: Case) -> Result:
    reading = reader.read(case.text, Situation())
    heard = reading.language is None or reading.language == case.language
    match reading.meaning:
        case Topics(ids=ids, beside=beside):
            verdict, understood = _answered(case, ids), ids
            if verdict is Verdict.WRONG and set(case.topics) <= set(beside):
                verdict = Verdict.BESIDE
        case Unsure(ids=ids):
            offered = set(case.topics) <= set(ids) if case.topics else False
            verdict, understood = (Verdict.OFFERED if offered else Verdict.MISSED), ids
            if not case.topics:
                verdict = Verdict.ASKED
        case ForCountry():
            verdict, understood = _answered(case, ("complaint",)), ("complaint",)
        case Speak():
            verdict, understood = _answered(case, ("language",)), ("language",)
        case Nothing() | Foreign():
            verdict, understood = (Verdict.MISSED if case.topics else Verdict.REFUSED), ()
        case other:
            verdict = Verdict.WRONG if case.topics else Verdict.ACCEPTED
            understood = (type(other).__name__.lower(),)
    return Result(case=case, verdict=verdict, understood=understood, score=reading.score, language_right=heard)


def _answered(case: Case, ids: tuple[str, ...]) -> Verdict:
    if not case.topics:
        return Verdict.ACCEPTED
    if len(case.topics) == 1:
        return Verdict.RIGHT if case.topics[0] == ids[0] and len(ids) == 1 else Verdict.WRONG
    if set(case.topics) == set(ids):
        return Verdict.RIGHT
    return Verdict.OFFERED if set(ids) < set(case.topics) else Verdict.WRONG


def compare(before: Mapping[str, str], report: Report) -> list[tuple[str, str, str]]:
    """Questions whose understanding differs from the last accepted run: (text, before, now)."""
    now = outcomes(report)
    return [(text, before[text], now[text]) for text in now if text in before and before[text] != now[text]]


def outcomes(report: Report) -> dict[str, str]:
    """What each line was understood as, for keeping with an accepted run."""
    return {each.case.text: "+".join(each.understood) or str(each.verdict) for each in report.results}


def overlap(sets: Mapping[str, Sequence[str]], *, nearness: float = 0.9) -> list[tuple[str, str, str, str]]:
    """Lines of two different sets that are the same or nearly so: (set, line, other set, other line).

    Two lines are near if their words, folded, overlap by `nearness` or more (Jaccard), three words at least.
    """
    seen: dict[str, tuple[str, str]] = {}
    words_of: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    found: list[tuple[str, str, str, str]] = []
    for name, lines in sets.items():
        for line in lines:
            folded = fold(line)
            if folded in seen and seen[folded][0] != name:
                found.append((name, line, *seen[folded]))
                continue
            seen.setdefault(folded, (name, line))
            words = frozenset(folded.split())
            if len(words) < 4:
                continue
            found += [
                (name, line, other, their)
                for other, their, theirs in _sharing(words_of, words)
                if other != name and len(words & theirs) / len(words | theirs) >= nearness
            ]
            for word in words:
                words_of.setdefault(word, []).append((name, line, words))
    return found


def _sharing(
    words_of: Mapping[str, list[tuple[str, str, frozenset[str]]]], words: frozenset[str]
) -> list[tuple[str, str, frozenset[str]]]:
    rarest = sorted(words, key=lambda word: len(words_of.get(word, ())))[:2]
    return list(dict.fromkeys(entry for word in rarest for entry in words_of.get(word, ())))
