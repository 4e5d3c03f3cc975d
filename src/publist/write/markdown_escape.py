r"""Escaping text for Markdown: where a character would mean something, and only there.

The backslash escapes of Python-Markdown are the smallest set: ``\`*_{}[]()>#+-.!``; those of
CommonMark are all ASCII punctuation, those of kramdown lie between. Whatever is outside the
smallest set is written as a character reference, which all of them show as the character.

Extensions count as well: GitHub's strikethrough, tables, task lists; kramdown's attribute
lists ``{: }``, tables, math and definition lists; emoji names, admonitions, marked text; and
Liquid, Jinja and Hugo templates, which run before Markdown and know no escapes of it.
"""

from __future__ import annotations

import re

__all__ = ["escape"]

_SPECIAL = re.compile(
    r"""
    (?P<phrase> \[[^\W\d_][\w.,;'’–-]{0,40}\ [\w\ .,;'’–-]{0,40}\] )(?! [(\[{:] )
  | (?P<template> \{(?=[{%\#<]) )
  | (?P<reference>
        [<|~^$]
      | &(?=\#?\w{1,60};)                  # looks like a character reference itself
      | :(?=[A-Za-z+_-][\w+-]{0,40}:)      # :tada:
      | (?<=\]):                           # would make it a link's definition
      | =(?==) | >(?=>)                    # ==marked==, a guillemet of kramdown
    )
  | (?P<backslash>
        [\\`*\[\]{}]
      | (?<![^\W_])_ | _(?![^\W_])         # between two letters it is harmless
      | !(?=\[)
      | -(?=-) | \.(?=\.\.)                # dashes and dots that kramdown makes one
      | (?<=www)\.                         # would be a link in some
    )
    """,
    re.VERBOSE,
)
_AT_START = re.compile(
    r"(?P<before>\ *)(?:(?P<backslash>[#+\-])|(?P<reference>[>:=]|!(?=!!)|\?(?=\?\?)|/(?=//)))"
    r"|(?P<number>\ *\d{1,9})(?P<point>[.)])"  # 1. and 1)
)
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def escape(text: str, before: str, after: str, *, in_link: bool = False) -> str:
    r"""Text that Markdown shows as it is.

    Words in brackets such as ``[Best Paper Award]`` stay readable: a page would have to define
    a link of just that name for them to be one.

    Args:
        text: The text, on one line.
        before: The character of the source in front of it; empty at the start of a line.
        after: The character of the source behind it; empty at the end of a line.
        in_link: Whether it is in the text of a link, where no bracket is left as it is.

    >>> escape("f_i * C# [x](y) snake_case <b> {% if %} [Best Paper]", "", "")
    'f_i \\* C# \\[x\\](y) snake_case &lt;b> &#123;% if %\\} [Best Paper]'
    >>> escape("1. # AT&T, R&D; &amp;", "", "")
    '1\\. # AT&T, R&amp;D; &amp;amp;'
    """
    whole = before + text + after
    at, end = len(before), len(before) + len(text)
    parts = []
    if not before and (start := _AT_START.match(text)):
        parts.append(_escaped(start))
        at = start.end()
    while found := _SPECIAL.search(whole, at):
        if found.start() >= end:
            break
        parts.append(whole[at : found.start()])
        if found["phrase"] and in_link:
            parts.append("\\[")
            at = found.start() + 1
        else:
            parts.append(_escaped(found))
            at = found.end()
    return "".join((*parts, whole[at:end]))


def _escaped(found: re.Match[str]) -> str:
    if found.re is _AT_START:
        if found["point"]:
            return f"{found['number']}\\{found['point']}"
        char = found["backslash"] or found["reference"]
        return found["before"] + (f"\\{char}" if found["backslash"] else _reference(char))
    char = found.group()
    if found["phrase"]:
        return char
    return f"\\{char}" if found["backslash"] else _reference(char)


def _reference(char: str) -> str:
    return _NAMED.get(char) or f"&#{ord(char)};"
