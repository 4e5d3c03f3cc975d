"""The links of a work as a list shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publist.model import RELATIONS, Record
from publist.words import words
from publist.write.settle import printable
from publist.write.urls import safe_url

__all__ = ["Shown", "shown_links"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A link ready to be written.

    Args:
        relation: What it leads to.
        label: The text of the link, not escaped for any format.
        href: A safe URL, not escaped for any format.
    """

    relation: str
    label: str
    href: str


def shown_links(record: Record, relations: Sequence[str], language: str) -> tuple[Shown, ...]:
    """A record's links in the order of ``RELATIONS``, each target once, none of them unsafe.

    Args:
        record: The record.
        relations: The relations that are wanted.
        language: BCP 47 code of the labels.

    >>> from publist.model import Link
    >>> record = Record(key="a", links=(Link(relation="code", url="https://example.org/code"),
    ...                                 Link(relation="pdf", url="javascript:alert(1)")))
    >>> [link.label for link in shown_links(record, RELATIONS, "de")]
    ['Code']
    """
    labels = words("links", language)
    order = {relation: at for at, relation in enumerate(RELATIONS)}
    found: dict[str, Shown] = {}
    for link in sorted(record.links, key=lambda link: order.get(link.relation, len(order))):
        href = safe_url(link.url)
        if href is not None and link.relation in relations:
            label = printable(link.label or labels.get(link.relation, link.relation)).strip()
            found.setdefault(href, Shown(link.relation, label or labels["other"], href))
    return tuple(found.values())
