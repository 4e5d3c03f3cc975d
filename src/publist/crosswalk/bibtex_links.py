"""Links in the fields of a bibliography: BibTeX's, biblatex's and those of site themes."""

from __future__ import annotations

import re

from publist.crosswalk.bibtex_draft import Draft
from publist.crosswalk.bibtex_identifiers import IDENTIFIER_FIELDS, identifier
from publist.crosswalk.bibtex_urls import identifier_in_url, plain_url
from publist.crosswalk.identifiers import add_identifier
from publist.latex import to_unicode
from publist.model import SCHEMES, Link

__all__ = ["LINK_FIELDS", "LINK_NAMES", "arxiv", "link", "preprint_link", "stored_links"]

LINK_FIELDS = {
    "url": "paper",
    "pdf": "pdf",
    "html": "html",
    "code": "code",
    "data": "data",
    "model": "model",
    "demo": "demo",
    "slides": "slides",
    "poster": "poster",
    "video": "video",
    "website": "project",
    "blog": "blog",
    "supp": "supplement",
    "bibtex": "bibtex",
    # Further spellings, read but not written.
    "blogpost": "blog",
    "code_url": "code",
    "dataset": "data",
    "github": "code",
    "link": "paper",
    "paper": "paper",
    "pdf_url": "pdf",
    "presentation": "slides",
    "project": "project",
    "project_page": "project",
    "projectpage": "project",
    "supplement": "supplement",
    "supplementary": "supplement",
    "talk": "video",
    "url_code": "code",
    "url_dataset": "data",
    "url_html": "html",
    "url_paper": "paper",
    "url_pdf": "pdf",
    "url_poster": "poster",
    "url_project": "project",
    "url_slides": "slides",
    "url_video": "video",
    "youtube": "video",
    "urllink": "paper",
}
"""Fields that hold a link, with its relation."""
LINK_NAMES = {relation: name for name, relation in reversed(LINK_FIELDS.items())}
"""The field to write for each relation; ``arxiv`` and ``other`` have none."""

_PATH = re.compile(r"(?:https?://|ftp://|mailto:|[./~]|[\w-]+(?:[./]|%))\S*\Z", re.IGNORECASE)
_LINK_GAP = re.compile(r"[,;]?\s+")
_SAYING = {
    scheme: {name for name, said in IDENTIFIER_FIELDS.items() if said == scheme}
    | ({"eprint", "hal_id"} if scheme in ("arxiv", "hal", "pmid", "pmcid") else set())
    for scheme in SCHEMES
}
"""The fields whose word on an identifier goes before that of a link."""


def link(draft: Draft, name: str, raw: str) -> None:
    """A field with a link: a URL, or a path on the user's site, which is kept as it is."""
    url = plain_url(raw)
    relation = LINK_FIELDS[name]
    if not _PATH.match(url):
        _several_links(draft, name, relation, url)
        return
    found = Link(relation=relation, url=url)
    if found not in draft.links:
        draft.links.append(found)
    _learn_identifier(draft, url)


def _several_links(draft: Draft, name: str, relation: str, text: str) -> None:
    urls = [url for url in _LINK_GAP.split(text) if url.startswith(("http://", "https://"))]
    if len(_LINK_GAP.split(text)) != len(urls):
        if name == "url":
            draft.report("link-malformed", f"{text!r} in {name} is not a URL.", text)
        draft.keep(name)
        return
    for url in urls:
        taken = any(other.relation == relation for other in draft.links)
        draft.links.append(Link(relation="other" if taken else relation, url=url))
        _learn_identifier(draft, url)


def _learn_identifier(draft: Draft, url: str) -> None:
    found = identifier_in_url(url)
    if found is not None and draft.fields.keys().isdisjoint(_SAYING.get(found.scheme, ())):
        add_identifier(draft.identifiers, found)


def arxiv(draft: Draft, name: str, raw: str) -> None:
    """al-folio's ``arxiv`` and its like: a number, or a link to whatever server it is."""
    (preprint_link if "://" in raw else identifier)(draft, name, raw)


def preprint_link(draft: Draft, name: str, raw: str) -> None:
    """A link to the preprint: arXiv's is the identifier, any other stays a link."""
    url = plain_url(raw)
    found = identifier_in_url(url)
    if found is not None and add_identifier(draft.identifiers, found) and found.scheme == "arxiv":
        return
    if _PATH.match(url):
        draft.links.append(Link(relation="other", url=url, label="preprint"))
    else:
        draft.keep(name)


_STORED = re.compile(r"(\w+) <([^<>]*)>([^;<>]*)(?:; |\Z)")


def stored_links(draft: Draft, name: str, raw: str) -> None:
    """``links``: what publist writes for links that no other field can hold."""
    if _STORED.sub("", raw):
        draft.keep(name)
        return
    for found in _STORED.finditer(raw):
        label = to_unicode(found[3]).strip() or None
        draft.links.append(Link(relation=found[1], url=found[2], label=label))
        _learn_identifier(draft, found[2])
