"""The links of a work as a list shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from publist.model import RELATIONS, Entry, Identifier, IdentifierError, Link, Record
from publist.richtext import Link as LinkNode
from publist.richtext import RichText
from publist.words import words
from publist.write.settle import printable
from publist.write.urls import safe_url

__all__ = ["Shown", "in_words", "shown_links"]

# What an identifier leads to, and what the link is called; None for the relation's own word.
_IDENTIFIERS = {
    "doi": ("paper", "DOI"),
    "acl": ("paper", "ACL Anthology"),
    "arxiv": ("arxiv", None),
    "openreview": ("html", "OpenReview"),
    "pmcid": ("html", "PubMed Central"),
    "hal": ("html", "HAL"),
}
# What the address of a work is called that is no paper.
_NO_PAPERS = {
    "dataset": "data",
    "software": "other",
    "webpage": "other",
    "post": "other",
    "post-weblog": "blog",
    "speech": "other",
    "patent": "other",
    "motion_picture": "video",
    "broadcast": "other",
    "performance": "other",
    "graphic": "other",
    "map": "other",
}


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


def shown_links(entry: Entry, relations: Sequence[str], language: str) -> tuple[Shown, ...]:
    """The links beside an entry in the order of ``RELATIONS``, each target once, none unsafe.

    To the links of the record come those that its identifiers make, unless a link of the
    record leads to the same identifier. What the style prints as a URL is not repeated.

    Args:
        entry: The entry.
        relations: The relations that are wanted.
        language: BCP 47 code of the labels.

    >>> from publist.model import Work
    >>> record = Record(key="a", identifiers=(Identifier(scheme="arxiv", value="1412.6980"),),
    ...                 links=(Link(relation="code", url="https://example.org/code"),
    ...                        Link(relation="pdf", url="javascript:alert(1)")))
    >>> entry = Entry(work=Work.of(record), text=RichText())
    >>> [link.label for link in shown_links(entry, RELATIONS, "de")]
    ['arXiv', 'Code']
    """
    labels = words("links", language)
    order = {relation: at for at, relation in enumerate(RELATIONS)}
    printed = set(_printed_urls(entry.text))
    record = entry.work.record
    links = [*record.links, *_made_links(record)]
    found: dict[str, Shown] = {}
    for link in sorted(links, key=lambda link: order.get(link.relation, len(order))):
        href = safe_url(link.url)
        if href is not None and href not in printed and link.relation in relations:
            name = (
                _NO_PAPERS.get(record.type, "paper") if link.relation == "paper" else link.relation
            )
            label = link.label or labels.get(name, name)
            label = printable(in_words(label, language)).strip()
            found.setdefault(href, Shown(link.relation, label or labels["other"], href))
    return tuple(found.values())


def in_words(label: str, language: str) -> str:
    """A label with the name of a version that linking gave it, in the language of a list.

    Args:
        label: As the link has it, e.g. ``workshop version`` or ``PDF (workshop version)``;
            others stay as they are.
        language: BCP 47 code.

    >>> in_words("workshop version", "de"), in_words("Paper (journal version)", "fr")
    ('Workshopfassung', 'Article (version de revue)')
    """
    if language.lower().startswith("en"):
        return label
    version, link = _translations("versions", language), _translations("links", language)
    what, bracket, rest = label.partition(" (")
    if bracket and what in link and label.endswith(")"):
        return f"{link[what]} ({version.get(rest[:-1], rest[:-1])})"
    return version.get(label, label)


@lru_cache(maxsize=32)
def _translations(table: str, language: str) -> dict[str, str]:
    """Words of a language by the English ones."""
    there = words(table, language)
    return {english: there[key] for key, english in words(table, "en").items()}


def _made_links(record: Record) -> Iterator[Link]:
    for identifier in record.identifiers:
        if identifier.scheme in _IDENTIFIERS and not _is_linked(identifier, record):
            relation, label = _IDENTIFIERS[identifier.scheme]
            yield Link(relation=relation, url=identifier.url or "", label=label)


def _is_linked(identifier: Identifier, record: Record) -> bool:
    return any(_leads_to(link.url, identifier) for link in record.links)


def _leads_to(url: str, identifier: Identifier) -> bool:
    try:
        return Identifier.parse(identifier.scheme, url).value == identifier.value
    except IdentifierError:
        return False


def _printed_urls(text: RichText) -> Iterator[str]:
    """The URLs that stand in the text as such, not behind other words."""
    for node in text.walk():
        if isinstance(node, LinkNode) and RichText(node.children).plain.strip() in node.href:
            yield node.href
