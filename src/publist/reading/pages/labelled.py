"""Lines that say themselves what they are: ``Authors: A. Li, B. He``."""

from __future__ import annotations

import re
from dataclasses import replace

from publist.reading.pages.outline import Outline, Row
from publist.reading.pages.styled import Stretch, behind

__all__ = ["is_labelled", "with_labels_as_styles"]

_LABELS = (
    ("authors", r"authors?|autor(?:en|es|in|innen)?|auteurs?|autori|作者|著者"),
    ("title", r"title|titel|t[ií]tulo|titre|titolo|题目|标题|タイトル"),
    (
        "venue",
        (
            r"venue|journal|conference|published (?:in|at)|publication|appeared in"
            r"|zeitschrift|revista|revue|rivista|期刊|会议|出处|発表"
        ),
    ),
    ("date", r"year|date|published|jahr|datum|a[ñn]o|fecha|année|anno|年份|时间|日期"),
    ("other", r"status|awards?|links?|doi|note|type"),
)
_LABEL = re.compile(
    rf"\W{{0,3}}(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _LABELS)})\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_FIELD = "said-field"


def with_labels_as_styles(outline: Outline) -> Outline:
    """The outline with such labels taken off their lines, which bear them as a style instead.

    >>> page = Outline()
    >>> page.say("Authors: A. Li", 1)
    >>> page.break_line()
    >>> row = with_labels_as_styles(page).rows[0]
    >>> row.content.text, row.content.stretches[0].value, is_labelled(row)
    ('A. Li', 'authors said-field', True)
    """
    return Outline(rows=[_styled(row) for row in outline.rows], blocks=outline.blocks)


def _styled(row: Row) -> Row:
    label = None if row.level else _LABEL.match(row.content.text)
    if label is None:
        return row
    content = behind(row.content, label.end())
    whole = Stretch(0, len(content.text), "named", f"{label.lastgroup} {_FIELD}")
    return replace(row, content=replace(content, stretches=(whole, *content.stretches)))


def is_labelled(row: Row, label: str = "") -> bool:
    """Whether a line bore a label, or this one.

    Args:
        row: The line.
        label: ``authors``, ``title``, ``venue``, ``date`` or ``other``; empty for any.
    """
    return any(
        each.start == 0 and each.value.endswith(_FIELD) and each.value.startswith(label)
        for each in row.content.of_kind("named")
    )
