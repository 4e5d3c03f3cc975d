"""Titles: capitals throughout, words that ran together, quotes and maths that do not close."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from publist.check.findings import Hit, Rule, each
from publist.check.subject import Entry, Subject
from publist.problems import Severity
from publist.venues import Catalogue

__all__ = ["RULES"]

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = ("title", "booktitle", "journal", "journaltitle", "venue")


def _capitals(entry: Entry) -> Iterator[Hit]:
    title = entry.record.title.plain
    words = [word for word in _WORD.findall(title) if len(word) > 2]
    letters = sum(map(len, words))
    if len(words) >= 4 and letters >= 20 and all(word.isupper() for word in words):
        message = "The title is in capitals throughout; type it as a sentence or with capitals."
        yield Hit(entry, message, ("title",), title)


def _missing(entry: Entry) -> Iterator[Hit]:
    if not entry.record.title.plain.strip():
        yield Hit(entry, "There is no title; add one.")


# Short function words that a neighbour swallows when a space is lost. Left out are those with
# which real words begin or end all the time (in, on, an, to, over, under, for- …).
_BEHIND = ("using", "with", "from", "for", "and", "the", "via", "of")
_BEFORE = ("using", "with", "from", "and", "the", "into")
_REAL = frozenset(
    """
    forgetting forgiving withholding withstanding therefor thereof whereof hereof forthwith
    therewith herewith wherewith theorem therapist withdrawal withdrawing withstand
    """.split()  # noqa: SIM905 - words
)
_LEAST = 5


def _lost_spaces(subject: Subject) -> Iterator[Hit]:
    """Words that stand there once, and are a known word and a function word."""
    known = _known_words(subject)
    for entry in subject.entries:
        for word in _WORD.findall(entry.record.title.plain):
            if (parts := _parted(word, known)) is not None:
                message = f"{word!r} looks like {' '.join(parts)!r} with its space lost; add it."
                yield Hit(entry, message, ("title",), word)


def _known_words(subject: Subject) -> Counter[str]:
    """Words of titles, abstracts and venues, each as often as texts have it."""
    texts = [
        text.plain
        for entry in subject.entries
        for text in (entry.record.title, entry.record.container, entry.record.abstract)
    ]
    known: Counter[str] = Counter()
    for text in texts:
        known.update({word.lower() for word in _WORD.findall(text)})
    return known + _words_of_venues(subject.catalogue)


@lru_cache(maxsize=1)
def _words_of_venues(catalogue: Catalogue) -> Counter[str]:
    names = (name for venue in catalogue.entries.values() for name in venue.all_names)
    return Counter(word.lower() for name in names for word in _WORD.findall(name))


def _parted(word: str, known: Counter[str]) -> tuple[str, str] | None:
    low = word.lower()
    if len(word) < _LEAST + 2 or word[1:] != low[1:] or known[low] > 1 or low.rstrip("s") in _REAL:
        return None
    for small in _BEHIND:
        rest = low.removesuffix(small)
        if rest != low and len(rest) >= _LEAST and known[rest]:
            return word[: len(rest)], small
    for small in _BEFORE:
        rest = low.removeprefix(small)
        if rest != low and len(rest) >= _LEAST and known[rest]:
            return word[: len(small)], rest
    return None


_DOLLAR = re.compile(r"\\.|(\$\$?)", re.DOTALL)


def _maths(entry: Entry) -> Iterator[Hit]:
    if entry.form != "bibtex":
        return
    for name in _TITLES:
        raw = entry.raw(name)
        if raw and "$" in raw.value:
            dollars = sum(bool(found[1]) for found in _DOLLAR.finditer(raw.value))
            if dollars % 2:
                message = f"A '$' of {name} has no partner; close the formula, or write '\\$'."
                yield Hit(entry, message, (name,), raw.value)


def _brackets(entry: Entry) -> Iterator[Hit]:
    title = entry.record.title.plain
    opened, closed = sum(map(title.count, "([")), sum(map(title.count, ")]"))
    # An interval such as [0, 1) is well closed; 'a)' and '1)' count and need no partner.
    listed = len(re.findall(r"(?<![^\s(])\w\)", title)) if closed > opened else 0
    if opened != closed and closed - listed != opened:
        yield Hit(
            entry, "A bracket of the title has no partner; close or drop it.", ("title",), title
        )


def _quotes(entry: Entry) -> Iterator[Hit]:
    title = entry.record.title.plain
    straight = len(re.findall(r'(?<!\d)"', title))
    german = title.count("„")
    opened, closed = title.count("“"), title.count("”")
    uneven = opened + closed != 2 * german if german else opened != closed
    if (straight % 2 and title.count('"') % 2) or uneven:
        message = "A quotation mark of the title has no partner; close or drop it."
        yield Hit(entry, message, ("title",), title)


RULES = (
    Rule(
        code="title-missing",
        severity=Severity.WARNING,
        why="A work without a title cannot be listed, found or told from another.",
        bad="@misc{a, author = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {Notes}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_missing),
    ),
    Rule(
        code="title-capitals",
        severity=Severity.WARNING,
        why="Styles can make capitals out of small letters, but not find out again which of "
        "the capitals are part of a name or an acronym.",
        bad="@misc{a, title = {NOTES ON THE ANALYTICAL ENGINE}, author = {Lovelace, Ada}, "
        "year = 1843}",
        good="@misc{a, title = {Notes on the analytical engine}, author = {Lovelace, Ada}, "
        "year = 1843}",
        look=each(_capitals),
    ),
    Rule(
        code="lost-space",
        severity=Severity.WARNING,
        why="Two words that ran together, as copying from a PDF makes them, are not found by "
        "searches and keep duplicates apart.",
        bad="@misc{a, title = {A surveyof engines}, author = {Lovelace, Ada}, year = 1843}\n"
        "@misc{b, title = {Another survey}, author = {Lovelace, Ada}, year = 1844}",
        good="@misc{a, title = {A survey of engines}, author = {Lovelace, Ada}, year = 1843}\n"
        "@misc{b, title = {Another survey}, author = {Lovelace, Ada}, year = 1844}",
        look=_lost_spaces,
    ),
    Rule(
        code="maths-unbalanced",
        severity=Severity.WARNING,
        why="LaTeX stops at a formula that is not closed, and other readers guess where it ends.",
        bad="@misc{a, title = {Costs below $5 an hour}, author = {Lovelace, Ada}, year = 1843}",
        good=r"@misc{a, title = {Costs below \$5 an hour}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_maths),
    ),
    Rule(
        code="brackets-unbalanced",
        severity=Severity.WARNING,
        why="A bracket without its partner mostly means that a part of the title is lost.",
        bad="@misc{a, title = {Notes (with a table}, author = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {Notes (with a table)}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_brackets),
    ),
    Rule(
        code="quotes-unbalanced",
        severity=Severity.WARNING,
        why="A stray quotation mark mostly is a leftover of copying, and spoils the quotation "
        "marks that styles put around titles.",
        bad='@misc{a, title = {Notes on engines"}, author = {Lovelace, Ada}, year = 1843}',
        good="@misc{a, title = {Notes on engines}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_quotes),
    ),
)
