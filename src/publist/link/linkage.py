"""Linking: from rows to groups of records, with every decision explained."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from publist.link.blocking import candidates
from publist.link.clusters import cluster
from publist.link import weights
from publist.link.evidence import compare, weigh
from publist.link.forms import Form, read_form
from publist.link.row import Row


def scores_of(left: Form, right: Form) -> tuple[float, float]:
    evidence = weigh(compare(left, right))
    return weights.PRIOR.work + sum(e.work for e in evidence), weights.PRIOR.copy + sum(e.copy for e in evidence)
