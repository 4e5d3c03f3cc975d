"""``pubs people``: a people.yaml proposed from the sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from publist.cli.app import app
from publist.cli.in_project import NoProject, ProjectFile, SourcesOrProject, settle
from publist.cli.options import (
    FormOption,
    MeOption,
    Output,
    PeopleFile,
    Strict,
    Verbose,
)
from publist.cli.report import deliver, finish
from publist.errors import OutputError

__all__ = ["people"]


@app.command()
def people(
    sources: SourcesOrProject = None,
    *,
    at_least: Annotated[
        int, typer.Option("--at-least", min=1, help="Only who is on so many lists of authors.")
    ] = 1,
    known: PeopleFile = None,
    form: FormOption = None,
    me: MeOption = None,
    output: Output = None,
    project: ProjectFile = None,
    no_project: NoProject = False,
    strict: Strict = False,
    verbose: Verbose = False,
) -> None:
    """Propose a people.yaml: who is who among the authors, under which names.

    Initials join somebody only where one person fits; two people of one author list are never
    joined. Look through the result before you use it. What options leave open is taken from
    pubs.yaml, if there is one here or above.

    Example: pubs people papers.bib -o people.yaml

    Example: pubs people papers.bib --people people.yaml --at-least 2
    """
    from publist.link.people import propose_people
    from publist.pipeline import gather
    from publist.write.people_yaml import write_people

    settled = settle(
        sources, me=me, people=known, project=project, no_project=no_project, verbose=verbose
    )
    setup = settled.setup
    _spare_known(output, known or (settled.project.people if settled.project else None))
    document = gather(settled.sources, setup, form=form)
    proposals = propose_people(document.records, setup.people)
    ids = {person.id for person in setup.people}
    shown = [each for each in proposals if each.count >= at_least or each.person.id in ids]
    deliver(_HEAD + write_people(shown), output)
    finish(document.problems, strict=strict, verbose=verbose)


def _spare_known(output: Path | None, known: object) -> None:
    """A proposal has not the comments and facts of the file that somebody keeps by hand."""
    if output is not None and isinstance(known, Path) and output.resolve() == known.resolve():
        message = "It is the file of people that is gone by; write the proposal to another file."
        raise OutputError(message, file=str(output))


_HEAD = """\
# People, proposed by `pubs people`: the first name of each is the preferred one. The number
# behind a name says on how many lists of authors or editors it stands; after it, why it was
# taken for the same person's.
"""
