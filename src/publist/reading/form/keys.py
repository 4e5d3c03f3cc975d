"""The keys of an entry in the YAML form: one table for the reader, the schema and the docs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from publist.crosswalk.csl_variables import NAMES
from publist.model import RELATIONS, SCHEMES
from publist.reading.form import fields
from publist.reading.form.fields import Reader

__all__ = ["ALIASES", "IGNORED", "KEYS", "Key", "folded"]


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Args:
        name: As it is documented and written.
        read: What reads its value; None for the keys that are read before all others.
        shape: What its value looks like, by a name that the schema defines.
        about: What it means, for the schema and so for editors.
        aliases: Other spellings that are read.
    """

    name: str
    read: Reader | None
    shape: str
    about: str
    aliases: tuple[str, ...] = ()


def _contributor(variable: str) -> Key:
    name = variable.replace("-", "_")
    return Key(name, fields.people(variable), "people", f"Names: CSL's {variable}.", (f"{name}s",))


def _link(relation: str) -> Key:
    aliases = {"project": ("website", "project_page"), "paper": ("url",), "supplement": ("supp",)}
    return Key(
        relation,
        fields.link(relation),
        "link",
        f"A link of its own: {relation}.",
        aliases.get(relation, ()),
    )


KEYS = (
    Key(
        "id",
        None,
        "text",
        "A short name of the entry, unique in the list.",
        ("key", "citekey", "citation_key"),
    ),
    Key("type", None, "type", "What it is; left out, it is guessed from where it appeared."),
    Key(
        "entry_type",
        fields.text("entry_type"),
        "text",
        "BibTeX's word for the type.",
        ("entrytype",),
    ),
    Key("title", fields.rich("title"), "rich", "The title, with its subtitle."),
    Key("short_title", fields.rich("short_title"), "rich", "A short form of the title."),
    Key("authors", fields.authors, "people", "The authors in the printed order.", ("author",)),
    Key(
        "equal",
        fields.role("equal"),
        "who",
        "Who contributed equally; lists in a list are groups.",
        ("equal_contribution", "equal_contributions"),
    ),
    Key(
        "corresponding",
        fields.role("corresponding"),
        "who",
        "The corresponding authors.",
        ("corresponding_author", "corresponding_authors"),
    ),
    Key("lead", fields.role("lead"), "who", "Who leads the project.", ("project_lead",)),
    Key("roles", fields.roles, "roles", "Further roles, each with those who have it."),
    Key(
        "editors",
        fields.people("editors"),
        "people",
        "The editors in the printed order.",
        ("editor",),
    ),
    *(_contributor(name) for name in NAMES),
    Key("contributors", fields.contributors, "contributors", "Names by CSL's name variables."),
    Key(
        "date",
        fields.date("date"),
        "date",
        "When it was, or will be, issued.",
        ("year", "issued", "published"),
    ),
    Key("event_date", fields.date("event_date"), "date", "When the conference took place."),
    Key("accessed", fields.date("accessed"), "date", "When an online source was seen."),
    Key("original_date", fields.date("original_date"), "date", "When the original was issued."),
    Key("accepted", fields.date("accepted"), "date", "When it was accepted for publication."),
    Key(
        "venue",
        fields.venue,
        "venue",
        "Where it appeared: a conference, journal or the like.",
        ("conference", "booktitle"),
    ),
    Key(
        "journal",
        fields.rich("container"),
        "rich",
        "The journal it appeared in.",
        ("journaltitle",),
    ),
    Key(
        "container",
        fields.rich("container"),
        "rich",
        "The whole it appeared in, as printed.",
        ("container_title",),
    ),
    Key(
        "container_short",
        fields.text("container_short"),
        "text",
        "Its abbreviation as printed.",
        ("container_title_short",),
    ),
    Key(
        "series",
        fields.rich("collection"),
        "rich",
        "The series.",
        ("collection", "collection_title"),
    ),
    Key(
        "series_number",
        fields.text("collection_number"),
        "text",
        "Number in the series.",
        ("collection_number",),
    ),
    Key("volume", fields.text("volume"), "text", "The volume."),
    Key("issue", fields.text("issue"), "text", "Number of the issue."),
    Key("number", fields.text("number"), "text", "Number of a report, a patent or an article."),
    Key("pages", fields.pages, "text", "Pages, e.g. 1-10.", ("page",)),
    Key("number_of_pages", fields.text("number_of_pages"), "text", "Length of a book or thesis."),
    Key("chapter", fields.text("chapter"), "text", "Number of the chapter."),
    Key("edition", fields.text("edition"), "text", "The edition, e.g. 2."),
    Key("version", fields.text("version"), "text", "The version of software or data."),
    Key(
        "publisher",
        fields.text("publisher"),
        "text",
        "Publisher, university or institution.",
        ("institution", "school", "university"),
    ),
    Key(
        "place",
        fields.text("publisher_place"),
        "text",
        "Where the publisher is.",
        ("publisher_place", "address"),
    ),
    Key(
        "event",
        fields.text("event"),
        "text",
        "The conference's name where the venue is a book.",
        ("event_title",),
    ),
    Key(
        "event_place",
        fields.text("event_place"),
        "text",
        "Where the conference took place.",
        ("location",),
    ),
    Key("genre", fields.text("genre"), "text", "What kind of thesis or report, in words."),
    Key("status", fields.text("status"), "text", "State in words, e.g. submitted.", ("pubstate",)),
    Key("language", fields.language, "text", "The language's code, e.g. de.", ("langid",)),
    Key("note", fields.rich("note"), "rich", "A remark to print."),
    Key("annotation", fields.rich("annotation"), "rich", "A remark that citations leave out."),
    Key("abstract", fields.rich("abstract"), "rich", "The abstract."),
    Key("keywords", fields.keywords, "words", "Keywords.", ("keyword", "tags")),
    *(
        Key(scheme, fields.identifier(scheme), "identifier", f"Identifier: {scheme}.")
        for scheme in SCHEMES
    ),
    Key("identifiers", fields.identifiers, "identifiers", "Identifiers by scheme."),
    *(_link(relation) for relation in RELATIONS if relation not in ("arxiv", "other")),
    Key("links", fields.links, "links", "Links by relation."),
    Key(
        "awards",
        fields.awards,
        "awards",
        "Distinctions, e.g. Oral or Best Paper Award.",
        ("award",),
    ),
    Key("selected", fields.truth("selected"), "truth", "Whether it is among the selected works."),
    Key(
        "preview",
        fields.text("preview"),
        "text",
        "Path or address of a thumbnail.",
        ("image", "thumbnail"),
    ),
    Key("extra", fields.extra, "extra", "Fields of other formats, kept as they are."),
)
"""All keys, in the order they are documented, read and written."""

IGNORED = frozenset({"formatted", "source"})
"""Keys of publist's JSON output that say nothing new."""


def folded(name: str) -> str:
    """A key in the spelling of the table: case, hyphens and blanks do not matter."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _spellings(keys: Iterable[Key]) -> dict[str, str]:
    found = {alias: key.name for key in keys for alias in key.aliases}
    return found | {key.name: key.name for key in keys}


ALIASES = _spellings(KEYS)
"""The name in the table for every spelling that is read."""
