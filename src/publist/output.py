"""Output forms by name: lists and data, publist's own and installed ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from publist.errors import ProjectError
from publist.model import Document, Listing
from publist.richtext import RichText
from publist.write.options import Options

__all__ = [
    "DATA",
    "DOCUMENTS",
    "LISTS",
    "DocumentWriter",
    "ListWriter",
    "data_writer",
    "document_writer",
    "form_name",
    "list_writer",
    "write_inline",
]

ListWriter = Callable[[Listing, Options], str]
"""Writes a list; registered by name in the entry-point group ``publist.writers``."""

DocumentWriter = Callable[[Listing, Options], bytes]
"""Writes a list in a form that is no text."""

# Registered in the group as well, like everybody's; looked up here because scanning the entry
# points of an environment takes longer than writing a list.
LISTS = {
    "markdown": "publist.write.markdown:write",
    "html": "publist.write.html:write",
    "latex": "publist.write.latex:write",
    "text": "publist.write.text:write",
    "json": "publist.write.json_form:write",
    "csv": "publist.write.table:write",
    "site": "publist.write.site_form:write",
    "atom": "publist.write.atom:write",
    "news": "publist.write.news:write",
    "news-html": "publist.write.news:write_html",
    "news-text": "publist.write.news:write_text",
}
"""publist's own forms of lists."""

DOCUMENTS = {"docx": "publist.write.docx:write"}
"""Forms of lists that are no text; other programs make them."""

DATA = {
    "bibtex": "publist.write.bibtex:write_bibtex",
    "biblatex": "publist.write.biblatex:write_biblatex",
    "yaml": "publist.write.yaml:write_yaml",
    "csl-json": "publist.write.csl_json:write_csl_json",
}
"""Forms of data that need no formatting."""

_INLINE = {
    "markdown": "publist.write.markdown_inline:inline",
    "html": "publist.write.html_inline:inline",
    "latex": "publist.write.latex_inline:inline",
    "text": "publist.write.text:inline",
}

_ALIASES = {
    "md": "markdown",
    "htm": "html",
    "tex": "latex",
    "txt": "text",
    "plain": "text",
    "bib": "bibtex",
    "yml": "yaml",
    "word": "docx",
    "csljson": "csl-json",
    "csl": "csl-json",
}


def list_writer(to: str) -> ListWriter:
    """The writer of a form of lists.

    Args:
        to: The form's name, or the extension of its files.

    Raises:
        ProjectError: There is none.

    >>> list_writer("md").__module__
    'publist.write.markdown'
    """
    name = form_name(to)
    if name in DOCUMENTS:
        message = (
            f"{name} is no text; `pubs format --to {name} -o FILE` makes it, and `pubs build`."
        )
        raise ProjectError(message, key="to", value=to)
    if name in LISTS:
        writer: ListWriter = _load(LISTS[name])
        return writer
    for point in entry_points(group="publist.writers", name=name):
        installed: ListWriter = point.load()
        return installed
    if name in DATA:
        message = f"{name} is a form of data, which `convert` makes, not of lists."
        raise ProjectError(message, key="to", value=to)
    raise _unknown(to, {**LISTS, **DOCUMENTS})


def document_writer(to: str) -> DocumentWriter | None:
    """The writer of a form that is no text; None where it is a form of text.

    Args:
        to: The form's name, or the extension of its files.

    >>> document_writer("html") is None
    True
    """
    name = form_name(to)
    if name not in DOCUMENTS:
        return None
    writer: DocumentWriter = _load(DOCUMENTS[name])
    return writer


def data_writer(to: str) -> Callable[[Document], str]:
    """The writer of a form of data.

    Args:
        to: The form's name, or the extension of its files.

    Raises:
        ProjectError: There is none.
    """
    name = form_name(to)
    if name in DATA:
        writer: Callable[[Document], str] = _load(DATA[name])
        return writer
    raise _unknown(to, {"json": "", **DATA})


def write_inline(text: RichText, to: str, language: str = "en") -> str:
    r"""Write a title or a formatted entry, escaped, for a template of one's own.

    Args:
        text: The text, e.g. ``entry.text`` or ``work.record.title``.
        to: ``markdown``, ``html``, ``latex`` or ``text``.
        language: BCP 47 code, which decides the quotation marks; a listing's is
            ``listing.language``.

    Raises:
        ProjectError: There is no such form.

    >>> write_inline(RichText.of("R&D"), "html"), write_inline(RichText.of("R&D"), "latex")
    ('R&amp;D', 'R\\&D')
    """
    name = form_name(to)
    if name not in _INLINE:
        raise _unknown(to, _INLINE)
    return str(_load(_INLINE[name])(text, language))


def form_name(to: str) -> str:
    """The name of a form, whichever of its names is given.

    >>> form_name(".bib"), form_name("HTML")
    ('bibtex', 'html')
    """
    name = to.strip().lower().removeprefix(".")
    return _ALIASES.get(name, name)


def _load(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)


def _unknown(to: str, known: Mapping[str, str]) -> ProjectError:
    near = get_close_matches(form_name(to), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}."
    return ProjectError(f"There is no output form {to!r}; {hint}", key="to", value=to)
