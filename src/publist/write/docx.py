"""Word documents, made by pandoc of HTML that it understands to the last element.

Headings, emphasis, links, raised marks and formulas become Word's own; entries have the
paragraph style *Bibliography*, so that a document's template decides about indents.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from html import escape

from publist.errors import OutputError
from publist.model import Entry, Group, Legend, Listing
from publist.words import words
from publist.write.html_inline import inline_for_documents
from publist.write.html_page import direction
from publist.write.links import shown_links
from publist.write.options import DEFAULT, Options
from publist.write.settle import printable

__all__ = ["source", "write"]

_SECONDS = 120
# One list gives one document, to the byte: a build tells by it what is up to date. A ZIP file,
# which Word's documents are, knows no day before this one.
_DAY = {"SOURCE_DATE_EPOCH": "315532800"}


def write(listing: Listing, options: Options = DEFAULT) -> bytes:
    """Write a list as a Word document (Office Open XML).

    Args:
        listing: The list.
        options: What is shown besides the references; ``standalone`` adds a title.

    Raises:
        OutputError: pandoc is not installed, or it fails.
    """
    program = shutil.which("pandoc")
    if program is None:
        raise OutputError(
            "Word documents are made by pandoc, which is not installed here (pandoc.org has it "
            "for every system); --to html gives a page that Word opens as well.",
            key="to",
            value="docx",
        )
    # Nothing of the list is an argument; formulas stand between \( and \).
    command = [program, "--from=html+tex_math_single_backslash", "--to=docx", "--output=-"]
    done = subprocess.run(  # noqa: S603  # a program found on the path, no shell
        command,
        input=source(listing, options).encode(),
        capture_output=True,
        env={**_DAY, **os.environ},
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise OutputError(f"pandoc made no document: {said}", key="to", value="docx")
    return done.stdout


def source(listing: Listing, options: Options = DEFAULT) -> str:
    """The HTML that pandoc gets.

    Args:
        listing: The list.
        options: What is shown besides the references.
    """
    language = listing.language
    title = ""
    if options.standalone:
        shown = options.title or words("labels", language)["publications"]
        title = f"<title>{escape(printable(shown))}</title>"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}"{direction(language)}>',
        f'<head><meta charset="utf-8">{title}</head>',
        "<body>",
    ]
    if options.legend and listing.legend.items:
        lines.append(_legend(listing.legend))
    lines += _group(listing.root, listing.heading_level - 1, language, options)
    return "\n".join([*lines, "</body>", "</html>", ""])


def _legend(legend: Legend) -> str:
    items = (printable(f"{item.mark} {item.text}") for item in legend.items)
    return f"<p>{escape(' · '.join(items))}</p>"


def _group(group: Group, level: int, language: str, options: Options) -> Iterator[str]:
    if group.heading is not None:
        tag = f"h{min(max(level, 1), 6)}"
        yield f"<{tag}>{escape(printable(group.heading))}</{tag}>"
        level += 1
    for entry in group.entries:
        text = _entry(entry, language, options)
        yield f'<div data-custom-style="Bibliography"><p>{text}</p></div>'
    for part in group.groups:
        yield from _group(part, level, language, options)


def _entry(entry: Entry, language: str, options: Options) -> str:
    number = "" if entry.number is None else f"{entry.label}. "
    links = " · ".join(
        f'<a href="{escape(link.href)}">{escape(link.label)}</a>'
        for link in shown_links(entry, options.links, language)
    )
    text = inline_for_documents(entry.text, language).strip()
    return " ".join(filter(None, (f"{number}{text}", links)))
