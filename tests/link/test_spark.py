"""Spark SQL runs the blocking joins that DuckDB runs, with the same clusters from both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("duckdb", reason="linking large collections needs the extra publist[scale]")
pytest.importorskip("pyspark", reason="joins on a cluster need the extra publist[spark]")

from pyspark.sql import SparkSession
from tests.link.test_large import rows_of

from publist.link import ASK
from publist.link.blocking import BLOCK, candidates
from publist.link.blocking_spark import candidates_in_spark
from publist.link.forms import read_form
from publist.link.large import link_large

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Column = NDArray[np.int64]
    Columns = dict[str, Column]

pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    """A local Spark, as small as it gets."""
    builder = SparkSession.builder.master("local[1]").appName("publist")
    for option, value in (
        ("spark.ui.enabled", "false"),
        ("spark.sql.shuffle.partitions", "1"),
        ("spark.sql.adaptive.enabled", "false"),
        # Compiling costs more than it gives for so few rows.
        ("spark.sql.codegen.wholeStage", "false"),
        ("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
        ("spark.driver.host", "127.0.0.1"),
        ("spark.driver.bindAddress", "127.0.0.1"),
    ):
        builder = builder.config(option, value)
    running = builder.getOrCreate()
    running.sparkContext.setLogLevel("ERROR")
    yield running
    running.stop()


def test_the_same_clusters_from_spark_and_from_duckdb(session: SparkSession) -> None:
    rows = rows_of(120)
    found: list[int] = []

    def joins(*tables: Columns) -> tuple[Column, Column]:
        low, high = candidates_in_spark(session, *tables)
        found.append(len(low))
        return low, high

    in_spark = link_large(rows, least=ASK, processes=1, joins=joins)
    assert in_spark == link_large(rows, least=ASK, processes=1)
    assert any(len(group) > 1 for group in in_spark.clusters)
    # The blocks are large enough for the capped join to have a part in it.
    assert len(rows) > BLOCK
    assert found == [len(candidates([read_form(row) for row in rows], {}))]


def test_nothing_in_spark(session: SparkSession) -> None:
    joins = partial(candidates_in_spark, session)
    assert link_large([], processes=1, joins=joins).clusters == ()
