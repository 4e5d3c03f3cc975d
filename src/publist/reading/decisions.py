"""``pubs.decisions.yaml``: what people decided about pairs of records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from publist.errors import ProjectError
from publist.files import write_whole
from publist.model import Ruling, Saying, Side, Source
from publist.problems import Problem, Severity
from publist.reading import values
from publist.reading.encoding import decode
from publist.reading.values import Mapping, Place, Value, as_text, plain
from publist.reading.yaml_values import parse_yaml

__all__ = [
    "add_decisions",
    "decisions_from_text",
    "decisions_to_text",
    "read_decisions",
    "write_decisions",
]

_HEADER = """\
# Which entries are one publication (same), versions of one work (versions), or two works
# (different). Entries are found again by their identifiers, titles, authors, years and keys;
# it does no harm when some of these change. A note may be added to any decision.
"""
_NAMES = ("title", "by", "year", "key", "ids", "file")
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()’+–-]|:(?=[^\s,\[\]{}])){0,200}")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def read_decisions(path: str | Path) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """Read a file of decisions.

    Args:
        path: A YAML file: a list of decisions, each with two entries under ``same``,
            ``versions`` or ``different``, and perhaps a ``note``.

    Returns:
        The decisions in the order of the file, and what was wrong.

    Raises:
        ProjectError: The file is missing, or is no text.
    """
    text, problems = _text_of(path)
    rulings, found = decisions_from_text(text, str(path))
    return rulings, (*problems, *found)


def _text_of(path: str | Path) -> tuple[str, tuple[Problem, ...]]:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise ProjectError(f"It cannot be read: {error.strerror}.", file=str(path)) from error
    return decode(data, str(path))


def decisions_from_text(text: str, file: str) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """Read the text of a file of decisions; see :func:`read_decisions`.

    >>> text = "- different: [{key: tang24}, {key: tang24a}]"
    >>> [(ruling.says.value, ruling.b.key) for ruling in decisions_from_text(text, "f")[0]]
    [('different', 'tang24a')]
    """
    found, problems = parse_yaml(text, file)
    reading = _Reading(file, list(problems))
    rulings: list[Ruling] = []
    for value in found:
        if isinstance(value, values.Sequence):
            rulings += [ruling for item in value.items for ruling in reading.rulings(item)]
        elif not (isinstance(value, values.Scalar) and value.kind == "null"):
            reading.report("Expected a list of decisions (- same: […]).", value.place)
    return tuple(rulings), tuple(reading.problems)


class _Reading:
    """Decisions while they are read, with what is wrong with them."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def report(self, message: str, place: Place) -> None:
        self.problems.append(
            Problem(
                severity=Severity.WARNING,
                code="decisions",
                message=message,
                file=self.file,
                line=place.line,
                column=place.column,
            )
        )

    def rulings(self, value: Value) -> Iterator[Ruling]:
        if not isinstance(value, Mapping):
            self.report("Expected a decision (same, versions or different).", value.place)
            return
        note = value.items.get("note")
        said = False
        for name, item, place in value:
            if name in set(Saying):
                said = True
                yield from self._ruling(Saying(name), item, place, as_text(note) if note else None)
            elif name != "note":
                self.report(f"{name!r} is none of same, versions, different and note.", place)
        if not said:
            self.report("Expected one of same, versions and different here.", value.place)

    def _ruling(
        self, says: Saying, value: Value, place: Place, note: str | None
    ) -> Iterator[Ruling]:
        if not isinstance(value, values.Sequence) or len(value.items) != 2:
            self.report(f"Expected two entries under {says.value!r}.", place)
            return
        a, b = (self._side(item) for item in value.items)
        source = Source(file=self.file, line=place.line)
        yield Ruling(says=says, a=a, b=b, note=note, source=source)

    def _side(self, value: Value) -> Side:
        if not isinstance(value, Mapping):
            return Side(key=as_text(value))
        said = {name: item for name, item, _ in value}
        for name, _, place in value:
            if name not in _NAMES:
                self.report(
                    f"{name!r} says nothing of an entry; known: {', '.join(_NAMES)}.", place
                )
        year = plain(said["year"]) if "year" in said else None
        ids = said.get("ids")
        return Side(
            year=year if isinstance(year, int) and not isinstance(year, bool) else None,
            ids=tuple(as_text(item) for item in _items(ids)),
            **{
                name: as_text(said[name]) for name in ("title", "by", "key", "file") if name in said
            },
        )


def _items(value: Value | None) -> list[Value]:
    if value is None:
        return []
    return value.items if isinstance(value, values.Sequence) else [value]


def write_decisions(path: str | Path, rulings: Sequence[Ruling]) -> None:
    """Write a file of decisions anew, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    write_whole(path, decisions_to_text(rulings))


def add_decisions(path: str | Path, rulings: Sequence[Ruling]) -> None:
    """Add decisions to the end of a file, which is begun if it is not there.

    What stands in the file stays as it is, comments included.

    Raises:
        ProjectError: The file cannot be read, or is not a list that can be added to.
        OutputError: The file cannot be written.
    """
    if not Path(path).exists():
        write_decisions(path, rulings)
        return
    text, _ = _text_of(path)
    before, problems = decisions_from_text(text, str(path))
    joined = text.rstrip() + "\n\n" + _listed(rulings)
    after, more = decisions_from_text(joined, str(path))
    # Where a list is written in brackets nothing can be put behind it.
    if len(after) != len(before) + len(rulings) or len(more) > len(problems):
        message = "No decision can be added here; write it as a list with a dash for each."
        raise ProjectError(message, file=str(path))
    write_whole(path, joined)


def decisions_to_text(rulings: Iterable[Ruling]) -> str:
    r"""The text of a file of decisions.

    >>> a, b = Side(title="Deep Models", by="Tang", year=2024, key="a"), Side(key="b")
    >>> print(decisions_to_text([Ruling(says=Saying.VERSIONS, a=a, b=b)]).partition("\n\n")[2])
    - versions:
        - title: Deep Models
          by: Tang
          year: 2024
          key: a
        - key: b
    <BLANKLINE>
    """
    return f"{_HEADER}\n{_listed(rulings)}"


def _listed(rulings: Iterable[Ruling]) -> str:
    return "\n".join("\n".join(_lines(ruling)) + "\n" for ruling in rulings)


def _lines(ruling: Ruling) -> Iterator[str]:
    yield f"- {ruling.says.value}:"
    for side in (ruling.a, ruling.b):
        prefix = "    - "
        for name in _NAMES:
            value = getattr(side, name)
            if value or name == "key":
                yield f"{prefix}{name}: {_shown(value)}"
                prefix = "      "
    if ruling.note:
        yield f"  note: {_shown(ruling.note)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_quoted(member) for member in value)}]"
    return str(value) if isinstance(value, int) else _quoted(str(value))


def _quoted(text: str) -> str:
    """A text as a YAML scalar, in quotes where it would be read as something else."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS:
        return text
    # JSON is YAML but for characters that YAML wants escaped.
    return re.sub(
        "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]",
        lambda found: f"\\u{ord(found[0]):04x}",
        json.dumps(text, ensure_ascii=False),
    )
