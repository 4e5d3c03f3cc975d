"""Bold and underline around names: it marks somebody, it is not part of the name."""

from __future__ import annotations

import re

__all__ = ["BOLD", "UNDERLINED", "take_emphasis"]

BOLD = "bold"
UNDERLINED = "underlined"

_LATEX = re.compile(
    r"\{\s*\\(?P<switch>bf|bfseries)(?![A-Za-z])\s*"
    r"|\\(?P<macro>textbf|mathbf|underline|uline|ul|mkbibbold|me|myname|self|highlight|textul"
    r"|textit|emph|textsc|mbox|href\s*\{[^{}]{0,300}\}|textcolor\s*\{[^{}]{0,60}\})\s*\{"
)
_UNDERLINES = {"underline", "uline", "ul", "textul"}
_PLAIN_WRAPPERS = {"textit", "emph", "textsc", "mbox"}
_BOLD_MARKDOWN = re.compile(r"(\*\*|__)(?=[^\s*_])([^*_]{1,200})\1")
_ITALIC_MARKDOWN = re.compile(r"(?<![\w*_])_(?=[^\s_])([^_]{1,200})_(?!\w)")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,300}\)")
_TAG = re.compile(r"</?(?P<tag>[A-Za-z]{1,12})(?P<rest>[^<>]{0,400})>")
_TAGS = {"b": BOLD, "strong": BOLD, "u": UNDERLINED, "ins": UNDERLINED, "mark": BOLD}


def take_emphasis(text: str) -> tuple[str, frozenset[str]]:
    r"""Take emphasis and links off a name.

    Args:
        text: One name as the source has it.

    Returns:
        The name without, and which kinds of emphasis stood there.

    >>> take_emphasis(r"\textbf{Beck, E. D.}")
    ('Beck, E. D.', frozenset({'bold'}))
    >>> take_emphasis("[Shaohuai Shi](https://example.org)")
    ('Shaohuai Shi', frozenset())
    """
    kinds: set[str] = set()
    if "\\" in text:
        text = _without_macros(text, kinds)
    if "<" in text:
        text = _TAG.sub(lambda found: _tag(found, kinds), text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "**" in text or "__" in text:
        text, bold = _BOLD_MARKDOWN.subn(r"\2", text)
        if bold:
            kinds.add(BOLD)
    if "_" in text:
        text = _ITALIC_MARKDOWN.sub(r"\1", text)
    return text, frozenset(kinds)


def _tag(found: re.Match[str], kinds: set[str]) -> str:
    rest = found["rest"].replace(" ", "").lower()
    kind = _TAGS.get(found["tag"].lower())
    if "font-weight:bold" in rest or "font-weight:600" in rest or "font-weight:700" in rest:
        kind = BOLD
    elif "text-decoration:underline" in rest:
        kind = UNDERLINED
    if kind and not found[0].startswith("</"):
        kinds.add(kind)
    return ""


def _without_macros(text: str, kinds: set[str]) -> str:
    out: list[str] = []
    open_at: list[bool] = []  # for each open brace, whether it is taken away
    position = 0
    while position < len(text):
        found = _LATEX.match(text, position) if text[position] in "\\{" else None
        if found:
            kinds |= _kind(found)
            open_at.append(True)
            position = found.end()
            continue
        char = text[position]
        position += 1
        if char == "{":
            open_at.append(False)
        elif char == "}" and open_at and open_at.pop():
            continue
        out.append(char)
    return "".join(out)


def _kind(found: re.Match[str]) -> set[str]:
    macro = found["macro"]
    if macro is None:
        return {BOLD}
    if macro in _UNDERLINES:
        return {UNDERLINED}
    if macro in _PLAIN_WRAPPERS or macro.startswith(("href", "textcolor")):
        return set()
    return {BOLD}
