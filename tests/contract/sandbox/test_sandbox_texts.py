"""Texts as Telegram takes them: parse modes, entities, trimming, and the limits counted the way Telegram counts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.texts import formatted, found, utf16


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("mode", "source", "text", "entities"),
    [
        ("HTML", "plain &lt;b&gt; &amp; &#39;", "plain <b> & '", []),
        ("html", "<b>a</b><i>b</i>", "ab", [entity("bold", 0, 1), entity("italic", 1, 1)]),
        ("HTML", "🙂 <b><u>x</u></b>", "🙂 x", [entity("bold", 3, 1), entity("underline", 3, 1)]),
        ("HTML", '<a href="https://a.b/?x=1&amp;y=2">k</a>', "k", [entity("text_link", 0, 1, url="https://a.b/?x=1&y=2")]),
        ("HTML", '<pre><code class="language-py">1</code></pre>', "1", [entity("pre", 0, 1, language="py")]),
        ("HTML", "<blockquote expandable>q</blockquote>", "q", [entity("expandable_blockquote", 0, 1)]),
        ("HTML", '<span class="tg-spoiler">s</span>', "s", [entity("spoiler", 0, 1)]),
        ("MarkdownV2", r"*b* _i_ __u__ ~s~ ||p|| `c` 1\.", "b i u s p c 1.",
         [entity("bold", 0, 1), entity("italic", 2, 1), entity("underline", 4, 1), entity("strikethrough", 6, 1),
          entity("spoiler", 8, 1), entity("code", 10, 1)]),
        ("MarkdownV2", "[k](https://a.b)", "k", [entity("text_link", 0, 1, url="https://a.b")]),
        ("MarkdownV2", "```py\nx\n```", "x", [entity("pre", 0, 1, language="py")]),
    ],
)  # fmt: skip
def test_parse_modes(mode: str, source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert formatted(source, mode, None) == (text, entities)


@pytest.mark.parametrize(
    ("mode", "source", "words"),
    [
        ("HTML", "<b>a", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("HTML", "a</b>", "can't parse entities: Unexpected end tag at byte offset 1"),
        ("HTML", "<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "é<p>a</p>", 'can\'t parse entities: Unsupported start tag "p" at byte offset 2'),
        ("HTML", "1 < 2", "can't parse entities: Unclosed start tag at byte offset 2"),
        ("MarkdownV2", "a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("MarkdownV2", "*a", "Can't find end of bold entity at byte offset 0"),
        ("MarkdownV2", "`a", "Can't find end of Code entity at byte offset 0"),
        ("Markdown", "a", "does not emulate the legacy parse mode Markdown"),
    ],
)
def test_what_does_not_parse_is_refused_in_telegrams_words(mode: str, source: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        formatted(source, mode, None)
    assert words in refused.value.description


def test_blank_space_around_a_text_goes_and_its_entities_move() -> None:
    assert formatted("\n  hello  \n", None, [entity("bold", 0, 7)]) == ("hello", [entity("bold", 0, 4)])


def test_4096_emoji_fit_because_telegram_counts_code_points_for_bots() -> None:
    text, _ = formatted("🙂" * 4096, None, None)
    assert utf16(text) == 8192
    with pytest.raises(ApiError, match="message is too long"):
        formatted("🙂" * 4097, None, None)


def test_telegram_finds_commands_addresses_and_names_by_itself() -> None:
    text = "/help@my_bot see https://a.example/x_y). Or www.edpb.europa.eu, @someone, #privacy 🙂 a@b.org 1/2"
    parts = text.encode("utf-16-le")
    seen = [
        (item["type"], parts[item["offset"] * 2 : (item["offset"] + item["length"]) * 2].decode("utf-16-le"))
        for item in found(text)
    ]
    assert seen == [
        ("bot_command", "/help@my_bot"),
        ("url", "https://a.example/x_y"),
        ("url", "www.edpb.europa.eu"),
        ("mention", "@someone"),
        ("hashtag", "#privacy"),
        ("email", "a@b.org"),
    ]


def test_nothing_is_found_inside_code_and_links() -> None:
    given = [entity("code", 0, 5), entity("text_link", 6, 5, url="https://x.example")]
    assert formatted("/help a.com", None, given)[1] == given


KINDS = st.sampled_from(["bold", "italic", "underline", "code", "spoiler", "blockquote"])


@settings(max_examples=300)
@given(
    text=st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200),
    cuts=st.lists(st.tuples(KINDS, st.integers(0, 250), st.integers(0, 250)), max_size=6),
)
def test_entities_that_are_taken_always_lie_inside_the_text(text: str, cuts: list[tuple[str, int, int]]) -> None:
    try:
        sent, entities = formatted(text, None, [entity(*cut) for cut in cuts])
    except ApiError as error:
        assert error.code == 400  # noqa: PT017  the other legal outcome of the property
        return
    assert sent == sent.strip()
    for item in entities:
        assert item["offset"] >= 0
        assert item["length"] > 0
        assert item["offset"] + item["length"] <= utf16(sent)


@settings(max_examples=300)
@given(
    source=st.text(alphabet="<>/bia&;lt \"'=*_`~|[]()\\.\n🙂é", max_size=60),
    mode=st.sampled_from(["HTML", "MarkdownV2"]),
)
def test_any_markup_is_parsed_or_refused(source: str, mode: str) -> None:
    try:
        sent, entities = formatted(source, mode, None)
    except ApiError as error:
        assert error.code == 400  # noqa: PT017  the other legal outcome of the property
        return
    assert all(item["offset"] + item["length"] <= utf16(sent) for item in entities)
