"""The words of lists in the list's language: headings, labels, kinds of works, roles.

They stand in ``data/words.yml``; English stands in where a language has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from publist.curated import Block, curated_blocks
from publist.resources import data_folder

__all__ = ["all_words", "is_right_to_left", "primary_language", "says_forthcoming", "words"]

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def words(table: str, language: str) -> Mapping[str, str]:
    """One table of words in one language.

    Args:
        table: The table's name: ``kinds``, ``headings``, ``links``, ``labels``, ``roles``,
            ``authors``, ``genres`` or ``states``.
        language: BCP 47 code; ``pt-BR`` finds its own words, else those of ``pt``.

    >>> words("kinds", "fr-CA")["journal"], words("labels", "tlh")["abstract"]
    ('Articles de revue', 'Abstract')
    """
    return _words(table, language.replace("_", "-").lower())


@cache
def all_words(table: str) -> frozenset[str]:
    """Every word of a table of lists, whatever the language, in lower case.

    >>> "à paraître" in all_words("forthcoming")
    True
    """
    blocks = [block for block in _blocks() if block.id.partition(".")[0] == table]
    forms = (words for block in blocks for words in block.lists.values())
    return frozenset(word.lower() for words in forms for word in words)


def says_forthcoming(text: str) -> bool:
    """Whether a text says that a work is not out yet, and nothing else.

    >>> says_forthcoming("(In press)"), says_forthcoming("im Druck"), says_forthcoming("in Bonn")
    (True, True, False)
    """
    plain = " ".join(text.replace("-", " ").split())
    return plain.strip(".()").lower() in all_words("forthcoming")


def primary_language(language: str) -> str:
    """The language itself without script and region, in lower case."""
    return language.replace("_", "-").partition("-")[0].lower()


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left.

    >>> is_right_to_left("he-IL"), is_right_to_left("de")
    (True, False)
    """
    return primary_language(language) in _RIGHT_TO_LEFT


@lru_cache(maxsize=64)
def _words(table: str, language: str) -> Mapping[str, str]:
    found = {}
    for key, forms in _data()[table].items():
        best = next(name for name in (language, primary_language(language), "en") if name in forms)
        found[key] = forms[best]
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _blocks() -> tuple[Block, ...]:
    file = data_folder() / "words.yml"
    return tuple(curated_blocks(file.read_text("utf-8"), str(file)))


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Words by table, key and language."""
    tables: dict[str, dict[str, Mapping[str, str]]] = {}
    for block in _blocks():
        table, _, key = block.id.partition(".")
        tables.setdefault(table, {})[key] = block.texts
    return tables
