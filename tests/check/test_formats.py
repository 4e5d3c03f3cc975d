"""Reports for people and programs."""

from __future__ import annotations

import json

from publist.check import Finding, check
from publist.check.formats import as_github, as_json, as_sarif, as_text, summary
from publist.problems import Problem, Severity

FOUND = check(
    {"my papers.bib": b"@misc{a, title={On BERT}, author={A}, year=2020, pdf={data:x}}\n"}
)


def test_text() -> None:
    assert as_text(FOUND).startswith("my papers.bib:1: error: a: A link with 'data'")
    assert summary(FOUND) == "1 error, 1 warning; 1 can be mended with --fix."


def test_json() -> None:
    first, second = json.loads(as_json(FOUND))
    assert (first["code"], first["line"], first["fixable"]) == ("link-unsafe", 1, False)
    assert (second["code"], second["fixable"]) == ("title-unprotected", True)


def test_github_escapes_what_ends_a_command() -> None:
    lines = as_github(FOUND).splitlines()
    assert lines[0].startswith("::error file=my papers.bib,line=1,title=link-unsafe::a: A link")
    assert len(lines) == 2
    odd = Problem(severity=Severity.INFO, code="x", message="50%\nmore", file="a,b:c", key="k")
    assert as_github([Finding(odd)]) == "::notice file=a%2Cb%3Ac,title=x::k: 50%25%0Amore\n"


def test_sarif_has_what_the_standard_asks_for() -> None:
    log = json.loads(as_sarif(FOUND))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "my%20papers.bib"
        assert place["region"]["startLine"] == 1


def test_nothing_found() -> None:
    assert as_text(()) == as_github(()) == ""
    assert json.loads(as_json(())) == []
    assert json.loads(as_sarif(()))["runs"][0]["results"] == []
