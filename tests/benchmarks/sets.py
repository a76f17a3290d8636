"""Reads the public sets from a folder that is named on the command line; the sets are no part of this project."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """One task: what is fitted on, what thresholds are chosen on, what is measured on; `outside*` lines belong to no label."""

    name: str
    train: Pairs
    tune: Pairs
    test: Pairs
    outside: list[str]
    outside_tune: list[str]
    outside_test: list[str]


def first(pairs: Pairs, count: int) -> Pairs:
    """The first lines of each label, in the file's order."""
    seen: Counter[str] = Counter()
    kept: Pairs = []
    for text, label in pairs:
        if seen[label] < count:
            seen[label] += 1
            kept.append((text, label))
    return kept


def splits(folder: Path) -> Iterator[Split]:
    """The tasks that the folder has the files for."""
    full, small = folder / "clinc150" / "data_full.json", folder / "clinc150" / "data_small.json"
    if full.is_file():
        yield _clinc(full, "CLINC150 full")
    if small.is_file():
        yield _clinc(small, "CLINC150, 10 a class", few=10)
    if full.is_file():
        yield _clinc(full, "CLINC150, 10 a class, first lines of the full file", few=10)
    if (folder / "banking77" / "train.csv").is_file():
        yield _banking(folder / "banking77")


def _clinc(path: Path, name: str, few: int | None = None) -> Split:
    found = json.loads(path.read_text(encoding="utf-8"))
    pairs = {part: [(text, label) for text, label in found[part]] for part in ("train", "val", "test")}
    lines = {part: [text for text, _ in found[f"oos_{part}"]] for part in ("train", "val", "test")}
    return Split(
        name=name,
        train=first(pairs["train"], few) if few else pairs["train"],
        tune=pairs["val"],
        test=pairs["test"],
        outside=lines["train"],
        outside_tune=lines["val"],
        outside_test=lines["test"],
    )


def _banking(folder: Path) -> Split:
    train, test = _rows(folder / "train.csv"), _rows(folder / "test.csv")
    few = first(train, 10)
    used = set(few)
    rest = [pair for pair in train if pair not in used]
    return Split(
        name="BANKING77, 10 a class",
        train=few,
        tune=first(rest, 10),
        test=test,
        outside=[],
        outside_tune=[],
        outside_test=[],
    )


def _rows(path: Path) -> Pairs:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]
