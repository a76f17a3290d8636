"""The command line: `oponte --help` tells all. Thin: each command reads its options and calls what does the work."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.cli import catalogs, database, knowledge, serving
from bot.errors import OponteError

app = typer.Typer(
    name="oponte",
    help="Answers questions about Meta's AI training and walks people through objecting.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(catalogs.app, name="catalogs")
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(database.app, name="db")
app.command("run")(serving.run)
app.command("sandbox")(serving.sandbox)

DataDir = Annotated[Path | None, typer.Option("--data-dir", envvar="DATA_DIR", help="Folder with topics/, guides/ ...")]


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Your question; without one you can talk.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Read JSON lines, print one for each.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Also print how the question was understood.")] = False,
    language: Annotated[str | None, typer.Option(help="The phone's language code, such as es.")] = None,
    data_dir: DataDir = None,
) -> None:
    """Ask without Telegram: one question, a talk on the terminal, or JSON lines."""
    from bot import app as application
    from bot.cli import asking

    brain = application.brain(data_dir, Path(os.environ.get("CACHE_DIR", "var")))
    if as_json:
        asking.json_lines(brain, sys.stdin, sys.stdout)
    elif question is not None:
        asking.once(brain, question, language, why=why)
    else:
        from bot.platforms.console import chat

        chat(brain, language)


@app.command()
def evaluate(
    lines: Annotated[str, typer.Option("--set", help="Which lines: test or tuning.")] = "test",
    *,
    topics: Annotated[bool, typer.Option(help="Also print a line for each topic.")] = False,
    worst: Annotated[int, typer.Option(help="How many of the worst misses to print.")] = 15,
    accept: Annotated[bool, typer.Option(help="Keep this run as the one to compare with.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Report how well questions are understood; fail if that got worse than the last accepted run."""
    from bot.cli import evaluating

    cache = Path(os.environ.get("CACHE_DIR", "var"))
    evaluating.report(lines, topics=topics, worst=worst, accept=accept, data_dir=data_dir, cache_dir=cache)


@app.command()
def version() -> None:
    """Print the version."""
    print(__version__)


def main() -> None:
    """Runs the command line; our own errors become one clear sentence and exit status 2."""
    try:
        app()
    except OponteError as error:
        print(f"oponte: {error}", file=sys.stderr)
        sys.exit(2)
