"""A list as data for the templates of site builders: Jekyll, Hugo, Eleventy, Astro.

It is JSON, and so YAML as well: it can be written to ``_data/publications.yml`` or
``data/publications.json``. Unlike the JSON form of works it keeps what makes a list: headings,
numbers, the legend. Templates print ``html`` as it is; nothing in it needs escaping.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from publist.anchors import Anchors
from publist.model import Entry, Group, Listing
from publist.words import is_right_to_left
from publist.write.html_entry import entry_parts
from publist.write.json_form import work_form
from publist.write.json_types import WorkForm
from publist.write.options import DEFAULT, Options

__all__ = ["GroupForm", "ItemForm", "LegendItemForm", "SiteForm", "schema", "site_form", "write"]

_FIT = re.compile(r"[\w.-]+")


class _Form(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


class LegendItemForm(_Form):
    """A mark and its meaning."""

    mark: str
    text: str
    role: str = Field(description="equal, corresponding, lead, or a lab's own.")


class ItemForm(_Form):
    """One entry of the list."""

    anchor: str = Field(description="A name for its place in the page, unique in the list.")
    number: int | None = Field(description="Its number in a numbered list.")
    html: str = Field(description="Reference, links and what unfolds, ready to be printed.")
    work: WorkForm = Field(description="Everything that is known of it, as in the JSON form.")


class GroupForm(_Form):
    """A part of the list; parts of parts follow it, with a deeper level."""

    heading: str | None = Field(description="Plain text; null for a list without headings.")
    level: int = Field(description="Level of the heading, 1 to 6.")
    anchor: str
    entries: list[ItemForm]


class SiteForm(_Form):
    """A list."""

    language: str = Field(description="BCP 47 code.")
    direction: str = Field(description="ltr or rtl.")
    count: int = Field(description="How many entries it has.")
    legend: list[LegendItemForm]
    groups: list[GroupForm]


def write(listing: Listing, options: Options = DEFAULT) -> str:
    """Write a list as data for templates.

    Args:
        listing: The list.
        options: What the ``html`` of entries shows besides the reference; without ``legend``
            the legend is empty.

    >>> json.loads(write(Listing()))["count"]
    0
    """
    # Not pydantic's own JSON: YAML's readers take U+2028 and the like for ends of lines.
    data = site_form(listing, options).model_dump(mode="json")
    text = json.dumps(data, indent=1, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def site_form(listing: Listing, options: Options = DEFAULT) -> SiteForm:
    """A list as the data that :func:`write` writes."""
    groups = [*_Walk(listing.language, options).groups(listing.root, listing.heading_level)]
    legend = listing.legend.items if options.legend else ()
    return SiteForm(
        language=listing.language,
        direction="rtl" if is_right_to_left(listing.language) else "ltr",
        count=sum(len(group.entries) for group in groups),
        legend=[
            LegendItemForm(mark=item.mark, text=item.text, role=str(item.role)) for item in legend
        ],
        groups=groups,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the form."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SiteForm.model_json_schema(mode="serialization"),
        "title": "A publication list for templates of site builders",
    }


class _Walk:
    """Goes through the groups; holds the anchors given so far."""

    def __init__(self, language: str, options: Options) -> None:
        self._language = language
        self._options = options
        self._anchors = Anchors()

    def groups(self, group: Group, level: int) -> Iterator[GroupForm]:
        entries = [self._item(entry) for entry in group.entries]
        if group.heading is not None or entries:
            wanted = group.key or group.heading or "publications"
            yield GroupForm(
                heading=group.heading,
                level=min(max(level, 1), 6),
                anchor=self._anchor(wanted, "group"),
                entries=entries,
            )
        for part in group.groups:
            yield from self.groups(part, level + (group.heading is not None))

    def _item(self, entry: Entry) -> ItemForm:
        anchor = self._anchor(entry.work.key, "entry")
        parts = entry_parts(entry, self._language, self._options, anchor)
        form = work_form(entry.work, entry.text, self._language)
        return ItemForm(
            anchor=anchor,
            number=entry.number,
            html="\n".join(parts),
            work=form.model_copy(update={"list_number": entry.number}),
        )

    def _anchor(self, wanted: str, otherwise: str) -> str:
        fit = _FIT.fullmatch(wanted)
        given = self._anchors.give_as_is(wanted) if fit else self._anchors.give(wanted, otherwise)
        return self._options.anchor_prefix + given
