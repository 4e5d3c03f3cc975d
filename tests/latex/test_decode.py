"""LaTeX to rich text and Unicode: cases, properties, and the measuring material."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.latex import to_richtext, to_unicode
from publist.latex.fold import fold
from publist.latex.quick import quick
from publist.latex.reader import read
from publist.latex.spaces import spaced
from publist.richtext import Element, Link, RichText, Tag, to_markup


def _cases() -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split(" ⇒ ") for line in lines if line and not line.startswith("#")]
    return [(source, expected.replace("·", "\u00a0")) for source, expected in cases]


@pytest.mark.parametrize(("source", "expected"), _cases())
def test_cases(source: str, expected: str) -> None:
    assert to_markup(to_richtext(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"$\mathcal{N}=4$ SYM", "N=4 SYM"),
        (r"$\mathbb{R}^n$ and $\frac{a}{b}$", "ℝⁿ and a/b"),
        (r"$O(n \log n)$", "O(n log n)"),
        (r"$\hat{x}$ $\sqrt{2}$ $x_{max}$", "x̂ √2 xmax"),
        (r"H$_2$O, 19$^{th}$, 10\textsuperscript{-3}", "H₂O, 19th, 10⁻³"),
        (r"\href{http://x.y}{the site}", "the site"),
        (r"\url{https://a.b/c_d?e=f&g\#h}", "https://a.b/c_d?e=f&g#h"),
        ("``so'' `too'", "“so” ‘too’"),
        ("e\u0301", "é"),
    ],
)
def test_unicode(source: str, expected: str) -> None:
    assert to_unicode(source) == expected


def test_links_keep_their_address() -> None:
    assert to_richtext(r"\href{https://a.b/\~{}x\%20}{here}").nodes == (
        Link(
            Tag.LINK,
            (Element(Tag.PROTECTED, ("here",)),),
            href="https://a.b/~x%20",
        ),
    )


def test_text_without_latex_is_taken_as_it_is() -> None:
    assert to_richtext("Plain, with 100% of it").nodes == ("Plain, with 100% of it",)
    assert to_richtext("") == RichText()


LATEX = st.text(st.sampled_from("\\{}$^_'`\"~-%&<>; \naZ1éi()[]|#"), max_size=60)
OPENINGS = [r"\emph{", r"\url{", r"\href{", r"\verb|", r"\textcolor{", r"\ensuremath{", r"\begin{"]
ACCENTS = [r"\'", r"\"", r"\v", r"\noopsort{", r"\em ", r"\char", r"\LaTeX", r"\frac", r"\\"]
SIGNS = [
    "$",
    r"\(",
    r"\)",
    r"\[",
    "{",
    "}",
    "x",
    " ",
    "<i>",
    "</i>",
    "``",
    "''",
    "&amp;",
    "\n",
    "%",
]
MACROS = st.lists(st.sampled_from([*OPENINGS, *ACCENTS, *SIGNS]), max_size=40).map("".join)


@given(LATEX | MACROS | st.text())
def test_never_raises_and_gives_nfc(source: str) -> None:
    plain = to_unicode(source)
    assert unicodedata.is_normalized("NFC", plain)
    assert plain == plain.strip()


@given(MACROS)
def test_no_macro_and_no_brace_is_left(source: str) -> None:
    for node in to_richtext(source).nodes:
        if isinstance(node, str):
            assert not re.search(r"\\[A-Za-z]|[{}]", node)


@given(st.text(st.characters(exclude_characters="\\{}$~&<`\"'-“”", exclude_categories=("C", "Z"))))
def test_plain_text_is_untouched(source: str) -> None:
    assert to_unicode(source) == unicodedata.normalize("NFC", source)


ACCENTED = st.sampled_from(
    [r"{\'e}", r"\'{e}", r"{\"{\i}}", r"\^o", r"{\v c}", r"\v{C}", r"{\ss}", r"\~n", r"{\H{o}}"]
)
WORDS = st.sampled_from(["{", "}", " ", "a", "Zoë", "1", "-", "'", "{DNA}", "e\u0301", "."])


@given(st.lists(ACCENTED | WORDS, max_size=20).map("".join))
def test_the_short_way_gives_what_the_long_way_gives(source: str) -> None:
    short = quick(source)
    assert short is None or short == spaced(fold(RichText.of(*read(source)).nodes))


@pytest.mark.parametrize("piece", ["{", r"\emph{", r"\'", r"\em ", "$", "<i>", "``", r"\url{"])
def test_deep_nesting_is_bounded(piece: str) -> None:
    text = to_richtext(piece * 5000 + "x")
    assert text.plain.endswith("x") or piece in ("$", "``")
    assert _depth(text.nodes) < 100


def _depth(nodes: tuple[object, ...]) -> int:
    inner = [node.children for node in nodes if isinstance(node, Element)]
    return 1 + max((_depth(children) for children in inner), default=0)


def test_fragments_of_other_projects(shared: Path) -> None:
    cases = json.loads((shared / "bibtex" / "latex-cases.json").read_text(encoding="utf-8"))
    wrong = [
        (case["latex"], to_unicode(case["latex"]))
        for case in cases
        if to_unicode(case["latex"]) not in case["accepted"]
    ]
    assert len(cases) == 70
    assert len(wrong) <= 2, wrong
