"""Plain text as an outline: bullets, numbers and hanging indents."""

from __future__ import annotations

import re

from publist.reading.pages.outline import Outline
from publist.reading.pages.sections import Topic, topic_of, year_said

__all__ = ["outline_of_text"]

_BULLET = re.compile(
    r"(?P<indent>[ \t]*)(?:[•◦▪‣∙●○■□–—*+-][ \t]+|"
    r"[\[(]?[A-Za-z]{0,2}\d{1,3}[\])][.:]?[ \t]+|\d{1,3}\.[ \t]+)(?=\S)"
)
_UNDERLINE = re.compile(r"[=\-~_*#]{3,}[ \t]*$")
_SHORT = 60


def outline_of_text(text: str, _file: str = "-") -> Outline:
    r"""Read a page of plain text.

    An item begins with a bullet or a number, behind a blank line, or, where lines hang, at the
    margin. Short lines that announce something, or that are underlined, are headings.

    Args:
        text: The page.

    >>> page = "PUBLICATIONS\n\n1. A. Li, B. He. Of Mice.\n   ICML 2020.\n2. C. Wu. Men."
    >>> [(row.level, row.content.text) for row in outline_of_text(page).rows]
    [(2, 'PUBLICATIONS'), (0, 'A. Li, B. He. Of Mice.'), (0, 'ICML 2020.'), (0, 'C. Wu. Men.')]
    """
    outline = Outline()
    lines = text.split("\n")
    hanging = _hangs(lines)
    inside = False
    for number, line in enumerate(lines, start=1):
        following = lines[number] if number < len(lines) else ""
        bullet = _BULLET.match(line)
        if _UNDERLINE.fullmatch(line.strip()) and line.strip():
            continue
        if not line.strip() or _is_heading(line, following):
            if inside:
                outline.close()
            inside = False
            if line.strip():
                _say(outline, "h2", line.strip(), number)
                outline.close()
            continue
        begins = bool(bullet) or (hanging and not line[0].isspace())
        if begins or not inside:
            if inside:
                outline.close()
            _say(
                outline,
                "li" if bullet or hanging else "p",
                line[bullet.end() :] if bullet else line,
                number,
            )
            inside = True
        else:
            outline.break_line(soft=True)
            outline.say(line, number)
    return outline.finish()


def _say(outline: Outline, tag: str, text: str, number: int) -> None:
    outline.open(tag, "")
    outline.say(text, number)


def _is_heading(line: str, following: str) -> bool:
    text = line.strip()
    if len(text) > _SHORT or not re.search(r"\w", text):
        return False
    if following.strip() and _UNDERLINE.fullmatch(following.strip()):
        return True
    if _BULLET.match(line) or text.endswith((",", ";")):
        return False
    short = len(text.split()) <= 6 and not text.endswith(".")
    return short and (topic_of(text) is not Topic.OPEN or year_said(text) is not None)


def _hangs(lines: list[str]) -> bool:
    """Whether items begin at the margin and go on indented."""
    full = [line for line in lines if line.strip()]
    indented = sum(1 for line in full if line[0].isspace() and not _BULLET.match(line))
    bullets = sum(1 for line in full if _BULLET.match(line))
    return not bullets and indented * 4 > len(full)
