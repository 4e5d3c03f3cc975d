"""Names: how a person or a group is printed, apart from who it is."""

from __future__ import annotations

from publist.model.base import Model

__all__ = ["Name"]


class Name(Model):
    """The parts of a printed name, in CSL's terms, or one literal.

    Args:
        family: The family name, or the only name of somebody who has one name.
        given: Given names or initials, as printed.
        particle: A particle that belongs to the family name (CSL's non-dropping particle,
            BibTeX's *von*), e.g. ``van der``.
        dropping_particle: A particle that leaves with the given name, e.g. ``von`` in
            Ludwig van Beethoven sorted as Beethoven.
        suffix: ``Jr.``, ``III``.
        literal: The whole name of a group or of somebody whose name has no parts; all
            other parts are absent then.

    >>> str(Name(family="Beethoven", particle="van", given="Ludwig"))
    'Ludwig van Beethoven'
    """

    family: str | None = None
    given: str | None = None
    particle: str | None = None
    dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None

    def __str__(self) -> str:
        if self.literal is not None:
            return self.literal
        if self.family and self.given and is_cjk(self.family) and is_cjk(self.given):
            return self.family + self.given
        parts = (self.given, self.dropping_particle, self.particle, self.family)
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name


def is_cjk(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean script, family name first.

    >>> is_cjk("周"), is_cjk("Zhou")
    (True, False)
    """
    return any(
        "\u3040" <= char <= "\u30ff"  # kana
        or "\u3400" <= char <= "\u9fff"  # Han
        or "\uac00" <= char <= "\ud7af"  # Hangul
        or "\U00020000" <= char <= "\U0003ffff"  # Han, further planes
        for char in text
    )
