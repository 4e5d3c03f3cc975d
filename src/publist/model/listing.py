"""Listings: arranged and formatted entries, ready to be written in any form."""

from __future__ import annotations

from collections.abc import Iterator

from publist.model.author import Role
from publist.model.base import Model
from publist.model.work import Work
from publist.problems import Problem
from publist.richtext import RichText

__all__ = ["Entry", "Group", "Legend", "LegendItem", "Listing"]


class Entry(Model):
    """One formatted entry of a list.

    Args:
        work: What it shows; links, badges, abstract and thumbnail are taken from its record.
        text: The formatted reference. Names are ``Span(kind="name")``; the owner's is inside a
            ``Span(kind="owner")``, marks are ``Span(kind="mark", value=role, label=words)``,
            awards ``Span(kind="award", value=kind)``.
        number: Its number in the list, where the list is numbered.
        letters: What stands before the number, where each kind of work is counted by itself:
            ``J`` in *J3*.

    >>> from publist.model import Record
    >>> Entry(work=Work.of(Record(key="a")), text=RichText(), number=3, letters="J").label
    'J3'
    """

    work: Work
    text: RichText
    number: int | None = None
    letters: str = ""

    @property
    def label(self) -> str | None:
        """Letters and number as they are printed; None where there is no number."""
        return None if self.number is None else f"{self.letters}{self.number}"


class Group(Model):
    """A part of a list, with or without a heading.

    Args:
        heading: Words for people, in the list's language; None for the whole list.
        key: A name for anchors, unique in the list, e.g. ``2024`` or ``2024-conference``.
        entries: What stands in it; empty when it is divided further.
        groups: Its parts, in order.
    """

    heading: str | None = None
    key: str = ""
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """All entries in the order of the page."""
        yield from self.entries
        for group in self.groups:
            yield from group.walk()


class LegendItem(Model):
    """A mark and its meaning.

    Args:
        mark: The symbol as it is shown, e.g. ``*``.
        role: The role that it stands for.
        text: The meaning in the list's language, e.g. ``equal contribution``.
    """

    mark: str
    role: Role
    text: str


class Legend(Model):
    """The line that explains the marks that a list really shows, and only those."""

    items: tuple[LegendItem, ...] = ()


class Listing(Model):
    """A publication list, ready for any writer.

    Args:
        root: The whole list; ungrouped entries stand in it directly.
        legend: What the marks in it mean.
        language: BCP 47 code of its headings and legend.
        heading_level: The level of the outermost headings, 1 to 6.
        problems: What did not go as the style has it.
    """

    root: Group = Group()
    legend: Legend = Legend()
    language: str = "en-US"
    heading_level: int = 2
    problems: tuple[Problem, ...] = ()
