"""docs/formats.md: every example is read, and says what the text around it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publist.model import EQUAL, RELATIONS, SCHEMES, Document, Record
from publist.reading import read_text
from publist.reading.form.keys import KEYS
from publist.reading.people import people_from_text
from publist.reading.sources import BUILT_IN

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(yaml|json|bibtex)( \w+)?\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
LISTS = [(form, text) for form, kind, text in EXAMPLES if not kind]


def example(start: str) -> Document:
    """The example that begins with, or holds, a text."""
    return next(read_text(text, "x", form) for form, text in LISTS if start in text)


def entry(start: str) -> Record:
    return example(start).records[0]


@pytest.mark.parametrize(("form", "text"), LISTS, ids=[text[:30] for _, text in LISTS])
def test_every_example_is_read_without_a_problem(form: str, text: str) -> None:
    document = read_text(text, "x", form)
    assert document.records
    assert document.problems == ()
    assert all(record.title for record in document.records)


def test_roles() -> None:
    first = entry("id: tang2024fusefl")
    assert [[role.kind for role in author.roles] for author in first.authors] == [
        ["equal"],
        ["equal"],
        ["corresponding"],
    ]
    groups = entry("two groups")
    assert [str(author.roles[0]) for author in groups.authors] == [
        "equal",
        "equal",
        "equal:2",
        "equal:2",
    ]
    assert EQUAL in groups.authors[0].roles


def test_types() -> None:
    types = [record.type for record in example("type: PhD thesis").records]
    assert types == ["thesis", "article", "article-journal"]


def test_names() -> None:
    authors = entry("On Names").authors
    assert authors[0].name.particle == "van"
    assert authors[1].name.suffix == "Jr."
    assert authors[2].orcid == "0000-0002-1825-0097"
    assert authors[3].name.family == "Bee Ceh"
    assert authors[4].name.literal == "The Example Collaboration"
    assert entry("On Names").authors_truncated


def test_dates() -> None:
    dates = [str(record.date) for record in example("In a workshop").records]
    assert dates == ["2024-05-12", "2024-05-12/2024-05-15", "1850~", "2020-21", "forthcoming"]


def test_what_is_wrong_gives_the_messages_that_stand_beside_it() -> None:
    text = next(text for _, kind, text in EXAMPLES if kind == " problems")
    messages = " ".join(problem.message for problem in read_text(text, "x", "yaml").problems)
    for comment in re.findall(r"# (.*)", text):
        assert comment in messages


def test_people() -> None:
    text = next(text for _, kind, text in EXAMPLES if kind == " people")
    people, problems = people_from_text(text, "people.yaml")
    assert [person.id for person in people] == ["tang", "chu", "lovelace"]
    assert people[0].not_keys == ("tang2019other",)
    assert not problems


def test_the_page_names_every_key_form_relation_and_scheme() -> None:
    names = {*BUILT_IN, *RELATIONS, *SCHEMES} - {"other"}
    names |= {key.name for key in KEYS if key.shape not in ("people", "contributors", "link")}
    names -= {"entry_type", "short_title", "annotation", "identifiers", "id"}
    missing = [name for name in sorted(names) if not re.search(rf"\b{re.escape(name)}\b", PAGE)]
    assert missing == []


def test_a_theme_s_entry() -> None:
    (text,) = [text for form, kind, text in EXAMPLES if kind == " lab"]
    document = read_text(text, "_data/publist.yml")
    (record,) = document.records
    assert (record.container.plain, record.year) == (
        "International Conference on Machine Learning (ICML) 2024",
        2024,
    )
    assert [link.relation for link in record.links] == ["paper", "code"]
    assert not document.problems
