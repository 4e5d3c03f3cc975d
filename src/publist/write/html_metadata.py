"""Metadata of a list as elements of a page."""

from __future__ import annotations

from collections.abc import Iterator

from publist.errors import ProjectError
from publist.model import Listing
from publist.write.highwire import highwire_tags
from publist.write.jsonld import jsonld_script
from publist.write.options import Options

__all__ = ["metadata"]


def metadata(listing: Listing, options: Options) -> Iterator[str]:
    """Elements that tell machines of the list; COinS stand in its entries instead.

    Args:
        listing: The list.
        options: Which forms of metadata are wanted.

    Raises:
        ProjectError: Highwire tags are wanted of anything but a whole page of one work.
    """
    works = [entry.work for entry in listing.root.walk()]
    if "highwire" in options.metadata:
        if len(works) != 1 or not options.standalone:
            what = f"a list of {len(works)}" if options.standalone else "a part of a page"
            raise ProjectError(
                f"Highwire tags are for the whole page of one work, and this is {what}; "
                "a page a work is what publist.write.work_pages makes.",
                key="metadata",
                value="highwire",
            )
        yield from highwire_tags(works[0].record)
    if "jsonld" in options.metadata and works:
        yield jsonld_script(works)
