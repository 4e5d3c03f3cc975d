"""Lists in Jinja2 templates."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from publist.embed.jinja import PublicationsExtension
from publist.errors import SourceError

LAB = Path(__file__).parents[2] / "examples" / "lab"


@pytest.fixture
def environment() -> Environment:
    made = Environment(extensions=[PublicationsExtension], autoescape=True)
    made.publist_folder = LAB  # type: ignore[attr-defined]  # the extension adds it
    return made


@pytest.mark.parametrize(
    "template",
    [
        '{{ publications("papers.bib", group_by="year") }}',
        '{{ "papers.bib" | publications(group_by="year") }}',
        '{{ ["papers.bib"] | publications(group_by="year") }}',
        '{{ publications(sources="papers.bib", group_by="year") }}',
    ],
)
def test_function_and_filter_give_the_same_unescaped_list(
    environment: Environment, template: str
) -> None:
    made = environment.from_string(template).render()
    assert made.startswith('<div class="publist-list"')
    assert made.count("<li id=") == 4
    assert '<h2 id="2022">' in made


def test_works_for_a_layout_of_one_s_own(environment: Environment) -> None:
    template = '{% for work in works("papers.bib", years="2022") %}{{ work.title }}{% endfor %}'
    assert environment.from_string(template).render() == "Notes on Engines That Learn"


def test_a_source_that_is_not_there_stops_the_template(environment: Environment) -> None:
    with pytest.raises(SourceError):
        environment.from_string('{{ publications("nowhere.bib") }}').render()
