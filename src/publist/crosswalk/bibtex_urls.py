"""URLs as LaTeX and people write them, and the identifiers that hide in them."""

from __future__ import annotations

import re

from publist.model import Identifier, IdentifierError

__all__ = ["arxiv_in", "identifier_in_url", "plain_url", "web_address"]

_HOST = re.compile(r"https?://(?:www\.|dx\.|export\.)?([a-z0-9.-]+)/", re.IGNORECASE)
_HOSTS = {
    "doi.org": "doi",
    "arxiv.org": "arxiv",
    "aclanthology.org": "acl",
    "aclanthology.info": "acl",
    "openreview.net": "openreview",
    "pubmed.ncbi.nlm.nih.gov": "pmid",
    "ncbi.nlm.nih.gov": "pmcid",
    "hal.science": "hal",
    "hal.archives-ouvertes.fr": "hal",
    "hal.inria.fr": "hal",
    "hdl.handle.net": "handle",
    "dblp.org": "dblp",
    "dblp.uni-trier.de": "dblp",
    "ui.adsabs.harvard.edu": "bibcode",
    "adsabs.harvard.edu": "bibcode",
}
_ARXIV = re.compile(
    r"\b(?:arxiv(?:\.org/(?:abs|pdf)/| ?(?:e-?print|preprint)?[: ]{0,2}(?:arxiv ?: ?)?)"
    r"|abs/|10\.48550/arxiv\.)(\d{4}\.\d{4,5}(?:v\d{1,2})?|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})",
    re.IGNORECASE,
)
_URL_MACRO = re.compile(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}")
_URL_ESCAPES = (
    ("{\\textasciitilde}", "~"),
    ("\\textasciitilde{}", "~"),
    ("\\textasciitilde", "~"),
    ("$\\sim$", "~"),
    ("\\~{}", "~"),
    ("\\~", "~"),
    ("{\\_}", "_"),
    ("\\_", "_"),
    ("\\%", "%"),
    ("\\#", "#"),
    ("\\&", "&"),
    ("\\$", "$"),
    ("\\-", ""),
    ("\\slash ", "/"),
)


def plain_url(raw: str) -> str:
    r"""A URL without what LaTeX needed.

    >>> plain_url(r"\url{https://example.org/a\_b/{\textasciitilde}me}")
    'https://example.org/a_b/~me'
    """
    url = raw.strip()
    if "\\" not in url and "{" not in url and "$" not in url:
        return url
    for escaped, char in _URL_ESCAPES:
        url = url.replace(escaped, char)
    if found := _URL_MACRO.search(url):
        url = found[1] or found[2] or ""
    return url.replace("{", "").replace("}", "").strip()


def web_address(raw: str) -> str | None:
    r"""The address in a field that may hold one (``\url{…}``), else None.

    >>> web_address(r"\url{https://example.org}"), web_address("Accepted for publication")
    ('https://example.org', None)
    """
    if "://" not in raw and "www." not in raw:
        return None
    url = plain_url(raw)
    return url if url.startswith(("http", "www.")) and " " not in url else None


def identifier_in_url(url: str) -> Identifier | None:
    """The identifier that a URL stands for.

    >>> identifier_in_url("https://arxiv.org/abs/2401.17644v2").value
    '2401.17644'
    """
    host = _HOST.match(url)
    scheme = _HOSTS.get(host[1].lower()) if host else None
    if scheme is None:
        return None
    try:
        return Identifier.parse(scheme, url)
    except IdentifierError:
        return None


def arxiv_in(text: str) -> Identifier | None:
    """The arXiv identifier in a journal's place, a note or the like.

    >>> arxiv_in("arXiv preprint arXiv:2401.17644").value
    '2401.17644'
    """
    found = _ARXIV.search(text)
    if found is None:
        return None
    try:
        return Identifier.parse("arxiv", found[1])
    except IdentifierError:
        return None
