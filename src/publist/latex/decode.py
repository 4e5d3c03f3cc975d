"""The two ways out of LaTeX: rich text and plain Unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from publist.latex.fold import fold
from publist.latex.math import formula_text, subscript, superscript
from publist.latex.quick import quick
from publist.latex.reader import read
from publist.latex.spaces import spaced
from publist.richtext import Inline, RichText, Tag

__all__ = ["to_richtext", "to_unicode"]


def to_richtext(text: str) -> RichText:
    r"""Read LaTeX as it is found in the fields of .bib files.

    Braces protect the case of what is in them unless they begin with a backslash
    (BibTeX's *special character*, *BibTeXing* section 4). Paired quotation marks become
    quotations, HTML left by exporters becomes what it means, formulas that text can say
    exactly become text.

    Args:
        text: A field's value. Text without any LaTeX is taken as it is.

    Returns:
        Rich text, its strings in NFC, with neither macros nor braces in them.

    >>> to_richtext(r"On {DNA} and \emph{G{\"o}del}").plain
    'On DNA and Gödel'
    >>> to_richtext("$O(n^2)$ for H$_2$O").nodes[1:]
    (' for H', Element(tag=<Tag.SUB: 'sub'>, children=('2',)), 'O')
    """
    known = quick(text)
    return known if known is not None else spaced(fold(RichText.of(*read(text)).nodes))


def to_unicode(text: str) -> str:
    r"""Read LaTeX into plain text, in NFC.

    >>> to_unicode(r"Fran\c{c}ois {\O}rsted, 5~\% of $10^3$")
    'François Ørsted, 5\xa0% of 10³'
    """
    return unicodedata.normalize("NFC", "".join(_flat(to_richtext(text).nodes))).strip()


def _flat(nodes: Iterable[Inline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag is Tag.MATH:
            yield formula_text(RichText(node.children).plain)
        elif node.tag is Tag.QUOTE:
            yield "“"
            yield from _flat(node.children)
            yield "”"
        elif node.tag is Tag.SUP:
            yield superscript("".join(_flat(node.children)))
        elif node.tag is Tag.SUB:
            yield subscript("".join(_flat(node.children)))
        else:
            yield from _flat(node.children)
