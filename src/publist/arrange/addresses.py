"""Relative links of works, seen from where their files lie on a site."""

from __future__ import annotations

import re

from publist.model import Link, Work

__all__ = ["is_absolute", "with_link_base"]

# An address with a scheme, a host, or a path from the site's root, or a place in the page.
_ABSOLUTE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|/|#|\\|$)")


def is_absolute(address: str) -> bool:
    """Whether an address leads to the same place from every page of a site.

    >>> [is_absolute(address) for address in ("/pdf/", "https://a.example", "pdf/")]
    [True, True, False]
    """
    return bool(address) and _ABSOLUTE.match(address) is not None


def with_link_base(work: Work, base: str) -> Work:
    """A work whose relative links start at a base, as those of al-folio's files do.

    Only the links of the record that is shown are changed.

    Args:
        work: The work.
        base: What relative links are put behind, e.g. ``/assets/pdf/``.

    >>> from publist.model import Record
    >>> links = (Link(relation="pdf", url="a.pdf"), Link(relation="code", url="https://x.example"))
    >>> work = Work.of(Record(key="a", links=links))
    >>> [link.url for link in with_link_base(work, "/assets/pdf").record.links]
    ['/assets/pdf/a.pdf', 'https://x.example']
    """
    folder = base if base.endswith("/") else f"{base}/"
    links = tuple(
        link
        if _ABSOLUTE.match(link.url)
        else Link(
            relation=link.relation,
            url=folder + link.url.strip().removeprefix("./"),
            label=link.label,
        )
        for link in work.record.links
    )
    if links == work.record.links:
        return work
    return work.model_copy(update={"record": work.record.change(links=links)})
