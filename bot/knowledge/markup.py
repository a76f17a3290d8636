"""The small Markdown of `data/`, parsed once into spans: `**bold**`, backticks, `[words](address)` and `- ` bullets.

Anything else is plain text. Never parse a person's words with it.
"""

import re

from bot.messages import Span, Style, Text

_TOKEN = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|`(?P<code>[^`\n]+)`|\[(?P<words>[^\]\n]+)\]\((?P<url>[^)\s]+)\)")
_STRAY = re.compile(r"\*\*|`|\]\(|^#{1,6} |<[a-zA-Z/]", re.MULTILINE)


def parse(source: str) -> Text:
    """Spans of `source`; raises ValueError with the offending piece if markup is left open or not ours."""
    text = re.sub(r"^- ", "• ", source.strip(), flags=re.MULTILINE)
    text = re.sub(r"(?<=[^\n])\n(?=[^\n])", _keep_bullets, text)
    spans: list[Span] = []
    end = 0
    for match in _TOKEN.finditer(text):
        _add_plain(spans, text[end : match.start()])
        end = match.end()
        if match["bold"] is not None:
            spans.append(Span(match["bold"], Style.BOLD))
        elif match["code"] is not None:
            spans.append(Span(match["code"], Style.CODE))
        else:
            spans.append(Span(match["words"], Style.LINK, match["url"]))
    _add_plain(spans, text[end:])
    return tuple(spans)


def _keep_bullets(match: re.Match[str]) -> str:
    following = match.string[match.end() : match.end() + 2]
    before = match.string[: match.start()].rsplit("\n", 1)[-1]
    return "\n" if following == "• " or before.startswith("• ") else "\n\n"


def _add_plain(spans: list[Span], piece: str) -> None:
    if not piece:
        return
    if stray := _STRAY.search(piece):
        raise ValueError(f"markup left open or not known near {piece[max(0, stray.start() - 15) : stray.end() + 15]!r}")
    spans.append(Span(piece))
