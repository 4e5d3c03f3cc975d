"""Checking publication data: rules, findings, and fixes made in place."""

from publist.check.findings import Edit, Finding, Rule
from publist.check.rules import RULES
from publist.check.run import CODES, Checked, Request, check, mend, read_files

__all__ = [
    "CODES",
    "RULES",
    "Checked",
    "Edit",
    "Finding",
    "Request",
    "Rule",
    "check",
    "mend",
    "read_files",
]
