"""Reading BibTeX text: split, expand macros, inherit, and say what was wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence

from publist.problems import Problem, Severity
from publist.reading.bibtex.blocks import Block, Damage, EntryBlock, MacroBlock, Remark
from publist.reading.bibtex.inherit import inherit
from publist.reading.bibtex.macros import Macros
from publist.reading.bibtex.raw import RawBibliography, RawEntry
from publist.reading.bibtex.split import split
from publist.reading.bibtex.values import squeeze

__all__ = ["parse_bibtex"]

# BibTeX would read an entry on a line that begins with %; whoever typed the % meant to take
# it out. Its @ is put aside under a character that Unicode keeps free for such use.
_ENTRY_IN_COMMENT = re.compile(r"\ufdd0[ \t]*(\w+)[ \t]*[{(]")
_ASIDE = "\ufdd0"
_LISTS = ("keywords", "keyword")
_FENCE = re.compile(r"---[ \t]*\n(?:(.*?)\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)


def parse_bibtex(text: str, file: str) -> RawBibliography:
    r"""Read BibTeX or biblatex source into raw entries.

    Damage is never raised: a damaged entry is read as far as possible, and a problem says
    where and what to do. Entries with the same key are all kept, and reported. Of a field
    that stands in an entry twice the first is used, as in BibTeX, and the other is
    reported (keywords are put together); so is a macro that nobody defined, whose name is
    kept as the value.

    Args:
        text: The source; a byte order mark, any line ends and a Jekyll front matter may be
            in it.
        file: Its name, for messages.

    Returns:
        Entries, problems and remarks.

    >>> found = parse_bibtex('@string{ai = "Artif. Intell."} @article{a, journal = ai}', "x.bib")
    >>> found.entries
    (RawEntry(entry_type='article', key='a', fields={'journal': 'Artif. Intell.'}, line=1),)
    >>> print(parse_bibtex("@misc{b, title={T}\n year={2001}}", "x.bib").problems[0])
    x.bib:1: warning: b: There is no comma behind the value; add one. [missing-comma]
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    lines = _commented_entries(text)
    if lines:
        text = _put_aside(text, lines)
    macros, blocks = split(text)
    reading = _Reading(file, Macros(len(text), macros), masked=bool(lines))
    for block in blocks:
        reading.take(block)
    reading.compare_keys()
    entries, problems = inherit(reading.entries, file)
    return RawBibliography(entries, (*reading.problems, *problems), tuple(reading.remarks))


def _commented_entries(text: str) -> list[tuple[int, int]]:
    """Start and end of the lines that begin with ``%`` and have an ``@`` in them."""
    lines: list[tuple[int, int]] = []
    at = text.find("%")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[start:at].strip(" \t") == "" and text.find("@", at, end) >= 0:
            lines.append((start, end))
        at = text.find("%", end)
    return lines


def _put_aside(text: str, lines: Sequence[tuple[int, int]]) -> str:
    text = text.replace(_ASIDE, "\ufffd")
    parts: list[str] = []
    at = 0
    for start, end in lines:
        parts += [text[at:start], text[start:end].replace("@", _ASIDE)]
        at = end
    return "".join([*parts, text[at:]])


class _Reading:
    """What has been read of one source so far."""

    def __init__(self, file: str, macros: Macros, *, masked: bool) -> None:
        self.entries: list[RawEntry] = []
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self._file = file
        self._macros = macros
        self._masked = masked
        self._names: dict[str, str] = {}

    def take(self, block: Block) -> None:
        if isinstance(block, EntryBlock):
            self._take_entry(block)
        elif isinstance(block, MacroBlock):
            self._take_macro(block)
        else:
            self._take_remark(block)

    def _take_entry(self, block: EntryBlock) -> None:
        key = self._unmask(squeeze(block.key))
        if not key:
            key = f"entry-{block.line}"
            message = f"The entry has no key; it was given {key!r}. Give it one of its own."
            self._say("missing-key", message, block.line, key)
        elif " " in key:
            message = "The key has a blank in it, which no citation command can name."
            self._say("blank-in-key", message, block.line, key)
        for damage in block.damages:
            self._say_damage(damage, key)
        fields = self._fields(block, key)
        self.entries.append(RawEntry(block.entry_type.lower(), key, fields, block.line))

    def _fields(self, block: EntryBlock, key: str) -> dict[str, str]:
        fields: dict[str, str] = {}
        names = self._names
        for written, source, plain in block.fields:
            name = names.get(written) or names.setdefault(written, squeeze(written.lower()))
            if plain:
                value = squeeze(source)
            else:
                value, unknown = self._macros.evaluate(source)
                for macro in unknown:
                    self._say_unknown(macro, name, block.line, key)
            if name not in fields:
                fields[name] = self._unmask(value) if self._masked else value
            else:
                self._repeat(fields, name, value, block.line, key)
        return fields

    def _repeat(self, fields: dict[str, str], name: str, value: str, line: int, key: str) -> None:
        if not fields[name] or not value or value == fields[name]:
            fields[name] = fields[name] or value
            message = f"The field {name!r} is there twice; remove one."
            self._say("repeated-field", message, line, key, value, Severity.INFO)
            return
        if name in _LISTS:
            fields[name] = f"{fields[name]}, {value}"
            message = f"The field {name!r} is there twice; both were put together."
            self._say("repeated-field", message, line, key, value, Severity.INFO)
            return
        message = f"The field {name!r} is there twice with different values; the first is used."
        self._say("repeated-field", message, line, key, value)

    def _take_macro(self, block: MacroBlock) -> None:
        before = self._macros.own(block.name)
        value, unknown = self._macros.define(block.name, block.value)
        for macro in unknown:
            self._say_unknown(macro, "@string", block.line, block.name)
        if before is not None and before != value:
            message = "The macro is defined twice; each definition holds from its own line on."
            self._say("repeated-string", message, block.line, block.name, value)

    def _take_remark(self, block: Remark) -> None:
        text = block.text
        if self._masked:
            line, counted = block.line, 0
            for found in _ENTRY_IN_COMMENT.finditer(text):
                line += text.count("\n", counted, found.start())
                counted = found.start()
                message = "An entry on a line that begins with % was left out."
                self._say("commented-out", message, line, severity=Severity.INFO)
            text = self._unmask(text)
        for damage in block.damages:
            self._say_damage(damage, None)
        fence = _FENCE.match(text) if not self.entries and not self.remarks else None
        if fence:
            self.remarks.extend(part for part in [(fence[1] or "").strip()] if part)
            text = text[fence.end() :].strip()
        if text:
            self.remarks.append(text)

    def compare_keys(self) -> None:
        """Report entries whose key an earlier one has."""
        seen: dict[str, RawEntry] = {}
        for entry in self.entries:
            first = seen.setdefault(entry.key, entry)
            if first is entry:
                continue
            same = "with the same fields" if first.fields == entry.fields else "with other fields"
            message = f"The key is that of line {first.line} ({same}); both entries are kept."
            self._say("repeated-key", message, entry.line, entry.key)

    def _unmask(self, text: str) -> str:
        return text.replace(_ASIDE, "@")

    def _say_damage(self, damage: Damage, key: str | None) -> None:
        self._say(damage.code, damage.message, damage.line, key, damage.value, damage.severity)

    def _say_unknown(self, macro: str, field: str, line: int, key: str) -> None:
        message = (
            f"{macro!r} in {field} is no macro that was defined; its name is kept as text. "
            "Put it in braces or define it with @string."
        )
        self._say("unknown-string", message, line, key, macro)

    def _say(
        self,
        code: str,
        message: str,
        line: int,
        key: str | None = None,
        value: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> None:
        self.problems.append(
            Problem(
                severity=severity,
                code=code,
                message=message,
                file=self._file,
                line=line,
                key=key,
                value=value,
            )
        )
