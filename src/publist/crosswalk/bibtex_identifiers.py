"""Identifiers and links in the fields of a bibliography, however they were typed."""

from __future__ import annotations

import re

from publist.crosswalk.bibtex_draft import Draft
from publist.crosswalk.bibtex_urls import arxiv_in, identifier_in_url, plain_url
from publist.crosswalk.identifiers import add_identifier
from publist.latex import to_unicode
from publist.model import SCHEMES, Identifier, IdentifierError

__all__ = ["IDENTIFIER_FIELDS", "eprint", "eprint_type", "hal", "identifier", "identifiers"]

IDENTIFIER_FIELDS = {
    **{scheme: scheme for scheme in SCHEMES if scheme not in ("isbn", "issn")},
    "acl_id": "acl",
    "anthology": "acl",
    "arxivid": "arxiv",
    "arxiv_id": "arxiv",
    "hdl": "handle",
    "openreview_id": "openreview",
    "pmc": "pmcid",
    "pubmed": "pmid",
    "pubmedid": "pmid",
}
"""Fields that hold one identifier, with its scheme."""

_EPRINT_TYPES = {
    "arxiv": "arxiv",
    "hal": "hal",
    "pubmed": "pmid",
    "pmid": "pmid",
    "pmc": "pmcid",
    "pmcid": "pmcid",
    "openreview": "openreview",
    "hdl": "handle",
    "handle": "handle",
    "urn": "urn",
    "doi": "doi",
    "acl": "acl",
    "dblp": "dblp",
    "bibcode": "bibcode",
    "ads": "bibcode",
}
_BETWEEN = re.compile(r"[,;] ?| and | (?=[\d(])")
_NOTE = re.compile(r"\([^()]*\)")


def _parsed(draft: Draft, scheme: str, name: str, raw: str) -> bool:
    """Read one identifier of a field; a malformed one is reported."""
    text = plain_url(raw) if "://" in raw else to_unicode(raw).strip()
    try:
        found = Identifier.parse(scheme, text)
    except IdentifierError as error:
        draft.report("identifier-malformed", f"{name}: {error.message}", text)
        return False
    return add_identifier(draft.identifiers, found)


def identifier(draft: Draft, name: str, raw: str) -> None:
    """A field with one identifier."""
    scheme = IDENTIFIER_FIELDS[name]
    if scheme == "doi" and (found := _arxiv_label(raw)):
        add_identifier(draft.identifiers, found)
    elif name != scheme and scheme in draft.fields and draft.fields[scheme] != raw:
        draft.keep(name)
    elif scheme == "doi" and "\\" not in raw and "{" not in raw and raw.startswith("10."):
        _plain_doi(draft, name, raw)
    elif not _parsed(draft, scheme, name, raw):
        draft.keep(name)


def _arxiv_label(raw: str) -> Identifier | None:
    """The arXiv number that some put into ``doi``."""
    return arxiv_in(raw) if raw[:6].lower() == "arxiv:" else None


def _plain_doi(draft: Draft, name: str, raw: str) -> None:
    try:
        kept = add_identifier(draft.identifiers, Identifier.parse("doi", raw))
    except IdentifierError as error:
        draft.report("identifier-malformed", f"{name}: {error.message}", raw)
        kept = False
    if not kept:
        draft.keep(name)


def identifiers(draft: Draft, name: str, raw: str) -> None:
    """An ``isbn`` or ``issn`` field, which may hold several; the malformed stay in extra."""
    scheme = "isbn" if "isbn" in name else "issn"
    malformed = []
    for part in _BETWEEN.split(_NOTE.sub("", " ".join(to_unicode(raw).split()))):
        if not part.strip(" .:"):
            continue
        try:
            add_identifier(draft.identifiers, Identifier.parse(scheme, part))
        except IdentifierError as error:
            malformed.append(part.strip())
            draft.report("identifier-malformed", f"{name}: {error.message}", part.strip())
    if malformed:
        draft.extra[name] = ", ".join(malformed)


def eprint(draft: Draft, name: str, raw: str) -> None:
    """``eprint`` with its type (biblatex manual 3.14.7)."""
    kind = draft.fields.get("eprinttype") or draft.fields.get("archiveprefix")
    scheme = _EPRINT_TYPES.get(kind.strip("{} ").lower()) if kind else None
    if scheme is None:
        scheme = _scheme_of(raw) if kind is None or kind.startswith("http") else None
        if scheme is None:
            _keep_eprint(draft)
            return
    if not _parsed(draft, scheme, name, raw):
        _keep_eprint(draft)


def _scheme_of(raw: str) -> str | None:
    """The scheme of an eprint whose type is not said."""
    try:
        Identifier.parse("arxiv", plain_url(raw))
    except IdentifierError:
        found = identifier_in_url(plain_url(raw))
        return found.scheme if found else None
    return "arxiv"


def _keep_eprint(draft: Draft) -> None:
    for name in ("eprint", "eprinttype", "archiveprefix"):
        if name in draft.fields:
            draft.keep(name)


def eprint_type(draft: Draft, name: str, _raw: str) -> None:
    """``eprinttype`` or ``archiveprefix``: said with the eprint, kept where there is none."""
    if "eprint" not in draft.fields:
        draft.keep(name)


def hal(draft: Draft, name: str, raw: str) -> None:
    """HAL's own export fields ``hal_id`` and ``hal_version``."""
    version = draft.fields.get("hal_version", "")
    if name == "hal_version":
        if "hal_id" not in draft.fields:
            draft.keep(name)
    elif not _parsed(draft, "hal", name, raw + (version if "v" not in raw else "")):
        draft.keep(name)
        if version:
            draft.keep("hal_version")
