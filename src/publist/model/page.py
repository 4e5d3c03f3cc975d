"""Pages that hold more than a list: words, tables, charts and lists, in no format yet."""

from __future__ import annotations

from dataclasses import dataclass

from publist.model.listing import Listing
from publist.richtext import RichText

__all__ = ["Bar", "Block", "Chart", "Heading", "Page", "Paragraph", "Shown", "Table"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page, of the second level."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: RichText


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Args:
        caption: What it shows.
        head: The headings of its columns; the first column names the rows, the others hold
            numbers.
        rows: As many cells each.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[RichText, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart.

    Args:
        name: A name for its file and its ids: letters, digits and hyphens.
        title: What it shows.
        bars: In order.
        upright: Whether bars stand side by side, as years do, or lie one above the other.
    """

    name: str
    title: str
    bars: tuple[Bar, ...]
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A publication list inside a page."""

    listing: Listing


Block = Heading | Paragraph | Table | Chart | Shown


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Args:
        path: Where it lies: folders and a name without extension, parted by ``/``.
        title: Its title.
        blocks: What stands on it. Links to other pages are paths without extension, from the
            folder of this page, after ``page:``.
        language: BCP 47 code.
    """

    path: str
    title: str
    blocks: tuple[Block, ...]
    language: str = "en-US"
