"""Each mistake an editor can make is answered with its file, its line, what is wrong and how to mend it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.knowledge.load import inspect, load
from bot.resources import data_files

START, GUIDE, LETTER = "topics/start.yaml", "guides/objecting.yaml", "letters/objection.yaml"

# file, what is replaced, by what, the line that is named, words of the complaint, words of the mend
BROKEN = {
    "id unlike the file's name": (START, "id: start\n", "id: begin\n", 1, "differs from the file's name", "id: start"),
    "unknown area": (START, "area: meta-ai", "area: metai", 2, "'metai' is not known", "meta-ai"),
    "missing key": (START, "reviewed: 2026-11-23\n", "", 1, "'reviewed' is missing", "Add 'reviewed:'"),
    "missing language": (START, ", es: Cuándo empezó", "", 3, "'es' is missing", "Add 'es:'"),
    "unknown key": (START, "certainty:", "certanty: confirmed\ncertainty:", 15, "unknown key 'certanty'", "certainty"),
    "unknown language": (START, "en: When it started", "fr: Le début, en: Start", 3, "unknown key 'fr'", "en, es"),
    "key written twice": (START, "certainty:", "area: bot\ncertainty:", 15, "'area' is written twice", "Keep one"),
    "empty text": (START, "es: Empezó el 27 de mayo de 2025, según [una noticia](https://example.org/report).", "es: ''", 7, "text is empty", "Write it"),
    "bad date": (START, "review_by: 2027-02-21", "review_by: 21.2.2027", 22, "'21.2.2027' is not a date", "2026-11-23"),
    "impossible date": (START, "review_by: 2027-02-21", "review_by: 2027-02-30", 22, "is not a date", "year-month-day"),
    "unknown certainty": (START, "certainty: confirmed", "certainty: sure", 15, "'sure' is not known", "confirmed"),
    "unknown source": (START, "id: paper", "id: papers", 19, "unknown source 'papers'", "data/sources.yaml"),
    "dangling edge": (START, "next: [objecting]", "next: [object]", 25, "leads to 'object', which does not exist", "data/topics/"),
    "dangling guide": ("topics/objecting.yaml", "guide: [objecting]", "guide: [walk]", 15, "leads to 'walk'", "data/guides/"),
    "edge to itself": (START, "related: [greeting]", "related: [start]", 24, "its own topic", "Take it away"),
    "unknown kind of edge": (START, "related:", "relatd:", 24, "unknown key 'relatd'", "related"),
    "unknown platform": (START, "{instagram: objecting}", "{instagran: objecting}", 26, "unknown platform 'instagran'", "instagram"),
    "open bold": (START, "**Where it shows.**", "**Where it shows.", 9, "markup left open", "**bold**"),
    "open label": (START, "`Privacy Centre`", "`Privacy Centre", 9, "markup left open", "`label`"),
    "heading": (START, "- It is free.", "## It is free", 9, "markup left open or not known", "[words](address)"),
    "list instead of text": (START, "en: It started on 27 May 2025, according to [a report](https://example.org/report).", "en: [a, b]", 6, "a text is expected", "after the colon"),
    "text instead of list": (START, "next: [objecting]", "next: objecting", 25, "a list is expected", "'- '"),
    "short too long": (START, "en: It started", "en: " + "word " * 120 + "It started", 6, "short (en) has", "500"),
    "label too long": (START, "en: When it started", "en: When it started and why it did so at all", 3, "label (en) has 40", "32"),
    "phrasing of another topic": (START, "en: [when did it start]", "en: [Hello]", 28, "stands already at data/topics/greeting.yaml", "that answers it"),
    "not YAML": (START, "edges:", "edges", 24, "this is not YAML", "spaces"),
    "tabulator": (START, "  related:", "\trelated:", 24, "this is not YAML", "spaces"),
    "unknown way": (GUIDE, "other_way: app", "other_way: apps", 18, "unknown way 'apps'", "link, app"),
    "unknown topic in a step": (GUIDE, "topic: start", "topic: begin", 29, "unknown topic 'begin'", "data/topics/"),
    "unknown topic after a guide": (GUIDE, "next: [start]", "next: [begin]", 39, "unknown topic 'begin'", "data/topics/"),
    "step without a way out": (GUIDE, "        otherwise: {en: Go through the app., es: Ve por la app.}\n", "", 14, "'otherwise' is missing", "Add 'otherwise:'"),
    "step twice": (GUIDE, "      - id: send", "      - id: open", 22, "stands twice", "id of its own"),
    "way on into nothing": (GUIDE, "then: {way: link, step: send}", "then: {way: link, step: post}", 37, "no step 'post'", "one of its steps"),
    "no question which way": (GUIDE, 'choose: {en: "Which way?", es: "¿Qué camino?"}\n', "", 10, "no question which one", "choose:"),
    "neither true nor false": (GUIDE, "certain: false", "certain: maybe", 26, "'maybe' is neither true nor false", "true or false"),
    "guide without its topic": ("guides/objecting.yaml", "id: objecting\n", "id: walking\n", 1, "differs from the file's name", "id: objecting"),
    "blank that nobody asks for": (LETTER, "asks: [platform, reason]", "asks: [reason]", 7, "'{platform_scope}' and 'asks' do not agree", "asks names platform"),
    "letter's unknown source": (LETTER, "sources: [law]", "sources: [laws]", 5, "unknown source 'laws'", "data/sources.yaml"),
    "country twice": ("authorities.yaml", "- code: ES", "- code: ES\n  country: {en: Spain, es: España}\n  aliases: []\n  name: A\n  site: https://a.es\n  region: eu\n- code: ES", 7, "country ES is listed twice", "Keep one"),
    "unknown region": ("authorities.yaml", "region: eu", "region: europe", 6, "'europe' is not known", "eu"),
    "unknown kind of source": ("sources.yaml", "kind: press", "kind: newspaper", 13, "'newspaper' is not known", "press"),
    "examples of a follow-up to a topic": ("follow-ups.yaml", "to: move:next", "to: topic:start\n  examples: {en: [and mine], es: [y los míos]}", 5, "so its examples teach nothing", "Make them phrasings"),
    "follow-up answered by no topic": ("follow-ups.yaml", "to: move:next", "to: move:next\n  here: [nowhere]", 5, "unknown topic 'nowhere' under 'here'", "data/topics/"),
    "follow-up to nowhere": ("follow-ups.yaml", "to: move:next", "to: move:forward", 5, "'move:forward' leads nowhere", "move:<word>"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_is_named_with_its_place_and_mend(small: dict[str, str], mistake: str) -> None:
    file, old, new, line, what, mend = BROKEN[mistake]
    assert small[file].count(old) >= 1, "the example has changed"
    found = inspect({**small, file: small[file].replace(old, new, 1)})[1]
    fitting = [problem for problem in found if what in problem.what and mend in problem.mend]
    assert fitting, f"only found: {[str(problem) for problem in found]}"
    assert (fitting[0].file, fitting[0].line) == (f"data/{file}", line)


def test_the_small_data_is_whole(small: dict[str, str]) -> None:
    assert load(small).topics.keys() == {"greeting", "start", "objecting"}


def test_all_mistakes_are_told_at_once(small: dict[str, str]) -> None:
    small[START] = small[START].replace("id: paper", "id: papers").replace("next: [objecting]", "next: [object]")
    small[GUIDE] = small[GUIDE].replace("other_way: app", "other_way: apps")
    with pytest.raises(DataError) as error:
        load(small)
    assert str(error.value).startswith("3 problem(s) in data/:")
    for words in ("papers", "'object'", "'apps'"):
        assert words in str(error.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_bytes("título: año".encode("latin-1"))
    with pytest.raises(DataError, match="not UTF-8"):
        dict(data_files(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere is not a folder"):
        data_files(tmp_path / "nowhere")


def test_the_bot_refuses_to_start_on_broken_data(root: Path, small: dict[str, str], tmp_path: Path) -> None:
    small[START] = small[START].replace("next: [objecting]", "next: [object]")
    for name, content in small.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    for command in (("ask", "hello"), ("knowledge", "stale", "--on", "2026-11-23")):
        done = subprocess.run(
            [sys.executable, "-m", "bot", *command, "--data-dir", str(tmp_path)],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "data/topics/start.yaml:25: the edge 'next' leads to 'object', which does not exist." in done.stderr
        assert "Traceback" not in done.stderr
        assert not done.stdout
