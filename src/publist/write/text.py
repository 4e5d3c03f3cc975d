"""Plain text: for mail, forms, and terminals. Lines are not wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from publist.latex.math import formula_text
from publist.model import Entry, Group, Legend, Listing
from publist.richtext import Inline, RichText, Tag
from publist.write.links import shown_links
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable, settle

__all__ = ["inline", "write"]

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def inline(text: RichText, language: str = "en") -> str:
    """Rich text as plain text.

    Raised and lowered digits stay so where Unicode has them; formulas are told as well as
    plain text can.

    Args:
        text: The text.
        language: BCP 47 code; decides the quotation marks.

    >>> from publist.richtext import Element
    >>> inline(RichText.of("x", Element(Tag.SUP, ("2",)), " of ", Element(Tag.EMPH, ("E. coli",))))
    'x² of E. coli'
    """
    return "".join(_written(settle(text, language).nodes))


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write a list as plain text.

    Args:
        listing: The list.
        options: What is shown besides the references.

    Returns:
        The text, with a line end at its end; empty for an empty list.

    >>> write(Listing(root=Group(heading="2024", entries=())))
    '2024\n====\n'
    """
    blocks = [*_group(listing.root, 0, listing.language, options)]
    if blocks and options.legend and listing.legend.items:
        blocks.insert(0, _legend(listing.legend))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _written(nodes: Iterable[Inline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
            continue
        inside = "".join(_written(node.children))
        if node.tag is Tag.MATH:
            yield formula_text(inside)
        elif node.tag in (Tag.SUP, Tag.SUB):
            small = inside.translate(_RAISED if node.tag is Tag.SUP else _LOWERED)
            # Either all of it is raised or nothing is: x²⁰ but x20th.
            yield small if _all_changed(inside, small) else inside
        elif node.tag in (Tag.BLOCK, Tag.INDENT):
            yield f"\n{inside}"
        else:
            yield inside


def _all_changed(text: str, small: str) -> bool:
    return all(a != b for a, b in zip(text, small, strict=True))


def _group(group: Group, level: int, language: str, options: Options) -> Iterator[str]:
    if group.heading is not None:
        heading = printable(group.heading)
        yield f"{heading}\n{'=-~'[min(level, 2)] * max(_width(heading), 1)}"
        level += 1
    if group.entries:
        yield _entries(group.entries, language, options)
    for part in group.groups:
        yield from _group(part, level, language, options)


def _entries(entries: tuple[Entry, ...], language: str, options: Options) -> str:
    labels = ["-" if entry.number is None else f"{entry.label}." for entry in entries]
    width = max(map(len, labels))
    return "\n".join(
        _entry(entry, f"{label:>{width}} ", language, options)
        for entry, label in zip(entries, labels, strict=True)
    )


def _entry(entry: Entry, label: str, language: str, options: Options) -> str:
    lines = inline(entry.text, language).strip().splitlines()
    links = shown_links(entry, options.links, language)
    lines += [f"{link.label}: {link.href}" for link in links]
    return label + f"\n{' ' * len(label)}".join(lines)


def _width(text: str) -> int:
    """How many columns a text takes: East Asian characters take two (Unicode, annex 11)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _legend(legend: Legend) -> str:
    return " · ".join(printable(f"{item.mark} {item.text}") for item in legend.items)
