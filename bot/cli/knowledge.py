"""`oponte knowledge`: for editors and CI. The day comes in here; everything behind it is pure."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import DataError, SettingsError

app = typer.Typer(help="Check, draw and export what the bot knows (the files under data/).", no_args_is_help=True)

DataDir = Annotated[Path | None, typer.Option("--data-dir", envvar="DATA_DIR", help="Folder with topics/, guides/ ...")]
On = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="As seen on this day; default: today.")]
Out = Annotated[Path, typer.Option("--out", help="Folder to write to; it is made if it is missing.")]


@app.command()
def check(
    *,
    strict: Annotated[bool, typer.Option("--strict", help="What is past its review day is an error.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print errors only.")] = False,
    on: On = None,
    data_dir: DataDir = None,
) -> None:
    """Look for gaps, differences between the languages, lengths, stale dates and forbidden wordings."""
    from bot.knowledge.findings import Level
    from bot.knowledge.quality import inspect
    from bot.resources import data_files

    found = inspect(data_files(data_dir), _day(on), strict=strict)
    errors = [finding for finding in found if finding.level is Level.ERROR]
    for finding in found:
        if finding in errors or not quiet:
            print(finding)
    print(f"knowledge: {len(errors)} error(s), {len(found) - len(errors)} warning(s)")
    if errors:
        raise DataError(f"{len(errors)} error(s) in data/, listed above; data/README.md explains the words in brackets")


@app.command()
def stale(
    *,
    on: On = None,
    within: Annotated[int, typer.Option("--within", help="Also what is due in so many days.")] = 0,
    data_dir: DataDir = None,
) -> None:
    """List what is due for review, the most urgent first."""
    from datetime import timedelta

    from bot.knowledge.freshness import calendar
    from bot.knowledge.load import load
    from bot.resources import data_files

    day = _day(on)
    dues = calendar(load(data_files(data_dir)))
    listed = [due for due in dues if due.review_by <= day + timedelta(days=within)]
    for due in listed:
        print(f"{due.review_by}  data/{due.file}  (last reviewed {due.reviewed})")
    following = next((due.review_by for due in dues if due not in listed), None)
    rest = f"; the next is due on {following}" if following else ""
    print(f"{len(listed)} of {len(dues)} due on {day}{f' or within {within} days' if within else ''}{rest}")


@app.command()
def draw(
    out: Out = Path("docs"),
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if the files are not current.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Draw the graph: graph.svg to look at and print, graph.mmd for Mermaid."""
    from bot.knowledge.document import frame
    from bot.knowledge.draw import mermaid, svg
    from bot.knowledge.load import load
    from bot.resources import data_files

    files = data_files(data_dir)
    graph, around = load(files), frame(files)
    areas = {area: name.en for area, name in around.areas.items()}
    drawings = {"graph.svg": svg(graph, areas, around.words["graph"].en), "graph.mmd": mermaid(graph, areas)}
    for name, content in drawings.items():
        path = out / name
        if check and (not path.exists() or path.read_text("utf-8") != content):
            raise DataError(f"{path} is not current. Run 'make graph' and commit it.")
        if not check:
            _write(path, content)
    if check:
        print(f"knowledge: the drawings in {out} are current")


@app.command()
def export(
    out: Out,
    *,
    form: Annotated[str, typer.Option("--format", help="md or html.")] = "html",
    data_dir: DataDir = None,
) -> None:
    """Write everything the bot can say as one readable document in each language, for lawyers and editors."""
    from bot.i18n.words import Words
    from bot.knowledge.document import document, frame
    from bot.knowledge.export import html, markdown
    from bot.knowledge.load import load
    from bot.knowledge.model import LANGUAGES
    from bot.resources import catalog, data_files

    writers = {"md": markdown, "html": html}
    if form not in writers:
        raise SettingsError(f"'{form}' is not a format. Write --format md or --format html.")
    files = data_files(data_dir)
    graph, words = load(files), frame(files)
    for language in LANGUAGES:
        day = Words(language, catalog(language)).partial_day
        _write(out / f"oponte.{language}.{form}", writers[form](document(graph, words, language, day)))


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    print(path)


def _day(written: str | None) -> date:
    if written is None:
        return date.today()  # noqa: DTZ011 (an editor's day is the day where the editor is)
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise SettingsError(f"'{written}' is not a day. Write it as 2026-11-23 (year-month-day).") from error
