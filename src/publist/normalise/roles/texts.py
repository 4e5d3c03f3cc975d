"""Texts of a record that may speak of its authors, and their leaving when they are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from publist.latex import to_unicode
from publist.model import Record, Role
from publist.normalise.roles.statements import Statements, read_statements
from publist.richtext import EMPTY, Inline, RichText, Tag

__all__ = ["Texts", "drop_settled", "read_texts"]

_RICH = ("note", "annotation")
_RAW = (
    "annotation", "annote", "addendum", "additional_info", "comment", "comments", "footnote",
    "special", "contribution", "contributions", "author_comment", "role", "roles",
)  # fmt: skip


@dataclass(slots=True)
class Texts:
    """What all texts of a record say together.

    Args:
        legend: What marks mean.
        given: Roles of authors by index.
        unplaced: Roles of which no text says whose they are.
        droppable: The texts that say nothing else, by field, with the roles they speak of.
        kept: Whether a text must stay because something in it found no place.
    """

    legend: dict[str, Role] = field(default_factory=dict)
    given: list[tuple[int, Role]] = field(default_factory=list)
    unplaced: list[Role] = field(default_factory=list)
    droppable: dict[tuple[str, bool], tuple[Role, ...]] = field(default_factory=dict)
    kept: bool = False


def read_texts(record: Record) -> Texts:
    """Read the notes, annotations and such fields of a record."""
    found = Texts()
    for name in _RICH:
        text: RichText = getattr(record, name)
        if text:
            _add(found, (name, True), read_statements(_marked(text), record.authors))
    for name, value in record.extra.items():
        if name.lower().replace("-", "_") in _RAW:
            plain = _decoded(value)
            _add(found, (name, False), read_statements(plain, record.authors))
    return found


def drop_settled(record: Record, texts: Texts) -> Record:
    """Take away the texts that say nothing but what the authors' roles now say.

    Args:
        record: The record, its roles settled.
        texts: What :func:`read_texts` found in it.
    """
    if texts.kept or not texts.droppable:
        return record
    kinds = {role.kind for author in record.authors for role in author.roles}
    done = [
        name
        for name, roles in texts.droppable.items()
        if roles and all(role.kind in kinds for role in roles)
    ]
    if not done:
        return record
    raw = {name for name, rich in done if not rich}
    changes: dict[str, object] = {name: EMPTY for name, rich in done if rich}
    changes["extra"] = {name: text for name, text in record.extra.items() if name not in raw}
    return record.change(**changes)


def _add(found: Texts, name: tuple[str, bool], said: Statements) -> None:
    for mark, role in said.legend.items():
        found.legend.setdefault(mark, role)
    found.given += said.given
    found.unplaced += said.unplaced
    roles = (*said.legend.values(), *(role for _, role in said.given), *said.unplaced)
    if said.only and roles:
        found.droppable[name] = roles


def _decoded(raw: str) -> str:
    from publist.names.marks import with_plain_marks

    text = with_plain_marks(raw)
    return to_unicode(text) if "\\" in text or "{" in text else text


def _marked(text: RichText) -> str:
    """Plain text in which raised marks stay recognisable."""
    return "".join(map(_source, text.nodes))


def _source(node: Inline) -> str:
    if isinstance(node, str):
        return node
    inner = "".join(map(_source, node.children))
    if node.tag is Tag.MATH:
        return f"${inner}$"
    return f"<sup>{inner}</sup>" if node.tag is Tag.SUP else inner
