"""The pages of a lab as ``pubs lab`` writes them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import markdown
import pytest
from lxml import etree, html
from tests.cli.conftest import Run

from publist.model.page import Bar, Chart, Page, Table
from publist.richtext import RichText
from publist.write.chart import svg
from publist.write.lab_pages import write_html, write_markdown

ROOT = Path(__file__).parents[2]
HOSTILE = 'A|B <script>alert("1")</script> & *c* [d](javascript:x) {{e}}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "lab", tmp_path, dirs_exist_ok=True)
    return tmp_path


def commands() -> list[str]:
    text = (ROOT / "docs" / "labs.md").read_text("utf-8")
    return re.findall(r"```sh\n(.*?)\n```", text)


def test_the_commands_of_the_page(pubs: Run, folder: Path) -> None:
    for command in commands():
        done = pubs(*command.split()[1:], "--strict")
        assert done.returncode == 0, done.stderr
    made = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert made >= {
        *("site/index.md", "site/publications.md", "site/report.md", "site/report-by-year.svg"),
        *("site/people/ada.md", "site/people/emmy.md", "site/groups/engines.md"),
        *("report-2024/index.html", "report-2024/people/ada.html"),
    }
    ada = (folder / "site/people/ada.md").read_text("utf-8")
    assert ada.startswith("# Ada Lovelace\n")
    assert ada.count("**A. Lovelace**") == 3
    assert "| [Emmy Noether](emmy.md) | 2 | 2023 |" in ada
    assert "| Charles Babbage | 2 | 2023 |" in ada
    emmy = (folder / "site/people/emmy.md").read_text("utf-8")
    assert emmy.count("**E. Noether**") == 3
    assert "**A. Lovelace**" not in emmy
    everybody = (folder / "site/publications.md").read_text("utf-8")
    assert "**A. Lovelace**" in everybody
    assert "**M. Somerville**" in everybody
    assert "**C. Babbage**" not in everybody
    report = (folder / "site/report.md").read_text("utf-8")
    assert "| All | 1 | 2 | 1 | 4 | 3.42 |" in report


def test_membership(pubs: Run, folder: Path) -> None:
    command = "lab papers.bib --people people.yaml -o site --in-membership"
    assert pubs(*command.split()).returncode == 0
    ada = (folder / "site/people/ada.md").read_text("utf-8")
    assert "Late Note" not in ada
    assert "Tides" in ada


def test_a_project_file_says_the_rest(pubs: Run, folder: Path) -> None:
    (folder / "pubs.yaml").write_text(
        "sources: papers.bib\npeople: people.yaml\nlanguage: de-DE\n"
        "defaults: {group-by: kind}\n", "utf-8"
    )  # fmt: skip
    done = pubs("lab", "-o", "site", "--year", "2023-")
    assert done.returncode == 0, done.stderr
    ada = (folder / "site/people/ada.md").read_text("utf-8")
    assert [line for line in ada.splitlines() if line.startswith("#")] == [
        "# Ada Lovelace", "## Konferenzbeiträge", "## Preprints", "## Mitautor:innen",
    ]  # fmt: skip


def test_what_is_the_same_is_left_alone(pubs: Run, folder: Path) -> None:
    command = "lab papers.bib --people people.yaml -o site --to html"
    pubs(*command.split())
    page = folder / "site/people/ada.html"
    before = page.stat().st_mtime_ns
    again = pubs(*command.split())
    assert ", 0 written" in again.stdout
    assert page.stat().st_mtime_ns == before


def test_links_between_html_pages_lead_somewhere(pubs: Run, folder: Path) -> None:
    command = "lab papers.bib --people people.yaml -o site --to html --locale de"
    assert pubs(*command.split()).returncode == 0
    pages = [*(folder / "site").rglob("*.html")]
    assert len(pages) == 8
    for page in pages:
        tree = html.parse(page).getroot()
        assert tree.get("lang") == "de"
        for href in tree.xpath("//a/@href"):
            assert href.startswith("https://") or (page.parent / href).is_file(), href
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))
    report = html.parse(folder / "site/report.html").getroot()
    for chart in report.iter("svg"):
        first, second = chart.get("aria-labelledby", "").split()
        assert report.get_element_by_id(first).text
        assert ": " in report.get_element_by_id(second).text_content()


def test_members_are_told_of_on_their_pages(pubs: Run, folder: Path) -> None:
    with (folder / "people.yaml").open("a", encoding="utf-8") as people:
        people.write("leon: {name: Leon Euler, orcid: 0000-0002-1825-0097, member: [2001, 2003]}\n")
    done = pubs(*["lab", "papers.bib", "--people", "people.yaml", "-o", "site", "--verbose"])
    assert "ada: Ada Lovelace has no ORCID iD in people.yaml. [member-without-orcid]" in done.stderr
    assert "leon: Leon Euler has no ORCID" not in done.stderr
    facts = {
        "ada": "[Engines](../groups/engines.md) · 2019–2023",
        "emmy": "[Engines](../groups/engines.md) · [Symmetry](../groups/symmetry.md) · 2018– · "
        "[noether.example](https://noether.example/)",
        "leon": "2001, 2003 · [ORCID 0000-0002-1825-0097](https://orcid.org/0000-0002-1825-0097)",
    }
    for name, said in facts.items():
        page = (folder / f"site/people/{name}.md").read_text("utf-8").splitlines()
        ways = "[Members](../index.md) · [Publications](../publications.md) · "
        assert page[2:5] == [f"{ways}[Report](../report.md)", "", said]
    index = (folder / "site/index.md").read_text("utf-8")
    there, gone = index.split("## Former members")
    assert "Emmy" in there
    assert "Ada" not in there
    assert "Ada" in gone
    assert "| [Symmetry](groups/symmetry.md) | 3 | 1.83 |" in gone


def test_links_start_at_the_lab_and_names_lead_to_its_pages(pubs: Run, folder: Path) -> None:
    source = (folder / "papers.bib").read_text("utf-8")
    entry = "@misc{a, author={Emmy Noether and A. Bee}, title={Rings}, pdf={r.pdf}, year=2020}"
    (folder / "papers.bib").write_text(f"{source}\n{entry}\n", "utf-8")
    command = "lab papers.bib --people people.yaml -o site --link-names"
    assert pubs(*command.split()).returncode == 0
    line = "- **[E. Noether]({}people/emmy.md)**, A. Bee. Rings. 2020. [PDF]({}r.pdf)"
    for page, up in (("publications", ""), ("people/emmy", "../"), ("groups/engines", "../")):
        assert line.format(up, up) in (folder / f"site/{page}.md").read_text("utf-8")
    pubs(*command.split(), "--link-base", "/files/")
    assert "[PDF](/files/r.pdf)" in (folder / "site/people/emmy.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("lab none.bib --people people.yaml -o site", "none.bib"),
        ("lab papers.bib --people none.yaml -o site", "none.yaml"),
        ("lab papers.bib --people people.yaml -o site --to word", "'word'"),
        ("lab papers.bib -o site", "--people"),
        ("lab --people people.yaml -o site", "source"),
        ("lab papers.bib --people people.yaml -o papers.bib", "papers.bib"),
    ],
)
def test_what_cannot_be_done_is_told(pubs: Run, folder: Path, arguments: str, said: str) -> None:
    done = pubs(*arguments.split())
    assert done.returncode == 2
    assert said in done.stderr
    assert not (folder / "site").exists()


def hostile_page() -> Page:
    table = Table(HOSTILE, (HOSTILE, "n"), ((RichText.of(HOSTILE), RichText.of("0.25")),))
    chart = Chart("x", HOSTILE, (Bar(HOSTILE, 0), Bar("b", 3)))
    return Page("x/y", HOSTILE, (table, chart))


def test_nothing_of_a_source_is_markup_in_html() -> None:
    ((path, text),) = write_html(hostile_page()).items()
    page = html.document_fromstring(text)
    assert path == "x/y.html"
    assert not [*page.iter("script", "em")]
    assert page.findtext(".//h1") == HOSTILE
    assert page.xpath("string(//th[@scope='row'])") == HOSTILE


def test_nothing_of_a_source_is_markup_in_markdown() -> None:
    files = write_markdown(hostile_page())
    assert [*files] == ["x/y.md", "x/y-x.svg"]
    page = html.fragment_fromstring(
        markdown.markdown(files["x/y.md"], extensions=["tables"]), create_parent=True
    )
    assert [cell.text_content() for cell in page.iter("td")] == [HOSTILE, "0.25"]
    assert not [*page.iter("script")]


@pytest.mark.parametrize("upright", [True, False])
@pytest.mark.parametrize("count", [0, 1, 3, 60])
def test_charts_are_well_formed_and_say_their_numbers(count: int, *, upright: bool) -> None:
    bars = tuple(Bar(str(1960 + at), at) for at in range(count))
    tree = etree.fromstring(svg(Chart("c", "By year", bars, upright)))
    rects = [*tree.iter("{*}rect")]
    assert len(rects) == count
    assert all(float(rect.get("width", "-1")) >= 0 for rect in rects)
    assert tree.findtext("{*}desc") in (None, "; ".join(f"{b.label}: {b.value}" for b in bars), "")
