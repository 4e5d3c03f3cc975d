"""The catalogue of awards, as one pattern over what sources write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from publist.curated import curated_blocks
from publist.errors import ProjectError
from publist.resources import data_folder

__all__ = ["AwardCatalogue", "AwardEntry"]


class AwardEntry(NamedTuple):
    """A distinction as the catalogue knows it.

    Args:
        id: Its kind, as :class:`publist.model.Award` has it.
        name: How it is shown.
        words: What sources write, in small letters without accents.
        is_form: Whether it is a way of presenting a paper (*oral*) rather than a prize.
    """

    id: str
    name: str
    words: tuple[str, ...]
    is_form: bool = False


class AwardCatalogue:
    """Known distinctions.

    Args:
        entries: The distinctions.

    >>> AwardCatalogue.load().find("received the best student paper award")[0].id
    'best-student-paper'
    """

    def __init__(self, entries: Iterable[AwardEntry]) -> None:
        self._by_words = {words: entry for entry in entries for words in entry.words}
        longest_first = sorted(self._by_words, key=lambda words: (-len(words), words))
        written = "|".join(re.escape(words).replace(r"\ ", "[ -]") for words in longest_first)
        # Chinese words have no blanks around them.
        self._pattern = re.compile(rf"(?<![a-z0-9])(?:{written})(?![a-z0-9])")

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> AwardCatalogue:
        """The catalogue that comes with publist, ``data/awards.yml``.

        Raises:
            ProjectError: It cannot be read.
        """
        try:
            text = data_folder().joinpath("awards.yml").read_text(encoding="utf-8")
        except OSError as error:
            raise ProjectError(f"publist's own awards cannot be read: {error}") from error
        return cls(
            AwardEntry(
                block.id,
                block.texts["name"],
                tuple(block.lists["words"]),
                block.texts.get("form") == "presentation",
            )
            for block in curated_blocks(text, "awards.yml")
        )

    def find(self, folded: str) -> tuple[AwardEntry, int, int] | None:
        """The first prize that a folded text names, failing that the first form.

        Args:
            folded: Text in small letters without accents.

        Returns:
            The entry, and where its words begin and end.
        """
        form: tuple[AwardEntry, int, int] | None = None
        for match in self._pattern.finditer(folded):
            entry = self._by_words[match[0].replace("-", " ")]
            if not entry.is_form:
                return entry, match.start(), match.end()
            form = form or (entry, match.start(), match.end())
        return form
