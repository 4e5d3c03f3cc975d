"""The fields of one entry, read so that an error costs as little as possible."""

from __future__ import annotations

import re

from publist.reading.bibtex.blocks import Damage
from publist.reading.bibtex.layout import Layout

__all__ = ["FieldReader"]

_NAME = r"[^\s={}(),\"#%@\\][^={}(),\"#%@\\\n]*?"
_GAP = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_BLANK = re.compile(r"(?:\s++|%[^\n]*+)*+")
_FIELD = re.compile(rf"({_NAME})[ \t]*(=)\s*")
_NO_EQUALS = re.compile(r"([A-Za-z][\w-]*)[ \t]*(?=[{\"])")
_BARE = re.compile(r"[^\s,{}\"#=()%]++")
_QUOTE_MARK = {True: re.compile(r'\\.|[{}"]', re.DOTALL), False: re.compile(r'[{}"]')}
# Where a value that does not end as it should is taken to end: before the next field, or
# before a line that holds nothing but the end of the entry.
_BOUNDARY = re.compile(
    r",\s*+(?=[A-Za-z][\w+.:-]*[ \t]*=\s*+[\w{\"])"
    r"|\n[ \t]*+(?=[A-Za-z][\w+.:-]*[ \t]*=\s*+[{\"])"
    r"|\n[ \t]*+(?=[})][ \t]*(?:\n|\Z))"
)
_BEHIND_END = re.compile(r"\s*+,?\s*+[A-Za-z][\w+.:-]*+\s*+=\s*+[{\"]")
_KEY = re.compile(r"\s*+([^,={}\"#%\n]*+)")
_ENTRY = re.compile(r"@(\w[\w-]*)[ \t]*[{(]")
_STRAY_END = re.compile(r"[,})\n@]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ESCAPED_OR_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


class FieldReader:
    """Reads one entry; what it found out stays in ``fields`` and ``damages``.

    Args:
        text: The whole source.
        layout: Its layout.
        limit: Where the next entry starts.
        opening: The delimiter of the entry, ``{`` or ``(``.
        escapes: Whether a brace behind a backslash does not count. BibTeX counts it, the
            people who write it mostly do not.
    """

    def __init__(
        self, text: str, layout: Layout, limit: int, opening: str, *, escapes: bool
    ) -> None:
        self.fields: list[tuple[str, str]] = []
        self.damages: list[Damage] = []
        self._text = text
        self._layout = layout
        self._limit = limit
        self._closing = "}" if opening == "{" else ")"
        self._escapes = escapes

    def entry(self, at: int) -> tuple[str, int]:
        """Read key and fields from behind the opening delimiter.

        Returns:
            The key, and where the entry ends.
        """
        key, at = self._key(at)
        while True:
            at = self._skip(_GAP, at)
            if at >= self._limit or self._is_next_entry(at):
                self._damage("unclosed-entry", "The entry is not closed; add a brace.", at - 1)
                return key, min(at, self._limit)
            if self._text[at] in "})":
                ended = self._end(at)
                if ended:
                    return key, at + 1
                at += 1
            else:
                at = self._field(at)

    def _is_next_entry(self, at: int) -> bool:
        """Whether the next entry starts here, in the middle of a line."""
        found = _ENTRY.match(self._text, at, self._limit) if self._text[at] == "@" else None
        return found is not None and self._layout.is_entry(found[1].lower(), found.end())

    def _end(self, at: int) -> bool:
        """Whether the closing delimiter here is the end: fields behind it say it is not."""
        if self._text[at] != self._closing:
            self._damage("stray-brace", f"A stray {self._text[at]!r} was passed over.", at)
            return False
        if _BEHIND_END.match(self._text, at + 1, self._limit):
            self._damage("stray-brace", "One closing brace too many was passed over.", at)
            return False
        return True

    def _key(self, at: int) -> tuple[str, int]:
        found = _KEY.match(self._text, at, self._limit)
        assert found is not None
        key, end = found[1], found.end()
        if self._closing == ")" and ")" in key:
            key, _, _ = key.partition(")")
            end = found.start(1) + len(key)
        after = self._text[end : min(end + 1, self._limit)]
        if after == "=":
            return "", at
        if after not in (",", self._closing):
            self._damage("missing-comma", "There is no comma behind the key; add one.", end)
        return key.strip(), end

    def _field(self, at: int) -> int:
        found = _FIELD.match(self._text, at, self._limit)
        if found is None:
            found = _NO_EQUALS.match(self._text, at, self._limit)
            if found is None:
                return self._stray(at)
            self._damage("missing-equals", f"There is no '=' behind {found[1]!r}; add one.", at)
        expression, end = self.value(found.end())
        self.fields.append((found[1].strip(), expression))
        return end

    def _stray(self, at: int) -> int:
        """Pass over text that is no field."""
        end = at + 1
        boundary = _STRAY_END.search(self._text, end, self._limit)
        end = boundary.start() if boundary else self._limit
        if self._text[at] == "{":
            closing = self._layout.closing(at, escapes=self._escapes)
            if closing is not None and closing < self._limit:
                end = closing + 1
        self._damage("stray-text", "Text that is no field was passed over.", at, end)
        return end

    def value(self, at: int) -> tuple[str, int]:
        """Read a value.

        Returns:
            Its expression, always a well-formed one, and where it ends.
        """
        end = at
        operands: list[str] = []
        while True:
            start, end = end, self._operand(end)
            if end < 0:
                return self._broken(at)
            operands.append(self._wellformed(self._text[start:end]))
            after = self._skip(_BLANK, end)
            if self._text[after : after + 1] != "#" or after >= self._limit:
                break
            end = self._skip(_BLANK, after + 1)
        if after >= self._limit or self._text[after] in ",})":
            return " # ".join(operands), after
        if self._is_next_entry(after):
            return " # ".join(operands), after
        if _FIELD.match(self._text, after, self._limit):
            self._damage("missing-comma", "There is no comma behind the value; add one.", end)
            return " # ".join(operands), after
        return self._broken(at)

    def _operand(self, at: int) -> int:
        """Where the operand that starts here ends, or -1."""
        if at >= self._limit:
            return -1
        opening = self._text[at]
        if opening == "{":
            return self._braced(at)
        if opening == '"':
            return self._quoted(at)
        bare = _BARE.match(self._text, at, self._limit)
        return bare.end() if bare else -1

    def _braced(self, at: int) -> int:
        closing = self._layout.closing(at, escapes=self._escapes)
        if closing is None:
            return -1
        if closing >= self._limit:
            # Only a value that is a whole entry may hold the start of one.
            inner = self._skip(_BLANK, at + 1, len(self._text))
            if inner != self._limit or len(self._layout.starts_between(at, closing)) > 1:
                return -1
            self._limit = self._layout.next_start(closing)
        return closing + 1

    def _quoted(self, at: int) -> int:
        at += 1
        marks = _QUOTE_MARK[self._escapes]
        while found := marks.search(self._text, at, self._limit):
            if found.group() == '"':
                return found.end()
            if found.group() == "}":
                return -1
            at = found.end()
            if found.group() == "{":
                closing = self._layout.closing(found.start(), escapes=self._escapes)
                if closing is None or closing >= self._limit:
                    return -1
                at = closing + 1
        return -1

    def _broken(self, at: int) -> tuple[str, int]:
        """Take a value that does not end as it should up to where the next thing starts."""
        boundary = _BOUNDARY.search(self._text, at, self._limit)
        end = boundary.start() if boundary else self._limit
        if boundary is None and (blank := _BLANK_LINE.search(self._text, at, end)):
            end = blank.start()
        source = self._text[at:end].strip().rstrip(",").rstrip()
        bare = source[:1] not in ("{", '"')
        code, message = (
            ("unquoted-value", "The value is neither in braces nor in quotes; put it in braces.")
            if bare
            else ("broken-value", "Braces or quotes of the value do not match; mend them.")
        )
        if boundary is None:
            source = source.rstrip(self._closing + " \n\t")
        self._damage(code, message, at, end)
        inner = source if bare else source[1:].rstrip()
        if not bare and inner.endswith('"' if source[0] == '"' else "}"):
            inner = inner[:-1]
        return "{" + _balanced(inner) + "}", end

    def _wellformed(self, operand: str) -> str:
        if self._escapes or operand[0] not in '{"' or "\\" not in operand:
            return operand
        return "{" + _balanced(operand[1:-1]) + "}"

    def _skip(self, blank: re.Pattern[str], at: int, end: int | None = None) -> int:
        found = blank.match(self._text, at, self._limit if end is None else end)
        return found.end() if found else at

    def _damage(self, code: str, message: str, at: int, end: int | None = None) -> None:
        value = self._text[at:end].strip()[:200] if end is not None else None
        self.damages.append(Damage(code, message, self._layout.line(at), value))


def _balanced(text: str) -> str:
    """The text without the braces that have no partner."""
    waiting: list[int] = []
    single: list[int] = []
    for found in _ESCAPED_OR_BRACE.finditer(text):
        if found.group() == "{":
            waiting.append(found.start())
        elif found.group() == "}":
            if waiting:
                waiting.pop()
            else:
                single.append(found.start())
    dropped = set(waiting + single)
    text = "".join(char for place, char in enumerate(text) if place not in dropped)
    # A backslash at the very end would take the closing brace along.
    return text + " " if text.endswith("\\") else text
