"""Merged sources: one entry where there were several, and where each key went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from publist.dedupe.bibtex_edit import cut
from publist.dedupe.bibtex_places import EntryPlace
from publist.dedupe.diff import Edit, edited, unified
from publist.dedupe.forms import BIBTEX, REFERENCES, Editor
from publist.dedupe.report import Entry, WorkFound
from publist.errors import OutputError
from publist.link.merge import merge
from publist.model import Record
from publist.problems import Problem, Severity
from publist.write.yaml_text import yaml_scalar

__all__ = ["Changed", "Merged", "diff_of", "groups_to_merge", "key_map", "merge_sources"]

Group = tuple[tuple[Entry, ...], ...]
"""Records that become one entry, those of one publication together, the one that stays first."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A source before and after, and the edits between."""

    file: str
    before: str
    after: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Merged:
    """What merging would make of the sources.

    Args:
        sources: The sources that change, in the order given.
        keys: The new key for each key that goes.
        problems: What was left as it was, and contradictions between entries.
    """

    sources: tuple[Changed, ...]
    keys: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def groups_to_merge(works: Iterable[WorkFound], *, versions: bool) -> tuple[Group, ...]:
    """Which records become one entry.

    Args:
        works: What linking found.
        versions: Whether versions of a work become one entry too, or records of one publication
            only.
    """
    groups: list[Group] = []
    for work in works:
        groups += [work.publications] if versions else [(each,) for each in work.publications]
    return tuple(group for group in groups if sum(map(len, group)) > 1)


def merge_sources(
    groups: Sequence[Group],
    records: Sequence[Record],
    texts: Mapping[str, str],
    editors: Mapping[str, Editor] | None = None,
) -> Merged:
    """Merge entries in the texts of their sources.

    The entry that stays keeps its place, its key and every letter of what does not change; it
    gains what the others knew. The others go. What stands between entries stays.

    Args:
        groups: The records that become one entry.
        records: All records of the sources, in their order.
        texts: The sources by the name that the records have for them, with their line ends.
        editors: How to change each; one that is not named is BibTeX.

    Raises:
        OutputError: A source would not read back as it should.
    """
    work = _Work(texts, records, editors or {})
    for group in groups:
        work.merge(group)
    sources = tuple(
        Changed(file, text, edited(text, edits), tuple(sorted(edits)))
        for file, text in texts.items()
        if (edits := work.edits.get(file))
    )
    for source in sources:
        _check(
            source,
            work.removed[source.file],
            work.completed[source.file],
            work.editor(source.file),
        )
    return Merged(sources, work.keys, tuple(work.problems))


@dataclass
class _Work:
    """Texts while they are merged."""

    texts: Mapping[str, str]
    records: Sequence[Record]
    editors: Mapping[str, Editor]
    keys: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.edits: dict[str, list[Edit]] = defaultdict(list)
        self.removed: dict[str, set[int]] = defaultdict(set)
        self.completed: dict[str, set[int]] = defaultdict(set)
        self._count = Counter(record.key for record in self.records)
        self._referred = {
            key.strip()
            for record in self.records
            for name in REFERENCES
            for key in record.extra.get(name, "").split(",")
        }
        self._places = dict(self._found())

    def editor(self, file: str) -> Editor:
        """How to change a source."""
        return self.editors.get(file, BIBTEX)

    def _found(self) -> Iterator[tuple[int, tuple[str, EntryPlace]]]:
        """The places of records, by the records' identity."""
        for file, text in self.texts.items():
            own = [each for each in self.records if each.source and each.source.file == file]
            wanted = [(each.key, _line(each)) for each in own]
            for record, place in zip(own, self.editor(file).find(text, wanted), strict=True):
                if place is not None:
                    yield id(record), (file, place)

    def merge(self, group: Group) -> None:
        """Merge the records of one group, unless one cannot be found or is needed as it is."""
        lead, *others = [entry.record for publication in group for entry in publication]
        why = next(filter(None, (self._why_not(record) for record in (lead, *others))), None)
        why = why or next(filter(None, map(self._why_needed, others)), None)
        if why:
            self.problems.append(_left(lead, why))
            return
        made, conflicts = merge([[each.record for each in part] for part in group])
        self.problems += conflicts
        self._complete(lead, _to_write(made.record, lead))
        for record in others:
            self._remove(record)
            self._note_key(record.key, lead.key)

    def _why_not(self, record: Record) -> str | None:
        if id(record) in self._places:
            return None
        return f"{record.key!r} ({record.source}) is written so that it cannot be changed safely"

    def _why_needed(self, record: Record) -> str | None:
        if record.key in self._referred:
            return f"other entries take fields from {record.key!r} ({record.source})"
        return None

    def _complete(self, record: Record, after: Record) -> None:
        file, place = self._places[id(record)]
        entry = self.texts[file][place.start : place.end]
        changed = self.editor(file).complete(entry, record, after)
        if changed != entry:
            self.edits[file].append((place.start, place.end, changed))
            self.completed[file].add(_line(record))

    def _remove(self, record: Record) -> None:
        file, place = self._places[id(record)]
        self.edits[file] += [(start, end, "") for start, end in cut(self.texts[file], [place])]
        self.removed[file].add(_line(record))

    def _note_key(self, old: str, new: str) -> None:
        if old == new:
            return
        if self._count[old] > 1:
            self.problems.append(_ambiguous(old, new))
        self.keys[old] = new


def _to_write(made: Record, lead: Record) -> Record:
    """The merged record without new links that only repeat what its identifiers say."""
    said = {each.url for each in made.identifiers}
    links = tuple(link for link in made.links if link in lead.links or link.url not in said)
    return made.change(key=lead.key, links=links)


def _line(record: Record) -> int:
    return (record.source.line if record.source else None) or 0


def _check(source: Changed, removed: set[int], completed: set[int], editor: Editor) -> None:
    """Make sure that a changed source holds every entry that was to stay, and reads the same.

    Raises:
        OutputError: It does not.
    """
    before = [each for each in editor.read(source.before) if each.line not in removed]
    after = editor.read(source.after)
    same = [
        old.key == new.key and (old.line in completed or old.said == new.said)
        for old, new in zip(before, after, strict=False)
    ]
    if len(before) != len(after) or not all(same):
        message = "It would not read back as it should; no source was changed."
        raise OutputError(message, file=source.file)


def _left(lead: Record, why: str) -> Problem:
    message = f"The entries of this work were left as they are: {why}."
    return lead.problem(Severity.WARNING, "not-merged", message)


def _ambiguous(old: str, new: str) -> Problem:
    return Problem(
        severity=Severity.WARNING,
        code="key-ambiguous",
        message=f"Several entries have the key {old!r}; one of them became {new!r}. "
        "Look where it is cited.",
        key=old,
    )


def diff_of(sources: Iterable[Changed]) -> str:
    """The changes as a unified diff, three lines of context around each."""
    return "".join(unified(source.file, source.before, source.edits) for source in sources)


def key_map(keys: Mapping[str, str], before: Mapping[str, str] | None = None) -> str:
    r"""Write where keys went, as YAML: old key, new key.

    Args:
        keys: The new key by the old one.
        before: What earlier runs wrote; keys that went then and again now go to the last one.

    >>> print(key_map({"b": "c"}, {"a": "b"}), end="")
    # Keys of merged entries: the old key, and the key of the entry that stayed.
    a: c
    b: c
    """
    earlier = {old: keys.get(new, new) for old, new in (before or {}).items()}
    lines = [
        f"{yaml_scalar(old)}: {yaml_scalar(new)}\n" for old, new in {**earlier, **keys}.items()
    ]
    return _KEYS_HEAD + ("".join(sorted(lines)) if lines else "{}\n")


_KEYS_HEAD = "# Keys of merged entries: the old key, and the key of the entry that stayed.\n"
