r"""LaTeX: what every engine makes of it, where there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import Entry, Group, Listing, Record, Work
from publist.richtext import RichText
from publist.write.latex import inline, write
from publist.write.latex_inline import escape, url
from publist.write.latex_math import math
from publist.write.latex_symbols import is_native, math_symbol, symbol
from publist.write.options import Options

from .listings import LISTINGS
from .strategies import rich_texts

# Everything that text, as opposed to formulas, may become.
MACROS = {
    *("textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar"),
    *("textquotedbl", "textasciigrave", "dots", "publistsymbol", "publisttext", "ensuremath"),
    *("emph", "textbf", "underline", "textnormal", "textsc", "textsuperscript", "textsubscript"),
    *("texttt", "href", "ifvmode", "else", "newline", "fi", "lambda", "circledast"),
}


@given(rich_texts)
def test_no_text_becomes_a_macro(text: RichText) -> None:
    written = inline(text)
    assert set(re.findall(r"\\([A-Za-z]+)", written)) <= MACROS
    bare = re.sub(r"\\[^A-Za-z]", "", written)
    assert bare.count("{") == bare.count("}")
    assert not re.search(r"[#$%&_^]", re.sub(r"\\href\{[^{}]*\}", "", bare))


@given(st.text())
def test_any_text_keeps_its_braces_balanced(text: str) -> None:
    bare = re.sub(r"\\[^A-Za-z]", "", escape(text))
    depth = 0
    for char in bare:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of #1 & $2_a", "50\\% of \\#1 \\& \\$2\\_a"),
        ("a--b ---", "a-{}-b -{}-{}-"),
        ("’’ '' ?‘", "'{}' '{}' ?{}`"),
        ("“so” – ‘so’", "``so'' -- `so'"),
        ("x̂ ŵ", "\\^{x} ŵ"),
        ("ﬁ ½ ⅓ ﾊ", "\\publistsymbol{ﬁ}{fi} ½ \\publistsymbol{⅓}{1⁄3} \\publisttext{ﾊ}{}"),
        ("❤\ufe0f", "\\publisttext{❤}{}"),
        ("周 伟", "\\publisttext{周}{} \\publisttext{伟}{}"),
        ("\ufffd", "?"),
    ],
)
def test_characters(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/~x#y", "https://example.org/\\%7Ex\\#y"),
        ("https://example.org/a_b?c&d=50%25", "https://example.org/a\\_b?c\\&d=50\\%25"),
    ],
)
def test_urls(href: str, written: str) -> None:
    assert url(href) == written


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("E = mc^2", "$E = mc^2$"),
        (r"\frac12 + \sqrt{x}", r"$\frac{1}{2} + \sqrt{x}$"),
        (r"\left( \frac{a}{b} \right]", r"$\left(  \frac{a}{b} \right] $"),
        (r"x_{i}^{2'} + f''(x)", r"$x_{i}^{2'} + f''(x)$"),
        (r"\text{if } n \to \infty", r"$\text{if } n \to \infty$"),
        ("α ≤ 1", r"$\alpha  \leq  1$"),
        (r"e^\alpha", r"$e^{\alpha}$"),
    ],
)
def test_formulas(source: str, written: str) -> None:
    assert math(source) == written


@pytest.mark.parametrize(
    "source",
    [
        *(r"\input{x}", r"\write18{ls}", r"\def\a{b}", r"\catcode`\$=13", r"\csname x\endcsname"),
        *(
            "a}{b",
            "{a",
            "a^b^c",
            "a_b_c",
            "a^b'",
            "x^",
            "x_}",
            r"\frac{a}",
            r"\left( a",
            r"\right)",
        ),
        *("a & b", "50%", "#1", "$", r"\text{$x$}", r"\text{\input{x}}", r"\mathbb", "", " ", "中"),
        *("{" * 40 + "}" * 40, "x" * 1000, "\\", r"\begin{matrix}a\end{matrix}", "a~\\"),
    ],
)
def test_formulas_that_are_not_let_through(source: str) -> None:
    assert math(source) is None


def test_every_symbol_is_there_for_a_reason() -> None:
    assert symbol("Ж") is None
    assert math_symbol("Ж") is None
    assert not is_native("→")
    assert is_native("ž")


ENGINES = ("pdflatex", "lualatex", "xelatex")


def compiled(engine: str, source: str, folder: Path) -> str:
    """The log of an engine's run, which must find no fault."""
    if shutil.which(engine) is None:
        pytest.skip(f"{engine} is not installed")
    (folder / "list.tex").write_text(source, "utf-8")
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "list.tex"]
    run = subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:]
    return (folder / "list.log").read_text("utf-8", errors="replace")


@pytest.mark.parametrize("engine", ENGINES)
def test_compiles_whatever_there_is(engine: str, tmp_path: Path) -> None:
    blocks = [(0x20, 0x250), (0x300, 0x460), (0x590, 0x600), (0x900, 0x950), (0x1E00, 0x1F00)]
    blocks += [(0x2000, 0x2400), (0x2500, 0x2800), (0x4E00, 0x4E20), (0xE000, 0xE008)]
    blocks += [(0xFB00, 0xFB10), (0xFF00, 0xFF20), (0x1D400, 0x1D450), (0x1F300, 0x1F320)]
    lines = [
        RichText.of("x".join(map(chr, range(start, min(start + 32, last)))))
        for first, last in blocks
        for start in range(first, last, 32)
    ]
    entries = tuple(Entry(work=Work.of(Record(key="k")), text=line) for line in lines)
    groups = [listing.root for listing in LISTINGS.values()]
    listing = Listing(
        root=Group(groups=(*groups, Group(heading="Ж α 中 💡", entries=entries))),
        legend=LISTINGS["plain"].legend,
    )
    log = compiled(engine, write(listing, Options(standalone=True, title="100%")), tmp_path)
    assert "No font here for" in log, "what cannot be shown is told"


def test_links_lead_where_they_should(tmp_path: Path) -> None:
    log = compiled("pdflatex", write(LISTINGS["plain"], Options(standalone=True)), tmp_path)
    assert "undefined" not in log.lower()
    uris = re.findall(rb"/URI\((.*?)\)(?=>|/)", (tmp_path / "list.pdf").read_bytes())
    assert not uris or b"https://example.org/engine?a=1&b=2" in uris
