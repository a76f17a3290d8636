"""/why, for the operator's chats: how a question was understood, by which rule, with which score and runners-up."""

from bot.dialogue.brain import Step, Turn
from bot.dialogue.situation import situation
from bot.messages import Message, Style, paragraphs, words
from bot.understanding.reading import Meaning, Topics, Unsure


def explain(turn: Turn, question: str) -> Step:
    """The reading of `question` in this chat, in words; nothing is answered and the state stays as it is."""
    found = turn.brain.reader.explain(question, situation(turn))
    reading, say = found.reading, turn.words
    told = say.gettext(
        "why.understood", meaning=_named(reading.meaning), rule=reading.rule, score=f"{reading.score:.2f}"
    )
    ranked = "\n".join(f"{each:.2f}  {topic}" for topic, each in reading.ranked)
    spoke = say.gettext("why.words", words=", ".join(found.words)) if found.words else ""
    near = (
        "\n".join((say.gettext("why.phrases"), *(f"– {phrase}" for phrase in found.phrases))) if found.phrases else ""
    )
    text = paragraphs(words(told, Style.BOLD), words(ranked, Style.CODE), words(spoke), words(near))
    return Step(state=turn.state, messages=(Message(text=text),))


def _named(meaning: Meaning) -> str:
    match meaning:
        case Topics(ids=ids) | Unsure(ids=ids):
            return " + ".join(ids)
        case _:
            return type(meaning).__name__.lower()
