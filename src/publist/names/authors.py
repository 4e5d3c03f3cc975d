"""Author fields: from the text of a field to its authors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from publist.model import Author
from publist.names.collective import is_group
from publist.names.emphasis import UNDERLINED
from publist.names.lists import split_human_list, without_others
from publist.names.marks import take_marks
from publist.names.read import Form, read_name
from publist.names.scan import split_at, unbraced, words
from publist.names.split import split_authors
from publist.names.suffixes import is_suffix
from publist.problems import Problem, Severity

__all__ = ["AuthorList", "read_authors"]


@dataclass(frozen=True, slots=True)
class AuthorList:
    """The authors of a field.

    Args:
        authors: In the printed order.
        truncated: Whether the list ends in *and others* or *et al.*
        problems: What was wrong with the field and how it was understood.
    """

    authors: tuple[Author, ...] = ()
    truncated: bool = False
    problems: tuple[Problem, ...] = ()


_OTHERS = frozenset({"others", "{others}", "et al", "et al.", "et~al.", "...", "…", "\\dots"})
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,10});")
_ODD = re.compile(
    r"[;…&]|\.\.\.|\bet~?\s?al\b|^\s*and\s|\sand\s*$|\sand\s+and\s|\bothers\b", re.IGNORECASE
)
_AMPERSAND = re.compile(r"\s+\\?&\s+")
_EDGE_AND = re.compile(r"^(?:and\s+)+|(?:\s+and)+$|^and$", re.IGNORECASE)


def read_authors(field: str, form: Form = "bibtex") -> AuthorList:
    r"""Read a field of authors or editors.

    For ``bibtex`` the field is split as BibTeX does it. What people type beside that is
    understood as well, with a Problem: an ``and`` too many, semicolons, ampersands, a list
    with commas alone. Marks at the names go to ``Author.marks``; bold or underline around a
    name makes it emphasised, unless it stands around every name.

    Args:
        field: The field's value: undecoded LaTeX for ``bibtex``, a typed list for ``human``.
        form: By which rules.

    >>> found = read_authors("Kwak*, Jaeheon and {\\'E}mile Zola and others")
    >>> [str(author.name) for author in found.authors], found.truncated
    (['Jaeheon Kwak', 'Émile Zola'], True)
    """
    problems: list[Problem] = []
    if "&" in field and _ENTITY.search(field):
        field = unescape(field).replace("\u00ad", "")
    if form == "human":
        text, truncated = without_others(field)
        names = split_human_list(text)
    else:
        names = _unwrapped(field, problems) or split_authors(field)
        truncated = False
        if _ODD.search(field) or field.count(",") > len(names):
            names, truncated = _mended(names, problems)
    read = [read_name(name, form) for name in names]
    for one in read:
        if one.problems:
            problems += one.problems
    authors = tuple(one.author for one in read)
    if len(authors) > 1 and _all_alike(authors):
        authors = tuple(author.model_copy(update={"emphasised": False}) for author in authors)
    return AuthorList(authors, truncated, tuple(problems))


def _unwrapped(field: str, problems: list[Problem]) -> list[str] | None:
    """The names of a list that stands in one pair of braces too many.

    For BibTeX that is one literal name. Where each part between ``and`` is plainly a person's,
    family name, comma, given name, a list was meant: ``{Barnes and Noble, Inc.}`` is none.
    """
    inner = unbraced(field.strip()) if field.lstrip()[:1] == "{" else None
    names = split_authors(inner) if inner and "," in inner else []
    if len(names) < 2 or not all(map(_is_person, names)):
        return None
    problems.append(
        _problem("names-braced", "The braces around the whole list make one name of it.", field)
    )
    return names


def _is_person(name: str) -> bool:
    sides = [words(side) for side in split_at(take_marks(name).text, ",")]
    return len(sides) == 2 and all(0 < len(side) <= 4 for side in sides) and not is_group(name)


def _all_alike(authors: tuple[Author, ...]) -> bool:
    """Whether every name is emphasised, and in one way: then that marks nobody."""
    if not all(author.emphasised for author in authors):
        return False
    return len({UNDERLINED in author.marks for author in authors}) == 1


def _mended(names: list[str], problems: list[Problem]) -> tuple[list[str], bool]:
    """The names with what BibTeX's splitting left in them undone."""
    truncated = False
    mended: list[str] = []
    for name in names:
        parts = _parted(name, problems)
        for part in parts:
            if part.lower() in _OTHERS:
                truncated = True
                continue
            whole, cut = without_others(part) if "{" not in part else (part, False)
            truncated = truncated or cut
            if whole.strip(" ~\t\n"):
                mended.append(whole)
    if truncated and names and names[-1].lower() not in _OTHERS and len(names) > 1:
        problems.append(
            _problem(
                "names-others", "The list is cut short with other words than 'others'.", names[-1]
            )
            if names[-1].lower() != "others"
            else _separator(names[-1])
        )
    return mended, truncated


def _parted(name: str, problems: list[Problem]) -> list[str]:
    stripped = _EDGE_AND.sub("", name).strip()
    if stripped != name:
        problems.append(_separator(name))
    if not stripped:
        if not name:
            problems.append(_separator("and and"))
        return []
    parts = [part for part in split_at(stripped, ";") if part]
    if len(parts) > 1:
        problems.append(_separator(name))
    return [piece for part in parts for piece in _by_commas(part, problems)]


def _by_commas(name: str, problems: list[Problem]) -> list[str]:
    """Names between commas or ampersands, where the name cannot be one by BibTeX's rules."""
    if "{" in name or "=" in name:
        return [name]
    sides = _AMPERSAND.split(name)
    sections = split_at(name, ",")
    people = len(sides) > 1 and all(len(words(side)) > 1 for side in sides)
    if not people and not _is_list(sections):
        return [name]
    names = split_human_list(name.replace("\\&", "&"))
    if len(names) > 1:
        problems.append(_separator(name))
    return names


def _is_list(sections: list[str]) -> bool:
    if len(sections) == 3:
        # von Last, Jr, First, unless all three are whole names.
        return all(len(words(section)) > 1 for section in sections) and not any(
            is_suffix(word) for word in words(sections[1])
        )
    return len(sections) > 3 and sum(bool(section) for section in sections) > 3


def _separator(value: str) -> Problem:
    return _problem(
        "names-separator", "The names are not separated by 'and' as BibTeX wants them.", value
    )


def _problem(code: str, message: str, value: str) -> Problem:
    return Problem(severity=Severity.WARNING, code=code, message=message, value=value)
