"""Entries of another dialect rebuilt with the keys of publist's own form.

A dialect is understood by translation: its entry becomes a mapping that
:mod:`publist.reading.form` reads, each value at the place where the source has it, so that
messages still name the right line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from publist.reading.values import Mapping, Place, Scalar, Sequence, Value

__all__ = ["Rebuilt", "items_of", "said", "text_at"]


def said(value: Value | None) -> str:
    """The text of a single value; empty for none, null, lists and mappings."""
    if isinstance(value, Scalar) and value.kind != "null":
        return value.text.strip()
    return ""


def text_at(text: str, place: Place) -> Scalar:
    """A text that stands, in other words, at this place."""
    return Scalar(text, "str", place)


def items_of(value: Value | None) -> list[Value]:
    """The items of a list; a single value as a list of one, nothing as none."""
    if value is None or (isinstance(value, Scalar) and not said(value)):
        return []
    return value.items if isinstance(value, Sequence) else [value]


@dataclass(slots=True)
class Rebuilt:
    """An entry while it is rebuilt.

    Args:
        source: The entry as it was.
        left: Its keys that nothing has read yet, spelt in lower case with underscores.
        made: The entry to be.
    """

    source: Mapping
    left: dict[str, Value] = field(default_factory=dict)
    made: Mapping = field(init=False)

    def __post_init__(self) -> None:
        self.made = Mapping(self.source.place)
        for key, value in self.source.items.items():
            self.left.setdefault(_folded(key), value)

    def take(self, *keys: str) -> Value | None:
        """The value of the first of these keys that says something; all of them count as read."""
        found: Value | None = None
        for key in keys:
            value = self.left.pop(key, None)
            if found is None and items_of(value):
                found = value
        return found

    def text(self, *keys: str) -> str:
        """The text of the first of these keys that has one."""
        return said(self.take(*keys))

    def put(self, key: str, value: Value | None) -> None:
        """Say something in the own form, unless it is said already or is nothing."""
        if value is not None and items_of(value) and key not in self.made.items:
            self.made.items[key] = value
            self.made.places[key] = value.place

    def say(self, key: str, text: str, place: Place | None = None) -> None:
        """Say a text in the own form."""
        if text:
            self.put(key, text_at(text, place or self.source.place))

    def move(self, key: str, *sources: str) -> None:
        """Say under a key of the own form what the source says under one of these."""
        self.put(key, self.take(*sources))

    def link(self, relation: str, address: Value | None) -> None:
        """Add a link; several of one relation are kept."""
        if not isinstance(address, Scalar) or not said(address):
            return
        links = self.made.items.setdefault("links", Sequence(address.place))
        assert isinstance(links, Sequence)
        link = Mapping(address.place)
        link.items = {"relation": text_at(relation, address.place), "url": address}
        links.items.append(link)

    def rest(self) -> Mapping:
        """The entry with what nothing has read kept as it is."""
        for key, value in self.left.items():
            self.put(key, value)
        return self.made


def _folded(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")
