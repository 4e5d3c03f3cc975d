"""One entry of a list in HTML: the reference, its badge, its links, what unfolds."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publist.model import Entry, Work
from publist.words import words
from publist.write.html_inline import inline
from publist.write.links import shown_links
from publist.write.options import Options
from publist.write.settle import printable

__all__ = ["entry_parts"]


def entry_parts(entry: Entry, language: str, options: Options) -> Iterator[str]:
    """What stands inside an entry's list item, line by line.

    Args:
        entry: The entry.
        language: BCP 47 code of the words.
        options: What is shown besides the reference.
    """
    badge = f"{_badge(entry.work)} " if options.badges else ""
    yield f'<div class="publist-entry">{badge}{inline(entry.text, language).strip()}</div>'
    links = shown_links(entry.work.record, options.links, language)
    if links:
        buttons = " ".join(
            f'<a class="publist-link publist-link-{link.relation}" href="{escape(link.href)}">'
            f"{escape(link.label)}</a>"
            for link in links
        )
        yield f'<div class="publist-links">{buttons}</div>'
    yield from _unfolding(entry.work, language, options)


def _badge(work: Work) -> str:
    record = work.record
    venue = record.venue
    name = (venue.short or venue.name) if venue else record.container_short
    year = record.year or (venue.year if venue else None)
    text = " ".join(filter(None, (name, str(year) if year and name else None)))
    return f'<span class="publist-badge">{escape(printable(text))}</span>' if text else ""


def _unfolding(work: Work, language: str, options: Options) -> Iterator[str]:
    labels = words("labels", language)
    if options.abstracts and work.record.abstract:
        text = inline(work.record.abstract, work.record.language or language)
        yield _details("abstract", labels["abstract"], f"<p>{text}</p>")
    bibtex = options.bibtex(work) if options.bibtex else None
    if bibtex:
        lines = "\n".join(printable(line) for line in bibtex.strip().splitlines())
        yield _details("bibtex", labels["bibtex"], f"<pre><code>{escape(lines)}</code></pre>")


def _details(kind: str, label: str, content: str) -> str:
    return f'<details class="publist-{kind}"><summary>{escape(label)}</summary>{content}</details>'
