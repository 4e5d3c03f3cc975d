"""Linking: from rows to groups of records, with every decision explained."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from publist.link.blocking import candidates
from publist.link.clusters import cluster
from publist.link.evidence import PRIOR_COPY, PRIOR_WORK, compare, weigh
from publist.link.forms import Form, read_form
from publist.link.row import Row


def scores_of(left: Form, right: Form) -> tuple[float, float]:
    evidence = weigh(compare(left, right))
    return PRIOR_WORK + sum(e.work for e in evidence), PRIOR_COPY + sum(e.copy for e in evidence)
