"""Entries of YAML sources found, completed in place and taken out: text before and after."""

from __future__ import annotations

import pytest

from publist.dedupe.forms import YAML
from publist.dedupe.merged import Group, groups_to_merge, merge_sources
from publist.dedupe.report import make_report
from publist.dedupe.yaml_edit import complete
from publist.dedupe.yaml_places import find_items, find_keys
from publist.link.works import group_records
from publist.model import Identifier, Record
from publist.reading import read_text

SOURCE = """\
# My papers; checked by hand.
publications:
  - id: weaving   # the one to cite
    title: "Weaving Algebraic Patterns on Engines"
    authors: [Ada Lovelace, Luigi Menabrea, Mary Somerville]
    venue: ICML
    year: 2022

  # The preprint of another one.
  - id: other
    title: 'Something Else Entirely'   # single quotes stay
    authors: [Ada Lovelace]
    abstract: |
      Text with
      # a hash in it

  - id: again
    title: Weaving Algebraic Patterns on Engines
    authors: [A. Lovelace, L. Menabrea, M. Somerville]
    venue: ICML
    year: 2022
    pages: 10-19
"""


def records_of(text: str) -> tuple[Record, ...]:
    return read_text(text, "x.yaml").records


def groups_of(records: tuple[Record, ...]) -> tuple[Group, ...]:
    return groups_to_merge(make_report(group_records(records, ())).works, versions=False)


def merged(text: str) -> tuple[str, dict[str, str], list[str]]:
    records = records_of(text)
    made = merge_sources(groups_of(records), records, {"x.yaml": text}, {"x.yaml": YAML})
    after = made.sources[0].after if made.sources else text
    return after, dict(made.keys), [problem.code for problem in made.problems]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_one_entry_stays_and_all_else_to_the_letter(line_end: str) -> None:
    source = SOURCE.replace("\n", line_end)
    after, keys, problems = merged(source)
    assert problems == []
    assert len(keys) == 1
    assert len(records_of(after)) == 2
    untouched = source[source.index("  # The preprint") : source.index("  - id: again")]
    assert untouched.rstrip() in after
    assert after.startswith(source[: source.index("  - id: weaving")])
    assert after.count("\n") == after.count(line_end)
    assert "10" in after
    assert merged(after)[0] == after


def test_a_key_is_added_behind_the_last_and_comments_stay() -> None:
    entry = "- id: a  # mine\n  title: T\n  # nothing more\n  year: 2020  # in print"
    [before] = records_of(entry)
    after = before.change(identifiers=(Identifier(scheme="doi", value="10.1000/182"),))
    assert complete(entry, before, after) == f'{entry}\n  doi: "10.1000/182"'


def test_a_changed_value_keeps_the_comment_behind_it() -> None:
    entry = "- id: a\n  volume: 2  # sure?\n  title: T"
    [before] = records_of(entry)
    changed = complete(entry, before, before.change(volume="3"))
    assert changed == "- id: a\n  volume: 3  # sure?\n  title: T"


@pytest.mark.parametrize(
    "text",
    [
        "- {id: a, title: T}\n",
        "- &one\n  id: a\n  title: T\n",
        "-\n  id: a\n  title: T\n",
        "- id: a\n  container-title: T\n  nobody_knows: this\n",
        "id: a\ntitle: T\n",
    ],
)
def test_what_cannot_be_changed_safely_is_not_found(text: str) -> None:
    lines = [("a", line) for line in range(4)]
    assert find_items(text, lines) == [None] * 4


def test_a_hash_in_a_block_is_text() -> None:
    entry = "- id: a\n  abstract: |\n    One\n    # two\n  # about the note\n  note: N"
    places = find_keys(entry)
    assert places is not None
    assert [entry[place.start : place.end] for place in places] == [
        "id: a",
        "abstract: |\n    One\n    # two",
        "note: N",
    ]


def test_entries_in_braces_are_left_with_a_problem() -> None:
    one = "- {id: a, title: Weaving Patterns on Engines, authors: [A. Lovelace], year: 2022}\n"
    text = one + one.replace("id: a", "id: b")
    after, keys, problems = merged(text)
    assert (after, keys, problems) == (text, {}, ["not-merged"])
