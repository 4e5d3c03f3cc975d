"""Pages in the styles of many fields and tools, each beside what is read from it.

``cases/styles/NAME.html`` (or ``.md``, ``.tex``, ``.txt``) is a page, ``NAME.expected`` its
publications in order, parted by blank lines. What an entry does not speak of is not compared,
but for the residue: words that went nowhere must be named.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from publist.model import Author
from publist.reading.pages.facts import venue_known
from publist.reading.pages.page import read_page
from publist.reading.pages.reading import PageReading, Reading

CASES = Path(__file__).parent / "cases" / "styles"
FORMS = {".md": "markdown", ".html": "html", ".txt": "text", ".tex": "latex"}
PAGES = sorted(path for path in CASES.iterdir() if path.suffix in FORMS)
# Words of the form of a reference, which say nothing when their values are taken.
FORM_WORDS = frozenset(
    re.findall(
        r"\w+",
        "in with by and at nr the edited ed eds hg von en joint authors author et al vol no pp "
        "pages "
        "page article doi https http org pmid pmcid isbn januar january mar apr august october "
        "may thesis pdf code bibtex paper video links replication data submitted to venue status "
        "award november december of together ver en researchgate lien supplemental "
        "material package manuscrit pearls co abs",
    )
)


def printed(author: Author) -> str:
    marks = "".join(f" {mark}" for mark in author.marks)
    return ("!" if author.emphasised else "") + str(author.name) + marks


def said(reading: Reading) -> dict[str, str]:
    record = reading.record
    authors = [printed(author) for author in record.authors]
    plain = {
        "authors": " | ".join(authors + ["others"] * record.authors_truncated),
        "title": record.title.plain,
        "venue": record.container.plain,
        "year": str(record.year or ""),
        "editors": " | ".join(str(editor.name) for editor in record.editors),
        "publisher-place": record.publisher_place,
        "event-place": record.event_place,
        "number-of-pages": record.number_of_pages,
        "awards": ", ".join(award.kind for award in record.awards),
        "links": ", ".join(link.relation for link in record.links),
        "note": record.note.plain,
        "residue": " ".join(reading.residue),
    }
    names = ("type", "volume", "issue", "number", "pages", "publisher", "genre", "status")
    plain |= {name: getattr(record, name) for name in names}
    plain |= {found.scheme: found.value for found in record.identifiers}
    return {name: value for name, value in plain.items() if value}


def read(page: Path) -> PageReading:
    return read_page(page.read_text(encoding="utf-8"), page.name, FORMS[page.suffix])


def expected(page: Path) -> list[dict[str, str]]:
    text = page.with_suffix(".expected").read_text(encoding="utf-8")
    entries = [
        dict(line.split(": ", maxsplit=1) for line in entry.split("\n"))
        for entry in text.strip().split("\n\n")
    ]
    return [{"residue": ""} | entry for entry in entries]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_in_its_style(page: Path) -> None:
    wanted = expected(page)
    found = [said(reading) for reading in read(page).readings]
    assert [entry.get("title") for entry in found] == [entry["title"] for entry in wanted]
    compared = [
        {name: entry.get(name, "") for name in want}
        for entry, want in zip(found, wanted, strict=True)
    ]
    assert compared == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_word_is_lost_untold(page: Path) -> None:
    for reading in read(page).readings:
        left = list(reading.original)
        for part in reading.parts:
            left[part.start : part.end] = " " * (part.end - part.start)
        lost = Counter(words("".join(left))) - Counter(words(" ".join(reading.residue)))
        again = set(words(" ".join([*said(reading).values(), full_name(reading)])))
        assert set(lost) - FORM_WORDS - again == set(), reading.original


def full_name(reading: Reading) -> str:
    """A venue's whole name, which need not be kept beside its short one."""
    known = venue_known(reading.record.container.plain)
    return known.name if known else ""


def words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)]


def test_lines_about_a_work_are_told() -> None:
    page = "# Papers\n\n* A. Li, B. He. Of Mice. ICML 2020.\n\n    TL;DR: Mice are small.\n"
    document = read_page(page, "page.md", "markdown").document
    assert [record.title.plain for record in document.records] == ["Of Mice"]
    told = [(p.code, p.line, p.value) for p in document.problems if p.code == "page-described"]
    assert told == [("page-described", 5, "TL;DR: Mice are small.")]


def test_lines_among_publications_that_are_none_are_told() -> None:
    page = "# Papers\n\nSee my profile.\n\n* A. Li, B. He. Of Mice. ICML 2020.\n"
    document = read_page(page, "page.md", "markdown").document
    told = [(p.line, p.value) for p in document.problems if p.code == "page-aside"]
    assert told == [(3, "See my profile.")]
