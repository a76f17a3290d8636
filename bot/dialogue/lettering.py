"""Letters: which one, for which platform, with which reason; then the text to copy and the same as a file.

Name, address and account stay blanks in the text: the bot never asks for them.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue import actions
from bot.dialogue.brain import Kind, Step, Turn
from bot.dialogue.state import Draft
from bot.knowledge.model import Letter, LetterPart
from bot.messages import TEXT_LIMIT, Button, Document, Keyboard, Message, Press, Span, Style, paragraphs, words

MENU = "letter"  # the letters are on offer


def menu(turn: Turn) -> Step:
    """Which letter?"""
    say = turn.words
    text = paragraphs(words(say.gettext("letter.which"), Style.BOLD), words(say.gettext("letter.blanks")))
    rows = tuple(
        (Press(letter.label[turn.language], actions.action(actions.LETTER, letter.id)),)
        for letter in turn.graph.letters.values()
    )
    message = Message(text=text, keyboard=rows, replace=turn.replace)
    state = replace(turn.state, topic="objection-letter", options=(), draft=None, asked=MENU)
    return Step(state=state, messages=(message,))


def go_on(turn: Turn, draft: Draft) -> Step:
    """Asks for the next choice that is missing, or gives the letter."""
    letter = turn.graph.letters.get(draft.letter)
    if letter is None:
        return menu(turn)
    if "platform" in letter.asks and draft.platform not in turn.graph.platforms:
        return _ask(turn, draft, letter, "platform", turn.graph.platforms)
    if "reason" in letter.asks and draft.reason not in turn.graph.reasons:
        return _ask(turn, draft, letter, "reason", turn.graph.reasons)
    return _give(turn, draft, letter)


def _ask(turn: Turn, draft: Draft, letter: Letter, ask: str, parts: Mapping[str, LetterPart]) -> Step:
    say = turn.words
    question = say.gettext("letter.platform") if ask == "platform" else say.gettext("letter.reason")
    text = paragraphs(words(letter.title[turn.language], Style.BOLD), words(question))
    fixed = [draft.letter] if ask == "platform" else [draft.letter, draft.platform or "all"]
    rows: Keyboard = tuple(
        (Press(part.label[turn.language], actions.action(actions.LETTER, *fixed, part.id)),) for part in parts.values()
    )
    state = replace(turn.state, draft=draft, options=(), asked=None)
    return Step(state=state, messages=(Message(text=text, keyboard=rows, replace=turn.replace),))


def compose(turn: Turn, draft: Draft, letter: Letter) -> str:
    """The letter's text with the choices put in; blanks for everything personal."""
    platform = turn.graph.platforms.get(draft.platform or "")
    reason = turn.graph.reasons.get(draft.reason or "")
    body = letter.body[turn.language]
    body = body.replace("{platform_scope}", platform.text[turn.language] if platform else "")
    body = body.replace("{reason}", reason.text[turn.language] if reason else "")
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    return body


def _give(turn: Turn, draft: Draft, letter: Letter) -> Step:
    say = turn.words
    content = compose(turn, draft, letter)
    advice = Message(
        text=paragraphs(
            words(letter.title[turn.language], Style.BOLD),
            letter.advice[turn.language],
            words(say.gettext("letter.fill-in")),
        ),
        replace=turn.replace,
    )
    copyable = Message(text=(Span(content[:TEXT_LIMIT], Style.BLOCK),))
    rows: tuple[tuple[Button, ...], ...] = (
        (Press(say.gettext("button.other-letter"), actions.LETTER),),
        (Press(say.gettext("button.remind"), actions.action(actions.REMIND, "ask")),),
    )
    file = Message(
        text=words(say.gettext("letter.file")),
        document=Document(name=letter.filename[turn.language], content=content + "\n"),
        keyboard=rows,
    )
    state = replace(turn.state, draft=None, topic="objection-letter", options=(), asked=None)
    return Step(state=state, messages=(advice, copyable, file), kind=Kind.ANSWER, topics=("objection-letter",))
