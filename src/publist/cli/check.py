"""``pubs check``: what is wrong in publication data, and mending of what is safe to mend."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from publist.cli.app import app
from publist.cli.in_project import NoProject, ProjectFile, SourcesOrProject, settle
from publist.cli.options import (
    FormOption,
    MarkMeanings,
    MeOption,
    PeopleFile,
    VenueFiles,
    Verbose,
)
from publist.errors import ProjectError
from publist.problems import Severity

if TYPE_CHECKING:
    from publist.check import Checked, Finding

__all__ = ["FOUND", "check"]

_FOR_PEOPLE = ("text", "github")
FOUND = 1
"""Exit status: there are warnings or errors."""

Fix = Annotated[bool, typer.Option("--fix", help="Mend what is safe to mend, in the files.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix changes; alone, only show.")]
Format = Annotated[
    str, typer.Option("--format", "-f", help="Form of the report: text, json, github or sarif.")
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="Leave findings with this code out."),
]


@app.command()
def check(
    sources: SourcesOrProject = None,
    *,
    fix: Fix = False,
    diff: Diff = False,
    report: Format = "text",
    ignore: Ignore = None,
    form: FormOption = None,
    me: MeOption = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    meanings: MarkMeanings = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    verbose: Verbose = False,
) -> None:
    """Check publication data for what is wrong, doubtful or doubled.

    The status is 1 if there are warnings or errors; notes are shown with --verbose.

    In a file, "% pubs: ignore CODE" (BibTeX) or "# pubs: ignore CODE" (YAML) in or above an
    entry leaves a finding out there.

    Example: pubs check papers.bib

    Example: pubs check papers.bib --fix --diff
    """
    from publist.check import Request, mend, read_files
    from publist.check import check as find

    _expect_format(report)
    settled = settle(
        sources,
        me=me,
        people=people,
        venues=venues,
        meanings=meanings,
        project=project,
        no_project=no_project,
        verbose=verbose,
    )
    codes = _codes(ignore or ()) | (settled.project.off if settled.project else frozenset())
    request = Request(setup=settled.setup, form=form, ignore=codes)
    files = read_files(settled.sources)
    if fix and "-" in files:
        raise ProjectError("Standard input cannot be mended in place; name a file.", value="-")
    if fix or diff:
        checked = mend(files, request)
        left = checked.findings if fix else checked.found
        if diff:
            _show(files, checked)
        if fix:
            _save(checked)
    else:
        left = find(files, request)
    if not diff or report != "text":
        _tell(left, report, verbose=verbose)
    if any(each.problem.severity is not Severity.INFO for each in left):
        sys.exit(FOUND)


def _expect_format(report: str) -> None:
    from publist.check.formats import FORMATS

    if report not in FORMATS:
        known = ", ".join(FORMATS)
        message = f"There is no form of report {report!r}; known: {known}."
        raise ProjectError(message, key="format", value=report)


def _codes(given: Sequence[str]) -> frozenset[str]:
    from publist.check import CODES

    codes = frozenset(code.strip() for text in given for code in text.split(",") if code.strip())
    for code in sorted(codes - CODES):
        from difflib import get_close_matches

        near = get_close_matches(code, sorted(CODES), n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ProjectError(f"No finding has the code {code!r}.{hint}", key="ignore", value=code)
    return codes


def _show(files: Mapping[str, bytes], checked: Checked) -> None:
    from publist.check.fixing import difference

    for name, text in checked.mended.items():
        sys.stdout.write(difference(name, files[name].decode("utf-8"), text))


def _save(checked: Checked) -> None:
    from publist.files import write_whole

    for name, text in checked.mended.items():
        write_whole(name, text)
    if checked.fixes:
        word = "finding" if checked.fixes == 1 else "findings"
        sys.stderr.write(f"Mended {checked.fixes} {word} in {len(checked.mended)} file(s).\n")


def _tell(findings: Sequence[Finding], report: str, *, verbose: bool) -> None:
    from publist.check.formats import FORMATS, summary

    shown = findings
    if report in _FOR_PEOPLE and not verbose:
        shown = [each for each in findings if each.problem.severity is not Severity.INFO]
    sys.stdout.write(FORMATS[report](shown))
    if report == "text":
        hint = "" if len(shown) == len(findings) else " Notes are shown with --verbose."
        sys.stderr.write(f"{summary(findings)}{hint}\n")
