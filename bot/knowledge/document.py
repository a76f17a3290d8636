"""The knowledge as one document of headings, paragraphs, lists and tables, in one language; `export.py` writes it down.

Nothing is left out that the bot can say: the document is what lawyers and editors review.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.errors import DataError
from bot.knowledge.model import Both, Citation, Graph, Guide, GuideStep, Language, Letter, LetterPart, Topic
from bot.knowledge.topicfile import AREAS
from bot.knowledge.yamlfile import Problems, read
from bot.messages import Span, Style, Text, words

FILE = "document.yaml"
WORDS = (
    "title", "intro", "graph", "contents", "detail", "sources", "all-sources", "certainty", "reviewed", "review-by",
    "leads-to", "asked-as", "guides", "way", "look-for", "probably", "see", "otherwise", "keep", "letters", "choices",
    "platforms", "reasons", "nothing", "authorities", "country", "authority", "complain", "undated",
)  # fmt: skip
CERTAINTIES = ("confirmed", "one-source", "attributed", "disputed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """The words around the knowledge."""

    areas: Mapping[str, Both[str]]
    certainties: Mapping[str, Both[str]]
    words: Mapping[str, Both[str]]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


Block = Heading | Paragraph | Bullets | Verbatim | Table


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """Blocks in reading order; headings with an anchor make up the table of contents."""

    language: Language
    title: str
    intro: str
    contents: str
    blocks: tuple[Block, ...]


def frame(files: Mapping[str, str]) -> Frame:
    """The words of `data/document.yaml`; raises DataError if one is missing."""
    problems = Problems()
    root = read(files.get(FILE, ""), f"data/{FILE}", problems)
    groups = root.keys(required=("areas", "certainties", "words")) if root else {}
    known = {"areas": AREAS, "certainties": CERTAINTIES, "words": WORDS}
    found = {
        group: {key: each.both() for key, each in value.keys(required=known[group]).items()}
        for group, value in groups.items()
    }
    if problems.found:
        raise DataError("\n".join(str(problem) for problem in problems.found))
    return Frame(areas=found["areas"], certainties=found["certainties"], words=found["words"])


def document(graph: Graph, around: Frame, language: Language, day: Callable[[str], str]) -> Document:
    """The whole knowledge in `language`; `day` puts a date such as "2025-05" into words."""
    writer = _Writer(graph, around, language, day)
    return Document(
        language=language,
        title=writer.say("title"),
        intro=writer.say("intro"),
        contents=writer.say("contents"),
        blocks=tuple(writer.everything()),
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    graph: Graph
    around: Frame
    language: Language
    day: Callable[[str], str]

    def say(self, name: str) -> str:
        return self.around.words[name][self.language]

    def everything(self) -> Iterator[Block]:
        for area in AREAS:
            yield Heading(2, self.around.areas[area][self.language], f"area-{area}")
            for topic in self.graph.topics.values():
                if topic.area == area:
                    yield from self.topic(topic)
        yield Heading(2, self.say("guides"), "guides")
        for guide in self.graph.guides.values():
            yield from self.guide(guide)
        yield Heading(2, self.say("letters"), "letters")
        for letter in self.graph.letters.values():
            yield from self.letter(letter)
        yield Heading(3, self.say("choices"), "letter-choices")
        yield from self.choices("platforms", self.graph.platforms)
        yield from self.choices("reasons", self.graph.reasons)
        yield Heading(2, self.say("authorities"), "authorities")
        yield self.authorities()
        yield Heading(2, self.say("all-sources"), "sources")
        yield Bullets(tuple(self.source(source_id) for source_id in self.graph.sources))

    def topic(self, topic: Topic) -> Iterator[Block]:
        yield Heading(3, topic.title[self.language], topic.id)
        yield Paragraph(topic.short[self.language])
        if topic.detail:
            yield Paragraph((Span(self.say("detail"), Style.BOLD),))
            yield Paragraph(topic.detail[self.language])
        if topic.citations:
            yield from self.citations(topic.citations)
        certainty = self.around.certainties[topic.certainty][self.language]
        facts = [
            f"{self.say('certainty')}: {certainty}",
            f"{self.say('reviewed')}: {self.day(topic.reviewed.isoformat())}",
            f"{self.say('review-by')}: {self.day(topic.review_by.isoformat())}",
        ]
        targets = dict.fromkeys(edge.target for edge in topic.edges if edge.target in self.graph.topics)
        if leads := ", ".join(self.graph.topics[target].label[self.language] for target in targets):
            facts.append(f"{self.say('leads-to')}: {leads}")
        yield Paragraph(words(" · ".join(facts) + f" · {topic.id}"), small=True)
        asked = " / ".join(topic.phrasings[self.language])
        yield Paragraph(words(f"{self.say('asked-as')}: {asked}"), small=True)

    def citations(self, citations: tuple[Citation, ...]) -> Iterator[Block]:
        yield Paragraph((Span(self.say("sources"), Style.BOLD),))
        yield Bullets(
            tuple(
                (*self.source(citation.source), Span(f": {citation.supports[self.language]}."))
                for citation in citations
            )
        )

    def source(self, source_id: str) -> Text:
        source = self.graph.sources[source_id]
        day = self.day(source.date) or self.say("undated")
        return (Span(source.title, Style.LINK, source.url), Span(f" ({source.publisher[self.language]}, {day})"))

    def guide(self, guide: Guide) -> Iterator[Block]:
        yield Heading(3, guide.title[self.language], f"guide-{guide.id}")
        facts = f"{self.say('reviewed')}: {self.day(guide.checked.isoformat())}"
        facts += f" · {self.say('review-by')}: {self.day(guide.review_by.isoformat())}"
        yield Paragraph(words(facts), small=True)
        if guide.choose:
            yield Paragraph(guide.choose[self.language])
        for way in guide.ways:
            yield Heading(4, f"{self.say('way')}: {way.label[self.language]}")
            for number, step in enumerate(way.steps, 1):
                yield from self.step(number, step)
        yield Heading(4, self.say("keep"))
        yield Paragraph(guide.keep[self.language])
        yield from self.citations(guide.citations)

    def step(self, number: int, step: GuideStep) -> Iterator[Block]:
        language = self.language
        yield Heading(5, f"{number}. {step.title[language]}")
        yield Paragraph(step.do[language])
        lines: list[Text] = []
        for label in step.labels:
            before = self.say("look-for") + ("" if label.certain else f" ({self.say('probably')})")
            names: list[Span] = [Span(f"{before}: ")]
            for index, name in enumerate((*label.names[language], *label.names["es" if language == "en" else "en"])):
                names += [Span(" / ")] if index else []
                names.append(Span(name, Style.CODE))
            lines.append(tuple(names))
        lines += [(Span(link.label[language], Style.LINK, link.url),) for link in step.links]
        if step.see:
            lines.append((Span(f"{self.say('see')}: "), *step.see[language]))
        lines.append((Span(f"{self.say('otherwise')}: "), *step.otherwise[language]))
        yield Bullets(tuple(lines))

    def letter(self, letter: Letter) -> Iterator[Block]:
        yield Heading(3, letter.title[self.language], f"letter-{letter.id}")
        yield Paragraph(letter.advice[self.language])
        yield Verbatim(letter.body[self.language])
        yield Paragraph((Span(self.say("sources"), Style.BOLD),))
        yield Bullets(tuple(self.source(source) for source in letter.citations))

    def choices(self, name: str, parts: Mapping[str, LetterPart]) -> Iterator[Block]:
        yield Paragraph((Span(self.say(name), Style.BOLD),))
        yield Bullets(
            tuple(
                words(f"{part.label[self.language]}: {part.text[self.language] or self.say('nothing')}")
                for part in parts.values()
            )
        )

    def authorities(self) -> Table:
        rows = tuple(
            (
                words(f"{each.flag} {each.country[self.language]}"),
                (Span(each.name, Style.LINK, each.site),),
                (Span(each.complain, Style.LINK, each.complain),) if each.complain else (),
            )
            for each in self.graph.authorities.values()
        )
        return Table((self.say("country"), self.say("authority"), self.say("complain")), rows)
