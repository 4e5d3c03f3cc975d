"""Other people's YAML and JSON: what themes and tools keep publications in.

Each dialect is a module that tells whether a text is its own, and translates entries into
publist's form; :func:`translated` asks them in turn.
"""

from __future__ import annotations

from publist.reading.dialects import crossref, hayagriva, rendercv, themes
from publist.reading.values import Mapping, Scalar, Sequence, Value

__all__ = ["translated"]


def translated(root: Value) -> Value:
    """A text's root with entries in publist's own form, whatever dialect it was in.

    Args:
        root: What YAML or JSON text says; what is in no known dialect comes back as it is.
    """
    answer = crossref.items_in_answer(root)
    if answer is not None:
        return Sequence(root.place, answer)
    if rendercv.is_rendercv(root):
        return Sequence(root.place, rendercv.publications(root))
    if isinstance(root, Mapping) and hayagriva.is_hayagriva(root):
        return Sequence(
            root.place,
            [
                hayagriva.rebuilt(_with_id(name, entry))
                for name, entry in root.items.items()
                if isinstance(entry, Mapping)
            ],
        )
    if isinstance(root, Mapping):
        grouped = themes.groups_in(root)
        if grouped is not None:
            root = Sequence(root.place, grouped)
    if isinstance(root, Sequence):
        root.items = [_from_theme(item) for item in root.items]
    return root


def _with_id(name: str, entry: Mapping) -> Mapping:
    identity = Scalar(name, "str", entry.place)
    return Mapping(entry.place, {"id": identity, **entry.items}, entry.places)


def _from_theme(item: Value) -> Value:
    if not isinstance(item, Mapping):
        return item
    return themes.rebuilt(item) if themes.is_themed(item) else crossref.settled(item)
