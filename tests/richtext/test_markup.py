"""Inline markup: what means something, what is text, and that writing it loses nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.richtext import Element, Inline, RichText, Tag, parse_markup, to_markup

CASES = [
    ("plain", ("plain",)),
    ("", ()),
    ("<i>a</i> b", (Element(Tag.EMPH, ("a",)), " b")),
    ("<i>a <b>c</b></i>", (Element(Tag.EMPH, ("a ", Element(Tag.STRONG, ("c",)))),)),
    ('<span class="nocase">DNA</span>', (Element(Tag.PROTECTED, ("DNA",)),)),
    ('<span style="font-variant: small-caps;">x</span>', (Element(Tag.SMALL_CAPS, ("x",)),)),
    ("<i>never closed", ("<i>never closed",)),
    ("stray </b> end", ("stray </b> end",)),
    ("a <i>b</b> c</i>", ("a ", Element(Tag.EMPH, ("b</b> c",)))),
    ("<script>alert(1)</script>", ("<script>alert(1)</script>",)),
    ("p < q and q > r", ("p < q and q > r",)),
    ("&lt;i>literal&lt;/i>", ("<i>literal</i>",)),
    ("from $5 to $6", ("from $5 to $6",)),
    ("$x$", (Element(Tag.MATH, ("x",)),)),
    ("$\\ell_1$-norm", (Element(Tag.MATH, ("\\ell_1",)), "-norm")),
]


@pytest.mark.parametrize(("markup", "nodes"), CASES, ids=[case[0] or "empty" for case in CASES])
def test_markup_is_read(markup: str, nodes: tuple[Inline, ...]) -> None:
    assert parse_markup(markup).nodes == nodes


_TEXT = st.text(alphabet="ab <>&/$\\;iqltsup ", min_size=1, max_size=12)
_TAGS = st.sampled_from([Tag.EMPH, Tag.STRONG, Tag.SUP, Tag.SUB, Tag.PROTECTED, Tag.QUOTE])


def _elements(children: st.SearchStrategy[list[Inline]]) -> st.SearchStrategy[Inline]:
    return st.builds(lambda tag, nodes: Element(tag, RichText.of(*nodes).nodes), _TAGS, children)


_INLINES: st.SearchStrategy[Inline] = st.recursive(
    _TEXT, lambda inner: _elements(st.lists(inner, max_size=3)), max_leaves=8
)


@given(st.lists(_INLINES, max_size=4))
def test_what_is_written_reads_back(nodes: list[Inline]) -> None:
    text = RichText.of(*nodes)
    assert parse_markup(to_markup(text)) == text


def test_depth_has_an_end() -> None:
    """Beyond it tags are text, so that trees can be walked and reading stays linear."""
    text = parse_markup("<i>" * 3000 + "x")
    assert text.plain == "<i>" * 3000 + "x"
    nested = parse_markup("<b>" * 3000 + "x" + "</b>" * 3000)
    assert parse_markup(to_markup(nested)) == nested
    assert sum(not isinstance(node, str) for node in nested.walk()) == 40
