"""Average linkage by itself, on scores made by hand."""

from __future__ import annotations

from publist.link.clusters import LARGEST, cluster


def far(_left: int, _right: int) -> float:
    return -9.0


def test_a_chain_is_cut_where_it_is_weakest() -> None:
    scores = {(0, 1): 5.0, (1, 2): 1.0, (2, 3): 5.0}
    assert cluster(scores, far, [None] * 4) == [(0, 1), (2, 3)]


def test_one_doubt_is_outvoted() -> None:
    scores = {(0, 1): 5.0, (0, 2): 5.0, (1, 2): -1.0}
    assert cluster(scores, far, [None] * 3) == [(0, 1, 2)]


def test_each_record_goes_to_the_clean_one_it_agrees_with_best() -> None:
    scores = {(0, 2): 2.0, (1, 2): 3.0, (0, 3): 4.0, (1, 3): 1.0}
    assert cluster(scores, far, ["clean", "clean", None, None]) == [(0, 3), (1, 2)]


def test_two_clean_sources_are_matched_one_to_one() -> None:
    scores = {(0, 1): 3.0, (0, 2): 2.0}
    assert cluster(scores, far, ["a", "b", "b"]) == [(0, 1), (2,)]


def test_groups_to_begin_with_stay_together() -> None:
    assert cluster({(1, 2): 1.0}, far, [None] * 3, [(0, 1)]) == [(0, 1), (2,)]


def test_a_crowd_asks_for_no_score_that_is_not_known() -> None:
    size = 3 * LARGEST
    scores = {(at, at + 1): 2.0 for at in range(size - 1)}
    groups = cluster(scores, lambda _left, _right: 1 / 0, [None] * size)
    assert {len(group) for group in groups} <= {1, 2}
    assert sum(map(len, groups)) == size


def test_what_fits_two_records_of_a_clean_source_equally_well_joins_neither() -> None:
    tied = {(0, 2): 3.0, (0, 3): 3.0, (1, 2): 3.0, (1, 3): 3.0}
    assert cluster(tied, far, ["a", "a", "b", "b"]) == [(0,), (1,), (2,), (3,)]
    told = tied | {(0, 2): 4.0}
    assert cluster(told, far, ["a", "a", "b", "b"]) == [(0, 2), (1, 3)]


def test_no_third_record_joins_two_that_plainly_differ() -> None:
    scores = {(0, 1): 9.0, (1, 2): 9.0, (0, 2): -9.0}
    assert len(cluster(scores, far, [None] * 3)) == 2


def test_a_crowd_of_two_works_is_not_joined_by_the_pairs_that_happen_to_be_compared() -> None:
    half = LARGEST // 2 + 1
    scores = {(left, right): 5.0 for left in range(half) for right in range(left + 1, half)}
    scores |= {(half + left, half + right): value for (left, right), value in scores.items()}
    compared = {(at, half + other): 4.0 for at in range(half) for other in range(0, half, 3)}
    groups = cluster(scores | compared, far, [None] * (2 * half))
    assert groups == [tuple(range(half)), tuple(range(half, 2 * half))]
