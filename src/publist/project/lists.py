"""The lists of a project file: what each shows, how, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping as Said
from importlib.metadata import entry_points
from pathlib import PurePosixPath

from publist.output import DATA, DOCUMENTS, LISTS, form_name
from publist.project.keys import LIST_KEYS
from publist.project.options import near
from publist.project.spec import ListSpec
from publist.project.strict import Reading, given, is_null
from publist.reading.values import Mapping, Place, Scalar, Value

__all__ = ["form_of_file", "read_lists"]

_NAME = re.compile(r"\w[\w.-]{0,99}")
_FORMS = {
    "md": "markdown",
    "markdown": "markdown",
    "qmd": "markdown",
    "rmd": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "tex": "latex",
    "txt": "text",
    "json": "json",
    "bib": "bibtex",
    "yml": "yaml",
    "yaml": "yaml",
}


def form_of_file(file: str) -> str | None:
    """The form that a file's name asks for, or None where it asks for none.

    >>> form_of_file("content/cv.tex"), form_of_file("cv.docx")
    ('latex', 'docx')
    """
    extension = PurePosixPath(file).suffix.lower().removeprefix(".")
    form = form_name(extension)
    if extension in _FORMS or form in LISTS or form in DOCUMENTS:
        return _FORMS.get(extension, form)
    return None


def read_lists(value: Value, defaults: Said[str, object], reading: Reading) -> dict[str, ListSpec]:
    """The lists that stand under ``lists``.

    Args:
        value: What stands there.
        defaults: Options of every list.
        reading: Takes what is wrong.
    """
    found: dict[str, ListSpec] = {}
    for name, said, place in reading.mapping(value, "lists", "{cv: {style: cv}}"):
        reading.places[f"lists.{name}"] = place
        if not _NAME.fullmatch(name):
            message = f"{name!r} is no name of a list; use letters, digits, dots and dashes."
            reading.report(message, place, "lists")
            continue
        found[name] = _read_list(name, said, place, defaults, reading)
    _expect_places_of_their_own(found, reading)
    return found


def _read_list(
    name: str, said: Value, place: Place, defaults: Said[str, object], reading: Reading
) -> ListSpec:
    path = f"lists.{name}"
    options = reading.options(said, path, LIST_KEYS)
    keys = {
        key: item
        for key, item in (said.items.items() if isinstance(said, Mapping) else ())
        if key in LIST_KEYS and not is_null(item)
    }
    file = _file(keys.get("file"), f"{path}.file", reading)
    return ListSpec(
        name=name,
        options={**defaults, **options},
        to=_form(keys.get("to"), file, path, place, reading),
        file=file,
        region=_region(keys.get("region"), name, file, path, reading),
        place=place,
    )


def _file(value: Value | None, path: str, reading: Reading) -> str | None:
    if value is None:
        return None
    file = reading.shaped("text", value, path)
    if not file:
        return None
    parts = PurePosixPath(file.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or re.match(r"[A-Za-z]:", file):
        message = "A list is written inside of the project's folder; name a path from there."
        reading.report(message, value.place, path)
        return None
    return str(parts)


def _form(value: Value | None, file: str | None, path: str, place: Place, reading: Reading) -> str:
    if value is None:
        guessed = form_of_file(file) if file else "markdown"
        if guessed is None:
            message = f"What form {file!r} is to have is not told by its name; say it with `to`."
            reading.report(message, reading.places.get(f"{path}.file", place), path)
        return guessed or "markdown"
    form = form_name(str(given(value)))
    known = [*LISTS, *DOCUMENTS, *DATA]
    if form not in known and form not in entry_points(group="publist.writers").names:
        message = f"There is no output form {form!r}.{near(form, known)}"
        reading.report(message, value.place, f"{path}.to")
    return form


def _region(
    value: Value | None, name: str, file: str | None, path: str, reading: Reading
) -> str | None:
    """The region's name; ``region: true`` is the region with the list's own name."""
    if value is None:
        return None
    if isinstance(value, Scalar) and value.kind == "bool":
        region = name if given(value) else None
    else:
        region = reading.shaped("text", value, f"{path}.region")
    if region is not None and not _NAME.fullmatch(region):
        message = "A region's name has letters, digits, dots and dashes."
        reading.report(message, value.place, f"{path}.region")
    elif region is not None and file is None:
        message = "A region is part of a file; say which with `file`."
        reading.report(message, value.place, f"{path}.region")
    return region


def _expect_places_of_their_own(lists: Said[str, ListSpec], reading: Reading) -> None:
    """No two lists are written to one place, nor one into a file that another one is."""
    seen: dict[tuple[str, str | None], str] = {}
    whole: dict[str, str] = {}
    for spec in lists.values():
        if spec.file is None:
            continue
        other = seen.setdefault((spec.file, spec.region), spec.name)
        if spec.region is None:
            whole[spec.file] = spec.name
        if other != spec.name:
            message = f"The list {other!r} is written to the same place."
            reading.report(message, spec.place, f"lists.{spec.name}")
    for spec in lists.values():
        if spec.region is not None and spec.file in whole:
            message = f"The list {whole[spec.file]!r} is the whole of {spec.file}."
            reading.report(message, spec.place, f"lists.{spec.name}")
