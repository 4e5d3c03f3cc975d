"""One entry of a list in HTML: the reference, its badge, its links, what unfolds."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publist.anchors import slug
from publist.model import Entry, Record, TrackKind, Work
from publist.words import words
from publist.write.html_inline import inline
from publist.write.links import shown_links
from publist.write.options import Options
from publist.write.settle import printable, without_controls

__all__ = ["entry_parts"]


def entry_parts(entry: Entry, language: str, options: Options) -> Iterator[str]:
    """What stands inside an entry's list item, line by line.

    Args:
        entry: The entry.
        language: BCP 47 code of the words.
        options: What is shown besides the reference.
    """
    badges = "".join(f"{badge} " for badge in _badges(entry.work)) if options.badges else ""
    yield f'<div class="publist-entry">{badges}{inline(entry.text, language).strip()}</div>'
    more = (*_links(entry, language, options), *_unfolding(entry.work, language, options))
    if more:
        yield '<div class="publist-links">'
        yield from more
        yield "</div>"


def _badges(work: Work) -> Iterator[str]:
    record = work.record
    venue = _venue(record)
    if venue:
        yield f'<span class="publist-badge">{escape(printable(venue))}</span>'
    for award in record.awards:
        words_of_award = escape(printable(award.name))
        yield f'<span class="publist-badge publist-badge-award">{words_of_award}</span>'


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


def _unfolding(work: Work, language: str, options: Options) -> Iterator[str]:
    labels = words("labels", language)
    if options.abstracts and work.record.abstract:
        text = inline(work.record.abstract, work.record.language or language)
        yield _details("abstract", labels["abstract"], f"<p>{text}</p>")
    bibtex = options.bibtex(work) if options.bibtex else None
    if bibtex:
        lines = without_controls(bibtex.strip())
        yield _details("bibtex", labels["bibtex"], f"<pre><code>{escape(lines)}</code></pre>")


def _details(kind: str, label: str, content: str) -> str:
    return f'<details class="publist-{kind}"><summary>{escape(label)}</summary>{content}</details>'
