"""Filling in: who is matched with what, what is taken, what is said."""

from __future__ import annotations

from publist.filling import Filled, fill_in
from publist.reading import read_text

BIB = """@inproceedings{mice, title={Of Mice and Very Large Models}, year={2024},
 author={Li, Ann and He, Bo and Wu, Cy Dana}, booktitle={ICML}, pages={1--9}, doi={10.1234/mice}}
@misc{arx, title={A Survey of Cheese in the Wild}, author={He, Bo and Wu, Cy Dana}, year={2019},
 eprint={1901.00001}, archiveprefix={arXiv}, doi={10.48550/arXiv.1901.00001}}
@article{other, title={Nothing Alike}, author={Zed, Ann}, journal={Journal}, year={2001}}
"""


def filled(page: str, bib: str = BIB) -> Filled:
    return fill_in(read_text(page, "p.yaml").records, read_text(bib, "b.bib").records)


def said(done: Filled, code: str) -> list[str]:
    return [problem.message for problem in done.problems if problem.code == code]


def test_a_misprint_and_initials_do_not_matter() -> None:
    done = filled("- {title: Of mice and verry large models, authors: 'A. Li*, B. He, C. D. Wu',"
                  " venue: ICML, year: 2024}")  # fmt: skip
    record = done.records[0]
    names = [str(author.name) for author in record.authors]
    assert names == ["Ann Li", "Bo He", "Cy Dana Wu"]
    assert said(done, "fill-doubtful") == []


def test_what_is_in_doubt_is_told_and_nothing_is_taken() -> None:
    page = "- {title: Of mice and large models, authors: 'A. Li, B. He, C. D. Wu', year: 2024}"
    done = filled(page)
    record = done.records[0]
    assert [str(author.name) for author in record.authors] == ["A. Li", "B. He", "C. D. Wu"]
    assert record.identifier("doi") is None
    (doubt,) = said(done, "fill-doubtful")
    assert doubt.startswith("b.bib:1 (mice) may be this work (")
    assert said(done, "fill-unused") == ["2 entries have no item on the page: arx, other"]


def test_everything_of_the_publication_is_taken() -> None:
    done = filled("- {title: Of mice and very large models, authors: 'A. Li*, B. He, C. Wu',"
                  " venue: ICML, year: 2024}")  # fmt: skip
    record = done.records[0]
    assert [str(author.name) for author in record.authors] == ["Ann Li", "Bo He", "Cy Dana Wu"]
    assert record.authors[0].marks == ("*",)
    assert (record.pages, record.identifier("doi")) == ("1–9", "10.1234/mice")
    assert said(done, "filled-in") == ["Filled in from b.bib:1 (mice): authors, pages, doi."]
    assert said(done, "fill-unused") == ["2 entries have no item on the page: arx, other"]


def test_et_al_is_completed() -> None:
    done = filled("- {title: Of mice and very large models, authors: 'A. Li et al.', venue: ICML,"
                  " year: 2024}")  # fmt: skip
    record = done.records[0]
    assert [str(author.name) for author in record.authors] == ["Ann Li", "Bo He", "Cy Dana Wu"]
    assert not record.authors_truncated


def test_another_version_gives_names_and_its_arxiv_number_alone() -> None:
    done = filled("- {title: A survey of cheese in the wild, authors: 'B. He, C. D. Wu',"
                  " journal: Journal of Fine Cheese, volume: 3, year: 2020}")  # fmt: skip
    record = done.records[0]
    assert [str(author.name) for author in record.authors] == ["Bo He", "Cy Dana Wu"]
    assert record.identifier("arxiv") == "1901.00001"
    assert record.identifier("doi") is None
    assert said(done, "fill-differs") == []


def test_years_that_differ_are_said() -> None:
    done = filled("- {title: Of mice and very large models, authors: 'A. Li, B. He, C. D. Wu',"
                  " venue: ICML, year: 2023, pages: 1-9}")  # fmt: skip
    assert done.records[0].year == 2023
    assert said(done, "fill-differs") == [
        "The page says 2023, b.bib:1 (mice) says 2024; the page's was kept."
    ]


def test_strangers_are_left_alone() -> None:
    done = filled("- {title: Something else, authors: Q. Xu, year: 2020}")
    assert done.records[0].identifier("doi") is None
    assert [problem.code for problem in done.problems] == ["fill-unused"]
