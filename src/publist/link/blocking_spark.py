"""Blocking on a cluster: the statements that DuckDB runs on one machine, run by Spark SQL.

Needs the extra ``publist[spark]`` and Java. A cluster that holds the three tables already runs
:data:`~publist.link.blocking_sql.KEYS` and :data:`~publist.link.blocking_sql.CANDIDATES` on them
by itself; this is the way there from columns in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publist.link.blocking import NEIGHBOURS
from publist.link.blocking_sql import CANDIDATES, KEYS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyspark.sql import SparkSession

__all__ = ["candidates_in_spark"]


def candidates_in_spark(
    session: SparkSession,
    words: dict[str, NDArray[np.int64]],
    fixed: dict[str, NDArray[np.int64]],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Run the statements in a Spark session; its temporary views of these names are replaced.

    Args:
        session: Of a cluster, or a local one.
        words: The columns ``record`` and ``word``, of equal length.
        fixed: The columns ``record``, ``a`` and ``b``, of equal length.

    Returns:
        The lower and the higher position of each pair, in ascending order.
    """
    import numpy as np

    steps = {"step": np.arange(1, NEIGHBOURS + 1)}
    for name, columns in (("words", words), ("fixed", fixed), ("steps", steps)):
        lines = list(zip(*(column.tolist() for column in columns.values()), strict=True))
        schema = ", ".join(f"{column} BIGINT" for column in columns)
        session.createDataFrame(lines, schema).createOrReplaceTempView(name)
    session.sql(KEYS).createOrReplaceTempView("keys")
    found = session.sql(CANDIDATES).orderBy("low", "high").collect()
    pairs = np.array([tuple(line) for line in found], dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
