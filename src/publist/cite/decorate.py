"""Lays on a formatted entry what no citation style knows: owner, marks, awards, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from publist.cite.words import words_for_role
from publist.model import Author, Award, Record, Role
from publist.richtext import Element, Inline, Link, RichText, Span, Tag

__all__ = ["Look", "best_url", "decorate", "person_at", "roles_in", "with_awards"]

_BEST_LINKS = ("paper", "html", "project", "arxiv", "pdf")


@dataclass(frozen=True, slots=True)
class Look:
    """What is shown of a record besides what the style prints.

    Args:
        marks: The symbol of every role that is shown.
        role_words: What roles are called, by ``str`` of the role, instead of our own words.
        language: BCP 47 code of the words.
        link_names: Whether authors' names lead to their pages.
        link_titles: Whether titles lead to the work.
        show_awards: Whether awards are told.
    """

    marks: Mapping[Role, str] = field(default_factory=dict)
    role_words: Mapping[str, str] = field(default_factory=dict)
    language: str = "en-US"
    link_names: bool = False
    link_titles: bool = False
    show_awards: bool = True

    def words(self, role: Role) -> str:
        """What a role is called."""
        return self.role_words.get(str(role)) or words_for_role(role, self.language)


def decorate(text: RichText, record: Record, look: Look) -> RichText:
    """A formatted entry with everything that is to be shown laid on it.

    Args:
        text: The entry as an engine gives it, with names as spans.
        record: What it shows.
        look: What to lay on it.
    """
    href = best_url(record) if look.link_titles else None

    def change(node: Inline) -> Iterator[Inline]:
        person = person_at(node, record)
        if person is not None:
            yield from _name(node, person, look)
        elif href is not None and isinstance(node, Span) and node.kind == "title":
            yield Link(Tag.LINK, (node,), href=href)
        else:
            yield node

    text = text.map(change)
    return with_awards(text, _untold(record.awards, text)) if look.show_awards else text


def roles_in(text: RichText, record: Record) -> tuple[Role, ...]:
    """The roles of the people whose names an entry really shows, in their order."""
    people = (person_at(node, record) for node in text.walk())
    return tuple(dict.fromkeys(role for person in people if person for role in person.roles))


def person_at(node: Inline, record: Record) -> Author | None:
    """Whose name a node of a formatted entry is: an author's, an editor's …; None for others."""
    if not (isinstance(node, Span) and node.kind == "name" and isinstance(node.value, tuple)):
        return None
    variable, index = node.value
    people = record.contributors.get(variable, ())
    if variable in ("author", "editor"):
        people = record.authors if variable == "author" else record.editors
    return people[index] if index < len(people) else None


def best_url(record: Record) -> str | None:
    """Where the work is to be had: its paper, its DOI, its preprint."""
    for relation in _BEST_LINKS[:2]:
        for link in record.links:
            if link.relation == relation:
                return link.url
    for scheme in ("doi", "acl", "openreview", "arxiv", "hal", "handle", "pmid"):
        for identifier in record.identifiers:
            if identifier.scheme == scheme and identifier.url:
                return identifier.url
    return next((link.url for link in record.links if link.relation in _BEST_LINKS), None)


def _name(node: Inline, author: Author, look: Look) -> Iterator[Inline]:
    if author.url and look.link_names:
        node = Link(Tag.LINK, (node,), href=author.url)
    if author.me:
        node = Span(Tag.SPAN, (node,), kind="owner")
    yield node
    roles = set(author.roles)
    marks = tuple(
        Span(Tag.SPAN, (mark,), kind="mark", value=str(role), label=look.words(role))
        for role, mark in look.marks.items()
        if role in roles
    )
    if marks:
        yield Element(Tag.SUP, marks)


def _untold(awards: Sequence[Award], text: RichText) -> tuple[Award, ...]:
    """The awards that the style does not print already, in a note for instance.

    One word, such as *Oral*, may well mean something else where it stands.
    """
    plain = text.plain
    return tuple(award for award in awards if " " not in award.name or award.name not in plain)


def with_awards(text: RichText, awards: Sequence[Award]) -> RichText:
    """An entry with its awards in brackets, inside its final full stop.

    >>> with_awards(RichText.of("In ICML 2022."), (Award(name="Oral", kind="oral"),)).plain
    'In ICML 2022 (Oral).'
    """
    if not awards:
        return text
    shown: list[Inline] = [" ("]
    for at, award in enumerate(awards):
        shown += [", "] if at else []
        shown.append(Span(Tag.SPAN, (award.name,), kind="award", value=award.kind))
    shown.append(")")
    before, after = _split_for_awards(text.nodes)
    return RichText.of(*before, *shown, *after)


Nodes = tuple[Inline, ...]

# What may stand between the last sentence of an entry and the address that ends it.
_LEADS_TO_ADDRESS = re.compile(
    r"\.(?:\s+\[Online\]\.)?(?:\s+(?:Available(?: at)?:|doi:|https?://\S{0,40}))?\s*$",
    re.IGNORECASE,
)


# A full stop inside these is the entry's own; one inside a name or a link is not.
_OPEN_TO_AWARDS = (Tag.EMPH, Tag.STRONG, Tag.NORMAL, Tag.BLOCK, Tag.INDENT)


def _split_for_awards(nodes: Nodes) -> tuple[Nodes, Nodes]:
    """The nodes before and after the place for awards.

    That is in front of the full stop of the last sentence, be it the last character or be
    there an address behind it. A full stop inside a name or a link is not the entry's.
    """
    at = len(nodes) - 1
    while at >= 0 and _is_stop(nodes[at]):
        at -= 1
    if at > 0 and isinstance(nodes[at], Link):
        lead = nodes[at - 1]
        found = _LEADS_TO_ADDRESS.search(lead[-100:]) if isinstance(lead, str) else None
        if isinstance(lead, str) and found:
            cut = len(lead) - len(found.group())
            return (*nodes[: at - 1], lead[:cut]), (lead[cut:], *nodes[at:])
    return _without_stop(nodes)


def _is_stop(node: Inline) -> bool:
    return isinstance(node, str) and not node.strip(" .")


def _without_stop(nodes: Nodes) -> tuple[Nodes, Nodes]:
    if not nodes:
        return nodes, ()
    last = nodes[-1]
    if isinstance(last, str):
        bare = last.rstrip()
        if bare.endswith(".") and not bare.endswith(".."):
            return (*nodes[:-1], bare[:-1]), (".",)
        return (*nodes[:-1], bare), ()
    if last.tag in _OPEN_TO_AWARDS:
        inside, stop = _without_stop(last.children)
        return (*nodes[:-1], replace(last, children=inside)), stop
    return nodes, ()
