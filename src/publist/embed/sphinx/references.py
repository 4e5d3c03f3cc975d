"""The role ``pub``: a reference to an entry of a list on any page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from publist.model import Listing, Record

__all__ = [
    "Place",
    "PublicationReference",
    "PublicationRole",
    "forget",
    "merge",
    "remember",
    "resolve",
]

_LOGGER = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where an entry stands.

    Args:
        document: The page.
        anchor: The entry's id on it.
        label: What a reference to it says, e.g. ``Lovelace et al. 2022``.
    """

    document: str
    anchor: str
    label: str


class PublicationReference(nodes.Inline, nodes.TextElement):
    """A reference whose page is not known yet."""


class PublicationRole(SphinxRole):
    """``:pub:`key```, or ``:pub:`text <key>```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the node that :func:`resolve` replaces."""
        text, found, key = self.text.rpartition("<")
        shown = text.strip() if found and key.endswith(">") else ""
        wanted = key.rstrip(">").strip() if shown else self.text.strip()
        node = PublicationReference(self.rawtext, shown, key=wanted)
        self.set_source_info(node)
        return [node], []


def _places(env: BuildEnvironment) -> dict[str, Place]:
    places: dict[str, Place] | None = getattr(env, "publist_places", None)
    if places is None:
        places = {}
        env.publist_places = places  # type: ignore[attr-defined]  # Sphinx's way to keep data
    return places


def remember(env: BuildEnvironment, listing: Listing, anchors: dict[str, str]) -> None:
    """Note where the entries of a list stand; of a work in several lists the first one counts."""
    places = _places(env)
    for entry in listing.root.walk():
        key = entry.work.key
        if key in anchors:
            places.setdefault(key, Place(env.docname, anchors[key], _label(entry.work.record)))


def _label(record: Record) -> str:
    names = [author.name.literal or author.name.family or "" for author in record.authors]
    who = names[0] if names else record.key
    if len(names) == 2:
        who = f"{names[0]} & {names[1]}"
    elif len(names) > 2:
        who = f"{names[0]} et al."
    return f"{who} {record.year}" if record.year else who


def forget(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """A page is read again: what stood on it is not known any more."""
    places = _places(env)
    for key in [key for key, place in places.items() if place.document == docname]:
        del places[key]


def merge(
    _app: Sphinx, env: BuildEnvironment, docnames: Iterable[str], other: BuildEnvironment
) -> None:
    """Take what another process read of some pages."""
    read = set(docnames)
    for key, place in _places(other).items():
        if place.document in read:
            _places(env).setdefault(key, place)


def resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put links in the place of references, now that all pages are read."""
    places = _places(app.env)
    for node in list(doctree.findall(PublicationReference)):
        place = places.get(node["key"])
        shown = node.astext()
        if place is None:
            message = f"No list shows an entry with the key {node['key']!r}."
            _LOGGER.warning(message, type="publist", subtype="reference", location=node)
            node.replace_self(nodes.problematic("", shown or node["key"]))
            continue
        inside = nodes.inline("", shown or place.label)
        link: Any = make_refnode(app.builder, docname, place.document, place.anchor, inside)
        node.replace_self(link)
