"""Marked regions of files: found and filled, and everything around them left as it is.

A region begins with a line ``pubs:start NAME`` and ends with a line ``pubs:end``, each of them a
comment of the file's own language::

    <!-- pubs:start cv -->        Markdown, HTML
    {/* pubs:start cv */}         MDX
    % pubs:start cv               LaTeX
    .. pubs:start cv              reStructuredText
    // pubs:start cv              Typst and others
    # pubs:start cv               YAML and others

Works on bytes: whatever the encoding and the line ends of a file are, they stay.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from publist.errors import OutputError, ProjectError

__all__ = ["Region", "fill", "find_regions"]

_OPENERS = rb"(?:<!--|\{?/\*|%+|\.\.|//+|#+|;+|--+)"
_MARK = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?P<indent>[ \t]*)" + _OPENERS + rb"[ \t]*pubs:(?P<what>start|end)"
    rb"(?![\w-])(?P<rest>[^\n]*)(?:\n|\Z)",
    re.MULTILINE,
)
_CLOSERS = ("-->", "*/}", "*/")
_NAME = re.compile(r"\w[\w.-]*")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Where lists need blank lines around them, and belong to what they are indented under.
_SPACED = frozenset(("md", "markdown", "mdx", "qmd", "rmd", "rst", "txt"))
_INDENTED = _SPACED | {"yml", "yaml", "typ"}


@dataclass(frozen=True, slots=True)
class Region:
    """A region of a file.

    Args:
        name: Its name.
        start: Where its content begins, in bytes.
        end: Where the line that ends it begins.
        indent: What its first line is indented by.
        eol: How lines end.
        line: Its first line, counted from 1.
    """

    name: str
    start: int
    end: int
    indent: bytes
    eol: bytes
    line: int


def find_regions(data: bytes, file: str) -> dict[str, Region]:
    r"""The regions of a file by their names.

    Args:
        data: The file's bytes.
        file: Its name, for errors.

    Raises:
        ProjectError: A region has no name or no end, stands in another one, or is there twice.

    >>> found = find_regions(b"Hi\n<!-- pubs:start cv -->\nold\n<!-- pubs:end -->\n", "a.md")
    >>> found["cv"].line, found["cv"].end - found["cv"].start
    (2, 4)
    """
    if data.startswith(_WIDE):
        raise ProjectError("Save this file as UTF-8; its regions cannot be told.", file=file)
    found: dict[str, Region] = {}
    opened: tuple[str, re.Match[bytes], int] | None = None
    line, counted = 1, 0
    for mark in _MARK.finditer(data):
        line, counted = line + data.count(b"\n", counted, mark.start()), mark.start()
        name = _name(mark)
        if mark["what"] == b"start":
            _expect_start(name, opened, found, file, line)
            opened = (name, mark, line)
            continue
        if opened is None:
            raise ProjectError("No region begins before this end.", file=file, line=line)
        begun, start, first = opened
        if name not in ("", begun):
            message = f"This ends the region {name!r}, but {begun!r} is open since line {first}."
            raise ProjectError(message, file=file, line=line)
        found[begun] = Region(begun, start.end(), mark.start(), start["indent"], _eol(start), first)
        opened = None
    if opened is not None:
        message = f"The region {opened[0]!r} has no end; put a line `pubs:end` behind it."
        raise ProjectError(message, file=file, line=opened[2])
    return found


def _name(mark: re.Match[bytes]) -> str:
    """The name in a mark, which is empty where it has none."""
    text = mark["rest"].decode("utf-8", "replace").strip()
    for closer in _CLOSERS:
        if text.endswith(closer):
            return text.removesuffix(closer).strip()
    return text


def _eol(mark: re.Match[bytes]) -> bytes:
    return b"\r\n" if mark["rest"].endswith(b"\r") else b"\n"


def _expect_start(
    name: str,
    opened: tuple[str, re.Match[bytes], int] | None,
    found: Mapping[str, Region],
    file: str,
    line: int,
) -> None:
    if not _NAME.fullmatch(name):
        message = "A region has a name of letters, digits, dots and dashes: pubs:start NAME."
        raise ProjectError(message, file=file, line=line)
    if opened is not None:
        message = f"The region {opened[0]!r}, begun in line {opened[2]}, has not ended here."
        raise ProjectError(message, file=file, line=line)
    if name in found:
        message = f"The region {name!r} is in line {found[name].line} already."
        raise ProjectError(message, file=file, line=line)


def fill(data: bytes, texts: Mapping[str, str], file: str) -> bytes:
    r"""A file with new content in its regions; all other bytes are as they were.

    Args:
        data: The file's bytes.
        texts: What is to stand in each region.
        file: The file's name: its extension tells whether lists need blank lines around them.

    Raises:
        ProjectError: A region is missing, or the marks of regions are not right.
        OutputError: A text cannot stand in this file.

    >>> fill(b"\r\n% pubs:start a\r\n% pubs:end", {"a": "\\item"}, "cv.tex")
    b'\r\n% pubs:start a\r\n\\item\r\n% pubs:end'
    """
    regions = find_regions(data, file)
    for name in texts:
        if name not in regions:
            there = ", ".join(regions)
            hint = f" There are: {there}." if regions else ""
            message = f"It has no region {name!r}; put `pubs:start {name}` and `pubs:end` in.{hint}"
            raise ProjectError(message, file=file)
    pieces: list[bytes] = []
    at = 0
    for name, region in sorted(regions.items(), key=lambda item: item[1].start):
        if name in texts:
            pieces += [data[at : region.start], _content(texts[name], region, data, file)]
            at = region.end
    return b"".join([*pieces, data[at:]])


def _content(text: str, region: Region, data: bytes, file: str) -> bytes:
    extension = file.rpartition(".")[2].lower()
    lines = text.strip("\n").split("\n") if text.strip() else []
    if lines and extension in _SPACED:
        lines = ["", *lines, ""]
    indent = region.indent.decode("ascii") if extension in _INDENTED else ""
    eol = region.eol.decode("ascii")
    content = "".join(f"{indent}{line}{eol}" if line else eol for line in lines)
    encoded = _encoded(content, data, file, extension)
    if _MARK.search(encoded):
        message = f"The list for the region {region.name!r} holds a mark of regions itself."
        raise OutputError(message, file=file, line=region.line)
    return encoded


def _encoded(text: str, data: bytes, file: str, extension: str) -> bytes:
    """The text in the file's encoding: UTF-8, or what is the same in every other one."""
    try:
        data.decode("utf-8")
        return text.encode("utf-8")
    except UnicodeDecodeError:
        html = extension in ("html", "htm", "xhtml")
    try:
        return text.encode("ascii", "xmlcharrefreplace" if html else "strict")
    except UnicodeEncodeError as error:
        message = f"It is not UTF-8, and {text[error.start]!r} has to be written. Save it as UTF-8."
        raise OutputError(message, file=file) from error
