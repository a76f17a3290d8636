"""Settings and signposts: start, help, language, the list of guides, authorities by country, reminders."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue import actions, guiding
from bot.dialogue.answering import guide_button, topic_button
from bot.dialogue.brain import Kind, Step, Turn
from bot.dialogue.effects import CancelReminders, ShowCommands
from bot.knowledge.model import LANGUAGES, Language
from bot.messages import Button, Message, Open, Press, Span, Style, paragraphs, words

START = ("how-to-object", "announcement", "data-used", "private-messages")
REMIND_AFTER = timedelta(days=31)  # the law gives a month to answer; the day after, one may press on

GUIDES = "guides"  # every guide is on offer


def start(turn: Turn) -> Step:
    """/start: who is speaking and what to tap; in the middle of a guide, whether to go on or begin again."""
    say = turn.words
    text = paragraphs(words(say.gettext("start.hello"), Style.BOLD), words(say.gettext("start.what")))
    rows: list[tuple[Button, ...]] = []
    place = guiding.legal(turn, turn.state.place) if turn.state.place and not turn.state.place.done else None
    if place is not None:
        text = paragraphs(text, words(say.gettext("start.open-guide")))
        rows.append((Press(say.gettext("button.resume-guide"), actions.RESUME),))
    rows += [(topic_button(turn, topic),) for topic in START]
    other: Language = "es" if turn.language == "en" else "en"
    rows.append((Press(turn.brain.words[other].gettext("button.speak"), actions.action(actions.LANGUAGE, other)),))
    message = Message(text=text, keyboard=tuple(rows))
    return Step(state=replace(turn.state, options=(), asked=None), messages=(message,))


def help_(turn: Turn) -> Step:
    """/help: what can be asked, and every command in a line."""
    say = turn.words
    text = paragraphs(
        words(say.gettext("help.ask")),
        words(say.gettext("help.commands")),
        words(say.gettext("help.group") if turn.group else say.gettext("help.guide")),
    )
    rows = tuple((topic_button(turn, topic),) for topic in ("how-to-object", "about-bot", "bot-privacy"))
    message = Message(text=text, keyboard=rows)
    return Step(state=replace(turn.state, options=(), asked=None), messages=(message,))


def ask_first(turn: Turn) -> Step:
    """/ask without a question."""
    message = Message(text=words(turn.words.gettext("help.ask")))
    return Step(state=turn.moved(turn.state.place), messages=(message,))


def guides(turn: Turn) -> Step:
    """/guides: every walk there is."""
    rows = tuple((guide_button(turn, guide_id),) for guide_id in listed_guides(turn))
    message = Message(text=words(turn.words.gettext("guides.list")), keyboard=rows)
    return Step(state=replace(turn.state, options=(), draft=None, asked=GUIDES), messages=(message,))


def listed_guides(turn: Turn) -> tuple[str, ...]:
    """Every guide, the usual ones first."""
    guides_ = turn.graph.guides.values()
    usual_first = sorted(guides_, key=lambda guide: (guide.platform is None, guide.id != "object-instagram"))
    return tuple(guide.id for guide in usual_first)


def language(turn: Turn, wanted: str = "") -> Step:
    """/language: asks which, or takes the one named."""
    chosen = next((each for each in LANGUAGES if each == wanted), None)
    if chosen is None:
        rows = tuple(
            (Press(turn.brain.words[each].gettext("language.name"), actions.action(actions.LANGUAGE, each)),)
            for each in LANGUAGES
        )
        texts = [words(turn.brain.words[each].gettext("language.which")) for each in LANGUAGES]
        return Step(state=turn.moved(turn.state.place), messages=(Message(text=paragraphs(*texts), keyboard=rows),))
    turn = replace(turn, language=chosen, state=replace(turn.state, chosen=chosen, language=chosen))
    message = Message(text=words(turn.words.gettext("language.chosen")), replace=turn.replace)
    return Step(state=turn.state, messages=(message,), effects=(ShowCommands(chosen),), language=chosen)


def authority(turn: Turn, code: str) -> Step:
    """The data protection authority of a country."""
    found = turn.graph.authorities[code]
    say = turn.words
    country = f"{found.flag} {found.country[turn.language]}"
    note = words(found.note[turn.language]) if found.note else ()
    text = paragraphs(
        (Span(country, Style.BOLD), Span("\n" + found.name)),
        note,
        words(say.gettext("authority.first-object")),
    )
    rows: list[tuple[Button, ...]] = []
    if found.complain:
        rows.append((Open(say.gettext("button.complain-page"), found.complain),))
    rows.append((Open(say.gettext("button.website"), found.site),))
    rows.append((guide_button(turn, "complaint"),))
    state = replace(turn.state, topic="complaint", options=(), asked=None)
    message = Message(text=text, keyboard=tuple(rows), replace=turn.replace)
    return Step(state=state, messages=(message,), kind=Kind.ANSWER, topics=("complaint",))


def remind(turn: Turn, answer: str, at: datetime) -> Step:
    """A reminder, only after a yes: it is one message of ours that waits, and /forget takes it back."""
    say = turn.words
    match answer:
        case "ask":
            rows: tuple[tuple[Button, ...], ...] = (
                (
                    Press(say.gettext("button.yes-remind"), actions.action(actions.REMIND, "yes")),
                    Press(say.gettext("button.no"), actions.action(actions.REMIND, "no")),
                ),
            )
            day = say.day((at + REMIND_AFTER).date())
            text = words(say.gettext("remind.ask", day=day))
            return Step(
                state=replace(turn.state, options=(), draft=None, asked="remind"),
                messages=(Message(text=text, keyboard=rows),),
                kind=Kind.NOTICE,
            )
        case "yes":
            due = at + REMIND_AFTER
            confirmed = Message(text=words(say.gettext("remind.set", day=say.day(due.date()))), replace=turn.replace)
            rows = tuple((topic_button(turn, topic),) for topic in ("confirmation", "objection-rejected"))
            reminder = Message(text=words(say.gettext("remind.now")), keyboard=rows, due=due)
            state = replace(turn.state, asked=None)
            return Step(state=state, messages=(confirmed, reminder), effects=(CancelReminders(),))
        case _:
            message = Message(text=words(say.gettext("remind.no")), replace=turn.replace)
            return Step(state=replace(turn.state, asked=None), messages=(message,), effects=(CancelReminders(),))
