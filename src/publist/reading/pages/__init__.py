"""Reading hand-typed pages: Markdown and HTML, in whatever order their owners write.

A page becomes an outline, its rows become items, an item is taken apart into fields, and the
fields make a record; each step is a module of its own.
"""

from publist.reading.pages.page import (
    FORMS,
    read_html,
    read_latex,
    read_markdown,
    read_page,
    read_plain,
)
from publist.reading.pages.reading import PageReading, Reading

__all__ = [
    "FORMS",
    "PageReading",
    "Reading",
    "read_html",
    "read_latex",
    "read_markdown",
    "read_page",
    "read_plain",
]
