r"""LaTeX for pdfLaTeX, LuaLaTeX and XeLaTeX.

Entries stand in an environment ``publist``, each with its label, so that numbers counted down
need no package; :func:`preamble` has its definition and the few packages that are needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from publist.model import Entry, Group, Legend, Listing
from publist.words import words
from publist.write.latex_inline import escape, inline, url
from publist.write.latex_preamble import preamble
from publist.write.links import shown_links
from publist.write.options import DEFAULT, Options

__all__ = ["inline", "preamble", "write"]

_HEADINGS = ("section", "subsection", "subsubsection", "paragraph")
_BULLET = "\\textbullet"


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write a list as LaTeX.

    Args:
        listing: The list. The outermost headings are sections, whatever their level.
        options: What is shown besides the references; ``standalone`` makes it a document.

    Returns:
        What belongs into the body of a document, or a whole one; a line end at its end.

    >>> from publist.model import Record, Work
    >>> from publist.richtext import RichText
    >>> entry = Entry(work=Work.of(Record(key="a")), text=RichText.of("50%"), number=3)
    >>> print(write(Listing(root=Group(entries=(entry,)))))
    \begin{publist}{3.}
    \item[3.] 50\%
    \end{publist}
    <BLANKLINE>
    """
    blocks = [*_group(listing.root, 0, listing.language, options)]
    if blocks and options.legend and listing.legend.items:
        blocks.insert(0, _legend(listing.legend))
    body = "\n\n".join(blocks) + "\n" if blocks else ""
    return _document(listing, options, body) if options.standalone else body


def _group(group: Group, level: int, language: str, options: Options) -> Iterator[str]:
    if group.heading is not None:
        yield f"\\{_HEADINGS[min(level, len(_HEADINGS) - 1)]}*{{{escape(group.heading)}}}"
        level += 1
    if group.entries:
        yield _entries(group.entries, language, options)
    for part in group.groups:
        yield from _group(part, level, language, options)


def _entries(entries: tuple[Entry, ...], language: str, options: Options) -> str:
    labels = [_BULLET if entry.number is None else f"{entry.label}." for entry in entries]
    items = "\n".join(
        f"\\item[{label}] {_entry(entry, language, options)}"
        for entry, label in zip(entries, labels, strict=True)
    )
    widest = max(labels, key=lambda label: 1 if label == _BULLET else len(label))
    return f"\\begin{{publist}}{{{widest}}}\n{items}\n\\end{{publist}}"


def _entry(entry: Entry, language: str, options: Options) -> str:
    text = inline(entry.text, language).strip()
    links = shown_links(entry, options.links, language)
    buttons = (f"[\\href{{{url(link.href)}}}{{{escape(link.label)}}}]" for link in links)
    return " ".join(filter(None, (text, *buttons)))


def _legend(legend: Legend) -> str:
    items = (f"{escape(item.mark)} {escape(item.text)}" for item in legend.items)
    return "\\publistlegend{" + " \\textperiodcentered{} ".join(items) + "}"


def _document(listing: Listing, options: Options, body: str) -> str:
    title = escape(options.title or words("labels", listing.language)["publications"])
    return (
        f"\\documentclass{{article}}\n\\usepackage[margin=25mm]{{geometry}}\n{preamble()}"
        f"\\begin{{document}}\n\n{{\\centering\\LARGE\\bfseries {title}\\par}}\n\\bigskip\n\n"
        f"{body}\n\\end{{document}}\n"
    )
