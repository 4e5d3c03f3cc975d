"""Rich text: the inline tree that titles and formatted entries are made of.

A :class:`RichText` holds no markup of any output format. The writers turn it
into Markdown, HTML, LaTeX or plain text and escape it there, once.
"""

from publist.richtext.markup import parse_markup, to_markup
from publist.richtext.tree import (
    EMPTY,
    Element,
    Inline,
    Link,
    RichText,
    Span,
    Tag,
)

__all__ = [
    "EMPTY",
    "Element",
    "Inline",
    "Link",
    "RichText",
    "Span",
    "Tag",
    "parse_markup",
    "to_markup",
]
