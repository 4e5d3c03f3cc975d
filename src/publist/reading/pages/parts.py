"""Takes an item apart: authors, title, and all the rest."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.model import Award, Link
from publist.names import split_human_list
from publist.reading.pages.bylines import Byline, byline_at, find_byline
from publist.reading.pages.facts import venue_known
from publist.reading.pages.imprint import Imprint, take_arxiv, take_awards, take_imprint
from publist.reading.pages.items import Item
from publist.reading.pages.links import identifiers_in, is_safe, relation_of_url, take_links
from publist.reading.pages.sheet import TAKEN, Sheet
from publist.reading.pages.styled import clipped

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
    """

    sheet: Sheet
    authors: str = ""
    title: tuple[int, int] = (0, 0)
    imprint: Imprint | None = None
    links: tuple[Link, ...] = ()
    awards: tuple[Award, ...] = ()
    stray_quote: bool = False


# Longer than any reference; what goes on longer is prose or an attack.
_LONGEST = 20_000
_MOST_STYLES = 800
_QUOTED = re.compile(
    r"(?:^|(?<=[\s,.:(\ue001]))[\"“”„‟「『《](?P<title>[^\"“”„‟」』》\n]{4,400})[\"“”‟」』》]"
)
_NUMBERING = re.compile(r"\s*(?:[\[(]?[A-Z]{0,2}\d{1,3}[\])]|\d{1,3}\.(?=\s)|[-•*·–]\s)\s*")
_DATED = re.compile(r"\s*[,.]?\s*\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?(?=[\s.,:]|$)")
# A full stop that ends a title: not behind one capital (an initial), not before a small letter.
_TITLE_END = re.compile(
    r"(?:(?<![\s.(][A-Za-z])(?<!\bvs)(?<!\bSt)|(?<=\b[A-Z]))\.(?=[\"”’]?(?:\s+|\ue001|$))(?!\s+[a-z])"
    r"|[?!][\"”]?(?=\s+(?:In\b|[A-Z\ue001*_(])|\s*\ue001|$)|[\"”](?=\s)|\n|\ue001|(?=\s\([^()\n]{0,80}(?:19|20)\d\d[^()\n]{0,40}\))"
)
_VENUE_AHEAD = re.compile(r"\s*(?:In:?\s|arXiv|CoRR|Proc|IEEE|ACM|[A-Z][\w&]*\s+(?:19|20)\d\d)")


_AROUND_VENUES = frozenset(
    "in the of and for on to at by proceedings proc conference workshop workshops findings "
    "track international annual symposium accepted journal main oral spotlight poster th st "
    "nd rd".split()
)


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
    links = take_links(sheet)
    imprint = Imprint()
    take_arxiv(sheet, imprint)
    quoted = _quoted(sheet)
    if quoted and _is_behind_title(parts, quoted[0]):
        quoted = None
    if quoted:
        _take_title(parts, *quoted, 0.95)
    _take_authors(parts)
    awards = [] if quoted else _early_awards(sheet)
    if not quoted:
        _find_title(parts)
    title_link = _title_link(parts)
    parts.links = (*title_link, *(each for each in links if each not in title_link))
    identifiers = identifiers_in(sheet, list(parts.links))
    parts.awards = (*awards, *take_awards(sheet))
    take_imprint(sheet, imprint, item.year)
    parts.imprint = imprint
    known = {each.scheme for each in imprint.identifiers}
    imprint.identifiers += [each for each in identifiers if each.scheme not in known]
    return parts


def _early_awards(sheet: Sheet) -> list[Award]:
    return take_awards(sheet)


def _quoted(sheet: Sheet) -> tuple[int, int] | None:
    for found in _QUOTED.finditer(sheet.free):
        words = found["title"].split()
        if len(words) > 1 and TAKEN not in found["title"]:
            return found.start("title"), found.end("title")
    return None


def _is_behind_title(parts: Parts, quote: int) -> bool:
    """Whether a link or a bold piece that may be the title stands before a quotation."""
    found = _marked_title(parts)
    return (
        found is not None
        and found[0] < quote
        and len(parts.sheet.text[found[0] : found[1]].split()) > 3
    )


def _take_title(parts: Parts, start: int, end: int, confidence: float) -> None:
    text = parts.sheet.text
    while start < end and text[start] in ' ,.:;*\n"“”’‘-–—':
        parts.stray_quote |= text[start] in '"“”'
        start += 1
    while end > start and text[end - 1] in ' ,.;:*\n"“”-–—':
        parts.stray_quote |= text[end - 1] in '"“”'
        end -= 1
    parts.title = (start, end)
    parts.sheet.take("title", start, end, confidence)
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    opened = any(quote in before for quote in '"“”')
    closed = any(quote in after for quote in '"“”')
    parts.stray_quote = opened != closed
    edge = re.compile(r"[\s\"“”.,;:*]*")
    behind = edge.match(text, end)
    if behind:
        parts.sheet.drop(end, behind.end())
    while start and text[start - 1] in ' "“”':
        start -= 1
        parts.sheet.drop(start, start + 1)


def _take_authors(parts: Parts) -> None:
    sheet = parts.sheet
    found = _byline(parts)
    if found is None:
        return
    text = sheet.names
    end = found.end
    confidence = min(0.98, 0.6 + 0.08 * (found.evidence + found.names))
    parts.authors = sheet.styled.names_markup(found.start, end)
    sheet.take("authors", found.start, end, confidence)
    included = re.compile(r"\s*\(incl[^()\n]{0,80}\)").match(sheet.text, end)
    if included:
        sheet.drop(included.start(), included.end())
    label = re.compile(r"(?:\b(?:by|with|authors?:?))\s*$", re.IGNORECASE).search(
        text[: found.start]
    )
    if label:
        sheet.drop(label.start(), label.end())


_BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?(?:, [^()\n]{1,20})?\)")
_FAMILY_FIRST = re.compile(
    r"[^\W\d_][\w'’ .-]*?,?\s+(?:[^\W\d_a-z]\.?[-‐ ]?){1,4}(?:,?\s*(?:Jr|Sr|II|III)\.?)?"
)


def _before_year(parts: Parts, first: int) -> Byline | None:
    """Family names with initials up to a year in brackets: nothing else can stand there."""
    sheet = parts.sheet
    year = _BRACKETED_YEAR.search(sheet.free, first)
    if year is None or TAKEN in sheet.free[first : year.start()]:
        return None
    lead = sheet.names[first : year.start()]
    end = first + len(lead.rstrip(" ,;\n"))
    names = split_human_list(" ".join(lead.replace("\ue000", " ").split()).rstrip(" .,;"))
    if len(names) < 2 or not all(_FAMILY_FIRST.fullmatch(name.strip(" .,")) for name in names):
        return None
    return Byline(first, end, names=len(names), evidence=3, whole=False)


def _byline(parts: Parts) -> Byline | None:
    sheet = parts.sheet
    text = sheet.names
    first = re.search(r"[^\s\ue000\ue001]", text)
    if first and (dated := _before_year(parts, first.start())):
        return dated
    if first:
        found = byline_at(sheet.styled, text, first.start())
        if found and (found.sure or found.names > 1 or _DATED.match(sheet.free, found.end)):
            return found
    for style in sheet.styled.of_kind("named"):
        if re.search(r"\bauthors?\b", style.value) and sheet.is_free(style.start, style.end):
            found = byline_at(sheet.styled, text, style.start)
            if found:
                return found
    found = find_byline(sheet.styled, text)
    return found if found and (found.names > 1 or found.evidence) else _alone(parts, text)


def _alone(parts: Parts, text: str) -> Byline | None:
    """One name alone: on its own line, or in bold, or before a year."""
    styled = parts.sheet.styled
    starts = [0, *(found.end() for found in re.finditer(r"\n", text))]
    starts += [style.start for style in styled.of_kind("strong", "underline")]
    for start in starts:
        lead = re.compile(r"[\s\ue001,.]*").match(text, start)
        at = lead.end() if lead else start
        from publist.reading.pages.bylines import _List

        reading = _List(styled, text, at)
        reading.read()
        if len(reading.names) in (1, 2) and reading.closed:
            begin, end = reading.names[0][0], reading.ends[-1]
            bold = any(
                abs(style.start - begin) < 2 and abs(style.end - end) < 3
                for style in styled.of_kind("strong", "underline")
            )
            words = len(text[begin:end].split())
            if 1 < words <= 4 and (
                bold or _DATED.match(text, end) or text[end : end + 1] in ("\n", "")
            ):
                return Byline(begin, end, names=1, evidence=1, whole=False)
    return None


def _find_title(parts: Parts) -> None:
    sheet = parts.sheet
    for pick in (_named_title, _marked_title, _bracketed_title, _slanted_title, _short_title):
        found = pick(parts)
        if found:
            _take_title(parts, *found, 0.93)
            return
    found = _sentence_title(parts)
    if found:
        _take_title(parts, *found, 0.8)
    elif sheet.text:
        first = next(sheet.pieces(), None)
        if first:
            _take_title(parts, *first, 0.3)


def _named_title(parts: Parts) -> tuple[int, int] | None:
    for style in parts.sheet.styled.of_kind("named"):
        named = re.search(r"\btit(?:le|el)?\b|pubtit|-title|title-|papertitle", style.value)
        if named and parts.sheet.is_free(style.start, style.end):
            return style.start, style.end
    return None


def _marked_title(parts: Parts) -> tuple[int, int] | None:
    """A piece that is a link or bold, the longest of them."""
    link, bold = (_longest(parts, kind, words=3) for kind in ("link", "strong"))
    long = [
        each
        for each in (link, bold)
        if each and len(parts.sheet.text[each[0] : each[1]].split()) > 3
    ]
    return min(long, default=None) or link or bold


_BRACKETED = re.compile(r"\[([^\[\]\n]{20,300})\]")


def _bracketed_title(parts: Parts) -> tuple[int, int] | None:
    """A title in square brackets, the rest of a link that was never made."""
    for found in _BRACKETED.finditer(parts.sheet.free):
        if len(found[1].split()) > 3 and TAKEN not in found[1] and not _is_venue(found[1]):
            parts.sheet.drop(found.start(), found.start() + 1)
            parts.sheet.drop(found.end() - 1, found.end())
            return found.start(1), found.end(1)
    return None


def _short_title(parts: Parts) -> tuple[int, int] | None:
    """A link or a bold piece of one or two words before everything else."""
    found = _longest(parts, "link", words=1) or _longest(parts, "strong", words=1)
    return found if found and _is_first(parts, found[0]) else None


def _slanted_title(parts: Parts) -> tuple[int, int] | None:
    """The slanted piece that comes first and is no venue."""
    slanted = _longest(parts, "emph", words=4)
    return slanted if slanted and _is_first(parts, slanted[0]) else None


_BADGE = re.compile(r"\b(?:tag|badge|label|chip|pill)\b|-tag\b|-badge\b|-label\b")


def _is_first(parts: Parts, at: int) -> bool:
    """Whether nothing but badges stands before."""
    before = list(parts.sheet.free[:at].replace(TAKEN, " "))
    for style in parts.sheet.styled.of_kind("named"):
        if style.end <= at and _BADGE.search(style.value):
            before[style.start : style.end] = " " * (style.end - style.start)
    return not re.search(r"\w", "".join(before))


# ``AAAI Student Abstract 2025``: what appeared where, in few words.
_ENDS_IN_YEAR = re.compile(r"(?:[^\s:]+\s+){0,6}\W?(?:19|20)\d\d\W*")


def _longest(parts: Parts, kind: str, words: int) -> tuple[int, int] | None:
    sheet = parts.sheet
    best: tuple[int, int] | None = None
    for style in sheet.styled.of_kind(kind):
        text = sheet.text[style.start : style.end]
        if not sheet.is_free(style.start, style.end) or len(text.split()) < words:
            continue
        if _is_venue(text) or _is_sentence(text) or _ENDS_IN_YEAR.fullmatch(text):
            continue
        if best is None or (style.end - style.start) > 1.5 * (best[1] - best[0]):
            best = (style.start, style.end)
    return best


def _is_venue(text: str) -> bool:
    """Whether a piece names a venue and says little else."""
    known = venue_known(text)
    if known is None:
        return False
    name = set(re.findall(r"[^\W\d_]+", f"{known.name} {known.short or ''}".lower()))
    words = re.findall(r"[^\W\d_]+", text.lower())
    others = [word for word in words if word not in name and word not in _AROUND_VENUES]
    return len(others) * 3 <= len(words) and (text.isupper() or len(words) != 1 or others == [])


def _is_sentence(text: str) -> bool:
    """Whether a bold piece speaks about the work: *We propose …*."""
    return bool(re.match(r"(?:We|This|TL;?DR|Abstract|Note|Keywords?|Summary)\b", text))


def _sentence_title(parts: Parts) -> tuple[int, int] | None:
    """What stands behind the authors up to a full stop, or before them."""
    sheet = parts.sheet
    free = sheet.free
    authors = next((part for part in sheet.parts if part.field == "authors"), None)
    if authors is None:
        return _up_to_end(sheet, 0)
    before = re.sub(r"[\ue001\W\d]", "", free[: authors.start])
    if len(before) > 12 and not _is_venue(
        free[: authors.start].replace(TAKEN, " ").strip(" .,[]()")
    ):
        return _last_before(free, authors.start)
    at = authors.end
    dated = _DATED.match(free, at)
    if dated:
        at = dated.end()
    return _up_to_end(sheet, at)


def _last_before(free: str, end: int) -> tuple[int, int] | None:
    start = end
    for found in re.finditer(r"[^\ue001\n]+", free[:end]):
        if len(re.sub(r"\W", "", found[0])) > 10 and not _is_venue(found[0].strip(" .,")):
            start = found.start()
            return start, found.end()
    return None


def _up_to_end(sheet: Sheet, at: int) -> tuple[int, int] | None:
    free = sheet.free
    while at < len(free) and free[at] in ' .,:;\n*\ue001-–—"“”)':
        at += 1
    styles = [
        style.start
        for style in sheet.styled.of_kind("emph", "named")
        if style.start > at + 3 and not _runs_on(free[at : style.start])
    ]
    limit = min(styles, default=len(free))
    end = _comma_before_venue(free, at, limit)
    if end is None:
        found = None
        for found in _TITLE_END.finditer(free, at, limit):
            if found.start() - at > 3:
                break
        end = found.end() if found and found[0] in ("?", "!") else found.start() if found else limit
        end = _over_inner_stop(free, end)
    return (at, end) if end > at else None


def _runs_on(before: str) -> bool:
    """Whether a sentence is not at its end: what is slanted then is a word of it."""
    return before.rstrip()[-1:] not in '.,;:?!"”’)]\ue001\n' or before[-1:] in "(["


def _over_inner_stop(free: str, end: int) -> int:
    """Past a full stop or a question mark inside a title: what follows it is no venue."""
    for _ in range(3):
        following = _TITLE_END.search(free, end + 1)
        if not following or (
            free[end - 1] not in "?!." and free[end : end + 1] not in (".", "?", "!")
        ):
            return end
        middle = free[end : following.start()].strip(" .")
        rest = free[following.end() :].replace(TAKEN, " ").strip(" .\n")
        if not middle or not rest or "\n" in free[end : following.start()] or TAKEN in middle:
            return end
        if _VENUE_AHEAD.match(middle) or venue_known(middle) or re.search(r"\d{3}", middle):
            return end
        if not (_VENUE_AHEAD.match(rest) or venue_known(rest[:200].split(". ")[0])):
            return end
        end = following.start()
    return end


def _comma_before_venue(free: str, at: int, limit: int) -> int | None:
    """Titles that a comma parts from the venue: *Title of it, ICML 2020*."""
    stop = _TITLE_END.search(free, at + 8, limit)
    end = stop.start() if stop else limit
    for comma in re.finditer(r",\s+(?=(?:in\s|In\s|[A-Z]))", free[at:end]):
        rest = free[at + comma.end() : end].strip()
        if (
            comma.start() > 15
            and 1 < len(rest) < 160
            and re.search(r"\d", rest)
            and venue_known(rest)
        ):
            return at + comma.start()
    return None


def _title_link(parts: Parts) -> list[Link]:
    """Where the title itself leads."""
    start, end = parts.title
    for link in parts.sheet.styled.of_kind("link"):
        if link.start < end and link.end > start and link.value and is_safe(link.value):
            return [Link(relation=relation_of_url(link.value), url=link.value)]
    return []
