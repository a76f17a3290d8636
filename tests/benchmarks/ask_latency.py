"""`ask --json` in figures: time of the pure step (p50, p99), start to the first answer, memory. One core, real process.

Run: python -m tests.benchmarks.ask_latency
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "bot", "ask", "--json"]


def questions() -> list[str]:
    """Every tuning question of both languages."""
    found: list[str] = []
    for language in ("en", "es"):
        topics = yaml.safe_load((ROOT / f"data/evaluation/tuning/singles.{language}.yaml").read_text("utf-8"))
        found += [text for texts in topics.values() for text in texts]
    return found


def first_answer() -> float:
    """Seconds from starting the process to its first answer."""
    begun = time.perf_counter()
    line = json.dumps({"chat": "a", "text": "are my private messages used?"}) + "\n"
    subprocess.run(COMMAND, input=line, cwd=ROOT, text=True, capture_output=True, check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Prints the figures."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    first_answer()  # fits and keeps the matcher, if that was not done
    starts = sorted(first_answer() for _ in range(5))
    lines = "".join(json.dumps({"chat": str(n), "text": text}) + "\n" for n, text in enumerate(questions() * 4))
    done = subprocess.run(COMMAND, input=lines, cwd=ROOT, text=True, capture_output=True, check=True)
    took = sorted(json.loads(line)["ms"] for line in done.stdout.splitlines())
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"pure step over {len(took)} questions: p50 {statistics.median(took):.2f} ms, p99 {took[int(len(took) * 0.99)]:.2f} ms"
    )
    print(
        f"start to first answer: median {starts[2]:.2f} s (of {len(starts)}: {', '.join(f'{each:.2f}' for each in starts)})"
    )
    print(f"memory at most: {memory:.0f} MB")


if __name__ == "__main__":
    main()
