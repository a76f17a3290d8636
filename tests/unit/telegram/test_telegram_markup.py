"""Texts and keyboards as Telegram takes them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Copy, Open, Press, Private, Span, Style
from bot.platforms.telegram.markup import formatted, inline_keyboard, utf16


def test_offsets_count_as_telegram_counts() -> None:
    text, entities = formatted(
        (Span("👋 "), Span("hola", Style.BOLD), Span(" 🇪🇸 "), Span("web", Style.LINK, "https://x.eu"))
    )
    assert text == "👋 hola 🇪🇸 web"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "text_link", "url": "https://x.eu", "offset": 13, "length": 3},
    ]


def test_u10_nothing_in_a_text_is_markup() -> None:
    assert formatted((Span("<b>*_`[x](y)&amp;"),)) == ("<b>*_`[x](y)&amp;", [])


@given(st.lists(st.builds(Span, st.text(max_size=20), st.sampled_from([s for s in Style if s is not Style.LINK]))))
def test_every_entity_lies_on_its_span(spans: list[Span]) -> None:
    text, entities = formatted(tuple(spans))
    units = text.encode("utf-16-le", "surrogatepass")
    styled = [span.text for span in spans if span.style is not Style.PLAIN and span.text]
    cut = [units[2 * each["offset"] : 2 * (each["offset"] + each["length"])] for each in entities]
    assert [piece.decode("utf-16-le") for piece in cut] == styled
    assert utf16(text) == len(units) // 2


def test_every_kind_of_button() -> None:
    keyboard = (
        (Press("Más", "m:too-late"), Open("Web", "https://example.org")),
        (),
        (Copy("Copiar", "texto"), Private("En privado", "guide_object-instagram_es")),
    )
    assert inline_keyboard(keyboard, "oponte_bot") == {
        "inline_keyboard": [
            [{"text": "Más", "callback_data": "m:too-late"}, {"text": "Web", "url": "https://example.org"}],
            [
                {"text": "Copiar", "copy_text": {"text": "texto"}},
                {"text": "En privado", "url": "https://t.me/oponte_bot?start=guide_object-instagram_es"},
            ],
        ]
    }
    assert inline_keyboard((), "oponte_bot") is None
