"""Word documents, looked at as Word does: the XML inside."""

from __future__ import annotations

import io
import shutil
import zipfile

import pytest
from lxml import etree, html

from publist.errors import OutputError
from publist.model import Entry, Group, Listing, Record, Work
from publist.richtext import Element, RichText, Tag
from publist.write import docx
from publist.write.options import Options

from .listings import LISTINGS
from .pages import page_listing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def text(node: etree._Element) -> str:
    return "".join(str(found.text) for found in node.iter(f"{W}t"))


def runs_with(node: etree._Element, style: str) -> list[str]:
    """The texts of the runs that have a property such as bold (``b``)."""
    return [text(run) for run in node.iter(f"{W}r") if run.find(f"{W}rPr/{W}{style}") is not None]


def styled(node: etree._Element, style: str) -> list[str]:
    found = node.iterfind(f".//{W}p/{W}pPr/{W}pStyle[@{W}val='{style}']")
    return [text(each.getparent().getparent()) for each in found]  # type: ignore[union-attr, arg-type]


@pytest.fixture
def pandoc() -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")


@pytest.mark.usefixtures("pandoc")
def test_headings_styles_and_links() -> None:
    made = document(docx.write(page_listing(), Options(standalone=True, title="Works & so")))
    assert styled(made, "Title") == ["Works & so"]
    assert styled(made, "Heading1") == ["2024", "2023", "forthcoming"]
    entries = styled(made, "Bibliography")
    assert entries[0].startswith("5. A. Lovelace*, C. Babbage. Notes on the Analytical Engine")
    assert len(entries) == 5
    assert runs_with(made, "b") == ["A. Lovelace"] * 5
    assert runs_with(made, "i") == ["Analytical Engine"]
    assert runs_with(made, "vertAlign") == ["*"]
    assert text(next(made.iter(f"{W}p"))) == "Works & so"
    assert "* equal contribution" in text(made)
    assert [text(link) for link in made.iter(f"{W}hyperlink")] == ["DOI", "PDF", "Code"]


@pytest.mark.usefixtures("pandoc")
def test_formulas_and_small_capitals_are_words_own() -> None:
    shown = RichText.of(Element(Tag.MATH, ("n^2",)), " ", Element(Tag.SMALL_CAPS, ("nasa",)))
    entry = Entry(work=Work.of(Record(key="a")), text=shown)
    made = document(docx.write(Listing(root=Group(entries=(entry,)))))
    assert (
        made.find(".//{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath")
        is not None
    )
    assert runs_with(made, "smallCaps") == ["nasa"]


@pytest.mark.parametrize("name", LISTINGS)
def test_the_source_holds_no_markup_of_the_data(name: str) -> None:
    tree = html.document_fromstring(docx.source(LISTINGS[name]))
    assert not tree.xpath("//script | //img | //iframe | //@onclick")
    assert len(tree.xpath("//div[@data-custom-style]")) == len([*LISTINGS[name].root.walk()])


def test_a_missing_pandoc_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OutputError, match="pandoc, which is not installed"):
        docx.write(page_listing())
