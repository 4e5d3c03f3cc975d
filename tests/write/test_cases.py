"""What every writer makes of the listings, beside each other as files in ``cases/``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publist.model import Listing, Work
from publist.write import html, json_form, latex, markdown, text
from publist.write.options import DEFAULT, Options

from .listings import LISTINGS

CASES = Path(__file__).parent / "cases"
WRITERS: dict[str, Callable[[Listing, Options], str]] = {
    "md": markdown.write,
    "html": html.write,
    "tex": latex.write,
    "txt": text.write,
    "json": json_form.write,
}


def bibtex_of(work: Work) -> str | None:
    return f"@misc{{{work.key},\n  note = {{<b>}},\n}}" if work.record.authors else None


ALL = Options(
    abstracts=True, bibtex=bibtex_of, badges=True, legend=False, links=("pdf",), anchor_prefix="p-"
)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", LISTINGS)
def test_case(name: str, form: str, *, update: bool) -> None:
    compare(CASES / f"{name}.{form}", WRITERS[form](LISTINGS[name], DEFAULT), update=update)


@pytest.mark.parametrize("form", ["html", "md"])
def test_options(form: str, *, update: bool) -> None:
    compare(CASES / f"options.{form}", WRITERS[form](LISTINGS["plain"], ALL), update=update)


def compare(path: Path, written: str, *, update: bool) -> None:
    if update:
        path.write_text(written, "utf-8")
    assert written == path.read_text("utf-8")
