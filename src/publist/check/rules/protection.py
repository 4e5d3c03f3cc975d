"""Words of BibTeX titles that a style would set in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.findings import Edit, Hit, Rule, each
from publist.check.subject import Entry, Subject
from publist.problems import Severity

__all__ = ["RULES"]

# Groups, formulas and commands are passed over; BibTeX leaves the first two alone.
_TOKEN = re.compile(r"\\[A-Za-z]+\s*|\\.|[{}$]|[^\W_]+|[:.?!]", re.DOTALL)
_CAPITALS = re.compile(r".[^\W\d_]*\d*[A-Z]|\d[A-Z]")
_ENDS = ":.?!"
_MARKS = frozenset("{}$" + _ENDS)
_ROMAN = re.compile(r"[IVX]+")
# People, places and peoples that titles are full of; here only because a title with capitals
# throughout shows no names.
_NAMES = frozenset(
    """
    Abelian African American Arabic Asian Bayes Bayesian Bellman Bernoulli Boltzmann Boolean
    Brownian Chinese Dirichlet Dutch Einstein English Euclidean Euler Eulerian European Fourier
    French Gauss Gaussian German Gibbs Hamilton Hamiltonian Hausdorff Hilbert Indian Italian
    Jacobian Japanese Kalman Korean Lagrange Lagrangian Langevin Laplace Laplacian Latin
    Lipschitz Lyapunov Markov Markovian Nash Newton Newtonian Pareto Poisson Portuguese Python
    Riemann Riemannian Russian Schrödinger Shannon Spanish Stackelberg Stokes Sobolev Swiss
    Turing Turkish Wasserstein Wiener Wikipedia
    """.split()  # noqa: SIM905 - words
)
# So many of the other words in lower case mean that capitals are on purpose.
_SENTENCE = 0.75
_SMALL = 3
_SMALL_WORD = re.compile(r"\b[a-z]{3,}\b")


def _unprotected(entry: Entry) -> Iterator[Hit]:
    if entry.form != "bibtex" or entry.record.type == "software":
        return
    raw = entry.raw("title")
    if raw is None or raw.value == raw.value.upper():
        return
    found = [*_words(raw.value)]
    shouted = _is_shouted(found)
    kept = [
        (at, word)
        for at, word, first in found
        if (_has_capitals(word, first) and not (shouted and word.isupper()))
        or (word in _NAMES and not first)
    ]
    if kept:
        words = ", ".join(dict.fromkeys(word for _, word in kept))
        message = f"Styles that set titles in lower case spoil {words}; put braces around."
        edits = tuple(
            Edit(raw.start + at, raw.start + at + len(word), "{" + word + "}") for at, word in kept
        )
        yield Hit(entry, message, ("title",), words, edits)


def _words(title: str) -> Iterator[tuple[int, str, bool]]:
    """Unprotected words with their places, and whether a sentence begins there."""
    depth, maths, first = 0, False, True
    for found in _TOKEN.finditer(title):
        piece = found[0]
        if piece in _MARKS:
            depth += {"{": 1, "}": -1}.get(piece, 0)
            maths ^= piece == "$"
            first = piece in _ENDS
        else:
            plain = piece[0] != "\\" and not depth and not maths
            if plain and not _touches(title, found):
                yield found.start(), piece, first
            first = False


def _touches(title: str, found: re.Match[str]) -> bool:
    """Whether a word is part of one with an accent command or a group in it."""
    before = title[max(found.start() - 1, 0) : found.start()]
    after = title[found.end() : found.end() + 1]
    return before in ("}", "\\", "'") or after in ("{", "\\")


def _has_capitals(word: str, first: bool) -> bool:  # noqa: FBT001 - one of a word's facts
    """Whether a word has capitals beyond its first letter; II at the start is a numeral."""
    return bool(_CAPITALS.match(word)) and not (first and _ROMAN.fullmatch(word))


def _is_shouted(words: list[tuple[int, str, bool]]) -> bool:
    """Whether capitals say nothing, as most words of the title are in capitals."""
    long = [word for _, word, _ in words if len(word) > _SMALL]
    return len(long) > 1 and 2 * sum(word.isupper() for word in long) > len(long)


def _names(subject: Subject) -> Iterator[Hit]:
    """Words with a capital in a title that has them only where names are."""
    common = {
        word
        for entry in subject.entries
        for word in _SMALL_WORD.findall(f"{entry.record.title.plain} {entry.record.abstract.plain}")
    }
    for entry in subject.entries:
        raw = entry.raw("title") if entry.form == "bibtex" else None
        words = [*_words(raw.value)] if raw else []
        names = [word for _, word, first in words if not first and _is_name(word, common)]
        if names and _is_sentence(words):
            shown = ", ".join(dict.fromkeys(names))
            message = f"If {shown} is a name, put braces around it; else begin it small."
            yield Hit(entry, message, ("title",), shown)


def _is_name(word: str, common: set[str]) -> bool:
    if len(word) < _SMALL or not word.isalpha() or word != word.capitalize():
        return False
    return word not in _NAMES and word.lower() not in common


def _is_sentence(words: list[tuple[int, str, bool]]) -> bool:
    """Whether a title has capitals only where names are."""
    long = [word for _, word, first in words if len(word) > _SMALL and not first]
    small = sum(word[0].islower() for word in long)
    return len(long) >= 4 and small >= _SENTENCE * len(long)


RULES = (
    Rule(
        code="title-unprotected",
        severity=Severity.WARNING,
        why="Many BibTeX and CSL styles set titles in lower case, and leave alone only what "
        "stands in braces: BERT becomes Bert, Markov markov.",
        bad="@misc{a, title = {Training BERT with Markov Chains}, author = {Lovelace, Ada}, "
        "year = 1843}",
        good="@misc{a, title = {Training {BERT} with {Markov} Chains}, author = {Lovelace, Ada}, "
        "year = 1843}",
        look=each(_unprotected),
        fixes=True,
    ),
    Rule(
        code="title-name",
        severity=Severity.INFO,
        why="A capital in the middle of a title mostly begins a name, which styles that set "
        "titles in lower case spoil unless it stands in braces.",
        bad="@misc{a, title = {The looms and engines that Jacquard built for weaving}, "
        "author = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {The looms and engines that {Jacquard} built for weaving}, "
        "author = {Lovelace, Ada}, year = 1843}",
        look=_names,
    ),
)
