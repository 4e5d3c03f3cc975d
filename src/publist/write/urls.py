"""URLs that may stand in a list: safe schemes only."""

from __future__ import annotations

import re

__all__ = ["SAFE_SCHEMES", "percent_encoded", "safe_url"]

SAFE_SCHEMES = frozenset(("http", "https", "mailto", "ftp"))

# Browsers drop blanks and controls before they look for the scheme (WHATWG URL, "basic URL
# parser"); so are they here, lest `java\nscript:` pass for a relative path.
_DROPPED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\ufeff]")
_SCHEME = re.compile(r"([^/?#:]*):")
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}\ud800-\udfff]|%(?![0-9A-Fa-f]{2})")


def safe_url(url: str) -> str | None:
    r"""A URL fit for a link, or None.

    Let through are http, https, mailto and ftp, and whatever has no scheme: paths relative to
    the page or the site, and anchors.

    Args:
        url: As found.

    Returns:
        The URL with blanks, quotes, braces, angle brackets and their like percent-encoded.

    >>> safe_url(" https://example.org/a b"), safe_url("#top")
    ('https://example.org/a%20b', '#top')
    >>> safe_url("java\nscript:alert(1)") is None
    True
    """
    plain = _DROPPED.sub("", url).strip()
    scheme = _SCHEME.match(plain)
    if not plain or (scheme and scheme[1].lower() not in SAFE_SCHEMES):
        return None
    return _UNSAFE.sub(lambda found: percent_encoded(found.group()), plain)


def percent_encoded(text: str) -> str:
    """Every character of a text as its UTF-8 bytes in hexadecimal (RFC 3986, section 2.1).

    >>> percent_encoded("é|")
    '%C3%A9%7C'
    """
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "replace"))
