"""Reviews: what a page said beside what was made of it, differences marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

__all__ = ["Reviewed", "review_html", "review_text"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One item to look at.

    Args:
        key: The key of its record.
        place: Where it stands, e.g. ``about.md:12``.
        original: What the page shows.
        rendered: The line made again of the data.
        doubts: What is to be checked.
    """

    key: str
    place: str
    original: str
    rendered: str
    doubts: tuple[str, ...] = ()


_WORDS = re.compile(r"\w+(?:['’.-]\w+)*|[^\w\s]")
_LONGEST = 600
"""Words of an item that are compared; longer ones are no references."""


def review_text(items: Sequence[Reviewed]) -> str:
    """A review for the terminal: ``[-gone-]``, ``{+new+}``.

    >>> print(review_text([Reviewed("a", "x.md:1", "A. Li. Mice", "A. Li. Men")]))
    a (x.md:1)
      was: A. Li. [-Mice-]
      now: A. Li. {+Men+}
    <BLANKLINE>
    """
    return "\n".join("\n".join(_lines(item)) + "\n" for item in items)


def _lines(item: Reviewed) -> Iterator[str]:
    yield f"{item.key} ({item.place})"
    was, now = _sides(item)
    if item.original:
        yield "  was: " + _joined(was, "[-{}-]", plain=str)
    yield "  now: " + _joined(now, "{{+{}+}}", plain=str)
    for doubt in item.doubts:
        yield f"  check: {doubt}"


def review_html(items: Sequence[Reviewed], title: str = "What was imported") -> str:
    """A review as a page of its own.

    Args:
        items: What to show.
        title: The page's title.
    """
    rows = "\n".join(_row(item) for item in items)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<style>
body {{ font: 16px/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
article {{ border-top: 1px solid #ccc; padding: .5rem 0; }}
h2 {{ font-size: 1rem; margin: 0; }}
del {{ background: #fdd; }}
ins {{ background: #dfd; text-decoration: none; }}
.doubt {{ color: #a50; }}
</style>
</head>
<body>
<h1>{escape(title)}</h1>
{rows}
</body>
</html>
"""


def _row(item: Reviewed) -> str:
    was, now = _sides(item)
    doubts = "\n".join(f'<p class="doubt">{escape(doubt)}</p>' for doubt in item.doubts)
    return (
        f'<article id="{escape(item.key)}">\n'
        f"<h2>{escape(item.key)} <small>{escape(item.place)}</small></h2>\n"
        f"<p>{_joined(was, '<del>{}</del>', plain=escape)}</p>\n"
        f"<p>{_joined(now, '<ins>{}</ins>', plain=escape)}</p>\n{doubts}\n</article>"
    )


Piece = tuple[str, bool]
"""A piece of a line, and whether it stands in the other one too."""


def _sides(item: Reviewed) -> tuple[list[Piece], list[Piece]]:
    """Both lines in pieces, each with whether the other line has it."""
    was = list(_WORDS.finditer(item.original))[:_LONGEST]
    now = list(_WORDS.finditer(item.rendered))[:_LONGEST]
    left = [word[0].casefold() for word in was]
    right = [word[0].casefold() for word in now]
    kept_left: set[int] = set()
    kept_right: set[int] = set()
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        kept_left.update(range(block.a, block.a + block.size))
        kept_right.update(range(block.b, block.b + block.size))
    return _pieces(item.original, was, kept_left), _pieces(item.rendered, now, kept_right)


def _pieces(text: str, words: list[re.Match[str]], kept: set[int]) -> list[Piece]:
    out: list[Piece] = []
    at = 0
    for index, word in enumerate(words):
        same = index in kept or not word[0][0].isalnum()
        out += [(text[at : word.start()], True), (word[0], same)]
        at = word.end()
    return [*out, (text[at:], True)]


def _joined(pieces: list[Piece], form: str, plain: object) -> str:
    assert callable(plain)
    out = [plain(text) if same else form.format(plain(text)) for text, same in pieces if text]
    return " ".join("".join(out).split())
