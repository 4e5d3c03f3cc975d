"""Fields: misspelt, of another entry type, missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publist.check.findings import Hit, Rule, each
from publist.check.slips import is_slip
from publist.check.subject import Entry
from publist.crosswalk.bibtex_read import FIELDS
from publist.problems import Severity

__all__ = ["RULES"]

# Fields of reference managers, exports, abstract services and site themes that publist leaves
# alone: known, so that nothing near them is taken for a slip.
_OTHERS = frozenset(
    """
    abbr abbrev_source_title abstract addendum altmetric annotation annote archive author_notes
    author_keywords award award_name bdsk-file-1 bdsk-url-1 bib_timestamp bibsource bibtex_show
    biburl chapter citations coden collection color corresponding copyright crossref date-added
    date-modified dimensions document_type entryset equal equal_contribution eventtitleaddon
    execute fjournal file foreword gender google_scholar_id group groups hidden html hyphenation
    ids image impact impactfactor important inspirehep_id introduction isrn issuetitle
    issuesubtitle issuetitleaddon issueyear keyword label lccn location mendeley-groups
    mendeley-tags mrclass mrnumber mrreviewer nameaddon news number-of-cited-references options
    origlanguage origlocation origpublisher origtitle owner part period-time presort priority
    publication_type rating read related relatedoptions relatedstring relatedtype reprinttitle
    researcherid-numbers review research-areas shortauthor shorteditor shorthand shorthandintro
    shortseries show_in skipbib sortkey sortname sorttitle sortyear source subject summary
    timestamp times-cited thumbnail tldr track twitter unique-id usage-count volumes xdata xref
    year_published zblnumber
    """.split()  # noqa: SIM905 - words
)
_UNKNOWN_PARTS = ("+an", "-", "_", ":")
_CONTAINERS = {
    "article": ("journal", "journaltitle"),
    "inproceedings": ("booktitle",),
    "conference": ("booktitle",),
    "incollection": ("booktitle",),
    "inbook": ("booktitle", "chapter", "pages"),
}
_FURTHER = frozenset(
    """
    conference crossref eprint eventtitle howpublished institution journal organization pubstate
    series venue xdata
    """.split()  # noqa: SIM905 - words
)
_UNPUBLISHED = re.compile(
    r"\b(?:preprint|submitted|under review|in preparation|in press|to appear|forthcoming|accepted)",
    re.IGNORECASE,
)
_JOURNALS = ("journal", "journaltitle")
_GATHERED = ("inproceedings", "conference", "incollection", "inbook")


def _misspelt(entry: Entry) -> Iterator[Hit]:
    if entry.form != "bibtex" or entry.written is None:
        return
    names = entry.written.names
    for name in names:
        near = _near(name)
        if near and near not in names:
            message = f"{name!r} is no field; did you mean {near!r}?"
            yield Hit(entry, message, (name,), name)


@lru_cache(maxsize=4096)
def _near(name: str) -> str | None:
    """The field that an unknown name is a slip for: one letter wrong, too many, too few, moved."""
    if name in FIELDS or name in _OTHERS or len(name) < 4 or len(name) > 30:
        return None
    if any(part in name for part in _UNKNOWN_PARTS):
        return None
    found = [known for known in sorted(FIELDS) if len(known) > 3 and _one_slip(name, known)]
    return found[0] if len(found) == 1 else None


def _one_slip(name: str, known: str) -> bool:
    # An s more or less may be somebody's own field, like 'urls'.
    return is_slip(name, known) and name.rstrip("s") != known.rstrip("s")


def _container(entry: Entry) -> Iterator[Hit]:
    kind = entry.record.entry_type or ""
    wanted = _CONTAINERS.get(kind)
    if entry.form != "bibtex" or entry.written is None or wanted is None:
        return
    if entry.record.container or entry.record.type == "article" or entry.record.status:
        return
    if _UNPUBLISHED.search(entry.record.note.plain):
        return
    if not any(name in entry.written.names for name in (*wanted, *_FURTHER)):
        yield Hit(entry, f"@{kind} wants {wanted[0]}, where it appeared; add it.")


def _unfit(entry: Entry) -> Iterator[Hit]:
    kind = entry.record.entry_type or ""
    if entry.form != "bibtex" or entry.written is None:
        return
    names = entry.written.names
    journal = next((name for name in _JOURNALS if name in names), None)
    if kind in _GATHERED and journal and "booktitle" not in names:
        message = f"@{kind} has no {journal}; write booktitle, or make it an @article."
        yield Hit(entry, message, (journal,), journal)
    elif kind == "article" and "booktitle" in names and journal is None:
        message = "@article has no booktitle; write journal, or make it an @inproceedings."
        yield Hit(entry, message, ("booktitle",), "booktitle")


RULES = (
    Rule(
        code="field-misspelt",
        severity=Severity.WARNING,
        why="A field with a slip in its name is passed over by every program without a word.",
        bad="@misc{a, tilte = {Notes}, title = {Notes}, auhtor = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_misspelt),
    ),
    Rule(
        code="field-unfit",
        severity=Severity.WARNING,
        why="BibTeX's styles look only at the fields of the entry's type: the journal of a "
        "conference paper is not printed.",
        bad="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "journal = {NeurIPS}}",
        good="@inproceedings{a, title = {Notes}, author = {Lovelace, Ada}, year = 2020, "
        "booktitle = {NeurIPS}}",
        look=each(_unfit),
    ),
    Rule(
        code="container-missing",
        severity=Severity.WARNING,
        why="An article without its journal, or a paper without its proceedings, cannot be found.",
        bad="@article{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843}",
        good="@article{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843, "
        "journal = {Scientific Memoirs}}",
        look=each(_container),
    ),
)
