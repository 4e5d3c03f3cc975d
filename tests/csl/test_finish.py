"""Joints that are taken out before punctuation is settled would not have changed anything."""

from __future__ import annotations

import re
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from publist.csl import finish as finishing
from publist.csl.finish import Quotes, finish
from publist.csl.marks import CLOSE, EMPH, HELD, JOINT, PREFIX_END, QUOTE, UNQUOTE

QUOTES = [
    Quotes(("“", "”"), ("‘", "’"), punctuation_inside=True),
    Quotes(("«", "»"), ("“", "”"), punctuation_inside=False),
]
_PIECES = [
    *"a1.,:;!? ",
    *("no.", ", ", ". ", "? ", " (", ")", "é"),
    *(JOINT, JOINT + ", " + JOINT, JOINT + ". " + JOINT),
    *(EMPH, CLOSE, QUOTE, UNQUOTE, "in " + PREFIX_END, ". " + PREFIX_END),
    *(HELD, CLOSE + HELD, ";" + HELD + HELD, "," + HELD + HELD),
]


@given(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=16), st.sampled_from(QUOTES))
@example(["a", "?", UNQUOTE, JOINT + ", " + JOINT, ".", JOINT, "b"], QUOTES[0])
def test_idle_joints_change_nothing(pieces: list[str], quotes: Quotes) -> None:
    text = "".join(pieces)
    with mock.patch.object(finishing, "_IDLE", re.compile("(?!)")):
        every_joint = finish(text, quotes)
    assert finish(text, quotes) == every_joint


@given(st.lists(st.sampled_from(_PIECES), min_size=3, max_size=16), st.sampled_from(QUOTES))
@example(["a", UNQUOTE, JOINT + ", " + JOINT, "b"], QUOTES[0])
@example(["a", UNQUOTE, JOINT + ", " + JOINT, ".", JOINT, "b"], QUOTES[0])
def test_taking_a_comma_into_a_quotation_at_once_changes_nothing(
    pieces: list[str], quotes: Quotes
) -> None:
    text = "".join(pieces)
    with mock.patch.object(finishing, "_taken_in", lambda text: text):
        one_by_one = finish(text, quotes)
    assert finish(text, quotes) == one_by_one
