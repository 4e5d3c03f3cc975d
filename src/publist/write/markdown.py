r"""Markdown that CommonMark, Goldmark, kramdown and Python-Markdown show alike.

Each of them knows a different set of backslash escapes and of extensions, so what is written
here keeps to what they share; :mod:`publist.write.markdown_escape` has the rules. Emphasis is
``*`` and ``**`` where all of them see it, and ``<em>`` and ``<strong>`` elsewhere. A formula
comes out as ``\(TeX\)`` in the page, which MathJax and KaTeX take up wherever they are loaded.

Lists are ``-`` lists, or ``1.`` lists where the numbers run 1, 2, 3 …. Other numbers (counted
down, or through several groups) would be shown differently, or not at all; there, each entry
is a paragraph that begins with its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from publist.model import Entry, Group, Legend, Listing
from publist.richtext import RichText
from publist.write.links import shown_links
from publist.write.markdown_inline import inline, url
from publist.write.options import DEFAULT, Options

__all__ = ["inline", "write"]


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write a list as Markdown.

    Args:
        listing: The list.
        options: What is shown besides the references.

    Returns:
        The text, with a line end at its end; empty for an empty list.

    >>> from publist.model import Record, Work
    >>> entry = Entry(work=Work.of(Record(key="a")), text=RichText.of("On *"))
    >>> write(Listing(root=Group(entries=(entry,))))
    '- On \\*\n'
    """
    blocks = [*_group(listing.root, listing.heading_level, listing.language, options)]
    if blocks and options.legend and listing.legend.items:
        blocks.insert(0, _legend(listing.legend))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _group(group: Group, level: int, language: str, options: Options) -> Iterator[str]:
    if group.heading is not None:
        yield f"{'#' * min(max(level, 1), 6)} {_heading(group.heading)}"
        level += 1
    if group.entries:
        yield _entries(group.entries, language, options)
    for part in group.groups:
        yield from _group(part, level, language, options)


def _heading(heading: str) -> str:
    text = inline(RichText.of(heading)).strip(" ")
    # A heading may be closed by #s, which are not shown.
    return text[:-1] + "\\#" if text.endswith("#") and not text.endswith("\\#") else text


def _entries(entries: tuple[Entry, ...], language: str, options: Options) -> str:
    texts = [_entry(entry, language, options) for entry in entries]
    numbers = [entry.number for entry in entries]
    if all(number is None for number in numbers):
        return "\n".join(f"- {text}" for text in texts)
    if any(entry.letters for entry in entries):
        return "\n\n".join(
            f"{entry.label}. {text}" for entry, text in zip(entries, texts, strict=True)
        )
    if numbers == list(range(1, len(numbers) + 1)):
        return "\n".join(f"{at}. {text}" for at, text in enumerate(texts, 1))
    return "\n\n".join(
        text if number is None else f"{number}\\. {text}"
        for number, text in zip(numbers, texts, strict=True)
    )


def _entry(entry: Entry, language: str, options: Options) -> str:
    text = inline(entry.text, language).strip(" ")
    links = shown_links(entry, options.links, language)
    written = [f"[{inline(RichText.of(link.label))}]({url(link.href)})" for link in links]
    return " ".join(filter(None, (text, " · ".join(written))))


def _legend(legend: Legend) -> str:
    items = (RichText.of(f"{item.mark} {item.text}") for item in legend.items)
    return " · ".join(inline(item) for item in items)
