"""An entry without any style, for when an engine gives up on one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publist.cite.engine import Task
from publist.model import Record
from publist.problems import Problem, Severity
from publist.richtext import Inline, RichText, Span, Tag

__all__ = ["not_printed", "plain_entry"]


def plain_entry(record: Record, extra_names: Sequence[str] = ()) -> RichText:
    """Authors, title, container and year, each ended with a full stop.

    Args:
        record: What to show.
        extra_names: Literals behind the authors.

    >>> from publist.richtext import parse_markup
    >>> plain_entry(Record(key="x", title=parse_markup("Why?"), publisher="ACM")).plain
    'Why? ACM.'
    """
    container = record.container or RichText.of(record.publisher or "")
    parts = (
        RichText.of(*_names(record, extra_names)),
        RichText.of(Span(Tag.SPAN, record.title.nodes, kind="title")) if record.title else None,
        container,
        RichText.of(str(record.date)) if record.date else None,
    )
    shown = [part for part in parts if part]
    nodes: list[Inline] = []
    for at, part in enumerate(shown):
        nodes += [" "] if at else []
        nodes += part.nodes
        if part.plain[-1:] not in ".?!":
            nodes.append(".")
    return RichText.of(*nodes)


def not_printed(task: Task, reason: str) -> Problem:
    """The problem that an entry is printed plainly instead of in the style."""
    message = f"This entry is printed plainly, not in the style: {reason}."
    return task.record.problem(Severity.WARNING, "not-in-style", message)


def _names(record: Record, extra_names: Sequence[str]) -> Iterator[Inline]:
    names = [*(str(author.name) for author in record.authors), *extra_names]
    for index, name in enumerate(names):
        if index:
            yield ", "
        yield Span(Tag.SPAN, (name,), kind="name", value=("author", index))
