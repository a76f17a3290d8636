"""Writes a `Document` as Markdown or as one HTML page that needs nothing else; whatever is said, is escaped."""

import re
from html import escape
from itertools import groupby
from typing import assert_never

from bot.knowledge.document import Block, Bullets, Document, Heading, Paragraph, Table, Verbatim
from bot.messages import Span, Style, Text

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_STYLE = """
:root { --ink: #1d2430; --soft: #5b6472; --line: #d9dee6; --accent: #0b5cad; }
body { font: 17px/1.55 Georgia, 'Times New Roman', serif; color: var(--ink); background: #fff; margin: 0 auto;
  max-width: 46rem; padding: 2rem 1.25rem 6rem; }
h1, h2, h3, h4, h5, nav, table, .small { font-family: 'Helvetica Neue', Helvetica, Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; } h2 { margin-top: 4rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h3 { margin-top: 2.5rem; font-size: 1.2rem; } h4 { margin-bottom: .3rem; }
h5 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
a { color: var(--accent); } code { background: #eef1f5; padding: 0 .25em; border-radius: 3px; font-size: .9em; }
pre { background: #f6f7f9; border: 1px solid var(--line); padding: 1rem; white-space: pre-wrap; font-size: .85rem; }
.small { color: var(--soft); font-size: .8rem; }
nav ul { list-style: none; padding-left: 1rem; } nav { font-size: .9rem; }
table { border-collapse: collapse; font-size: .85rem; }
td, th { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
@media print { body { max-width: none; font-size: 11pt; } h2 { break-before: page; } h3, h4, h5 { break-after: avoid; }
  nav { columns: 2; } }
""".strip()


def markdown(document: Document) -> str:
    """The document as Markdown (GitHub's)."""
    contents = "\n".join(
        f"{'  ' * (block.level - 2)}- [{_md_text(block.text)}](#{block.anchor})" for block in _contents(document)
    )
    parts = [f"# {_md_text(document.title)}", _md_text(document.intro), f"**{document.contents}**", contents]
    parts += [_md_block(block) for block in document.blocks]
    return "\n\n".join(parts) + "\n"


def _contents(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading) and block.anchor]


def _md_block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            return (f'<a id="{anchor}"></a>\n\n' if anchor else "") + f"{'#' * level} {_md_text(text)}"
        case Paragraph(text=text, small=small):
            return f"<sub>{_md_spans(text)}</sub>" if small else _md_bullets(_md_spans(text))
        case Bullets(items=items):
            return "\n".join("- " + _md_bullets(_md_spans(item)).replace("\n", "\n  ") for item in items)
        case Verbatim(text=text):
            return f"```text\n{text}\n```"
        case Table(head=head, rows=rows):
            lines = [head, ("---",) * len(head), *(tuple(_md_spans(cell) for cell in row) for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case _:
            assert_never(block)


def _md_spans(text: Text) -> str:
    return "".join(_md_span(span) for span in text)


def _md_span(span: Span) -> str:
    match span.style:
        case Style.PLAIN:
            return _md_text(span.text)
        case Style.BOLD:
            return f"**{_md_text(span.text)}**"
        case Style.ITALIC:
            return f"*{_md_text(span.text)}*"
        case Style.CODE | Style.BLOCK:
            return f"`{span.text}`"
        case Style.LINK:
            return f"[{_md_text(span.text)}](<{span.url}>)"
        case _:
            assert_never(span.style)


def _md_text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _md_bullets(text: str) -> str:
    """Bullets of the small Markdown as a list, with the blank line that Markdown needs before one."""
    return re.sub(r"(?<!\n)\n(?=- )", "\n\n", re.sub(r"^• ", "- ", text, flags=re.MULTILINE), count=1)


def html(document: Document) -> str:
    """The document as one page of HTML."""
    body = "\n".join(_html_block(block) for block in document.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
        f"<h1>{escape(document.title)}</h1>\n<p>{escape(document.intro)}</p>\n<nav>\n<h2>{escape(document.contents)}</h2>\n{_html_contents(document)}</nav>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _html_contents(document: Document) -> str:
    lines: list[str] = []
    for block in _contents(document):
        tag = "strong" if block.level == 2 else "span"
        indent = "" if block.level == 2 else ' style="margin-left: 1rem"'
        lines.append(f'<li{indent}><a href="#{block.anchor}"><{tag}>{escape(block.text)}</{tag}></a></li>')
    return "<ul>\n" + "\n".join(lines) + "\n</ul>\n"


def _html_block(block: Block) -> str:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            named = f' id="{anchor}"' if anchor else ""
            return f"<h{level}{named}>{escape(text)}</h{level}>"
        case Paragraph(text=text, small=small):
            return _html_paragraphs(_html_spans(text), small=small)
        case Bullets(items=items):
            return "<ul>\n" + "\n".join(f"<li>{_html_lines(_html_spans(item))}</li>" for item in items) + "\n</ul>"
        case Verbatim(text=text):
            return f"<pre>{escape(text)}</pre>"
        case Table(head=head, rows=rows):
            top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
            lines = ["<tr>" + "".join(f"<td>{_html_spans(cell)}</td>" for cell in row) + "</tr>" for row in rows]
            return f"<table>\n<tr>{top}</tr>\n" + "\n".join(lines) + "\n</table>"
        case _:
            assert_never(block)


def _html_spans(text: Text) -> str:
    return "".join(_html_span(span) for span in text)


def _html_span(span: Span) -> str:
    words = escape(span.text)
    match span.style:
        case Style.PLAIN:
            return words
        case Style.BOLD:
            return f"<strong>{words}</strong>"
        case Style.ITALIC:
            return f"<em>{words}</em>"
        case Style.CODE | Style.BLOCK:
            return f"<code>{words}</code>"
        case Style.LINK:
            return f'<a href="{escape(span.url or "")}">{words}</a>'
        case _:
            assert_never(span.style)


def _html_paragraphs(text: str, *, small: bool) -> str:
    opened = '<p class="small">' if small else "<p>"
    parts: list[str] = []
    for bullet, lines in groupby(text.split("\n"), key=lambda line: line.startswith("• ")):
        if bullet:
            parts.append("<ul>\n" + "\n".join(f"<li>{line[2:]}</li>" for line in lines) + "\n</ul>")
        else:
            parts += [f"{opened}{line}</p>" for line in lines if line.strip()]
    return "\n".join(parts)


def _html_lines(text: str) -> str:
    return re.sub(r"\n+", "<br>\n", text)
