"""HTML: semantic, accessible, fit to be put into any page, or a whole page of its own.

The classes are listed in ``docs/output.md``. The style sheet is small, knows light and dark,
and can be left out or replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from publist.anchors import Anchors
from publist.model import Entry, Group, Legend, Listing
from publist.write.html_entry import entry_parts, target
from publist.write.html_facets import filter_attributes
from publist.write.html_inline import inline
from publist.write.html_metadata import data_of, tags_of
from publist.write.html_page import data_block, direction, list_page, style_sheet
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable

__all__ = ["inline", "style_sheet", "write"]


_FIT = re.compile(r"[\w.-]+")


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write a list as HTML.

    Args:
        listing: The list.
        options: What is shown besides the references; ``standalone`` makes it a whole page.

    Returns:
        One ``div`` of class ``publist-list``, with a ``script`` of data behind it where JSON-LD
        is wanted, or a page; a line end at its end.

    Raises:
        ProjectError: Highwire tags are wanted of anything but a whole page of one work.

    >>> write(Listing())
    '<div class="publist-list" lang="en-US">\n</div>\n'
    """
    fragment = "\n".join(_list(listing, options)) + "\n"
    tags, data = tuple(tags_of(listing, options)), data_of(listing, options)
    if options.standalone:
        return list_page(listing, options, fragment, tags, data)
    return fragment + "".join(f"{line}\n" for line in data_block(data))


def _list(listing: Listing, options: Options) -> Iterator[str]:
    language = listing.language
    yield f'<div class="publist-list" lang="{escape(language)}"{direction(language)}>'
    if options.legend and listing.legend.items:
        yield _legend(listing.legend)
    yield from _Writer(listing.language, options).group(listing.root, listing.heading_level)
    yield "</div>"


def _legend(legend: Legend) -> str:
    # The meaning follows in words, so the symbol itself need not be read aloud.
    items = (
        f'<span aria-hidden="true" class="publist-mark">{escape(printable(item.mark))}</span> '
        f"{escape(printable(item.text))}"
        for item in legend.items
    )
    return f'<p class="publist-legend">{" · ".join(items)}</p>'


class _Writer:
    """Writes groups; holds the anchors that the page has already."""

    def __init__(self, language: str, options: Options) -> None:
        self._language = language
        self._options = options
        self._anchors = Anchors()

    def group(self, group: Group, level: int) -> Iterator[str]:
        if group.heading is None:
            yield from self._content(group, level)
            return
        tag = f"h{min(max(level, 1), 6)}"
        anchor = self._anchor(group.key or group.heading, "group")
        yield '<section class="publist-group">'
        heading = escape(printable(group.heading))
        if self._options.standalone:
            heading = f'<a href="{escape(target(anchor))}">{heading}</a>'
        yield f'<{tag} id="{escape(anchor)}">{heading}</{tag}>'
        yield from self._content(group, level + 1)
        yield "</section>"

    def _content(self, group: Group, level: int) -> Iterator[str]:
        if group.entries:
            yield from self._entries(group.entries)
        for part in group.groups:
            yield from self.group(part, level)

    def _entries(self, entries: tuple[Entry, ...]) -> Iterator[str]:
        numbers = [entry.number for entry in entries]
        lettered = any(entry.letters for entry in entries)
        numbered = None not in numbers and not lettered
        bare = '<ul class="publist publist-numbered">' if lettered else '<ul class="publist">'
        yield _opening(numbers) if numbered else bare
        # Entries that a page hides count no more, so there each has its own number.
        counts_on = not self._options.standalone and (_runs(numbers, 1) or _runs(numbers, -1))
        for entry in entries:
            anchor = self._anchor(entry.work.key, "entry")
            value = f' value="{entry.number}"' if numbered and not counts_on else ""
            yield f'<li id="{escape(anchor)}"{value}{self._data(entry)}>'
            yield from entry_parts(entry, self._language, self._options, anchor)
            yield "</li>"
        yield "</ol>" if numbered else "</ul>"

    def _data(self, entry: Entry) -> str:
        if not self._options.standalone:
            return ""
        return filter_attributes(entry.work, self._options.facets)

    def _anchor(self, wanted: str, otherwise: str) -> str:
        """An anchor of its own; a key that is fit for one is taken as it is."""
        if _FIT.fullmatch(wanted):
            name = self._anchors.give_as_is(wanted)
        else:
            name = self._anchors.give(wanted, otherwise)
        return self._options.anchor_prefix + name


def _opening(numbers: list[int | None]) -> str:
    down = len(numbers) > 1 and _runs(numbers, -1)
    start = "" if numbers[0] == 1 and not down else f' start="{numbers[0]}"'
    direction = ' reversed=""' if down else ""
    return f'<ol class="publist"{direction}{start}>'


def _runs(numbers: list[int | None], step: int) -> bool:
    return all(b == (a or 0) + step for a, b in pairwise(numbers))
