"""Builds ``data/venues.yml`` from lists of facts and from what is curated by hand.

    python tools/venues/build.py --ccfddl conferences-ccfddl.json --acl acl-venues.yaml \
        --journals journals/

Without the lists the catalogue as it is gets curated again: entries of ``by_hand.txt``
replace those of the same id or the same name, everything else stays.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "data" / "venues.yml"
KINDS = {
    "c": "conference",
    "w": "workshop",
    "j": "journal",
    "p": "preprint",
    "o": "other",
}
HEADER = """\
# Venues: conferences, workshops, journals and preprint servers.
#
# Made by tools/venues/build.py; curate tools/venues/by_hand.txt and build again.
#
# Facts (names, acronyms, abbreviations) come from: ccf-deadlines (MIT), the ACL Anthology
# (Apache-2.0), JabRef's lists of journal abbreviations (CC0), DBLP's streams (CC0), and the
# venues' own sites. Names stand without ordinal, year, place and, for conferences, without
# sponsors such as IEEE and ACM.
#
# name, short, kind (conference, workshop, journal, preprint, other), abbreviation (ISO 4),
# former: names it had, names: other names, acronyms: other short names.
"""


@dataclass(frozen=True)
class Entry:
    id: str
    name: str
    short: str = ""
    kind: str = "conference"
    abbreviation: str = ""
    acronyms: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    names: tuple[str, ...] = field(default=())

    @property
    def keys(self) -> set[str]:
        return {comparable(name) for name in (self.name, *self.former, *self.names)}


def comparable(name: str) -> str:
    """A name without articles, small words, sponsors and case."""
    words = re.findall(r"[^\W_]+", name.casefold())
    noise = {"the", "of", "on", "in", "for", "and", "annual", "international", "ieee", "acm"}
    return " ".join(word for word in words if word not in noise)


def by_hand(path: Path) -> Iterator[Entry]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("|")]
        columns += [""] * (7 - len(columns))
        lists = [tuple(filter(None, map(str.strip, text.split(";")))) for text in columns[4:]]
        yield Entry(
            id=columns[0],
            short=columns[1],
            kind=KINDS[columns[2]],
            name=columns[3],
            acronyms=lists[0],
            former=lists[1],
            names=lists[2],
        )


SPONSORS = re.compile(
    r"^(?:(?:the|annual|IEEE|ACM|RSJ|CVF|IFIP|CCF|CAAI|SIGDA|EATCS|SIGMM|SIGOPS|SIGSOFT)"
    r"(?:[/-](?:IEEE|ACM|RSJ|CVF|IFIP|SIGDA))?\s+)+",
    re.IGNORECASE,
)


def plain_name(text: str) -> str:
    """A conference's name without sponsors, ordinals, years and its acronym in brackets."""
    text = " ".join(text.split())
    text = re.sub(r"\s*\([^)]*\)", "", text)
    text = re.sub(r"^(?:Proceedings of the|Proceedings of)\s+", "", text)
    text = re.sub(r"\b(?:19|20)\d\d\b", "", text)
    text = re.sub(r"\b(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth)\s+", "", text)
    text = SPONSORS.sub("", " ".join(text.split()))
    return text[:1].upper() + text[1:]


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def from_ccfddl(path: Path) -> Iterator[Entry]:
    for fact in json.loads(path.read_text(encoding="utf-8")):
        short = re.sub(r"^(?:ACM|IEEE/ACM|IEEE) ", "", fact["acronym"])
        others = (fact["acronym"],) if fact["acronym"] != short else ()
        name = plain_name(fact["full"])
        if name.casefold() == short.casefold():
            continue
        kind = "workshop" if "Workshop" in name and "Conference" not in name else "conference"
        yield Entry(slug(short), name, short, kind, acronyms=others)


# Bundles, editions and other things of the Anthology that are not venues of their own.
NOT_VENUES = frozenset(
    [
        "all",
        "tutorials",
        "srw",
        "ws",
        "findings",
        "spnlp21",
        "earlymt",
        "bcs",
        "hackashop",
        "ranlpstud",
        "events",
    ]
)


def from_anthology(path: Path) -> Iterator[Entry]:
    facts = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    for key, fact in facts.items():
        if key in NOT_VENUES:
            continue
        name = plain_name(fact["name"])
        meets = re.search(r"Conference|Meeting|Symposium|Summit|Congress", name)
        kind = "conference" if meets and "Workshop" not in name else "workshop"
        yield Entry(key, name, fact["acronym"], kind)


def from_journals(folder: Path, wanted: Path) -> Iterator[Entry]:
    lines = [line for line in wanted.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    always = re.compile("|".join(line for line in lines if line and not line.startswith("++")))
    common = re.compile("|".join(line[2:] for line in lines if line.startswith("++")))
    # One-word titles abbreviate to themselves and are in none of the lists.
    plain = [line for line in lines if re.fullmatch(r"[\w ,&:’'-]+", line)]
    facts = {**{line: [] for line in plain}, **abbreviations(folder)}
    taken: set[str] = set()
    for name, said in sorted(facts.items()):
        if len(name) > 110 or "[" in name:
            continue
        if not always.fullmatch(name) and (len(said) < 2 or not common.fullmatch(name)):
            continue
        key = comparable(name)
        if key not in taken:
            taken.add(key)
            short = max(said, key=dottedness, default="")
            yield Entry(
                slug(name), name, kind="journal", abbreviation=short if "." in short else ""
            )


def dottedness(abbreviation: str) -> tuple[bool, int, str]:
    return "(" not in abbreviation, abbreviation.count("."), abbreviation


def abbreviations(folder: Path) -> dict[str, list[str]]:
    """Titles with what each of the lists has as their abbreviation."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.csv")):
        if "strings" in path.name or "variations" in path.name:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                if len(row) >= 2 and not set("$\\{}#") & set(row[0] + row[1]):
                    name = re.sub(r"\s*\([^)]*\)$", "", row[0].strip())
                    name = re.sub(r"(?<!^)\b(?:Of|And|In|For|The|On)\b", small, name)
                    found.setdefault(name[:1].upper() + name[1:], []).append(row[1].strip())
    return found


def small(word: re.Match[str]) -> str:
    return word[0].lower()


def merged(curated: Iterable[Entry], facts: Iterable[Entry]) -> dict[str, Entry]:
    """Curated entries, and the facts about venues that they do not have.

    A fact whose id or name a curated entry has only gives it what it lacks: an abbreviation.
    """
    entries = {entry.id: entry for entry in curated}
    owner = {key: entry.id for entry in entries.values() for key in entry.keys}
    for fact in facts:
        known = entries.get(fact.id)
        meets = {"conference", "workshop"}
        alike = known and (known.kind == fact.kind or {known.kind, fact.kind} == meets)
        other = fact.id if alike else ""
        same = next((owner[key] for key in fact.keys if key in owner), other)
        if same:
            if fact.abbreviation and not entries[same].abbreviation:
                entries[same] = replace(entries[same], abbreviation=fact.abbreviation)
            continue
        name = f"{fact.id}-{fact.kind}" if fact.id in entries else fact.id
        entries[name] = replace(fact, id=name)
        owner.update(dict.fromkeys(fact.keys, name))
    return entries


def written(entry: Entry) -> str:
    lines = [f"{entry.id}:"]
    for key in ("name", "short", "kind", "abbreviation"):
        value = getattr(entry, key)
        if value:
            lines.append(f"  {key}: {scalar(value)}")
    for key in ("former", "names", "acronyms"):
        values = getattr(entry, key)
        if values:
            lines.append(f"  {key}:")
            lines += [f"    - {scalar(value)}" for value in values]
    return "\n".join(lines) + "\n"


def scalar(text: str) -> str:
    """A plain YAML scalar where that is safe, else one in double quotes, as JSON has it."""
    plain = re.fullmatch(r"[^\W\d][\w .,/&()'’+@–-]*", text)
    words = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
    if plain and text.casefold() not in words and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def previous() -> Iterator[Entry]:
    from publist.venues.entries import parse_curated

    for entry in parse_curated(TARGET.read_text(encoding="utf-8")):
        yield Entry(
            entry.id,
            entry.name,
            entry.short or "",
            entry.kind.value,
            entry.abbreviation or "",
            entry.acronyms,
            entry.former,
            entry.names,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ccfddl", type=Path, help="conferences of ccf-deadlines, JSON")
    parser.add_argument("--acl", type=Path, help="venues of the ACL Anthology, YAML")
    parser.add_argument("--journals", type=Path, help="folder of JabRef's abbreviation lists")
    given = parser.parse_args()
    facts: list[Entry] = []
    if given.ccfddl:
        facts += from_ccfddl(given.ccfddl)
    if given.acl:
        facts += from_anthology(given.acl)
    if given.journals:
        facts += from_journals(given.journals, HERE / "journals.txt")
    entries = merged(by_hand(HERE / "by_hand.txt"), facts or previous())
    text = HEADER + "\n" + "".join(written(entries[key]) for key in sorted(entries))
    TARGET.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{TARGET}: {len(entries)} venues, {len(text) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
