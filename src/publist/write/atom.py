"""An Atom feed (RFC 4287) of a list: who follows it hears of new works.

An entry's id is made of its key and its first author, so that it stays the same whatever else
changes in the list. The feed's own id is its address, where that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from publist.anchors import Anchors
from publist.model import Author, Day, Entry, Listing, Record
from publist.richtext import EMPTY
from publist.words import words
from publist.write import html_inline, text
from publist.write.happenings import entries_once, when
from publist.write.links import Shown, shown_links
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable
from publist.write.urls import safe_url

if TYPE_CHECKING:
    # The type checker's own name for what lxml's functions give.
    from lxml.etree import _Element

__all__ = ["ATOM", "write"]

ATOM = "http://www.w3.org/2005/Atom"
"""The namespace of Atom (RFC 4287, section 1.2)."""

_XML = "http://www.w3.org/XML/1998/namespace"
_NEVER = Day(year=1970)
_SEASONS = (3, 6, 9, 12)


def write(listing: Listing, options: Options = DEFAULT) -> str:
    """Write a list as an Atom feed.

    Dates are those on which works were accepted or issued; a missing month is January, a
    missing day the 1st. A work that is forthcoming counts as new as the newest one.

    Args:
        listing: The list; a work that stands in it twice comes once.
        options: ``title`` and ``url`` of the feed, ``links`` and ``abstracts``.

    >>> "<feed" in write(Listing())
    True
    """
    from lxml import etree

    entries = entries_once(listing)
    days = [day for entry in entries for day in _days(entry.work.record)]
    newest = max(map(_moment, days), default=_moment(_NEVER))
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    feed.set(f"{{{_XML}}}lang", listing.language)
    _head(feed, listing, options, entries, newest)
    anchors = Anchors()
    for entry in entries:
        _entry(feed, entry, listing.language, options, newest, anchors)
    etree.indent(feed)
    return etree.tostring(feed, xml_declaration=True, encoding="UTF-8").decode("utf-8") + "\n"


def _head(
    feed: _Element, listing: Listing, options: Options, entries: Sequence[Entry], newest: str
) -> None:
    owner = _owner(entries)
    title = options.title or words("labels", listing.language)["publications"]
    address = safe_url(options.url) if options.url else None
    _add(feed, "id", address or _made_id("feed", owner or "", title))
    _add(feed, "title", title)
    _add(feed, "updated", newest)
    # Every entry must have an author, its own or the feed's (section 4.2.1).
    _add(_add(feed, "author"), "name", owner or title)
    if address:
        _add(feed, "link", rel="self", type="application/atom+xml", href=address)
        _add(feed, "link", rel="alternate", href=urljoin(address, "."))
    _add(feed, "generator", "publist")


def _entry(
    feed: _Element,
    entry: Entry,
    language: str,
    options: Options,
    newest: str,
    anchors: Anchors,
) -> None:
    record = entry.work.record
    added = _add(feed, "entry")
    first = str(record.authors[0].name) if record.authors else ""
    _add(added, "id", _made_id("entry", anchors.give_as_is(record.key), first))
    _add(added, "title", text.inline(record.title, record.language or language) or record.key)
    days = [_moment(day) for day in _days(record)]
    updated = max(days) if days else newest if record.status or record.date else _moment(_NEVER)
    _add(added, "updated", updated)
    if days:
        _add(added, "published", min(days))
    for author in record.authors or record.editors:
        _person(_add(added, "author"), author)
    links = shown_links(entry.model_copy(update={"text": EMPTY}), options.links, language)
    if links:
        _add(added, "link", rel="alternate", href=_absolute(links[0].href, options))
    for link in links[1:]:
        _add(added, "link", rel="related", title=link.label, href=_absolute(link.href, options))
    for keyword in record.keywords:
        _add(added, "category", term=keyword)
    if options.abstracts and record.abstract:
        _add(added, "summary", text.inline(record.abstract, record.language or language))
    _add(added, "content", _content(entry, language, links, options), type="html")


def _person(element: _Element, author: Author) -> None:
    _add(element, "name", str(author.name) or "?")
    address = safe_url(author.url) if author.url else None
    if address:
        _add(element, "uri", address)


def _content(entry: Entry, language: str, links: Iterable[Shown], options: Options) -> str:
    """The reference as HTML, which XML escapes once more on its way into the feed."""
    from html import escape

    shown = " · ".join(
        f'<a href="{escape(_absolute(link.href, options))}">{escape(link.label)}</a>'
        for link in links
    )
    reference = f"<p>{html_inline.inline(entry.text, language).strip()}</p>"
    return reference + (f"<p>{shown}</p>" if shown else "")


def _absolute(href: str, options: Options) -> str:
    address = safe_url(options.url) if options.url else None
    return urljoin(address, href) if address else href


def _owner(entries: Iterable[Entry]) -> str | None:
    """The fullest name of the owner."""
    mine = (each for entry in entries for each in entry.work.record.authors if each.me)
    return max((str(author.name) for author in mine), key=len, default=None)


def _made_id(*parts: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'publist:' + '|'.join(parts))}"


def _days(record: Record) -> tuple[Day, ...]:
    dates = (record.accepted, record.date)
    known = tuple(date.start for date in dates if date is not None and date.start is not None)
    stand_in = when(record)
    return known or ((stand_in,) if stand_in else ())


def _moment(day: Day) -> str:
    """A day as RFC 3339 has it, whose years have four digits."""
    month = day.month or (_SEASONS[day.season - 1] if day.season else 1)
    return f"{min(max(day.year, 1), 9999):04d}-{month:02d}-{day.day or 1:02d}T00:00:00Z"


def _add(parent: _Element, name: str, content: str = "", **attributes: str) -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = printable(content) or None
    for key, value in attributes.items():
        element.set(key, printable(value))
    return element
