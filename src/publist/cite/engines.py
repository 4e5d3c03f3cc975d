"""The engines by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from publist.cite.engine import Engine, Formatted, Task
from publist.cite.styles import StyleFile
from publist.errors import StyleError

__all__ = ["ENGINES", "engine_named"]


def _csl(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    from publist.cite.engine_csl import format_with_csl

    return format_with_csl(tasks, style)


def _citeproc_py(tasks: Sequence[Task], style: StyleFile) -> Formatted:
    from publist.cite.engine_citeproc_py import format_with_citeproc_py

    return format_with_citeproc_py(tasks, style)


ENGINES: Mapping[str, Engine] = {"csl": _csl, "citeproc-py": _citeproc_py}
"""The engines by name; the first one is the default."""


def engine_named(name: str | Engine) -> Engine:
    """The engine of that name; an engine itself is taken as it is.

    Raises:
        StyleError: There is none.

    >>> engine_named("citeproc")
    Traceback (most recent call last):
    ...
    publist.errors.StyleError: engine: There is no engine 'citeproc'; known: csl, citeproc-py.
    """
    if not isinstance(name, str):
        return name
    if name not in ENGINES:
        known = ", ".join(ENGINES)
        message = f"There is no engine {name!r}; known: {known}."
        raise StyleError(message, key="engine", value=name)
    return ENGINES[name]
