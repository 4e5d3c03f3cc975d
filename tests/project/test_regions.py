"""Regions: found, filled, and everything around them left byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.errors import OutputError, ProjectError
from publist.project.regions import fill, find_regions

SYNTAXES = {
    "index.md": ("<!-- pubs:start new -->", "<!-- pubs:end -->"),
    "index.html": ("  <!--pubs:start new-->", "  <!--pubs:end new-->"),
    "page.mdx": ("{/* pubs:start new */}", "{/* pubs:end */}"),
    "cv.tex": ("% pubs:start new", "%% pubs:end new"),
    "page.rst": (".. pubs:start new", ".. pubs:end"),
    "cv.typ": ("// pubs:start new", "// pubs:end"),
    "site.yml": ("# pubs:start new", "# pubs:end"),
    "x.lua": ("-- pubs:start new", "-- pubs:end"),
}


@pytest.mark.parametrize("name", SYNTAXES)
def test_every_language_has_its_comments(name: str) -> None:
    start, end = SYNTAXES[name]
    before, after = f"One\n{start}\n", f"{end}\nTwo"
    filled = fill(f"{before}old\n{after}".encode(), {"new": "- a\n"}, name).decode()
    assert filled.startswith(before)
    assert filled.endswith(after)
    inside = filled.removeprefix(before).removesuffix(after)
    spaced = name.endswith((".md", ".mdx", ".rst"))
    assert inside == ("\n- a\n\n" if spaced else "- a\n")


def test_a_list_belongs_to_what_it_is_indented_under() -> None:
    data = b"!!! note\n    <!-- pubs:start a -->\n    <!-- pubs:end -->\n"
    filled = fill(data, {"a": "- x\n\n  y\n"}, "a.md")
    assert filled.split(b"\n")[2:7] == [b"", b"    - x", b"", b"      y", b""]


def test_line_ends_marks_of_order_and_missing_last_lines_stay() -> None:
    data = b"\xef\xbb\xbf<!-- pubs:start a -->\r\nold\r\n<!-- pubs:end -->"
    assert fill(data, {"a": "x\ny\n"}, "a.html") == (
        b"\xef\xbb\xbf<!-- pubs:start a -->\r\nx\r\ny\r\n<!-- pubs:end -->"
    )


def test_two_lists_in_one_file_and_one_alone() -> None:
    data = b"% pubs:start a\n% pubs:end\nmid\n% pubs:start b\nold\n% pubs:end\n"
    both = fill(data, {"b": "2", "a": "1"}, "x.tex")
    assert both == b"% pubs:start a\n1\n% pubs:end\nmid\n% pubs:start b\n2\n% pubs:end\n"
    assert fill(both, {"a": ""}, "x.tex").count(b"\n2\n") == 1


def test_other_encodings() -> None:
    data = "% é\n% pubs:start a\n% pubs:end\n".encode("latin-1")
    assert b"caf\\'e" in fill(data, {"a": r"caf\'e"}, "x.tex")
    with pytest.raises(OutputError, match="Save it as UTF-8"):
        fill(data, {"a": "café"}, "x.tex")
    html = "<p>é\n<!-- pubs:start a -->\n<!-- pubs:end -->".encode("latin-1")
    assert b"caf&#233;" in fill(html, {"a": "café"}, "x.html")
    with pytest.raises(ProjectError, match="UTF-8"):
        fill("<!-- pubs:start a -->".encode("utf-16"), {"a": ""}, "x.html")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("x\n% pubs:start a\n", 2, "no end"),
        ("% pubs:start a\n% pubs:start b\n% pubs:end\n", 2, "begun in line 1, has not ended"),
        ("% pubs:start a\n% pubs:end\n\n% pubs:start a\n% pubs:end\n", 4, "in line 1 already"),
        ("\n\n% pubs:end\n", 3, "No region begins"),
        ("\n\n% pubs:start a\n\n% pubs:start b\n", 5, "begun in line 3, has not ended"),
        ("% pubs:start a\n% pubs:end b\n", 2, "but 'a' is open since line 1"),
        ("% pubs:start\n% pubs:end\n", 1, "pubs:start NAME"),
        ("% pubs:start a b\n% pubs:end\n", 1, "pubs:start NAME"),
        ("% pubs:start b\n% pubs:end\n", None, "no region 'a'.*There are: b"),
        ("nothing", None, "no region 'a'"),
    ],
)
def test_wrong_marks_are_told_with_their_line(text: str, line: int | None, said: str) -> None:
    with pytest.raises(ProjectError, match=said) as caught:
        fill(text.encode(), {"a": "x"}, "cv.tex")
    assert (caught.value.file, caught.value.line) == ("cv.tex", line)


def test_prose_about_marks_is_no_mark() -> None:
    data = b"Put `<!-- pubs:start a -->` in.\nand pubs:end\n<!-- pubs:started a -->\n"
    assert find_regions(data, "a.md") == {}


def test_a_list_cannot_end_its_own_region() -> None:
    data = b"% pubs:start a\n% pubs:end\n"
    with pytest.raises(OutputError, match="holds a mark"):
        fill(data, {"a": "x\n% pubs:end\ny"}, "cv.tex")


@given(
    before=st.binary(max_size=40),
    after=st.binary(max_size=40),
    texts=st.lists(st.text(max_size=30), min_size=2, max_size=2),
    crlf=st.booleans(),
)
def test_everything_else_stays_byte_for_byte(
    before: bytes, after: bytes, texts: list[str], crlf: bool
) -> None:
    if b"pubs:" in before + after or before[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return
    eol = b"\r\n" if crlf else b"\n"
    head = before + eol + b"<!-- pubs:start a -->" + eol
    tail = b"<!-- pubs:end -->" + eol + after
    data = head + tail
    try:
        first = fill(data, {"a": texts[0]}, "x.html")
        second = fill(first, {"a": texts[1]}, "x.html")
    except OutputError:
        return
    for filled in (first, second):
        assert filled.startswith(head)
        assert filled.endswith(tail)
    assert fill(first, {"a": texts[0]}, "x.html") == first
    assert second == fill(data, {"a": texts[1]}, "x.html")
