"""Takes an item apart: authors, title, and all the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.model import Award, Link
from publist.reading.pages.authors import byline_in, coauthors_in
from publist.reading.pages.conjunctions import joined_in_english
from publist.reading.pages.distinctions import take_awards
from publist.reading.pages.edited import Edited, take_editors, take_publisher
from publist.reading.pages.imprint import (
    Imprint,
    take_arxiv,
    take_badge,
    take_imprint,
)
from publist.reading.pages.items import Item
from publist.reading.pages.links import (
    identifiers_in,
    leads_away,
    link_identifier,
    other_links,
    relation_of_url,
    take_links,
)
from publist.reading.pages.ranks import take_ranks
from publist.reading.pages.sheet import TAKEN, Sheet
from publist.reading.pages.styled import clipped
from publist.reading.pages.titles import find_title, marked_title

__all__ = ["Parts", "take_apart"]


@dataclass(slots=True)
class Parts:
    """The parts of an item as they are printed.

    Args:
        sheet: The item's text with what was found where.
        authors: The list of authors, bold, underline and raised marks as HTML tags.
        title: The title's place in the text.
        imprint: Where and when it appeared.
        links: What it leads to.
        awards: What it was given.
        stray_quote: Whether a quotation mark without its partner stood at the title.
        coauthors_only: Whether the item names the other authors, and not whose page it is.
        edited: Its editors, or those of the book that it is in.
        untold: Words about the authors that no field holds: *incl. A. Li*.
    """

    sheet: Sheet
    authors: str = ""
    title: tuple[int, int] = (0, 0)
    imprint: Imprint | None = None
    links: tuple[Link, ...] = ()
    awards: tuple[Award, ...] = ()
    stray_quote: bool = False
    coauthors_only: bool = False
    edited: Edited | None = None
    untold: str = ""


# Longer than any reference; what goes on longer is prose or an attack.
_LONGEST = 20_000
_MOST_STYLES = 800
_QUOTED = re.compile(
    r"(?:^|(?<=[\s,.:(\ue001]))[\"“”„‟「『《«](?P<title>[^\"“”„‟」』》»\n]{4,400})[\"“”‟」』》»]"
)
# Behind titles in Chinese references (GB/T 7714): [J] is an article, [C]// a part of proceedings.
_DOCUMENT_TYPE = re.compile(r"\[(?:[JCMDPRNSAGZ]|CP|DB|DS|EB)(?:/OL)?\](?:\s?//)?")
_CJK = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
# What is said before an address that is read already.
_LINK_LABEL = re.compile(r"\b(?:doi|url|link)\s?:\s?(?=\ue001)", re.IGNORECASE)
_NUMBERING = re.compile(r"\s*(?:[\[(]?[A-Z]{0,2}\d{1,3}[\])]|\d{1,3}\.(?=\s)|[-•*·–]\s)\s*")


def take_apart(item: Item) -> Parts:
    """Take an item apart.

    Args:
        item: The item as it was found on its page.
    """
    sheet = Sheet(clipped(item.text, _LONGEST, _MOST_STYLES))
    parts = Parts(sheet)
    numbering = _NUMBERING.match(sheet.text)
    if numbering:
        sheet.drop(numbering.start(), numbering.end())
    for mark in _DOCUMENT_TYPE.finditer(sheet.text):
        sheet.drop(mark.start(), mark.end())
    _drop_number(sheet)
    links = take_links(sheet)
    for label in _LINK_LABEL.finditer(sheet.free):
        sheet.drop(*label.span())
    imprint = Imprint()
    take_arxiv(sheet, imprint)
    take_badge(sheet, imprint)
    quoted = _quoted(sheet)
    if quoted and _is_behind_title(parts, quoted[0]):
        quoted = None
    if quoted:
        _take_title(parts, *quoted, 0.95)
    parts.edited = take_editors(sheet)
    if not (parts.edited and parts.edited.whole):
        _take_authors(parts)
    awards = [] if quoted else take_awards(sheet)
    if not quoted:
        found = _title_before_authors(parts) or find_title(sheet)
        if found:
            _take_title(parts, *found)
    title_link = _title_link(parts)
    links = [*title_link, *(each for each in links if each not in title_link)]
    others = other_links(sheet, links)
    identifiers = identifiers_in(sheet, [*links, *others])
    parts.awards = (*awards, *take_awards(sheet))
    imprint.notes += take_ranks(sheet)
    take_publisher(sheet, imprint.fields)
    take_imprint(sheet, imprint, item.year)
    parts.imprint = imprint
    known = {each.scheme for each in imprint.identifiers}
    imprint.identifiers += [each for each in identifiers if each.scheme not in known]
    # A link that says no more than an identifier does is told by that.
    said = {each.url for each in imprint.identifiers}
    parts.links = (*links, *(each for each in others if link_identifier(each) not in said))
    return parts


def _drop_number(sheet: Sheet) -> None:
    """The number that the page's own markup sets before an item."""
    for style in sheet.styled.of_kind("named"):
        if style.start < 2 and sheet.text[style.start : style.end].strip(".[]() ").isdecimal():
            sheet.drop(style.start, style.end)


def _title_before_authors(parts: Parts) -> tuple[int, int, float] | None:
    """What stands before ``(with Bo He)`` is the title."""
    if not parts.coauthors_only:
        return None
    first = re.search(r"[^\s\ue001]", parts.sheet.free)
    end = parts.sheet.text.rfind("(", 0, parts.sheet.parts[-1].start)
    if not parts.sheet.text[parts.sheet.parts[-1].end :].startswith(")"):
        return None
    return (first.start(), end, 0.8) if first and end - first.start() > 3 else None


def _quoted(sheet: Sheet) -> tuple[int, int] | None:
    for style in sheet.styled.of_kind("quote"):
        words = len(sheet.text[style.start : style.end].split())
        if words > 1 and sheet.is_free(style.start, style.end):
            return style.start, style.end
    for found in _QUOTED.finditer(sheet.free):
        title = found["title"]
        if (len(title.split()) > 1 or _CJK.search(title)) and TAKEN not in found["title"]:
            return found.start("title"), found.end("title")
    return None


def _is_behind_title(parts: Parts, quote: int) -> bool:
    """Whether a link or a bold piece that may be the title stands before a quotation."""
    found = marked_title(parts.sheet)
    return (
        found is not None
        and found[0] < quote
        and found[1] <= quote + 1
        and len(parts.sheet.text[found[0] : found[1]].split()) > 3
    )


# ``Of Mice (PhD thesis)``: what a work is, is no part of its title.
_KIND_BEHIND = re.compile(
    r"\s\([^()\n]{0,30}(?:thesis|th[èe]se|dissertation|tesis|tese|tesi|arbeit)\)[\s.]*$",
    re.IGNORECASE,
)


def _take_title(parts: Parts, start: int, end: int, confidence: float) -> None:
    text = parts.sheet.text
    kind = _KIND_BEHIND.search(text, start, end)
    end = kind.start() if kind and kind.start() > start else end
    while start < end and text[start] in ' ,.:;*\n"“”’‘«「『-–—':
        parts.stray_quote |= text[start] in '"“”'
        start += 1
    while end > start and text[end - 1] in ' ,.;:*\n"“”»」』-–—':
        parts.stray_quote |= text[end - 1] in '"“”'
        end -= 1
    parts.title = (start, end)
    parts.sheet.take("title", start, end, confidence)
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    opened = any(quote in before for quote in '"“”')
    closed = any(quote in after for quote in '"“”')
    parts.stray_quote = opened != closed
    edge = re.compile(r"[\s\"“”»」』.,，、;:*]*")
    behind = edge.match(text, end)
    if behind:
        parts.sheet.drop(end, behind.end())
    while start and text[start - 1] in ' "“”':
        start -= 1
        parts.sheet.drop(start, start + 1)


# "Li A, He B, et al; MOUSE Study Group": a group among the authors.
_GROUP_BEHIND = re.compile(
    r"(,?\set al\.?)?;\s([^;,]{4,60}(?:Group|Team|Consortium|Collaboration|Investigators))$"
)


def _with_semicolons(names: str) -> str:
    """``Li, Ann, Bo He, and Cy Wu``, ``García Li, Ann``: only the first name has a comma in it."""
    parts = names.split(", ")
    words = [len(_WORD.findall(_TAG_OR_AND.sub("", part))) for part in parts]
    if _DOUBLE_FAMILY.fullmatch(names):
        return names + ";"
    single = all(len(part.split()) == 1 for part in parts[:2])
    if len(parts) < 3 or not single or words[:2] != [1, 1] or min(words[2:]) < 2:
        return names
    return "; ".join([", ".join(parts[:2]), *parts[2:]])


_WORD = re.compile(r"[^\W\d_]{2,}")
_ONE_WORD = r"[^\W\d_a-z][a-zß-öø-ÿ][\w’'-]*"
_DOUBLE_FAMILY = re.compile(rf"(?:<b>)?{_ONE_WORD} {_ONE_WORD}, {_ONE_WORD}(?:</b>)?")
_TAG_OR_AND = re.compile(r"^(?:and|&)\s|</?\w>")
# ``G.Gobels, V.Lalio``: a blank is lost.
_GLUED = re.compile(r"(?<=(?<![^\W\d_])[^\W\d_a-z]\.)(?=[^\W\d_a-z][^\W\d_A-Z]{2})")
_ALL_IN_BOLD = re.compile(r"^<b>([^<]*)</b>$")
_GAP = re.compile(r",?\s*(?:…|\.\s\.\s\.),?(?=\s*(?:&\s*)?(?:<\w>)?[^\W\d_a-z])")


def _take_authors(parts: Parts) -> None:
    sheet = parts.sheet
    others = coauthors_in(sheet)
    found = byline_in(sheet) if others is None else None
    if others is not None:
        parts.authors = sheet.styled.names_markup(*others)
        parts.coauthors_only = True
        sheet.take("authors", *others, 0.6)
        if sheet.text[others[1] : others[1] + 1] == ")":
            sheet.drop(sheet.text.rfind("(", 0, others[0]), others[1] + 1)
        return
    if found is None:
        return
    text = sheet.names
    end = found.end
    confidence = min(0.98, 0.6 + 0.08 * (found.evidence + found.names))
    names = joined_in_english(sheet.styled.names_markup(found.start, end))
    if found.names > 1 or names.endswith((" al.</b>", " al</b>")):
        names = _ALL_IN_BOLD.sub(r"\1", names)  # says nothing of anybody
    names = _GLUED.sub(" ", _with_semicolons(_GAP.sub(",", names)))
    if _GAP.search(text, found.start, end):
        parts.untold = "…"
    parts.authors = _GROUP_BEHIND.sub(r", \2\1", names)
    sheet.take("authors", found.start, end, confidence)
    included = re.compile(r"\s*\(incl[^()\n]{0,80}\)").match(sheet.text, end)
    if included:
        sheet.drop(included.start(), included.end())
        parts.untold += included[0].strip(" ()\n")
    label = re.compile(r"(?:\b(?:by|with|authors?:?))\s*$", re.IGNORECASE).search(
        text[: found.start]
    )
    if label:
        sheet.drop(label.start(), label.end())


def _title_link(parts: Parts) -> list[Link]:
    """Where the title itself leads."""
    start, end = parts.title
    for link in parts.sheet.styled.of_kind("link"):
        if link.start < end and link.end > start and leads_away(link.value):
            return [Link(relation=relation_of_url(link.value), url=link.value)]
    return []
