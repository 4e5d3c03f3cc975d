"""People: whose name it is that stands on a record, and which of them owns the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publist.model import Author, Name, Person, Record, orcid
from publist.names import compatible, read_author
from publist.names.fold import fold, umlauts_shortened
from publist.names.initials import are_initials
from publist.problems import Problem, Severity

__all__ = ["resolve_people"]

# Below this a name may be anybody's: a family name alone, names exchanged and shortened.
_LIKELY = 0.5
_OWNER_SHARE = 0.6
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who owns the list: a person of the project, or somebody known by name alone."""

    person: Person
    listed: bool


def resolve_people(
    records: Sequence[Record], people: Sequence[Person], me: str | None
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Say of each author who it is, and whether it is the owner of the list.

    An author is a person whose id or ORCID the source gives, or whose name in any of its forms
    is compatible with the printed one: aliases, initials, a name left out, another order. A name
    in ``not_names`` never is, nor one that contradicts every name of the person. Where several
    people of the project fit, nobody is taken, with one Problem ``person-unclear`` for the name.
    The owner is highlighted the same way, and at most once in a list: of several authors who
    fit, the one that the source marks (by id, ORCID or emphasis), else the only one whose full
    name fits; else nobody, with a Problem ``owner-unclear``.

    Without ``me`` the owner is whoever is emphasised, where the emphasised names of nearly all
    records that have some are one person's.

    Args:
        records: Records, their roles settled.
        people: The project's people.
        me: The owner: a name, the id of a person, or an ORCID iD.

    Returns:
        The records with ``Author.person`` and ``Author.me`` set, with ``orcid`` and ``url`` of
        the person where the source has none, and the problems:
        ``owner-unclear``, ``owner-unknown`` (never found) and ``person-unclear``.

    >>> from publist.names import read_authors
    >>> record = Record(key="a", authors=read_authors("Z. Tang and S. Shi").authors)
    >>> (resolved,), _ = resolve_people([record], [], "Zhenheng Tang")
    >>> [author.me for author in resolved.authors]
    [True, False]
    """
    problems: list[Problem] = []
    owner = _owner(records, people, me, problems)
    fits = _Fits(people, owner)
    resolved = []
    for record in records:
        changed = _resolved(record, record.authors, fits, problems)
        editors = _resolved(record, record.editors, fits, problems)
        if changed == record.authors and editors == record.editors:
            resolved.append(record)
        else:
            resolved.append(record.change(authors=changed, editors=editors))
    if owner and me and not any(author.me for record in resolved for author in record.authors):
        problems.append(_never_found(me, problems))
    return tuple(resolved), (*problems, *map(_nobody, fits.unclear.values()))


def _owner(
    records: Sequence[Record], people: Sequence[Person], me: str | None, problems: list[Problem]
) -> _Owner | None:
    if me is None or not me.strip():
        name = _emphasised(records)
        return _named_owner(name, people) if name else None
    wanted = me.strip()
    number = orcid(wanted)
    for person in people:
        if person.id == wanted or (number and person.orcid == number):
            return _Owner(person, listed=True)
    if number:
        return _Owner(Person(id="", names=_names_with(number, records), orcid=number), listed=False)
    author = read_author(wanted, "human")
    name = author.name
    if author.person:
        return _Owner(Person(id=author.person, names=(name,)), listed=False)
    fitting = [person for person in people if _best(name, person) >= _LIKELY]
    exact = [person for person in fitting if _best(name, person) >= 0.95]
    if len(fitting) > 1 and len(exact) != 1:
        problems.append(
            _owner_problem(
                "owner-unclear",
                f"{wanted!r} may be several people of the project: "
                + ", ".join(person.id for person in fitting)
                + ". Give the id.",
                wanted,
            )
        )
        return None
    return _named_owner(name, people)


def _names_with(number: str, records: Sequence[Record]) -> tuple[Name, ...]:
    """The names beside an ORCID iD in the sources."""
    found = (a.name for record in records for a in record.authors if a.orcid == number)
    return tuple(sorted(set(found), key=str))


def _named_owner(name: Name, people: Sequence[Person]) -> _Owner | None:
    ranked = sorted(people, key=lambda person: -_best(name, person))
    if ranked and _best(name, ranked[0]) >= _LIKELY:
        person = ranked[0]
        # What the user typed is one of this person's names as well.
        if name not in person.names:
            person = person.model_copy(update={"names": (*person.names, name)})
        return _Owner(person, listed=True)
    return _Owner(Person(id="", names=(name,)), listed=False)


def _emphasised(records: Sequence[Record]) -> Name | None:
    """The one name that is emphasised throughout, in its fullest form."""
    marked = [
        [author.name for author in record.authors if author.emphasised or author.me]
        for record in records
    ]
    marked = [names for names in marked if names]
    counts = Counter(name for names in marked for name in names)
    best: tuple[int, int, str] | None = None
    found: Name | None = None
    for name in counts:
        fitting = sum(
            any(compatible(name, other).score >= _LIKELY for other in names) for names in marked
        )
        rank = (fitting, len(name.given or ""), str(name))
        if best is None or rank > best:
            best, found = rank, name
    if found is None or best is None or best[0] < max(1, _OWNER_SHARE * len(marked)):
        return None
    return found


@dataclass(slots=True)
class _Unclear:
    """A printed name that may be several people's, and the records with it."""

    name: Name
    people: tuple[Person, ...]
    first: Record
    count: int = 0


class _Fits:
    """Which person an author may be, worked out once for each printed name."""

    def __init__(self, people: Sequence[Person], owner: _Owner | None) -> None:
        self.owner = owner
        self._people = {person.id: person for person in people}
        if owner and owner.listed:
            self._people[owner.person.id] = owner.person
        self._by_orcid = {person.orcid: person for person in people if person.orcid}
        self._known: dict[Name, tuple[tuple[float, Person], ...]] = {}
        self._owner_words = (
            {word for name in owner.person.names for word in _words(name)} if owner else set()
        )
        self.unclear: dict[Name, _Unclear] = {}
        self._near: dict[tuple[str | None, ...], bool] = {}
        # Only somebody with a word of the family name in common can fit.
        self._by_word: dict[str, list[Person]] = {}
        for person in self._people.values():
            for word in {word for name in person.names for word in _words(name)}:
                self._by_word.setdefault(word, []).append(person)

    def named(self, author: Author) -> Person | None:
        """The person whose id or ORCID the source gives."""
        if author.person and author.person in self._people:
            return self._people[author.person]
        return self._by_orcid.get(author.orcid) if author.orcid else None

    def known(self, author: Author) -> Author:
        """The author with the ORCID and the page of the person, where the source has none."""
        person = self._people.get(author.person or "")
        if person is None:
            return author
        told = {"orcid": author.orcid or person.orcid, "url": author.url or person.url}
        if told == {"orcid": author.orcid, "url": author.url}:
            return author
        return author.model_copy(update=told)

    def nobody(self, name: Name, people: tuple[Person, ...], record: Record) -> None:
        """Remember a name of which it is not clear whose it is, for one remark on all of them."""
        self.unclear.setdefault(name, _Unclear(name, people, record)).count += 1

    def owner_score(self, author: Author) -> float:
        """How well a name fits the owner; nothing is compared without a word in common."""
        name = author.name
        key = (name.family, name.given, name.particle, name.literal)
        near = self._near.get(key)
        if near is None:
            near = self._near[key] = not self._owner_words.isdisjoint(_words(name))
        if not near or self.owner is None or _contradicts(author, self.owner.person):
            return 0.0
        return _best(name, self.owner.person)

    def people(self, author: Author, key: str) -> list[tuple[float, Person]]:
        """The people of the project whose name fits, with how well."""
        if not self._people:
            return []
        name = author.name
        if name not in self._known:
            self._known[name] = self._ranked(name)
        return [
            (score, person)
            for score, person in self._known[name]
            if key not in person.not_keys and not _contradicts(author, person)
        ]

    def _ranked(self, name: Name) -> tuple[tuple[float, Person], ...]:
        near: dict[str, Person] = {}
        for word in _words(name):
            for person in self._by_word.get(word, ()):
                near[person.id] = person
        ranked = [(_best(name, person), person) for person in near.values()]
        return tuple(
            sorted((one for one in ranked if one[0] >= _LIKELY), key=lambda one: one[1].id)
        )


def _words(name: Name) -> list[str]:
    text = " ".join(filter(None, (name.family, name.given, name.literal)))
    words = umlauts_shortened(fold(text)).split()
    whole = fold(" ".join(filter(None, (name.particle, name.family)))).replace(" ", "")
    return [*(word for word in words if len(word) > 1), umlauts_shortened(whole)]


def _contradicts(author: Author, person: Person) -> bool:
    """Whether the source names somebody else outright."""
    if author.orcid and person.orcid and author.orcid != person.orcid:
        return True
    said = author.person
    if not said or said == person.id:
        return False
    # DBLP's numbers tell namesakes apart from each other, not from people of the project.
    return not said.startswith("dblp:") or person.id.startswith("dblp:")


def _best(name: Name, person: Person) -> float:
    """How well a printed name fits a person; 0 for names that are somebody else's."""
    for other in person.not_names:
        if compatible(name, other).score >= 0.95:
            return 0.0
    best = max((compatible(name, own).score for own in person.names), default=0.0)
    # Initials fit many: a full name of the person that contradicts the printed one decides.
    if best < 0.9 and _full_contradiction(name, person):
        return 0.0
    return best


def _full_contradiction(name: Name, person: Person) -> bool:
    full = [own for own in person.names if _is_full(own)]
    return bool(full) and not any(compatible(name, own) for own in full)


def _is_full(name: Name) -> bool:
    """Whether the first given name is there in full."""
    words = fold(name.given).split() if name.given else []
    return bool(words) and len(words[0]) > 1 and not are_initials((name.given or "").split()[0])


def _resolved(
    record: Record, people: tuple[Author, ...], fits: _Fits, problems: list[Problem]
) -> tuple[Author, ...]:
    owner = _owner_index(record, people, fits, problems)
    found = tuple(
        _with_person(author, fits, record, own=index == owner)
        for index, author in enumerate(people)
    )
    return tuple(fits.known(author) for author in _once_each(found, people))


def _with_person(author: Author, fits: _Fits, record: Record, *, own: bool) -> Author:
    if own:
        assert fits.owner is not None
        person = fits.owner.person
        said = not author.by_name and (author.me or author.emphasised or _is_said(author, person))
        own_id = person.id if fits.owner.listed else author.person
        found = {"me": True, "person": own_id or author.person, "by_name": not said}
        return author.model_copy(update=found)
    if author.me and fits.owner:
        author = author.model_copy(update={"me": False})
    named = fits.named(author)
    if named:
        return author.model_copy(update={"person": named.id})
    if author.person:
        return author
    fitting = fits.people(author, record.key)
    if fits.owner and fits.owner.listed:
        # Who the owner is in this list has been decided already.
        fitting = [one for one in fitting if one[1].id != fits.owner.person.id]
    if not fitting:
        return author
    best = max(score for score, _ in fitting)
    clear = [one for one in fitting if one[0] >= max(0.95, best)] if len(fitting) > 1 else fitting
    if len(clear) != 1:
        fits.nobody(author.name, tuple(person for _, person in clear or fitting), record)
        return author
    return author.model_copy(update={"person": clear[0][1].id, "by_name": True})


def _once_each(found: tuple[Author, ...], before: tuple[Author, ...]) -> tuple[Author, ...]:
    """Nobody is in one list twice: a person found at several authors is at none of them."""
    counts = Counter(author.person for author in found if author.person)
    return tuple(
        author.model_copy(update={"person": old.person, "by_name": old.by_name})
        if author.person and counts[author.person] > 1 and author.person != old.person
        and not author.me
        else author
        for author, old in zip(found, before, strict=True)
    )  # fmt: skip


def _owner_index(
    record: Record, people: tuple[Author, ...], fits: _Fits, problems: list[Problem]
) -> int | None:
    owner = fits.owner
    if owner is None or record.key in owner.person.not_keys:
        return None
    certain = [index for index, author in enumerate(people) if _is_said(author, owner.person)]
    if len(certain) == 1:
        return certain[0]
    scores = {
        index: score
        for index, author in enumerate(people)
        if (score := fits.owner_score(author)) >= _LIKELY
    }
    if not scores:
        # A name that nobody told us of, and the source says it is the owner's.
        flagged = [index for index, author in enumerate(people) if author.me]
        return flagged[0] if len(flagged) == 1 else None
    if len(scores) == 1:
        return next(iter(scores))
    return _decided(record, people, scores, problems)


def _is_said(author: Author, person: Person) -> bool:
    """Whether the source says outright that this is the person."""
    if author.orcid and author.orcid == person.orcid:
        return True
    return bool(person.id and author.person == person.id)


def _decided(
    record: Record,
    people: tuple[Author, ...],
    scores: dict[int, float],
    problems: list[Problem],
) -> int | None:
    """Which of several authors who fit is the owner."""
    emphasised = [index for index in scores if people[index].emphasised]
    if len(emphasised) == 1:
        return emphasised[0]
    flagged = [index for index in scores if people[index].me]
    if len(flagged) == 1:
        return flagged[0]
    full = [
        index for index, score in scores.items() if score >= 0.9 and _is_full(people[index].name)
    ]
    if len(full) == 1:
        return full[0]
    names = " and ".join(repr(str(people[index].name)) for index in scores)
    problems.append(
        record.problem(
            Severity.WARNING,
            "owner-unclear",
            f"{names} may both be the owner of the list; nobody was highlighted. Mark the right "
            "one: in bold, with a person's id, or with an ORCID iD.",
            str(people[next(iter(scores))].name),
        )
    )
    return None


def _nobody(unclear: _Unclear) -> Problem:
    ids = ", ".join(person.id for person in unclear.people[:_NAMED])
    more = len(unclear.people) - _NAMED
    also = f" and {more} more" if more > 0 else ""
    often = f" It stands on {unclear.count} lists of names." if unclear.count > 1 else ""
    return unclear.first.problem(
        Severity.WARNING,
        "person-unclear",
        f"{str(unclear.name)!r} may be {ids}{also}, and was taken for none of them.{often} Give "
        "the person's id or ORCID iD there, or say in people.yaml under `not_on` whose it is not.",
        str(unclear.name),
    )


def _never_found(me: str, problems: Iterable[Problem]) -> Problem:
    unclear = any(problem.code == "owner-unclear" for problem in problems)
    why = "" if not unclear else " where it is clear whose name it is"
    message = f"{me!r} is not among the authors of any record{why}."
    return _owner_problem("owner-unknown", message, me)


def _owner_problem(code: str, message: str, me: str) -> Problem:
    return Problem(severity=Severity.WARNING, code=code, message=message, value=me)
