"""The first project file of a folder, written with what a look around has shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from publist.project.survey import Survey
from publist.write.yaml_text import yaml_scalar

__all__ = ["Start", "plan_start", "project_text"]

_REGION = "<!-- pubs:start publications -->\n<!-- pubs:end -->\n"


@dataclass(frozen=True, slots=True)
class Start:
    """What a first project is to be.

    Args:
        sources: The files with the publications.
        owners: The owner, or several of whom it may be one.
        style: The style of its lists.
        found: What was found in the folder.
        page: The file that the list goes to.
        region: Whether it is a region of the page.
        new_page: What the page begins with, where it has to be made; None where it is there.
        cv: The file for the LaTeX list, where there is a CV.
    """

    sources: Sequence[str]
    owners: Sequence[str]
    style: str
    found: Survey
    page: str
    region: bool
    new_page: str | None = None
    cv: str | None = None


def plan_start(
    folder: Path, found: Survey, sources: Sequence[str], owners: Sequence[str], style: str
) -> Start:
    """Choose where lists go; no file that is there is chosen to be overwritten."""
    builder = found.builder
    page = builder.page.format(at=found.at or ".") if builder else "publications.html"
    page = page.removeprefix("./")
    region = page.endswith((".md", ".qmd"))
    if _has_region(folder / page):
        new_page = None
    else:
        page = _free(folder, page)
        new_page = f"{builder.head}{_REGION}" if builder and region else None
    cv = _free(folder, str(Path(found.cv).with_name("publications.tex"))) if found.cv else None
    return Start(sources, owners, style, found, page, region, new_page, cv)


def _has_region(page: Path) -> bool:
    try:
        return b"pubs:start publications" in page.read_bytes()
    except OSError:
        return False


def _free(folder: Path, name: str) -> str:
    """A name that no file has yet."""
    path = Path(name)
    number = 1
    while (folder / path).exists():
        number += 1
        path = Path(name).with_stem(f"{Path(name).stem}-{number}")
    return path.as_posix()


def project_text(start: Start) -> str:
    """The text of the project file, with what a reader may want to know."""
    return "\n".join(_lines(start)) + "\n"


def _lines(start: Start) -> Iterator[str]:
    yield "# The publication lists of this folder. `pubs build` writes them, `pubs build --check`"
    yield "# tells whether they are up to date, `pubs check` what is wrong in the sources."
    yield ""
    yield "# Files with publications: BibTeX, YAML, CSL-JSON; patterns like pubs/*.bib as well."
    yield "sources:"
    yield from (f"  - {yaml_scalar(source)}" for source in start.sources)
    yield from (f"  # - {yaml_scalar(other)}" for other in start.found.others)
    yield ""
    yield "# The owner of the lists, shown in bold: a name, an ORCID, or an id of people.yaml."
    sure = "" if len(start.owners) == 1 else "# "
    yield from (f"{sure}me: {yaml_scalar(name)}" for name in start.owners or ("Ada Lovelace",))
    yield ""
    yield "# Who is who, with all names of a person; `pubs people` proposes such a file."
    people = start.found.people
    yield f"people: {yaml_scalar(people)}" if people else "# people: people.yaml"
    yield ""
    yield "# Options of every list."
    yield "defaults:"
    yield f"  style: {yaml_scalar(start.style)}  # `pubs styles` shows them: apa, ieee, cv …"
    yield "  # locale: de-DE"
    yield "  # max-authors: 10"
    yield ""
    yield "lists:"
    yield "  publications:"
    yield f"    file: {yaml_scalar(start.page)}"
    yield from _page_lines(start)
    yield "    group-by: year"
    yield "    # years: 2020-"
    yield "    # kinds: [journal, conference]"
    if start.cv is not None:
        yield from _cv_lines(start)


def _page_lines(start: Start) -> Iterator[str]:
    builder = start.found.builder
    if start.region:
        yield "    region: true  # between <!-- pubs:start publications --> and <!-- pubs:end -->"
    elif builder is None:
        yield "    standalone: true  # a page of its own; without this a part of one"
    if builder is not None and builder.note:
        yield f"    # {builder.note}"


def _cv_lines(start: Start) -> Iterator[str]:
    yield ""
    yield f"  # For {yaml_scalar(str(start.found.cv))}: \\input the file, with publist's preamble."
    yield "  cv:"
    yield f"    file: {yaml_scalar(str(start.cv))}"
    yield "    style: cv"
    yield "    number: reversed"
