"""The in-band marks that stand for formatting while an entry is put together.

An entry is built as one ``str``: every element returns text, and formatting, names
and the joints between elements are single control characters in that text. Control
characters cannot occur in the data (:mod:`publist.csl.markup` drops them), they cost
nothing to concatenate, and one pass of regular expressions over the finished string
can see a joint that lies three elements deep. The writers turn the marks into HTML,
text or a tree; no mark ever leaves this package.

None of the marks is white space to ``str.strip`` and friends.
"""

from __future__ import annotations

import re

__all__ = [
    "BASELINE",
    "BLOCK",
    "CLOSE",
    "DIGITS",
    "DOI",
    "EMPH",
    "FIELD_EMPH",
    "FIELD_SMALL_CAPS",
    "FIELD_STRONG",
    "HELD",
    "INDENT",
    "INNER_QUOTE",
    "JOINT",
    "LEFT",
    "LIGHT",
    "MARKS",
    "NAME",
    "NAMES",
    "NOCASE",
    "NODECOR",
    "NO_DECORATION",
    "NO_STYLE",
    "NO_VARIANT",
    "NO_WEIGHT",
    "OBLIQUE",
    "PREFIX_END",
    "QUOTE",
    "RIGHT",
    "SMALL_CAPS",
    "SPAN_CLOSE",
    "STRONG",
    "SUB",
    "SUP",
    "TERM",
    "TITLE",
    "UNDERLINE",
    "UNQUOTE",
    "URL",
    "VENUE",
    "name_mark",
    "without_marks",
]

JOINT = "\x01"
"""Where two elements, or an element and its affix, meet."""
PREFIX_END = "\x8a"
"""The joint between a prefix and the text of an element with formatting of its own."""
HELD = "\x8d"
"""Behind the text of an element with formatting of its own, and behind its suffix: what comes
next on its own level, and begins with another sign than it ends with, stays as it is. Behind the
suffix of the last element of its level it stands twice: what comes next goes in front of it."""
CLOSE = "\x02"
"""Ends what the innermost formatting mark began."""

EMPH = "\x03"
OBLIQUE = "\x04"
STRONG = "\x05"
LIGHT = "\x06"
UNDERLINE = "\x07"
SMALL_CAPS = "\x08"
SUP = "\x0e"
SUB = "\x0f"
NO_STYLE = "\x10"
NO_WEIGHT = "\x11"
NO_VARIANT = "\x12"
NO_DECORATION = "\x13"
BASELINE = "\x14"

# Markup inside a field flips when what is around it is formatted alike.
FIELD_EMPH = "\x15"
FIELD_STRONG = "\x16"
FIELD_SMALL_CAPS = "\x17"
NOCASE = "\x18"
NODECOR = "\x19"

QUOTE = "\x1a"
INNER_QUOTE = "\x8f"
"""A quotation that was given in single marks: an inner one, even where nothing is around."""
UNQUOTE = "\x8b"
BLOCK = "\x1b"
LEFT = "\x80"
RIGHT = "\x81"
INDENT = "\x82"

# Spans say what the text is, not how it looks: they are closed by their own mark,
# so that the punctuation pass can look through them.
NAME = "\x83"
"""A printed name: followed by its variable and index as :data:`DIGITS`."""
TITLE = "\x84"
VENUE = "\x86"
URL = "\x87"
DOI = "\x88"
NAMES = "\x89"
"""The names a bibliography entry begins with, for subsequent-author-substitute."""
TERM = "\x8e"
"""In front of a term, which is capitalized where a note or an entry begins with it."""
SPAN_CLOSE = "\x8c"

DIGITS = "".join(chr(code) for code in range(0x90, 0xA0))

MARKS = "\x01-\x08\x0e-\x1b\x80-\x84\x86-\x9f"
"""All marks, as the inside of a character class."""

_ANY = re.compile(f"[{MARKS}]+")


def name_mark(variable: int, index: int) -> str:
    """The mark that opens the name at ``index`` of the name variable numbered so."""
    digits = DIGITS[variable >> 4] + DIGITS[variable & 15]
    for shift in (12, 8, 4, 0):
        digits += DIGITS[(index >> shift) & 15]
    return NAME + digits


def without_marks(text: str) -> str:
    """The characters of the text alone."""
    return _ANY.sub("", text)
