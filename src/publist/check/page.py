"""The page of all checks, made from the rules; ``docs/checks.md`` is it."""

from __future__ import annotations

from collections.abc import Iterator

from publist.check.findings import Rule
from publist.check.known import KNOWN
from publist.check.rules import RULES

__all__ = ["page"]

_HEAD = """\
# What `pubs check` finds

<!-- Made from the rules in src/publist/check; `pytest tests/check --update` writes it. -->

    pubs check papers.bib
    pubs check papers.bib --diff           # show what --fix would change
    pubs check papers.bib --fix            # mend what is safe to mend
    pubs check papers.bib --format sarif   # or json, github

Each finding has a file and line, a code that stays the same from release to release, and says
what to do. *Errors* and *warnings* make the exit status 1; *notes* are shown with `--verbose`.
The status is 0 when there is neither, and 2 when the check could not be made.

`--fix` edits the text in place and nothing else: entries without a fix stay as they are to the
byte, comments included, and a second `--fix` changes nothing. Fixes are made in `.bib` and YAML
files that are UTF-8.

Findings are left out by code: for a run with `--ignore CODE`, for an entry with a comment in it
or right above it:

```bibtex
% pubs: ignore year-missing, authors-truncated
@misc{notes, title = {Notes}, author = {Ada Lovelace and others}}
```

```yaml
# pubs: ignore year-missing
- title: Notes
  authors: [Ada Lovelace]
```

## The rules
"""
_TAIL = """
## What reading finds

Reading and understanding the sources finds further trouble, which other commands report as
well. It comes with these codes.

| code | why it matters |
|---|---|
"""


def page() -> str:
    """The page, in Markdown."""
    return "".join([_HEAD, *_summary(), *map(_section, RULES), _TAIL, *_known()])


def _summary() -> Iterator[str]:
    yield "\n| code | severity | fix |\n|---|---|---|\n"
    for rule in RULES:
        fix = "yes" if rule.fixes else ""
        yield f"| [`{rule.code}`](#{rule.code}) | {_severity(rule)} | {fix} |\n"


def _section(rule: Rule) -> str:
    fixed = " `--fix` mends it." if rule.fixes else ""
    bad, good = _shown(rule.bad), _shown(rule.good)
    return (
        f"\n### {rule.code}\n\n{rule.why} ({_severity(rule).capitalize()}.){fixed}\n\n"
        f"```bibtex\n{bad}\n```\n\nbetter:\n\n```bibtex\n{good}\n```\n"
    )


def _severity(rule: Rule) -> str:
    return {"info": "note"}.get(rule.severity.value, rule.severity.value)


def _shown(source: str) -> str:
    """An example with the characters that nobody sees written out."""
    return source.replace("\u00ad", "<U+00AD>")


def _known() -> Iterator[str]:
    for code, why in sorted(KNOWN.items()):
        yield f"| `{code}` | {why} |\n"
