"""The checks of the content: each finds what it is for, at its line, and leaves good texts alone."""

from datetime import date

import pytest

from bot.knowledge.findings import Finding, Level
from bot.knowledge.quality import inspect

TODAY = date(2026, 11, 23)
START, GREETING, OBJECTING = "topics/start.yaml", "topics/greeting.yaml", "topics/objecting.yaml"
GUIDE, LETTER, SOURCES = "guides/objecting.yaml", "letters/objection.yaml", "sources.yaml"
THE_SMALL_DATA_LACKS = {"phrasings", "authorities"}  # on purpose: enough of both would hide everything else


def findings(files: dict[str, str], day: date = TODAY, *, strict: bool = False) -> list[Finding]:
    return [each for each in inspect(files, day, strict=strict) if each.check not in THE_SMALL_DATA_LACKS]


def changed(files: dict[str, str], file: str, old: str, new: str) -> dict[str, str]:
    assert old in files[file], "the example has changed"
    return {**files, file: files[file].replace(old, new, 1)}


def test_the_small_data_has_nothing_else_to_mend(small: dict[str, str]) -> None:
    assert not findings(small)


# file, what is replaced, by what; then the check that speaks, its line, and words of what it says
SPOILT = {
    "a link in one language only": (START, "[una noticia](https://example.org/report)", "una noticia", "parity", 5, "links differ"),
    "another number": (START, "Empezó el 27 de", "Empezó el 28 de", "parity", 5, "only in English 27"),
    "another year": (START, "mayo de 2025", "mayo de 2024", "parity", 5, "2024"),
    "another month": (START, "27 de mayo", "27 de marzo", "parity", 5, "dates differ"),
    "a label in one language only": (START, "Busca `Centro de privacidad`.", "Busca ahí.", "parity", 8, "labels in backticks"),
    "a bullet too few": (START, "    - Es gratis.\n", "    Es gratis.\n", "parity", 8, "bullets differ"),
    "bold in one language only": (START, "**Dónde se ve.**", "Dónde se ve.", "parity", 8, "bold differ"),
    "a command in one language only": (GREETING, "Ask me anything", "Write /ask, ask me anything", "parity", 5, "commands differ"),
    "a placeholder translated": (LETTER, "Me opongo al uso de {platform_scope}.", "Me opongo a {plataforma} y {platform_scope}.", "parity", 6, "placeholders differ"),
    "a sentence too long": (OBJECTING, "Fill in Meta's form.", "Fill in the form " + "and again " * 25 + "here.", "readability", 6, "55 words"),
    "a question half marked": (OBJECTING, "¿Cómo me opongo?", "Cómo me opongo?", "marks", 4, "'¿' and '?'"),
    "an accent forgotten": (OBJECTING, "Rellena el formulario de Meta.", "Rellena la oposicion.", "marks", 7, "'oposicion' has no accent"),
    "a bracket left open": (OBJECTING, "Fill in Meta's form.", "Fill in (Meta's form.", "marks", 6, "'(' and ')'"),
    "a word twice": (OBJECTING, "Fill in Meta's form.", "Fill in in Meta's form.", "marks", 6, "'in' stands twice"),
    "a space before a mark": (OBJECTING, "Meta's form.", "Meta's form .", "marks", 6, "a space before"),
    "markup in a title": (OBJECTING, "How do I object?", "How do I **object**?", "marks", 4, "markup where plain text"),
    "a full stop after what a source supports": (OBJECTING, "en: The right,", "en: The right., ", "marks", 11, "a full stop"),
    "a link that follows the reader": (START, "report](https://example.org/report)", "report](https://example.org/report?utm_source=x)", "marks", 6, "follows the reader"),
    "a forbidden wording": (OBJECTING, "Fill in Meta's form.", "Fill in the form. It is too late.", "forbidden", 6, "'it is/was too late'"),
    "a forbidden wording with a gap": (OBJECTING, "Rellena el formulario de Meta.", "El plazo para oponerse termino.", "forbidden", 7, "'el plazo ... terminó'"),
    "Spanish under English": (OBJECTING, "Fill in Meta's form.", "Para oponerte, rellena el formulario que está en la página de la empresa y guarda una copia.", "language", 6, "looks like 'es'"),
    "a Spanish word in the English letter": (LETTER, "I object to the use", "I object to el use", "language", 7, "holds el"),
    "an English word in the Spanish letter": (LETTER, "Me opongo al uso de", "Me opongo to al uso de", "language", 11, "holds to"),
    "a topic that leads nowhere": (START, "  next: [objecting]\n", "", "dead-end", 23, "leads nowhere"),
    "a guide that leads nowhere": (GUIDE, "next: [start]", "next: []", "dead-end", 39, "leads nowhere"),
    "a source that nobody cites": (SOURCES, "law:\n", "idle:\n  title: A\n  publisher: B\n  url: https://example.org/idle\n  kind: ngo\n  language: en\nlaw:\n", "unused", 1, "nobody cites 'idle'"),
    "one address twice": (SOURCES, "https://example.org/law", "https://example.org/report/", "twice", 8, "has the address of 'law'"),
    "a source from the future": (SOURCES, "2025-05-27", "2027-05-27", "dates", 12, "after 2026-11-23"),
    "a source cited twice": (START, "- id: paper", "- id: law", "sources", 17, "cited 2 times"),
    "an answer without a source": (OBJECTING, "sources:\n  - id: law\n    supports: {en: The right, es: El derecho}\n", "sources: []\n", "sources", 8, "without a source"),
    "confirmed by one paper": (OBJECTING, "- id: law", "- id: paper", "certainty", 8, "rests on A newspaper alone"),
    "reviewed tomorrow": (START, "reviewed: 2026-11-23", "reviewed: 2026-11-24", "dates", 21, "lies after 2026-11-23"),
    "review before the review": (START, "review_by: 2027-02-21", "review_by: 2026-11-23", "dates", 22, "does not lie after"),
    "a guide left alone for long": (GUIDE, "review_by: 2027-02-21", "review_by: 2027-11-23", "dates", 5, "365 days between"),
    "an alias of two countries": ("authorities.yaml", "- code: ES", "- code: PT\n  country: {en: Portugal, es: Portugal}\n  aliases: [spanish]\n  name: CNPD\n  site: https://www.cnpd.pt\n  region: eu\n- code: ES", "twice", 9, "'spanish' stands under 'PT'"),
    "a follow-up phrase in two places": ("follow-ups.yaml", "en: [next]", "en: [next, Why?]", "twice", 6, "'why' stands under 'why'"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SPOILT)
def test_a_fault_is_found_at_its_line(small: dict[str, str], fault: str) -> None:
    file, old, new, check, line, words = SPOILT[fault]
    found = findings(changed(small, file, old, new))
    fitting = [each for each in found if each.check == check and words in each.what]
    assert fitting, f"only found: {[str(each) for each in found]}"
    assert f"data/{file}:{line}" in {f"{each.file}:{each.line}" for each in fitting}
    assert all(each.mend for each in fitting)


GOOD = {
    "thousands are written differently": (OBJECTING, ("Fill in Meta's form.", "It cost 1,500 euros."), ("Rellena el formulario de Meta.", "Costó 1.500 euros.")),
    "articles are cited differently": (OBJECTING, ("Fill in Meta's form.", "See Article 6(1)(f)."), ("Rellena el formulario de Meta.", "Mira el artículo 6.1.f).")),
    "the month May and the verb may": (OBJECTING, ("Fill in Meta's form.", "May I object? In May 2025 you may."), ("Rellena el formulario de Meta.", "¿Puedo oponerme? En mayo de 2025 puedes.")),
    "a spelling more in one language": (START, ("Look for `Privacy Centre`.", "Look for `Privacy Centre` (or `Privacy Center`)."), ("", "")),
    "a forbidden wording that is denied": (OBJECTING, ("Fill in Meta's form.", "It is not true that it is too late."), ("Rellena el formulario de Meta.", "No es verdad que ya es tarde.")),
    "a forbidden wording that is asked": (OBJECTING, ("How do I object?", "It is too late?"), ("", "")),
    "a name in the other language": (LETTER, ("I object to the use", "Agencia Española de Protección de Datos: I object to the use"), ("Me opongo", "Agencia Española de Protección de Datos: me opongo")),
}  # fmt: skip


@pytest.mark.parametrize("good", GOOD)
def test_a_good_text_is_left_alone(small: dict[str, str], good: str) -> None:
    file, english, spanish = GOOD[good]
    assert not findings(changed(changed(small, file, *english), file, *spanish))


@pytest.mark.parametrize(
    ("day", "level", "strict"),
    [
        ("2027-01-21", None, True),
        ("2027-01-22", Level.WARNING, True),
        ("2027-02-21", Level.WARNING, True),
        ("2027-02-22", Level.WARNING, False),
        ("2027-02-22", Level.ERROR, True),
    ],
)
def test_stale_dates_warn_before_and_fail_after(
    small: dict[str, str], day: str, level: Level | None, *, strict: bool
) -> None:
    found = [each for each in findings(small, date.fromisoformat(day), strict=strict) if each.check == "stale"]
    assert {each.level for each in found} == ({level} if level else set())
    assert {each.file for each in found} <= {f"data/{START}", f"data/{OBJECTING}", f"data/{GUIDE}"}


def test_topics_that_nothing_leads_to_are_found(small: dict[str, str]) -> None:
    found = findings(changed(small, GREETING, "next: [start]", "related: []"))
    unreached = [each.file for each in found if each.check == "reachability" and each.level is Level.ERROR]
    assert unreached == [f"data/{OBJECTING}", f"data/{START}"]


def test_a_topic_that_only_a_why_leads_to_has_no_button(small: dict[str, str]) -> None:
    files = changed(
        changed(small, GREETING, "next: [start]", "next: [objecting]"), GUIDE, "next: [start]", "next: [greeting]"
    )
    found = [each for each in findings(files) if each.check == "reachability"]
    assert [(each.file, each.level) for each in found] == [(f"data/{START}", Level.WARNING)]


def test_what_does_not_fit_into_a_message_is_found(small: dict[str, str]) -> None:
    spoilt = changed(small, GUIDE, "en: Tap the button.", "en: " + "Tap it. " * 420)
    found = [each for each in findings(spoilt) if each.check == "length"]
    assert [(each.file, each.line, each.level) for each in found] == [(f"data/{GUIDE}", 14, Level.ERROR)]


def test_too_few_phrasings_and_missing_authorities_are_errors(small: dict[str, str]) -> None:
    found = [each for each in inspect(small, TODAY) if each.check in THE_SMALL_DATA_LACKS]
    assert {each.level for each in found} == {Level.ERROR}
    assert sum(each.check == "phrasings" for each in found) == 6
    assert sum(each.check == "authorities" for each in found) == 27 + 3 + 2 - 1


def test_what_keeps_the_bot_from_starting_is_told_too(small: dict[str, str]) -> None:
    found = findings(changed(small, START, "next: [objecting]", "next: [object]"))
    assert [(each.check, each.line) for each in found if each.check == "start"] == [("start", 25)]
