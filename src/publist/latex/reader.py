r"""Reading LaTeX text: macros, groups, accents and formulas become nodes of rich text.

One pass from left to right. Nothing is an error: a brace without a partner is dropped, an
unknown macro leaves its argument, and what is nested deeper than anybody writes is read as
if its braces were not there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from publist.latex.math import formula
from publist.latex.science import chemistry, unit
from publist.latex.tables import (
    ACCENTS,
    ARGUMENTS,
    DECLARATIONS,
    LOGOS,
    SPACING_ACCENTS,
    STYLES,
    compose,
    symbol,
)
from publist.richtext import Element, Inline, Link, RichText, Tag

__all__ = ["read"]

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t\r\n]*"
    r"|\\(?P<sign>[^A-Za-z]|\Z)"
    r"|(?P<dash>-{2,})|(?P<open>``)|(?P<close>'')|(?P<mark>[{}$`'%~-])"
    r"|(?P<text>[^\\{}$`'%~-]+)",
    re.DOTALL,
)
_SPACES = re.compile(r"\s*")
_OPTION = re.compile(r"\s*\[[^\[\]{}]{0,200}\]")
_LEVEL = r"[^{}\\]++|\\."
_OPTION_OF_GROUP = re.compile(r"\[[^\[\]{}]{0,200}\](?=\{)")
_VERBATIM = re.compile(
    rf"\s*+(?:\{{((?:{_LEVEL}|\{{(?:{_LEVEL}|\{{(?:{_LEVEL})*+\}})*+\}})*+)\}}"
    r"|([^\w\s{}])(.{0,400}?)\2)",
    re.DOTALL,
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_LINE_COMMENT = re.compile(r"[^\n]*+\n\s*+")
_CHARACTER = re.compile(r"\s*(?:\"([0-9A-Fa-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))\s?")
_LENGTH = re.compile(r"\s*[-+]?[\d.]+\s*(?:pt|mm|cm|in|ex|em|bp|pc|dd|sp|mu)?\b")
# "quoted" by people who escape the quotation marks, rather than two umlauts.
_ESCAPED_QUOTE = re.compile(r"\\\"([^\\\"{}$]{1,200})\\\"(?![A-Za-z{\\])")
_DEPTH = 24
_NARROW = "\u202f"
_DECLARATIONS = 8
_NO_TEXT = re.compile(r"\\[A-Za-z]+|[\\{}]")
_SORT_KEY = re.compile(r"no-?op|sort", re.IGNORECASE)
# Environments with an argument that is no text.
_ENVIRONMENTS = ("otherlanguage", "tabular", "minipage", "array", "thebibliography")
_SHOWN_URL = ("url", "nolinkurl", "path", "doi")


def read(text: str) -> list[Inline]:
    """The nodes of a LaTeX text, neighbouring strings not yet joined."""
    return _Reader(text).sequence(0)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._protected = False
        self._single_quotes = 0
        self._absent: set[str] = set()

    def sequence(self, depth: int) -> list[Inline]:
        """Read to the end of the group (or of the text) and step over its brace."""
        nodes: list[Inline] = []
        declared: list[tuple[Tag | None, int]] = []
        while found := _TOKEN.match(self._text, self._at):
            self._at = found.end()
            if found["mark"] == "}":
                if depth:
                    break
                continue
            if found["word"] in DECLARATIONS:
                declared.append((DECLARATIONS[found["word"]], len(nodes)))
            else:
                nodes.extend(self._one(found, depth))
        # A declaration like \em holds to the end of its group.
        for tag, start in reversed(declared[:_DECLARATIONS]):
            nodes[start:] = _styled(tag, nodes[start:])
        return nodes

    def _one(self, found: re.Match[str], depth: int) -> Iterable[Inline]:
        if found["text"]:
            return (found["text"],)
        if found["word"]:
            return self._word(found["word"], depth)
        if found["sign"] is not None:
            return self._sign(found["sign"], depth)
        if found["dash"]:
            return ("—" if len(found["dash"]) > 2 else "–",)
        if found["open"] or found["close"]:
            return ("“" if found["open"] else "”",)
        return self._mark(found["mark"], depth)

    def _mark(self, mark: str, depth: int) -> Iterable[Inline]:
        if mark == "{":
            return self._group(depth)
        if mark == "$":
            return self._dollar()
        if mark == "`":
            self._single_quotes += 1
            return ("‘",)
        if mark == "'":
            return (self._apostrophe(),)
        if mark == "%":
            before = self._text[max(self._at - 2, 0) : self._at - 1]
            if before in ("", "{", "}", "\n") and self._find("\n", self._at) >= 0:
                self._skip(_LINE_COMMENT)
                return ()
        return ("\u00a0" if mark == "~" else mark,)

    def _apostrophe(self) -> str:
        following = self._text[self._at : self._at + 1]
        if self._single_quotes and not following.isalnum():
            self._single_quotes -= 1
            return "’"
        return "'"

    # Groups and declarations

    def _group(self, depth: int) -> Iterable[Inline]:
        """A group that was just opened: protected case, or BibTeX's special character."""
        if depth >= _DEPTH:
            return ()
        if self._protected or self._text[self._at : self._at + 1] == "\\":
            return self.sequence(depth + 1)
        return self._protecting(depth)

    def _protecting(self, depth: int) -> list[Inline]:
        """Read a group whose letters keep their case."""
        before, self._protected = self._protected, True
        nodes = RichText.of(*self.sequence(depth + 1)).nodes
        self._protected = before
        if before or not any(char.isalpha() for char in _letters(nodes)):
            return list(nodes)
        return [Element(Tag.PROTECTED, nodes)]

    def _argument(self, depth: int) -> list[Inline]:
        """One argument: a group, a macro with its own, or a single character."""
        self._skip(_SPACES)
        found = _TOKEN.match(self._text, self._at)
        if found is None or found["mark"] == "}" or depth >= _DEPTH:
            return []
        self._at = found.end()
        if found["mark"] == "{":
            return self._protecting(depth)
        if found["text"] or found["dash"]:
            self._at = found.start() + 1
            return [self._text[found.start()]]
        if found["word"] in DECLARATIONS:
            return []
        return list(self._one(found, depth + 1))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()

    # Macros

    def _word(self, word: str, depth: int) -> Iterable[Inline]:
        if word in ACCENTS:
            return self._accent(word, depth)
        special = _SPECIAL.get(word)
        if special:
            return special(self, word, depth)
        if word in STYLES:
            self._skip(_OPTION)
            return _styled(STYLES[word], self._argument(depth))
        if word in ARGUMENTS:
            return self._arguments(word, depth)
        if word in LOGOS:
            return self._logo(LOGOS[word])
        return self._symbol(word)

    def _symbol(self, word: str) -> Iterable[Inline]:
        text = symbol(word)
        if text is not None:
            return (text,)
        if _SORT_KEY.search(word) and self._text[self._at : self._at + 1] == "{":
            self._skip_group()
        self._skip(_OPTION_OF_GROUP)
        return ()

    def _skip_group(self) -> None:
        """Pass over a group without reading it."""
        level = 0
        for brace in _BRACE.finditer(self._text, self._at):
            self._at = brace.end()
            level += {"{": 1, "}": -1}.get(brace.group(), 0)
            if level == 0:
                return

    def _logo(self, logo: str) -> list[Inline]:
        return [logo] if self._protected else [Element(Tag.PROTECTED, (logo,))]

    def _arguments(self, word: str, depth: int) -> list[Inline]:
        count, shown = ARGUMENTS[word]
        arguments: list[list[Inline]] = []
        for _ in range(count):
            self._skip(_OPTION)
            arguments.append(self._argument(depth))
        if word in ("begin", "end"):
            if RichText.of(*arguments[0]).plain.strip("*") in _ENVIRONMENTS and word == "begin":
                self._argument(depth)
            return [" "]
        return [node for index in shown for node in arguments[index]]

    def _sign(self, sign: str, depth: int) -> Iterable[Inline]:
        if sign in ("(", "["):
            return self._bracketed_formula(")" if sign == "(" else "]")
        if sign == '"' and (quoted := self._escaped_quote()):
            return ("“", quoted, "”")
        if sign in ACCENTS:
            return self._accent(sign, depth)
        if sign == "\\":
            self._skip(_OPTION)
        text = symbol(sign) if sign else ""
        return (text if text is not None else sign if sign not in ")]" else "",)

    def _escaped_quote(self) -> str:
        start = self._at - 2
        found = _ESCAPED_QUOTE.match(self._text, start)
        if found is None or self._text[max(start - 1, 0) : start].isalnum():
            return ""
        self._at = found.end()
        return found[1]

    def _accent(self, accent: str, depth: int) -> Iterable[Inline]:
        self._skip(_SPACES)
        first = self._text[self._at : self._at + 1]
        if not (first.isalpha() or first in ("{", "\\")):
            # No letter follows: the sign itself was meant, as in \" or \'.
            return (SPACING_ACCENTS.get(accent, "") if first else accent[:1],)
        if accent == "'" and first.isupper() and _is_apart(first):
            return ("'",)  # O\'Brien
        argument = self._argument(depth)
        text = RichText.of(*argument).plain.strip()
        if text[:1].isalpha():
            return (compose(_NO_TEXT.sub("", text), accent),)
        return (SPACING_ACCENTS.get(accent, ""), *argument)

    # Formulas

    def _dollar(self) -> Iterable[Inline]:
        delimiter = "$$" if self._text[self._at : self._at + 1] == "$" else "$"
        start = self._at - 1 + len(delimiter)
        end = start
        while (end := self._find(delimiter, end)) >= 0 and self._text[end - 1] == "\\":
            end += 1
        if end < 0 or not _is_formula(
            self._text[start:end], self._text[end + len(delimiter) :][:1]
        ):
            return ("$",)
        self._at = end + len(delimiter)
        return formula(self._text[start:end])

    def _bracketed_formula(self, closing: str) -> Iterable[Inline]:
        end = self._find("\\" + closing, self._at)
        if end < 0:
            return ()
        source = self._text[self._at : end]
        self._at = end + 2
        return formula(source)

    def _find(self, mark: str, start: int) -> int:
        """Where a mark comes next; what is not found once is not looked for again."""
        if mark in self._absent:
            return -1
        found = self._text.find(mark, start)
        if found < 0:
            self._absent.add(mark)
        return found

    def _verbatim(self) -> str:
        found = _VERBATIM.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[1] if found[1] is not None else found[3]

    def quantity(self, word: str, _depth: int) -> Iterable[Inline]:
        r"""``\SI{5}{\metre}``, ``\num{5}``, ``\unit{\metre}`` of siunitx."""
        self._skip(_OPTION)
        first = unit(self._verbatim())
        if word not in ("SI", "qty"):
            return (f"{first}°" if word == "ang" else first,)
        second = unit(self._verbatim())
        return (f"{first}{'' if second[:1] in ('°', '′') else _NARROW}{second}",)

    def chemistry(self, _word: str, _depth: int) -> Iterable[Inline]:
        r"""``\ce{H2O}`` of mhchem."""
        nodes = RichText.of(*chemistry(self._verbatim())).nodes
        return (Element(Tag.PROTECTED, nodes),) if nodes and not self._protected else nodes

    def ensured(self, _word: str, _depth: int) -> Iterable[Inline]:
        r"""``\ensuremath{…}``."""
        return formula(self._verbatim())

    def verbatim(self, word: str, _depth: int) -> Iterable[Inline]:
        r"""``\verb|…|``, ``\url{…}`` and others that take their argument as it is."""
        source = self._verbatim()
        if word not in _SHOWN_URL:
            return (Element(Tag.CODE, (source,)),) if source else ()
        address = _unescaped(source)
        if word != "url" or not address:
            return (_NO_TEXT.sub("", address),)
        return (Link(Tag.LINK, (address,), href=address),)

    def hyperlink(self, _word: str, depth: int) -> Iterable[Inline]:
        r"""``\href{address}{text}``."""
        self._skip(_OPTION)
        address = _unescaped(self._verbatim())
        shown = RichText.of(*self._argument(depth)).nodes
        if not address or not shown:
            return shown or (_NO_TEXT.sub("", address),)
        return (Link(Tag.LINK, shown, href=address),)

    def character(self, _word: str, _depth: int) -> Iterable[Inline]:
        r"""``\char"E9`` and ``\symbol{…}``."""
        found = _CHARACTER.match(self._text, self._at)
        if found is None:
            return ()
        self._at = found.end()
        code = int(found[1], 16) if found[1] else int(found[2], 8) if found[2] else int(found[3])
        return (chr(code),) if 31 < code < 0x110000 and not 0xD7FF < code < 0xE000 else ()

    def length(self, _word: str, _depth: int) -> Iterable[Inline]:
        r"""``\hskip 2pt`` and ``\kern1em``."""
        self._skip(_LENGTH)
        return ()


_SPECIAL: dict[str, Callable[[_Reader, str, int], Iterable[Inline]]] = {
    **dict.fromkeys(("verb", "lstinline", *_SHOWN_URL), _Reader.verbatim),
    "href": _Reader.hyperlink,
    "ensuremath": _Reader.ensured,
    "ce": _Reader.chemistry,
    **dict.fromkeys(("SI", "qty", "num", "si", "unit", "ang"), _Reader.quantity),
    "char": _Reader.character,
    **dict.fromkeys(("hskip", "vskip", "kern", "penalty"), _Reader.length),
}


def _styled(tag: Tag | None, nodes: Iterable[Inline]) -> list[Inline]:
    content = RichText.of(*nodes).nodes
    if tag is None or not content:
        return list(content)
    return [Element(tag, content)]


def _letters(nodes: Iterable[Inline]) -> Iterable[str]:
    """The texts whose case matters."""
    for node in nodes:
        if isinstance(node, str):
            yield from node
        elif node.tag is not Tag.MATH:
            yield from _letters(node.children)


def _is_formula(source: str, after: str) -> bool:
    """Whether what stands between two dollars is a formula, and not two prices."""
    if not source.strip():
        return False
    if any(char in source for char in "\\^_=") or source in ("<", ">", "+", "-", "*"):
        return True
    return not (source[0].isspace() or source[-1].isspace() or after.isdigit())


def _is_apart(letter: str) -> bool:
    """Whether no language puts an acute on a letter, so that the accent was no accent."""
    return len(unicodedata.normalize("NFC", letter + "\u0301")) > 1


def _unescaped(address: str) -> str:
    return (
        re.sub(r"\\([%#&_~{}$])(?:\{\})?", r"\1", address).replace("\\textasciitilde", "~").strip()
    )
