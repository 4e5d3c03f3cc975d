r"""Markdown as other programs read it."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import partial

import markdown
import pytest
from hypothesis import given
from lxml import html
from markdown_it import MarkdownIt

from publist.richtext import Element, Inline, RichText, Tag
from publist.write.markdown import inline
from publist.write.settle import settle

from .listings import LISTINGS
from .strategies import rich_texts

COMMONMARK = MarkdownIt("commonmark")
GITHUB = MarkdownIt("gfm-like", {"linkify": False})
PYTHON_EXTENSIONS = ["extra", "sane_lists", "toc", "admonition"]


def read_commonmark(text: str) -> str:
    return str(COMMONMARK.render(text))


def read_github(text: str) -> str:
    return str(GITHUB.render(text))


def read_python(text: str) -> str:
    return markdown.markdown(text)


def read_python_extra(text: str) -> str:
    return markdown.markdown(text, extensions=PYTHON_EXTENSIONS)


READERS = [read_commonmark, read_github, read_python, read_python_extra]


def squeezed(text: str) -> str:
    return " ".join(text.split())


def meant(text: RichText) -> str:
    """The text as a page shows it: formulas stand between brackets there."""

    def bracketed(node: Inline) -> tuple[Inline, ...]:
        if isinstance(node, Element) and node.tag is Tag.MATH:
            return ("\\(", *node.children, "\\)")
        return (node,)

    return settle(text.map(bracketed)).plain


def shown(page: str) -> str:
    return squeezed(str(html.fromstring(f"<div>{page}</div>").text_content()))


@pytest.mark.parametrize("read", READERS)
@given(text=rich_texts)
def test_shows_the_text_that_was_meant(read: object, text: RichText) -> None:
    assert callable(read)
    page = read(f"x\n\n- {inline(text).strip(' ')} .\n")
    assert shown(page) == squeezed(f"x {text.plain} .")
    tree = html.fromstring(f"<div>{page}</div>")
    assert not tree.xpath(
        "//script|//img|//h1|//h2|//table|//del|//pre|//hr|//dl|//*[@y or @class]"
    )
    assert len(tree.xpath("//li")) == 1
    for link in tree.xpath("//a/@href"):
        assert link.startswith(("https://example.org/", "papers/", "http://a.b"))


RUBY = """
require "kramdown"
require "json"
texts = JSON.parse($stdin.read)
puts JSON.dump(texts.map { |t| Kramdown::Document.new("x\\n\\n- #{t} .\\n").to_html })
"""


def test_kramdown_shows_the_same() -> None:
    ruby = shutil.which("ruby")
    if ruby is None or subprocess.run([ruby, "-rkramdown", "-e", ""], check=False).returncode:  # noqa: S603
        pytest.skip("kramdown is not installed")
    texts = [entry.text for listing in LISTINGS.values() for entry in listing.root.walk()]
    given_texts = json.dumps([inline(text).strip(" ") for text in texts])
    run = subprocess.run(  # noqa: S603
        [ruby, "-e", RUBY], input=given_texts, capture_output=True, text=True, check=True
    )
    for text, page in zip(texts, json.loads(run.stdout), strict=True):
        assert shown(page) == squeezed(f"x {meant(text)} .")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("C++ and C#, R&D, snake_case, 50%, $5", "C++ and C#, R&D, snake_case, 50%, &#36;5"),
        ("# not a heading", "\\# not a heading"),
        ("[Best Paper Award] [x] [x](y)", "[Best Paper Award] \\[x\\] \\[x\\](y)"),
        ("{{ site }} {% x %} {: .y}", "&#123;\\{ site \\}\\} &#123;% x %\\} \\{: .y\\}"),
        ("see https://example.org/~x.", "see <https://example.org/~x>."),
        (
            "(https://example.org/a_(b)*c)",
            "([https://example.org/a\\_(b)\\*c](https://example.org/a_%28b%29%2Ac))",
        ),
        ("ratio 10:30:15 :tada:", "ratio 10:30:15 &#58;tada:"),
        ("wow![x", "wow\\!\\[x"),
    ],
)
def test_escapes_only_what_would_mean_something(text: str, written: str) -> None:
    assert inline(RichText.of(text)) == written


EM = partial(Element, Tag.EMPH)
STRONG = partial(Element, Tag.STRONG)


@pytest.mark.parametrize(
    ("nodes", "written"),
    [
        ((STRONG(("Z. Tang",)), ", "), "**Z. Tang**, "),
        (("un", EM(("frigging",)), "believable"), "un*frigging*believable"),
        ((EM(("Proc. of X.",)), " 3"), "*Proc. of X.* 3"),
        ((EM(("Proc. of X.",)), "3"), "<em>Proc. of X.</em>3"),
        ((STRONG((EM(("a",)), "b")),), "**<em>a</em>b**"),
        ((EM(("a",)), STRONG(("b",))), "<em>a</em>**b**"),
        ((EM(("* a",)),), "*\\* a*"),
        (("x", EM((" a ",)), "y"), "x<em> a </em>y"),
        (("中", STRONG(("文",)), "字"), "中**文**字"),
        (("中", STRONG(("“文”",)), "字"), "中<strong>“文”</strong>字"),
    ],
)
def test_emphasis(nodes: tuple[Inline, ...], written: str) -> None:
    assert inline(RichText.of(*nodes)) == written
    for read in READERS:
        assert shown(read(inline(RichText.of(*nodes)))) == squeezed(RichText.of(*nodes).plain)
