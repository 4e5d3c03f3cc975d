"""Telling groups from people by the words of their names."""

from __future__ import annotations

import re

__all__ = ["is_certain_group", "is_group"]

# Words that no person is called. In BibTeX only these outweigh its own rules.
_CERTAIN = re.compile(
    r"\b(?:collaborations?|consortium|consortia|workgroup|taskforce|contributors|initiative)\b",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"\b(?:team|group|inc|ltd|llc|gmbh|corporation|corp|company|committee|council|commission|"
    r"association|society|foundation|institute|university|universität|université|universidad|"
    r"department|ministry|agency|organi[sz]ation|centre|center|laborator(?:y|ies)|project|"
    r"network|federation|academy|panel|working|community|program|programme|alliance|union|"
    r"publishers|press|bureau|office|authority|task force|investigators|developers)\b\.?",
    re.IGNORECASE,
)


def is_certain_group(text: str) -> bool:
    """Whether a name holds a word that no person is called.

    >>> is_certain_group("ATLAS Collaboration"), is_certain_group("Driver Committee")
    (True, False)
    """
    return bool(_CERTAIN.search(text))


def is_group(text: str) -> bool:
    """Whether a name that a person typed looks like a group's.

    >>> is_group("The Gemma Team"), is_group("DeepSeek-AI"), is_group("Ann Center-Lee")
    (True, True, False)
    """
    if is_certain_group(text):
        return True
    found = list(_LIKELY.finditer(text))
    last = found[-1] if found else None
    # ``Press`` and ``Center`` are family names as well: a comma or an initial means a person.
    if last and not re.search(r"\b[A-Z]\.", text) and "," not in text[: last.start()]:
        words = text.split()
        return len(words) > 2 or (last.end() == len(text) and last[0].lower() not in _FAMILY_NAMES)
    return bool(re.fullmatch(r"[A-Z][\w.]*-AI|Open ?AI|[A-Z]\w*\.(?:ai|org|io)", text))


_FAMILY_NAMES = {"press", "center", "centre", "union", "council", "office", "bureau", "group"}
