"""Findings as people, scripts and build servers want them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from publist.check.findings import Finding
from publist.check.known import KNOWN
from publist.check.rules import RULES
from publist.problems import Severity

__all__ = ["FORMATS", "as_github", "as_json", "as_sarif", "as_text", "summary"]

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(findings: Sequence[Finding]) -> str:
    """A line for each finding."""
    return "".join(f"{finding.problem}\n" for finding in findings)


def summary(findings: Sequence[Finding]) -> str:
    """How many there are of each severity, and how many can be mended.

    >>> summary([])
    'Nothing found.'
    """
    counts = Counter(finding.problem.severity for finding in findings)
    if not findings:
        return "Nothing found."
    parts = [
        _counted(counts[severity], _WORDS[severity]) for severity in Severity if counts[severity]
    ]
    mendable = sum(bool(finding.edits) for finding in findings)
    more = f"; {mendable} can be mended with --fix" if mendable else ""
    return f"{', '.join(parts)}{more}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects: severity, code, message, file, line, column, key, value, fixable."""
    listed = [
        {**finding.problem.model_dump(mode="json"), "fixable": bool(finding.edits)}
        for finding in findings
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub Actions shows beside the lines of a change."""
    lines = []
    for finding in findings:
        problem = finding.problem
        places = {"file": problem.file, "line": problem.line, "col": problem.column}
        shown = [f"{name}={_property(str(value))}" for name, value in places.items() if value]
        shown.append(f"title={_property(problem.code)}")
        text = f"{problem.key}: {problem.message}" if problem.key else problem.message
        lines.append(f"::{_GITHUB[problem.severity]} {','.join(shown)}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Sequence[Finding]) -> str:
    """SARIF 2.1.0 (OASIS), which code scanning services read."""
    codes = sorted({finding.problem.code for finding in findings})
    number = {code: at for at, code in enumerate(codes)}
    run = {
        "tool": {"driver": {"name": "pubs check", "rules": [_sarif_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, number) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str) -> dict[str, Any]:
    why = {rule.code: rule.why for rule in RULES}.get(code) or KNOWN.get(code, code)
    return {"id": code, "shortDescription": {"text": why}}


def _sarif_result(finding: Finding, number: dict[str, int]) -> dict[str, Any]:
    problem = finding.problem
    text = f"{problem.key}: {problem.message}" if problem.key else problem.message
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": number[problem.code],
        "level": _SARIF[problem.severity],
        "message": {"text": text},
    }
    if problem.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
        if problem.line:
            place["region"] = {"startLine": problem.line}
            if problem.column:
                place["region"]["startColumn"] = problem.column
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The forms of ``--format`` by name."""
