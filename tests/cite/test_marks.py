"""Mark schemes: what symbol a role gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.cite.marks import BUILT_IN, MarkScheme, mark_scheme
from publist.errors import ProjectError
from publist.model import Role

KINDS = ["equal", "corresponding", "lead", "chef", "data", "ops"]
ROLES = st.builds(Role, kind=st.sampled_from(KINDS), group=st.integers(1, 6))


def assigned(scheme: str, *roles: str) -> dict[str, str]:
    marks = mark_scheme(scheme).assign(Role.parse(role) for role in roles)
    return {str(role): mark for role, mark in marks.items()}


@pytest.mark.parametrize(
    ("scheme", "roles", "expected"),
    [
        ("symbols", ["lead", "equal"], {"equal": "*", "lead": "💡"}),
        ("symbols", ["equal:2", "equal"], {"equal": "*", "equal:2": "†"}),
        ("symbols", ["equal:4"], {"equal:4": "**"}),
        ("symbols", ["chef", "data"], {"chef": "§", "data": "¶"}),
        ("emoji", ["corresponding"], {"corresponding": "📧"}),
        (
            "classic",
            ["equal", "corresponding", "chef"],
            {"equal": "*", "corresponding": "‡", "chef": "¶"},
        ),
        ("ascii", ["corresponding"], {"corresponding": "@"}),
        ("equal=#", ["equal", "lead"], {"equal": "#", "lead": "💡"}),
        (
            "emoji,equal=#,lead=",
            ["equal", "lead", "corresponding"],
            {"equal": "#", "corresponding": "📧"},
        ),
        ("chef=§", ["chef", "data"], {"chef": "§", "data": "¶"}),
        ("equal:2=+", ["equal", "equal:2"], {"equal": "*", "equal:2": "+"}),
    ],
)
def test_assign(scheme: str, roles: list[str], expected: dict[str, str]) -> None:
    assert assigned(scheme, *roles) == expected


@given(st.lists(ROLES), st.sampled_from(sorted(BUILT_IN)))
def test_no_symbol_twice(roles: list[Role], name: str) -> None:
    marks = mark_scheme(name).assign(roles)
    assert set(marks) == set(roles)
    assert len(set(marks.values())) == len(marks)


def test_scheme_and_mapping_are_taken_as_they_are() -> None:
    scheme = MarkScheme(roles={}, spare=("+",))
    assert mark_scheme(scheme) is scheme
    assert mark_scheme({"equal": "="}).roles["equal"][0] == "="


def test_unknown_scheme() -> None:
    with pytest.raises(ProjectError, match="symbols"):
        mark_scheme("hearts")
