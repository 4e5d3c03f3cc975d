"""Reading names and author fields, with what stands around them."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from publist.model import Author, Name
from publist.names.biblatex import read_extended
from publist.names.bibtex import Parts, parts_of
from publist.names.cjk import is_all_cjk, read_cjk
from publist.names.collective import is_certain_group, is_group
from publist.names.human import human_parts
from publist.names.initials import with_spaced_initials
from publist.names.marks import take_marks
from publist.names.particles import is_particle
from publist.names.scan import unbraced
from publist.names.suffixes import is_suffix
from publist.problems import Problem, Severity

__all__ = ["Form", "ReadName", "parse_name", "read_author", "read_name"]

Form = Literal["bibtex", "human"]
"""``bibtex``: undecoded LaTeX by BibTeX's rules. ``human``: as people type names."""


class ReadName(NamedTuple):
    """A name as it was read: the author, and what was wrong with the text."""

    author: Author
    problems: tuple[Problem, ...] = ()


# The two forms that nearly every name in a bibliography has; all else goes the long way.
_WORD = r"[A-ZÀ-ÖØ-Þ](?:\.|[a-zß-öø-ÿ]+)(?:-[A-ZÀ-ÖØ-Þa-z][a-zß-öø-ÿ.]*)?"
_FAMILY = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?"
_FIRST_LAST = re.compile(rf"((?:{_WORD} ){{1,3}})({_FAMILY})")
_LAST_FIRST = re.compile(rf"({_FAMILY}), ((?:{_WORD})(?: {_WORD}){{0,2}})")
_NOT_PLAIN = frozenset("Jr Sr Junior Senior Collaboration Consortium Team Group Initiative".split())
_LATEX = re.compile(r"[\\{}$~%&`]|--|''")
_DBLP_NUMBER = re.compile(r"(.*\S)\s+(\d{4})")


def parse_name(text: str, form: Form = "bibtex") -> Name:
    r"""Read one name; marks at it are taken off and lost, use :func:`read_author` to have them.

    Args:
        text: One name: undecoded LaTeX for ``bibtex``.
        form: By which rules.

    >>> name = parse_name(r"de la Vall{\'e}e Poussin, Charles")
    >>> name.particle, name.family
    ('de la', 'Vallée Poussin')
    >>> parse_name("AC Zhou", "human").given
    'A. C.'
    """
    return read_name(text, form).author.name


def read_author(text: str, form: Form = "bibtex") -> Author:
    """Read one author: the name, the marks at it, and whether it is emphasised.

    Args:
        text: One name as the source has it: undecoded LaTeX for ``bibtex``.
        form: By which rules.

    >>> author = read_author("Zhenheng Tang*", "human")
    >>> author.name.family, author.marks
    ('Tang', ('*',))
    """
    return read_name(text, form).author


@lru_cache(maxsize=65536)
def read_name(text: str, form: Form = "bibtex") -> ReadName:
    """Read one author and say what was wrong with the text.

    The result is a value, so the same text read again costs nothing.
    """
    if form == "bibtex" and (name := _plain_name(text)):
        return ReadName(Author(name=name))
    marked = take_marks(text)
    cleaned = marked.text if marked.text or not text.strip() else text.strip()
    person = None
    problems: tuple[Problem, ...] = ()
    if cleaned[-1:].isdigit() and (numbered := _DBLP_NUMBER.fullmatch(cleaned)):
        cleaned = numbered[1]
        person = f"dblp:{_decoded(cleaned)} {numbered[2]}"
    if form == "human":
        name = _human_name(_decoded(cleaned))
    else:
        name, problems, said = _bibtex_name(cleaned, marked=bool(marked.marks))
        person = said or person
    author = Author(name=name, person=person, marks=marked.marks, emphasised=marked.emphasised)
    return ReadName(author, problems)


def _plain_name(text: str) -> Name | None:
    plain = _FIRST_LAST.fullmatch(text)
    if plain and plain[2] not in _NOT_PLAIN:
        return Name(family=plain[2], given=plain[1][:-1])
    plain = _LAST_FIRST.fullmatch(text)
    if plain and plain[2] not in _NOT_PLAIN:
        return Name(family=plain[1], given=plain[2])
    return None


def _human_name(text: str) -> Name:
    text = " ".join(text.split())
    if is_all_cjk(text):
        return read_cjk(text)
    if is_group(text):
        return Name(literal=text)
    parts = human_parts(text)
    return _name(
        family=parts.family or text,
        given=parts.given,
        particle=parts.particle,
        dropping=parts.dropping,
        suffix=parts.suffix,
    )


def _bibtex_name(text: str, *, marked: bool) -> tuple[Name, tuple[Problem, ...], str | None]:
    extended = read_extended(text)
    if extended is not None:
        return _extended_name(extended), (), _decoded(extended.get("id", "")) or None
    inner = unbraced(text)
    if inner is not None and not (marked and not is_group(inner)):
        return _literal(inner), (), None
    if inner is not None:
        text = inner
    parts, well_formed = parts_of(text)
    problems = (*_brace_problems(text), *_comma_problems(text, parts, well_formed=well_formed))
    if len(parts.first) + len(parts.last) == 1 and not text.isascii():
        bare = _decoded(text)
        if is_all_cjk(bare):
            return read_cjk(bare), problems, None
    if "," not in text and is_certain_group(text):
        return Name(literal=_decoded(text)), (*problems, _unbraced_group(text)), None
    if "," not in text:
        parts = _cjk_family_first(parts)
        if _is_vancouver(parts):
            parts = parts._replace(first=parts.last, last=parts.first)
            problems += (
                _problem("name-order", f"The family name of {text!r} was taken to be first.", text),
            )
    return _from_parts(parts, whole_in_capitals=text.isupper()), problems, None


def _comma_problems(text: str, parts: Parts, *, well_formed: bool) -> Iterator[Problem]:
    if not well_formed:
        message = f"The commas of the name {text!r} do not make sense."
        yield _problem("name-commas", message, text)
    elif "," in text and len(parts.first) == 1 and not parts.jr and is_suffix(parts.first[0]):
        # BibTeX's rules leave no choice; the person who typed it meant something else.
        message = f"The comma of {text!r} makes {parts.first[0]!r} a given name."
        *given, family = parts.last or [""]
        if given and not parts.von:
            meant = f"{family}, {parts.first[0]}, {' '.join(given)}"
            message += f" Write {meant!r}."
        yield _problem("name-commas", message, text)


def _literal(inner: str) -> Name:
    text = _decoded(inner)
    return Name(literal=text) if text else Name()


def _from_parts(parts: Parts, *, whole_in_capitals: bool) -> Name:
    first, von, last, jr = parts
    if len(last) > 1 and not jr and is_suffix(last[-1]):
        last, jr = last[:-1], last[-1:]
    elif len(first) > 1 and not jr and len(last) == 1 and is_suffix(last[0]):
        # Martin Luther King Jr. with no comma: the suffix has taken the family name's place.
        first, last, jr = first[:-1], first[-1:], last
    elif von and len(last) == 1 and is_suffix(last[0]) and not jr and first:
        von, last, jr = von[:-1], von[-1:], last
    given = list(first)
    dropping: list[str] = []
    while len(given) > 1 and given[-1].islower() and is_particle(given[-1]) and not von:
        dropping.insert(0, given.pop())
    if len(dropping) == 1 and len(dropping[0]) == 1:
        given += dropping
        dropping = []
    return _name(
        family=_decoded(" ".join(last)),
        given=_decoded(" ".join(given)),
        particle=_decoded(" ".join(von)),
        dropping=_decoded(" ".join(dropping)),
        suffix=_decoded(" ".join(jr)),
        braced=whole_in_capitals,
    )


def _cjk_family_first(parts: Parts) -> Parts:
    """The family name comes first where the first word is in Chinese, Japanese or Korean."""
    tokens = [*parts.first, *parts.last]
    if len(tokens) > 1 and is_all_cjk(tokens[0]) and not tokens[0].startswith("{"):
        return parts._replace(first=tokens[1:], last=tokens[:1])
    return parts


def _is_vancouver(parts: Parts) -> bool:
    """``Zhou AC``: capitals behind one name in small letters are no family name."""
    if len(parts.first) != 1 or len(parts.last) != 1 or parts.von:
        return False
    first, last = parts.first[0], parts.last[0]
    initials_last = 2 <= len(last) <= 3 and last.isascii() and last.isupper() and last.isalpha()
    return initials_last and first.isalpha() and first.istitle() and len(first) > 1


def _extended_name(parts: dict[str, str]) -> Name:
    family = parts.get("family", "")
    inner = unbraced(family)
    if inner is not None:
        if not parts.get("given") and not parts.get("prefix") and " " in inner:
            return _literal(inner)
        family = inner
    prefix = _decoded(parts.get("prefix", ""))
    drops = parts.get("useprefix", "").lower() == "false"
    return _name(
        family=_decoded(family),
        given=_decoded(parts.get("given", "")),
        particle="" if drops else prefix,
        dropping=prefix if drops else "",
        suffix=_decoded(parts.get("suffix", "")),
    )


def _name(
    *,
    family: str,
    given: str = "",
    particle: str = "",
    dropping: str = "",
    suffix: str = "",
    braced: bool = False,
) -> Name:
    if given:
        # In a name all in capitals two capitals say nothing.
        mixed = not braced and any(map(str.islower, family)) and family[:1].isupper()
        given = with_spaced_initials(given, split_capitals=mixed)
    return Name(
        family=family or None,
        given=given or None,
        particle=particle or None,
        dropping_particle=dropping or None,
        suffix=suffix or None,
    )


def _decoded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not _LATEX.search(text):
        return text
    from publist.latex import to_unicode

    return " ".join(to_unicode(text).split())


def _brace_problems(text: str) -> tuple[Problem, ...]:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            break
    if depth == 0:
        return ()
    return (_problem("name-braces", f"The braces of the name {text!r} do not match.", text),)


def _unbraced_group(text: str) -> Problem:
    return _problem(
        "name-group",
        f"{text!r} is a group and stands without braces: BibTeX takes its last word for a "
        "family name.",
        text,
    )


def _problem(code: str, message: str, value: str) -> Problem:
    return Problem(severity=Severity.WARNING, code=code, message=message, value=value)
