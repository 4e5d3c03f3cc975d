"""Plain data as YAML that a person would have typed: short lists in a line, no needless quotes."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Data", "yaml_items"]

Data = str | bool | Sequence["Data"] | Mapping[str, "Data"]
"""What can be written: texts, truth values, lists and mappings of them."""

_WIDTH = 96
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()'’+*;=<>^|~!?$%&@–—-]|:(?=[^\s,\[\]{}])){0,200}")
_DATE_OR_NUMBER = re.compile(r"[1-9]\d{0,9}|\d{4}-\d\d(?:-\d\d)?|0")
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "~"])
# Characters that YAML does not take as they are, or takes for the end of a line.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# What a folded block can hold: one paragraph with single blanks.
_PARAGRAPH = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+(?: [^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+)*"
)


def yaml_items(items: Sequence[Mapping[str, Data]]) -> str:
    """Write a list of mappings, a blank line between two.

    >>> print(yaml_items([{"id": "a", "title": "T: x", "keywords": ["b", "c d"], "ok": True}]))
    - id: a
      title: "T: x"
      keywords: [b, c d]
      ok: true
    <BLANKLINE>
    """
    if not items:
        return "[]\n"
    return "\n".join("\n".join(_item(item)) + "\n" for item in items)


def _item(item: Mapping[str, Data]) -> Iterator[str]:
    prefix = "- "
    for key, value in item.items():
        for line in _member(key, value, 2):
            yield prefix + line[2:] if prefix.strip() else line
            prefix = "  "


def _member(key: str, value: Data, indent: int) -> Iterator[str]:
    margin = " " * indent
    name = _key(key)
    # Commas end a plain scalar inside brackets only.
    flow = _scalar(value, ",") if isinstance(value, str) else _flow(value)
    if len(flow) + len(name) + indent + 2 <= _WIDTH or (not value and not isinstance(value, str)):
        yield f"{margin}{name}: {flow}"
    elif isinstance(value, str):
        yield from _long_text(margin, name, value)
    elif isinstance(value, Mapping):
        yield f"{margin}{name}:"
        for inner, item in value.items():
            yield from _member(inner, item, indent + 2)
    elif isinstance(value, Sequence):
        yield f"{margin}{name}:"
        for item in value:
            yield f"{margin}  - {_flow(item)}"
    else:
        yield f"{margin}{name}: {flow}"


def _long_text(margin: str, name: str, text: str) -> Iterator[str]:
    if not _PARAGRAPH.fullmatch(text):
        yield f"{margin}{name}: {_quoted(text)}"
        return
    yield f"{margin}{name}: >-"
    width = _WIDTH - len(margin) - 2
    for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
        yield f"{margin}  {line}"


def _flow(value: Data) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)}: {_flow(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    return f"[{', '.join(_flow(item) for item in value)}]"


def _key(text: str) -> str:
    return _quoted(text) if text[:1].isdigit() else _scalar(text)


def _scalar(text: str, allowed: str = "") -> str:
    """A text as a plain scalar where every reader of YAML would see the same text in it."""
    if _DATE_OR_NUMBER.fullmatch(text):
        return text
    seen = text.replace(allowed, "-") if allowed else text
    plain = _PLAIN.fullmatch(seen) and text == text.strip() and " #" not in text
    return text if plain and text.lower() not in _WORDS else _quoted(text)


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)
