"""What joins two names in languages other than English."""

from __future__ import annotations

import re

__all__ = ["joined_in_english"]

_WORD = r"[^\W\d_]"
# German, French, Swedish, Danish and Norwegian; behind them a name begins.
_WORDS = re.compile(rf"(?<=[\w.\ue000>]\s)(?:und|et|och|og)(?=\s+(?:<\w+>)?{_WORD})(?!\s+al\b)")
# Spanish and Portuguese, where *Ortega y Gasset* is one family name.
_SINGLE = re.compile(
    rf"(?P<before>[^,;:\n&]{{0,80}})(?<=[\w.\ue000>]\s)(?P<word>[ye])"
    rf"(?=\s+(?:<\w+>)?(?=[A-ZÀ-ÞŁŚŽ])(?P<after>{_WORD}[\w'’-]*)(?P<end>\s*(?:[,;.(\n]|$))?)"
)
# ``Hartwig, Lene / Oster, Paul``
_SLASH = re.compile(
    rf"(?<=[\w.>]\s)/(?=\s(?:<\w+>)?{_WORD}[\w'’-]*(?: {_WORD}[\w'’-]*)?,\s{_WORD})"
)


_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
# Slips among family names and initials: ``Li, A., & Bauer. S. Title``, ``Bauer, s., He, C.``
_STOP = re.compile(
    rf"((?<![^\W\d_]){_UPPER}(?:\.,?|,)\s(?:(?:&|and|und)\s)?{_UPPER}[^\W\d_]{{2,20}})\."
    rf"(?=\s{_UPPER}\.(?:[,.\s]|$))"
)
_SMALL = re.compile(rf"(?<=[^\W\d_]{{2}},\s)[a-z](?=\.,\s{_UPPER})")


def joined_in_english(text: str) -> str:
    """A list of names with ``und``, ``et``, ``y`` made ``&`` and slashes made semicolons.

    Every offset stays what it was.

    >>> joined_in_english("Peña, L. y Ferrer, J.")
    'Peña, L. & Ferrer, J.'
    >>> joined_in_english("José Ortega y Gasset, Ana Li")
    'José Ortega y Gasset, Ana Li'
    >>> joined_in_english("Paul Oster und Lene Hartwig")
    'Paul Oster &   Lene Hartwig'
    """
    text = _STOP.sub(r"\1,", text)
    text = _SMALL.sub(lambda found: found[0].upper(), text)
    text = _WORDS.sub(lambda found: "&".ljust(len(found[0])), text)
    text = _SLASH.sub(";", text)
    out, done = [], 0
    for found in _SINGLE.finditer(text):
        if not _is_one_name(text, found):
            out += [text[done : found.start("word")], "&"]
            done = found.end("word")
    return "".join([*out, text[done:]])


def _is_one_name(text: str, found: re.Match[str]) -> bool:
    """Whether it stands inside a family name, of which one word follows."""
    if found["end"] is None:
        return False
    before = re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^<>]*>", " ", found["before"]))
    behind_comma = text[: found.start()].rstrip()[-1:] == ","
    return len(before) > 1 or (len(before) == 1 and not behind_comma)
