"""Given names as initials."""

from __future__ import annotations

import re
from functools import lru_cache

from publist.csl.marks import MARKS, UNQUOTE, without_marks

__all__ = ["initials", "spaced_initials"]

# Letters that stand for a name by themselves: those with capitals, and Hebrew, Arabic and Thai.
_ABJADS = re.compile("[\u0590-\u06ff\u0e01-\u0e5b]")
_MARK = re.compile(f"[{MARKS}]")
_PART = re.compile(rf"([-‐–]?)([{MARKS}]*)([^\s.\-‐–{MARKS}]+)(\.?)([{MARKS}]*)")
_NICKNAME = re.compile("['‘’“„\"«‚].+['’‘”“\"»]")


@lru_cache(maxsize=8192)
def initials(given: str, between: str, *, hyphen: bool = True) -> str:
    """Cut a given name down to its initials.

    Words in small letters are particles and stay; what ends in a full stop is an
    abbreviation already. Chinese, Japanese and Korean names, and others whose letters have no
    capitals, have no initials: they stay as well, and so do nicknames in quotation marks.

    Args:
        given: The given name.
        between: The style's ``initialize-with``.
        hyphen: Whether hyphens between names are kept.

    >>> initials("Jean-Paul Marie", ". ")
    'J.-P. M.'
    >>> initials("Ph.E. de la", "")
    'PhE de la'
    >>> initials("小明", ". ")
    '小明'
    >>> initials("Grace ‘Amazing’", ". ")
    'G. ‘Amazing’'
    """
    out = ""
    for dash, opened, word, dot, closed in _PART.findall(given):
        if word[0].islower() and not dot:
            if not dash:
                out = f"{out.rstrip()} {opened}{word}{closed} ".lstrip()
            elif not hyphen:
                out = f"{out.rstrip()} {opened}{word}{closed} "
            continue
        is_nickname = UNQUOTE in closed or _NICKNAME.fullmatch(word)
        if not _has_initial(word) or is_nickname:
            out = f"{out.rstrip()}{dash or ' '}{opened}{word}{dot}{closed} ".lstrip()
            continue
        if dash and hyphen and out:
            out = out.rstrip() + "-"
        out += opened + _cut(word if dot else word[0], between, closed)
    kept = _kept(given, out.rstrip())
    return initials(without_marks(given), between, hyphen=hyphen) if kept is None else kept


def _kept(given: str, cut: str) -> str | None:
    """The initials where they have all marks of the name, so that what is opened is closed."""
    return cut if _MARK.findall(given) == _MARK.findall(cut) else None


def _has_initial(word: str) -> bool:
    first = word[0]
    return first.lower() != first.upper() or _ABJADS.match(first) is not None


def _cut(initial: str, between: str, closed: str) -> str:
    """An initial with what follows it; formatting ends in front of a blank."""
    text = initial + between
    return text.rstrip() + closed + text[len(text.rstrip()) :] if closed else text


def spaced_initials(given: str, between: str) -> str:
    """Leave full given names alone and print those that are initials already as asked for.

    >>> spaced_initials("John A.B.", ". ")
    'John A. B.'
    >>> spaced_initials("J.A. Paul", "")
    'JA Paul'
    """
    out = ""
    for word in given.split():
        parts = _PART.findall(word)
        if all(dot or (len(part) == 1 and _has_initial(part)) for _, _, part, dot, _ in parts):
            out += "".join(opened + _cut(part, between, end) for _, opened, part, _, end in parts)
        else:
            out = f"{out.rstrip()} {word} ".lstrip()
    kept = _kept(given, out.rstrip())
    return spaced_initials(without_marks(given), between) if kept is None else kept
