"""``pubs dedupe``: which records are of one work, and what to do about it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from publist.cli.app import app
from publist.cli.in_project import NoProject, ProjectFile, SourcesOrProject, settle
from publist.cli.options import (
    DecisionsFile,
    FormOption,
    Output,
    PeopleFile,
    Strict,
    VenueFiles,
    Verbose,
)
from publist.cli.report import deliver, finish
from publist.errors import ProjectError

if TYPE_CHECKING:
    from publist.dedupe.report import Report
    from publist.link.works import Grouped
    from publist.model import Record
    from publist.problems import Problem

__all__ = ["dedupe"]

_FORMS = ("text", "json")
_CHANGES = "Changing the sources"


@app.command()
def dedupe(
    sources: SourcesOrProject = None,
    *,
    to: Annotated[str, typer.Option("--to", "-t", help="text or json.")] = "text",
    form: FormOption = None,
    output: Output = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="File for the report as a page to read.")
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Ask about the unsure pairs, one by one.")
    ] = False,
    decisions: DecisionsFile = None,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Show what --apply would change.", rich_help_panel=_CHANGES),
    ] = False,
    apply: Annotated[
        bool,
        typer.Option(
            "--apply",
            help="Merge the entries in their BibTeX and YAML files, and keep those as .orig.",
            rich_help_panel=_CHANGES,
        ),
    ] = False,
    merge_versions: Annotated[
        bool,
        typer.Option(
            "--merge-versions",
            help="One entry of all versions of a work, not only of one publication's records.",
            rich_help_panel=_CHANGES,
        ),
    ] = False,
    key_map: Annotated[
        Path,
        typer.Option("--key-map", help="File for old and new keys.", rich_help_panel=_CHANGES),
    ] = Path("pubs.keys.yaml"),
    people: PeopleFile = None,
    venues: VenueFiles = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Find the records that are of one work, with reasons, and merge them if wanted.

    Nothing is changed without --apply.

    Example: pubs dedupe papers.bib dblp.bib

    Example: pubs dedupe papers.bib dblp.bib --review

    Example: pubs dedupe papers.bib dblp.bib --diff
    """
    from publist.dedupe.report import make_report
    from publist.pipeline import gather

    if to not in _FORMS:
        message = f"There is no form {to!r} of this report; known: {', '.join(_FORMS)}."
        raise ProjectError(message, key="to", value=to)
    settled = settle(
        sources,
        people=people,
        venues=venues,
        decisions=decisions,
        project=project,
        no_project=no_project,
        verbose=verbose,
    )
    decided = settled.decisions_file
    document = gather(settled.sources, settled.setup, form=form)
    grouped = _grouped(document.records, decided)
    report = make_report(grouped)
    if review:
        grouped = _reviewed(settled.sources, report, document.records, decided)
        report = make_report(grouped)
    if html is not None:
        _write_page(report, html)
    problems = [*document.problems, *grouped.problems]
    if diff or apply:
        problems += _merge(
            report,
            document.records,
            form,
            versions=merge_versions,
            key_map=None if diff else key_map,
            output=output,
        )
    elif output is not None or not (review or html):
        deliver(_written(report, to), output)
    finish(problems, strict=strict, verbose=verbose)


def _grouped(records: Sequence[Record], file: Path) -> Grouped:
    from dataclasses import replace

    from publist.link.works import group_records
    from publist.reading.decisions import read_decisions

    rulings, problems = read_decisions(file) if file.exists() else ((), ())
    grouped = group_records(records, rulings)
    return replace(grouped, problems=(*problems, *grouped.problems))


def _reviewed(
    sources: Sequence[str], report: Report, records: Sequence[Record], decisions: Path
) -> Grouped:
    from publist.cli.dedupe_review import review

    if "-" in sources:
        message = "Answers are read from standard input; name files as sources."
        raise ProjectError(message, key="review", value="-")
    review(report, decisions)
    return _grouped(records, decisions)


def _written(report: Report, to: str) -> str:
    from publist.dedupe.json_form import write_json
    from publist.dedupe.text import write_text

    if to == "json":
        return write_json(report)
    import shutil

    return write_text(report, min(shutil.get_terminal_size().columns, 100))


def _write_page(report: Report, file: Path) -> None:
    from publist.dedupe.html import write_page
    from publist.files import write_whole

    write_whole(file, write_page(report))


def _merge(
    report: Report,
    records: Sequence[Record],
    form: str | None,
    *,
    versions: bool,
    key_map: Path | None,
    output: Path | None,
) -> tuple[Problem, ...]:
    """Merge the sources; without a file for the keys only show what would change."""
    from publist.cli.dedupe_apply import merged_sources, write_merged
    from publist.dedupe.merged import diff_of, groups_to_merge
    from publist.dedupe.words import count_of

    groups = groups_to_merge(report.works, versions=versions)
    merged = merged_sources(groups, records, form)
    if key_map is None:
        deliver(diff_of(merged.sources), output)
        return merged.problems
    kept = write_merged(merged, key_map) if merged.sources else ()
    for source in merged.sources:
        sys.stdout.write(f"{source.file}: merged\n")
    for copy in kept:
        sys.stdout.write(f"{copy}: as it was\n")
    if merged.keys:
        keys = count_of(len(merged.keys), "key", "keys")
        sys.stdout.write(f"{key_map}: {keys}, old and new\n")
    if not merged.sources:
        # Versions stay apart unless asked for, which the report before does not tell.
        apart = not versions and groups_to_merge(report.works, versions=True)
        hint = " Versions of one work are joined with --merge-versions." if apart else ""
        sys.stdout.write(f"Nothing to merge.{hint}\n")
    return merged.problems
