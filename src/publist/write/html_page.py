"""A whole page around a list: search and filters, looks and script within, nothing outside.

The page works on any server and from a file. Without scripts it shows everything and no
filters. A Content-Security-Policy lets run and load what is in the page, by its digest, and
pictures from beside it; so nothing that data hold can run, whatever they hold.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape

from publist.model import Listing
from publist.resources import data_folder
from publist.words import is_right_to_left, words
from publist.write.html_facets import Choice, choices
from publist.write.options import Options
from publist.write.settle import printable

__all__ = ["data_block", "direction", "list_page", "page", "page_sheet", "script", "style_sheet"]

_WORDS = ("showing", "nothing", "copy", "copied")


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style sheet of a list; plain CSS, under 5 KB."""
    return (data_folder() / "publist.css").read_text("utf-8")


@lru_cache(maxsize=1)
def script() -> str:
    """The script of a whole page; plain JavaScript, about 7 KB."""
    return (data_folder() / "publist-page.js").read_text("utf-8").strip()


@lru_cache(maxsize=1)
def page_sheet() -> str:
    """The style sheet of a whole page, that of a list with it."""
    return style_sheet() + (data_folder() / "publist-page.css").read_text("utf-8").strip()


def direction(language: str) -> str:
    """The attribute for what is written from right to left; nothing for other languages."""
    return ' dir="rtl"' if is_right_to_left(language) else ""


def page(
    title: str, language: str, body: Iterable[str], tags: Iterable[str] = (), data: str = ""
) -> str:
    """A whole page.

    Args:
        title: Its title, not escaped.
        language: BCP 47 code of its words.
        body: What stands in it, as HTML.
        tags: More elements for the head.
        data: JSON-LD, fit for a script.
    """
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}"{direction(language)}>',
        "<head>",
        *_head(title, data),
        *tags,
        *data_block(data),
        "</head>",
        '<body class="publist-page">',
        "<main>",
        *body,
        "</main>",
        f"<script>{script()}</script>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def data_block(data: str) -> Iterator[str]:
    """The element that holds JSON-LD, where there is any."""
    if data:
        yield f'<script type="application/ld+json">{data}</script>'


def list_page(
    listing: Listing, options: Options, fragment: str, tags: Iterable[str], data: str
) -> str:
    """The page of a list, with search and filters.

    Args:
        listing: What it shows.
        options: Its title; what its works can be filtered by.
        fragment: The list as HTML.
        tags: More elements for the head.
        data: JSON-LD, fit for a script.
    """
    language = listing.language
    title = printable(options.title or words("labels", language)["publications"])
    heading = f"<h1>{escape(title)}</h1>"
    body = (heading, *_form(listing, options), fragment.rstrip("\n"))
    return page(title, language, body, tags, data)


def _head(title: str, data: str) -> Iterator[str]:
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(data)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{page_sheet()}</style>"


def _policy(data: str) -> str:
    """What the page may load and run (W3C, Content Security Policy Level 3).

    Browsers do not ask for the digest of JSON-LD, which never runs; checkers do.
    """
    scripts = [script(), data] if data else [script()]
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_digest(page_sheet())}",
            f"script-src {' '.join(map(_digest, scripts))}",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _form(listing: Listing, options: Options) -> Iterator[str]:
    """Search and filters; hidden until the script shows them."""
    page = words("page", listing.language)
    said = "".join(f' data-{word}="{escape(page[word])}"' for word in _WORDS)
    search = escape(page["search"])
    yield f'<form class="publist-filter" role="search" hidden{said}>'
    yield '<label class="publist-search">'
    yield f'<span class="publist-unseen">{search}</span>'
    yield (
        f'<input type="search" name="q" placeholder="{search}" autocomplete="off" '
        'spellcheck="false" aria-keyshortcuts="/">'
    )
    yield '<kbd aria-hidden="true">/</kbd></label>'
    yield '<div class="publist-choices">'
    if options.facets is not None:
        works = [entry.work for entry in listing.root.walk()]
        for facet, found in choices(works, options.facets, listing.language).items():
            yield _select(facet, page[facet], found)
    yield f'<button type="reset" hidden>{escape(page["clear"])}</button>'
    yield '<span role="status"></span>'
    yield '<span class="publist-unseen" aria-live="polite"></span>'
    yield "</div>"
    yield "</form>"


def _select(facet: str, name: str, found: Iterable[Choice]) -> str:
    label = escape(name)
    options = "".join(
        f'<option value="{escape(choice.key)}" data-label="{escape(choice.label)}">'
        f"{escape(choice.label)} ({choice.count})</option>"
        for choice in found
    )
    return (
        f'<select name="{facet}" aria-label="{label}">'
        f'<option value="">{label}</option>{options}</select>'
    )
