"""The data files of site themes: lists in which every lab has keys of its own.

There is no standard; what many of them do is a rule here: a link with the text to display, a
list of labelled buttons, a conference with its year in one text, a date in pieces, flags at
authors. A rule whose keys are absent does nothing, so all of them can run over any entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from publist.model import RELATIONS
from publist.reading.dialects.imprints import say_imprint
from publist.reading.dialects.rebuilding import Rebuilt, items_of, said, text_at
from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["groups_in", "is_themed", "rebuilt"]

_DATES = ("date", "year", "issued", "published", "pubdate", "publishdate")
_CONFERENCE = ("conf", "conference_name", "proceeding", "proceedings")
_MADE_OF = {"authors_long": "authors", "author_long": "authors", "full_authors": "authors"}
_FLAGS = {
    "is_first": "equal",
    "is_cofirst": "equal",
    "equal": "equal",
    "equal_contrib": "equal",
    "is_corresponding": "corresponding",
    "corresponding": "corresponding",
    "is_lead": "lead",
}
_STARS = ("highlight", "featured", "marked", "starred", "is_selected", "select")
_RELATIONS = {
    "url": "paper",
    "link": "paper",
    "paper": "paper",
    "paperurl": "paper",
    "publisher": "paper",
    "article": "paper",
    "page": "project",
    "project page": "project",
    "projectpage": "project",
    "website": "project",
    "web": "project",
    "homepage": "project",
    "paper pdf": "pdf",
    "preprint": "arxiv",
    "preprints": "arxiv",
    "github": "code",
    "gitlab": "code",
    "software": "code",
    "source": "code",
    "dataset": "data",
    "datasets": "data",
    "talk": "video",
    "youtube": "video",
    "presentation": "slides",
    "supp": "supplement",
    "supplementary": "supplement",
    "bib": "bibtex",
}
_LABELS = ("text", "label", "name", "tag", "type", "title", "display")
_ADDRESSES = ("url", "link", "href")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"(?:https?:/)?/|www\.|\.{1,2}/")
_PREFIXED = re.compile(r"(doi|pmid|pmc|arxiv|isbn)\s*:\s*(\S+)", re.IGNORECASE)
_VOLUME = re.compile(r"\s*(\d+)\s*(?:\(([^()]+)\))?\s*:\s*(.+)")


def is_themed(entry: Mapping) -> bool:
    """Whether an entry has a key or a value of the kinds that rules here read."""
    new = Rebuilt(entry)
    keys = new.left.keys()
    if keys & _OWN:
        return False
    if keys & _SIGNS or any(_is_shown_link(value) for value in new.left.values()):
        return True
    if any(_labelled(item) for key in ("tags", "links", "link") for item in _listed(new, key)):
        return True
    found = _PREFIXED.fullmatch(said(new.left.get("id")))
    return bool(found and found[1].lower() not in keys) or _flagged(new)


_SIGNS = frozenset(
    {*_CONFERENCE, *_MADE_OF, "vip", "pubdate", "news1", "news2", "resources", "buttons",
     "pub_type", "paper_pdf", "paperurl", "preprint", "abbr", "highlight", "url_pdf",
     "abstractnote", "proceedingstitle", "publicationtitle", "link", "month"}
)  # fmt: skip


# Keys that no theme has, and that publist writes.
_OWN = frozenset(("entry_type", "extra"))


def _listed(new: Rebuilt, key: str) -> list[Value]:
    """The items of a list; a mapping of links is publist's own form."""
    value = new.left.get(key)
    return value.items if isinstance(value, Sequence) else []


def rebuilt(entry: Mapping) -> Mapping:
    """An entry of a theme's data file in publist's own form.

    Args:
        entry: The entry; what no rule knows stays as it is.
    """
    new = Rebuilt(entry)
    for rule in _RULES:
        rule(new)
    return new.rest()


def groups_in(root: Mapping) -> list[Value] | None:
    """The entries of a file that keeps them in lists by kind: ``journal-papers``, ``preprints``.

    Args:
        root: The whole file.

    Returns:
        All of them, each with the kind that its list's name says; None where the file is not
        made so.
    """
    if "title" in root.items:
        return None
    entries: list[Value] = []
    for name, value in root.items.items():
        listed = [item for item in items_of(value) if isinstance(item, Mapping)]
        if isinstance(value, Sequence) and any("title" in item.items for item in listed):
            entries += [_of_kind(item, name, value.place) for item in listed]
    return entries or None


_KINDS = (
    ("thesis", re.compile(r"thes[ei]s|dissertation", re.IGNORECASE)),
    ("patent", re.compile(r"patent", re.IGNORECASE)),
    ("chapter", re.compile(r"chapter", re.IGNORECASE)),
    ("preprint", re.compile(r"preprint|arxiv|working", re.IGNORECASE)),
    ("journal", re.compile(r"journal", re.IGNORECASE)),
    ("conference", re.compile(r"conference|workshop|proceeding", re.IGNORECASE)),
)


def _of_kind(entry: Mapping, group: str, place: Place) -> Mapping:
    kinds = [kind for kind, pattern in _KINDS if pattern.search(group)]
    if len(kinds) != 1 or "type" in entry.items:
        return entry
    return Mapping(entry.place, {**entry.items, "type": text_at(kinds[0], place)}, entry.places)


def _full_names(new: Rebuilt) -> None:
    """Of a short and a long list of authors the long one counts."""
    for theirs, ours in _MADE_OF.items():
        if theirs in new.left:
            new.left.pop(ours, None)
            new.move(ours, theirs)


def _flagged(new: Rebuilt) -> bool:
    people = items_of(new.left.get("authors") or new.left.get("author"))
    return any(
        isinstance(each, Mapping) and not _FLAGS.keys().isdisjoint(each.items) for each in people
    )


def _flags(new: Rebuilt) -> None:
    """Authors as mappings with flags: ``{name: J. Jang, is_corresponding: true}``."""
    key = "authors" if "authors" in new.left else "author"
    people = items_of(new.left.get(key))
    if not _flagged(new):
        return
    authors = new.take(key)
    assert authors is not None
    firsts = sum(1 for each in people if "equal" in _roles_of(each))
    names = [_described(each, shared=firsts > 1) for each in people]
    new.put("authors", Sequence(authors.place, names))


def _roles_of(person: Value) -> list[str]:
    if not isinstance(person, Mapping):
        return []
    flagged = (_FLAGS.get(key) for key, value in person.items.items() if _is_true(value))
    return list(dict.fromkeys(role for role in flagged if role))


def _is_true(value: Value) -> bool:
    return said(value).lower() in ("true", "yes", "1", "y")


def _described(person: Value, *, shared: bool) -> Value:
    """A person with roles; a first author who is first alone shares nothing."""
    if not isinstance(person, Mapping):
        return person
    made = Mapping(person.place)
    identity = said(person.items.get("link") or person.items.get("id"))
    for key, value in person.items.items():
        if key in ("name", "family", "given", "orcid", "url", "affiliation"):
            made.items[key] = value
    if "name" not in made.items and "family" not in made.items and identity:
        made.items["name"] = text_at(_name_of(identity), person.place)
        made.items["person"] = text_at(identity, person.place)
    roles = [role for role in _roles_of(person) if shared or role != "equal"]
    if roles:
        made.items["roles"] = Sequence(person.place, [text_at(r, person.place) for r in roles])
    return made


def _name_of(identity: str) -> str:
    """The name that an id is made of: ``hyeshik-chang`` is Hyeshik Chang."""
    return " ".join(part.capitalize() for part in re.split(r"[-_\s]+", identity) if part)


def _is_shown_link(value: Value) -> bool:
    return isinstance(value, Mapping) and "display" in value.items


def _shown_links(new: Rebuilt) -> None:
    """``link: {url, display}``: the text displayed is where it appeared."""
    lines: list[Value] = []
    for key in [name for name in new.left if re.fullmatch(r"link\d?", name)]:
        value = new.left[key]
        if not isinstance(value, Mapping):
            continue
        del new.left[key]
        for name, address in value.items.items():
            if name == "display":
                lines.append(address)
            else:
                new.link(_RELATIONS.get(name, name), address)
    # Of a preprint and the published version the latter is what the entry is.
    for line in sorted(lines, key=lambda each: "arxiv" in said(each).lower()):
        if not _ADDRESS.match(said(line)):
            say_imprint(new, said(line), line.place)


def _labelled(item: Value) -> tuple[str, Value] | None:
    """The label and the address of one button of a list of them."""
    if not isinstance(item, Mapping) or "relation" in item.items:
        return None
    address = next((item.items[key] for key in _ADDRESSES if key in item.items), None)
    label = next((said(item.items[key]) for key in _LABELS if said(item.items.get(key))), "")
    if address is not None and label:
        return label, address
    if len(item.items) == 1:
        (name, only), *_ = item.items.items()
        if isinstance(only, Scalar) and _ADDRESS.match(said(only)):
            return name, only
    return None


def _buttons(new: Rebuilt) -> None:
    """Lists of labelled links, under whatever key: ``- {text: PDF, url: …}``, ``- code: …``."""
    for key in ("links", "link", "tags", "resources", "buttons", "urls"):
        value = new.left.get(key)
        found = [_labelled(item) for item in items_of(value) if isinstance(value, Sequence)]
        if not any(found):
            continue
        del new.left[key]
        for each in found:
            if each is not None:
                new.link(_relation(each[0]), each[1])


def _relation(label: str) -> str:
    word = " ".join(label.strip().lower().strip("[]").replace("_", " ").split())
    known = _RELATIONS.get(word, word)
    return known if known in RELATIONS else label.strip()


def _single_links(new: Rebuilt) -> None:
    """Addresses under keys of their own: ``paper_pdf``, ``preprint``, ``url_code``."""
    for key in list(new.left):
        value = new.left[key]
        word = key.removeprefix("url_").removesuffix("_url").replace("_", " ")
        relation = _RELATIONS.get(word, word if key.startswith("url_") else "")
        address = said(value)
        if relation and _ADDRESS.match(address):
            del new.left[key]
            new.link(_relation(relation), value)


def _conference(new: Rebuilt) -> None:
    """Conference and year in one text: ``conf: VLDB 2023``, ``abbr: CVPR 2026``."""
    for key in _CONFERENCE:
        value = new.take(key)
        if value is not None:
            say_imprint(new, said(value), value.place)
    if not {"venue", "journal", "booktitle", "conference", "container"} & new.left.keys():
        value = new.left.get("abbr")
        if value is not None and "venue" not in new.made.items and said(value):
            say_imprint(new, said(value), new.left.pop("abbr").place)


def _dated_venue(new: Rebuilt) -> None:
    """A venue with its year, where no other key has the year."""
    if any(new.left.get(key) is not None for key in _DATES) or "date" in new.made.items:
        return
    for key in ("venue", "journal", "publication"):
        value = new.left.get(key)
        if isinstance(value, Scalar) and _YEAR.search(value.text):
            del new.left[key]
            say_imprint(new, value.text, value.place)
            return


def _date_in_pieces(new: Rebuilt) -> None:
    """``pubdate: {year: 2026, month: Apr, mday: 13}``."""
    value = new.left.get("pubdate")
    if value is None:
        return
    new.take("pubdate")
    if isinstance(value, Mapping):
        parts = [said(value.items.get(key)) for key in ("mday", "month", "year")]
        new.say(
            "date",
            " ".join(
                part for part in (parts[0] or said(value.items.get("day")), *parts[1:]) if part
            ),
            value.place,
        )
    else:
        new.put("date", value)


def _volume_issue_pages(new: Rebuilt) -> None:
    """``vip: 58:1203–1215``: volume, issue and pages in one."""
    value = new.left.get("vip")
    found = _VOLUME.fullmatch(said(value))
    if value is None or not found:
        return
    new.take("vip")
    for key, text in zip(("volume", "issue", "pages"), found.groups(), strict=True):
        new.say(key, (text or "").strip(), value.place)


def _identity(new: Rebuilt) -> None:
    """``id: doi:10.1000/182``, as Manubot has it: an identifier, and no key to cite by."""
    value = new.left.get("id")
    found = _PREFIXED.fullmatch(said(value))
    if value is not None and found:
        scheme = found[1].lower().replace("pmc", "pmcid")
        del new.left["id"]
        new.say(scheme, found[2], value.place)


def _published_in(new: Rebuilt) -> None:
    """Where nothing else says it, what is called the publisher is where it appeared."""
    others = {"venue", "journal", "booktitle", "conference", "container", "publication"}
    kind = new.text("pub_type")
    if kind:
        # Then the key "venue" is a town.
        new.move("event_place", "venue")
        new.say("type", kind)
        new.move("venue", "publisher")
    elif "publisher" in new.left and not others & (new.left.keys() | new.made.items.keys()):
        books = ("book", "thesis", "phdthesis", "report", "techreport")
        if said(new.left.get("type")).lower() not in books:
            new.move("venue", "publisher")


def _year_and_month(new: Rebuilt) -> None:
    """``year: 2024`` and ``month: May`` apart."""
    month = new.left.get("month")
    year = new.left.get("year")
    if month is None or year is None or "date" in new.left or not said(month):
        return
    del new.left["month"], new.left["year"]
    new.say(
        "date",
        f"{said(month)} {said(year)}"
        if not said(month).isdigit()
        else f"{said(year)}-{said(month):0>2}",
        year.place,
    )


def _as_zotero_says(new: Rebuilt) -> None:
    """Zotero's field names in small letters, as papis and exporters write them."""
    named = new.take("proceedingstitle", "publicationtitle", "booktitle", "conferencename")
    new.put("venue", named)
    new.move("id", "id", "ref", "citekey", "key")


def _remarks(new: Rebuilt) -> None:
    """Texts beside the entry: news of it, a summary."""
    new.move("note", "news1", "news2", "note", "notes", "comments")
    new.move("abstract", "abstract", "abstractnote")
    if new.take(*_STARS) is not None:
        starred = any(_is_true(v) for k, v in new.source.items.items() if k.lower() in _STARS)
        if starred and "selected" not in new.left:
            new.say("selected", "true")


_RULES: tuple[Callable[[Rebuilt], None], ...] = (
    _full_names,
    _flags,
    _identity,
    _as_zotero_says,
    _shown_links,
    _buttons,
    _single_links,
    _published_in,
    _conference,
    _dated_venue,
    _date_in_pieces,
    _volume_issue_pages,
    _year_and_month,
    _remarks,
)
