"""Markdown as an outline: CommonMark with what kramdown, Jekyll and Hugo add to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from publist.errors import SourceError
from publist.reading.pages.html import LINE, SOFT, outline_of_html
from publist.reading.pages.outline import Outline
from publist.reading.pages.sections import Topic, topic_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

__all__ = ["front_matter", "outline_of_markdown"]

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z))",
    re.DOTALL,
)
_SHORTCODE = re.compile(r"\{\{[<%]\s*\w+\s+\"([^\"{}\n]{1,200})\"\s*/?[>%]\}\}")
_LIQUID = re.compile(r"\{%-?[^%]{0,2000}%\}|\{\{[^{}]{0,2000}\}\}")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,300}\}|(?<=\))\{[^{}\n]{0,300}\}")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# kramdown reads Markdown inside such an element; CommonMark wants a blank line before it.
_MARKDOWN_INSIDE = re.compile(r"<\w[^<>]*\bmarkdown\s*=[^<>]*>[ \t]*$")
_MATH = re.compile(r"\$([^$\n]{1,80})\$")


def front_matter(text: str) -> str:
    r"""The YAML or TOML at the top of a page, without its fences; empty if there is none.

    >>> front_matter("---\ntitle: Me\n---\nHello")
    'title: Me'
    """
    found = _FRONT.match(text)
    return (found[1] or found[2] or "") if found else ""


def outline_of_markdown(text: str, file: str) -> Outline:
    r"""Read a page in Markdown.

    Front matter, comments, Liquid tags and kramdown's attribute lists are left out; HTML
    inside, Markdown inside that HTML, and backslashes at the end of a line are understood.

    Args:
        text: The page.
        file: Its name, for messages.

    Raises:
        SourceError: markdown-it-py is not installed.

    >>> page = outline_of_markdown("# Papers\n\n* **A. Li**, B. He. Title.", "x.md")
    >>> [(row.level, row.content.text) for row in page.rows]
    [(1, 'Papers'), (0, 'A. Li, B. He. Title.')]
    """
    parser = _parser(file)
    titled = _TITLE.search(front_matter(text))
    text = _SHORTCODE.sub(r"**\1**", text)  # Hugo's: what it wraps is made to stand out
    for pattern in (_FRONT, _COMMENT, _LIQUID, _ATTRIBUTES):
        text = pattern.sub(_line_ends, text)
    text = _MATH.sub(_kept_math, text)
    lines, origin = _spaced(text.split("\n"))
    tokens = parser.parse("\n".join(lines))
    for token in tokens:
        if token.map is not None:
            line = origin[min(token.map[0], len(origin) - 1)]
            if token.type == "html_block":
                token.content = f"<!--publist-line {line}-->{token.content}"
            elif token.nesting >= 0:
                token.attrSet(LINE, str(line))
    head = f"<h1>{escape(titled[1])}</h1>" if titled and _announces(titled[1]) else ""
    return outline_of_html(head + parser.renderer.render(tokens, parser.options, {}))


# A page's own heading, which site builders make of it.
_TITLE = re.compile(r"^title\s*[:=]\s*[\"']?([^\"'\n#{}]{1,80})", re.MULTILINE)


def _announces(title: str) -> bool:
    return topic_of(title) is Topic.PUBLICATIONS


def _line_ends(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _kept_math(found: re.Match[str]) -> str:
    """A formula that Markdown must not read: stars and underscores in it mean nothing."""
    return "$" + re.sub(r"([*_\\`])", r"\\\1", found[1]) + "$"


def _spaced(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines with blank ones put in where CommonMark wants them, and where each was."""
    out: list[str] = []
    origin: list[int] = []
    for number, line in enumerate(lines, start=1):
        bare = line.rstrip()
        out.append(bare[:-2].rstrip() + "\\" if bare.endswith("\\\\") else line)
        origin.append(number)
        if "markdown" in line and _MARKDOWN_INSIDE.search(line):
            out.append("")
            origin.append(number)
    return out, origin


def _parser(file: str) -> MarkdownIt:
    try:
        from markdown_it import MarkdownIt
    except ImportError as error:
        message = (
            "Reading Markdown pages takes markdown-it-py; install it with "
            "'pip install publist[pages]'."
        )
        raise SourceError(message, file=file) from error
    # Indented code is HTML on these pages, indented by hand.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    parser.add_render_rule("softbreak", _soft)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("fence", _fence)
    return parser


def _soft(_renderer: Any, *_: Any) -> str:
    return f"<br {SOFT}>\n"


def _image(_renderer: Any, tokens: Any, index: int, *_: Any) -> str:
    return f'<img src="{escape(str(tokens[index].attrGet("src") or ""))}">'


def _fence(_renderer: Any, tokens: Any, index: int, *_: Any) -> str:
    token = tokens[index]
    language = token.info.split()[0].lower() if token.info.strip() else ""
    css = "bibtex" if language in ("bibtex", "bib") or token.content.lstrip()[:1] == "@" else ""
    return f'<pre class="{css}" {LINE}="{token.attrGet(LINE) or 1}">{escape(token.content)}</pre>'
