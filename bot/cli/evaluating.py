"""`oponte evaluate`: how well people are understood, in figures, and what an edit moved."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.cli.playing import Played, play
from bot.dialogue.brain import Brain
from bot.errors import DataError, OponteError
from bot.knowledge.model import LANGUAGES
from bot.understanding.evaluate import Case, Report, Verdict, compare, evaluate, outcomes, overlap
from bot.understanding.reader import Reader

ACCEPTED = "evaluation/accepted.json"
SLACK = 0.01  # a figure may fall by this much before it counts as a regression


def report(
    lines: str, *, topics: bool, worst: int, accept: bool, data_dir: Path | None, cache_dir: Path | None
) -> None:
    """Prints how well the lines of a set are understood; exits if that got worse than the last accepted run."""
    from bot import app as application
    from bot.resources import data_files, data_folder

    if lines not in {"test", "tuning"}:
        raise OponteError(f"--set is {lines!r}. Write test or tuning.")
    files = data_files(data_dir, evaluation=True)
    found = list(cases(files, lines))
    if not found:
        raise DataError(f"there are no lines in data/evaluation/{lines}/. Add singles.en.yaml and the others.")
    brain = application.brain(data_dir, cache_dir)
    assert isinstance(brain.reader, Reader)  # noqa: S101 (the composition root makes it so)
    _apart(files, brain.graph.topics)
    measured = evaluate(brain.reader, found)
    _print(measured, topics=topics, worst=worst)
    turns = _dialogues(brain, files, lines)
    _print_turns(turns, worst)
    if lines == "test":
        kept = data_folder(data_dir) / ACCEPTED
        regressions = _against(kept, measured)
        if accept:
            kept.write_text(
                json.dumps(_summary(measured), ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8"
            )
            print(f"\nkept as accepted: {kept}")
        elif regressions:
            sys.exit("\n".join(["", "worse than the last accepted run:", *regressions]))


def cases(files: Mapping[str, str], which: str) -> Iterator[Case]:
    """The cases of a set, from `singles`, `doubles` and `outside` files of both languages."""
    for language in LANGUAGES:
        for topic, texts in (_yaml(files, f"evaluation/{which}/singles.{language}.yaml") or {}).items():
            for text in texts or ():
                yield Case(text=str(text), topics=(topic,), language=language)
        for double in _yaml(files, f"evaluation/{which}/doubles.{language}.yaml") or ():
            yield Case(text=double["text"], topics=tuple(double["topics"]), language=language)
        for text in _yaml(files, f"evaluation/{which}/outside.{language}.yaml") or ():
            yield Case(text=str(text), topics=(), language=language)


def _yaml(files: Mapping[str, str], name: str) -> Any:
    return yaml.safe_load(files[name]) if name in files else None


def _apart(files: Mapping[str, str], topics: Mapping[str, Any]) -> None:
    """Fitting, tuning and test lines must be different lines."""
    outside = [
        line for language in LANGUAGES for line in files.get(f"evaluation/outside.{language}.txt", "").splitlines()
    ]
    fitting = [phrase for topic in topics.values() for each in topic.phrasings for phrase in each] + outside
    sets = {"phrasings": fitting} | {name: [case.text for case in cases(files, name)] for name in ("tuning", "test")}
    if near := overlap(sets):
        listed = "\n".join(f"  {name}: {line!r} is too near to {other}: {their!r}" for name, line, other, their in near)
        raise DataError(f"{len(near)} line(s) stand in two sets. Take them out of one:\n{listed}")


def _dialogues(brain: Brain, files: Mapping[str, str], which: str) -> list[Played]:
    return list(
        play(brain, {each: _yaml(files, f"evaluation/{which}/dialogues.{each}.yaml") or [] for each in LANGUAGES})
    )


def _print_turns(turns: list[Played], worst: int) -> None:
    print("dialogues:")
    for language in LANGUAGES:
        own = [turn for turn in turns if turn.language == language]
        right = sum(not turn.faults for turn in own)
        print(f"  {language}: {right} of {len(own)} turns right ({right / max(1, len(own)):.1%})")
    for turn in [turn for turn in turns if turn.faults][:worst]:
        print(f"  {turn.before!r} > {turn.said!r}: {'; '.join(turn.faults)}")


def _figures(report: Report) -> dict[str, float]:
    right = report.share(Verdict.RIGHT)
    return {
        "first answer right": right,
        "right or offered": right + report.share(Verdict.OFFERED, Verdict.BESIDE),
        "wrong answer": report.share(Verdict.WRONG, Verdict.BESIDE),
        "doubles right": report.share(Verdict.RIGHT, doubles=True),
        "out of scope refused": report.share(Verdict.REFUSED, outside=True),
        "out of scope answered": report.share(Verdict.ACCEPTED, outside=True),
        "language right": report.language_right,
    }


def _print(report: Report, *, topics: bool, worst: int) -> None:
    tables = {language: _figures(report.of(language)) for language in LANGUAGES}
    print(
        f"{len(report.results)} lines · " + " · ".join(f"{each}: {len(report.of(each).results)}" for each in LANGUAGES)
    )
    for name in tables["en"]:
        print(f"  {name:24}" + "".join(f"{language} {tables[language][name]:7.1%}   " for language in LANGUAGES))
    print("calibration (score, share right, answers):")
    print("  " + "  ".join(f"{mean:.2f}→{right:.2f} ({count})" for mean, right, count in report.calibration()))
    print("most frequent confusions (meant → understood):")
    for (meant, understood), count in report.confusions().most_common(12):
        print(f"  {count:3}  {meant} → {understood}")
    print("worst misses:")
    for each in report.worst(worst):
        meant = "+".join(each.case.topics) or "out of scope"
        print(f"  {each.score:.2f}  {each.case.text!r}: {meant} → {'+'.join(each.understood)}")
    if topics:
        print("by topic:")
        for topic, counts in sorted(report.by_topic().items(), key=lambda item: -item[1][Verdict.WRONG]):
            print(f"  {topic:24} " + "  ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items())))


def _summary(report: Report) -> dict[str, Any]:
    return {"figures": {each: _figures(report.of(each)) for each in LANGUAGES}, "outcomes": outcomes(report)}


def _against(kept: Path, report: Report) -> list[str]:
    """Prints what moved since the accepted run; returns the figures that got worse."""
    if not kept.exists():
        return []
    before = json.loads(kept.read_text("utf-8"))
    moved = compare(before["outcomes"], report)
    if moved:
        print(f"\nthis edit moves {len(moved)} question(s):")
        for text, was, now in moved[:40]:
            print(f"  {text!r}: {was} → {now}")
    worse: list[str] = []
    for language in LANGUAGES:
        for name, value in _figures(report.of(language)).items():
            change = value - before["figures"][language].get(name, value)
            if (-change if name in {"wrong answer", "out of scope answered"} else change) < -SLACK:
                worse.append(f"  {language} {name}: {value - change:.1%} → {value:.1%}")
    return worse
