"""Names as BibTeX writes them, without marks, and what annotations say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from publist.crosswalk.bibtex_latex import latex_text
from publist.model import Author, Name
from publist.names import read_authors
from publist.names.compare import compatible

__all__ = ["name_annotations", "name_list"]


def name_list(authors: Sequence[Author], *, truncated: bool = False) -> str:
    """A name field, names joined by *and*.

    Args:
        authors: The names in order.
        truncated: Whether to end it with *and others*.

    >>> name_list([Author(name=Name(family="Tang", given="Zhenheng"))], truncated=True)
    'Tang, Zhenheng and others'
    """
    names = [_name(author.name) for author in authors]
    return " and ".join([*names, "others"] if truncated else names)


@lru_cache(maxsize=8192)
def _name(name: Name) -> str:
    """The plainest spelling of a name that reads as this name."""
    for spelling in _spellings(name):
        found = read_authors(spelling)
        if found.authors == (Author(name=name),) and not found.truncated:
            return spelling
    return next(_spellings(name))


def _spellings(name: Name) -> Iterator[str]:
    if name.literal is not None:
        yield f"{{{latex_text(name.literal)}}}"
        return
    parts = {
        "family": name.family,
        "given": name.given,
        "prefix": name.particle or name.dropping_particle,
        "suffix": name.suffix,
    }
    said = {part: latex_text(text) for part, text in parts.items() if text}
    family, given, prefix = said.get("family", ""), said.get("given"), said.get("prefix")
    for last in (family, f"{{{family}}}"):
        whole = f"{prefix} {last}" if prefix else last
        rest = [part for part in (said.get("suffix"), given) if part]
        yield ", ".join([whole, *rest])
        if not rest:
            yield f"{whole},"
    if given:
        braced = [part for part in (said.get("suffix"), f"{{{given}}}") if part]
        yield ", ".join([f"{prefix} {{{family}}}" if prefix else f"{{{family}}}", *braced])
    # biblatex's extended form says each part by its name (manual 3.4).
    useprefix = ["useprefix=true"] if name.particle else []
    if name.dropping_particle:
        useprefix = ["useprefix=false"]
    yield ", ".join([f"{part}={{{text}}}" for part, text in said.items()] + useprefix)
    yield ", ".join([f"{part}={text}" for part, text in said.items()] + useprefix)


def name_annotations(field: str, authors: Sequence[Author]) -> dict[str, str]:
    """The annotation fields (biblatex manual 3.7) for a list of names.

    >>> from publist.model import CORRESPONDING, EQUAL
    >>> names = [Author(name=Name(family="A"), roles=(EQUAL, CORRESPONDING)),
    ...          Author(name=Name(family="B"), orcid="0000-0002-1825-0097")]
    >>> name_annotations("author", names)
    {'author+an': '1=equal,corresponding', 'author+an:orcid': '2="0000-0002-1825-0097"'}
    """
    fields: dict[str, str] = {}
    said = {}
    for number, author in enumerate(authors, 1):
        words = [str(role) for role in author.roles]
        if author.me and _is_one_of_several(author, authors):
            words.append("me")
        if words:
            said[number] = ",".join(words)
    if said:
        fields[f"{field}+an"] = "; ".join(f"{number}={text}" for number, text in said.items())
    for about, get in _SAID.items():
        texts = {number: text for number, author in enumerate(authors, 1) if (text := get(author))}
        if texts:
            fields[f"{field}+an:{about}"] = "; ".join(
                f'{number}="{latex_text(text).replace(chr(34), "")}"'
                for number, text in texts.items()
            )
    return fields


_SAID: dict[str, Callable[[Author], str | None]] = {
    "orcid": lambda author: author.orcid,
    "person": lambda author: author.person,
    "url": lambda author: author.url,
    "affiliation": lambda author: author.affiliation,
    "marks": lambda author: "|".join(author.marks),
    "emphasised": lambda author: "true" if author.emphasised and not author.me else None,
}


def _is_one_of_several(owner: Author, authors: Sequence[Author]) -> bool:
    """Whether another name of the list could be taken for the owner's."""
    return sum(1 for author in authors if compatible(author.name, owner.name)) > 1
