"""The default engine: publist's own, whose names and titles are nodes of a tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from publist.cite.engine import Formatted, Task
from publist.cite.items import item_for, name_variables
from publist.cite.opaque import Opaque
from publist.cite.plain import not_printed, plain_entry
from publist.cite.styles import StyleFile
from publist.csl import Style
from publist.errors import StyleError
from publist.richtext import RichText

__all__ = ["format_with_csl"]

_compiled = lru_cache(maxsize=16)(Style)


def format_with_csl(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    """Format entries with :mod:`publist.csl`.

    Raises:
        StyleError: The style cannot be used; the error names its file and line.
    """
    try:
        compiled = _compiled(style.xml, style.locale)
    except StyleError as error:
        error.file = error.file or style.place
        raise
    hidden = {task.id: Opaque() for task in tasks}
    items = [_item(task, hidden[task.id]) for task in tasks]
    texts = dict(_texts(compiled, items))
    entries, problems = {}, []
    for task in tasks:
        entries[task.id] = hidden[task.id].restore(texts[task.id])
        if not texts[task.id].plain.strip():
            entries[task.id] = plain_entry(task.record, task.extra_names)
            problems.append(not_printed(task, "the style prints nothing for it"))
    return Formatted(entries, tuple(texts), tuple(problems))


def _item(task: Task, opaque: Opaque) -> dict[str, Any]:
    item = item_for(task, opaque)
    for variable in name_variables(item):
        for name in item[variable]:
            name["parse-names"] = False  # a Name's parts are told apart already
    return item


def _texts(style: Style, items: list[dict[str, Any]]) -> Iterable[tuple[str, RichText]]:
    if style.has_bibliography:
        entries = style.bibliography(items, to="rich", year_suffix=False)
        return ((entry.id, entry.text) for entry in entries)
    # Styles for footnotes only: the note is the reference.
    return ((item["id"], style.citation([{"id": item["id"]}], [item], to="rich")) for item in items)
