"""What is stored, shown and erased: /privacy, /mydata and /forget."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import actions
from bot.dialogue.brain import Step, Turn, Words
from bot.dialogue.effects import Erase, ShowStored
from bot.dialogue.state import State
from bot.messages import Document, Message, Press, Span, Style, paragraphs, words


def my_data(turn: Turn) -> Step:
    """/mydata: the shell looks into the database; `stored` words what it finds."""
    return Step(state=turn.state, effects=(ShowStored(),))


def stored(say: Words, tables: Mapping[str, Any]) -> Message:
    """Everything stored about the chat: each table and field in words, and all of it as a JSON file."""
    content = json.dumps(tables, ensure_ascii=False, indent=2, sort_keys=True, default=str) + "\n"
    lines: list[Span] = []
    for table, rows in tables.items():
        listed = rows if isinstance(rows, list) else [rows]
        for row in listed:
            lines.append(Span(f"\n{table}", Style.BOLD))
            lines += [Span(f"\n• {field}: {_brief(value)}") for field, value in row.items() if value is not None]
    text = paragraphs(
        words(say.gettext("mydata.title"), Style.BOLD),
        tuple(_limited(lines)) or words(say.gettext("mydata.nothing")),
        words(say.gettext("mydata.explain")),
    )
    return Message(text=text, document=Document(name="oponte.json", content=content))


def _brief(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 300 else text[:299] + "…"


def _limited(lines: list[Span], most: int = 3000) -> list[Span]:
    kept: list[Span] = []
    for span in lines:
        most -= len(span.text)
        if most < 0:
            return [*kept, Span("\n…")]
        kept.append(span)
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip("\n"))
    return kept


def forget(turn: Turn) -> Step:
    """/forget: asks once, for it cannot be undone."""
    say = turn.words
    rows = (
        (
            Press(say.gettext("button.forget"), actions.action(actions.FORGET, "yes")),
            Press(say.gettext("button.keep"), actions.action(actions.FORGET, "no")),
        ),
    )
    message = Message(text=words(say.gettext("forget.ask")), keyboard=rows)
    return Step(state=replace(turn.state, options=(), draft=None, asked="forget"), messages=(message,))


def forgotten(turn: Turn, answer: str) -> Step:
    """The answer to that question: everything is erased, or nothing is."""
    say = turn.words
    if answer != "yes":
        message = Message(text=words(say.gettext("forget.kept")), replace=turn.replace)
        return Step(state=replace(turn.state, asked=None), messages=(message,))
    message = Message(text=words(say.gettext("forget.done")), replace=turn.replace)
    return Step(state=State(), messages=(message,), effects=(Erase(),))
