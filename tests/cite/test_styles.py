"""Finding styles by name and path, and listing them."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.cite.styles import find, list_styles, search_styles
from publist.errors import StyleError

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  default-locale="de-DE"><citation><layout/></citation>
  <bibliography second-field-align="flush" subsequent-author-substitute="---"><layout>
  <group><text macro="number" suffix=". "/><text variable="title"/></group></layout></bibliography>
  <macro name="number"><group><text variable="citation-number"/></group></macro></style>"""


@pytest.mark.parametrize("name", ["homepage", "homepage.csl", "cv", "ieee", "nature-physics"])
def test_by_name(name: str) -> None:
    assert b"<bibliography" in find(name).xml


@pytest.mark.parametrize(
    "alias", ["vancouver", "mla", "chicago", "harvard", "acm", "acs", "ama", "IEEE"]
)
def test_other_names(alias: str) -> None:
    assert b"<bibliography" in find(alias).xml


def test_by_path(tmp_path: Path) -> None:
    file = tmp_path / "mine.csl"
    file.write_text(STYLE, "utf-8")
    for path in (file, str(file)):
        found = find(path)
        assert (found.place, found.own_locale) == (str(file), "de-DE")


def test_made_fit_for_lists(tmp_path: Path) -> None:
    file = tmp_path / "mine.csl"
    file.write_text(STYLE, "utf-8")
    xml = find(file).xml
    assert b"substitute" not in xml
    assert b"second-field-align" not in xml
    assert b'<text macro="number"' not in xml


def test_dependent_style_brings_its_language() -> None:
    assert find("zeitschrift-fur-soziologie").locale in (None, "de-DE", "de")
    assert find("nature-physics", locale="fr-FR").locale == "fr-FR"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("iee", "ieee"),
        ("homepge", "homepage"),
        ("xqzzzq", "pubs styles"),
        ("../secret", "There is no such file"),
        ("styles/mine.csl", "There is no such file"),
        ("mine.csl", "no such file here"),
    ],
)
def test_no_such_style(name: str, said: str) -> None:
    with pytest.raises(StyleError, match=said) as error:
        find(name)
    assert error.value.value == name


@pytest.mark.parametrize(
    "xml", ["no xml", "<style", '<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><s>&e;']
)
def test_not_a_style(tmp_path: Path, xml: str) -> None:
    file = tmp_path / "bad.csl"
    file.write_text(xml, "utf-8")
    with pytest.raises(StyleError) as error:
        find(file)
    assert error.value.file == str(file)


def test_list_and_search() -> None:
    styles = list_styles()
    assert [style.name for style in styles if style.own] == [
        "compact",
        "cv",
        "homepage",
        "homepage-full",
        "title-first",
    ]
    assert len(styles) > 2000
    names = [style.name for style in styles if not style.own]
    assert names == sorted(names)
    assert "apa" in {style.name for style in search_styles("Psychological ASSOCIATION")}
    assert not search_styles("no style has these words")


def test_macros_that_call_each_other_end(tmp_path: Path) -> None:
    macros = "".join(
        f'<macro name="m{at}"><group>{f"""<text macro="m{at + 1}"/>""" * 3}</group></macro>'
        for at in range(40)
    )
    xml = STYLE.replace("</style>", f'{macros}<macro name="m40"/></style>')
    file = tmp_path / "deep.csl"
    file.write_text(xml.replace('macro="number"', 'macro="m0"'), "utf-8")
    assert b'macro="m0"' in find(file).xml


@pytest.mark.parametrize(
    ("name", "shortens"),
    [("ieee", True), ("nature", True), ("vancouver", True), ("apa", False), ("homepage", False)],
)
def test_which_styles_shorten_journals(name: str, shortens: bool) -> None:
    assert find(name).shortens_journals is shortens


def test_a_style_of_ones_own_shortens_journals_where_it_asks(tmp_path: Path) -> None:
    asks = '<text form="short" font-style="italic" variable="container-title"/>'
    file = tmp_path / "mine.csl"
    file.write_text(STYLE.replace('<text variable="title"/>', asks), "utf-8")
    assert find(file).shortens_journals
