"""The document for reviewers: whole in each language, escaped, every link within it leads somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import typer.testing

from bot.cli.knowledge import app
from bot.errors import SettingsError
from bot.knowledge.document import document, frame
from bot.knowledge.export import html, markdown
from bot.knowledge.load import load
from bot.knowledge.model import LANGUAGES, Language

HERE = Path(__file__).parent
VOID = {"meta", "br"}


class Page(HTMLParser):
    """A page's words, addresses and ids; raises AssertionError if a tag is not closed where it should be."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(content)
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def page(files: dict[str, str], language: Language) -> Page:
    return Page(html(document(load(files), frame(files), language, str)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_all_that_the_bot_can_say(small: dict[str, str], language: Language) -> None:
    words = page(small, language).words
    graph = load(small)
    for text in (
        *(topic.title[language] for topic in graph.topics.values()),
        *(span.text for topic in graph.topics.values() for span in topic.short[language]),
        *(step.title[language] for guide in graph.guides.values() for way in guide.ways for step in way.steps),
        *(span.text for guide in graph.guides.values() for span in guide.keep[language]),
        *(letter.body[language] for letter in graph.letters.values()),
        *(authority.name for authority in graph.authorities.values()),
        *(source.title for source in graph.sources.values()),
        *(phrasing for topic in graph.topics.values() for phrasing in topic.phrasings[language]),
    ):
        assert text.strip() in words


def test_every_link_within_the_page_leads_somewhere_and_no_place_is_named_twice(small: dict[str, str]) -> None:
    found = page(small, "en")
    inner = [link.removeprefix("#") for link in found.links if link.startswith("#")]
    assert inner
    assert set(inner) <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))


def test_words_that_mean_something_in_html_and_markdown_are_shown_as_they_are(small: dict[str, str]) -> None:
    small["topics/start.yaml"] = small["topics/start.yaml"].replace("It is free.", "2 > 1 & a_b * [x]")
    assert "2 > 1 & a_b * [x]" in page(small, "en").words
    assert r"- 2 \> 1 & a\_b \* \[x\]" in markdown(document(load(small), frame(small), "en", str))


def test_markdown_has_a_heading_for_each_topic_and_lists_as_lists(small: dict[str, str]) -> None:
    text = markdown(document(load(small), frame(small), "es", str))
    assert "### ¿Cuándo empezó?" in text
    assert "[una noticia](<https://example.org/report>)" in text
    assert "\n\n- Es gratis." in text
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(anchors)


def test_export_writes_a_file_for_each_language(tmp_path: Path) -> None:
    run = typer.testing.CliRunner()
    options = ["export", "--data-dir", str(HERE / "small"), "--out", str(tmp_path)]
    for form, marks in (("md", "27 de mayo de 2025"), ("html", '<html lang="es">')):
        assert run.invoke(app, [*options, "--format", form]).exit_code == 0
        assert marks in (tmp_path / f"oponte.es.{form}").read_text("utf-8")
        assert (tmp_path / f"oponte.en.{form}").exists()
    wrong = run.invoke(app, [*options, "--format", "pdf"])
    assert isinstance(wrong.exception, SettingsError)


def test_stale_lists_what_is_due_in_order_and_refuses_what_is_no_day() -> None:
    run = typer.testing.CliRunner()
    options = ["stale", "--data-dir", str(HERE / "small")]
    none = run.invoke(app, [*options, "--on", "2027-02-20"])
    assert none.stdout == "0 of 4 due on 2027-02-20; the next is due on 2027-02-21\n"
    some = run.invoke(app, [*options, "--on", "2027-02-21"]).stdout.splitlines()
    assert [line.split()[1] for line in some[:-1]] == [
        "data/guides/objecting.yaml",
        "data/topics/objecting.yaml",
        "data/topics/start.yaml",
    ]
    ahead = run.invoke(app, [*options, "--on", "2026-11-23", "--within", "400"])
    assert "4 of 4 due on 2026-11-23 or within 400 days" in ahead.stdout
    assert isinstance(run.invoke(app, [*options, "--on", "tomorrow"]).exception, SettingsError)
