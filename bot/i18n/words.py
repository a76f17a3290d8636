"""The interface's words in one language: catalog look-ups, dates and plurals.

Message ids are names ("button.next"), never sentences: both languages are translations of the same names. Ids are
written as literals where they are used, so that extraction finds them.
"""

import gettext
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date

from bot.knowledge.model import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's interface."""

    language: Language
    catalog: gettext.NullTranslations

    def gettext(self, name: str, /, **values: object) -> str:
        """The text of `name` with its placeholders filled; raises KeyError for a name no catalog has."""
        text = self.catalog.gettext(name)
        if text == name:
            raise KeyError(f"no text is called {name!r} in locales/{self.language}")
        return text.format(**values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The text for `count` things; `{count}` is filled in."""
        return self.catalog.ngettext(one, many, count).format(count=count, **values)

    def day(self, day: date) -> str:
        """A date in words, such as "23 November 2026" or "23 de noviembre de 2026"."""
        return format_date(day, format="long", locale=_LOCALES[self.language])

    def partial_day(self, written: str) -> str:
        """A date known to the day, the month or the year ("2025-05-21", "2025-05", "2025") in words."""
        pieces = [int(piece) for piece in written.split("-")] if written else []
        match pieces:
            case [year, month, day]:
                return self.day(date(year, month, day))
            case [year, month]:
                pattern = "LLLL 'de' y" if self.language == "es" else "LLLL y"
                return format_date(date(year, month, 1), format=pattern, locale=_LOCALES[self.language])
            case [year]:
                return str(year)
            case _:
                return ""


_LOCALES: dict[Language, Locale] = {"en": Locale("en", "GB"), "es": Locale("es")}
