"""Reading the case files: one style and several items with what they give, side by side.

A file holds one or more cases::

    # what the case shows
    ~~~ style
    <the inside of a style element: locale, macro, citation, bibliography>
    ~~~ items
    one CSL-JSON item a line
    ~~~ cites
    one cite a line, with the id of its item (i1, i2 ...); this section may be left out
    ~~~ expected
    one entry a line

``~~~ style default-locale="de-DE"`` gives the style attributes. A style without a
bibliography is asked for one citation: of the cites, or else of all items.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publist.csl import Style

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(
    r"# (?P<title>[^\n]+)\n~~~ style(?P<attributes>[^\n]*)\n(?P<style>.*?)\n"
    r"~~~ items\n(?P<items>.*?)\n(?:~~~ cites\n(?P<cites>.*?)\n)?"
    r"~~~ expected\n(?P<expected>.*?)\n(?=\n# |\Z)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """One case of a file."""

    file: Path
    title: str
    attributes: str
    style: str
    items: list[dict[str, Any]]
    cites: list[dict[str, Any]]
    expected: str

    @property
    def xml(self) -> str:
        """The whole style."""
        return f'<style class="in-text" version="1.0"{self.attributes}>{self.style}</style>'

    def format(self) -> str:
        """What the engine makes of it, an entry a line."""
        style = Style(self.xml)
        if style.has_bibliography:
            return "\n".join(_line(entry.text) for entry in style.bibliography(self.items))
        return _line(str(style.citation(self.cites, self.items)))


def _line(text: str) -> str:
    return re.sub(r"\s*\n\s*", "", text)


def read_cases() -> list[Case]:
    """All cases, in the order of their files."""
    cases = []
    for file in sorted(CASES.glob("*.txt")):
        for found in _CASE.finditer(file.read_text("utf-8")):
            items = [json.loads(line) for line in found["items"].splitlines()]
            for number, item in enumerate(items, 1):
                item.setdefault("id", f"i{number}")
                item.setdefault("type", "book")
            if found["cites"]:
                cites = [json.loads(line) for line in found["cites"].splitlines()]
            else:
                cites = [{"id": item["id"]} for item in items]
            cases.append(
                Case(
                    file,
                    found["title"],
                    found["attributes"],
                    found["style"],
                    items,
                    cites,
                    found["expected"],
                )
            )
    return cases


def rewrite(case: Case, expected: str) -> None:
    """Put what the engine gives now into the file."""
    text = case.file.read_text("utf-8")
    start = text.index(f"# {case.title}\n")
    at = text.index("~~~ expected\n", start) + len("~~~ expected\n")
    end = at + len(case.expected)
    case.file.write_text(text[:at] + expected + text[end:], "utf-8")
