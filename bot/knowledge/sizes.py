"""Sizes: every answer, list of sources, guide step and letter fits into one message, with a reserve.

What the dialogue adds (heading, footer, progress) is allowed for by `FRAME`; a test over the dialogue measures it.
"""

from collections.abc import Iterator

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.model import LANGUAGES, Graph, GuideStep, Language, Letter, Topic
from bot.messages import plain

LIMIT = 3500  # of Telegram's 4096: words that are added later must find room
FRAME = 350


def findings(content: Content) -> Iterator[Finding]:
    """Everything that would not fit."""
    graph = content.graph
    for language in LANGUAGES:
        for topic in graph.topics.values():
            size = max(_answer(topic, language), _sources(graph, topic, language))
            yield from _fits(content, (f"topics/{topic.id}.yaml", "sources"), language, size)
        for guide in graph.guides.values():
            file = f"guides/{guide.id}.yaml"
            yield from _fits(content, (file, "keep"), language, FRAME + len(plain(guide.keep[language])))
            if guide.choose:
                yield from _fits(content, (file, "choose"), language, FRAME + len(plain(guide.choose[language])))
            for way in guide.ways:
                for step in way.steps:
                    place = (file, "ways", way.id, "steps", step.id)
                    yield from _fits(content, place, language, _step(step, language))
        for letter in graph.letters.values():
            where = (f"letters/{letter.id}.yaml", "body")
            yield from _fits(content, where, language, longest(graph, letter, language))


def _fits(content: Content, where: tuple[str, ...], language: Language, size: int) -> Iterator[Finding]:
    if size > LIMIT:
        what = f"in '{language}' this makes a message of about {size} characters"
        yield content.at(Level.ERROR, "length", where, what, f"Shorten it to {LIMIT}.")


def _answer(topic: Topic, language: Language) -> int:
    texts = [topic.short[language], topic.detail[language] if topic.detail else ()]
    return FRAME + len(topic.title[language]) + max(len(plain(text)) for text in texts)


def _sources(graph: Graph, topic: Topic, language: Language) -> int:
    listed = 0
    for citation in topic.citations:
        source = graph.sources.get(citation.source)
        named = len(source.title) + len(source.publisher[language]) if source else 0
        listed += named + len(citation.supports[language]) + 40
    return FRAME + len(topic.title[language]) + listed


def _step(step: GuideStep, language: Language) -> int:
    texts = [step.title[language], plain(step.do[language]), plain(step.see[language]) if step.see else ""]
    names = [name for label in step.labels for each in label.names for name in each]
    shown = sum(len(text) for text in texts) + sum(len(name) + 8 for name in names) + 40 * len(step.labels)
    return FRAME + max(shown, len(step.title[language]) + len(plain(step.otherwise[language])))


def longest(graph: Graph, letter: Letter, language: Language) -> int:
    """Characters of the letter with the longest choices put in."""
    size = len(letter.body[language])
    for ask, parts in (("platform", graph.platforms), ("reason", graph.reasons)):
        if ask in letter.asks:
            size += max((len(part.text[language]) for part in parts.values()), default=0)
    return size
