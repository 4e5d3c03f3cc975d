from __future__ import annotations

from typing import Any

import pytest

from publist.arrange import Selection, kind_of, select
from publist.errors import ProjectError
from publist.model import Work

from .bibliography import WORKS, work


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, "engine compilers automata notes lost shop"),
        ({"kinds": "conference"}, "engine"),
        ({"kinds": "Conferences, workshop papers"}, "engine shop"),
        ({"kinds": ["!preprint", "!talk"]}, "engine compilers notes shop"),
        ({"kinds": "paper-conference"}, "engine shop"),
        ({"kinds": "preprint"}, "automata"),
        ({"years": "2023"}, "engine compilers"),
        ({"years": 2023}, "engine compilers"),
        ({"years": "2019-2023"}, "engine compilers automata"),
        ({"years": "2023-"}, "engine compilers notes shop"),
        ({"years": "–2020"}, "automata"),
        ({"years": "forthcoming, undated"}, "notes lost"),
        ({"years": "!2023"}, "automata notes lost shop"),
        ({"authors": "me"}, "engine compilers notes lost shop"),
        ({"authors": "Lovelace, A."}, "engine compilers notes lost shop"),
        ({"authors": "John von Neumann"}, "automata notes"),
        ({"authors": "ada"}, "engine compilers notes lost shop"),
        ({"authors": ["!G. Hopper"]}, "lost"),
        ({"roles": "lead"}, "compilers"),
        ({"roles": "first"}, "engine lost automata"),
        ({"roles": "first", "authors": "Grace Hopper"}, "engine compilers notes shop"),
        ({"roles": "last"}, "compilers notes lost shop automata"),
        ({"roles": "equal:2", "authors": "Grace Hopper"}, "notes"),
        ({"venues": "neurips"}, "engine shop"),
        ({"venues": "Neural Information"}, "engine shop"),
        ({"venues": "M@NeurIPS"}, "shop"),
        ({"venues": "programming languages"}, "compilers"),
        ({"keywords": "c"}, "engine"),
        ({"keywords": "Engines"}, "engine compilers"),
        ({"awards": "any"}, "engine"),
        ({"awards": "spotlight"}, "engine"),
        ({"awards": "oral"}, ""),
        ({"selected": True}, "engine"),
        ({"selected": False}, "compilers automata notes lost shop"),
        ({"text": "engin hopper"}, "engine compilers shop"),
        ({"text": "elan"}, "automata"),
        ({"kinds": "journal", "years": "2024"}, ""),
    ],
)
def test_selects(asked: dict[str, Any], found: str) -> None:
    chosen = select(WORKS, Selection.model_validate(asked))
    assert sorted(w.key for w in chosen) == sorted(found.split())
    assert list(chosen) == [w for w in WORKS if w in chosen], "the order is kept"


def test_selected_in_any_version() -> None:
    shown = work("a", "Shown")
    preprint = shown.record.change(key="b", selected=True)
    joined = Work(record=shown.record, versions=(shown.record, preprint))
    assert select([joined], Selection(selected=True)) == (joined,)


@pytest.mark.parametrize(
    "asked", [{"kinds": "confrence"}, {"years": "2024-2020"}, {"years": "last year"}]
)
def test_says_what_it_does_not_understand(asked: dict[str, str]) -> None:
    with pytest.raises(ProjectError, match=next(iter(asked.values()))):
        Selection.model_validate(asked)


@pytest.mark.parametrize(
    ("type_", "kind"),
    [("article", "preprint"), ("thesis", "thesis"), ("post-weblog", "web"), ("made-up", "other")],
)
def test_kinds_of_types(type_: str, kind: str) -> None:
    assert kind_of(work("a", "A", type=type_).record) == kind
