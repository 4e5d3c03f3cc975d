"""Characters that copying and converting leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publist.check.findings import Edit, Hit, Rule, each
from publist.check.subject import Entry, WrittenField
from publist.problems import Severity

__all__ = ["RULES"]

# Soft hyphen, zero-width space, word joiner, byte order mark; not the joiners that scripts need.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_ENTITY = re.compile(r"\\?&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});")
_AMPERSAND = {"bibtex": r"\&", "yaml": "&"}
_TEXTS = frozenset(
    """
    title booktitle journal journaltitle venue publisher institution school series subtitle
    organization
    """.split()  # noqa: SIM905 - words
)


def _replaced(
    field: WrittenField, pattern: re.Pattern[str], by: dict[str, str]
) -> tuple[Edit, ...]:
    edits = []
    for found in pattern.finditer(field.value):
        start = field.start + found.start()
        edits.append(Edit(start, start + len(found[0]), by.get(found[0], "")))
    return tuple(edits)


def _invisible(entry: Entry) -> Iterator[Hit]:
    for name, field in _fields(entry):
        if not field.value.isascii() and _INVISIBLE.search(field.value):
            edits = _replaced(field, _INVISIBLE, {})
            message = f"{name} has characters that nobody sees; remove them."
            yield Hit(entry, message, (name,), field.value[:200], edits)


def _ligatures(entry: Entry) -> Iterator[Hit]:
    for name, field in _fields(entry):
        if not field.value.isascii() and _LIGATURE.search(field.value):
            edits = _replaced(field, _LIGATURE, _LIGATURES)
            message = f"{name} has ligatures such as 'ﬁ' as single characters; write the letters."
            yield Hit(entry, message, (name,), field.value[:200], edits)


def _lost(entry: Entry) -> Iterator[Hit]:
    for name, field in _fields(entry):
        if "\ufffd" in field.value:
            message = f"{name} has lost a character to a wrong encoding; type it again."
            yield Hit(entry, message, (name,), field.value[:200])


def _entities(entry: Entry) -> Iterator[Hit]:
    for name, field in _fields(entry):
        found = _ENTITY.findall(field.value) if name in _TEXTS else []
        if found:
            edits = _ampersands(entry, field) if set(found) <= {"&amp;", r"\&amp;"} else ()
            message = f"{name} has HTML in it ({found[0]}); write the character itself."
            yield Hit(entry, message, (name,), field.value[:200], edits)


def _ampersands(entry: Entry, field: WrittenField) -> tuple[Edit, ...]:
    by = dict.fromkeys(("&amp;", r"\&amp;"), _AMPERSAND[entry.form or "yaml"])
    # A plain YAML value may not begin with an ampersand.
    if entry.form == "yaml" and field.value.startswith("&"):
        return ()
    return _replaced(field, _ENTITY, by)


def _fields(entry: Entry) -> Iterator[tuple[str, WrittenField]]:
    if entry.written:
        yield from entry.written.fields.items()


RULES = (
    Rule(
        code="invisible-character",
        severity=Severity.WARNING,
        why="Soft hyphens and zero-width spaces are not seen, but keep words from being found "
        "and LaTeX from running.",
        bad="@misc{a, title = {Ana\u00adlytical engines}, author = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {Analytical engines}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_invisible),
        fixes=True,
    ),
    Rule(
        code="ligature",
        severity=Severity.WARNING,
        why="Ligatures as single characters come from PDF files; words with them are not found.",
        bad="@misc{a, title = {Eﬃcient engines}, author = {Lovelace, Ada}, year = 1843}",
        good="@misc{a, title = {Efficient engines}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_ligatures),
        fixes=True,
    ),
    Rule(
        code="character-lost",
        severity=Severity.WARNING,
        why="The replacement character stands where a program could not read a letter; what it "
        "was, only a person can tell.",
        bad="@misc{a, title = {Notes}, author = {M\ufffdller, Ada}, year = 1843}",
        good="@misc{a, title = {Notes}, author = {Müller, Ada}, year = 1843}",
        look=each(_lost),
    ),
    Rule(
        code="html-entity",
        severity=Severity.WARNING,
        why="HTML's names for characters mean nothing in a bibliography, and are printed as "
        "they are or stop LaTeX.",
        bad="@misc{a, title = {Engines &amp; looms}, author = {Lovelace, Ada}, year = 1843}",
        good=r"@misc{a, title = {Engines \& looms}, author = {Lovelace, Ada}, year = 1843}",
        look=each(_entities),
        fixes=True,
    ),
)
