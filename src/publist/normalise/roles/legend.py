"""Legends: the line of a page or a note that says what the marks mean."""

from __future__ import annotations

import re
from html import unescape

from publist.model import Role
from publist.names.marks import MARK_RUN, plain_mark, with_plain_marks
from publist.normalise.roles.words import roles_in, slug

__all__ = ["read_legend"]

# What parts one statement from the next.
_CLAUSES = re.compile(r"[;,\n|；，。、•·]|\.(?=\s|$)|\s+(?:and|und|et|y|e)\s+(?=[^\w\s]|$)")
_SAYS = re.compile(
    r"\b(?:denot\w+|indicat\w+|represents?|representing|means?|stands?\s+for|marks?|marked|refers?\s+to|"
    r"bezeichnet|steht\s+für|indique\w*|significa|indica\w*)\b|表示|代表|[:=：]|[–—-](?=\s)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(
    r"(?P<underlined>\bunderlin(?:ed?|ing)\b|\bunterstrichen\w*|\bsoulign\w*)"
    r"|(?P<bold>\bbold(?:ed|face|faced)?\b|\bfett\w*)",
    re.IGNORECASE,
)
_PUPILS = re.compile(
    r"\b(?:(?:under)?graduate|phd|doctoral|master'?s?)?\s*(?:students?|mentees?|advisees?|postdocs?|"
    r"interns?)\b",
    re.IGNORECASE,
)
_MARKDOWN_BOLD = re.compile(r"(\*\*|__)(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\1")
# A heading's signs are no marks; a single one may be, where a statement follows.
_HEADING = re.compile(
    r"^\s*#(?:#{1,5}\s|\s(?!\W*(?:denot|indicat|repres|means?\b|stands|marks|equal|corresp|co-|joint"
    r"|contrib|project|lead|[:=])))",
    re.MULTILINE | re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_MAX_WORDS = 16


def read_legend(text: str) -> dict[str, Role]:
    r"""Find out what the marks of a list mean, from the words of whoever typed it.

    Understood is any wording in which a mark and a role stand in one statement: mark first or
    last, with or without a verb, in brackets, several marks of one meaning, *respectively*.
    What is said of a mark and is no known role becomes a role of the lab's own, but only where
    the statement plainly is one. ``underlined`` and ``bold`` are keys for emphasis.

    Args:
        text: A line or more; Markdown, HTML and LaTeX may be in it.

    Returns:
        Roles by plain mark; empty where the text is no legend.

    >>> {mark: str(role) for mark, role in read_legend(
    ...     r"The \* represents the equal contribution, 📧 corresponding author, 💡 project lead."
    ... ).items()}
    {'*': 'equal', '✉': 'corresponding', '💡': 'lead'}
    >>> {mark: str(role) for mark, role in read_legend(
    ...     "[\\*: As Corresponding Author, †: My Mentored Student]"
    ... ).items()}
    {'*': 'corresponding', '†': 'mentored-student'}
    """
    found: dict[str, Role] = {}
    for line in _plain(text).splitlines():
        if len(line) <= 2000:
            for mark, role in _line(line).items():
                found.setdefault(mark, role)
    return found


def _plain(text: str) -> str:
    text = _HEADING.sub("", with_plain_marks(unescape(text)))
    text = _TAG.sub(" ", text)
    return _MARKDOWN_BOLD.sub(r"\2", text)


def _line(line: str) -> dict[str, Role]:
    known = any(True for _ in roles_in(line))
    if not known and not _SAYS.search(line) and not _EMPHASIS.search(line):
        return {}
    found = _emphasis(line)
    if not MARK_RUN.search(line):
        return found
    if re.search(r"\brespectively\b|\bresp\.", line, re.IGNORECASE):
        return found | _respectively(line)
    waiting: list[str] = []
    for clause in _CLAUSES.split(line):
        for marks, before, after in _statements(clause):
            phrase = f"{before} {after}"
            # Only of a mark that comes first can anything be said, not known roles alone.
            leads = not re.search(r"\w", before)
            role = _role(phrase) or (_lab_role(after, known=known) if leads else None)
            if role is None:
                # ``*, † equal contribution``: marks alone wait for what is said next.
                waiting = [*waiting, *marks] if not re.search(r"\w", phrase) else []
                continue
            for mark in (*waiting, *marks):
                found.setdefault(mark, role)
            waiting = []
    return found


def _statements(clause: str) -> list[tuple[list[str], str, str]]:
    """Marks of a clause with the words before and behind them that belong to them."""
    runs = list(MARK_RUN.finditer(clause))
    if not runs:
        return []
    marks = [plain_mark(run[0]) for run in runs]
    ends = [0, *(run.end() for run in runs)]
    starts = [*(run.start() for run in runs), len(clause)]
    texts = [clause[end:start] for end, start in zip(ends, starts, strict=True)]
    if len(marks) == 1:
        return [(marks, texts[0], texts[1])]
    before = any(True for _ in roles_in(texts[0]))
    if before and not re.search(r"\w", texts[-1]):
        return [([mark], text, "") for mark, text in zip(marks, texts[:-1], strict=True)]
    return [([mark], "", text) for mark, text in zip(marks, texts[1:], strict=True)]


def _role(phrase: str) -> Role | None:
    if len(phrase.split()) > _MAX_WORDS:
        return None
    said = next(roles_in(phrase), None)
    return said[0] if said else None


def _lab_role(phrase: str, *, known: bool) -> Role | None:
    """A role of the lab's own, where a legend stands or a verb says so."""
    verb = _SAYS.search(phrase)
    if not known and not (verb and verb[0][0].isalpha()):
        return None
    name = slug(_SAYS.sub(" ", phrase))
    return Role(kind=name) if name and name.count("-") < 5 else None


def _respectively(line: str) -> dict[str, Role]:
    marks = [plain_mark(found[0]) for found in MARK_RUN.finditer(line)]
    roles = [role for role, _, _ in roles_in(line)]
    return dict(zip(marks, roles, strict=False)) if len(marks) == len(roles) else {}


def _emphasis(line: str) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for clause in re.split(r"[;,\n]", line):
        emphasis = _EMPHASIS.search(clause)
        if not emphasis or MARK_RUN.search(clause):
            continue
        said = next(roles_in(clause), None)
        group = _PUPILS.search(clause)
        if said or group:
            role = said[0] if said else Role(kind=slug(group[0]) if group else "")
            found[emphasis.lastgroup or ""] = role
    return found
