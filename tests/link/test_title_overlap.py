"""Titles found in fields that hold more, or less, than a title."""

from __future__ import annotations

import pytest

from publist.link import Relation, Row, link, relate, row_from_strings
from publist.link.title_overlap import find_overlap
from publist.link.titles import read_title

LEDGERS = "Sparse Ledgers for Preemptible Accelerators: Limits and Remedies"
"""The title as it is; what stands beside it below is how citations were taken apart."""


def row(row_id: str, title: str, authors: str, venue: str = "", year: str = "") -> Row:
    return row_from_strings(
        {"id": row_id, "title": title, "authors": authors, "venue": venue, "year": year}
    )


WHOLE = row("whole", LEDGERS, "I Adler, K Brandt, M Chen", "VLDB", "2001")
GARBLED = [
    ("a byline in front", f"and M. Chen. {LEDGERS}", "I Adler, K Brandt"),
    ("fused with it", f"andM. Chen, {LEDGERS}", "I Adler, K Brandt"),
    (
        "and the end cut",
        "and M. Chen. Sparse Ledgers for Preemptible Accelerators: Limits",
        "I Adler",
    ),
    (
        "the meeting behind",
        f"{LEDGERS}. 27th Int. Conf. Very Large Data",
        "I Adler, K Brandt, M Chen",
    ),
    ("both", f"M. Chen (2001) {LEDGERS}, Proc. 27th", "I Adler, K Brandt"),
    ("another form", f"{LEDGERS}. In Proc. of the 27th", "I Adler, K Brandt, M Chen"),
    ("no spaces", "Chen. SparseLedgersforPreemptibleAccelerators:LimitsandRemedies", "I Adler"),
]


@pytest.mark.parametrize(("how", "title", "authors"), GARBLED, ids=[case[0] for case in GARBLED])
def test_a_garbled_citation_finds_its_title(how: str, title: str, authors: str) -> None:
    found = link([WHOLE, row("garbled", title, authors, "VLDB")], least=0.0)
    assert found.copies == (("garbled", "whole"),), how


@pytest.mark.parametrize(("how", "title"), [case[:2] for case in GARBLED])
def test_what_a_garbled_citation_has_beyond_its_title(how: str, title: str) -> None:
    found = find_overlap(read_title(title), read_title(LEDGERS), (), ("chen",))
    assert found is not None
    assert (found.before, found.after) == ((), ())
    assert found.missing == (("remedies",) if how == "and the end cut" else ())


def test_a_title_in_another_one_and_what_is_around_it() -> None:
    host = read_title(f"Gossiping Volunteers with {LEDGERS} of Credit")
    found = find_overlap(host, read_title(LEDGERS), (), ())
    assert found is not None
    assert (found.before, found.after) == (("gossiping", "volunteers"), ("credit",))
    assert found.set_aside == {"with", "of"}
    assert find_overlap(read_title(LEDGERS), host, (), ()) is None
    assert find_overlap(read_title(OTHERS[0][1]), read_title(LEDGERS), (), ()) is None


OTHERS = [
    ("one word exchanged", LEDGERS.replace("Limits", "Losses").replace("Sparse", "Dense")),
    ("a method in front", f"Gossiping Volunteers with {LEDGERS}"),
    ("another subject behind", "Sparse Ledgers for Preemptible Accelerators: Theory of Queries"),
]


@pytest.mark.parametrize(("how", "title"), OTHERS, ids=[case[0] for case in OTHERS])
def test_another_title_is_no_garbled_one(how: str, title: str) -> None:
    pair = relate(WHOLE, row("other", title, "I Adler", "SIGMOD", "2003"))
    assert pair.relation in (Relation.RELATED, Relation.DISTINCT), how


def test_lost_ligatures_are_slips() -> None:
    title = "Effective and Efficient Classification of Floating Ledgers"
    lost = "E ective and E cient Classi cation of Floating Ledgers"
    found = link([row("a", title, "I Adler, K Brandt"), row("b", lost, "I Adler, K Brandt")])
    assert found.clusters == (("a", "b"),)


def test_names_the_wrong_way_round_in_a_list_that_is_cut() -> None:
    right = row("a", LEDGERS, "I Adler, K Brandt, M Chen", "VLDB", "2001")
    wrong = row("b", LEDGERS, "A Ida, B Karl", "VLDB", "2001")
    assert "2 of 3 authors" in relate(right, wrong).reasons
    assert "no author in common" in relate(right, row("c", LEDGERS, "A Ida", "VLDB")).reasons
