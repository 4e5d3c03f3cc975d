"""Styled text: a line of a page as plain text, with what lies on which stretch of it.

Everything that takes an item apart works on the plain text and asks for the styles by
offsets, so that no rule has to know how a form writes bold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = ["Stretch", "Styled", "behind", "clipped", "joined", "merged", "tidied"]


# Blanks of no width, soft hyphens, byte order marks: nobody sees them, and names break at them.
_INVISIBLE = frozenset("\u200b\u200c\u2060\ufeff\u00ad")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A style on part of a text.

    Args:
        start: The first character, counted from 0.
        end: The one behind the last.
        kind: ``strong``, ``emph``, ``underline``, ``sup``, ``sub``, ``link``, ``quote``, or
            ``named``, a piece that the page's own markup gives a class.
        value: The target of a link; the class names of a named piece.
        part: Of a style that goes on over the end of a line, a number that its parts share.
    """

    start: int
    end: int
    kind: str
    value: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class Styled:
    """Plain text and the styles on it.

    Args:
        text: The text, lines within an item parted by line feeds.
        stretches: In the order of their beginnings.
        line: Where it stands in the source, counted from 1.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()
    line: int = 1

    def of_kind(self, *kinds: str) -> Iterator[Stretch]:
        """The stretches of some kinds, in order."""
        return (stretch for stretch in self.stretches if stretch.kind in kinds)

    def has(self, kind: str, start: int, end: int) -> bool:
        """Whether a style lies anywhere on a part of the text."""
        return any(s.start < end and s.end > start for s in self.of_kind(kind))

    def names_markup(self, start: int, end: int) -> str:
        """A part of the text with bold, underline and raised pieces as HTML, for reading names.

        >>> line = Styled("A. Li*, B. He", (Stretch(0, 5, "strong"),))
        >>> line.names_markup(0, 13)
        '<b>A. Li</b>∗, B. He'
        """
        tags = {"strong": "b", "underline": "u", "sup": "sup"}
        edges: list[tuple[int, int, str]] = []
        for stretch in self.stretches:
            tag = tags.get(stretch.kind)
            first, last = max(stretch.start, start), min(stretch.end, end)
            if tag and first < last:
                edges += [(first, 1, f"<{tag}>"), (last, 0, f"</{tag}>")]
        out: list[str] = []
        at = start
        for place, _, tag in sorted(edges, key=lambda edge: edge[:2]):
            out += [_plain(self.text[at:place]), tag]
            at = place
        return "".join([*out, _plain(self.text[at:end])])


def _plain(text: str) -> str:
    # Letters that name readers would take for markup: they are characters here.
    return text.replace("*", "∗").replace("<", "‹").replace("_", " ")


def clipped(line: Styled, characters: int, styles: int) -> Styled:
    """A text of bounded length and number of styles, the first ones.

    >>> clipped(Styled("abcdef", (Stretch(1, 5, "emph"),)), 3, 9).stretches[0].end
    3
    """
    if len(line.text) <= characters and len(line.stretches) <= styles:
        return line
    kept = tuple(
        replace(each, end=min(each.end, characters))
        for each in line.stretches[:styles]
        if each.start < characters
    )
    return Styled(line.text[:characters], kept, line.line)


def behind(line: Styled, start: int) -> Styled:
    """What stands behind an offset of a text, with its styles.

    >>> behind(Styled("a: bc", (Stretch(0, 4, "emph"),)), 3)
    Styled(text='bc', stretches=(Stretch(start=0, end=1, kind='emph', value='', part=0),), line=1)
    """
    kept = tuple(
        replace(each, start=max(each.start - start, 0), end=each.end - start)
        for each in line.stretches
        if each.end > start
    )
    return Styled(line.text[start:], kept, line.line)


def joined(lines: Sequence[Styled], between: str = "\n") -> Styled:
    """Several lines as one text.

    >>> joined([Styled("a"), Styled("b", (Stretch(0, 1, "emph"),))]).stretches[0].start
    2
    """
    texts: list[str] = []
    stretches: list[Stretch] = []
    offset = 0
    for line in lines:
        stretches += [
            replace(each, start=each.start + offset, end=each.end + offset)
            for each in line.stretches
        ]
        texts.append(line.text)
        offset += len(line.text) + len(between)
    return Styled(between.join(texts), tuple(stretches), lines[0].line if lines else 1)


def merged(lines: Sequence[Styled]) -> Styled:
    """Lines that only their width parted, as one; a style that went on is one again.

    >>> bold = [Styled(text, (Stretch(0, 1, "strong", part=1),)) for text in ("a", "b c")]
    >>> merged(bold).stretches
    (Stretch(start=0, end=3, kind='strong', value='', part=1),)
    """
    whole = joined(lines, " ")
    seams = set()
    at = 0
    for line in lines[:-1]:
        at += len(line.text)
        seams.add(at)
        at += 1
    ending: dict[tuple[int, str, int], int] = {}
    out: list[Stretch] = []
    for stretch in whole.stretches:
        before = ending.get((stretch.start - 1, stretch.kind, stretch.part))
        if before is not None and stretch.part and stretch.start - 1 in seams:
            out[before] = replace(out[before], end=stretch.end)
            place = before
        else:
            out.append(stretch)
            place = len(out) - 1
        ending[stretch.end, stretch.kind, stretch.part] = place
    return replace(whole, stretches=tuple(out))


def tidied(text: str, stretches: Iterable[Stretch], line: int) -> Styled:
    """Text with every run of blanks made one blank, and none at its ends.

    >>> tidied("  a   b ", [Stretch(5, 8, "emph")], 1)
    Styled(text='a b', stretches=(Stretch(start=2, end=3, kind='emph', value='', part=0),), line=1)
    """
    places: list[int] = []
    kept: list[str] = []
    for char in text:
        places.append(len(kept))
        if char in _INVISIBLE:
            continue
        blank = char.isspace()
        if not blank:
            kept.append(char)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    length = len(kept) - 1 if kept and kept[-1] == " " else len(kept)
    places.append(length)
    moved = (
        replace(each, start=min(places[each.start], length), end=min(places[each.end], length))
        for each in stretches
    )
    ordered = sorted(
        (each for each in moved if each.start < each.end), key=lambda each: (each.start, -each.end)
    )
    return Styled("".join(kept[:length]), tuple(ordered), line)
