"""The JSON form of works, for tools and site templates: stable, documented, with a schema.

Every key is always there; what is unknown is null, or an empty list or object. A key keeps
its meaning; new ones may be added at the end of an object.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

__all__ = [
    "WORKS",
    "AuthorForm",
    "AwardForm",
    "FormattedForm",
    "LinkForm",
    "SourceForm",
    "VenueForm",
    "VersionForm",
    "WorkForm",
    "schema",
]


class _Form(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


class AuthorForm(_Form):
    """Somebody on the title page."""

    family: str | None = Field(description="Family name, or the only name.")
    given: str | None = Field(description="Given names or initials, as printed.")
    particle: str | None = Field(description="Particle that sorts with the family name: van der.")
    suffix: str | None = Field(description="Jr., III")
    literal: str | None = Field(description="The whole name of a group; the others are null then.")
    roles: list[str] = Field(
        description="equal, corresponding, lead, or a lab's own; a further group of equal "
        "contributors is equal:2."
    )
    person: str | None = Field(description="Id of the person, from people.yaml.")
    me: bool = Field(description="Whether this is the owner of the list.")
    dropping_particle: str | None = Field(
        description="Particle that does not: the von of L. von B."
    )
    name: str = Field(description="The whole name in its usual order.")
    orcid: str | None
    url: str | None
    affiliation: str | None


class VenueForm(_Form):
    """Where it appeared."""

    name: str | None = Field(description="Full name without year, place and publisher.")
    short: str | None = Field(description="The name readers know: ICML.")
    type: str | None = Field(description="conference, workshop, journal, preprint, book or other.")
    track: str | None = Field(description="main, workshop, findings, demo, blog post …")
    track_name: str | None = Field(description="The track's own name, e.g. of a workshop.")
    id: str | None = Field(description="Id in the catalogue of venues.")


class AwardForm(_Form):
    """A distinction in detail."""

    name: str
    kind: str = Field(description="oral, spotlight, best-paper … or other.")
    note: str | None = Field(description="top 1.5%")


class LinkForm(_Form):
    """A link. Unsafe ones, such as javascript:, are left out."""

    relation: str = Field(description="paper, pdf, code, data, slides, poster, video …")
    url: str
    label: str | None = Field(description="What to show instead of the relation's own word.")


class SourceForm(_Form):
    """Where it was read."""

    file: str
    line: int | None


class FormattedForm(_Form):
    """The formatted reference, in the style that was asked for."""

    markdown: str
    html: str
    latex: str
    text: str


class VersionForm(_Form):
    """Another version of the same work."""

    id: str
    type: str
    title: str
    venue: VenueForm | None
    date: str | None
    identifiers: dict[str, str | list[str]]
    links: list[LinkForm]
    source: SourceForm | None


class WorkForm(_Form):
    """One work."""

    id: str = Field(description="The entry's key.")
    type: str = Field(description="A CSL 1.0.2 item type: article-journal, paper-conference …")
    title: str = Field(description="Plain text.")
    authors: list[AuthorForm]
    venue: VenueForm | None
    date: str | None = Field(description="EDTF (2024-09, 2024-05/2024-06), or words: in press.")
    awards: list[str]
    identifiers: dict[str, str | list[str]] = Field(
        description="By scheme: doi, arxiv, pmid …; isbn and issn are lists."
    )
    links: list[LinkForm]
    selected: bool | None
    source: SourceForm | None
    formatted: FormattedForm | None
    title_markdown: str
    title_html: str
    title_latex: str
    year: int | None
    authors_truncated: bool = Field(description="Whether the source says et al.")
    editors: list[AuthorForm]
    award_details: list[AwardForm]
    container: str | None = Field(description="Journal or volume as the source prints it.")
    series: str | None
    volume: str | None
    issue: str | None
    number: str | None
    pages: str | None
    edition: str | None
    publisher: str | None
    publisher_place: str | None
    genre: str | None
    status: str | None
    language: str | None
    note: str | None
    abstract: str | None
    keywords: list[str]
    preview: str | None = Field(description="Path or URL of a thumbnail.")
    list_number: int | None = Field(description="Its number in a numbered list.")
    versions: list[VersionForm] = Field(description="The other versions, where works were joined.")
    extra: dict[str, str] = Field(description="Other fields, as the source has them.")
    accepted: str | None = Field(description="When it was accepted, like date.")


WORKS: TypeAdapter[list[WorkForm]] = TypeAdapter(list[WorkForm])
"""A whole document: an array of works."""


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a document.

    >>> schema()["type"]
    'array'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "publist works",
        **WORKS.json_schema(mode="serialization"),
    }
