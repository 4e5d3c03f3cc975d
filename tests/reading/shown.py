"""Documents as pages that a person can check."""

from __future__ import annotations

import json

from publist.model import Document


def shown(document: Document) -> str:
    """Records and problems as a page a person can check."""
    paragraphs = []
    for record in document.records:
        said = record.model_dump(mode="json", exclude_defaults=True)
        head = f"{record.source}: {said.pop('key')}"
        said.pop("source")
        lines = [f"  {name}: {json.dumps(said[name], ensure_ascii=False)}" for name in said]
        paragraphs.append("\n".join([head, *lines]))
    paragraphs.append("\n".join(f"! {problem}" for problem in document.problems))
    return "\n\n".join(paragraphs).strip() + "\n"
