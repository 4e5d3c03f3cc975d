"""What people add about a work's standing: ranks of its journal, counts of citations, rates."""

from __future__ import annotations

import re

from publist.reading.pages.sheet import TAKEN, Sheet

__all__ = ["take_ranks"]

_RANK = (
    r"(?:CCF|CORE|CAAI|SCIE?|SSCI|JCR|中科院|CAS)[\s:-]{0,2}(?:(?:rank(?:ed)?|tier|推荐)\s?)?"
    r"(?:[ABC]\*?|Q\s?[1-4]|[一二三四1-4]\s?区)(?:\s?(?:类|会议|期刊))?(?!\w)"
    r"|Quartile(?:\s(?:SJR|JCR|WoS))?(?:\sQ[1-4])?|SJR\s?[=:]?\s?(?:Q[1-4]|\d\.\d{1,3})"
    r"|Q[1-4](?:\s(?:en|in|dans)\s[A-Z]{2,6})?(?!\w)"
    r"|(?:JCR\s)?(?:IF|[Ii]mpact [Ff]actor|影响因子)\s?(?:[=:]|of\b|is\b)?\s?\d{1,3}(?:\.\d{1,3})?"
    r"|[Cc]ited by:?\s?\d[\d,]*|\d[\d,]* citations?|[Cc]itations:\s?\d[\d,]*"
    r"|被引用?\s?\d+\s?次?"
    r"|(?:[Aa]cceptance [Rr]ate|录用率)\s?[:：=]?\s?(?:of\s)?[~≈]?\d{1,2}(?:\.\d{1,2})?\s?%"
)
_ALONE = re.compile(rf"(?<![\w-])(?:{_RANK})")
_BRACKETS = re.compile(r"[(\[（【](?P<inner>[^()\[\]（）【】\n]{2,160})[)\]）】]")


def take_ranks(sheet: Sheet) -> list[str]:
    """Take such remarks off an item, as they are printed: they become its note.

    Args:
        sheet: The item, its title taken.
    """
    found: list[str] = []
    for bracket in _BRACKETS.finditer(sheet.free):
        inner = bracket["inner"]
        if TAKEN in inner or not _ALONE.search(inner):
            continue
        if not re.search(r"[^\W\d_]{2}", _ALONE.sub("", inner)):
            found.append(sheet.take("note", *bracket.span("inner"), 0.8))
            sheet.drop(bracket.start(), bracket.end())
    alone = _ALONE.finditer(sheet.free)
    return [*found, *(sheet.take("note", *each.span(), 0.8) for each in alone)]
