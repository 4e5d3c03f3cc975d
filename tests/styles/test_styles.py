"""Our own styles: every kind of work in every style, and the rules that styles follow.

What the styles print lies in ``expected/``, one file a style; ``pytest --update`` rewrites
the files and the samples in ``docs/styles.md``.
"""

from __future__ import annotations

import re
from pathlib import Path

import citeproc  # type: ignore[import-untyped]
import pytest
from lxml import etree

from publist.cite import format_works
from publist.resources import styles_folder

from .works import WORKS

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs" / "styles.md"
STYLES = sorted(
    file.name.removesuffix(".csl")
    for file in styles_folder().iterdir()
    if file.name.endswith(".csl")
)
OFFICIAL = ["ieee", "apa"]
# A hole, doubled punctuation, empty brackets; "ed." may stand before a comma.
_WRONG = re.compile(r"  |\.\.|,,|\(\)| [,.;:]|^[,.]|\[\]|, \.|\?\.|(?<!ed)\.,")
SAMPLED = ("conference", "award", "workshop", "journal", "preprint")


def lines(style: str, engine: str) -> dict[str, str]:
    formatted = format_works(WORKS, style, engine=engine)
    assert not formatted.problems
    return {entry.work.key: entry.text.plain for entry in formatted.entries}


@pytest.mark.parametrize("engine", ["csl", "citeproc-py"])
@pytest.mark.parametrize("style", [*STYLES, *OFFICIAL])
def test_expected(style: str, engine: str, *, update: bool) -> None:
    file = HERE / "expected" / f"{style}.{engine}.txt"
    found = "".join(f"{key}: {text}\n" for key, text in lines(style, engine).items())
    if update:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_valid_csl(style: str) -> None:
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    tree = etree.fromstring((styles_folder() / f"{style}.csl").read_bytes())
    assert schema.validate(tree), schema.error_log


@pytest.mark.parametrize("style", STYLES)
def test_every_macro_called_and_defined(style: str) -> None:
    tree = etree.fromstring((styles_folder() / f"{style}.csl").read_bytes())
    defined = [node.get("name") for node in tree.iterfind("{*}macro")]
    called = {node.get("macro") for node in tree.iter("{*}text", "{*}key")} - {None}
    assert set(defined) == called
    assert len(defined) == len(set(defined))


@pytest.mark.parametrize("style", STYLES)
def test_no_holes_and_no_doubled_punctuation(style: str) -> None:
    for key, text in lines(style, "csl").items():
        assert not re.search(_WRONG, text), (key, text)
        assert text[-1] in ".?)", (key, text)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("de-DE", "Abschlussarbeit, 2020"),
        ("fr-FR", "Thèse, 2020"),
    ],
)
def test_words_in_the_language_of_the_list(locale: str, expected: str) -> None:
    thesis = next(work for work in WORKS if work.key == "bare-thesis")
    for style in ("homepage", "cv"):
        text = format_works([thesis], style, locale).entries[0].text.plain
        assert text == f"Hello. {expected}."


def samples() -> str:
    """The part of the documentation that shows the styles."""
    out = []
    for style in STYLES:
        shown = lines(style, "csl")
        out += [f"### {style}", "", *(f"- {shown[key]}" for key in SAMPLED), ""]
    return "\n".join(out)


def test_samples_in_docs(*, update: bool) -> None:
    head, begin, rest = DOCS.read_text("utf-8").partition("<!-- samples -->\n")
    old, end, tail = rest.partition("<!-- end of samples -->")
    if update:
        DOCS.write_text(f"{head}{begin}\n{samples()}\n{end}{tail}", "utf-8")
        return
    assert old.strip() == samples().strip()
