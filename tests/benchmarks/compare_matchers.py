"""Our matcher beside published figures and beside usual methods fitted in the same run, on public sets.

`python -m tests.benchmarks.compare_matchers FOLDER`: thresholds are chosen on the validation lines, the test lines only measure.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.understanding.matcher import Matcher
from tests.benchmarks.baselines import BASELINES
from tests.benchmarks.sets import Pairs, Split, splits

INSIDE_LEAST = (
    0.90  # the threshold refuses as much as it can while this share of the tuning questions stays answered and right
)

PUBLISHED = {
    "CLINC150 full": (
        "in scope / out-of-scope recall (Larson et al. 2019): FastText 89.0 / 9.7, SVM 91.0 / 14.5, CNN 91.2 / 18.9, "
        "DialogFlow 91.7 / 14.0, Rasa 91.5 / 45.3, MLP 93.5 / 47.4, BERT 96.9 / 40.3"
    ),
    "BANKING77, 10 a class": (
        "accuracy (Casanueva et al. 2020): BERT-fixed 67.55, BERT-tuned 83.42, USE 84.23, ConveRT 83.32, USE+ConveRT 85.19"
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What one method reached on one split; shares in [0, 1], times in milliseconds."""

    method: str
    accuracy: float
    inside: float | None = None
    refused: float | None = None
    threshold: float | None = None
    half: float
    slow: float
    fit: float


@dataclass(frozen=True, slots=True)
class Answers:
    """Best labels and scores for lines, right or not."""

    right: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
    score: "np.ndarray[tuple[int], np.dtype[np.float64]]"


def answers(found: Sequence[tuple[str, float]], truth: Sequence[str]) -> Answers:
    """Compare with the truth; an outside line has the truth ""."""
    right = np.array([label == true for (label, _), true in zip(found, truth, strict=True)])
    return Answers(right, np.array([score for _, score in found]))


def threshold(tune: Answers, outside: Answers, least: float) -> float:
    """The highest threshold that keeps the share answered and right at `least` on the tuning lines, or where both errors balance."""
    candidates = np.unique(np.concatenate([tune.score, outside.score]))
    best, value = float(candidates[0]), -1.0
    for candidate in candidates:
        inside = float((tune.right & (tune.score >= candidate)).mean())
        refused = float((outside.score < candidate).mean())
        worth = refused if inside >= least else -1.0
        if worth >= value:
            best, value = float(candidate), worth
    return best


def measure(split: Split, method: str) -> Figures:
    """Fit one method and measure it."""
    start = time.perf_counter()
    rank = _fitted(split, method)
    fit = time.perf_counter() - start
    test = rank([text for text, _ in split.test])
    truth = [label for _, label in split.test]
    times = []
    for text, _ in split.test[:1000]:
        begun = time.perf_counter()
        rank([text])
        times.append((time.perf_counter() - begun) * 1000)
    found = answers(test, truth)
    inside = refused = cut = None
    if split.outside_test:
        tune = answers(rank([text for text, _ in split.tune]), [label for _, label in split.tune])
        outside_tune = answers(rank(split.outside_tune), [""] * len(split.outside_tune))
        least = min(INSIDE_LEAST, float(tune.right.mean()) - 0.02) + 0.005  # a hair above, for test is never tuning
        cut = threshold(tune, outside_tune, least)
        outside = answers(rank(split.outside_test), [""] * len(split.outside_test))
        inside = float((found.right & (found.score >= cut)).mean())
        refused = float((outside.score < cut).mean())
    return Figures(
        method=method,
        accuracy=float(found.right.mean()),
        inside=inside,
        refused=refused,
        threshold=cut,
        half=float(np.median(times)),
        slow=float(np.quantile(times, 0.99)),
        fit=fit,
    )


def _fitted(split: Split, method: str) -> "object":
    if method.startswith("Oponte"):
        pairs = split.train if "codes" not in method else _coded(split.train)
        matcher = Matcher.fit(pairs, outside=split.outside)
        names = {f"#{place}": label for place, label in enumerate(sorted({label for _, label in split.train}))}
        return lambda texts: [
            (names.get(label, label), score) for text in texts for label, score in matcher.rank(text, 1)
        ]
    return BASELINES[method](split.train)


def _coded(pairs: Pairs) -> Pairs:
    """Labels without words: the matcher then cannot learn from their names."""
    number = {label: place for place, label in enumerate(sorted({label for _, label in pairs}))}
    return [(text, f"#{number[label]}") for text, label in pairs]


def report(split: Split, figures: Sequence[Figures]) -> str:
    """A table in Markdown."""
    labels = len({label for _, label in split.train})
    lines = [
        f"\n## {split.name}",
        f"{len(split.train)} training lines, {labels} labels, {len(split.test)} test lines",
        f"outside lines: {len(split.outside)} for training, {len(split.outside_test)} for the test\n",
        "| method | accuracy | in scope at threshold | out-of-scope recall | p50 ms | p99 ms | fit s |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for each in figures:
        inside = f"{each.inside:.3f}" if each.inside is not None else ""
        refused = f"{each.refused:.3f}" if each.refused is not None else ""
        lines.append(
            f"| {each.method} | {each.accuracy:.4f} | {inside} | {refused} | {each.half:.2f} | {each.slow:.2f} | {each.fit:.1f} |"
        )
    if split.name in PUBLISHED:
        lines.append(f"\nPublished: {PUBLISHED[split.name]}")
    return "\n".join(lines)


def main() -> None:
    """Measure everything the folder has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="holds clinc150/ and banking77/")
    parser.add_argument("--only", default="", help="sets whose name contains this")
    parser.add_argument("--ours", action="store_true", help="without the baselines")
    chosen = parser.parse_args()
    found = False
    for split in splits(chosen.folder):
        if chosen.only not in split.name:
            continue
        found = True
        methods = ["Oponte", "Oponte, labels as mere codes", *([] if chosen.ours else BASELINES)]
        print(report(split, [measure(split, method) for method in methods]), flush=True)
    if not found:
        raise SystemExit(
            f"no public set in {chosen.folder}: it must hold clinc150/data_full.json or banking77/train.csv"
        )


if __name__ == "__main__":
    main()
