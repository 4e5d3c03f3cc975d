"""Identifiers: normalised and checked, one form for each however it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Self
from urllib.parse import unquote

from publist.errors import PublistError
from publist.model.base import Model

__all__ = ["SCHEMES", "Identifier", "IdentifierError", "orcid"]


class IdentifierError(PublistError):
    """A text is not an identifier of the scheme it stands for."""


class Identifier(Model):
    """An identifier of a publication in its one normal form.

    Args:
        scheme: One of :data:`SCHEMES`.
        value: The normal form, e.g. ``10.1000/182`` for every way of writing that DOI.
        version: The version, for arXiv, e.g. ``2`` for ``2401.17644v2``.

    >>> Identifier.parse("arxiv", "arXiv:2401.17644v2 [cs.LG]")
    Identifier(scheme='arxiv', value='2401.17644', version=2)
    >>> Identifier.parse("doi", "https://doi.org/10.1000/182").url
    'https://doi.org/10.1000/182'
    """

    scheme: str
    value: str
    version: int | None = None

    @classmethod
    def parse(cls, scheme: str, text: str) -> Self:
        """Read an identifier as people and exports write it, URL and label included.

        Args:
            scheme: One of :data:`SCHEMES`.
            text: The identifier as found.

        Raises:
            IdentifierError: The scheme is unknown, or the text is not one of its identifiers
                (a wrong check digit included).
        """
        reader = _READERS.get(scheme)
        if reader is None:
            known = ", ".join(SCHEMES)
            raise IdentifierError(f"There is no identifier scheme {scheme!r}; known: {known}.")
        value = reader(text.strip())
        if value is None:
            raise IdentifierError(
                f"{text.strip()!r} is not a valid {_LABELS[scheme]}.", key=scheme, value=text
            )
        if scheme == "arxiv":
            value, _, version = value.partition("v")
            return cls(scheme=scheme, value=value, version=int(version) if version else None)
        return cls(scheme=scheme, value=value)

    @property
    def url(self) -> str | None:
        """Where the identifier leads on the web; None for ISBN, ISSN and URN."""
        form = _URLS.get(self.scheme)
        suffix = f"v{self.version}" if self.version is not None else ""
        return form.format(self.value + suffix) if form else None


def _matcher(pattern: str, change: Callable[[str], str] = str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(text: str) -> str | None:
        found = compiled.fullmatch(text)
        return change(found[1]) if found else None

    return read


def _arxiv(text: str) -> str | None:
    """ArXiv's own form: ``2401.17644``, ``cs/0112017`` or ``math.GT/0309136``, with ``v2``."""
    found = _ARXIV.fullmatch(text)
    if not found:
        return None
    value = found[1].lower() if "/" not in found[1] else found[1]
    return value + (f"v{found[2]}" if found[2] else "")


_ARXIV = re.compile(
    r"(?:https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html|e-print)/"
    r"|(?:https?://(?:dx\.)?doi\.org/)?10\.48550/arxiv\."
    r"|arxiv\s*(?:preprint)?\s*:?\s*|corr,?\s*abs/|abs/)?"
    r"(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?/\d{7})"
    r"(?:v(\d{1,3}))?(?:\.pdf)?/?(?:\s*\[[\w.\-, ]+\])?",
    re.IGNORECASE,
)


def _isbn(text: str) -> str | None:
    """ISBN-13 without hyphens; an ISBN-10 becomes the ISBN-13 of the same book (ISO 2108)."""
    digits = re.sub(r"^(?:urn:)?isbn(?:-1[03])?:?|[\s\-‐‑–]", "", text, flags=re.IGNORECASE).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum(
            (10 - at) * (10 if char == "X" else int(char)) for at, char in enumerate(digits)
        )
        if total % 11:
            return None
        digits = "978" + digits[:9]
        return digits + _ean_digit(digits)
    if re.fullmatch(r"97[89]\d{10}", digits) and digits[12] == _ean_digit(digits[:12]):
        return digits
    return None


def _ean_digit(digits: str) -> str:
    total = sum(int(char) * (3 if at % 2 else 1) for at, char in enumerate(digits))
    return str(-total % 10)


def _issn(text: str) -> str | None:
    """ISSN with its hyphen and a right check digit (ISO 3297)."""
    digits = re.sub(r"^(?:e-?|p-?)?issn:?|[\s\-‐‑–]", "", text, flags=re.IGNORECASE).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return None
    total = sum((8 - at) * (10 if char == "X" else int(char)) for at, char in enumerate(digits))
    return f"{digits[:4]}-{digits[4:]}" if total % 11 == 0 else None


def orcid(text: str) -> str | None:
    """The hyphened form of an ORCID iD, or None when it is none (ISO 7064 check, mod 11-2).

    >>> orcid("https://orcid.org/0000-0002-1825-0097"), orcid("0000-0002-1825-0098")
    ('0000-0002-1825-0097', None)
    """
    found = re.fullmatch(
        r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?((?:\d{4}-?){3}\d{3}[\dX])/?",
        text.strip(),
        re.IGNORECASE,
    )
    if not found:
        return None
    digits = found[1].replace("-", "").upper()
    total = 0
    for char in digits[:15]:
        total = (total + int(char)) * 2
    check = (12 - total % 11) % 11
    if digits[15] != ("X" if check == 10 else str(check)):
        return None
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def _doi(text: str) -> str | None:
    found = _DOI.fullmatch(unquote(text))  # addresses may have 10.1000%2F182
    if not found:
        return None
    # DOIs compare without case (DOI Handbook 2.4); lower case is the form that Crossref advises.
    return found[1].replace("\\_", "_").rstrip(".,;").lower()


_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*:?\s*)?"
    # Short DOIs (shortdoi.org) are names of others: 10/abcde.
    r"(10\.\d{4,9}(?:\.\d+)*/\S+|10/[a-z0-9]{3,12})",
    re.IGNORECASE,
)

_READERS: dict[str, Callable[[str], str | None]] = {
    "doi": _doi,
    "arxiv": _arxiv,
    "isbn": _isbn,
    "issn": _issn,
    "pmid": _matcher(
        r"(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/"
        r"|pmid\s*:?\s*)?([1-9]\d{0,8})/?"
    ),
    "pmcid": _matcher(
        r"(?:https?://\S{1,60}/articles/|pmcid\s*:?\s*)?(?:pmc)?(\d{3,9})/?",
        lambda digits: f"PMC{digits}",
    ),
    "acl": _matcher(
        r"(?:https?://(?:www\.)?aclanthology\.(?:org|info)/(?:anthology/|papers/)?|acl\s*:\s*)?"
        r"([A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+(?:-[a-z0-9_]+)+\.\d+)(?:\.pdf|/)?"
    ),
    "openreview": _matcher(
        r"(?:https?://openreview\.net/(?:forum|pdf|attachment)\?id=|openreview\s*:\s*)?"
        r"([\w\-]{8,14})(?:&\S*)?"
    ),
    "dblp": _matcher(
        r"(?:https?://dblp\.(?:org|uni-trier\.de)/rec/(?:bib\d?/)?|dblp\s*:\s*)?"
        r"((?:conf|journals|books|phd|reference|series|homepages|tr|data)/[\w\-./]+?)"
        r"(?:\.html|\.bib|\.xml)?"
    ),
    "hal": _matcher(
        r"(?:https?://(?:[\w\-]+\.)*(?:archives-ouvertes\.fr|hal\.science)/)?"
        r"((?:hal|tel|inria|halshs|inserm|cea|lirmm|ujm|pastel|dumas)-\d{6,9}(?:v\d{1,2})?)",
        str.lower,
    ),
    "handle": _matcher(r"(?:https?://hdl\.handle\.net/|hdl\s*:?\s*)?(\d[\w.]{1,40}/\S+)"),
    "urn": _matcher(r"(urn:[a-z0-9][a-z0-9\-]{0,31}:\S+)"),
    "bibcode": _matcher(
        r"(?:https?://(?:ui\.)?adsabs\.harvard\.edu/abs/)?((?:1[89]|20)\d\d[\w&.]{14}[\w.])(?:/abstract)?/?"
    ),
}
SCHEMES = tuple(_READERS)
"""The identifier schemes that publist knows, by the names it calls them."""

_LABELS = {
    "doi": "DOI",
    "arxiv": "arXiv identifier",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PubMed ID",
    "pmcid": "PubMed Central ID",
    "acl": "ACL Anthology ID",
    "openreview": "OpenReview ID",
    "dblp": "DBLP key",
    "hal": "HAL ID",
    "handle": "Handle",
    "urn": "URN",
    "bibcode": "ADS bibcode",
}
_URLS = {
    "doi": "https://doi.org/{}",
    "arxiv": "https://arxiv.org/abs/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/",
    "acl": "https://aclanthology.org/{}/",
    "openreview": "https://openreview.net/forum?id={}",
    "dblp": "https://dblp.org/rec/{}",
    "hal": "https://hal.science/{}",
    "handle": "https://hdl.handle.net/{}",
    "bibcode": "https://ui.adsabs.harvard.edu/abs/{}",
}
