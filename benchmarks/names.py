r"""Score name handling on other projects' cases and on known variants of people's names.

    python benchmarks/names.py --cases ../shared/names/cases.json \
        --culture ../shared/names/culture-cases.json \
        --variants ../shared/names/acl-name-variants.json --others ../shared/bibtex/dblp_10000.bib

``--failing`` lists what does not pass. Cases that contradict a decision of docs/names.md are
counted apart: ``names-decided.json`` names them by their fingerprint, each with its reason.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from publist.latex import to_unicode
from publist.model import Name
from publist.names import (
    abbreviated,
    compatible,
    direct,
    inverted,
    joined,
    normalised,
    parse_name,
    read_author,
    read_authors,
    short_list,
    split_authors,
    split_particles,
    surname,
)
from publist.names.fold import fold
from publist.names.suffixes import is_suffix

Case = dict[str, Any]
# What the names of constants stand for in the layout tests of JabRef.
CONSTANTS = {
    "EMPTY_AUTHOR": "",
    "ONE_AUTHOR_WITH_LATEX": r"Mu{\d{h}}ammad al-Khw{\=a}rizm{\=i}",
    "TWO_AUTHORS_WITH_LATEX": r"Mu{\d{h}}ammad al-Khw{\=a}rizm{\=i} and Corrado B{\"o}hm",
    "THREE_AUTHORS_WITH_LATEX": (
        r"Mu{\d{h}}ammad al-Khw{\=a}rizm{\=i} and Corrado B{\"o}hm and Kurt G{\"o}del"
    ),
    "ONE_INSTITUTION_WITH_LATEX": r"{The Ban\={u} M\={u}s\={a} brothers}",
    "TWO_INSTITUTIONS_WITH_LATEX": (
        r"{The Ban\={u} M\={u}s\={a} brothers} and {The Ban\={u} M\={u}s\={a} brothers}"
    ),
    "MIXED_AUTHOR_AND_INSTITUTION_WITH_LATEX": (
        r"{The Ban\={u} M\={u}s\={a} brothers} and Corrado B{\"o}hm"
    ),
    "ONE_INSTITUTION_WITH_STARTING_PARANTHESIS": r"{{\L}ukasz Micha\l}",
}
DECIDED = Path(__file__).with_name("names-decided.json")


def fingerprint(case: Case) -> str:
    """What a case is called in names-decided.json."""
    text = "\x00".join((case["source"], case["kind"], case["input"], str(case.get("method", ""))))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def plain(text: str) -> str:
    """An expected part in the form that names have here."""
    decoded = to_unicode(text) if re.search(r"[\\{}~]", text) else text
    return " ".join(decoded.replace("{", "").replace("}", "").rstrip("\\").split())


def _initials_alike(given: str) -> str:
    return normalised(Name(family="X", given=given)).given or "" if given else ""


def parts(name: Name) -> tuple[str, str, str, str]:
    """Given, prefix, family and suffix of a name; a literal counts as a family name."""
    return (
        _initials_alike(name.given or ""),
        name.particle or name.dropping_particle or "",
        name.literal or name.family or "",
        name.suffix or "",
    )


def expected_parts(expected: dict[str, str]) -> tuple[str, str, str, str]:
    """The same of an expected result."""
    given, prefix, family, suffix = (
        plain(expected.get(key, "")) for key in ("given", "prefix", "family", "suffix")
    )
    return _initials_alike(given), prefix, family, suffix


def check_parse(case: Case) -> bool:
    """One name by BibTeX's rules."""
    return parts(parse_name(case["input"])) == expected_parts(case["expected"])


def check_list(case: Case) -> bool:
    """A typed list of names."""
    found = read_authors(case["input"], "human").authors
    return [_surname_and_given(parts(author.name)) for author in found] == [
        _surname_and_given(expected_parts(one)) for one in case["expected"]
    ]


def _surname_and_given(name: tuple[str, str, str, str]) -> tuple[str, str, str]:
    """The particle counted to the family name, as namae does for typed names."""
    given, prefix, family, suffix = name
    return given, f"{prefix} {family}".strip(), suffix


def check_split(case: Case) -> bool:
    """Splitting alone."""
    expected: list[str] = case["expected"]
    return split_authors(case["input"]) == expected


def check_invalid(case: Case) -> bool:
    """A faulty field is read, and the fault is reported."""
    return bool(read_authors(case["input"]).problems)


def check_raw(case: Case) -> bool:
    """A real field comes out as names, nothing of it raw."""
    names = [author.name for author in read_authors(case["input"]).authors]
    return bool(names) and all(
        str(name) and not re.search(r"[{}\\~=]", str(name)) for name in names
    )


def check_particles(case: Case) -> bool:
    """A particle before a family name goes to the right part."""
    found = split_particles(f"{case['input']} Name")
    dropping = case["expected"].startswith("always_dropping") or "dropping_best" in case["expected"]
    wanted = (case["input"], "") if dropping else ("", case["input"])
    return (found.dropping, found.non_dropping) == wanted and found.family == "Name"


def check_human(case: Case) -> bool:
    """A typed name; titles, nicknames and degrees are not part of a printed name here."""
    expected = case["expected"]
    name = parse_name(case["input"], "human")
    words = re.split(r"[\s,]+", expected.get("suffix") or "")
    suffixes = [word for word in words if is_suffix(word, before=3)]
    first = " ".join(filter(None, (expected.get("first"), expected.get("middle"))))
    last = expected.get("last") or ""
    if first and not last:
        first, last = "", first
    wanted = (_initials_alike(first), last, suffixes)
    family = " ".join(filter(None, (name.dropping_particle, surname(name))))
    suffix = re.split(r"[\s,]+", name.suffix) if name.suffix and "suffix" in expected else []
    return (_initials_alike(name.given or ""), family, suffix) == wanted


def check_format(case: Case) -> bool:
    """JabRef's layouts, from our printing functions."""
    text: str = case["input"]
    names = [author.name for author in read_authors(CONSTANTS.get(text, text)).authors]
    method: str = case["method"]
    args: list[str] = case.get("args", [])
    expected: str = case["expected"]
    if method in ("getAsFirstLastNamesLatexFree", "getAsLastFirstNamesLatexFree"):
        args, expected = [expected, args[0]], args[1]
    elif method == "getAsLastNamesLatexFree":
        args, expected = [expected], args[0]
    flags = [arg == "true" for arg in args]
    if method == "getAsLastFirstNamesLatexFree":
        names = [abbreviated(name) for name in names] if flags[0] else names
        return joined(list(map(inverted, names)), ", and " if flags[1] else " and ") == expected
    if method == "fixAuthorForAlphabetization":
        shorter = [name.model_copy(update={"particle": None}) for name in names]
        return joined([inverted(abbreviated(name)) for name in shorter]) == expected
    if method in ("fixAuthorNatbib", "getAsNatbibLatexFree"):
        return short_list(names) == expected
    last = ", and " if flags[-1:] == [True] else " and "
    if method in ("fixAuthorLastNameOnlyCommas", "getAsLastNamesLatexFree"):
        return joined([surname(name) for name in names], last) == expected
    if method in ("fixAuthorFirstNameFirstCommas", "getAsFirstLastNamesLatexFree"):
        names = [abbreviated(name) for name in names] if flags[0] else names
        return joined([direct(name) for name in names], last) == expected
    return False


def check_normalise(case: Case) -> bool:
    """A typed list in BibTeX's form."""
    given, wanted = case["input"], case["expected"]
    if case.get("order"):
        given, wanted = wanted, given
    found = read_authors(given, "bibtex" if re.search(r"[{\\]", given) else "human")
    names = [normalised(author.name) for author in found.authors]
    return " and ".join(map(inverted, names)) == " and ".join(
        inverted(normalised(parse_name(name))) for name in split_authors(wanted)
    )


CHECKS: dict[str, Callable[[Case], bool]] = {
    "split": check_split,
    "parse": check_parse,
    "parse_list": check_list,
    "raw_field": check_raw,
    "invalid": check_invalid,
    "particles": check_particles,
    "parse_human": check_human,
    "format": check_format,
    "normalise": check_normalise,
}


def score_cases(cases: list[Case], *, failing: bool) -> None:
    """Print passed, counted and decided cases by source and kind."""
    decided = json.loads(DECIDED.read_text("utf-8"))["cases"] if DECIDED.is_file() else {}
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for case in cases:
        row = table[case["source"], case["kind"]]
        if CHECKS[case["kind"]](case):
            row["passed"] += 1
        elif fingerprint(case) in decided or case.get("xfail"):
            row["decided"] += 1
        else:
            row["failed"] += 1
            if failing:
                print(json.dumps({**case, "fingerprint": fingerprint(case)}, ensure_ascii=False))
    total: Counter[str] = Counter()
    for (source, kind), row in sorted(table.items()):
        total.update(row)
        print(f"{source:15} {kind:12} {_row(row)}")
    print(f"{'all':28} {_row(total)}")


def _row(row: Counter[str]) -> str:
    counted = row["passed"] + row["failed"]
    share = row["passed"] / counted if counted else 1.0
    return f"{row['passed']:5} of {counted:5}  {share:7.2%}   decided {row['decided']}"


def score_culture(cases: dict[str, list[Case]], *, failing: bool) -> None:
    """Print how many names are taken apart and how many pairs are judged as expected."""
    decided = json.loads(DECIDED.read_text("utf-8"))["culture"]
    row: Counter[str] = Counter()
    for case in cases["parse"]:
        name = parse_name(case["input"])
        good = parts(name) == expected_parts(case)
        known = fingerprint({**case, "source": "culture", "kind": "parse"}) in decided
        row["passed" if good else "decided" if known else "failed"] += 1
        if failing and not good:
            print(json.dumps({**case, "found": parts(name)}, ensure_ascii=False))
    print(f"{'culture':15} {'parse':12} {_row(row)}")
    row = Counter()
    for case in cases["match"]:
        a, b = (read_author(case[side]) for side in "ab")
        same = bool(compatible(a.name, b.name)) and not (a.person and b.person != a.person)
        row["passed" if same is case["same"] else "failed"] += 1
        if failing and same is not case["same"]:
            print(json.dumps(case, ensure_ascii=False))
    print(f"{'culture':15} {'match':12} {_row(row)}")


def _acl_name(name: dict[str, str]) -> Name:
    return Name(family=name.get("last") or None, given=name.get("first") or None)


def variant_pairs(people: list[dict[str, Any]]) -> list[tuple[Name, Name]]:
    """Each person's canonical name with each variant."""
    return [
        (_acl_name(person["canonical"]), _acl_name(variant))
        for person in people
        for variant in person.get("variants", ())
    ]


def score_variants(people: list[dict[str, Any]], others: Path | None) -> None:
    """Print recall on known variants, and false accepts on names of different people.

    Different people are taken from a bibliography (``--others``): pairs of full names that
    share the family name and the first letter of the given name. Some of these pairs are one
    person after all, so the share is an upper bound.
    """
    pairs = variant_pairs(people)
    hits = sum(bool(compatible(*pair)) for pair in pairs)
    print(f"variants: recall {hits / len(pairs):.3f} of {len(pairs)}")
    if others:
        apart = list(_namesakes(others))
        accepted = sum(bool(compatible(*pair)) for pair in apart)
        print(f"namesakes: accepted {accepted / len(apart):.4f} of {len(apart)}")


def _namesakes(bibliography: Path) -> Iterator[tuple[Name, Name]]:
    fields = re.findall(r"author\s*=\s*\{(.*?)\},\s*\n", bibliography.read_text("utf-8"), re.DOTALL)
    texts = {name for field in fields for name in split_authors(" ".join(field.split()))}
    by_key: dict[tuple[str, str], set[Name]] = defaultdict(set)
    for name in map(parse_name, texts):
        first = fold(name.given or "").split()[:1]
        if name.family and first and len(first[0]) > 1:
            by_key[fold(name.family), first[0][0]].add(name)
    for names in by_key.values():
        ordered = sorted(names, key=str)
        yield from ((a, b) for a, b in combinations(ordered, 2) if fold(str(a)) != fold(str(b)))


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--culture", type=Path)
    parser.add_argument("--variants", type=Path)
    parser.add_argument("--others", type=Path, help="a .bib whose namesakes are different people")
    parser.add_argument("--failing", action="store_true", help="list what does not pass")
    options = parser.parse_args()
    start = time.perf_counter()
    if options.cases:
        score_cases(json.loads(options.cases.read_text("utf-8")), failing=options.failing)
    if options.culture:
        score_culture(json.loads(options.culture.read_text("utf-8")), failing=options.failing)
    if options.variants:
        score_variants(json.loads(options.variants.read_text("utf-8")), options.others)
    print(f"{time.perf_counter() - start:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
