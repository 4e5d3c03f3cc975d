"""The few words of a list that no citation style has, by language."""

from __future__ import annotations

from publist.model import Role
from publist.words import words

__all__ = ["word_for_and", "words_for_others", "words_for_role"]


def words_for_role(role: Role, language: str) -> str:
    """What a role is called in a legend.

    Args:
        role: The role; one that a lab defines is called by its own name.
        language: BCP 47 code.

    >>> words_for_role(Role(kind="equal"), "de-CH"), words_for_role(Role(kind="data-lead"), "en")
    ('gleicher Beitrag', 'data lead')
    """
    own_name = role.kind.replace("-", " ").replace("_", " ")
    called = words("roles", language).get(role.kind, own_name)
    if role.group == 1:
        return called
    form = words("authors", language)["group"]
    return form.replace("{words}", called).replace("{number}", str(role.group))


def words_for_others(count: int, language: str) -> str:
    """How many authors are not shown, in words.

    >>> words_for_others(12, "en-US"), words_for_others(1, "fr")
    ('12 others', '1 autre')
    """
    form = words("authors", language)["other" if count == 1 else "others"]
    return form.replace("{number}", str(count))


def word_for_and(language: str) -> str:
    """The word *and*; empty in languages that join lists without one."""
    return words("authors", language)["and"]
