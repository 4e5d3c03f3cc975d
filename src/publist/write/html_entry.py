"""One entry of a list in HTML: the reference, its badge, its links, what unfolds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from publist.anchors import slug
from publist.model import Entry, Record, TrackKind, Work
from publist.words import is_right_to_left, words
from publist.write.bidi import direction_of, has_right_to_left
from publist.write.coins import coins
from publist.write.html_inline import inline
from publist.write.links import shown_links
from publist.write.options import Options
from publist.write.readable import readable
from publist.write.settle import printable, without_controls
from publist.write.urls import safe_url

__all__ = ["badges", "entry_parts", "target", "unfolding"]


def entry_parts(entry: Entry, language: str, options: Options, anchor: str) -> Iterator[str]:
    """What stands inside an entry's list item, line by line.

    Args:
        entry: The entry.
        language: BCP 47 code of the words.
        options: What is shown besides the reference.
        anchor: The entry's place in the page.
    """
    yield from _thumbnail(entry.work.record, options)
    before = badges(entry.work) if options.badges else ""
    shown = readable(entry.text) if options.standalone else entry.text
    mixed = is_right_to_left(language) or has_right_to_left(shown.plain)
    # Not left to the browser: it passes over names and titles that have a direction already.
    direction = f' dir="{direction_of(shown.plain)}"' if mixed else ""
    text = inline(shown, language).strip()
    # HTML counts in numbers only; with letters they are text.
    label = f'<span class="publist-number">{entry.label}.</span> ' if entry.letters else ""
    yield f'<div class="publist-entry"{direction}>{label}{before}{text}</div>'
    if "coins" in options.metadata:
        yield f'<span class="Z3988" title="{escape(coins(entry.work.record))}"></span>'
    more = [*_links(entry, language, options), *unfolding(entry.work, language, options)]
    if options.standalone:
        more.append(_permalink(anchor, language))
    if more:
        yield '<div class="publist-links">'
        yield from more
        yield "</div>"


def target(anchor: str) -> str:
    """The link to a place in the page, not escaped.

    >>> target("2024"), target("a b")
    ('#2024', '#a%20b')
    """
    return safe_url(f"#{anchor}") or "#"


def _permalink(anchor: str, language: str) -> str:
    label = escape(words("page", language)["permalink"])
    return (
        f'<a class="publist-link publist-permalink" href="{escape(target(anchor))}" '
        f'aria-label="{label}">#</a>'
    )


def _thumbnail(record: Record, options: Options) -> Iterator[str]:
    """The work's picture, if it lies beside the page: no page asks another server for one."""
    picture = safe_url(record.preview or "")
    if options.thumbnails is None or picture is None or _ELSEWHERE.match(picture):
        return
    folder = options.thumbnails.rstrip("/")
    inside = "" if folder in ("", ".") or picture.startswith("/") else f"{folder}/"
    source = safe_url(inside + picture)
    if source is not None and not _ELSEWHERE.match(source):
        # What it shows is told by the entry itself, hence the empty alternative text.
        yield f'<img class="publist-thumbnail" src="{escape(source)}" alt="" loading="lazy">'


_ELSEWHERE = re.compile(r"//|[^/?#]*:")


def badges(work: Work) -> str:
    """The venue and the awards of a work, to stand in front of its entry; each ends in a blank."""
    made = []
    venue = _venue(work.record)
    if venue:
        made.append(f'<span class="publist-badge">{escape(printable(venue))}</span> ')
    for award in work.record.awards:
        words_of_award = escape(printable(award.name))
        made.append(f'<span class="publist-badge publist-badge-award">{words_of_award}</span> ')
    return "".join(made)


def _venue(record: Record) -> str | None:
    """``ICML 2024``, ``FL@FM 2024``, ``ICML 2024 workshop``."""
    venue = record.venue
    if venue is None:
        return record.container_short
    year = record.year or venue.year
    track = venue.track
    name = track.short or venue.short or venue.name
    kind = None if track.short or track.kind is TrackKind.MAIN else track.kind
    return " ".join(str(part) for part in (name, year, kind) if part)


def _links(entry: Entry, language: str, options: Options) -> Iterator[str]:
    for link in shown_links(entry, options.links, language):
        relation = slug(link.relation) or "other"
        yield (
            f'<a class="publist-link publist-link-{relation}" href="{escape(link.href)}">'
            f"{escape(link.label)}</a>"
        )


def unfolding(work: Work, language: str, options: Options) -> Iterator[str]:
    """What unfolds under an entry: its abstract and its BibTeX, as far as options ask for them.

    Args:
        work: The work.
        language: BCP 47 code of the list; labels are in it.
        options: ``abstracts`` and ``bibtex``; a whole page shows abstracts with their terms
            readable.
    """
    labels = words("labels", language)
    if options.abstracts and work.record.abstract:
        abstract = work.record.abstract
        shown = readable(abstract) if options.standalone else abstract
        text = inline(shown, work.record.language or language)
        yield _details("abstract", labels["abstract"], f"<p>{text}</p>")
    bibtex = options.bibtex(work) if options.bibtex else None
    if bibtex:
        lines = without_controls(bibtex.strip())
        yield _details("bibtex", labels["bibtex"], f"<pre><code>{escape(lines)}</code></pre>")


def _details(kind: str, label: str, content: str) -> str:
    return f'<details class="publist-{kind}"><summary>{escape(label)}</summary>{content}</details>'
