"""Authorities: every country of the EU and the EEA, the United Kingdom and Switzerland, by whatever people call them."""

from collections import Counter

from bot.knowledge.evidence import COUNTRIES
from bot.knowledge.fold import fold
from bot.knowledge.model import Graph


def test_every_authority_is_there_with_a_safe_address(graph: Graph) -> None:
    assert Counter(COUNTRIES.values()) == {"eu": 27, "eea": 3, "uk": 1, "ch": 1}
    assert graph.authorities.keys() >= COUNTRIES.keys()
    for authority in graph.authorities.values():
        for address in filter(None, (authority.site, authority.complain)):
            assert address.startswith("https://"), address
            assert " " not in address


def test_countries_are_named_in_both_languages_and_known_by_both_names(graph: Graph) -> None:
    for authority in graph.authorities.values():
        known = {fold(name) for name in (*authority.aliases, *authority.country)}
        assert {fold(authority.country.en), fold(authority.country.es)} <= known
        assert all(alias == alias.lower() for alias in authority.aliases), authority.code
    names = Counter(fold(authority.country.es) for authority in graph.authorities.values())
    assert set(names.values()) == {1}


def test_flags_are_those_of_the_countries(graph: Graph) -> None:
    assert graph.authorities["ES"].flag == "🇪🇸"
    assert graph.authorities["IE"].flag == "🇮🇪"
    assert len({authority.flag for authority in graph.authorities.values()}) == len(graph.authorities)


def test_the_lead_authority_and_the_spanish_one_are_right(graph: Graph) -> None:
    assert "Data Protection Commission" in graph.authorities["IE"].name
    assert graph.authorities["ES"].site == "https://www.aepd.es"
