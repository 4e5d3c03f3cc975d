"""Metadata of a list, as far as they stand in one place of a page."""

from __future__ import annotations

from collections.abc import Iterator

from publist.errors import ProjectError
from publist.model import Listing
from publist.write.highwire import highwire_tags
from publist.write.jsonld import jsonld_text
from publist.write.options import Options

__all__ = ["data_of", "tags_of"]


def data_of(listing: Listing, options: Options) -> str:
    """The JSON-LD of a list, fit for a script; nothing where it is not wanted."""
    works = [entry.work for entry in listing.root.walk()]
    return jsonld_text(works) if works and "jsonld" in options.metadata else ""


def tags_of(listing: Listing, options: Options) -> Iterator[str]:
    """The Highwire tags of a list with one work, where they are wanted.

    Raises:
        ProjectError: They are wanted of anything but a whole page of one work.
    """
    if "highwire" not in options.metadata:
        return
    works = [entry.work for entry in listing.root.walk()]
    if len(works) != 1 or not options.standalone:
        what = f"a list of {len(works)}" if options.standalone else "a part of a page"
        raise ProjectError(
            f"Highwire tags are for the whole page of one work, and this is {what}; "
            "a page for each work is what publist.write.work_pages makes.",
            key="metadata",
            value="highwire",
        )
    yield from highwire_tags(works[0].record)
