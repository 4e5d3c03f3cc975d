"""The cache: what it gives is what would have been made; what is damaged is made anew."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.cite import engines
from publist.cite.engine import Engine, Formatted, Task
from publist.cite.styles import StyleFile
from publist.project import load_project
from publist.project.build import build, chosen
from publist.project.cache import Cache, digest
from publist.project.entries import from_json, to_json
from publist.project.kept import key_of_list
from publist.project.spec import ListSpec, Project
from publist.richtext import Element, Inline, Link, RichText, Span, Tag

TITLES = ["Fine mice", "On $x^2$ and <mice>", "{DNA} \\emph{in vivo}", "Zur “Maus”", "C# & co"]
NAMES = ["Ann Bee*", "Cy Dee*", "van der Fly, Eva", "{The Moth Group}", "Ann Beetle", "Li Wasp"]


def entry(number: int, title: int, names: Sequence[int], year: int) -> str:
    who = " and ".join(NAMES[name] for name in names)
    return (
        f"@article{{k{number}, title={{{TITLES[title]} {number}}}, author={{{who}}},"
        f" year={{{year}}}, journal={{Cheese}}, award={{{'Oral' if year % 2 else ''}}}}}\n"
    )


entries = st.builds(
    entry,
    st.integers(0, 5),
    st.integers(0, len(TITLES) - 1),
    st.lists(st.integers(0, len(NAMES) - 1), min_size=1, max_size=4, unique=True),
    st.integers(2020, 2023),
)
values = {
    "style": st.sampled_from(["homepage", "cv", "apa", "ieee", "chicago-author-date"]),
    "locale": st.sampled_from(["de-DE", "fr-FR", "ja-JP"]),
    "marks": st.sampled_from(["emoji", "symbols,equal=#"]),
    "max-authors": st.integers(1, 3),
    "years": st.sampled_from(["2021-", "-2021"]),
    "group-by": st.sampled_from(["year", "kind"]),
    "me": st.sampled_from(["Ann Bee", "cy"]),
    "bibtex": st.booleans(),
    "link-names": st.booleans(),
    "to": st.sampled_from(["html", "markdown", "json", "bibtex"]),
}
options = st.fixed_dictionaries({}, optional=values)
people = st.sampled_from(["", "cy: {names: [Cy Dee], url: 'https://x.org'}", "bee: [Ann Bee]"])
states = st.tuples(st.lists(entries, min_size=1, max_size=5), options, people)


def write(folder: Path, state: tuple[list[str], dict[str, object], str]) -> None:
    bib, said, who = state
    (folder / "papers.bib").write_text("".join(bib), encoding="utf-8")
    (folder / "people.yaml").write_text(who or "[]", encoding="utf-8")
    spec = {"file": "list.txt", "to": "text", **said}
    project = {"sources": "papers.bib", "people": "people.yaml", "lists": {"all": spec}}
    (folder / "pubs.yaml").write_text(json.dumps(project), encoding="utf-8")


def built(folder: Path, cache: Cache) -> tuple[bytes, tuple[object, ...]]:
    project = load_project(folder / "pubs.yaml")
    made = build(project, chosen(project), cache)
    cache.save()
    return made.outputs[0].new, made.problems


@settings(max_examples=25)
@given(st.lists(states, min_size=2, max_size=4))
def test_cached_is_uncached_whatever_changed(
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[list[str], dict[str, object], str]],
) -> None:
    folder = tmp_path_factory.mktemp("site")
    for state in [*changes, changes[0]]:
        write(folder, state)
        fresh = built(folder, Cache(None, ""))
        assert built(folder, Cache(folder / "cache", "site")) == fresh
        assert built(folder, Cache(folder / "cache", "site")) == fresh


class Counting:
    """An engine that counts what it formats."""

    def __init__(self, real: Engine) -> None:
        self.real = real
        self.formatted: list[str] = []

    def __call__(self, tasks: Sequence[Task], style: StyleFile) -> Formatted:
        self.formatted += [task.record.key for task in tasks]
        return self.real(tasks, style)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting(engines.ENGINES["csl"])
    monkeypatch.setattr(engines, "ENGINES", {**engines.ENGINES, "csl": counting})
    return counting


def formatted(folder: Path, engine: Counting, bib: list[str], said: dict[str, object]) -> list[str]:
    """The keys of what one more build formats."""
    write(folder, (bib, said, ""))
    engine.formatted.clear()
    built(folder, Cache(folder / "cache", "site"))
    return sorted(engine.formatted)


def test_only_what_changed_is_formatted_again(tmp_path: Path, engine: Counting) -> None:
    bib = [entry(number, number, [number, 5], 2020) for number in range(5)]
    assert len(formatted(tmp_path, engine, bib, {})) == 5
    assert formatted(tmp_path, engine, bib, {}) == []
    changed = [*bib[:2], entry(2, 0, [1], 2021), *bib[3:]]
    assert formatted(tmp_path, engine, changed, {}) == ["k2"]
    moved = ["\n\n", *changed[::-1]]
    assert formatted(tmp_path, engine, moved, {"group-by": "year", "marks": "emoji"}) == []
    assert len(formatted(tmp_path, engine, moved, {"style": "cv"})) == 5
    assert len(formatted(tmp_path, engine, moved, {"style": "cv", "locale": "de-DE"})) == 5


def test_a_style_of_ones_own_counts_by_its_content(tmp_path: Path, engine: Counting) -> None:
    style = (Path(__file__).parents[2] / "styles" / "homepage.csl").read_text(encoding="utf-8")
    (tmp_path / "own.csl").write_text(style, encoding="utf-8")
    bib = [entry(0, 0, [0], 2020)]
    assert formatted(tmp_path, engine, bib, {"style": "own.csl"}) == ["k0"]
    assert formatted(tmp_path, engine, bib, {"style": "own.csl"}) == []
    (tmp_path / "own.csl").write_text(style.replace('delimiter=", "', 'delimiter="; "'), "utf-8")
    assert formatted(tmp_path, engine, bib, {"style": "own.csl"}) == ["k0"]


def test_a_problem_is_told_every_time(tmp_path: Path) -> None:
    bib = [entry(0, 0, [0], 2020), "@misc{empty}\n", "@article{k9, title={x"]
    write(tmp_path, (bib, {}, ""))
    _, first = built(tmp_path, Cache(tmp_path / "cache", "site"))
    assert first
    assert built(tmp_path, Cache(tmp_path / "cache", "site"))[1] == first
    write(tmp_path, ([bib[1], bib[0], bib[2]], {}, ""))
    assert len(built(tmp_path, Cache(tmp_path / "cache", "site"))[1]) == len(first)


@pytest.mark.parametrize("seed", range(30))
def test_a_damaged_cache_is_not_believed(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311  # no secrets here
    write(tmp_path, ([entry(number, number, [number, 5], 2020) for number in range(5)], {}, ""))
    expected = built(tmp_path, Cache(tmp_path / "cache", "site"))
    for file in (tmp_path / "cache").glob("*.json"):
        data = bytearray(file.read_bytes())
        match seed % 3:
            case 0:
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 1:
                del data[chance.randrange(len(data)) :]
            case _:
                data = bytearray(bytes(data).replace(b"Cheese", b"Poison"))
        file.write_bytes(data)
    assert built(tmp_path, Cache(tmp_path / "cache", "site")) == expected


def test_a_list_of_something_else_is_not_taken(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "site")
    cache.put("lists", {"all": 1})
    cache.save()
    (file,) = tmp_path.glob("*-lists.json")
    assert Cache(tmp_path, "site").get("lists", "all") == 1
    assert Cache(tmp_path, "another").get("lists", "all") is None
    body = b"[1]"
    file.write_bytes(digest(body).encode() + b"\n" + body)
    assert Cache(tmp_path, "site").get("lists", "all") is None


def test_what_an_installed_reader_or_writer_makes_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("publist.reading.sources._installed", lambda: {"moth"})
    for name in ("papers.bib", "papers.moth", "papers.unknown"):
        (tmp_path / name).write_text(entry(1, 0, [0], 2020), encoding="utf-8")

    def key(source: str, to: str = "markdown") -> str | None:
        spec = ListSpec("all", {"sources": (source,)}, to, "list.md")
        return key_of_list(Project(tmp_path / "pubs.yaml"), spec)

    assert key("papers.bib") is not None
    assert key("papers.unknown") is not None, "its content tells a form of our own"
    assert key("papers.moth") is None
    assert key("papers.bib", to="moth") is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file", "site")
    cache.put("lists", {"all": 1})
    cache.save()
    assert Cache(tmp_path / "file", "site").get("lists", "all") is None


nodes: st.SearchStrategy[Inline] = st.recursive(
    st.text(min_size=1, max_size=5),
    lambda inner: st.one_of(
        st.builds(
            Element,
            st.sampled_from([tag for tag in Tag if tag not in (Tag.LINK, Tag.SPAN)]),
            st.lists(inner, max_size=2).map(tuple),
        ),
        st.builds(Link, st.just(Tag.LINK), st.lists(inner, max_size=2).map(tuple), st.text()),
        st.builds(
            Span,
            st.just(Tag.SPAN),
            st.lists(inner, max_size=2).map(tuple),
            st.text(max_size=4),
            st.one_of(st.none(), st.text(max_size=3), st.tuples(st.text(), st.integers())),
            st.one_of(st.none(), st.text(max_size=3)),
        ),
    ),
    max_leaves=6,
)


@given(st.lists(nodes, max_size=4))
def test_rich_text_comes_back_from_json(given_nodes: list[Inline]) -> None:
    text = RichText(tuple(given_nodes))
    assert from_json(json.loads(json.dumps(to_json(text)))) == text
