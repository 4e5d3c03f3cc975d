"""HTML as an outline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from publist.reading.pages.outline import Outline, with_blocks_named

__all__ = ["LINE", "SOFT", "outline_of_html"]

LINE = "data-publist-line"
"""The attribute that says on which line of the source an element stands."""

SOFT = "data-publist-soft"
"""The attribute of a line break that only the source has."""

_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "nav", "iframe", "object", "select",
     "textarea", "button", "video", "audio", "canvas", "math")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table",
     "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_STYLES = {
    "b": "strong", "strong": "strong", "i": "emph", "em": "emph", "cite": "emph", "u": "underline",
    "ins": "underline", "sup": "sup", "sub": "sub", "q": "quote",
}  # fmt: skip
# What a page unfolds on a click is about the work, not its reference.
_FOLDED = re.compile(r"\b(?:abstract|bibtex|bib|hidden|tooltip|popup|modal)\b|abstract_|_abstract")
# Classes that say which field of a work an element holds.
_FIELD = re.compile(r"(?<!sub)title\b|\bauthors?\b|[_-]authors?\b|\bvenue|[_-]venue|\bperiodical\b")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_LINE_COMMENT = re.compile(r"publist-line (\d{1,9})")
# What cannot stand in XML 1.0, which lxml's tree is.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(slots=True)
class _Walk:
    """Where the walk over the elements is."""

    outline: Outline = field(default_factory=Outline)
    anchor: tuple[int, int] = (1, 1)  # a line of the source, and the line of the HTML it is on
    line: int = 1
    opened: list[str] = field(default_factory=list)
    inline: list[tuple[etree._Element, int, int]] = field(default_factory=list)
    parted: int = 0

    def interrupt(self) -> None:
        """Lay the styles that are open on what was said: a row ends inside of them."""
        for index, (element, start, part) in enumerate(self.inline):
            if not part:
                self.parted += 1
            self.inline[index] = (element, 0, part or self.parted)
            _style(self.outline, element, start, part or self.parted)

    def at(self, element: etree._Element) -> None:
        known = element.get(LINE)
        here = int(element.sourceline or 1)
        if known and known.isdecimal():
            self.anchor = (int(known), here)
        self.line = max(1, self.anchor[0] + here - self.anchor[1])


def outline_of_html(text: str) -> Outline:
    """Read a page or a piece of one.

    Comments, scripts, hidden parts and folded abstracts are left out. There is no wrong HTML:
    the parser mends what it can, and the rest is text.

    Args:
        text: The HTML.

    >>> [row.content.text for row in outline_of_html("<p>A<br>B <b>c</b></p>").rows]
    ['A', 'B c']
    """
    walk = _Walk()
    text = _CONTROLS.sub(" ", text)
    if not text.strip():
        return walk.outline.finish()
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    data = text.encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, AssertionError):  # nothing but comments
        return walk.outline.finish()
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if _is_left_out(element):
                walker.skip_subtree()
                walk.opened.append("skipped")
            else:
                _begin(walk, element)
        elif event == "end":
            _end(walk, element)
        else:
            _comment(walk, element)
    return with_blocks_named(walk.outline.finish(), _FIELD)


def _is_left_out(element: etree._Element) -> bool:
    tag = str(element.tag)
    if tag in _SKIPPED or _HIDDEN.search(element.get("style", "")):
        return True
    if tag == "details" and _FOLDS.fullmatch(_summary(element)):
        return True
    css = element.get("class", "")
    return tag in ("div", "p", "pre", "span", "details") and bool(_FOLDED.search(css.lower()))


# What a summary says where the rest is about the work.
_FOLDS = re.compile(
    r"\W*(?:abs(?:tract)?|bib(?:tex)?|cite(?: this)?|citation|tl;?dr|resum[eo]n?|résumé"
    r"|zusammenfassung|摘要)\W*",
    re.IGNORECASE,
)


def _summary(element: etree._Element) -> str:
    summary = element.find("summary")
    return "" if summary is None else "".join(summary.itertext())[:40].strip()


def _begin(walk: _Walk, element: etree._Element) -> None:
    tag = str(element.tag)
    outline = walk.outline
    if tag == "br" or tag in _BLOCKS:
        walk.interrupt()
    if tag == "br":
        outline.break_line(soft=element.get(SOFT) is not None)
        walk.at(element)
        walk.opened.append("break")
        return
    walk.at(element)
    if tag == "img":
        _say_badge(walk, element)
    if tag in _BLOCKS:
        outline.open(tag, _css(element))
        walk.opened.append("block")
    else:
        if _css(element) and tag not in _STYLES:
            outline.say(" ", walk.line)  # pieces of their own, whatever the page's CSS does
        walk.opened.append("inline")
        walk.inline.append((element, outline.place, 0))
    outline.say(element.text or "", walk.line)


# shields.io, "Static badge": /badge/LABEL-MESSAGE-COLOUR, _ for a blank.
_BADGE = re.compile(r"img\.shields\.io/badge/([^/?#\s]{3,80})-[^-/?#\s]{1,20}(?=[?#]|$)")


def _say_badge(walk: _Walk, element: etree._Element) -> None:
    """What a picture of a badge says, where that is a venue with its year."""
    found = _BADGE.search(element.get("src", ""))
    text = unquote(found[1]).replace("-", " ").replace("_", " ") if found else ""
    if re.search(r"(?:19|20)\d\d", text):
        walk.outline.say(" ", walk.line)
        start = walk.outline.place
        walk.outline.say(text, walk.line)
        walk.outline.style(start, "named", "badge")
        walk.outline.say(" ", walk.line)


def _css(element: etree._Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}".strip().lower()


def _end(walk: _Walk, element: etree._Element) -> None:
    what = walk.opened.pop()
    if what == "block":
        walk.interrupt()
        walk.outline.close()
    elif what == "inline":
        _, start, part = walk.inline.pop()
        _style(walk.outline, element, start, part)
        _part(walk, element)
    if element.tail:
        walk.outline.say(element.tail, walk.line)
        walk.line += element.tail.count("\n")


def _part(walk: _Walk, element: etree._Element) -> None:
    """Put a blank behind a piece of its own, which the page's CSS sets apart: *Nature* A. Li."""
    text, tail = element.text or "", element.tail or ""
    if _css(element) and text[-2:-1] and tail[:1].isupper() and not text[-1].isupper():
        walk.outline.say(" ", walk.line)


def _style(outline: Outline, element: etree._Element, start: int, part: int) -> None:
    tag = str(element.tag)
    css = _css(element)
    if tag in _STYLES:
        outline.style(start, _STYLES[tag], part=part)
    elif tag == "a" and element.get("href") is not None:
        outline.style(start, "link", element.get("href", "").strip(), part=part)
    elif tag == "code":
        outline.style(start, "named", "badge", part=part)
    if _BOLD.search(element.get("style", "")):
        outline.style(start, "strong", part=part)
    if "underline" in element.get("style", ""):
        outline.style(start, "underline", part=part)
    if css and (tag != "a" or _FIELD.search(css)):
        outline.style(start, "named", css, part=part)
    elif tag not in _STYLES and tag not in ("a", "code", "span", "font", "small", "big", "label"):
        outline.style(start, "named", tag, part=part)  # pages invent elements: <pubtit>


def _comment(walk: _Walk, element: etree._Element) -> None:
    found = _LINE_COMMENT.search(element.text or "")
    if found:
        walk.anchor = (int(found[1]), int(element.sourceline or 1))
        walk.line = int(found[1])
    if element.tail:
        walk.outline.say(element.tail, walk.line)
