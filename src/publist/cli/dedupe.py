"""``pubs dedupe``: which records are of one work, and what to do about it."""

from __future__ import annotations

from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.options import (
    FormOption,
    Output,
    PeopleFile,
    Sources,
    Strict,
    VenueFiles,
    Verbose,
    setup_from,
)
from publist.cli.report import deliver, finish

__all__ = ["dedupe"]


@app.command()
def dedupe(
    sources: Sources,
    *,
    to: Annotated[str, typer.Option("--to", "-t", help="text or json.")] = "text",
    form: FormOption = None,
    output: Output = None,
    people: PeopleFile = None,
    venues: VenueFiles = None,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Find the records that are of one work, with reasons.

    Example: pubs dedupe papers.bib dblp.bib
    """
    from publist.dedupe.json_form import write_json
    from publist.dedupe.report import make_report
    from publist.dedupe.text import write_text
    from publist.link.works import group_records
    from publist.pipeline import gather

    document = gather(sources, setup_from(None, people, venues, None), form=form)
    grouped = group_records(document.records)
    report = make_report(grouped)
    deliver(write_json(report) if to == "json" else write_text(report), output)
    finish((*document.problems, *grouped.problems), strict=strict, verbose=verbose)
