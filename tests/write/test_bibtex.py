"""BibTeX as text: what it looks like."""

from __future__ import annotations

from publist.model import Author, Date, Document, Identifier, Link, Name, Record, Role
from publist.richtext import parse_markup
from publist.write.bibtex import write_bibtex

RECORD = Record(
    key="tang2024",
    type="paper-conference",
    title=parse_markup('<span class="nocase">FuseFL</span>: 100 % of $O(n)$'),
    authors=(
        Author(name=Name(family="Tang", given="Zhenheng"), roles=(Role(kind="equal"),)),
        Author(name=Name(literal="The R&D Group")),
    ),
    container=parse_markup("Proceedings of Examples"),
    date=Date.parse("2024-12"),
    pages="1–10",
    identifiers=(
        Identifier(scheme="doi", value="10.1000/a_b"),
        Identifier(scheme="arxiv", value="2401.17644", version=2),
    ),
    links=(Link(relation="paper", url="https://example.org/a_b"),),
    selected=True,
    extra={"primaryclass": "cs.LG"},
)
EXPECTED = """\
@inproceedings{tang2024,
  author       = {Tang, Zhenheng and {The R\\&D Group}},
  author+an    = {1=equal},
  title        = {{FuseFL}: 100 \\% of $O(n)$},
  booktitle    = {Proceedings of Examples},
  pages        = {1--10},
  year         = {2024},
  month        = dec,
  doi          = {10.1000/a\\_b},
  eprint       = {2401.17644v2},
  archiveprefix = {arXiv},
  url          = {https://example.org/a_b},
  selected     = {true},
  primaryclass = {cs.LG},
}
"""


def test_an_entry() -> None:
    assert write_bibtex([RECORD]) == EXPECTED


def test_entries_of_a_document_are_set_apart_by_a_line() -> None:
    document = Document(records=(RECORD, RECORD))
    assert write_bibtex(document) == EXPECTED + "\n" + EXPECTED


def test_nothing_is_nothing() -> None:
    assert write_bibtex(Document()) == ""


def test_writing_twice_gives_the_same_text() -> None:
    assert write_bibtex([RECORD]) == write_bibtex([RECORD])
