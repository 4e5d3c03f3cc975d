"""The few words of a list that no citation style has, by language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from publist.model import Role
from publist.resources import data_folder

__all__ = ["word_for_and", "words_for_others", "words_for_role"]


def words_for_role(role: Role, language: str) -> str:
    """What a role is called in a legend.

    Args:
        role: The role; one that a lab defines is called by its own name.
        language: BCP 47 code.

    >>> words_for_role(Role(kind="equal"), "de-CH"), words_for_role(Role(kind="data-lead"), "en")
    ('gleicher Beitrag', 'data lead')
    """
    known = load_data("legend.yml")["roles"].get(role.kind)
    words = _in(known, language) if known else role.kind.replace("-", " ").replace("_", " ")
    if role.group == 1:
        return words
    form = _in(load_data("legend.yml")["group"], language)
    return form.replace("{words}", words).replace("{number}", str(role.group))


def words_for_others(count: int, language: str) -> str:
    """How many authors are not shown, in words.

    >>> words_for_others(12, "en-US"), words_for_others(1, "fr")
    ('12 others', '1 autre')
    """
    form = _in(load_data("legend.yml")["other" if count == 1 else "others"], language)
    return form.replace("{number}", str(count))


def word_for_and(language: str) -> str:
    """The word *and*; empty in languages that join lists without one."""
    return _in(load_data("legend.yml")["and"], language)


def _in(forms: dict[str, str], language: str) -> str:
    primary = language.replace("_", "-").partition("-")[0].casefold()
    return forms.get(primary, forms["en"])


@lru_cache(maxsize=4)
def load_data(name: str) -> Any:
    """A file of curated data."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load((data_folder() / name).read_text("utf-8"))
