"""A listing as docutils nodes: sections, lists, paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docutils import nodes

from publist.embed.sphinx.inline import inline_nodes
from publist.model import Entry, Group, Legend, Listing
from publist.write.html_entry import badges, unfolding
from publist.write.links import shown_links
from publist.write.options import Options

__all__ = ["Anchoring", "listing_nodes"]

Anchoring = Callable[[str], str]
"""Gives an id that the document does not have yet, near to the one wanted."""


def listing_nodes(
    listing: Listing, options: Options, anchor: Anchoring, *, sections: bool
) -> list[nodes.Node]:
    """A list's nodes.

    Args:
        listing: The list.
        options: What is shown beside the references.
        anchor: Gives ids.
        sections: Whether groups may be sections; inside other things they are rubrics.
    """
    writing = _Writing(listing.language, options, anchor, sections=sections)
    made: list[nodes.Node] = []
    if options.legend and listing.legend.items:
        made.append(_styled(_legend(listing.legend)))
    return [*made, *writing.group(listing.root)]


def _styled(node: nodes.Node) -> nodes.container:
    """Put a part of a list where the style sheet finds it.

    There is no box around the whole list, since sections cannot stand in one.
    """
    return nodes.container("", node, classes=["publist-list"])


def _legend(legend: Legend) -> nodes.paragraph:
    made = nodes.paragraph(classes=["publist-legend"])
    for index, item in enumerate(legend.items):
        if index:
            made += nodes.Text(" · ")
        made += nodes.superscript("", item.mark, classes=["publist-mark"])
        made += nodes.Text(f" {item.text}")
    return made


class _Writing:
    def __init__(
        self, language: str, options: Options, anchor: Anchoring, *, sections: bool
    ) -> None:
        self._language = language
        self._options = options
        self._anchor = anchor
        self._sections = sections

    def group(self, group: Group) -> Iterator[nodes.Node]:
        inside = [
            *([_styled(self._entries(group.entries))] if group.entries else []),
            *(node for part in group.groups for node in self.group(part)),
        ]
        if group.heading is None:
            yield from inside
        elif self._sections:
            made = nodes.section(ids=[self._anchor(group.key or group.heading)])
            made += nodes.title("", group.heading)
            made += inside
            yield made
        else:
            yield nodes.rubric("", group.heading)
            yield from inside

    def _entries(self, entries: tuple[Entry, ...]) -> nodes.Element:
        numbers = [entry.number for entry in entries if entry.number is not None]
        plain = len(numbers) == len(entries) and not any(entry.letters for entry in entries)
        rising = plain and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        made: nodes.Element
        if rising:
            made = nodes.enumerated_list(
                enumtype="arabic", prefix="", suffix=".", start=numbers[0], classes=["publist"]
            )
        else:
            numbered = ["publist-numbered"] if numbers else []
            made = nodes.bullet_list(classes=["publist", *numbered])
        for entry in entries:
            made.append(self._entry(entry, numbered=rising))
        return made

    def _entry(self, entry: Entry, *, numbered: bool) -> nodes.list_item:
        item = nodes.list_item(ids=[self._anchor(entry.work.key)])
        said = nodes.paragraph(classes=["publist-entry"])
        if entry.number is not None and not numbered:
            # docutils counts upwards only; a falling number is text.
            said += nodes.inline("", f"{entry.label}. ", classes=["publist-number"])
        if self._options.badges and (before := badges(entry.work)):
            said += nodes.raw("", before, format="html")
        said += inline_nodes(entry.text, self._language)
        self._add_links(said, entry)
        item += said
        item += self._folded(entry)
        return item

    def _add_links(self, said: nodes.paragraph, entry: Entry) -> None:
        for index, link in enumerate(shown_links(entry, self._options.links, self._language)):
            said += nodes.Text(" · " if index else " ")
            said += nodes.reference("", link.label, refuri=link.href, internal=False)

    def _folded(self, entry: Entry) -> list[nodes.Node]:
        """Abstract and BibTeX, to unfold in a browser; other builders leave them out."""
        html = "".join(unfolding(entry.work, self._language, self._options))
        if not html:
            return []
        return [nodes.raw("", f'<div class="publist-links">{html}</div>', format="html")]
