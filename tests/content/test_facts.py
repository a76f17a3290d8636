"""A few facts that people act on, wherever they are told: the day of the start, the addresses of the forms."""

import re
from collections.abc import Mapping

from bot.knowledge.model import LANGUAGES, Graph
from bot.messages import plain

FORMS = {
    "https://help.instagram.com/contact/767264225370182": "Instagram",
    "https://www.facebook.com/help/contact/712876720715583": "Facebook",
    "https://www.facebook.com/help/contact/510058597920541": "information from third parties, without an account",
    "https://www.facebook.com/help/contact/540977946302970": "data protection officer",
    "https://www.whatsapp.com/contact/forms/382532939919295/": "WhatsApp",
}
OLD_FORMS = ("6359191084165019", "233964459562201", "367438723733209", "1266025207620918")  # of 2024; they lead astray


def said(files: Mapping[str, str]) -> str:
    """Everything the bot says or links to (sources may name old pages)."""
    return "\n".join(files[name] for name in files if name.startswith(("topics/", "guides/", "letters/")))


def test_the_training_began_on_27_may_2025(graph: Graph) -> None:
    for language, day in zip(LANGUAGES, ("27 May 2025", "27 de mayo de 2025"), strict=True):
        assert plain(graph.topics["start-date"].short[language]).startswith(("On " + day, "El " + day))
        assert day in plain(graph.topics["announcement"].short[language])


def test_it_is_not_too_late_and_the_answer_says_so_first(graph: Graph) -> None:
    for language in LANGUAGES:
        assert re.match(r"No[,.: ]", plain(graph.topics["too-late"].short[language]))


def test_only_forms_that_we_know_are_named(files: Mapping[str, str]) -> None:
    found = set(re.findall(r"https://[^\s)'\"]*contact/(?:forms/)?\d+/?", said(files)))
    assert found == set(FORMS)
    assert not [old for old in OLD_FORMS if old in said(files)]


def test_each_guide_has_the_form_of_its_platform(graph: Graph) -> None:
    for guide_id, form in (("object-instagram", "Instagram"), ("object-facebook", "Facebook")):
        links = {link.url for step in graph.guides[guide_id].ways[0].steps for link in step.links}
        others = {url for url, name in FORMS.items() if name in {"Instagram", "Facebook"} and name != form}
        assert {url for url, name in FORMS.items() if name == form} <= links
        assert not others & links, f"{guide_id} leads to the other platform's form"


def test_every_web_address_is_safe_and_whole(files: Mapping[str, str]) -> None:
    for address in re.findall(r"\bhttps?://[^\s)'\"]+", said(files)):
        assert address.startswith("https://"), address
        assert not address.endswith((".", ",", ";")), address


def test_meta_has_one_postal_address(graph: Graph) -> None:
    texts = [text for letter in graph.letters.values() for text in letter.body]
    texts += [plain(text) for topic in graph.topics.values() for text in topic.short]
    streets = {
        match for text in texts for match in re.findall(r"[^,.\n]*(?:Road|Square|Street)[^\n]*?D\d\d \w{4}", text)
    }
    assert {street.strip() for street in streets} == {"Merrion Road, Dublin 4, D04 X2K5"}
