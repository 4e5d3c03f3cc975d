from __future__ import annotations

from itertools import product

import pytest

from publist.names import read_authors, split_authors, split_human_list

BIBTEX = [
    ("Ada Lovelace", ["Ada Lovelace"]),
    ("Ada Lovelace and Charles Babbage", ["Ada Lovelace", "Charles Babbage"]),
    ("Ada Lovelace AND\n  Babbage, Charles", ["Ada Lovelace", "Babbage, Charles"]),
    ("{Black and White} and Alexander Anderson", ["{Black and White}", "Alexander Anderson"]),
    ("Erd{\\H o}s, P. and R{\\'e}nyi, A.", ["Erd{\\H o}s, P.", "R{\\'e}nyi, A."]),
    ("Anders~and~Sons", ["Anders~and~Sons"]),
    ("and Ada Lovelace", ["and Ada Lovelace"]),
    ("Ada {Love and}lace and B", ["Ada {Love and}lace", "B"]),
    ("  ", []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "names"), BIBTEX)
def test_bibtex_splits_at_and_outside_braces(field: str, names: list[str]) -> None:
    assert split_authors(field) == names


TYPED = [
    ("A. Noether, B. Hopper, and C. Curie", ["A. Noether", "B. Hopper", "C. Curie"]),
    ("Noether, A., Hopper, B., Curie, C.", ["Noether, A.", "Hopper, B.", "Curie, C."]),
    ("van der Waals, J. D., 't Hooft, G.", ["van der Waals, J. D.", "'t Hooft, G."]),
    ("Noether, Emmy and Hopper, Grace", ["Noether, Emmy", "Hopper, Grace"]),
    ("Noether, Emmy, Hopper, Grace", ["Noether, Emmy", "Hopper, Grace"]),
    ("Emmy Noether; Grace Hopper & Marie Curie", ["Emmy Noether", "Grace Hopper", "Marie Curie"]),
    ("Emmy Noether, Grace Hopper", ["Emmy Noether", "Grace Hopper"]),
    ("King, Jr., Martin and Grace Hopper", ["King, Jr., Martin", "Grace Hopper"]),
    ("Martin King, Jr., Grace Hopper", ["Martin King, Jr.", "Grace Hopper"]),
    ("E. Noether*,†, G. Hopper", ["E. Noether*,†", "G. Hopper"]),
    ("E. Noether<sup>1,*</sup>, G. Hopper", ["E. Noether<sup>1,*</sup>", "G. Hopper"]),
    ("E. Noether, G. Hopper.", ["E. Noether", "G. Hopper"]),
    ("Ann Li, Bo He, and Cy Wu", ["Ann Li", "Bo He", "Cy Wu"]),
    ("Li Ann, He Bo and Wu Cy", ["Li Ann", "He Bo", "Wu Cy"]),
    ("Van Dyke, Ann, and Roe, Jo", ["Van Dyke, Ann", "Roe, Jo"]),
    ("Van Der Berg, Jan and Curie, Marie Anne", ["Van Der Berg, Jan", "Curie, Marie Anne"]),
    ("Ann Li, He, Bo; Wu, Cy", ["Ann Li", "He, Bo", "Wu, Cy"]),
    ("Dann, W. A. Jr., and Li, D. J.", ["Dann, W. A. Jr.", "Li, D. J."]),
    ("周骐、李娜", ["周骐", "李娜"]),
    ("Noether E, Hopper GM", ["Noether E", "Hopper GM"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), TYPED)
def test_typed_lists(text: str, names: list[str]) -> None:
    assert split_human_list(text) == names


MENDED = [
    ("Emmy Noether and and Grace Hopper", ["Emmy Noether", "Grace Hopper"], "names-separator"),
    ("and Emmy Noether and", ["Emmy Noether"], "names-separator"),
    ("Emmy Noether; Grace Hopper", ["Emmy Noether", "Grace Hopper"], "names-separator"),
    ("Emmy Noether \\& Grace Hopper", ["Emmy Noether", "Grace Hopper"], "names-separator"),
    ("E. Noether, G. Hopper, M. Curie", ["E. Noether", "G. Hopper", "M. Curie"], "names-separator"),
    ("Noether, Emmy,", ["Emmy Noether"], "name-commas"),
    ("Emmy Noether, Jr.", ["Jr. Emmy Noether"], "name-commas"),
    (", Jr.", ["Jr."], "name-commas"),
    ("Emmy {Noether", ["Emmy Noether"], "name-braces"),
    ("{Noether, Emmy and Hopper, Grace}", ["Emmy Noether", "Grace Hopper"], "names-braced"),
    ("{Barnes and Noble, Inc.}", ["Barnes and Noble, Inc."], None),
    ("O&#39;Neil, Ann and Bo Li", ["Ann O'Neil", "Bo Li"], None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "names", "code"), MENDED)
def test_what_people_type_in_a_bib_is_mended_and_said(
    field: str, names: list[str], code: str | None
) -> None:
    found = read_authors(field)
    assert [str(author.name) for author in found.authors] == names
    assert {problem.code for problem in found.problems} == ({code} if code else set())


@pytest.mark.parametrize(
    ("field", "form"),
    [
        ("Emmy Noether and others", "bibtex"),
        ("Emmy Noether and {others}", "bibtex"),
        ("Emmy Noether et al.", "bibtex"),
        ("E. Noether, et al.", "human"),
        ("E. Noether and others", "human"),
        ("E. Noether, ...", "human"),
    ],
)
def test_cut_lists(field: str, form: str) -> None:
    found = read_authors(field, "human" if form == "human" else "bibtex")
    assert found.truncated
    assert [author.name.family for author in found.authors] == ["Noether"]


def test_three_parts_with_commas_stay_one_name_where_one_is_a_suffix() -> None:
    found = read_authors("Ford, Jr., Henry")
    assert [str(author.name) for author in found.authors] == ["Henry Ford, Jr."]


@pytest.mark.parametrize("sections", [1, 2, 3, 4])
def test_no_name_of_odd_parts_stops_the_reader(sections: int) -> None:
    for parts in product(("", "Jr.", "van", "Li", "{}", "A. B."), repeat=sections):
        name = ", ".join(parts)
        assert read_authors(f"{name} and Emmy Noether").authors[-1].name.family == "Noether", name
