"""Pages with words, tables, charts and lists, as Markdown and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape

from publist.anchors import slug
from publist.model import Entry, Group, Listing
from publist.model.page import Block, Chart, Heading, Page, Paragraph, Shown, Table
from publist.richtext import Inline, Link, RichText
from publist.words import is_right_to_left
from publist.write import html, markdown
from publist.write.chart import svg
from publist.write.html_page import page_sheet
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable

__all__ = ["PAGES", "write_html", "write_markdown"]

Written = dict[str, str]
"""Texts by the path of the file that they go to."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TABLE_CSS = """.publist-table{border-collapse:collapse;margin:1em 0}
.publist-table caption{text-align:start;font-weight:600}
.publist-table :is(th,td){padding:.2em .8em .2em 0;text-align:start;font-weight:400}
.publist-table :is(td,th+th){text-align:end;font-variant-numeric:tabular-nums}
.publist-table thead th{border-bottom:1px solid}
.publist-figure{margin:1em 0}
"""


def write_markdown(page: Page, options: Options = DEFAULT) -> Written:
    """Write a page as Markdown; its charts are files of their own beside it.

    Args:
        page: The page.
        options: How its lists are written.
    """
    folder, _, name = page.path.rpartition("/")
    files: Written = {}
    parts = [f"# {_plain_markdown(page.title)}"]
    for block in page.blocks:
        if isinstance(block, Chart):
            path = f"{name}-{slug(block.name)}.svg"
            files[f"{folder}/{path}" if folder else path] = svg(block) + "\n"
            parts.append(f"![{_plain_markdown(block.title)}]({path})")
        else:
            parts.append("\n".join(_markdown(block, options)))
    return {f"{page.path}.md": "\n\n".join(parts) + "\n", **files}


def write_html(page: Page, options: Options = DEFAULT) -> Written:
    """Write a page as a whole HTML page, its charts in it.

    Args:
        page: The page.
        options: How its lists are written.
    """
    title = escape(printable(page.title))
    direction = ' dir="rtl"' if is_right_to_left(page.language) else ""
    body = "\n".join(line for block in page.blocks for line in _html(block, options))
    text = f"""<!DOCTYPE html>
<html lang="{escape(page.language)}"{direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{page_sheet()}
{_TABLE_CSS}</style>
</head>
<body class="publist-page">
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
    return {f"{page.path}.html": text}


PAGES: dict[str, Callable[[Page, Options], Written]] = {
    "markdown": write_markdown,
    "html": write_html,
}
"""The forms that pages can be written in."""


def _markdown(block: Block, options: Options) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {_plain_markdown(block.text)}"
        case Paragraph():
            yield markdown.inline(_leading(block.text, ".md"))
        case Table():
            yield f"| {' | '.join(map(_plain_markdown, block.head))} |"
            yield f"|{'|'.join(['---', *['---:'] * (len(block.head) - 1)])}|"
            for row in block.rows:
                yield f"| {' | '.join(map(_cell, row))} |"
        case Shown():
            yield markdown.write(_led(block.listing, ".md"), options).rstrip("\n")


def _cell(text: RichText) -> str:
    """A cell of a table, in which no number begins a list."""
    written = markdown.inline(_leading(text, ".md")).replace("\n", " ")
    return text.plain if _NUMBER.fullmatch(text.plain) else written


def _html(block: Block, options: Options) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h2>{escape(printable(block.text))}</h2>"
        case Paragraph():
            yield f"<p>{html.inline(_leading(block.text, '.html'))}</p>"
        case Chart():
            yield f'<figure class="publist-figure">{svg(block)}</figure>'
        case Table():
            yield from _html_table(block)
        case Shown():
            shown = _led(block.listing, ".html")
            yield html.write(shown, replace(options, standalone=False)).rstrip("\n")


def _html_table(table: Table) -> Iterator[str]:
    yield f'<table class="publist-table"><caption>{escape(printable(table.caption))}</caption>'
    heads = (f'<th scope="col">{escape(printable(head))}</th>' for head in table.head)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        first, *others = (html.inline(_leading(cell, ".html")) for cell in row)
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table>"


def _plain_markdown(text: str) -> str:
    return markdown.inline(RichText.of(text)).strip(" ")


def _led(listing: Listing, extension: str) -> Listing:
    """A list whose names lead to other pages as this form's files are called."""

    def entry(found: Entry) -> Entry:
        return found.model_copy(update={"text": _leading(found.text, extension)})

    def group(found: Group) -> Group:
        entries, groups = tuple(map(entry, found.entries)), tuple(map(group, found.groups))
        return found.model_copy(update={"entries": entries, "groups": groups})

    return listing.model_copy(update={"root": group(listing.root)})


def _leading(text: RichText, extension: str) -> RichText:
    """Links to other pages as this form's files are called."""

    def change(node: Inline) -> Iterator[Inline]:
        if isinstance(node, Link) and node.href.startswith("page:"):
            node = replace(node, href=node.href.removeprefix("page:") + extension)
        yield node

    return text.map(change)
