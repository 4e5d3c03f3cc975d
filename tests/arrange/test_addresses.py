"""Where relative links start."""

from __future__ import annotations

import pytest

from publist.arrange.addresses import with_link_base
from publist.model import Link, Record, Work


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("notes.pdf", "/files/notes.pdf"),
        ("./notes.pdf", "/files/notes.pdf"),
        ("../notes.pdf", "/files/../notes.pdf"),
        ("a b/notes.pdf", "/files/a b/notes.pdf"),
        ("/notes.pdf", "/notes.pdf"),
        ("//host.example/notes.pdf", "//host.example/notes.pdf"),
        ("https://host.example/", "https://host.example/"),
        ("mailto:ada@host.example", "mailto:ada@host.example"),
        (" javascript:alert(1)", " javascript:alert(1)"),
        ("#notes", "#notes"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("base", ["/files", "/files/"])
def test_base(url: str, expected: str, base: str) -> None:
    work = Work.of(Record(key="a", links=(Link(relation="pdf", url=url, label="x"),)))
    (link,) = with_link_base(work, base).record.links
    assert link == Link(relation="pdf", url=expected, label="x")
    assert work.versions == with_link_base(work, base).versions
