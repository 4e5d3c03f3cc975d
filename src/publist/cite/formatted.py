"""Works as formatted entries: the citing stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publist.cite.authors import Cut, cut_authors
from publist.cite.decorate import Look, decorate, roles_in
from publist.cite.engine import Engine, Formatted
from publist.cite.engines import engine_named
from publist.cite.journals import with_short_journal
from publist.cite.marks import MarkScheme, mark_scheme
from publist.cite.said import said_in
from publist.cite.styles import find
from publist.model import Entry, Legend, LegendItem, Record, Role, Work
from publist.problems import Problem
from publist.richtext import Inline, RichText, Tag

__all__ = ["FormattedList", "format_works"]


@dataclass(frozen=True, slots=True)
class FormattedList:
    """Formatted works with what belongs to all of them.

    Args:
        entries: One for each work, in the order given.
        style_order: The positions of the works given, in the style's own order.
        legend: What the marks in the entries mean.
        language: BCP 47 code of the language of the entries and the legend.
        problems: What did not go as the style has it.
    """

    entries: tuple[Entry, ...]
    style_order: tuple[int, ...]
    legend: Legend
    language: str
    problems: tuple[Problem, ...] = ()

    def in_style_order(self) -> tuple[Entry, ...]:
        """The entries in the style's own order."""
        return tuple(self.entries[at] for at in self.style_order)


def format_works(
    works: Sequence[Work],
    style: str | Path = "homepage",
    locale: str | None = None,
    engine: str | Engine = "csl",
    marks: str | Mapping[str, str] | MarkScheme = "symbols",
    *,
    max_authors: int | None = None,
    role_words: Mapping[str, str] | None = None,
    link_names: bool = False,
    link_titles: bool = False,
    show_awards: bool = True,
) -> FormattedList:
    """Format works in a citation style, with owner, roles and awards.

    Args:
        works: What to format; each entry stands for itself, whatever the others are.
        style: A style's name or a path to a ``.csl`` file.
        locale: BCP 47 code of the language to print in, instead of the style's own.
        engine: ``csl`` or ``citeproc-py``, or an engine itself.
        marks: A mark scheme's name, with changes if wanted (``emoji,equal=#``), or symbols
            by role, or a scheme.
        max_authors: How many names an entry shows at most, the owner's always among them.
        role_words: What roles are called in the legend, by role.
        link_names: Whether authors' names lead to their pages.
        link_titles: Whether titles lead to the works.
        show_awards: Whether awards are told in brackets.

    Returns:
        The entries in the order of the works, the style's own order, and the legend.

    Raises:
        StyleError: There is no such style or engine, or the style cannot be used.
        ProjectError: There is no such mark scheme.

    >>> from publist.model import Author, Name, Record
    >>> record = Record(key="x", title="Why?", authors=(Author(name=Name(family="Doe")),))
    >>> format_works([Work.of(record)]).entries[0].text.plain
    'Doe. Why?'
    """
    found = find(style, locale)
    language = found.locale or found.own_locale
    shorten = with_short_journal if found.shortens_journals else _as_it_is
    records = [said_in(shorten(work.record), language) for work in works]
    cuts = _cuts(records, max_authors, language)
    formatted = engine_named(engine)([cut.task for cut in cuts], found)
    texts = [_text(cut, formatted) for cut in cuts]
    look = Look(
        marks=mark_scheme(marks).assign(_roles(works, texts)),
        role_words=role_words or {},
        language=language,
        link_names=link_names,
        link_titles=link_titles,
        show_awards=show_awards,
    )
    return FormattedList(
        entries=tuple(map(partial(_entry, look=look), works, texts)),
        style_order=tuple(int(name) for name in formatted.order),
        legend=_legend(look),
        language=language,
        problems=formatted.problems,
    )


def _as_it_is(record: Record) -> Record:
    return record


def _cuts(records: Sequence[Record], limit: int | None, language: str) -> list[Cut]:
    return [cut_authors(str(at), record, limit, language) for at, record in enumerate(records)]


def _entry(work: Work, text: RichText, look: Look) -> Entry:
    return Entry(work=work, text=decorate(text, work.record, look))


def _text(cut: Cut, formatted: Formatted) -> RichText:
    return cut.finish(_inline(formatted.entries[cut.task.id]))


def _inline(text: RichText) -> RichText:
    """The text without a margin for numbers (lists number entries themselves) and outer blanks."""
    nodes: list[Inline] = []
    for node in text.nodes:
        if isinstance(node, str) or node.tag not in _MARGINS:
            nodes.append(node)
        else:
            nodes += [*node.children, " "]
    return _stripped(RichText.of(*nodes))


_MARGINS = (Tag.LEFT_MARGIN, Tag.RIGHT_INLINE)


def _stripped(text: RichText) -> RichText:
    nodes = list(text.nodes)
    if nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0].lstrip()
    if nodes and isinstance(nodes[-1], str):
        nodes[-1] = nodes[-1].rstrip()
    return RichText.of(*nodes)


def _roles(works: Sequence[Work], texts: Iterable[RichText]) -> tuple[Role, ...]:
    """The roles of all names that are really shown, in the order in which they are met."""
    return tuple(
        dict.fromkeys(
            role
            for work, text in zip(works, texts, strict=True)
            for role in roles_in(text, work.record)
        )
    )


def _legend(look: Look) -> Legend:
    return Legend(
        items=tuple(
            LegendItem(mark=mark, role=role, text=look.words(role))
            for role, mark in look.marks.items()
        )
    )
