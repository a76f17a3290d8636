"""HTML and MarkdownV2 texts turned into plain text with entities, with Telegram's words when they do not parse."""

import html
import re
from collections.abc import Callable

from bot.sandbox.errors import ApiError, bad_request, not_emulated
from bot.sandbox.model import Json

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
}  # fmt: skip
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
ENTITY = re.compile(r"&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")


def parse(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    """Plain text and entities; the mode's name is matched as Telegram does, without case."""
    modes: dict[str, Callable[[str], tuple[str, list[Json]]]] = {"html": _html, "markdownv2": _markdown}
    mode = parse_mode.lower()
    if mode == "markdown":
        raise not_emulated("the legacy parse mode Markdown; MarkdownV2 and HTML are known")
    if mode not in modes:
        raise bad_request("unsupported parse_mode")
    return modes[mode](text)


def _wrong(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")


def _units(parts: list[str]) -> int:
    return sum(len(part.encode("utf-16-le")) // 2 for part in parts)


def _html(text: str) -> tuple[str, list[Json]]:
    out: list[str] = []
    open_tags: list[tuple[str, Json]] = []
    done: list[Json] = []
    at = 0
    while at < len(text):
        if text[at] != "<":
            stop = text.find("<", at)
            stop = len(text) if stop < 0 else stop
            out.append(ENTITY.sub(lambda match: html.unescape(match.group()), text[at:stop]))
            at = stop
            continue
        match = TAG.match(text, at)
        where = len(text[:at].encode())
        if match is None:
            raise _wrong(f"Unclosed start tag at byte offset {where}")
        closing, name, rest = match.group(1), match.group(2).lower(), match.group(3)
        if closing:
            _close(open_tags, done, name, where, _units(out))
        else:
            open_tags.append((name, _opened(name, rest, where, _units(out))))
        at = match.end()
    if open_tags:
        raise _wrong(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return "".join(out), done


def _opened(name: str, rest: str, where: int, offset: int) -> Json:
    if name not in TAGS:
        raise _wrong(f'Unsupported start tag "{name}" at byte offset {where}')
    attributes = {
        found.group(1).lower(): html.unescape(found.group(2) or found.group(3) or found.group(4) or "")
        for found in ATTRIBUTE.finditer(rest)
    }
    entity: Json = {"type": TAGS[name], "offset": offset}
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
    if name == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    if name == "a":
        entity["url"] = attributes.get("href", "")
    if name == "code" and attributes.get("class", "").startswith("language-"):
        entity["language"] = attributes["class"].removeprefix("language-")
    return entity


def _close(open_tags: list[tuple[str, Json]], done: list[Json], name: str, where: int, offset: int) -> None:
    if not open_tags:
        raise _wrong(f"Unexpected end tag at byte offset {where}")
    expected, entity = open_tags.pop()
    if expected != name:
        raise _wrong(f'Unmatched end tag at byte offset {where}, expected "</{expected}>", found "</{name}>"')
    entity["length"] = offset - entity["offset"]
    if "language" in entity and name == "code":  # <pre><code class="language-x"> is one entity with a language
        language = entity.pop("language")
        if open_tags and open_tags[-1][0] == "pre":
            open_tags[-1][1]["language"] = language
            return
    if entity["type"] == "text_link" and not entity["url"]:
        return
    if entity["length"]:
        done.append(entity)


def _markdown(text: str) -> tuple[str, list[Json]]:
    out: list[str] = []
    opened: list[tuple[str, int, int]] = []  # mark, offset in the result, byte offset in the source
    done: list[Json] = []
    at = 0
    while at < len(text):
        letter = text[at]
        if letter == "\\" and at + 1 < len(text) and text[at + 1].isascii() and text[at + 1].isprintable():
            out.append(text[at + 1])
            at += 2
        elif letter == "`":
            at = _code(text, at, out, done)
        elif letter == "[":
            opened.append(("[", _units(out), at))
            at += 1
        elif letter == "]" and opened and opened[-1][0] == "[":
            at = _link(text, at, out, opened, done)
        elif (mark := _mark(text, at)) is not None:
            _toggle(mark, at, out, opened, done)
            at += len(mark)
        elif letter in RESERVED:
            raise _wrong(f"Character '{letter}' is reserved and must be escaped with the preceding '\\'")
        else:
            out.append(letter)
            at += 1
    if opened:
        mark, _, where = opened[-1]
        raise _wrong(f"Can't find end of {MARKS.get(mark, 'a URL')} entity at byte offset {len(text[:where].encode())}")
    return "".join(out), done


def _mark(text: str, at: int) -> str | None:
    for mark in ("__", "||", "*", "_", "~"):
        if text.startswith(mark, at):
            return mark
    return None


def _toggle(mark: str, at: int, out: list[str], opened: list[tuple[str, int, int]], done: list[Json]) -> None:
    if opened and opened[-1][0] == mark:
        _, offset, _ = opened.pop()
        if (length := _units(out) - offset) > 0:
            done.append({"type": MARKS[mark], "offset": offset, "length": length})
        return
    opened.append((mark, _units(out), at))


def _code(text: str, at: int, out: list[str], done: list[Json]) -> int:
    fence = "```" if text.startswith("```", at) else "`"
    end = at + len(fence)
    body: list[str] = []
    while end < len(text) and not text.startswith(fence, end):
        end += text[end] == "\\" and end + 1 < len(text)
        body.append(text[end])
        end += 1
    if end >= len(text):
        kind = "PreCode" if len(fence) > 1 else "Code"
        raise _wrong(f"Can't find end of {kind} entity at byte offset {len(text[:at].encode())}")
    content = "".join(body)
    entity: Json = {"type": "pre" if len(fence) > 1 else "code", "offset": _units(out)}
    if len(fence) > 1:
        first, newline, rest = content.partition("\n")
        if newline:
            content = rest
            if first.strip():
                entity["language"] = first.strip()
    entity["length"] = _units([content])
    out.append(content)
    if entity["length"]:
        done.append(entity)
    return end + len(fence)


def _link(text: str, at: int, out: list[str], opened: list[tuple[str, int, int]], done: list[Json]) -> int:
    _, offset, _ = opened.pop()
    if not text.startswith("(", at + 1):
        return at + 1
    end = at + 2
    url: list[str] = []
    while end < len(text) and text[end] != ")":
        end += text[end] == "\\" and end + 1 < len(text)
        url.append(text[end])
        end += 1
    if end >= len(text):
        raise _wrong(f"Can't find end of a URL at byte offset {len(text[: at + 1].encode())}")
    length = _units(out) - offset
    if length and url:
        done.append({"type": "text_link", "offset": offset, "length": length, "url": "".join(url)})
    return end + 1
