"""Making lists: from options to works, from works to a listing, from a listing to text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from publist.arrange.members import owned
from publist.cite.engine import Engine
from publist.model import Document, Listing
from publist.output import DATA, DOCUMENTS, data_writer, form_name
from publist.pipeline import listing, write, write_document
from publist.problems import Problem
from publist.project.options import make_shape
from publist.project.shapes import texts_of
from publist.project.spec import Project
from publist.project.works import Asked, Found, find_works, known_people
from publist.write.options import Options

__all__ = ["Made", "ask", "content_of", "has_owners", "make", "text_of"]


@dataclass(frozen=True, slots=True)
class Made:
    """A list that was made.

    Args:
        listing: Its entries, formatted and arranged.
        options: What is shown beside them.
        problems: What a person should know about sources and list.
        files: Every file that it depends on.
    """

    listing: Listing
    options: Options
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def ask(options: Mapping[str, Any], project: Project) -> Asked:
    """Which works a list is made of.

    Args:
        options: The list's options, the project's defaults among them.
        project: The project.
    """
    return Asked(
        folder=project.folder,
        sources=tuple(texts_of(options.get("sources", ()))),
        people=project.people,
        me=options.get("me"),
        venues=project.venues,
        meanings=tuple(project.meanings.items()),
        decisions=project.decisions,
        versions=options.get("versions", "one"),
        link=options.get("link", True),
    )


def make(options: Mapping[str, Any], project: Project, engine: Engine | None = None) -> Made:
    """Make a list.

    Args:
        options: Its options, the project's defaults among them.
        project: The project.
        engine: What formats the entries, instead of the engine that the options name.

    Raises:
        SourceError: A source cannot be read at all.
        StyleError: There is no such style, or it cannot be used.
        ProjectError: Something that the user set up makes no sense.
    """
    found = _found(ask(options, project), project)
    plan, look, beside = make_shape(options, project.folder)
    plan = replace(plan, people=found.people)
    if engine is not None:
        look = replace(look, engine=engine)
    shown, problems = listing(found.works, plan, look)
    styles = (look.style,) if isinstance(look.style, Path) else ()
    files = dict.fromkeys((*found.files, project.file, *styles))
    return Made(shown, beside, (*found.problems, *problems), tuple(files))


def _found(asked: Asked, project: Project) -> Found:
    """The works of a list, with its owner.

    Where lists have several owners, as a lab's have, all of them are made of the same works: to
    read and link these anew for each owner would take minutes, and a name that fits several
    people would be another one's in each list.
    """
    several = has_owners(project)
    people = {person.id for person in known_people(asked)[0]} if several else ()
    if asked.me is None or asked.me not in people:
        return find_works(asked)
    found = find_works(replace(asked, me=None))
    return replace(found, works=owned(found.works, frozenset((asked.me,))))


def has_owners(project: Project) -> bool:
    """Whether lists of a project have several owners, as a lab's have."""
    return len({spec.options.get("me") for spec in project.lists.values()} - {None}) > 1


def content_of(shown: Listing, to: str, options: Options) -> str | bytes:
    """What a file with a list holds: text, or a document such as Word's.

    Args:
        shown: The list.
        to: A form of lists, of documents or of data.
        options: What is shown beside the references.

    Raises:
        ProjectError: There is no such form.
        OutputError: The program that makes such documents is not there, or fails.
    """
    if form_name(to) in DOCUMENTS:
        return write_document(shown, to, options)
    return text_of(shown, to, options)


def text_of(shown: Listing, to: str, options: Options) -> str:
    """A list as text, or its works as data.

    Args:
        shown: The list.
        to: A form of lists or of data.
        options: What is shown beside the references.

    Raises:
        ProjectError: There is no such form.
    """
    if form_name(to) not in DATA:
        return write(shown, to, options)
    # By identity: one work may stand under several headings, and two may be equal to the letter.
    records = {id(entry.work.record): entry.work.record for entry in shown.root.walk()}
    return data_writer(to)(Document(records=tuple(records.values())))
