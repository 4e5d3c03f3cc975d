from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import RELATIONS, Entry, Identifier, Record, Work
from publist.model import Link as RecordLink
from publist.richtext import Element, Link, RichText, Tag
from publist.write.links import shown_links
from publist.write.settle import printable, settle
from publist.write.text import inline
from publist.write.urls import safe_url

from .strategies import rich_texts


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.org/x", "//example.org/x"),
        ("papers/a:b.pdf", "papers/a:b.pdf"),
        ("/a b/<c>.pdf", "/a%20b/%3Cc%3E.pdf"),
        ("50%", "50%25"),
        ("é/%C3%A9", "é/%C3%A9"),
        ("\ud800", "%3F"),
        ("", None),
        ("javascript:alert(1)", None),
        (" JavaScript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("java\u200bscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("vbscript:x", None),
        ("a:b", None),
        ("C:\\x", None),
        ("javascript&#58;alert(1)", "javascript&#58;alert(1)"),
    ],
)
def test_safe_urls(url: str, safe: str | None) -> None:
    assert safe_url(url) == safe


@given(st.text())
def test_a_safe_url_stays_as_it_is(url: str) -> None:
    safe = safe_url(url)
    if safe is not None:
        assert safe_url(safe) == safe
        assert not set(safe) & set('"<>\\^`{|} \n\t')


@given(rich_texts)
def test_settles_once_and_for_all(text: RichText) -> None:
    once = settle(text)
    assert settle(once) == once


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en-GB", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("fr-CA", "«\u202fa “b” c\u202f»"),
        ("ja", "「a 『b』 c」"),
        ("tlh", "“a ‘b’ c”"),
    ],
)
def test_quotations_speak_the_lists_language(language: str, quoted: str) -> None:
    inner = Element(Tag.QUOTE, ("b",))
    assert inline(RichText.of(Element(Tag.QUOTE, ("a ", inner, " c"))), language) == quoted


def test_no_link_in_a_link_and_none_without_text() -> None:
    inner = Link(Tag.LINK, ("b",), href="https://example.org/2")
    outer = Link(Tag.LINK, ("a", inner), href="https://example.org/1")
    empty = Link(Tag.LINK, (), href="https://example.org/3")
    settled = settle(RichText.of(outer, empty))
    assert settled == RichText.of(Link(Tag.LINK, ("ab",), href="https://example.org/1"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\tb\r\n c", "a b c"), ("a\u2028b", "a b"), ("\ud800", "\ufffd"), ("\u202ecba", "cba")],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_links_in_order_each_target_once() -> None:
    links = [("code", "c"), ("pdf", "p"), ("html", "p"), ("pdf", "data:x"), ("other", "o")]
    record = Record(key="a", links=tuple(RecordLink(relation=r, url=u) for r, u in links))
    entry = Entry(work=Work.of(record), text=RichText())
    shown = shown_links(entry, ("pdf", "html", "code"), "fr")
    assert [(link.label, link.href) for link in shown] == [("PDF", "p"), ("Code", "c")]


def test_identifiers_make_links_unless_they_are_there_already() -> None:
    record = Record(
        key="a",
        identifiers=(
            Identifier.parse("doi", "10.1000/182"),
            Identifier.parse("arxiv", "1412.6980"),
            Identifier.parse("isbn", "9780306406157"),
        ),
        links=(RecordLink(relation="pdf", url="https://arxiv.org/pdf/1412.6980v9.pdf"),),
    )
    entry = Entry(work=Work.of(record), text=RichText())
    shown = shown_links(entry, RELATIONS, "en")
    assert [link.label for link in shown] == ["DOI", "PDF"]


def test_what_the_style_prints_as_a_url_is_not_repeated() -> None:
    record = Record(key="a", identifiers=(Identifier.parse("doi", "10.1000/182"),))
    url = "https://doi.org/10.1000/182"
    printed = RichText.of("At ", Link(Tag.LINK, (url,), href=url))
    behind_words = RichText.of(Link(Tag.LINK, ("A title",), href=url))
    for text, count in ((printed, 0), (behind_words, 1)):
        assert len(shown_links(Entry(work=Work.of(record), text=text), RELATIONS, "en")) == count


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (Element(Tag.SUP, ("10",)), "¹⁰"),
        (Element(Tag.SUP, ("2*",)), "2*"),
        (Element(Tag.SUB, ("2",)), "₂"),
        (Element(Tag.MATH, (r"\alpha^2 \le 1",)), "α²≤1"),
        (Element(Tag.CODE, ("a_b",)), "a_b"),
        (Element(Tag.STRONG, ("b",)), "b"),
    ],
)
def test_plain_text(node: Element, shown: str) -> None:
    assert inline(RichText.of(node)).replace(" ", "") == shown
