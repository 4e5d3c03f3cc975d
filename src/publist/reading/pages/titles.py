"""Where in an item its title stands."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re

from publist.reading.pages.authors import DATED
from publist.reading.pages.facts import venue_known
from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["find_title", "marked_title"]

# A full stop that ends a title: not behind one capital (an initial), not before a small letter.
_TITLE_END = re.compile(
    r"(?:(?<![\s.(][A-Za-z])(?<!\bvs)(?<!\bSt)|(?<=\b[A-Z]))\.(?=[\"”’]?(?:\s+|\ue001|$))(?!\s+[a-z])"
    r"|[?!][\"”]?(?=\s+(?:In\b|[A-Z\ue001*_(])|\s*\ue001|$)|[\"”](?=\s)|\n|\ue001|(?=\s\([^()\n]{0,80}(?:19|20)\d\d[^()\n]{0,40}\))"
)
_STATUS_AHEAD = re.compile(
    r"[\s,.]*\((?:in prep(?:aration)?|in press|forthcoming|to appear|accepted|submitted"
    r"|under review|n\.d\.)[^()\n]{0,80}\)[\s.,]*",
    re.IGNORECASE,
)
_VENUE_AHEAD = re.compile(r"\s*(?:In:?\s|arXiv|CoRR|Proc|IEEE|ACM|[A-Z][\w&]*\s+(?:19|20)\d\d)")


# ``Title, In Proceedings of …``, ``Titel, In: Zeitschrift``, ``Title, accepted for the …``
_COMMA_AND_IN = re.compile(
    r",\s+(?:In:?\s+(?!press\b|preparation\b)|in:\s+|in\s+(?:the\s+)?(?:Proc|Journal|Annals)"
    r"|(?:[Aa]ccepted|[Pp]resented|[Pp]ublished|[Ss]ubmitted|[Tt]o appear)\s+(?:for|at|in|to|by)\s)"
)
_AROUND_VENUES = frozenset(
    "in the of and for on to at by proceedings proc conference workshop workshops findings "
    "track international annual symposium accepted journal main oral spotlight poster th st "
    "nd rd".split()
)


def find_title(sheet: Sheet) -> tuple[int, int, float] | None:
    """The place of an item's title, and how sure it is.

    Args:
        sheet: The item, its links and authors taken.

    Returns:
        The first character, the one behind the last, and the confidence from 0 to 1.
    """
    for pick in (_named_title, marked_title, _bracketed_title, _slanted_title, _short_title):
        found = pick(sheet)
        if found:
            return *found, 0.93
    found = _sentence_title(sheet)
    if found:
        return *found, 0.8
    first = next(sheet.pieces(), None) if sheet.text else None
    return (*first, 0.3) if first else None


def _named_title(sheet: Sheet) -> tuple[int, int] | None:
    for style in sheet.styled.of_kind("named"):
        named = re.search(r"\btit(?:le|el)?\b|pubtit|-title|title-|(?<!sub)title\b", style.value)
        if named and sheet.is_free(style.start, style.end):
            return style.start, style.end
    return None


def marked_title(sheet: Sheet) -> tuple[int, int] | None:
    """A piece that is a link or bold, the longest of them."""
    link, bold = (_longest(sheet, kind, words=3) for kind in ("link", "strong"))
    long = [
        each for each in (link, bold) if each and len(sheet.text[each[0] : each[1]].split()) > 3
    ]
    return min(long, default=None) or link or bold


_BRACKETED = re.compile(r"\[([^\[\]\n]{20,300})\]")


def _bracketed_title(sheet: Sheet) -> tuple[int, int] | None:
    """A title in square brackets, the rest of a link that was never made."""
    for found in _BRACKETED.finditer(sheet.free):
        if len(found[1].split()) > 3 and TAKEN not in found[1] and not _is_venue(found[1]):
            sheet.drop(found.start(), found.start() + 1)
            sheet.drop(found.end() - 1, found.end())
            return found.start(1), found.end(1)
    return None


def _short_title(sheet: Sheet) -> tuple[int, int] | None:
    """A link or a bold piece of one or two words before everything else."""
    found = _longest(sheet, "link", words=1) or _longest(sheet, "strong", words=1)
    return found if found and _is_first(sheet, found[0]) else None


def _slanted_title(sheet: Sheet) -> tuple[int, int] | None:
    """The slanted piece that comes first and is no venue."""
    slanted = _longest(sheet, "emph", words=4)
    return slanted if slanted and _is_first(sheet, slanted[0]) else None


_BADGE = re.compile(r"\b(?:tag|badge|label|chip|pill)\b|-tag\b|-badge\b|-label\b")


def _is_first(sheet: Sheet, at: int) -> bool:
    """Whether nothing but badges stands before."""
    before = list(sheet.free[:at].replace(TAKEN, " "))
    for style in sheet.styled.of_kind("named"):
        if style.end <= at and _BADGE.search(style.value):
            before[style.start : style.end] = " " * (style.end - style.start)
    return not re.search(r"\w", "".join(before))


# ``AAAI Student Abstract 2025``: what appeared where, in few words.
_ENDS_IN_YEAR = re.compile(r"(?:[^\s:]+\s+){0,6}\W?(?:19|20)\d\d\W*")

# ``Phys. Rev. X 5, 043186``, ``JHEP 05 (2021) 123``: a journal, its volume and more numbers.
_ENDS_IN_PAGES = re.compile(
    r"(?:[A-Z][^\s:,]{0,20}\s+){1,5}\d{1,4}\s*[,(:]\s*\(?[A-Za-z]?\d[\w().,–\s-]{0,30}"
)


def _longest(sheet: Sheet, kind: str, words: int) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    for style in sheet.styled.of_kind(kind):
        text = sheet.text[style.start : style.end]
        if not sheet.is_free(style.start, style.end) or len(text.split()) < words:
            continue
        if _is_venue(text) or _is_sentence(text):
            continue
        if _ENDS_IN_YEAR.fullmatch(text) or _ENDS_IN_PAGES.fullmatch(text):
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


def _sentence_title(sheet: Sheet) -> tuple[int, int] | None:
    """What stands behind the authors up to a full stop, or before them."""
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
    for lead in (DATED, _STATUS_AHEAD):
        found = lead.match(free, at)
        at = found.end() if found else at
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
    said = _COMMA_AND_IN.search(free, at + 8, limit)
    stopped = re.compile(r"\.\s+[^\W\d_a-z][a-z]|[\n\ue001]").search(free, at + 8, limit)
    if said and not (stopped and stopped.start() < said.start()):
        return said.start()
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
