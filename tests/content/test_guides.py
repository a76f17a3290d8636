"""Guides: a choice of ways that is asked, a label for every tap, a way out of every step, and something to keep."""

from bot.knowledge.model import LANGUAGES, Graph, Platform
from bot.messages import Style, plain

GUIDES = {
    "object-instagram", "object-facebook", "object-whatsapp", "no-account", "multiple-accounts", "object-other-methods",
    "complaint",
}  # fmt: skip


def test_the_guides_that_people_need_are_there(graph: Graph) -> None:
    assert graph.guides.keys() >= GUIDES
    assert graph.guides["object-instagram"].platform is Platform.INSTAGRAM
    assert graph.guides["object-facebook"].platform is Platform.FACEBOOK
    assert graph.guides["object-whatsapp"].platform is Platform.WHATSAPP


def test_the_way_is_asked_and_never_guessed(graph: Graph) -> None:
    for guide in graph.guides.values():
        assert (guide.choose is not None) == (len(guide.ways) > 1), guide.id
        for language in LANGUAGES:
            labels = [way.label[language] for way in guide.ways]
            assert len(set(labels)) == len(labels), f"{guide.id}: two buttons with the same words"


def test_no_step_is_a_dead_end(graph: Graph) -> None:
    for guide in graph.guides.values():
        assert guide.next, guide.id
        for way in guide.ways:
            assert way.steps, f"{guide.id}.{way.id}"
            for step in way.steps:
                assert all(len(plain(text)) > 20 for text in step.otherwise), f"{guide.id}.{way.id}.{step.id}"


def test_the_other_way_is_another_way(graph: Graph) -> None:
    """Steps shared by two ways may name either; but from the first step of a way nobody is sent to the same way."""
    for guide in graph.guides.values():
        for way in guide.ways:
            assert way.steps[0].other_way != way.id, f"{guide.id}.{way.id}"


def test_app_ways_name_the_labels_to_tap(graph: Graph) -> None:
    for guide_id in ("object-instagram", "object-facebook"):
        for way in graph.guides[guide_id].ways[1:]:
            labelled = [step for step in way.steps if step.labels]
            assert len(labelled) >= 3, f"{guide_id}.{way.id}: a tap without its label"


def test_labels_that_a_step_names_are_among_those_to_look_for(graph: Graph) -> None:
    for guide in graph.guides.values():
        for way in guide.ways:
            for step in way.steps:
                for language in LANGUAGES:
                    named = {span.text for span in step.do[language] if span.style is Style.CODE}
                    listed = {name for label in step.labels for names in label.names for name in names}
                    assert not listed or named <= listed | {"@Meta AI"}, (
                        f"{guide.id}.{way.id}.{step.id}: {named - listed}"
                    )


def test_each_guide_ends_with_what_to_keep(graph: Graph) -> None:
    for guide in graph.guides.values():
        assert any(word in plain(guide.keep.en).lower() for word in ("keep", "screenshot", "save")), guide.id
        assert any(word in plain(guide.keep.es).lower() for word in ("guarda", "captura", "conserva")), guide.id
        assert guide.citations, f"{guide.id}: nobody says that it is so"
