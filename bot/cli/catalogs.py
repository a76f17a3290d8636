"""`oponte catalogs`: for translators and CI."""

from pathlib import Path

import typer

from bot.errors import DataError

app = typer.Typer(help="Check and refresh the catalogs of the interface (in a checkout).", no_args_is_help=True)


@app.command()
def check() -> None:
    """Fail if words are missing, fuzzy or unused, if placeholders differ, or if a name is not literal."""
    from bot.i18n.catalogs import problems

    found = problems(_checkout())
    if found:
        raise DataError(f"{len(found)} problem(s) in the catalogs:\n" + "\n".join(f"  {each}" for each in found))
    print("catalogs: complete, nothing fuzzy, placeholders equal")


@app.command()
def extract() -> None:
    """Write locales/bot.pot from the code and bring both catalogs up to date with it."""
    from bot.i18n.catalogs import refresh

    refresh(_checkout())
    print("locales/ is up to date; write the words that are still empty")


def _checkout() -> Path:
    root = Path(__file__).parents[2]
    if not (root / "locales" / "en" / "LC_MESSAGES" / "bot.po").exists():
        raise DataError("the catalogs' sources are not here. Run this in a checkout of the project.")
    return root
