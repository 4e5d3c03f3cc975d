"""``pubs dedupe --diff`` and ``--apply``: merged sources, shown or written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from publist.dedupe.forms import Editor, editor_for
from publist.dedupe.merged import Changed, Group, Merged, key_map, merge_sources
from publist.errors import OutputError, ProjectError
from publist.files import write_whole
from publist.model import Record
from publist.reading.sources import form_of
from publist.reading.values import Mapping as YamlMapping
from publist.reading.values import as_text
from publist.reading.yaml_values import parse_yaml

__all__ = ["merged_sources", "write_merged"]


def merged_sources(
    groups: Sequence[Group], records: Sequence[Record], form: str | None = None
) -> Merged:
    """Merge entries in the files they come from; nothing is written.

    Args:
        groups: The records that become one entry.
        records: All records of the sources.
        form: The form of the sources where it was said.

    Raises:
        ProjectError: A source that would change is no BibTeX or YAML file in UTF-8.
        OutputError: A source would not read back as it should.
    """
    files = dict.fromkeys(
        entry.record.source.file
        for group in groups
        for publication in group
        for entry in publication
        if entry.record.source
    )
    texts: dict[str, str] = {}
    editors: dict[str, Editor] = {}
    for file in files:
        texts[file] = _text(file)
        editors[file] = _editor(file, form or form_of(file, texts[file]))
    return merge_sources(groups, records, texts, editors)


def _text(file: str) -> str:
    """The text of a file to the letter."""
    if file == "-":
        raise ProjectError("Standard input cannot be changed; name files.", file=file)
    try:
        return Path(file).read_bytes().decode("utf-8")
    except OSError as error:
        raise ProjectError(f"It cannot be read: {error.strerror}.", file=file) from error
    except UnicodeDecodeError as error:
        message = "Only files in UTF-8 are changed; save it as UTF-8 first."
        raise ProjectError(message, file=file) from error


def _editor(file: str, form: str) -> Editor:
    found = editor_for(form)
    if found is None:
        message = (
            f"Entries in this form ({form}) are not merged in place. Remember what is one work "
            "with --review, which every command heeds, or make BibTeX of it with pubs convert."
        )
        raise ProjectError(message, file=file)
    return found


def write_merged(merged: Merged, map_file: Path) -> tuple[Path, ...]:
    """Write merged sources and the map of keys: all of them or none.

    What was there is kept beside, as ``papers.bib.orig``, ``papers.bib.orig2`` …

    Args:
        merged: What to write.
        map_file: Where the map of keys goes; what it holds already is carried on.

    Returns:
        The copies of what was there.

    Raises:
        OutputError: A file cannot be written; those that were are as before.
        ProjectError: The file of keys holds something else.
    """
    wanted = [*merged.sources, *_map(merged.keys, map_file)]
    kept: list[Path] = []
    written: list[Changed] = []
    try:
        for source in wanted:
            if Path(source.file).exists():
                copy = _beside(Path(source.file))
                kept.append(copy)
                write_whole(copy, source.before)
        for source in wanted:
            written.append(source)
            write_whole(source.file, source.after)
    except OutputError:
        for source in written:
            _put_back(source, existed=source.file != str(map_file) or bool(source.before))
        for copy in kept:
            copy.unlink(missing_ok=True)
        raise
    return tuple(kept)


def _put_back(source: Changed, *, existed: bool) -> None:
    if not existed:
        Path(source.file).unlink(missing_ok=True)
    elif Path(source.file).read_bytes() != source.before.encode():
        write_whole(source.file, source.before)


def _beside(file: Path) -> Path:
    """A name for a copy that no file has yet."""
    number = 1
    while (copy := file.with_name(f"{file.name}.orig{number if number > 1 else ''}")).exists():
        number += 1
    return copy


def _map(keys: Mapping[str, str], file: Path) -> list[Changed]:
    if not keys:
        return []
    before = ""
    earlier: dict[str, str] = {}
    if file.exists():
        before = file.read_bytes().decode("utf-8", "replace")
        earlier = _keys(before, str(file))
    return [Changed(str(file), before, key_map(keys, earlier))]


def _keys(text: str, file: str) -> dict[str, str]:
    values, problems = parse_yaml(text, file)
    maps = [value for value in values if isinstance(value, YamlMapping)]
    if problems or len(maps) != len(values):
        raise ProjectError("It is no map of keys (old: new); name another file.", file=file)
    return {old: as_text(new) for each in maps for old, new, _ in each}
