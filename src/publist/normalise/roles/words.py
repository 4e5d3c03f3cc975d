"""What people call the roles of authors, in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.model import CORRESPONDING, EQUAL, LEAD, Role

__all__ = ["OWNER_WORDS", "SYMBOL_NAMES", "named_role", "roles_in", "slug"]

OWNER_WORDS = frozenset(
    {"highlight", "highlighted", "me", "self", "myself", "own", "owner", "bold", "boldface", "bf"}
)
"""Annotations that say: this is the owner of the list."""

SYMBOL_NAMES = {
    "dagger": "†", "dag": "†", "ddagger": "‡", "doubledagger": "‡", "star": "*", "asterisk": "*",
    "ast": "*", "doublestar": "**", "section": "§", "paragraph": "¶", "hash": "#", "envelope": "✉",
    "mail": "✉", "email": "✉", "bulb": "💡", "underline": "underlined", "underlined": "underlined",
}  # fmt: skip
"""Annotations that name a symbol rather than what it means."""

_LAST = Role(kind="equal", group=2)

_CO_LAST = (
    r"\b(?:co|joint(?:ly)?|shared|equal(?:ly)?)[-\s]*(?:last|senior|supervision"
    r"|advis(?:ing|ors?|ed)|supervis(?:ing|ors?))(?:[-\s]*author(?:s|ship)?)?\b"
    r"|\bequal[-\s]+(?:senior|last)\b|\bco-?last\b|\bjointlast\b|\bcolast\b"
)
_CORRESPONDING = (
    r"\b(?:co-?\s*)?corresp(?:onding|ondence|ondance)?\b\.?(?:[-\s]*authors?)?"
    r"|\bcontact[-\s]+authors?\b|\bcorr(?:\.|author)?(?!\w)"
    r"|通[讯訊信]作者|共同通[讯訊]|교신\s*저자|責任著者"
    r"|\bkorrespond\w*|\bauteure?s?\s+correspondante?s?|\bautore?s?\s+corrispondent\w*"
    r"|\bautor\w*\s+(?:de|para|cor)\s*\w*correspond\w*"
)
_LEAD = (
    r"\b(?:project|team|tech(?:nical)?|group|research|study)[-\s]*(?:co-?)?"
    r"lead(?:er|ers|s|ing)?\b|\bprojectlead(?:er)?\b|\bproject\s+manager\b|\bProjektleit\w*"
    r"|项目(?:负责|主管|领导)人?|項目負責人"
    r"|^\s*lead(?:er)?\s*$|\blead(?:ing)?\s+(?:the\s+)?project\b"
)
_EQUAL = (
    r"\bequal(?:ly)?[-\s]*(?:main\s+|first\s+|technical\s+|core\s+)?contribut\w*"
    r"|\bcontribut(?:e|ed|ing|ions?)?[-\s]*(?:\w+\s+){0,3}?equal(?:ly)?\b"
    r"|\bco-?\s*(?:first|primary|lead)(?:[-\s]*(?:co-?)?author(?:s|ship)?)?\b"
    r"|\b(?:joint|shared|equal)(?:ly)?[-\s]*(?:first|primary|lead)(?:[-\s]*author(?:s|ship)?)?\b"
    r"|\bjointfirst\w*|\bcofirst\w*|\bfirst\s+co-?authors?\b|\bequal[-\s]*contrib\b"
    r"|\bequal(?=\W*$)|\bequal[-\s]*authors?(?:hip)?\b|\bec(?=\s*$)"
    r"|共同(?:第一|一)?(?:作者|一作|贡献|貢獻)|共一|同等[贡貢][献獻]|[贡貢][献獻](?:相同|均等|相等)"
    r"|并列(?:第一|一作)|공동\s*(?:제?\s*1|일)\s*저자|동등\s*기여|同等の?貢献"
    r"|\bgleich(?:er|em|en|wertig\w*)?\s+(?:\w+\s+)?(?:Beitr\w*|beigetragen|Ante\w*)"
    r"|\bcontribu\w*\s+(?:de\s+(?:manière|façon)\s+)?"
    r"(?:égale\w*|equitativ\w*|igual\w*|allo stesso modo)"
    r"|\b(?:égale|igual|uguale|même)\w*\s+contribu\w*"
)
_PHRASES = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (_LAST, _CO_LAST), (CORRESPONDING, _CORRESPONDING), (LEAD, _LEAD), (EQUAL, _EQUAL)
    )
)  # fmt: skip
_KINDS = {
    "equal": EQUAL, "eq": EQUAL, "equalcontribution": EQUAL, "equalcontrib": EQUAL,
    "equally": EQUAL,
    "jointfirst": EQUAL, "joint": EQUAL, "cofirst": EQUAL, "sharedfirst": EQUAL, "first": EQUAL,
    "coprimary": EQUAL, "colead": EQUAL, "contributedequally": EQUAL, "ec": EQUAL,
    "jointlast": _LAST, "colast": _LAST, "sharedlast": _LAST, "jointsenior": _LAST,
    "cosenior": _LAST, "last": _LAST,
    "corresponding": CORRESPONDING, "corr": CORRESPONDING, "correspondingauthor": CORRESPONDING,
    "corresp": CORRESPONDING, "contact": CORRESPONDING,
    "lead": LEAD, "leader": LEAD, "projectlead": LEAD, "projectleader": LEAD,
}  # fmt: skip


def roles_in(text: str) -> Iterator[tuple[Role, int, int]]:
    """The roles that a text speaks of, each with the place of the words, in their order.

    Args:
        text: Plain text.

    >>> [str(role) for role, _, _ in roles_in("Equal contribution and corresponding author")]
    ['equal', 'corresponding']
    """
    found = [
        (match.start(), match.end(), role)
        for role, pattern in _PHRASES
        for match in pattern.finditer(text)
    ]
    end = 0
    # Of two readings of the same words the longer one: equal senior authors are co-last.
    for start, stop, role in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= end:
            yield role, start, stop
            end = stop


def named_role(word: str) -> Role:
    """The role that one word of an annotation names; what is no known word is a lab's own role.

    >>> str(named_role("jointfirst")), str(named_role("equal:2")), str(named_role("postdoc"))
    ('equal', 'equal:2', 'postdoc')
    """
    known = _KINDS.get(re.sub(r"[\W_]+", "", word.casefold()))
    if known is not None:
        return known
    parsed = Role.parse(word)
    known = _KINDS.get(parsed.kind.casefold())
    if known is not None:
        return Role(kind=known.kind, group=max(parsed.group, known.group))
    said = next(roles_in(word), None)
    if said is not None:
        return said[0]
    return Role(kind=slug(parsed.kind) or word.strip(), group=parsed.group)


_EMPTY_WORDS = frozenset(
    {"my", "the", "a", "an", "as", "is", "are", "author", "authors", "our", "by", "me", "i", "who"}
)


def slug(phrase: str) -> str:
    """A short name for a role that a lab defines in words.

    >>> slug("My Mentored Student"), slug("co-supervised")
    ('mentored-student', 'co-supervised')
    """
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", phrase.casefold())
    return "-".join(word for word in words if word not in _EMPTY_WORDS)
