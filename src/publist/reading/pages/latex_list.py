r"""Lists in a LaTeX CV as an outline: ``\item``, ``\bibitem``, ``etaremune``."""

from __future__ import annotations

import re

from publist.latex import to_richtext
from publist.reading.pages.latex_entries import entries_as_items
from publist.reading.pages.outline import Outline
from publist.richtext import Inline, Link, Tag

__all__ = ["outline_of_latex"]

_BODY = re.compile(r"\\begin\s*\{document\}(.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_HEADING = re.compile(
    r"\\(?P<name>chapter|(?:sub){0,2}section|cvsection|cvsubsection|rubric|paragraph|header)\*?\s*"
    r"(?:\[[^\]\n]{0,100}\])?\{(?P<text>[^{}\n]{0,200}(?:\{[^{}\n]{0,100}\}[^{}\n]{0,100})?)\}"
)
_ITEM = re.compile(
    r"\\(?:item|bibitem|publication|cvitem|cvlistitem)(?![A-Za-z])\s*(?:\[[^\]\n]{0,200}\])?"
)
_LIST = re.compile(
    r"\\(?:begin|end)\s*\{(?:itemize|enumerate|etaremune|thebibliography|description|"
    r"cvlist|bibunit|list|publications|revnumerate)\}(?:\s*(?:\[[^\]\n]{0,200}\]|\{[^{}\n]{0,60}\}))*"
)
_SPACE = re.compile(
    r"\\(?:vspace|hspace|vskip|setlength|addtolength|itemsep|parskip|label)\*?(?:\s*\{[^{}\n]{0,60}\}){0,2}"
    r"|\\(?:newblock|noindent|smallskip|medskip|bigskip|hfill|quad|qquad|centering|newpage"
    r"|clearpage)(?![A-Za-z])"
)
_TOKEN = re.compile(
    f"{_HEADING.pattern}|(?P<list>{_LIST.pattern})|(?P<item>{_ITEM.pattern})"
    f"|(?P<gap>\\n[ \\t]*\\n)"
    f"|(?P<line>\\\\\\\\\\*?(?:\\[[^\\]\\n]{{0,20}}\\])?|\\\\newline(?![A-Za-z]))"
)
_BIB_KEY = re.compile(r"\\bibitem\s*(?:\[[^\]\n]{0,200}\])?\s*\{[^{}\n]{0,100}\}")
_LEVELS = {"chapter": "h1", "section": "h2", "cvsection": "h2", "rubric": "h2", "header": "h2"}
_KINDS = {Tag.STRONG: "strong", Tag.EMPH: "emph", Tag.UNDERLINE: "underline", Tag.SUP: "sup",
          Tag.SUB: "sub", Tag.QUOTE: "quote"}  # fmt: skip


def outline_of_latex(text: str, _file: str = "-") -> Outline:
    r"""Read the lists of a LaTeX document.

    Args:
        text: The document, or a piece of one.

    >>> page = r"\section{Papers}\begin{itemize}\item \emph{A.~Li}. Mice.\item B. He.\end{itemize}"
    >>> [(row.level, row.content.text) for row in outline_of_latex(page).rows]
    [(2, 'Papers'), (0, 'A. Li. Mice.'), (0, 'B. He.')]
    """
    body = _BODY.search(text)
    begin = body.start(1) if body else 0
    source = _COMMENT.sub(lambda found: " " * len(found[0]), body[1] if body else text)
    source = entries_as_items(source)
    source = _BIB_KEY.sub(lambda found: "\\item" + " " * (len(found[0]) - 5), source)
    lines = _Lines(text, begin)
    outline = Outline()
    at = 0
    inside: list[str] = []
    for found in _TOKEN.finditer(source):
        _say(outline, source[at : found.start()], lines.at(at))
        at = found.end()
        _structure(outline, found, inside, lines)
    _say(outline, source[at:], lines.at(at))
    return outline.finish()


class _Lines:
    """Lines by offset, asked for in growing order."""

    def __init__(self, text: str, begin: int) -> None:
        self.text, self.begin = text, begin
        self.line, self.place = 1 + text.count("\n", 0, begin), begin

    def at(self, offset: int) -> int:
        self.line += self.text.count("\n", self.place, self.begin + offset)
        self.place = max(self.place, self.begin + offset)
        return self.line


def _structure(outline: Outline, found: re.Match[str], inside: list[str], lines: _Lines) -> None:
    if found["name"] and found["text"] is not None:
        _close(outline, inside, len(inside))
        outline.open(_LEVELS.get(found["name"], "h3"), "")
        _say(outline, found["text"], lines.at(found.start()))
        outline.close()
    elif found["list"]:
        if "begin" in found["list"][:7]:
            outline.open("ul", "")
            inside.append("ul")
        elif "ul" in inside:
            _close(outline, inside, len(inside) - _last(inside, "ul"))
    elif found["item"]:
        while inside and inside[-1] == "li":
            _close(outline, inside, 1)
        outline.open("li", "")
        inside.append("li")
    elif found["gap"] and "li" not in inside:
        outline.open("p", "")
        outline.close()
    else:
        outline.break_line()


def _last(inside: list[str], tag: str) -> int:
    return len(inside) - 1 - inside[::-1].index(tag)


def _close(outline: Outline, inside: list[str], count: int) -> None:
    for _ in range(count):
        inside.pop()
        outline.close()


def _say(outline: Outline, source: str, line: int) -> None:
    source = _SPACE.sub(" ", source)
    if source.strip():
        lead = " " if source[0].isspace() else ""
        outline.say(lead, line)
        _nodes(outline, to_richtext(source.strip()).nodes, line)
        outline.say(" ", line)


def _nodes(outline: Outline, nodes: tuple[Inline, ...], line: int) -> None:
    """Say nodes with their styles; no deeper than to_richtext nests."""
    for node in nodes:
        if isinstance(node, str):
            outline.say(node, line)
            continue
        start = outline.place
        _nodes(outline, node.children, line)
        if isinstance(node, Link):
            outline.style(start, "link", node.href)
        elif node.tag in _KINDS:
            outline.style(start, _KINDS[node.tag])
