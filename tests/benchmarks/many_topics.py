"""How long a question takes with ten times the topics: the same phrasings, each topic's dealt out to ten labels.

`python -m tests.benchmarks.many_topics [--every N] [--times N]`; both matchers are fitted on every N-th line and asked in turns.
"""

import argparse
import statistics
import time
from pathlib import Path

from bot.app import brain
from bot.understanding.matcher import Matcher
from bot.understanding.reader import training

ROOT = Path(__file__).parents[2]
TURNS = 5


def dealt(pairs: list[tuple[str, str]], times: int) -> list[tuple[str, str]]:
    """Each label's lines under `times` labels in turn."""
    seen: dict[str, int] = {}
    found = []
    for text, label in pairs:
        seen[label] = seen.get(label, -1) + 1
        found.append((text, f"{label} {seen[label] % times}" if times > 1 else label))
    return found


def main() -> None:
    """Prints both medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=4, help="the share of lines that is used (default: %(default)s)")
    parser.add_argument("--times", type=int, default=10, help="labels for each topic (default: %(default)s)")
    options = parser.parse_args()
    graph = brain(cache_dir=ROOT / "var").graph
    pairs, outside = list(training(graph)), graph.outside
    asked = [text for text, _ in pairs[1 :: options.every]][:2000]
    kept, rest = pairs[:: options.every], list(outside)[:: options.every]
    matchers = [Matcher.fit(dealt(kept, times), outside=rest) for times in (1, options.times)]
    took: list[list[float]] = [[], []]
    for _ in range(TURNS):
        for text in asked:
            for matcher, times in zip(matchers, took, strict=True):
                begun = time.perf_counter()
                matcher.assess(text)
                times.append(1000 * (time.perf_counter() - begun))
    few, many = (statistics.median(times) for times in took)
    labels = [len(matcher.labels) for matcher in matchers]
    print(f"{labels[0]} labels {few:.2f} ms, {labels[1]} labels {many:.2f} ms: x{many / few:.2f} (goal x2)")


if __name__ == "__main__":
    main()
