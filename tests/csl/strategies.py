"""Generators of CSL-JSON items: proper ones, and what people's files hold."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

__all__ = ["examples", "items", "odd_items"]

_TYPES = ["article-journal", "book", "chapter", "paper-conference", "thesis", "webpage", "", "x"]
_TEXT_KEYS = [
    "title",
    "container-title",
    "publisher",
    "volume",
    "page",
    "DOI",
    "URL",
    "note",
    "edition",
]
_text = st.text(
    st.characters(codec="utf-8") | st.sampled_from("<>&\"'“”‘’.,:;?!-–()[]{}\x01\x02\x83 "),
    max_size=30,
)
_TAGS = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", '<span class="nocase">', "</span>"]
_WORDS = ['"', "'", "word", " ", "Why?", "A.", "<script>", "&amp;", "\\", "$"]
_markup = st.lists(st.sampled_from([*_TAGS, *_WORDS]), max_size=12).map("".join)
_value = _text | _markup
_year = st.integers(-3000, 3000)
_parts = st.tuples(_year, st.integers(0, 25), st.integers(0, 40)).map(list)
_date = st.fixed_dictionaries(
    {}, optional={"date-parts": st.lists(_parts, max_size=2), "circa": st.booleans(), "raw": _text}
)
_name = st.fixed_dictionaries(
    {},
    optional={
        "family": _value,
        "given": _value,
        "suffix": _value,
        "literal": _value,
        "non-dropping-particle": _value,
        "keep": st.booleans(),
    },
)
_fields: dict[str, st.SearchStrategy[Any]] = dict.fromkeys(_TEXT_KEYS, _value)
_fields |= {key: st.lists(_name, max_size=5) for key in ("author", "editor", "translator")}
_fields |= dict.fromkeys(("issued", "accessed"), _date)


def examples(count: int) -> settings:
    """So many examples of a costly test; a profile that asks for many more gets them."""
    asked = settings().max_examples
    usual = settings.get_profile("default").max_examples
    return settings(max_examples=asked if asked > usual else count, deadline=None)


def items() -> st.SearchStrategy[dict[str, Any]]:
    """Items whose values have the right types, whatever they say."""
    return st.fixed_dictionaries(
        {"id": st.just("a"), "type": st.sampled_from(_TYPES)}, optional=_fields
    )


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _value,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_value, inner, max_size=3),
    max_leaves=6,
)


def odd_items() -> st.SearchStrategy[dict[str, Any]]:
    """Items with any JSON where a value should be."""
    return st.dictionaries(st.sampled_from([*_fields, "id", "type", "language"]), _json, max_size=8)
