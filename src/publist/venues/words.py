"""The words of a printed venue: folded for comparing, and sorted into name and trimmings.

Two strings name one venue when the words that matter are the same in the same order:
``Proceedings of the 39th International Conference on Machine Learning`` and ``Int. Conf. on
Machine Learning 2022`` both come down to *conference machine learning*.
"""

# ruff: noqa: SIM905  (tables of words read best as lines of words)

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from publist.accents import without_accents

__all__ = [
    "KINDS",
    "Sort",
    "Word",
    "acronym_key",
    "balanced",
    "fold",
    "is_acronym",
    "name_key",
    "title_key",
    "topic_key",
    "words_of",
]

KINDS = frozenset(
    """
    conference symposium workshop congress meeting forum summit colloquium convention school
    hackathon challenge tagung fachtagung konferenz jahrestagung congreso conferencia
    simposio colloque conference jornada jornadas atelier
    """.split()
)
"""Words that say what sort of gathering it is, folded."""


class Sort(IntEnum):
    """What a word does in a printed venue."""

    NAME = 0
    STOP = 1
    """Articles, prepositions and joining words."""
    ORDINAL = 2
    YEAR = 3
    NUMBER = 4
    TRIM = 5
    """Words that editions add and drop at will: *annual*, *international*, sponsors."""
    FRONT = 6
    """*Proceedings* and its like in front of a name."""


@dataclass(slots=True)
class Word:
    """One word of a printed venue.

    Args:
        text: As printed.
        key: Folded: lower case, no accents, singular, abbreviations of kinds written out.
        start: Where it begins in the text.
        end: Where it ends.
        broken: Whether punctuation sets it off from the word before.
        sort: What it does.
    """

    text: str
    key: str
    start: int
    end: int
    broken: bool
    sort: Sort


# A star or a hash is part of *SEM and #SMM4H; an ampersand or a plus joins S&P and CODES+ISSS.
_WORD = re.compile(r"\*?[^\W_]+(?:[&+][^\W_]+)*(?:['’][sl](?![^\W_]))?")
_GLUED_YEAR = re.compile(r"([A-Za-z][A-Za-z&+*]*?)((?:19|20)\d\d)|([A-Z]{2,})([0-3]\d|[89]\d)")
_DIGITS = re.compile(r"\d+(?:st|nd|rd|th|eme|er|e|a|o|ª|º)?")
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LATIN = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae"})

_STOP = frozenset(
    """
    the of on in for and a an to by at with from as held organized collocated colocated de
    la le les des du et der die das und fur für von zu zur im di del della dei e y el los
    las en sur o da do dos em
    """.split()
)
_ORDINALS = frozenset(
    """
    first second third fourth fifth sixth seventh eighth eigth ninth tenth eleventh twelfth
    twelveth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    twentieth thirtieth fortieth fourtieth fiftieth sixtieth seventieth eightieth ninetieth
    hundredth twenty thirty forty fourty fifty sixty seventy eighty ninety inaugural
    premiere primera primer erste ersten edition
    """.split()
)
_TRIM = frozenset(
    """
    annual international national biennial biannual ieee acm cvf rsj ras siam usenix ifip
    eatcs ccf caai sigkdd sigchi sigact sigsoft sigplan sigops sigarch sigmm sigmobile
    sigbed sigsac sigsam sigapp sigdoc sigaccess sigecom sigevo sigai sigcas ims asp
    computersociety ifaamas ieice ispd asme
    """.split()
)
_FRONT = frozenset(("proceeding", "proc", "proceedings", "procedia"))
_SPELT_OUT = {
    "conf": "conference",
    "confs": "conference",
    "symp": "symposium",
    "sympos": "symposium",
    "symposia": "symposium",
    "wksp": "workshop",
    "wkshp": "workshop",
    "wkshps": "workshop",
    "workshp": "workshop",
    "ws": "workshop",
    "intl": "international",
    "int": "international",
    "internat": "international",
    "internationnal": "international",
    "natl": "national",
    "ann": "annual",
    "annu": "annual",
    "trans": "transaction",
    "jnl": "journal",
    "jour": "journal",
    "assoc": "association",
    "soc": "society",
    "mtg": "meeting",
    "sci": "science",
    "eng": "engineering",
    "adv": "advance",
    "lett": "letter",
    "mag": "magazine",
    "rev": "review",
    "acte": "proceeding",
    "actes": "proceeding",
    "actas": "proceeding",
    "nlp": "natural language processing",
    "ai": "artificial intelligence",
    "ml": "machine learning",
    "mt": "machine translation",
    "hci": "human computer interaction",
    "hlt": "human language technology",
}


def fold(text: str) -> str:
    """Lower case without accents, for comparing.

    >>> fold("Café Øresund")
    'cafe oresund'
    """
    if text.isascii():
        return text.lower()
    return without_accents(text.translate(_LATIN)).lower()


@lru_cache(maxsize=32768)
def _key_and_sort(text: str) -> tuple[str, Sort]:
    key = fold(text).replace("'", "").replace("’", "")
    if key[0].isdigit() and _DIGITS.fullmatch(key):
        if not key.isdigit():
            return key, Sort.ORDINAL
        year = len(key) == 4 and 1800 <= int(key) < 2100
        return key, Sort.YEAR if year else Sort.NUMBER
    if key in _STOP:
        return key, Sort.STOP
    if key in _ORDINALS:
        return key, Sort.ORDINAL
    if text.isupper() and _ROMAN.fullmatch(text):
        return key, Sort.NUMBER
    key = _singular(_SPELT_OUT.get(key, key))
    if key in _TRIM:
        return key, Sort.TRIM
    return key, Sort.FRONT if key in _FRONT else Sort.NAME


def _singular(key: str) -> str:
    if len(key) < 5 or not key.endswith("s") or key.endswith(("ss", "us", "is")):
        return key
    return key[:-3] + "y" if key.endswith("ies") else key[:-1]


def words_of(text: str) -> list[Word]:
    """Take a printed venue apart.

    >>> [(word.key, word.sort.name) for word in words_of("Proc. of the 39th ICML'22")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('proc', 'FRONT'), ('of', 'STOP'), ('the', 'STOP'), ('39th', 'ORDINAL'), ('icml', 'NAME'),
     ('22', 'NUMBER')]
    """
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        piece, start, end = match[0], match.start(), match.end()
        broken = bool(found) and _breaks(text[last:start], found[-1])
        glued = _GLUED_YEAR.fullmatch(piece) if piece[-1].isdigit() else None
        if glued:
            letters, digits = glued[1] or glued[3], glued[2] or glued[4]
            middle = start + len(letters)
            found.append(Word(letters, *_split_key(letters, start, middle, broken=broken)))
            found.append(Word(digits, *_split_key(digits, middle, end, broken=False)))
        else:
            found.append(Word(piece, *_split_key(piece, start, end, broken=broken)))
        last = end
    return found


def _split_key(
    text: str, start: int, end: int, *, broken: bool
) -> tuple[str, int, int, bool, Sort]:
    key, sort = _key_and_sort(text)
    return key, start, end, broken, sort


def _breaks(between: str, before: Word) -> bool:
    """Whether the characters between two words set the second off from the first."""
    if between in (" ", "-", "'", "’", "–"):
        return False
    if between == ". ":
        # A full stop behind a long word or a number ends something; behind a short one it may
        # as well be an abbreviation's.
        return before.sort in (Sort.YEAR, Sort.NUMBER) or before.end - before.start > 9
    return not between.isspace() and between not in ("/", " & ", ".-", " *", ". & ")


def balanced(text: str) -> str:
    """A text without a bracket that nothing closes, and what it would hold.

    >>> balanced("Language Modeling (LM"), balanced("Modeling)"), balanced("A (B) C")
    ('Language Modeling', 'Modeling', 'A (B) C')
    """
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at)
        elif char == ")":
            if not opened:
                return text[:at].rstrip()
            opened.pop()
    return text[: opened[0]].rstrip() if opened else text


def is_acronym(text: str) -> bool:
    """Whether a word looks like an acronym: at least two capitals, or capitals with digits.

    >>> [is_acronym(word) for word in ("ICML", "NeurIPS", "KDD", "Learning", "A")]
    [True, True, True, False, False]
    """
    capitals = sum(1 for char in text if char.isupper())
    return capitals >= 2 and capitals * 3 >= len(text)


def name_key(text: str) -> str:
    """The words that matter of a conference's or workshop's name, joined by spaces.

    >>> name_key("Proceedings of the 39th International Conference on Machine Learning")
    'conference machine learning'
    """
    found = [_key_and_sort(word) for word in _WORD.findall(text)]
    return " ".join([key for key, sort in found if not sort])


def acronym_key(text: str) -> str:
    """A short name folded, its parts joined by spaces.

    >>> acronym_key("ACL-IJCNLP"), acronym_key("ACM e-Energy")
    ('acl ijcnlp', 'acm e energy')
    """
    return " ".join(_WORD.findall(fold(text)))


_FORMS = KINDS | {"joint"}


def topic_key(key: str) -> str:
    """What a name's key is about: without *workshop* and its like.

    >>> topic_key(name_key("Events and Stories in the News Workshop"))
    'event story news'
    """
    return " ".join([word for word in key.split() if word not in _FORMS])


_TITLE_STOP = frozenset(("the", "of", "on", "in", "for", "and", "und", "et"))
_TITLE_WORD = re.compile(r"[^\W_]+")


def title_key(text: str) -> str:
    """All words of a journal's title but the smallest, joined by spaces.

    Abbreviations keep their form: they are compared with the catalogue's abbreviations.

    >>> title_key("The Journal of the ACM"), title_key("IEEE Trans. Inf. Theory")
    ('journal acm', 'ieee trans inf theory')
    """
    return " ".join([word for word in _TITLE_WORD.findall(fold(text)) if word not in _TITLE_STOP])
