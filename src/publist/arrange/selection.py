"""What a user asks a list to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, field_validator

from publist.arrange.kinds import kinds_meant
from publist.arrange.years import parse_years
from publist.model import Model

__all__ = ["Selection"]


def _several(value: Any) -> Any:
    """One value or many; a string holds several between commas."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(part for part in (part.strip() for part in value.split(",")) if part)
    if isinstance(value, Iterable):
        return tuple(str(part).strip() for part in value)
    return (str(value),)


def _several_words(value: Any) -> Any:
    """The same where no value has a comma in it: each of several may hold several."""
    return tuple(part for each in _several(value) for part in _several(each))


def _several_names(value: Any) -> Any:
    """The same for names, in which a comma is part of the name."""
    return _several(value.split(";") if isinstance(value, str) else value)


Several = Annotated[tuple[str, ...], BeforeValidator(_several)]
SeveralWords = Annotated[tuple[str, ...], BeforeValidator(_several_words)]
SeveralNames = Annotated[tuple[str, ...], BeforeValidator(_several_names)]


class Selection(Model):
    """Which works are wanted. What is not given excludes nothing.

    A work must satisfy every field that is given. Within a field one of the values is enough,
    and a value after ``!`` must not be met: ``kinds=["!preprint"]`` is all but the preprints.

    Args:
        kinds: Kinds (``conference``, ``journal``, ``preprint`` …) or CSL item types.
        years: ``2024``, ``2020-2024``, ``2022-``, ``-2019``, ``forthcoming``, ``undated``.
        authors: Names in any usual form, persons' ids, ORCIDs, or ``me``.
        groups: Groups of the lab, of which an author is a member; ``any`` is every member.
        in_membership: Whether only what came out while its author was a member counts: one of
            the ``authors`` or ``groups`` asked for, else anybody; see
            :func:`publist.arrange.members.within`.
        roles: Roles that one of the ``authors`` asked for has, else the owner of the list,
            else anybody; besides roles, ``first`` and ``last`` author. Who contributed
            equally with the first author is a first author.
        venues: Short names, ids, or words of full names.
        keywords: Whole keywords.
        awards: Kinds of awards (``oral``), words of their names, or ``any``.
        selected: Whether the owner put it among the selected works.
        text: Words that all occur somewhere in the work, or parts of words.

    >>> Selection(years="2020-2022, 2024", kinds="conferences").years
    ('2020-2022', '2024')
    >>> Selection(kinds=["journal,book", "thesis"]).kinds
    ('journal', 'book', 'thesis')
    """

    kinds: SeveralWords = ()
    years: SeveralWords = ()
    authors: SeveralNames = ()
    groups: Several = ()
    in_membership: bool = False
    roles: Several = ()
    venues: Several = ()
    keywords: Several = ()
    awards: Several = ()
    selected: bool | None = None
    text: str | None = None

    @field_validator("years")
    @classmethod
    def _years_make_sense(cls, years: tuple[str, ...]) -> tuple[str, ...]:
        for year in years:
            parse_years(year.removeprefix("!"))
        return years

    @field_validator("kinds")
    @classmethod
    def _kinds_are_known(cls, kinds: tuple[str, ...]) -> tuple[str, ...]:
        for kind in kinds:
            kinds_meant(kind.removeprefix("!"))
        return kinds
