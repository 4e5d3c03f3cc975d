from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.names import plain_mark, read_author, read_authors, take_marks

AT_NAMES = [
    ("Hopper*, Grace", "Grace Hopper", ("*",), False),
    ("*Hopper, Grace", "Grace Hopper", ("*",), False),
    ("**Hopper, Grace", "Grace Hopper", ("**",), False),
    ("Grace Hopper\\*", "Grace Hopper", ("*",), False),
    ("{Grace Hopper*}", "Grace Hopper", ("*",), False),
    ("\\textbf{Grace Hopper*}", "Grace Hopper", ("*",), True),
    ("{\\bf Grace} {\\bf Hopper}", "Grace Hopper", (), True),
    ("\\textbf{Hopper}, \\textbf{Grace}$^\\dagger$", "Grace Hopper", ("†",), True),
    ("Grace Hopper$^{*,\\dagger}$", "Grace Hopper", ("*", "†"), False),
    ("Grace Hopper\\textsuperscript{1,*}", "Grace Hopper", ("1", "*"), False),
    ("Grace Hopper\\dag", "Grace Hopper", ("†",), False),
    ("Grace Hopper\\Letter", "Grace Hopper", ("✉",), False),
    ("Grace Hopper \\faEnvelope", "Grace Hopper", ("✉",), False),
    ("Grace Hopper<sup>‡</sup>", "Grace Hopper", ("‡",), False),
    ("Grace Hopper^{1}", "Grace Hopper", ("1",), False),
    ("Grace Hopper¹", "Grace Hopper", ("1",), False),
    ("G.📧 Hopper", "G. Hopper", ("✉",), False),
    ("G. Hopper✉️", "G. Hopper", ("✉",), False),
    ("G. HopperğŸ“§", "G. Hopper", ("✉",), False),
    ("**G. Hopper**\\*💡", "G. Hopper", ("*", "💡"), True),
    ("<b>G. Hopper</b><sup>*</sup>", "G. Hopper", ("*",), True),
    ("[G. Hopper](https://example.org)#", "G. Hopper", ("#",), False),
    ("G. Hopper ★", "G. Hopper", ("★",), False),
    ("G. Hopper††", "G. Hopper", ("††",), False),
    ("G. Hopper (Corresponding Author)", "G. Hopper", ("(Corresponding Author)",), False),
    ("\\underline{G. Hopper}", "G. Hopper", ("underlined",), True),
    ("Jos{\\'e} Mu{\\~n}oz", "José Muñoz", (), False),
    ("Bouchard-C{\\^{o}}t{\\'{e}}, A.", "A. Bouchard-Côté", (), False),
    ("\\c{S}en, \\v{S}tef", "Štef Şen", (), False),
    ("Th{\\^e} Th{\\'a}nh", "Thê Thánh", (), False),
]


@pytest.mark.parametrize(("text", "name", "marks", "emphasised"), AT_NAMES)
def test_marks_at_a_name(text: str, name: str, marks: tuple[str, ...], *, emphasised: bool) -> None:
    author = read_author(text)
    assert (str(author.name), author.marks, author.emphasised) == (name, marks, emphasised)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("∗", "*"), ("＊", "*"), ("$^\\ddagger$", "‡"), ("\\Letter", "✉"), ("📧", "✉")],
)
def test_plain_forms(typed: str, plain: str) -> None:
    assert plain_mark(typed) == plain


def test_emphasis_of_every_name_marks_nobody() -> None:
    found = read_authors("\\textbf{Ann Li} and \\textbf{Bo He}")
    assert [author.emphasised for author in found.authors] == [False, False]


@given(st.text("ab*†✉{}$^\\<>()[],._ ", max_size=40))
def test_taking_marks_leaves_none(text: str) -> None:
    once = take_marks(text).text
    assert not set("†✉") & set(once)
    assert len(once) <= len(text)
