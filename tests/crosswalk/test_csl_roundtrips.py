"""CSL-JSON and back: text that looks like something else stays text."""

from __future__ import annotations

import json

import pytest

from publist.model import Record
from publist.reading import read_text
from publist.richtext import RichText, parse_markup
from publist.write.csl_json import write_csl_json

NOTES = ("Publisher: X", "Held on Monday\nVolume: 3\nand on Tuesday", "a {:volume: 3} b")
BLANKS = ("thin\u2009blank", "narrow\u202fblank", "no\u00a0break", "wide\u3000blank")


def again(record: Record) -> Record:
    return read_text(write_csl_json([record]), "x.json", "csl-json").records[0]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_no_variable(note: str) -> None:
    record = again(Record(key="a", title=RichText.of("T"), note=RichText.of(note)))
    assert (record.note, record.publisher, record.volume) == (RichText.of(note), None, None)


def test_the_note_of_other_programs_holds_variables() -> None:
    text = '[{"id": "a", "type": "book", "title": "T", "note": "Publisher: X"}]'
    assert read_text(text, "x.json", "csl-json").records[0].publisher == "X"


@pytest.mark.parametrize("title", BLANKS)
def test_blanks_stay_what_they_are(title: str) -> None:
    assert again(Record(key="a", title=RichText.of(title))).title.plain == title


def test_quotations_and_code_are_told_in_words_that_other_programs_know() -> None:
    title = parse_markup("<q>Why</q> <code>main</code>, <i>not</i> <u>that</u>?")
    text = write_csl_json([Record(key="a", title=title)])
    assert json.loads(text)[0]["title"] == "“Why” main, <i>not</i> that?"
    assert again(Record(key="a", title=title)).title == title
