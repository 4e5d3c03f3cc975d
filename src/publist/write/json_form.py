"""JSON: the stable form of works for tools and site templates.

:mod:`publist.write.json_types` says what is in it, ``docs/output.md`` in words.
"""

from __future__ import annotations

from collections.abc import Sequence

from publist.model import Author, Entry, Identifier, Listing, Record, Source, Venue, Work
from publist.richtext import RichText
from publist.write import html_inline, latex_inline, markdown_inline, text
from publist.write.json_types import (
    WORKS,
    AuthorForm,
    AwardForm,
    FormattedForm,
    LinkForm,
    SourceForm,
    VenueForm,
    VersionForm,
    WorkForm,
)
from publist.write.options import DEFAULT, Options
from publist.write.urls import safe_url

__all__ = ["work_form", "works_to_json", "write"]


def write(listing: Listing, options: Options = DEFAULT) -> str:
    r"""Write the works of a list as JSON, in the order of the list.

    A work that stands under several headings comes once; headings and legend are left out.

    Args:
        listing: The list.
        options: Only ``links`` counts here.

    >>> write(Listing())
    '[]\n'
    """
    entries: dict[int, Entry] = {}
    for entry in listing.root.walk():
        entries.setdefault(id(entry.work), entry)
    forms = [
        work_form(entry.work, entry.text, listing.language).model_copy(
            update={"list_number": entry.number, "links": _links(entry.work.record, options.links)}
        )
        for entry in entries.values()
    ]
    return _dumped(forms)


def works_to_json(
    works: Sequence[Work], texts: Sequence[RichText | None] | None = None, language: str = "en"
) -> str:
    r"""Write works as JSON.

    Args:
        works: The works.
        texts: Their formatted references, one for each, where they are formatted.
        language: BCP 47 code of the references.

    >>> works_to_json([])
    '[]\n'
    """
    formatted = texts if texts is not None else [None] * len(works)
    pairs = zip(works, formatted, strict=True)
    return _dumped([work_form(work, reference, language) for work, reference in pairs])


def work_form(work: Work, reference: RichText | None = None, language: str = "en") -> WorkForm:
    """One work as it stands in the JSON form.

    Args:
        work: The work.
        reference: Its formatted reference.
        language: BCP 47 code of the reference.
    """
    record = work.record
    own = record.language or language
    return WorkForm(
        id=record.key,
        type=record.type,
        title=text.inline(record.title, own),
        authors=[_author(author) for author in record.authors],
        venue=_venue(record.venue),
        date=str(record.date) if record.date else None,
        awards=[award.name for award in record.awards],
        identifiers=_identifiers(record.identifiers),
        links=_links(record),
        selected=record.selected,
        source=_source(record.source),
        formatted=_formatted(reference, language) if reference is not None else None,
        title_markdown=markdown_inline.inline(record.title, own),
        title_html=html_inline.inline(record.title, own),
        title_latex=latex_inline.inline(record.title, own),
        year=record.year,
        authors_truncated=record.authors_truncated,
        editors=[_author(editor) for editor in record.editors],
        award_details=[AwardForm(name=a.name, kind=a.kind, note=a.note) for a in record.awards],
        container=text.inline(record.container, own) or None,
        series=text.inline(record.collection, own) or None,
        **{name: getattr(record, name) for name in _AS_THEY_ARE},
        note=text.inline(record.note, own) or None,
        abstract=text.inline(record.abstract, own) or None,
        keywords=list(record.keywords),
        list_number=None,
        versions=[_version(version) for version in work.versions[1:]],
        extra=dict(record.extra),
        accepted=str(record.accepted) if record.accepted else None,
    )


_AS_THEY_ARE = (
    "volume",
    "issue",
    "number",
    "pages",
    "edition",
    "publisher",
    "publisher_place",
    "genre",
    "status",
    "language",
    "preview",
)


def _dumped(forms: list[WorkForm]) -> str:
    return WORKS.dump_json(forms, indent=2).decode("utf-8") + "\n"


def _author(author: Author) -> AuthorForm:
    name = author.name
    return AuthorForm(
        family=name.family,
        given=name.given,
        particle=name.particle,
        suffix=name.suffix,
        literal=name.literal,
        roles=[str(role) for role in author.roles],
        person=author.person,
        me=author.me,
        dropping_particle=name.dropping_particle,
        name=str(name),
        orcid=author.orcid,
        url=safe_url(author.url) if author.url else None,
        affiliation=author.affiliation,
    )


def _venue(venue: Venue | None) -> VenueForm | None:
    if venue is None:
        return None
    return VenueForm(
        name=venue.name,
        short=venue.short,
        type=venue.kind,
        track=venue.track.kind,
        track_name=venue.track.name,
        id=venue.id,
    )


def _identifiers(identifiers: Sequence[Identifier]) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for identifier in identifiers:
        value = identifier.value
        if identifier.version is not None:
            value += f"v{identifier.version}"
        if identifier.scheme in ("isbn", "issn"):
            found[identifier.scheme] = [*found.get(identifier.scheme, []), value]
        else:
            found.setdefault(identifier.scheme, value)
    return found


def _links(record: Record, relations: Sequence[str] | None = None) -> list[LinkForm]:
    return [
        LinkForm(relation=link.relation, url=url, label=link.label)
        for link, url in ((link, safe_url(link.url)) for link in record.links)
        if url is not None and (relations is None or link.relation in relations)
    ]


def _source(source: Source | None) -> SourceForm | None:
    return SourceForm(file=source.file, line=source.line) if source else None


def _formatted(reference: RichText, language: str) -> FormattedForm:
    return FormattedForm(
        markdown=markdown_inline.inline(reference, language),
        html=html_inline.inline(reference, language),
        latex=latex_inline.inline(reference, language),
        text=text.inline(reference, language),
    )


def _version(record: Record) -> VersionForm:
    return VersionForm(
        id=record.key,
        type=record.type,
        title=text.inline(record.title, record.language or "en"),
        venue=_venue(record.venue),
        date=str(record.date) if record.date else None,
        identifiers=_identifiers(record.identifiers),
        links=_links(record),
        source=_source(record.source),
    )
