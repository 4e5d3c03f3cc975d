r"""Markdown as other programs read it."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from lxml import html
from markdown_it import MarkdownIt

from publist.richtext import RichText
from publist.write.markdown import inline

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
