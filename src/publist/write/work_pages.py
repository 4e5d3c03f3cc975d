"""A page for each work, as search engines for papers want it.

Google Scholar indexes a site by pages that speak of one work each: its title as the heading,
its authors, its abstract in sight, a link to the PDF, and Highwire tags in the head
(inclusion guidelines, "Content" and "Indexing").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from publist.anchors import Anchors
from publist.model import Entry, Group, Legend, Listing, Record
from publist.richtext import Span
from publist.words import words
from publist.write import html
from publist.write.highwire import highwire_tags
from publist.write.html_inline import inline
from publist.write.html_page import page
from publist.write.jsonld import jsonld_text
from publist.write.options import DEFAULT, Options
from publist.write.readable import readable
from publist.write.settle import printable, without_controls
from publist.write.urls import safe_url

__all__ = ["work_pages"]


def work_pages(
    listing: Listing, options: Options = DEFAULT, *, list_url: str | None = None
) -> dict[str, str]:
    """A whole page for each work of a list.

    Args:
        listing: The list.
        options: What is shown besides the references; ``abstracts`` and ``bibtex`` stand in
            sight here.
        list_url: Where the whole list is, as seen from the pages; None for no link to it.

    Returns:
        Pages by file name: the work's key made fit for one, and ``.html``.

    >>> from publist.model import Work
    >>> from publist.richtext import RichText
    >>> entry = Entry(work=Work.of(Record(key="Ada:1843")), text=RichText.of("Notes."))
    >>> list(work_pages(Listing(root=Group(entries=(entry,)))))
    ['ada-1843.html']
    """
    entries = {id(entry.work): entry for entry in listing.root.walk()}
    names = Anchors()
    return {
        f"{names.give(entry.work.key, 'work')}.html": _page(entry, listing, options, list_url)
        for entry in entries.values()
    }


def _page(entry: Entry, listing: Listing, options: Options, list_url: str | None) -> str:
    record = entry.work.record
    title = printable(record.title.plain) or entry.work.key
    body = _body(entry, listing, options, safe_url(list_url or ""))
    data = jsonld_text([entry.work])
    return page(title, listing.language, body, highwire_tags(record), data)


def _body(entry: Entry, listing: Listing, options: Options, back: str | None) -> Iterator[str]:
    record, language = entry.work.record, listing.language
    labels = words("labels", language)
    if back:
        all_works = escape(words("page", language)["all"])
        yield f'<nav class="publist-back"><a href="{escape(back)}">{all_works}</a></nav>'
    title = inline(readable(record.title), record.language or language)
    yield f"<h1>{title or escape(entry.work.key)}</h1>"
    yield f'<p class="publist-authors">{escape(_authors(record))}</p>'
    alone = _alone(entry, listing)
    beside = replace(options, standalone=False, abstracts=False, bibtex=None, metadata=())
    yield html.write(alone, beside).rstrip("\n")
    if options.abstracts and record.abstract:
        yield f"<h2>{escape(labels['abstract'])}</h2>"
        yield f"<p>{inline(readable(record.abstract), record.language or language)}</p>"
    bibtex = options.bibtex(entry.work) if options.bibtex else None
    if bibtex:
        yield f"<h2>{escape(labels['bibtex'])}</h2>"
        yield f"<pre><code>{escape(without_controls(bibtex.strip()))}</code></pre>"


def _alone(entry: Entry, listing: Listing) -> Listing:
    """A list of one entry, with a legend of the marks that it shows."""
    text = readable(entry.text)
    shown = {node.value for node in text.walk() if isinstance(node, Span) and node.kind == "mark"}
    items = tuple(item for item in listing.legend.items if str(item.role) in shown)
    return Listing(
        root=Group(entries=(entry.model_copy(update={"text": text}),)),
        legend=Legend(items=items),
        language=listing.language,
    )


def _authors(record: Record) -> str:
    return ", ".join(printable(str(author.name)) for author in record.authors)
