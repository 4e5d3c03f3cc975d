"""Feeds the readers damaged input, keeps what reaches new lines, and reports what breaks.

    nice python benchmarks/fuzz_readers.py --seconds 600        # all readers in turn
    python benchmarks/fuzz_readers.py --form ris --seconds 60   # one of them
    python benchmarks/fuzz_readers.py --runs 2000 --seed 7      # as many inputs, repeatable

Coverage-guided: an input that reaches a pair of consecutive lines no input before it has
reached (traced in publist's readers and in what they call of publist) joins the corpus that
later inputs are made from. Seeds are small and written here; --corpus adds a folder's files.

Counted as broken: any exception but publist's own errors, and text whose time grows faster than
its length: the slowest inputs are repeated to twice and four times their size at the end.
Memory is held against the length of the input at its peak.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from publist.errors import PublistError
from publist.reading.sources import BUILT_IN, read_bytes

ROOM = str(Path(sys.modules["publist.errors"].__file__ or "").parent)
LONGEST = 4_000
SLOW = 2.0
PER_BYTE = 20_000
"""Bytes of memory for a byte of input beyond which it is out of proportion."""

SEEDS: dict[str, tuple[str, ...]] = {
    "bibtex": (
        (
            "@string{x = {ICML}}\n@article{a, title={On {DNA} \\'e $x^2$}, author={Bee, A and C D},"
            " journal=x # { 3}, year=2020, month=may, pages={1--9}}\n@comment{x}\n% @misc{b,\n"
        ),
        '@inproceedings(a, crossref="b", title = "T", author+an = {1=equal; 2:orcid="0"})\n',
    ),
    "yaml": (
        (
            "- id: a\n  title: 'On <i>E. coli</i> $x$'\n  authors: [A. Bee*, {family: Ceh}]\n"
            "  equal: [1, 2]\n  links: {code: https://example.org}\n  date: 2024-05/2024-06\n"
        ),
        "publications:\n  a: &x {title: T, link: {url: u, display: 'ICML 2024'}}\n  b: *x\n",
        "cv:\n  sections:\n    publications:\n    - {title: T, authors: ['*A B*'], date: 2020}\n",
        "a:\n  type: article\n  title: {value: T, verbatim: true}\n  parent: {type: periodical}\n",
    ),
    "json": ('[{"id": "a", "title": "T", "authors": ["A. Bee"], "date": "2020"}]',),
    "csl-json": (
        (
            '[{"id": "a", "type": "book", "title": "T", "issued": {"date-parts": [[2020, 5]]},'
            ' "author": [{"family": "Bee", "given": "A."}], "note": "DOI: 10.1000/182"}]'
        ),
        '{"message": {"items": [{"title": ["T"], "DOI": "10.1000/182"}]}}',
    ),
    "ris": ("TY  - JOUR\nAU  - Bee, A.\nTI  - T\nPY  - 2020/05//\nSP  - 1\nEP  - 9\nER  - \n",),
    "nbib": ("PMID- 1\nTI  - T\n      goes on\nFAU - Bee, A\nDP  - 2020 May 3\nAID - x [doi]\n",),
    "endnote": (
        (
            "<xml><records><record><ref-type>6</ref-type><titles><title><style>T</style>"
            "</title></titles><dates><year>2020</year></dates></record></records></xml>"
        ),
    ),
    "markdown": (
        "# Publications\n\n\\* equal\n\n- A. Bee\\*, **C. Dee**. [On Bees](x.pdf). *ICML* 2024.\n",
        "---\ntitle: T\nauthors: [admin, A Bee]\npublication_types: ['1']\ndate: 2020\n---\n",
        '---\ncollection: publications\ntitle: "T"\ncitation: "A. Bee. (2020). T. J. 1(2)."\n---\n',
        '+++\ntitle = "T"\nauthors = ["A"]\npublication_types = ["2"]\n+++\n',
    ),
    "html": ("<h2>Papers</h2><ul><li><b>A. Bee</b>, C. Dee. <i>On Bees</i>. ICML 2024.</ul>",),
    "text": ("Publications\n\n1. A. Bee, C. Dee. On Bees. ICML, 2024.\n2. A. Bee: T. 2020.\n",),
    "latex": ("\\section{Papers}\\begin{etaremune}\\item A. Bee. \\textit{T}. 2020.\\end{x}",),
}
PIECES = (
    "{", "}", "[", "]", "(", ")", "<", ">", '"', "'", "\\", "$", "&", "*", "†", "#", "%", "@", "|",
    ",", ";", ":", ": ", "- ", "\n", "\n\n", "\t", " ", "\u00a0", "\x00", "\ufeff", "\u202e", "é",
    "\U0001f4e7", "0", "9" * 30, "-1", "1e999", "null", "true", "---\n", "+++\n", " and ", "et al.",
    "&amp;", "&#x110000;", "<!--", "]]>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "\\begin{", "\\item ",
    "https://", "10.1000/", "arXiv:", "!!python/object:", "&a ", "*a", "<<: ", "{{ x }}", "{% x %}",
)  # fmt: skip


@dataclass
class Run:
    """What was tried of one form.

    Args:
        corpus: The inputs that reached something new.
        seen: The pairs of lines reached so far.
        tried: How many inputs.
        broken: For each place that broke, the first input that did it, and what it raised.
        slowest: Seconds and input, the slowest ones.
        most: Bytes of memory for a byte of input, at most.
    """

    corpus: list[bytes]
    seen: set[int] = field(default_factory=set)
    tried: int = 0
    broken: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    slowest: list[tuple[float, bytes]] = field(default_factory=list)
    most: float = 0.0


def traced(work: Callable[[], None], seen: set[int]) -> int:
    """Run it, and count the pairs of lines that are new; they are added."""
    before = len(seen)

    def global_trace(frame: FrameType, _event: str, _arg: object) -> object:
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        code, last = id(frame.f_code), 0

        def local(frame: FrameType, event: str, _arg: object) -> object:
            nonlocal last
            if event == "line":
                seen.add(hash((code, last, frame.f_lineno)))
                last = frame.f_lineno
            return local

        return local

    sys.settrace(global_trace)  # type: ignore[arg-type]  # the stub knows one kind of tracer
    try:
        work()
    finally:
        sys.settrace(None)
    return len(seen) - before


def mutated(corpus: list[bytes], chance: random.Random) -> bytes:
    """An input made of those that reached something new."""
    data = bytearray(chance.choice(corpus))
    for _ in range(chance.randint(1, 6)):
        at, end = sorted(chance.randint(0, len(data)) for _ in range(2))
        end = min(end, at + chance.choice((1, 4, 40, 400)))
        kind = chance.randrange(6)
        if kind == 0:
            del data[at:end]
        elif kind == 1:
            data[at:at] = chance.choice(PIECES).encode()
        elif kind == 2:
            data[at:at] = data[at:end] * chance.choice((1, 2, 20))
        elif kind == 3:
            other = chance.choice(corpus)
            start = chance.randint(0, len(other))
            data[at:end] = other[start : start + chance.randint(0, 200)]
        elif kind == 4:
            data[at:at] = chance.choice(PIECES).encode() * chance.choice((2, 50, 300))
        elif data:
            data[at % len(data)] = chance.randrange(256)
    return bytes(data[:LONGEST])


def attempt(run: Run, form: str, data: bytes, *, weigh: bool) -> None:
    """Read one input, and note what it reached, raised, took."""
    run.tried += 1

    def work() -> None:
        try:
            read_bytes(data, "input", form)
        except PublistError:
            return
        except Exception as error:  # noqa: BLE001  # to find whatever it is
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} at {last.filename}:{last.lineno}"
            run.broken.setdefault(place, (data, traceback.format_exc(limit=-6)))

    start = time.process_time()
    if weigh:
        tracemalloc.start()
        work()
        run.most = max(run.most, tracemalloc.get_traced_memory()[1] / max(len(data), 100))
        tracemalloc.stop()
        return
    new = traced(work, run.seen)
    took = time.process_time() - start
    if new:
        run.corpus.append(data)
    if took > 0.05:
        run.slowest = sorted([*run.slowest, (took, data)], key=lambda each: -each[0])[:5]


def growth(form: str, data: bytes) -> float:
    """How many times longer four times the text takes; 4 is in proportion."""

    def seconds(times: int) -> float:
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            with suppress(PublistError):
                read_bytes(data * times, "input", form)
            best = min(best, time.process_time() - start)
        return best

    return seconds(8) / max(seconds(2), 0.004)


def fuzz(form: str, seeds: list[bytes], chance: random.Random, more: Iterator[bool]) -> Run:
    """Try inputs until there are to be no more."""
    run = Run(corpus=list(seeds))
    for data in seeds:
        attempt(run, form, data, weigh=False)
    while next(more):
        data = mutated(run.corpus, chance)
        attempt(run, form, data, weigh=run.tried % 50 == 0)
    return run


def until(seconds: float, runs: int) -> Iterator[bool]:
    """Yes for so long, or so often."""
    end = time.monotonic() + seconds
    count = 0
    while count < runs and time.monotonic() < end:
        count += 1
        yield True
    yield False


def report(form: str, run: Run) -> bool:
    """Print what came of it; whether all was well."""
    grown = [(growth(form, data), data) for _, data in run.slowest]
    steep = [each for each in grown if each[0] > 10]
    worst = max((each[0] for each in grown), default=0.0)
    print(
        f"{form:9} {run.tried:7d} inputs, {len(run.corpus):5d} kept, {len(run.seen):6d} steps, "
        f"{len(run.broken)} broke, growth x4 -> x{worst:.1f}, {run.most:.0f} bytes a byte"
    )
    for place, (data, trace) in run.broken.items():
        print(f"  {place}\n    {data[:300]!r}\n{trace}")
    for factor, data in steep:
        print(f"  four times the text takes {factor:.1f} times as long: {data[:300]!r}")
    return not run.broken and not steep and run.most < PER_BYTE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=list(SEEDS), help="one reader; all of them otherwise")
    parser.add_argument("--seconds", type=float, default=60, help="in all")
    parser.add_argument("--runs", type=int, default=10**9, help="inputs for each reader, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="a folder of files to begin with as well")
    given = parser.parse_args()
    forms = [given.form] if given.form else [form for form in SEEDS if form in BUILT_IN]
    fine = True
    total = 0
    for form in forms:
        seeds = [text.encode() for text in SEEDS[form]]
        if given.corpus:
            seeds += [path.read_bytes()[:LONGEST] for path in sorted(given.corpus.glob("*.*"))]
        more = until(given.seconds / len(forms), given.runs)
        run = fuzz(form, seeds, random.Random(given.seed), more)  # noqa: S311  # repeatable
        fine &= report(form, run)
        total += run.tried
    print(f"{total} inputs")
    return 0 if fine else 1


if __name__ == "__main__":
    raise SystemExit(main())
