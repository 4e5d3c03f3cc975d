"""News: a line for each work that was accepted or came out, the newest first.

``[2024.09] FuseFL is accepted at NeurIPS 2024 as a spotlight``. Headings, numbers and the
style of a list make no difference here.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publist.model import Listing
from publist.words import is_right_to_left
from publist.write import html_inline, markdown_inline, text
from publist.write.happenings import Happening, happenings
from publist.write.options import DEFAULT, Options

__all__ = ["write", "write_html", "write_text"]


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write news as a Markdown list.

    Args:
        listing: The list whose works are told.
        options: Only ``links`` counts: a title leads to the best of them.

    >>> from publist.model import Date, Entry, Group, Record, Work
    >>> from publist.richtext import EMPTY
    >>> record = Record(key="a", type="book", title="Numbers", date=Date.parse("2024"))
    >>> entry = Entry(work=Work.of(record), text=EMPTY)
    >>> write(Listing(root=Group(entries=(entry,))))
    '- [2024] *Numbers* is out\n'
    """
    lines = [f"- {_line(told, listing.language)}\n" for told in happenings(listing, options.links)]
    return "".join(lines)


def write_html(listing: Listing, options: Options = DEFAULT) -> str:
    """Write news as an HTML list of class ``publist-news``.

    Args:
        listing: The list whose works are told.
        options: Only ``links`` counts.
    """
    return "\n".join(_html(listing, options)) + "\n"


def write_text(listing: Listing, options: Options = DEFAULT) -> str:
    """Write news as plain text.

    Args:
        listing: The list whose works are told.
        options: Nothing of them counts here.
    """
    told = happenings(listing, options.links)
    return "".join(
        f"{_bracketed(each.stamp)}{text.inline(each.text, listing.language)}\n" for each in told
    )


def _line(told: Happening, language: str) -> str:
    # Digits in brackets are no link in any Markdown, unless the page defines one of that name.
    return _bracketed(told.stamp) + markdown_inline.inline(told.text, language).strip(" ")


def _bracketed(stamp: str) -> str:
    return f"[{stamp}] " if stamp else ""


def _html(listing: Listing, options: Options) -> Iterator[str]:
    language = listing.language
    direction = ' dir="rtl"' if is_right_to_left(language) else ""
    yield f'<ul class="publist-news" lang="{escape(language)}"{direction}>'
    for told in happenings(listing, options.links):
        yield f"<li>{_time(told)}{html_inline.inline(told.text, language)}</li>"
    yield "</ul>"


def _time(told: Happening) -> str:
    """HTML's ``time`` knows years from 1 on, with a month and a day or without."""
    day = told.day
    if day is None:
        return ""
    shown = f"[{told.stamp}]"
    if day.year < 1:
        return f"{shown} "
    exact = "-".join(
        f"{part:04d}" if at == 0 else f"{part:02d}" for at, part in enumerate(day.parts)
    )
    return f'<time datetime="{exact}">{shown}</time> '
