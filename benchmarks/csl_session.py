"""Drive a style through the CITATIONS section of a suite fixture.

A fixture lists calls of the reference processor: a citation, and the citations that stand
in front of it and behind it. What counts is how all of them read after the last call, and
which of them that call changed. publist's engine formats citations one by one, so the
positions (first, subsequent, ibid) are found here.
"""

from __future__ import annotations

from typing import Any

from publist.csl import Style

__all__ = ["session"]

_SUBSEQUENT, _IBID, _IBID_WITH_LOCATOR = 1, 2, 3


def session(style: Style, items: list[dict[str, Any]], calls: list[Any]) -> str:
    """The text of all citations after the last call, as the suite prints it."""
    data = {str(item.get("id")): item for item in items}
    known: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    before: dict[str, str] = {}
    texts: dict[str, str] = {}
    current = ""
    for citation, ahead, behind in calls:
        current = str(citation.get("citationID", len(known)))
        known[current] = citation
        order = [str(name) for name, _ in ahead] + [current] + [str(name) for name, _ in behind]
        notes = {str(name): note for name, note in (*ahead, *behind)}
        notes[current] = citation.get("properties", {}).get("noteIndex", 0)
        before = texts
        printed = _texts(style, data, [(known[name], notes[name]) for name in order])
        texts = dict(zip(order, printed, strict=True))
    lines = []
    for place, name in enumerate(order):
        changed = name == current or before.get(name) != texts[name]
        lines.append(f"{'>>' if changed else '..'}[{place}] {texts[name]}")
    return "\n".join(lines)


def _texts(
    style: Style, data: dict[str, dict[str, Any]], citations: list[tuple[dict[str, Any], int]]
) -> list[str]:
    """Each citation in its place."""
    used = dict.fromkeys(
        str(cite["id"]) for citation, _ in citations for cite in citation["citationItems"]
    )
    items = [data[name] for name in used if name in data]
    seen: dict[str, int] = {}
    previous: list[dict[str, Any]] | None = None
    texts: list[str] = []
    previous_note = 0
    for citation, note in citations:
        cites = [dict(cite) for cite in citation["citationItems"]]
        for index, cite in enumerate(cites):
            cite["position"] = _position(cites, index, previous, seen, gap=note - previous_note)
            if str(cite["id"]) in seen:
                cite["first-reference-note-number"] = seen[str(cite["id"])]
            near = note - seen.get(f"near {cite['id']}", -100)
            cite["near-note"] = str(cite["id"]) in seen and near <= 5
            seen.setdefault(str(cite["id"]), note)
            seen[f"near {cite['id']}"] = note
        texts.append(str(style.citation(cites, items)))
        previous, previous_note = cites, note
    return texts


def _position(
    cites: list[dict[str, Any]],
    index: int,
    previous: list[dict[str, Any]] | None,
    seen: dict[str, int],
    *,
    gap: int,
) -> int:
    """The position of a cite (CSL 1.0.2, "Choose", position)."""
    cite = cites[index]
    if str(cite["id"]) not in seen:
        return 0
    if index:
        last: dict[str, Any] | None = cites[index - 1]
    else:
        last = previous[0] if previous and len(previous) == 1 and gap <= 1 else None
    if last is None or str(last["id"]) != str(cite["id"]):
        return _SUBSEQUENT
    old, new = last.get("locator"), cite.get("locator")
    if old and not new:
        return _SUBSEQUENT
    same = (old or "") == (new or "") and last.get("label", "page") == cite.get("label", "page")
    return _IBID if same else _IBID_WITH_LOCATOR
