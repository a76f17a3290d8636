"""The content has no error that a machine can find."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from bot.knowledge.findings import Level
from bot.knowledge.fold import fold
from bot.knowledge.freshness import NOTICE, calendar
from bot.knowledge.model import LANGUAGES, Graph
from bot.knowledge.quality import inspect
from bot.knowledge.reach import STARTS, reached

PHRASINGS = 45  # in each language: what the matcher needs to understand people


def test_no_check_finds_an_error(files: Mapping[str, str], day: date) -> None:
    assert not [str(each) for each in inspect(files, day, strict=True) if each.level is Level.ERROR]


def test_nothing_was_due_when_it_was_last_reviewed(graph: Graph, day: date) -> None:
    assert all((due.review_by - day).days > NOTICE for due in calendar(graph))


def test_every_topic_is_asked_in_many_ways(graph: Graph) -> None:
    few = {
        (topic.id, language): count
        for topic in graph.topics.values()
        for language in LANGUAGES
        if (count := len({fold(phrasing) for phrasing in topic.phrasings[language]})) < PHRASINGS
    }
    assert not few


def test_every_topic_is_reached_from_the_first_hello(graph: Graph) -> None:
    assert reached(graph, ("greeting",)) == set(graph.topics)
    for start in STARTS:
        small_talk = {topic.id for topic in graph.topics.values() if topic.area == "bot"}
        assert reached(graph, (start,)) >= set(graph.topics) - small_talk, f"from {start}"


def test_the_graph_is_no_star(graph: Graph) -> None:
    """Answers lead on to many places, not all to the same one: nobody is sent in circles around one topic."""
    ends = Counter(edge.target for topic in graph.topics.values() for edge in topic.edges if edge.target != topic.id)
    assert ends.most_common(1)[0][1] <= len(graph.topics)
    assert sum(count >= 2 for count in ends.values()) >= 0.8 * len(graph.topics)
