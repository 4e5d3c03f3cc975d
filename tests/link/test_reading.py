"""Reading bylines, titles, venues and locators as people type them."""

from __future__ import annotations

import pytest

from publist.link import read_byline
from publist.link.bylines import compare_bylines, name_keys
from publist.link.locators import compare_locators, read_locators
from publist.link.title_match import compare_titles, is_slip
from publist.link.titles import read_title
from publist.link.venues import compare_venues, read_venue


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("J Smith, A. B. Jones", ["Smith", "Jones"]),
        ("Smith, J. and Jones, A. B.", ["Smith", "Jones"]),
        ("Smith, John; Jones, Ann", ["Smith", "Jones"]),
        ("Smith JR, Jones AB, et al.", ["Smith", "Jones"]),
        ("schapire, r. e.", ["schapire"]),
        ("Laurens van der Maaten and Ada Byron", ["van der Maaten", "Byron"]),
        ("Martin Luther King, Jr. and Emil Post", ["King", "Post"]),
        ("K. G&#246;del, E. Post", ["Gödel", "Post"]),
        ("auer, p., cesa-bianchi, n., & freund, y.", ["auer", "cesa-bianchi", "freund"]),
        ("", []),
    ],
)
def test_bylines(text: str, families: list[str]) -> None:
    assert [family for family, _ in read_byline(text).names] == families


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        ("Ada Byron, Emil Post", "E. Post, A. Byron", 2),
        ("Kurt Gödel", "K. Godel", 1),
        ("Hector Garcia-Molina", "H. Molina", 1),
        ("Yasushi Ogawa", "O Yasushi", 1),
        ("Ida Ito", "Ida Igarashi", 0),
        ("I. Ito", "I. Igarashi", 0),
        ("Zheng Tang, Zhong Tang", "Z. Tang", 1),
        ("Ada Byron", "Emil Post", 0),
        ("Jane Smith", "John Smith", 0),
    ],
)
def test_shared_authors(left: str, right: str, shared: int) -> None:
    keys = [name_keys(read_byline(text)) for text in (left, right)]
    assert compare_bylines(keys[0], keys[1]).shared == shared


@pytest.mark.parametrize(
    ("left", "right", "over"),
    [
        ("On-line learning of databases", "Online Learning of Databases", 0),
        ("An ecient method for prex sums", "An efficient method for prefix sums", 0),
        ("Queryprocessing in streams", "Query processing in streams", 0),
        ("Querycachinginmediatorsystems, in Emil Post", "Query caching in mediator systems", 2),
        ("Caching of streams [Erratum appears in Ann Cach 2003]", "Caching of streams", 0),
        ("Deep caching (extended abstract)", "Deep caching", 0),
        ("Neural translation", "Neural transliteration", 2),
        ("Supervised parsing", "Unsupervised parsing", 2),
        ("Pruner-Zero: searching for pruners", "Searching for pruners", 2),
    ],
)
def test_words_that_differ(left: str, right: str, over: int) -> None:
    match = compare_titles(read_title(left), read_title(right))
    assert len(match.left) + len(match.right) == over, match


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Logic, Part I", "Logic, Part II", "differ"),
        ("The KIT system for IWSLT 2010", "The KIT system for IWSLT 2012", "differ"),
        ("Third workshop on logic", "3rd workshop on logic", "same"),
        ("Logic", "Logic II", "one"),
        ("Vitamin C", "Vitamin D", "none"),
    ],
)
def test_numbers_in_titles(left: str, right: str, verdict: str) -> None:
    assert compare_titles(read_title(left), read_title(right)).numbers == verdict


def test_hostile_text_is_read_in_part() -> None:
    long = "[" * 5000 + "(" * 5000 + " a" * 50_000
    assert len(read_title(long).words) < 1000
    assert len(read_venue(" ".join(["venue"] * 50_000)).words) <= 12
    assert read_byline("A Byron" + " " * 200_000 + "and E Post").names[1] == ("Post", "E")
    assert len(name_keys(read_byline(", ".join(["A Byron"] * 5000)))) <= 100
    assert not is_slip("", "x")


@pytest.mark.parametrize(
    ("left", "right", "names"),
    [
        ("VLDB", "Very Large Data Bases", "same"),
        ("ACM Trans. Database Syst.", "ACM Transactions on Database Systems (TODS)", "same"),
        ("STOC", "In Proc. 25th ACM Symposium on Theory of Computing", "same"),
        ("Machine Learning", "Information and Computation", "differ"),
        ("SIGMOD Conference", "International Conference on Management of Data", ""),
        ("", "Machine Learning", ""),
    ],
)
def test_venues(left: str, right: str, names: str) -> None:
    assert compare_venues(read_venue(left), read_venue(right)).names == names


@pytest.mark.parametrize(
    ("left", "right", "pages"),
    [
        ("1145-1152", "pp. 1145-52.", "same"),
        ("197-226", "197--227", "near"),
        ("1-10", "1-24", "differ"),
        ("108", "viii108", "near"),
        ("", "3", ""),
    ],
)
def test_pages(left: str, right: str, pages: str) -> None:
    found = compare_locators(read_locators(left, "", ""), read_locators(right, "", ""))
    assert found.pages == pages


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Symposium on Theory of Computing", "20th Symp. on the Theory of Computation"),
        ("Proc. Twenty-Fifth Conf. on Caching", "Proceedings of the Conference on Caching"),
        ("Information and Computation", "Information and Compuation"),
        ("Machine Learning, Kluwer Academic Publishers", "Machine Learning"),
    ],
)
def test_one_venue_in_other_words(left: str, right: str) -> None:
    assert compare_venues(read_venue(left), read_venue(right)).names == "same"


def test_venues_that_begin_alike_are_two() -> None:
    one, other = read_venue("Journal of Computing Theory"), read_venue("Journal of Caching Bounds")
    assert compare_venues(one, other).names == "differ"


def test_a_title_without_spaces_counts_as_its_words_do() -> None:
    title = read_title("A language for manipulating arrays")
    match = compare_titles(title, read_title("Alanguageformanipulatingarrays"))
    assert match.common == compare_titles(title, title).common


@pytest.mark.parametrize(
    ("pages", "volume", "first", "read_volume"),
    [
        ("5 (2): 197-227", "", "197", "5"),
        ("5 , 197-227.", "", "197", "5"),
        ("", "7(4):705-719", "705", "7"),
        ("100,102-105", "", "100", ""),
        ("197-227", "5(2)", "197", "5"),
    ],
)
def test_volume_and_pages_in_one_field(
    pages: str, volume: str, first: str, read_volume: str
) -> None:
    read = read_locators(pages, volume, "")
    assert (read.first, read.volume) == (first, read_volume)


def test_pages_that_lost_their_dash() -> None:
    whole = read_locators("433-444", "", "")
    assert compare_locators(read_locators("433444", "", ""), whole).pages == "same"
    assert compare_locators(read_locators("433445", "", ""), whole).pages == "differ"
