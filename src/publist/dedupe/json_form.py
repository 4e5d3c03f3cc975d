"""The report as JSON for programs."""

from __future__ import annotations

import json

from publist.dedupe.report import Report

__all__ = ["write_json"]


def write_json(report: Report) -> str:
    """Write the report as JSON.

    Returns:
        ``{"clusters": [[id, …], …], "pairs": [{"a", "b", "relation", "score", "decision",
        "reasons"}]}``. Every record is in one cluster, single ones too; the preferred record of
        a cluster comes first. Ids are keys, with the file in front where keys repeat.

    >>> print(write_json(Report((), ())), end="")
    {
      "clusters": [],
      "pairs": []
    }
    """
    data = {
        "clusters": [[entry.id for entry in work.entries] for work in report.works],
        "pairs": [
            {
                "a": pair.a.id,
                "b": pair.b.id,
                "relation": pair.relation.value,
                "score": pair.score,
                "decision": pair.decision.value,
                "reasons": list(pair.reasons),
            }
            for pair in report.pairs
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
