"""The drawing: whole, the same each time, and changed only by the graph."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import typer.testing

from bot.cli.knowledge import app
from bot.errors import DataError
from bot.knowledge.document import frame
from bot.knowledge.draw import mermaid, svg
from bot.knowledge.load import load

SVG = "{http://www.w3.org/2000/svg}"
HERE = Path(__file__).parent


def drawn(files: dict[str, str]) -> str:
    areas = {area: name.en for area, name in frame(files).areas.items()}
    return svg(load(files), areas, "The graph")


def test_every_topic_and_its_next_ones_are_in_the_picture(small: dict[str, str]) -> None:
    picture = ET.fromstring(drawn(small))  # noqa: S314 (our own)
    words = ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]
    for label in ("Hello", "When it started", "How to object"):
        assert words.count(label) + words.count(f"{label} ◉") == 2, f"{label} stands once at the wheel, once below"
    assert "→\u00a0When\u00a0it\u00a0started" in words
    assert len(list(picture.iter(f"{SVG}circle"))) == 3 + 1, "a dot for each topic, one in the legend"


def test_nothing_lies_outside_the_page(small: dict[str, str]) -> None:
    picture = drawn(small)
    width, height = (float(each) for each in re.findall(r'viewBox="0 0 (\d+) (\d+)"', picture)[0])
    for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', picture):
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= height


def test_the_same_graph_gives_the_same_picture_and_no_text_changes_it(small: dict[str, str]) -> None:
    other = {**small, "topics/start.yaml": small["topics/start.yaml"].replace("It is free.", "It costs nothing.")}
    assert drawn(small) == drawn(dict(reversed(small.items()))) == drawn(other)


def test_words_that_mean_something_in_xml_are_escaped(small: dict[str, str]) -> None:
    small["topics/start.yaml"] = small["topics/start.yaml"].replace("en: When it started,", 'en: "<Posts> & more",')
    picture = ET.fromstring(drawn(small))  # noqa: S314 (our own)
    assert "<Posts> & more" in ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def test_mermaid_names_areas_topics_and_arrows(small: dict[str, str]) -> None:
    lines = mermaid(load(small), {area: name.en for area, name in frame(small).areas.items()}).splitlines()
    assert lines[0] == "flowchart LR"
    assert '    t_start["When it started"]' in lines
    assert "  t_start --> t_objecting" in lines
    assert sum("subgraph" in line for line in lines) == sum(line == "  end" for line in lines) == 3


def test_draw_writes_and_check_sees_what_is_not_current(tmp_path: Path) -> None:
    run = typer.testing.CliRunner()
    options = ["draw", "--data-dir", str(HERE / "small"), "--out", str(tmp_path / "docs")]
    missing = run.invoke(app, [*options, "--check"])
    assert isinstance(missing.exception, DataError)
    assert run.invoke(app, options).exit_code == 0
    assert run.invoke(app, [*options, "--check"]).exit_code == 0
    picture = tmp_path / "docs" / "graph.svg"
    picture.write_text(picture.read_text("utf-8").replace("When it started", "When it begins"), "utf-8")
    stale = run.invoke(app, [*options, "--check"])
    assert isinstance(stale.exception, DataError)
    assert "graph.svg is not current. Run 'make graph'" in str(stale.exception)
    assert "When it begins" in picture.read_text("utf-8"), "--check writes nothing"


@pytest.mark.parametrize("name", ["areas", "words"])
def test_a_frame_with_a_gap_names_it(small: dict[str, str], name: str) -> None:
    small["document.yaml"] = re.sub(rf"(^{name}:\n)  [a-z-]+:.*\n", r"\1", small["document.yaml"], flags=re.MULTILINE)
    with pytest.raises(DataError, match=r"data/document\.yaml:\d+: '[a-z-]+' is missing"):
        frame(small)
