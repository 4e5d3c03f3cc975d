"""Linking large collections: the joins in DuckDB or in Spark, the comparisons on all cores.

Needs the extra ``publist[scale]``. The result is that of :func:`publist.link.link`. Rows stay in
the main process; workers read them there (where the system can fork) and send back numbers, so
that memory grows with the rows and the pairs kept, not with the pairs tried.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from publist.collector import paused_collector
from publist.link.blocking import fixed_keys, number_of, plausible
from publist.link.forms import Form, read_form
from publist.link.linkage import (
    Index,
    Linkage,
    assemble,
    in_order,
    twins_among,
    worth_keeping,
)
from publist.link.row import Row
from publist.link.twins import Twins, twin_key
from publist.link.verdict import JOIN, Verdict, judge

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["link_large"]

ROWS_AT_ONCE = 5_000
PAIRS_AT_ONCE = 10_000
FORMS_KEPT = 50_000

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

Joins = Callable[
    ["dict[str, NDArray[np.int64]]", "dict[str, NDArray[np.int64]]"],
    "tuple[NDArray[np.int64], NDArray[np.int64]]",
]
"""Gives the pairs of positions worth comparing, from the tables of words and of other keys."""

_rows: Sequence[Row] = ()
_forms: Sequence[Form] = ()


def link_large(
    rows: Sequence[Row],
    *,
    clean_sources: Collection[str] = (),
    least: float = JOIN,
    processes: int | None = None,
    progress: Progress | None = None,
    joins: Joins | None = None,
) -> Linkage:
    """Find the records that are of one work, as :func:`publist.link.link` does.

    Args:
        rows: The records; their ids are unique.
        clean_sources: Sources known to hold no publication twice.
        least: Log-odds from which on records are joined.
        processes: How many workers compare; as many as there are cores unless said.
        progress: Called now and then with the stage, the number done and the number to do.
        joins: What runs the joins; :func:`~publist.link.blocking_sql.candidates_in_duckdb` unless
            said. On a cluster ``partial(candidates_in_spark, session)``.

    Raises:
        ValueError: Two rows have the same id.
        ModuleNotFoundError: DuckDB or NumPy is not installed.
    """
    tell = progress or (lambda _stage, _done, _all: None)
    ordered = in_order(rows)
    with (
        paused_collector(),
        multiprocessing.Pool(processes or os.cpu_count(), _hold, (ordered,)) as pool,
    ):
        forms = _Forms(ordered)
        columns = _read(pool, len(ordered), tell)
        digests = enumerate(zip(columns[4].tolist(), columns[5].tolist(), strict=True))
        twins = twins_among(digests, forms, clean_sources, least)
        low, high = _candidates(columns, twins, joins)
        verdicts: dict[Index, Verdict] = {}
        chunks = [
            (low[at : at + PAIRS_AT_ONCE], high[at : at + PAIRS_AT_ONCE])
            for at in range(0, len(low), PAIRS_AT_ONCE)
        ]
        for done, found in enumerate(pool.imap(_judged, chunks), start=1):
            verdicts.update(found)
            tell("compare", done, len(chunks))
        return assemble(ordered, forms, verdicts, twins, clean_sources, least)


def _read(
    pool: multiprocessing.pool.Pool, size: int, tell: Progress
) -> tuple[NDArray[np.int64], ...]:
    """The columns of :func:`_keyed` for all rows."""
    import numpy as np

    starts = range(0, size, ROWS_AT_ONCE)
    parts = []
    for done, part in enumerate(pool.imap(_keyed, starts), start=1):
        parts.append(part)
        tell("read", done, len(starts))
    if not parts:
        return (np.zeros(0, np.int64),) * 6
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))


def _candidates(
    columns: tuple[NDArray[np.int64], ...], twins: Twins, joins: Joins | None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    import numpy as np

    from publist.link.blocking_sql import candidates_in_duckdb

    if not len(columns[4]):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    word_at, word, key_at, key, *_ = columns
    compared = np.ones(len(columns[4]), dtype=bool)
    for others in twins.values():
        compared[list(others)] = False
    words = {"record": word_at[compared[word_at]], "word": word[compared[word_at]]}
    fixed = {"record": key_at[compared[key_at]], "a": key[compared[key_at]]}
    fixed["b"] = np.full(len(fixed["a"]), -1)
    return (joins or candidates_in_duckdb)(words, fixed)


def _hold(rows: Sequence[Row]) -> None:
    """Start a worker: what it works on is there before, not sent with every task."""
    global _rows, _forms
    _rows, _forms = rows, _Forms(rows)


def _keyed(start: int) -> tuple[NDArray[np.int64], ...]:
    """The words and the fixed keys of some rows, and what each says, as columns of numbers.

    Returns:
        Position and word; position and key; for each row two numbers that only twins share.
    """
    import numpy as np

    word_at: list[int] = []
    word: list[int] = []
    key_at: list[int] = []
    key: list[int] = []
    first: list[int] = []
    second: list[int] = []
    number = lru_cache(maxsize=None)(number_of)
    for at, row in enumerate(_rows[start : start + ROWS_AT_ONCE], start=start):
        form = read_form(row)
        for each in form.title.content:
            word_at.append(at)
            word.append(number(each))
        for each in set(fixed_keys(form)):
            key_at.append(at)
            key.append(number_of(each))
        said = twin_key(form)
        first.append(number_of(said))
        second.append(number_of(said[::-1]))
    found = (word_at, word, key_at, key, first, second)
    return tuple(np.array(column, dtype=np.int64) for column in found)


def _judged(pairs: tuple[NDArray[np.int64], NDArray[np.int64]]) -> list[tuple[Index, Verdict]]:
    """The verdicts on some pairs that are worth keeping."""
    low, high = (column.tolist() for column in pairs)
    kept: list[tuple[Index, Verdict]] = []
    for pair in zip(low, high, strict=True):
        left, right = _forms[pair[0]], _forms[pair[1]]
        if plausible(left, right):
            verdict = judge(left, right)
            if worth_keeping(verdict):
                kept.append((pair, verdict))
    return kept


class _Forms(Sequence[Form]):
    """The forms of rows, read when they are asked for, some thousands kept."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._read = lru_cache(maxsize=FORMS_KEPT)(self._form)

    def _form(self, at: int) -> Form:
        return read_form(self._rows[at])

    def __getitem__(self, at: int) -> Form:  # type: ignore[override]
        return self._read(at)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Form]:
        return map(self._form, range(len(self._rows)))
