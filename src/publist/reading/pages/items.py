"""Items: which rows of a page belong to one publication, and which publications there are.

A list of authors stands in every item, whatever else is there. An item is the largest block
around one such list that holds no other and no heading: a bullet, a table row, the box that a
theme draws around a paper. Where paragraphs follow each other without any box, the title's
paragraph before the authors and the small print behind them are put to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publist.reading.pages.bulleted import with_typed_bullets
from publist.reading.pages.bylines import Byline
from publist.reading.pages.labelled import is_labelled, with_labels_as_styles
from publist.reading.pages.lines import (
    ABOUT,
    CONTAINERS,
    STOP,
    LabelledItems,
    bylines_of,
    says_roles,
)
from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.rows import (
    is_row_of_links,
    is_title_alone,
    replace_rows,
    unwrapped,
)
from publist.reading.pages.sectioning import Section, heads_a_work, sections_of
from publist.reading.pages.sections import Topic, topic_of, year_said
from publist.reading.pages.styled import Styled, joined

__all__ = ["Found", "Item", "find_items"]


@dataclass(frozen=True, slots=True)
class Item:
    """The text of one publication.

    Args:
        text: Its lines.
        year: The year that the heading above it says.
        kind: The CSL type that the heading above it says.
        aside: Lines that describe the work, and are no part of its reference.
    """

    text: Styled
    year: int | None = None
    kind: str | None = None
    aside: tuple[Styled, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a page holds.

    Args:
        items: Its publications in order.
        remarks: Everything that belongs to no publication.
        left_out: Items under headings of something else, by the heading.
        unread: Lines among publications that may be one, in which no authors were found.
        aside: All other lines under headings of publications that are in no item.
    """

    items: tuple[Item, ...]
    remarks: tuple[str, ...]
    left_out: dict[str, int]
    unread: tuple[Styled, ...] = ()
    aside: tuple[Styled, ...] = ()


@dataclass(frozen=True, slots=True)
class _Extent:
    start: int
    end: int


_CJK = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
# No reference speaks in the first person; a page's introduction does.
_ABOUT_ONESELF = re.compile(
    r"\bI(?:['’]m|['’]ve)?\s|\b[Mm]y (?:research|work|advisor|PhD|interests)\b"
)
_CO_AUTHORS = re.compile(r"\((?:joint(?:ly)? )?(?:with|w/) [^\W\d_]", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“„«「『][^\"“”„«»「」『』\n]{8,300}[\"”“»」』]")
_BEFORE_TITLE = re.compile(r"(?:With [^.“\"\n]{3,120}\.\s*|Review of )?")
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# The foot of a page, and what a summary says.
_NO_TAIL = re.compile(
    r"^\W*(?:©|\(c\)\s|copyright\b|last (?:updated|modified))"
    r"|\b(?:[Ww]e|[Oo]ur|this (?:paper|article|chapter|study|work)) \w+ "
)
# What a page unfolds on a click, where only its name is left of it.
_FOLDED = re.compile(
    r"\W*(?:abs|abstract|bib|bibtex|cite|tl;?dr|resumen|résumé|摘要)\W*", re.IGNORECASE
)
_MOST_FIELDS = 8
"""Bullets of a list that is one work."""
_TAIL = 4
"""Paragraphs behind an item's authors that may still belong to it."""
_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|arxiv|under review|in press|to appear|forthcoming|accepted"
    r"|revise (?:and|&) resubmit|\bR&R\b|working paper|\bthesis\b|\bdissertation\b"
    r"|\b10\.\d{4,9}/",
    re.IGNORECASE,
)


def find_items(outline: Outline) -> Found:
    """Find the publications of a page.

    Args:
        outline: The page.
    """
    outline = with_labels_as_styles(with_typed_bullets(outline))
    outline = replace_rows(outline, unwrapped(outline))
    bylines = bylines_of(outline)
    sections = sections_of(outline, bylines)
    return _Page(outline, sections, bylines).found()


class _Page:
    """The page while its items are being found."""

    def __init__(
        self, outline: Outline, sections: list[Section], bylines: list[Byline | None]
    ) -> None:
        self.outline, self.sections = outline, sections
        self.rows = outline.rows
        self.labelled = LabelledItems(outline)
        self.bylines = [
            line if line and (line.sure or self._in_publications(row)) else None
            for row, line in enumerate(bylines)
        ]
        self.counts = [0]
        self.heads = [0]
        for row, line in zip(self.rows, self.bylines, strict=True):
            self.counts.append(self.counts[-1] + (line is not None))
            self.heads.append(self.heads[-1] + bool(row.level))

    def _in_publications(self, row: int) -> bool:
        return self.sections[row].topic is Topic.PUBLICATIONS

    def found(self) -> Found:
        extents = self._with_neighbours(self._extents())
        items: list[Item] = []
        inside: set[int] = set()
        for extent in extents:
            section = self.sections[extent.start]
            inside.update(range(extent.start, extent.end))
            if section.topic is Topic.OTHER:
                continue
            if section.topic is Topic.PUBLICATIONS or self._stands_alone(extent):
                items.append(self._item(extent, section))
        remarks = [row.content.text for at, row in enumerate(self.rows) if at not in inside]
        unread = tuple(self._unread(inside))
        return Found(
            tuple(items), tuple(remarks), self._left_out(), unread, self._aside(inside, unread)
        )

    def _item(self, extent: _Extent, section: Section) -> Item:
        told = [row.content for row in self._telling(extent)]
        kept = {id(line) for line in told}
        lines = (row.content for row in self.rows[extent.start : extent.end])
        aside = tuple(line for line in lines if id(line) not in kept)
        return Item(joined(told), section.year, section.kind, aside)

    def _aside(self, inside: set[int], unread: Sequence[Styled]) -> tuple[Styled, ...]:
        told = {id(line) for line in unread}
        return tuple(
            row.content
            for at, row in enumerate(self.rows)
            if at not in inside
            and not row.level
            and self._in_publications(at)
            and id(row.content) not in told
            and not year_said(row.content.text)
        )

    def _unread(self, inside: set[int]) -> Iterator[Styled]:
        """Lines under a heading of publications that went into no item, and look like one."""
        for at, row in enumerate(self.rows):
            text = row.content.text
            if at in inside or row.level or not self._in_publications(at):
                continue
            words = len(text.split()) + len(_CJK.findall(text)) // 2
            dated = _DATED.search(text) and 8 < words < 80
            if dated and re.search("[,，、]", text) and not ABOUT.match(text):
                yield row.content

    def _left_out(self) -> dict[str, int]:
        """The bullets and paragraphs under headings of something else, by heading."""
        found: dict[str, int] = {}
        for block in self.outline.blocks:
            if block.tag not in ("li", "p") or block.start >= block.end:
                continue
            section = self.sections[block.start]
            nested = self.outline.blocks[block.parent].tag in CONTAINERS
            if section.topic is Topic.OTHER and not nested:
                found[section.heading] = found.get(section.heading, 0) + 1
        return found

    def _telling(self, extent: _Extent) -> Iterator[Row]:
        """The rows of an item without the paragraphs and bullets that describe the work."""
        first = next((at for at in range(extent.start, extent.end) if self.bylines[at]), -1)
        own = self.rows[max(first, extent.start)].block
        for at in range(extent.start, extent.end):
            row = self.rows[at]
            behind = max(first, extent.start) < at
            nested = row.block != own and self.outline.blocks[row.block].tag == "li"
            nested = nested and not is_labelled(row)
            words = len(row.content.text.split()) + len(_CJK.findall(row.content.text)) // 2
            if behind and _is_beside(row.content.text):
                continue
            if behind and (words > 60 or (nested and words > 10)):
                continue
            yield row

    def _stands_alone(self, extent: _Extent) -> bool:
        """Whether rows look like a publication where no heading says so."""
        text = " ".join(row.content.text for row in self.rows[extent.start : extent.end])
        linked = any(
            len(self.rows[at].content.text[s.start : s.end].split()) > 3
            for at in range(extent.start, extent.end)
            for s in self.rows[at].content.of_kind("link", "strong")
        )
        lines = [self.bylines[at] for at in range(extent.start, extent.end)]
        sure = any(
            line and line.sure and (line.start < 3 or line.whole or line.names > 2)
            for line in lines
        )
        if _ABOUT_ONESELF.search(text):
            return False
        return sure and 40 < len(text) < 1500 and (linked or bool(_YEAR.search(text)))

    def _extents(self) -> list[_Extent]:
        """The rows of each item as far as one block holds them, in order."""
        found: list[_Extent] = []
        end = 0
        for row, line in enumerate(self.bylines):
            if line is None or row < end:
                continue
            for extent in self._around(row):
                if extent.start >= end:
                    found.append(extent)
                    end = extent.end
        return self._with_silent(found)

    def _around(self, row: int) -> Iterator[_Extent]:
        outline = self.outline
        best = None
        inner = self.rows[row].block
        if is_labelled(self.rows[row]):
            inner = self.labelled.around(inner)
        for index in outline.around(inner):
            block = outline.blocks[index]
            if block.tag in STOP or self.heads[block.end] > self.heads[block.start]:
                break
            many = self.counts[block.end] - self.counts[block.start] > 1
            if block.tag in CONTAINERS and (not many or self._own_byline_first(row, index)):
                best = self._list_of_fields(row, index) or _Extent(block.start, block.end)
                break
            if many:
                break
            best = _Extent(block.start, block.end)
        if best is None:
            yield from self._in_one_block(row)
        else:
            yield best

    def _list_of_fields(self, row: int, index: int) -> _Extent | None:
        """A list that is one work, its bullets the fields: the title's before the authors'."""
        outer = self.outline.blocks[max(self.outline.blocks[index].parent, 0)]
        alone = self.counts[outer.end] - self.counts[outer.start] == 1
        if outer.tag != "ul" or not alone or outer.end - outer.start > _MOST_FIELDS:
            return None
        if not self._is_headless(row) or row != outer.start + 1 or not self._may_be_title(row - 1):
            return None
        return _Extent(outer.start, outer.end)

    def _own_byline_first(self, row: int, index: int) -> bool:
        """Whether a bullet is itself an item, not one that holds a list of items."""
        if self.outline.blocks[index].tag == "tr":
            return True
        inner = [
            block
            for block in self._inner_items(index)
            if self.counts[block.end] > self.counts[block.start]
        ]
        return not inner or row < inner[0].start

    def _inner_items(self, index: int) -> list[_Extent]:
        outer = self.outline.blocks[index]
        return [
            _Extent(block.start, block.end)
            for block in self.outline.blocks[index + 1 : index + 200]
            if block.tag == "li" and outer.start <= block.start and block.end <= outer.end
        ]

    def _in_one_block(self, row: int) -> Iterator[_Extent]:
        """Items that follow each other line by line in one block."""
        own = self.rows[row].block
        block = self.outline.blocks[own]
        rows = [at for at in range(row, block.end) if self.rows[at].block == own]
        end = next((at for at in rows if self.rows[at].level), rows[-1] + 1)
        lines = [at for at in range(row, end) if self.bylines[at] and not self._is_second(at, own)]
        lead = 0
        if row > block.start and self._is_headless(row) and self.rows[row - 1].block == own:
            lead = 1
        starts = [at - lead for at in lines]
        for start, stop in zip(starts, [*starts[1:], end], strict=True):
            first = self.sections[start + lead]
            heads = (
                at
                for at in range(start + lead + 1, stop)
                if self.rows[at].level or self.sections[at] != first
            )
            yield _Extent(start, next(heads, stop))

    def _is_second(self, row: int, block: int) -> bool:
        """Whether words within a line look like names right below a line of nothing but names."""
        line, above = self.bylines[row], self.bylines[row - 1] if row else None
        return (
            line is not None
            and above is not None
            and line.start > 2
            and above.whole
            and above.start < 3
            and self.rows[row - 1].block == block
        )

    def _is_headless(self, row: int) -> bool:
        """Whether a row holds authors and no title."""
        line = self.bylines[row]
        if line is None:
            return False
        if line.whole and line.start < 3:
            return True
        rest = self.rows[row].content.text[line.end :]
        return line.start < 3 and len(rest.split()) < 5

    def _with_silent(self, extents: list[_Extent]) -> list[_Extent]:
        """Bullets among publications in which no list of authors was found."""
        covered = {at for extent in extents for at in range(extent.start, extent.end)}
        more = []
        lists = {
            self.outline.blocks[block].parent
            for extent in extents
            for block in self.outline.around(self.rows[extent.start].block)
            if self.outline.blocks[block].tag in ("li", "dd")
        }
        for block in self.outline.blocks:
            if block.tag not in ("li", "dd", "p") or block.start >= block.end:
                continue
            if any(at in covered for at in range(block.start, block.end)):
                continue
            if block.tag == "p":
                if not self._begins_as_reference(block.start):
                    continue
            elif block.parent not in lists and not self._is_reference(block.start):
                continue
            text = " ".join(row.content.text for row in self.rows[block.start : block.end])
            if self._in_publications(block.start) and len(text) > 40 and _YEAR.search(text):
                more.append(_Extent(block.start, block.end))
                covered.update(range(block.start, block.end))
        return sorted([*extents, *more], key=lambda extent: extent.start)

    def _is_reference(self, row: int) -> bool:
        """Whether a bullet looks like one without a list of authors: a title set apart."""
        line = self.rows[row].content
        if _CO_AUTHORS.search(line.text) or _QUOTED.search(line.text):
            return True
        return any(
            len(line.text[style.start : style.end].split()) > 2
            for style in line.of_kind("emph", "link", "strong")
        )

    def _begins_as_reference(self, row: int) -> bool:
        """Whether a paragraph begins with a title set apart, as no introduction does."""
        line = self.rows[row].content
        if _ABOUT_ONESELF.search(line.text) or ABOUT.match(line.text) or len(line.text) > 800:
            return False
        if is_row_of_links(line):
            return False
        lead = _BEFORE_TITLE.match(line.text)
        at = lead.end() if lead else 0
        quoted = _QUOTED.match(line.text, at)
        return quoted is not None or any(
            style.start <= at + 1
            and len(line.text[style.start : style.end].split()) > 1
            and style.end < len(line.text) - 8
            for style in line.of_kind("emph", "link", "strong")
        )

    def _with_neighbours(self, extents: list[_Extent]) -> list[_Extent]:
        """Items in paragraphs of their own get the title before them and the lines behind."""
        out: list[_Extent] = []
        for _index, extent in enumerate(extents):
            before = out[-1].end if out else 0
            start = extent.start
            if self._needs_title(extent) and start > before and self._may_be_title(start - 1):
                start -= 1
            out.append(_Extent(start, extent.end))
        starts = [extent.start for extent in out] + [len(self.rows)]
        return [self._with_tail(extent, starts[index + 1]) for index, extent in enumerate(out)]

    def _needs_title(self, extent: _Extent) -> bool:
        first = next(
            at for at in range(extent.start, extent.end + 1) if at == extent.end or self.bylines[at]
        )
        return first == extent.start and first < extent.end and self._is_headless(first)

    def _may_be_title(self, row: int) -> bool:
        text = self.rows[row].content.text
        if year_said(text):
            return False
        if self.rows[row].level and topic_of(text) is not Topic.OPEN:
            return heads_a_work(self.outline, self.bylines, row)
        return len(text.split()) > 2 and len(text) < 400

    def _box_end(self, extent: _Extent) -> int:
        """The end of the box that a theme draws around this item alone."""
        own = self.outline.blocks[self.rows[extent.end - 1].block]
        box = self.outline.blocks[max(own.parent, 0)]
        alone = self.counts[box.end] - self.counts[box.start] == 1
        return box.end if alone and box.tag not in STOP else len(self.rows)

    def _with_tail(self, extent: _Extent, limit: int) -> _Extent:
        tag = self.outline.blocks[self.rows[extent.end - 1].block].tag
        if tag not in ("p", "div", "page", "body", "td", "section", "center", "span"):
            return extent
        end = extent.end
        limit = min(limit, self._box_end(extent))
        for row in range(extent.end, min(limit, extent.end + _TAIL)):
            text = self.rows[row].content.text
            if self.rows[row].level or self.sections[row] != self.sections[extent.start]:
                break
            if self.outline.blocks[self.rows[row].block].tag == "li" or len(text) > 200:
                break
            if _NO_TAIL.search(text):
                break
            if len(text.split()) > 3 and is_title_alone(self.rows[row].content):
                break
            end = row + 1
        return _Extent(extent.start, end)


def _is_beside(text: str) -> bool:
    """Whether a line tells more about a work, and is no part of its reference."""
    return bool(ABOUT.match(text) or _FOLDED.fullmatch(text) or says_roles(text))
