"""Every question of taste and time about the content, in one list: what `oponte knowledge check` tells an editor.

What keeps the bot from starting is `check.py`'s; a graph with such gaps is looked at here as far as it could be read.
"""

from collections.abc import Mapping
from datetime import date

from bot.knowledge import evidence, freshness, load, parity, reach, sizes, tongues, wording
from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.pages import pages


def inspect(files: Mapping[str, str], day: date, *, strict: bool = False) -> list[Finding]:
    """All findings, file by file, those that keep the bot from starting among them (their check is called "start")."""
    graph, problems = load.inspect(files)
    content = Content(graph=graph, files=files, pages=pages(files), day=day)
    found = [
        Finding(file=each.file, line=each.line, level=Level.ERROR, check="start", what=each.what, mend=each.mend)
        for each in problems
    ]
    for part in (parity, wording, tongues, reach, evidence, sizes):
        found += part.findings(content)
    found += freshness.findings(content, strict=strict)
    return sorted(found)
