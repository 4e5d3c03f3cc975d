"""Records for those who stay with biblatex: roles and the owner as annotations of names.

``data/publist-biblatex.sty`` shows them: the owner's name in bold, a mark for each role, and
the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publist.crosswalk.bibtex import entry_from_record
from publist.model import Author, Document, Record
from publist.resources import data_folder
from publist.write.bibtex import entry_text

__all__ = ["latex_package", "write_biblatex"]


def write_biblatex(source: Document | Iterable[Record]) -> str:
    """Write records as a bibliography for biblatex and biber.

    It reads back as the same records. Where BibTeX's form names the owner only among names
    that are alike, here every name of the owner's has the annotation ``me``
    (biblatex manual, 3.7).

    Args:
        source: A document, or records.

    >>> from publist.model import EQUAL, Name
    >>> ada = Author(name=Name(family="Lovelace", given="Ada"), roles=(EQUAL,), me=True)
    >>> print(write_biblatex([Record(key="notes", type="book", authors=(ada,))]))
    @book{notes,
      author    = {Lovelace, Ada},
      author+an = {1=equal,me},
    }
    <BLANKLINE>
    """
    records = source.records if isinstance(source, Document) else source
    return "\n".join(_text(record) for record in records)


def latex_package() -> str:
    r"""The LaTeX package that shows the annotations: ``\usepackage{publist-biblatex}``."""
    return (data_folder() / "publist-biblatex.sty").read_text("utf-8")


def _text(record: Record) -> str:
    entry = entry_from_record(record)
    fields = dict(_fields(entry.fields, record))
    return entry_text(entry, fields)


def _fields(fields: dict[str, str], record: Record) -> Iterator[tuple[str, str]]:
    people = {"author": record.authors, "editor": record.editors}
    for name, value in fields.items():
        if name.removesuffix("+an") not in people or not name.endswith("+an"):
            yield name, value
        if name in people:
            said = "; ".join(_said(people[name]))
            if said:
                yield f"{name}+an", said


def _said(people: Iterable[Author]) -> Iterator[str]:
    for number, author in enumerate(people, 1):
        words = [str(role) for role in author.roles] + ["me"] * author.me
        if words:
            yield f"{number}={','.join(words)}"
