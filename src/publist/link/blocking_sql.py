"""Blocking as SQL, for collections that are too large for dictionaries in memory.

The statements read three tables and use window functions and equality joins only, so that
DuckDB runs them here and Spark SQL can run the same text on a cluster:

- ``words(record, word)``: the words of each title, as numbers;
- ``fixed(record, a, b)``: the other keys of each record, as two numbers;
- ``steps(step)``: 1 to :data:`~publist.link.blocking.NEIGHBOURS`.

``record`` is a position in the order that rows are put in. What they give are the same
candidates as :func:`publist.link.blocking.candidates` gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.link.blocking import BLOCK, NEIGHBOURS, RAREST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CANDIDATES", "KEYS", "candidates_in_duckdb"]

KEYS = f"""
WITH counted AS (
    SELECT record, word, COUNT(*) OVER (PARTITION BY word) AS rarity FROM words
), ranked AS (
    SELECT record, word, ROW_NUMBER() OVER (PARTITION BY record ORDER BY rarity, word) AS place
    FROM counted WHERE rarity > 1
), rarest AS (
    SELECT record, word FROM ranked WHERE place <= {RAREST}
)
SELECT l.record AS record, l.word AS a, r.word AS b
FROM rarest l JOIN rarest r ON l.record = r.record AND l.word < r.word
UNION ALL
SELECT record, a, b FROM fixed
"""  # noqa: S608 (a number of our own)
"""All keys of all records: pairs of a title's rarest words, and the fixed ones."""

CANDIDATES = f"""
WITH sized AS (
    SELECT record, a, b, ROW_NUMBER() OVER (PARTITION BY a, b ORDER BY record) AS place,
           COUNT(*) OVER (PARTITION BY a, b) AS size
    FROM keys
), small AS (
    SELECT record, a, b FROM sized WHERE size BETWEEN 2 AND {BLOCK}
), large AS (
    SELECT record, a, b, place FROM sized WHERE size > {BLOCK}
)
SELECT l.record AS low, r.record AS high
FROM small l JOIN small r ON l.a = r.a AND l.b = r.b AND l.record < r.record
UNION
SELECT l.record AS low, r.record AS high
FROM (SELECT record, a, b, place + step AS next FROM large CROSS JOIN steps) l
JOIN large r ON l.a = r.a AND l.b = r.b AND l.next = r.place
"""  # noqa: S608 (a number of our own)
"""Pairs of records that share a key; neighbours only where many share it."""


def candidates_in_duckdb(
    words: dict[str, NDArray[np.int64]], fixed: dict[str, NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Run the statements in DuckDB, on all cores and with what does not fit on disk.

    Args:
        words: The columns ``record`` and ``word``, of equal length.
        fixed: The columns ``record``, ``a`` and ``b``, of equal length.

    Returns:
        The lower and the higher position of each pair, in ascending order.
    """
    import duckdb
    import numpy as np

    with duckdb.connect() as database:
        database.execute("SET memory_limit = '3GB'")
        database.register("words", words)
        database.register("fixed", fixed)
        database.register("steps", {"step": np.arange(1, NEIGHBOURS + 1)})
        database.execute(f"CREATE TABLE keys AS {KEYS}")
        database.execute(f"CREATE TABLE candidates AS {CANDIDATES}")
        found = database.execute("SELECT * FROM candidates ORDER BY low, high").fetchnumpy()
    return found["low"], found["high"]
