from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.arrange import SORT_KEYS, sort
from publist.errors import ProjectError

from .bibliography import WORKS, work


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("-date", "notes shop engine compilers automata lost"),
        ("date", "automata compilers engine shop notes lost"),
        ("-year", "notes shop engine compilers automata lost"),
        ("-year title", "notes shop engine compilers automata lost"),
        ("-year -title", "notes shop compilers engine automata lost"),
        ("title", "engine compilers automata shop notes lost"),
        ("author", "compilers shop notes lost engine automata"),
        ("venue title", "automata engine shop compilers notes lost"),
        ("type", "compilers engine shop automata notes lost"),
        ("source", "automata engine notes compilers lost shop"),
        ("-source", "compilers notes engine automata lost shop"),
        ("selected key", "engine automata compilers lost notes shop"),
        ("", "engine compilers automata notes lost shop"),
    ],
)
def test_order(keys: str, order: str) -> None:
    assert [w.key for w in sort(WORKS, keys.split())] == order.split()


def test_articles_by_language() -> None:
    works = [work("b", "Der Zug", language="de-CH"), work("a", "Die Ampel", language="en")]
    assert [w.key for w in sort(works, ["title"])] == ["a", "b"]
    assert [w.key for w in sort([*works, work("c", "Esel")], ["title"])] == ["a", "c", "b"]


def test_less_precise_dates_come_before_more_precise_ones() -> None:
    dates = ["2024-01-02", "2024-01", "2024", "2024-22", "2024-05"]
    in_order = sort([work(date, "T", date) for date in dates], ["date"])
    assert [w.key for w in in_order] == ["2024", "2024-01", "2024-01-02", "2024-05", "2024-22"]


def test_names_the_keys_there_are() -> None:
    with pytest.raises(ProjectError, match="known: date"):
        sort(WORKS, ["dates"])


@given(
    st.permutations(WORKS),
    st.lists(st.sampled_from([sign + key for key in SORT_KEYS for sign in ("", "-")]), max_size=3),
)
def test_keeps_every_work_and_sorts_once(works: list, keys: list[str]) -> None:  # type: ignore[type-arg]
    once = sort(works, keys)
    assert sorted(w.key for w in once) == sorted(w.key for w in works)
    if "source" not in {key.lstrip("-") for key in keys}:
        assert sort(once, keys) == once
