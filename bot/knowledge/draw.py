"""Draws the graph: SVG to look at and print (a wheel, and under it where each topic leads), and Mermaid.

The drawing shows topics by their English labels and areas by the names of `data/document.yaml`; it holds no date,
so that it changes only when the graph does.
"""

import math
import textwrap
from collections.abc import Iterator, Mapping
from html import escape

from bot.knowledge.model import EdgeKind, Graph, Language, Topic
from bot.knowledge.topicfile import AREAS
from bot.knowledge.wheel import Seat, Wheel, band, curve, links, point, title_arc, wheel

WIDTH, HEIGHT, MARGIN = 1684, 2381, 60  # A3 upright
MIDDLE = (WIDTH / 2, 770.0)
RADIUS = 440.0
COLUMNS, TOP, ROW, LINE, WRAP = 4, 1462.0, 18.0, 15.5, 60
_COLOURS = ("#2f66b3", "#12857a", "#d9660b", "#5b8c2a", "#8a4fb0", "#c02a2a", "#a3781a", "#1d7391", "#626b78")
COLOURS = dict(zip(AREAS, _COLOURS, strict=True))
QUIET = (EdgeKind.RELATED, EdgeKind.PART_OF, EdgeKind.CONTRAST, EdgeKind.WHY)
_FONT = "font-family=\"'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\""


def svg(graph: Graph, areas: Mapping[str, str], title: str, language: Language = "en") -> str:
    """The graph as a picture; `areas` are the names of the areas."""
    seats = wheel(graph)
    body = [
        *_head(graph, title),
        f'<g transform="translate({MIDDLE[0]:.1f} {MIDDLE[1]:.1f})">',
        *_curves(graph, seats),
        *_bands(seats, areas, language),
        *(_node(graph, seat, language) for seat in seats.seats.values()),
        "</g>",
        *_legend(),
        *_index(graph, seats, areas, language),
    ]
    opened = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" {_FONT}>\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    )
    return "\n".join([opened, *body, "</svg>"]) + "\n"


def _head(graph: Graph, title: str) -> Iterator[str]:
    count = f"{len(graph.topics)} topics · {sum(len(topic.edges) for topic in graph.topics.values())} edges"
    count += f" · {len(graph.guides)} guides"
    yield _text(MARGIN, 84, title, size=40, weight=700)
    yield _text(MARGIN, 116, count, size=19, fill="#5b6472")


def _curves(graph: Graph, seats: Wheel) -> Iterator[str]:
    for kinds, width, opacity in ((QUIET, 0.8, 0.6), ((EdgeKind.NEXT,), 1.5, 0.62), ((EdgeKind.GUIDE,), 1.9, 0.8)):
        yield f'<g fill="none" stroke-width="{width}" stroke-opacity="{opacity}">'
        for start, end in links(graph, kinds):
            colour = "#b9c0ca" if kinds is QUIET else COLOURS[graph.topics[start].area]
            dashes = ' stroke-dasharray="7 5"' if EdgeKind.GUIDE in kinds else ""
            yield f'<path d="{curve(seats, start, end, RADIUS)}" stroke="{colour}"{dashes}/>'
        yield "</g>"


def _bands(seats: Wheel, areas: Mapping[str, str], language: Language) -> Iterator[str]:
    for area, sector in seats.sectors.items():
        colour = COLOURS[area]
        longest = max(len(s.topic.label[language]) for s in seats.seats.values() if s.topic.area == area)
        below = math.cos(sector.middle) < 0
        radius = RADIUS + 55 + 8.1 * longest + (16 if below else 0)
        yield f'<path d="{band(sector, RADIUS + 12)}" fill="none" stroke="{colour}" stroke-width="7"/>'
        yield f'<path id="area-{area}" d="{title_arc(sector, radius)}" fill="none"/>'
        yield (
            f'<text font-size="23" font-weight="700" fill="{colour}" text-anchor="middle" letter-spacing="0.5">'
            f'<textPath href="#area-{area}" startOffset="50%">{escape(areas[area])}</textPath></text>'
        )


def _node(graph: Graph, seat: Seat, language: Language) -> str:
    """A dot and its words; they read outwards on the right and inwards on the left, so that none is upside down."""
    topic, colour = seat.topic, COLOURS[seat.topic.area]
    x, y = point(seat.angle, RADIUS)
    tx, ty = point(seat.angle, RADIUS + 24)
    left = math.sin(seat.angle) < 0
    turned = math.degrees(seat.angle) + (90 if left else -90)
    anchor = "end" if left else "start"
    guide = topic.id in graph.guides
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{7 if guide else 4.5}" fill="{"#ffffff" if guide else colour}"'
    dot += f' stroke="{colour}" stroke-width="{3.5 if guide else 0}"/>'
    words = (
        f'<text transform="translate({tx:.1f} {ty:.1f}) rotate({turned:.1f})" font-size="17" dy="6"'
        f' text-anchor="{anchor}" font-weight="{700 if guide else 400}" fill="#1d2430">'
        f"{escape(topic.label[language])}</text>"
    )
    return f"<g><title>{escape(topic.title[language])}</title>{dot}{words}</g>"


def _legend() -> Iterator[str]:
    x, y = WIDTH - MARGIN - 330, 62.0
    samples = (
        ("next: what people ask after this", '<line x2="46" stroke="#2f66b3" stroke-width="2"/>'),
        ("guide: step by step", '<line x2="46" stroke="#c02a2a" stroke-width="3" stroke-dasharray="7 5"/>'),
        ("related, part-of, contrast, why", '<line x2="46" stroke="#b9c0ca" stroke-width="1.4"/>'),
        ("a topic with a guide of its own", '<circle cx="23" r="7" fill="#fff" stroke="#c02a2a" stroke-width="3.5"/>'),
        ("colour: the area where an edge begins", ""),
    )
    for index, (words, sample) in enumerate(samples):
        row = y + 25 * index
        yield f'<g transform="translate({x:.1f} {row:.1f})">{sample}</g>'
        yield _text(x + 60, row + 6, words, size=17, fill="#5b6472")


def _index(graph: Graph, seats: Wheel, areas: Mapping[str, str], language: Language) -> Iterator[str]:
    """Under the wheel: each topic and where its buttons lead, in words, since no eye can follow every curve."""
    width = (WIDTH - 2 * MARGIN) / COLUMNS
    entries: list[str | Topic] = []
    for area in seats.sectors:
        entries += [area, *(seat.topic for seat in seats.seats.values() if seat.topic.area == area)]
    lines = [_lines(graph, entry, language) for entry in entries]
    heights = [_height(entry, own) for entry, own in zip(entries, lines, strict=True)]
    for entry, own, (column, down) in zip(entries, lines, _columns(entries, heights), strict=True):
        x, y = MARGIN + column * width, TOP + down
        if isinstance(entry, str):
            yield f'<rect x="{x:.1f}" y="{y + 8:.1f}" width="{width - 34:.1f}" height="3" fill="{COLOURS[entry]}"/>'
            yield _text(x, y + 32, areas[entry], size=17, weight=700, fill=COLOURS[entry])
            continue
        mark = " ◉" if entry.id in graph.guides else ""
        yield _text(x, y + ROW - 3, entry.label[language] + mark, size=15.5, weight=700)
        for number, line in enumerate(own, 1):
            yield _text(x, y + ROW - 3 + LINE * number, line, size=13.2, fill="#454d59")


def _columns(entries: list[str | Topic], heights: list[float]) -> list[tuple[int, float]]:
    """Column and height of each entry, in the lowest columns that hold all; an area's name stays with its topics."""
    limit = sum(heights) / COLUMNS
    while True:
        places: list[tuple[int, float]] = []
        column, y = 0, 0.0
        for entry, height, following in zip(entries, heights, [*heights[1:], 0.0], strict=True):
            if y and y + height + (following if isinstance(entry, str) else 0) > limit:
                column, y = column + 1, 0.0
            places.append((column, y))
            y += height
        if column < COLUMNS:
            return places
        limit += 10


def _lines(graph: Graph, entry: str | Topic, language: Language) -> list[str]:
    if isinstance(entry, str):
        return []
    targets = dict.fromkeys((*entry.to(EdgeKind.GUIDE), *entry.to(EdgeKind.NEXT)))
    names = [
        graph.topics[target].label[language] for target in targets if target in graph.topics and target != entry.id
    ]
    whole = " · ".join(name.replace(" ", "\u00a0") for name in names)  # a label is never broken
    return textwrap.wrap("→\u00a0" + whole.replace(" ·", "\u00a0·"), WRAP) if names else []


def _height(entry: str | Topic, lines: list[str]) -> float:
    return 42.0 if isinstance(entry, str) else ROW + LINE * len(lines) + 4


def _text(x: float, y: float, words: str, *, size: float, weight: int = 400, fill: str = "#1d2430") -> str:
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}"{bold} fill="{fill}">{escape(words)}</text>'


def mermaid(graph: Graph, areas: Mapping[str, str], language: Language = "en") -> str:
    """The graph as a Mermaid flowchart: areas as boxes, `next` as arrows, `guide` as thick ones."""
    lines = ["flowchart LR"]
    for area in AREAS:
        topics = [topic for topic in graph.topics.values() if topic.area == area]
        if topics:
            lines.append(f'  subgraph {_id(area)}_area["{areas[area]}"]')
            lines += [f'    {_id(topic.id)}["{_quoted(topic.label[language])}"]' for topic in topics]
            lines.append("  end")
    lines += [f"  {_id(start)} --> {_id(end)}" for start, end in links(graph, (EdgeKind.NEXT,))]
    lines += [f"  {_id(start)} ==> {_id(end)}" for start, end in links(graph, (EdgeKind.GUIDE,))]
    for area in AREAS:
        ids = ",".join(_id(topic.id) for topic in graph.topics.values() if topic.area == area)
        if ids:
            lines += [f"  classDef {_id(area)} stroke:{COLOURS[area]},stroke-width:2px", f"  class {ids} {_id(area)}"]
    return "\n".join(lines) + "\n"


def _id(name: str) -> str:
    return "t_" + name.replace("-", "_")


def _quoted(words: str) -> str:
    return words.replace('"', "#quot;")
