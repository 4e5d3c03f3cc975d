"""People in the fields of a bibliography: authors, editors, translators and others."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from publist.crosswalk.bibtex_draft import Draft
from publist.crosswalk.csl_variables import NAMES
from publist.latex import to_unicode
from publist.model import Author
from publist.names import AuthorList, read_authors

__all__ = ["ANNOTATED", "CONTRIBUTOR_FIELDS", "annotate", "contributor", "editor_like"]

CONTRIBUTOR_FIELDS = {
    **{name.replace("-", ""): name for name in NAMES},
    "bookauthor": "container-author",
    "collaborator": "contributor",
    "origauthor": "original-author",
    "serieseditor": "collection-editor",
}
"""Fields that hold names, with the CSL name variable they are."""

# biblatex manual 2.3.6 (editorial roles), as far as CSL has a variable for them.
_EDITOR_TYPES = {
    "editor": "editor",
    "compiler": "compiler",
    "collaborator": "contributor",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "executiveproducer": "executive-producer",
    "narrator": "narrator",
    "performer": "performer",
    "translator": "translator",
    "curator": "curator",
}
ANNOTATED: dict[str, Callable[[str], object]] = {
    "orcid": str,
    "person": str,
    "url": str,
    "affiliation": str,
    "marks": lambda text: tuple(text.split("|")),
    "emphasised": lambda text: text == "true",
}
"""What else than roles an annotation of a name can say, each as ``author+an:orcid``."""

_ANNOTATION = re.compile(r" ?(\d{1,4}) ?= ?\"([^\"]*)\" ?(?:;|\Z)")

_repeated = lru_cache(maxsize=2048)(read_authors)


def contributor(draft: Draft, name: str, raw: str) -> None:
    """A field with names."""
    if name == "author":
        found = read_authors(raw)
        draft.values["authors"] = found.authors
        draft.values["authors_truncated"] = found.truncated
    elif name == "editor":
        kind = draft.fields.get("editortype", "editor").strip().lower()
        found = _repeated(raw)
        _add(draft, _EDITOR_TYPES.get(kind, "editor"), found)
    else:
        found = _repeated(raw)
        _add(draft, CONTRIBUTOR_FIELDS[name], found)
    if name != "author" and found.truncated:
        draft.extra[f"{name}_truncated"] = "true"
    for problem in found.problems:
        place = {"file": draft.file, "line": draft.entry.line, "key": draft.entry.key}
        draft.problems.append(problem.model_copy(update=place))


def _add(draft: Draft, variable: str, found: AuthorList) -> None:
    if variable == "editor":
        draft.values["editors"] = draft.values.get("editors", ()) + found.authors
    else:
        draft.contributors[variable] = draft.contributors.get(variable, ()) + found.authors


def editor_like(draft: Draft, name: str, raw: str) -> None:
    """``editora`` to ``editorc``, whose types say what they did, and ``editortype`` itself."""
    if name.endswith("type"):
        kind = raw.strip().lower()
        base = name.removesuffix("type")
        if kind not in _EDITOR_TYPES or base not in draft.fields:
            draft.keep(name)
        return
    kind = _EDITOR_TYPES.get(draft.fields.get(f"{name}type", "").strip().lower(), "")
    if kind in ("", "editor"):
        draft.keep(name)
    else:
        _add(draft, kind, _repeated(raw))


def annotate(draft: Draft) -> None:
    """Give names what annotation fields say of them besides roles, which come later."""
    for name in draft.annotations:
        field, _, about = name.partition("+an:")
        if not _annotated(draft, field, about, draft.fields[name]):
            draft.keep(name)


def _annotated(draft: Draft, field: str, about: str, raw: str) -> bool:
    if _ANNOTATION.sub("", raw).strip():
        return False
    said = {int(found[1]): found[2] for found in _ANNOTATION.finditer(raw)}
    people = list(_standing(draft, field))
    if not said or not all(1 <= index <= len(people) for index in said):
        return False
    for index, text in said.items():
        value = ANNOTATED[about](to_unicode(text))
        people[index - 1] = people[index - 1].model_copy(update={about: value})
    if field in ("author", "editor"):
        draft.values[f"{field}s"] = tuple(people)
    else:
        draft.contributors[CONTRIBUTOR_FIELDS[field]] = tuple(people)
    return True


def _standing(draft: Draft, field: str) -> tuple[Author, ...]:
    if field in ("author", "editor"):
        found: tuple[Author, ...] = draft.values.get(f"{field}s", ())
        return found
    return draft.contributors.get(CONTRIBUTOR_FIELDS.get(field, ""), ())
