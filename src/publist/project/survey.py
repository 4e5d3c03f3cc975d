"""Looking around in a folder: where publications are, and what builds the site."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["BUILDERS", "Builder", "Survey", "survey"]

_DEPTH = 3
_FILES = 20_000
_PASSED_OVER = frozenset(
    [
        "node_modules",
        "site-packages",
        "venv",
        "env",
        "build",
        "dist",
        "public",
        "site",
        "vendor",
        "target",
        "__pycache__",
        "_site",
        "_build",
        "_output",
    ]
)
_DATA = re.compile(r"(?:my[-_ ]?)?(?:pub(?:s|lications?)?|papers?|works)\.(?:ya?ml|json)")
# Bibliographies that are one's own works, by their names; others are what somebody cites.
_OWN = re.compile(
    r"pub|paper|\bcv\b|(?<![a-z])(?:own(?![a-z])|works|vitae?(?![a-z]))|\bme\b|\bmy|selected",
    re.IGNORECASE,
)
_MANY = 4
"""From so many files on, all bibliographies of a folder are named by a pattern."""


@dataclass(frozen=True, slots=True)
class Builder:
    """A site builder.

    Args:
        name: Its name.
        signs: Files that tell it; with what they must say, if the file alone does not.
        page: The page for publications, from the folder of the site; ``{at}`` is the folder
            of the sign.
        head: What a new page begins with.
        note: What to know about it.
    """

    name: str
    signs: tuple[tuple[str, str], ...]
    page: str = "publications.md"
    head: str = "# Publications\n\n"
    note: str = ""


_FRONT = "---\ntitle: Publications\n---\n\n"
BUILDERS = (
    Builder("Zensical", (("zensical.toml", ""),), "docs/publications.md"),
    Builder("MkDocs", (("mkdocs.yml", ""), ("mkdocs.yaml", "")), "docs/publications.md"),
    Builder("Quarto", (("_quarto.yml", ""), ("_quarto.yaml", "")), "publications.qmd", _FRONT),
    Builder(
        "Hugo",
        (
            ("hugo.toml", ""),
            ("hugo.yaml", ""),
            ("hugo.json", ""),
            ("config.toml", "baseurl"),
            ("config/_default/hugo.toml", ""),
        ),
        "content/publications.md",
        _FRONT,
        "Hugo leaves HTML in Markdown out unless markup.goldmark.renderer.unsafe is true.",
    ),
    Builder(
        "Jekyll",
        (("_config.yml", ""), ("_config.yaml", "")),
        "publications.md",
        "---\nlayout: page\ntitle: Publications\n---\n\n",
    ),
    Builder(
        "Pelican",
        (("pelicanconf.py", ""),),
        "content/pages/publications.md",
        "Title: Publications\n\n",
    ),
    Builder(
        "Nikola",
        (("conf.py", "BLOG_TITLE"),),
        "pages/publications.md",
        "<!--\n.. title: Publications\n.. slug: publications\n-->\n\n",
    ),
    Builder(
        "Sphinx",
        (
            ("conf.py", ""),
            ("docs/conf.py", ""),
            ("docs/source/conf.py", ""),
            ("source/conf.py", ""),
        ),
        "{at}/publications.html",
        "",
        "In a page: `.. raw:: html` with `:file: publications.html`.",
    ),
    Builder("Eleventy", (("package.json", '"@11ty/eleventy"'),), "publications.md", _FRONT),
    Builder("Astro", (("package.json", '"astro"'),), "src/pages/publications.md", _FRONT),
)
"""Site builders that are known, those with the surest signs first."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a folder; all paths from there, with slashes.

    Args:
        sources: Files with the owner's publications, it seems; a pattern where these are all
            bibliographies of a folder, so that further ones belong to them.
        others: Further bibliographies, more likely of works that somebody cites.
        people: A file of people.
        builder: What builds the site.
        at: The folder of the builder's own settings.
        cv: A LaTeX document that looks like a CV.
    """

    sources: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    people: str | None = None
    builder: Builder | None = None
    at: str = ""
    cv: str | None = None


def survey(folder: Path) -> Survey:
    """Look around in a folder; nothing is changed."""
    files = list(_files(folder))
    bibs = [file for file in files if file.endswith((".bib", ".bibtex"))]
    data = [file for file in files if _DATA.fullmatch(file.rpartition("/")[2].lower())]
    own = [file for file in bibs if _OWN.search(file)] or bibs
    people = [file for file in files if re.search(r"(?:^|/)people\.ya?ml$", file)]
    cvs = [
        file for file in files if re.search(r"(?:^|/)(?:cv|vita|resume)[^/]*\.tex$", file.lower())
    ]
    builder, at = _builder(folder)
    return Survey(
        sources=_in_patterns(own, bibs) or tuple(data),
        others=tuple(file for file in bibs if file not in own),
        people=people[0] if people else None,
        builder=builder,
        at=at,
        cv=next((file for file in cvs if _says(folder / file, r"\documentclass")), None),
    )


def _in_patterns(own: Sequence[str], bibs: Sequence[str]) -> tuple[str, ...]:
    def pattern(file: str) -> str:
        folder, slash, name = file.rpartition("/")
        return f"{glob.escape(folder)}{slash}*{name[name.rindex('.') :]}"

    mine, there = Counter(map(pattern, own)), Counter(map(pattern, bibs))
    named = (
        pattern(file) if there[pattern(file)] == mine[pattern(file)] >= _MANY else file
        for file in own
    )
    return tuple(dict.fromkeys(named))


def _files(folder: Path) -> Iterator[str]:
    """The files of a folder and those below, the nearest first, without what is made or hidden."""
    seen = 0
    level = [folder]
    for _ in range(_DEPTH + 1):
        below: list[Path] = []
        for each in level:
            for entry in sorted(_entries(each), key=lambda entry: entry.name):
                seen += 1
                if seen > _FILES:
                    return
                if entry.is_file():
                    yield Path(entry.path).relative_to(folder).as_posix()
                elif entry.is_dir(follow_symlinks=False) and _is_looked_into(entry.name):
                    below.append(Path(entry.path))
        level = below


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _is_looked_into(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _PASSED_OVER


def _builder(folder: Path) -> tuple[Builder | None, str]:
    for builder in BUILDERS:
        for file, word in builder.signs:
            if _says(folder / file, word):
                return builder, file.rpartition("/")[0]
    return None, ""


def _says(file: Path, word: str) -> bool:
    """Whether there is a file that says a word."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return word.lower() in opened.read(200_000).lower()
    except OSError:
        return False
