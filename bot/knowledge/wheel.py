"""The geometry of the drawing: topics around a wheel, area by area, and curves bundled through its middle.

Everything follows from the order of areas and topics, so the same graph always gives the same drawing.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.model import EdgeKind, Graph, Topic
from bot.knowledge.topicfile import AREAS

GAP = 1.6  # slots left free between two areas


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """A topic's place: its angle in radians, clockwise from the top."""

    topic: Topic
    angle: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Sector:
    """An area's part of the wheel."""

    area: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Wheel:
    """Every topic's seat and every area's sector."""

    seats: dict[str, Seat]
    sectors: dict[str, Sector]


def wheel(graph: Graph) -> Wheel:
    """Seats the topics of `graph`; within an area those sit side by side that lead to each other most."""
    groups = {area: _ordered([topic for topic in graph.topics.values() if topic.area == area]) for area in AREAS}
    groups = {area: topics for area, topics in groups.items() if topics}
    slots = sum(len(topics) + GAP for topics in groups.values())
    turn = 2 * math.pi / slots if slots else 0.0
    seats: dict[str, Seat] = {}
    sectors: dict[str, Sector] = {}
    at = GAP / 2
    for area, topics in groups.items():
        sectors[area] = Sector(area=area, start=(at - 0.1) * turn, end=(at + len(topics) + 0.1) * turn)
        for topic in topics:
            seats[topic.id] = Seat(topic=topic, angle=(at + 0.5) * turn)
            at += 1
        at += GAP
    return Wheel(seats=seats, sectors=sectors)


def _ordered(topics: list[Topic]) -> list[Topic]:
    """A chain: the topic that most others lead to comes first, then always the one nearest to what sits already."""
    left = {topic.id: topic for topic in topics}
    if not left:
        return []
    links = {topic.id: {edge.target for edge in topic.edges} for topic in topics}
    first = max(sorted(left), key=lambda name: sum(name in targets for targets in links.values()))
    order = [left.pop(first)]
    while left:
        last = [topic.id for topic in order[-2:]]
        following = max(sorted(left), key=lambda name: _nearness(name, last, links))
        order.append(left.pop(following))
    return order


def _nearness(name: str, last: list[str], links: dict[str, set[str]]) -> float:
    score = 0.0
    for weight, other in zip((0.5, 1.0), last if len(last) > 1 else ["", *last], strict=True):
        score += weight * ((other in links[name]) + (name in links.get(other, set())))
    return score


def point(angle: float, radius: float) -> tuple[float, float]:
    """Where `angle` and `radius` are, seen from the middle; y grows downwards."""
    return radius * math.sin(angle), -radius * math.cos(angle)


def curve(seats: Wheel, start: str, end: str, radius: float) -> str:
    """The path of an edge: straight in, through the middles of both areas, and out again."""
    here, there = seats.seats[start], seats.seats[end]
    near, far = seats.sectors[here.topic.area], seats.sectors[there.topic.area]
    if near is far:
        distance = abs(here.angle - there.angle)
        depth = radius * max(0.5, 0.9 - 0.45 * distance)
        controls = (point(here.angle, depth), point(there.angle, depth))
    else:
        controls = (
            point(_toward(here.angle, near.middle), radius * 0.36),
            point(_toward(there.angle, far.middle), radius * 0.36),
        )
    ends = (*controls, point(there.angle, radius))
    return f"M{_pair(point(here.angle, radius))}C{' '.join(_pair(each) for each in ends)}"


def _toward(angle: float, middle: float) -> float:
    return angle + 0.55 * (middle - angle)


def band(sector: Sector, radius: float) -> str:
    """The path of an arc along an area's sector."""
    return _arc(sector.start, sector.end, radius, clockwise=True)


def title_arc(sector: Sector, radius: float) -> str:
    """The path for an area's name, longer than the sector and turned so that the words stand upright."""
    reach = max(0.42, (sector.end - sector.start) / 2)
    start, end = sector.middle - reach, sector.middle + reach
    below = math.cos(sector.middle) < 0
    return _arc(end, start, radius, clockwise=False) if below else _arc(start, end, radius, clockwise=True)


def _arc(start: float, end: float, radius: float, *, clockwise: bool) -> str:
    large = int(abs(end - start) > math.pi)
    arc = f"A{radius:.1f},{radius:.1f} 0 {large} {int(clockwise)} "
    return f"M{_pair(point(start, radius))}{arc}{_pair(point(end, radius))}"


def _pair(at: Iterable[float]) -> str:
    return ",".join(f"{each + 0.0:.1f}" for each in at)


def links(graph: Graph, kinds: tuple[EdgeKind, ...]) -> list[tuple[str, str]]:
    """The edges of these kinds between different topics, each pair once, in the order of the graph."""
    found = (
        (topic.id, edge.target)
        for topic in graph.topics.values()
        for edge in topic.edges
        if edge.kind in kinds and edge.target in graph.topics and edge.target != topic.id
    )
    return list(dict.fromkeys(found))
