"""Locators: pages, volume and issue, read from any shape and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["LocatorMatch", "Locators", "compare_locators", "read_locators"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TOGETHER = re.compile(r"\s*(\d{1,4}(?:\s{0,3}\(\d{1,4}\)\s{0,3}[,:]|:| ,))\s{0,3}(\d.*)")
"""Volume and pages in one field: ``5 (2): 197-227``."""
_NUMBER = re.compile(r"[a-z]{0,3}\d+")


@dataclass(frozen=True, slots=True)
class Locators:
    """Where in its venue a record stands; empty strings where it does not say."""

    first: str = ""
    last: str = ""
    volume: str = ""
    issue: str = ""


@dataclass(frozen=True, slots=True)
class LocatorMatch:
    """Each of ``same``, ``differ``, or empty where one side does not say.

    Args:
        pages: ``same``, ``near`` (only the first or the last page agrees), or ``differ``.
        volume: Whether the volumes agree.
        issue: Whether the issues agree.
    """

    pages: str = ""
    volume: str = ""
    issue: str = ""


def read_locators(pages: str, volume: str, issue: str) -> Locators:
    """Read pages, volume and issue as typed; an issue may sit behind its volume.

    Args:
        pages: A page, a range or the number of an article; empty where nothing is known.
        volume: Likewise.
        issue: Likewise.

    >>> read_locators("pp. 1145-52.", "5 (2),", "")
    Locators(first='1145', last='1152', volume='5', issue='2')
    """
    if not (volume and pages) and (together := _TOGETHER.match(volume or pages)):
        volume, pages = together[1], together[2]
    page_numbers = _NUMBER.findall(pages.lower())
    first = _plain(page_numbers[0]) if page_numbers else ""
    last = _plain(page_numbers[1]) if len(page_numbers) > 1 else first
    if last.isdecimal() and first.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    volumes = _NUMBER.findall(volume.lower())
    issues = _NUMBER.findall(issue.lower()) if issue else []
    if not issues and len(volumes) > 1:
        issues = volumes[1:2]
    return Locators(
        first, last, _plain(volumes[0]) if volumes else "", _plain(issues[0]) if issues else ""
    )


def _plain(number: str) -> str:
    return number.lstrip("0") or number


def compare_locators(left: Locators, right: Locators) -> LocatorMatch:
    """Compare what both sides say.

    >>> compare_locators(read_locators("3-9", "5", ""), read_locators("3-10", "5", "2")).pages
    'near'
    """
    return LocatorMatch(
        _compare_pages(left, right),
        _compare(left.volume, right.volume),
        _compare(left.issue, right.issue),
    )


def _compare(left: str, right: str) -> str:
    if not left or not right:
        return ""
    return "same" if left == right else "differ"


def _compare_pages(left: Locators, right: Locators) -> str:
    if not left.first or not right.first:
        return ""
    if left.first == right.first and left.last == right.last:
        return "same"
    if _run_together(left, right) or _run_together(right, left):
        return "same"
    if left.first == right.first == "1":
        return "differ"  # half of all articles with pages of their own begin there
    if left.last == right.last or left.first.lstrip(_LETTERS) == right.first.lstrip(_LETTERS):
        return "near"
    return "differ"


def _run_together(one: Locators, other: Locators) -> bool:
    """Whether the one's pages are the other's less their dash: 433444 for 433-444."""
    return one.first == one.last == other.first + other.last
