"""Formatted entries that are kept: an entry that is what it was is not formatted again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from publist.cite.engine import Engine, Formatted, Task
from publist.cite.engines import engine_named
from publist.cite.styles import StyleFile
from publist.project.cache import Cache, digest
from publist.richtext import Element, Inline, Link, RichText, Span, Tag

__all__ = ["from_json", "remembering", "to_json"]

# A style that asks whether entries read alike makes one entry depend on the others.
_DEPENDS = re.compile(rb"""\sdisambiguate\s*=\s*["']""")


def remembering(engine: str, cache: Cache, part: str) -> Engine:
    """An engine that formats only what it has not formatted before.

    What an entry looks like depends on its record, on which of its names are printed, on the
    style and its language, and on nothing else; marks, owner and links are laid on later. The
    order of what it gives back is that of the tasks: a list is sorted by itself.

    Args:
        engine: The engine that formats, by name.
        cache: What was kept.
        part: The part of the cache for these entries.
    """

    def formatted(tasks: Sequence[Task], style: StyleFile) -> Formatted:
        real = engine_named(engine)
        if _DEPENDS.search(style.xml):
            return real(tasks, style)
        context = digest(engine, style.xml, style.locale or "")
        keys = {task.id: _key(context, task) for task in tasks}
        found = {task.id: _kept(cache.get(part, keys[task.id])) for task in tasks}
        entries = {name: text for name, text in found.items() if text is not None}
        missing = [task for task in tasks if task.id not in entries]
        fresh = real(missing, style) if missing else Formatted({}, ())
        entries |= fresh.entries
        told = {problem.key for problem in fresh.problems}
        # What a problem was told of is formatted again, so that it is told again.
        cache.put(
            part,
            {
                keys[task.id]: to_json(entries[task.id])
                for task in tasks
                if not told or (None not in told and task.record.key not in told)
            },
        )
        return Formatted(entries, tuple(keys), fresh.problems)

    return formatted


def _key(context: str, task: Task) -> str:
    # All that is in a record counts, but for where it was read: lines shift.
    rich = {name: text.nodes for name, text in task.record if isinstance(text, RichText)}
    rest = task.record.model_dump(exclude={"source", *rich})
    return digest(context, repr((rich, rest, task.extra_names, sorted(task.keep))))


def _kept(found: Any) -> RichText | None:
    try:
        return None if found is None else from_json(found)
    except (TypeError, ValueError):
        return None


def to_json(text: RichText) -> list[Any]:
    """Rich text as JSON values: text as it is, the rest as lists that begin with a tag.

    >>> to_json(RichText.of("On ", Element(Tag.EMPH, ("mice",))))
    ['On ', ['emph', ['mice']]]
    """
    return [_node_to_json(node) for node in text.nodes]


def _node_to_json(node: Inline) -> Any:
    if isinstance(node, str):
        return node
    said: list[Any] = [node.tag.value, [_node_to_json(child) for child in node.children]]
    if isinstance(node, Link):
        said.append(node.href)
    elif isinstance(node, Span):
        said += [node.kind, node.value, node.label]
    return said


def from_json(found: list[Any]) -> RichText:
    """The rich text that :func:`to_json` wrote."""
    return RichText(tuple(_node_from_json(node) for node in found))


def _node_from_json(found: Any) -> Inline:
    if isinstance(found, str):
        return found
    tag, children, *more = found
    inside = tuple(_node_from_json(child) for child in children)
    if tag == Tag.LINK:
        return Link(Tag.LINK, inside, *more)
    if tag == Tag.SPAN:
        kind, value, label = more
        return Span(
            Tag.SPAN, inside, kind, tuple(value) if isinstance(value, list) else value, label
        )
    return Element(Tag(tag), inside)
