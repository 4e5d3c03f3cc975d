"""Rich texts as hostile as can be: characters that mean something somewhere, in any tree."""

from __future__ import annotations

from hypothesis import strategies as st

from publist.richtext import Element, Inline, Link, RichText, Span, Tag

__all__ = ["inlines", "rich_texts", "texts"]

PIECES = st.sampled_from(
    [
        *"\\`*_{}[]<>#+-.!|~$@:&\"'=^%/?;,() 1a",
        *("é", "–", "中", "。", "“", "λ", "💡", "\u00a0", "Z. Tang", "word", "two words"),
        *("**", "__", "~~", "``", "***", "[x](javascript:alert(1))", "<script>", "</li>", "<!--"),
        *("1. ", "1) ", "# ", "- ", "+ ", "> ", "---", "{% x %}", "{{ x }}", "{:.y}", "$$", "\\("),
        *(":tada:", "![", "](", "&amp;", "&#35;", "&lt", "^[x]", "[^1]", "[Best Paper]", "==x=="),
        *("http://a.b", "www.a.b", "!!! note", "\\input{x}", "^^M", "%", "]]>", "``x''", "[TOC]"),
    ]
)
texts = st.lists(PIECES, max_size=6).map("".join)

_TAGS = st.sampled_from(
    [tag for tag in Tag if tag not in (Tag.LINK, Tag.SPAN, Tag.MATH, Tag.CODE, Tag.QUOTE)]
)
_HREFS = st.sampled_from(
    [
        "https://example.org/a_(b)?x=1&copy;=2#c",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "papers/a b.pdf",
        "https://example.org/{{x}}|*y*[z]",
        "data:text/html,x",
        'https://example.org/"><script>',
    ]
)


def _wrapped(inner: st.SearchStrategy[list[Inline]]) -> st.SearchStrategy[list[Inline]]:
    children = inner.map(tuple)
    element = st.one_of(
        st.builds(Element, _TAGS, children),
        st.builds(lambda c, h: Link(Tag.LINK, c, href=h), children, _HREFS),
        st.builds(
            lambda c, k, v: Span(Tag.SPAN, c, kind=k, value=v, label=v),
            children,
            st.sampled_from(["name", "owner", "mark", "award", "title", '"><x']),
            texts,
        ),
        st.builds(lambda t: Element(Tag.CODE, (t,)), texts),
    )
    return st.lists(st.one_of(texts, element), max_size=4)


inlines = st.recursive(texts.map(lambda text: [text]), _wrapped, max_leaves=8)
rich_texts: st.SearchStrategy[RichText] = inlines.map(lambda nodes: RichText.of(*nodes))
