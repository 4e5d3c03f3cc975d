"""Records as items for an engine: forthcoming words, names that go on, names to keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from publist.cite.engine import Task
from publist.cite.opaque import Opaque
from publist.crosswalk.csl import item_to_format

__all__ = ["item_for", "name_variables"]

Item = dict[str, Any]


def item_for(task: Task, opaque: Opaque) -> Item:
    """The CSL-JSON item that an engine formats for a task.

    Args:
        task: The entry.
        opaque: Takes what the engine must not see.
    """
    item = item_to_format(task.record, opaque.field)
    item["id"] = task.id
    # CSL-JSON reads "name: value" in a note as a variable; here all are in their places.
    if ":" in item.get("note", ""):
        item["note"] = item["note"].replace(":", opaque.stand_in(":"))
    # A hyphen in the number of a report is no range, for which engines print a dash.
    if "-" in item.get("number", ""):
        item["number"] = item["number"].replace("-", opaque.stand_in("-"))
    if "issued" not in item and task.record.status:
        item["issued"] = {"literal": item.pop("status")}
    authors = item.setdefault("author", [])
    for index in task.keep:
        authors[index]["keep"] = True
    authors.extend({"literal": text} for text in task.extra_names)
    if not authors:
        del item["author"]
    return item


def name_variables(item: Mapping[str, Any]) -> list[str]:
    """The variables of an item that hold names.

    >>> name_variables({"title": "T", "author": [{"family": "Li"}], "custom": []})
    ['author']
    """
    return [
        variable
        for variable, value in item.items()
        if isinstance(value, list) and variable != "custom"
    ]
