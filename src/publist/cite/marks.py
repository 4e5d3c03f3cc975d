"""Marks: the symbols that show roles, and schemes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib.metadata import entry_points

from publist.curated import curated_blocks
from publist.errors import ProjectError
from publist.model import Model, Role
from publist.resources import data_folder

__all__ = ["BUILT_IN", "MarkScheme", "mark_scheme"]


class MarkScheme(Model):
    """Which symbol shows which role.

    Args:
        roles: The symbols of each kind of role, one for each of its groups. None at all
            hides the role.
        spare: Symbols for other kinds of roles, handed out in order.

    >>> scheme = MarkScheme(roles={"equal": ("*",)}, spare=("§",))
    >>> marks = scheme.assign([Role(kind="chef"), Role(kind="equal", group=2)])
    >>> {str(role): mark for role, mark in marks.items()}
    {'equal:2': '**', 'chef': '§'}
    """

    roles: Mapping[str, tuple[str, ...]]
    spare: tuple[str, ...] = ()

    def assign(self, roles: Iterable[Role]) -> dict[Role, str]:
        """A symbol for every role of a list, no symbol twice.

        Args:
            roles: The roles that occur, in the order in which they are met.

        Returns:
            The marks, in the order in which a legend lists them: roles of the scheme in its
            order, then the others as they were met. Roles that are hidden are left out.
        """
        met = dict.fromkeys(roles)
        kinds = list(self.roles)
        known = [role for role in met if role.kind in self.roles]
        known.sort(key=lambda role: (kinds.index(role.kind), role.group))
        marks: dict[Role, str] = {}
        for role in known:
            if symbols := self.roles[role.kind]:
                marks[role] = _unused(_repeated(symbols, role.group), marks.values())
        reserved = {symbol for symbols in self.roles.values() for symbol in symbols}
        free = [symbol for symbol in self.spare if symbol not in reserved] or ["#"]
        for role in met:
            if role.kind not in self.roles:
                taken = {*marks.values()} | reserved
                left = [symbol for symbol in free if symbol not in taken]
                marks[role] = left[0] if left else _unused(free[-1], taken)
        return marks

    def replace(self, changes: Mapping[str, str]) -> MarkScheme:
        """The scheme with other symbols for some roles.

        Args:
            changes: Symbols by role (``equal``, ``equal:2``, ``data-lead``); an empty
                symbol hides the role.
        """
        roles = {kind: list(symbols) for kind, symbols in self.roles.items()}
        for name, symbol in changes.items():
            role = Role.parse(name)
            symbols = roles.setdefault(role.kind, [])
            if not symbol:
                roles[role.kind] = []
                continue
            while len(symbols) < role.group:
                symbols.append(_repeated(tuple(symbols) or (symbol,), len(symbols) + 1))
            symbols[role.group - 1] = symbol
        return MarkScheme(
            roles={kind: tuple(symbols) for kind, symbols in roles.items()}, spare=self.spare
        )


def _repeated(symbols: tuple[str, ...], number: int) -> str:
    """The symbol with this number, counted from 1; past the end they are doubled."""
    times, at = divmod(number - 1, len(symbols))
    return symbols[at] * min(times + 1, 9)


def _unused(symbol: str, taken: Iterable[str]) -> str:
    known = set(taken)
    found = symbol
    while found in known:
        found += symbol
    return found


def _built_in(name: str) -> MarkScheme:
    file = data_folder() / "marks.yml"
    blocks = curated_blocks(file.read_text("utf-8"), str(file))
    (block,) = [block for block in blocks if block.id == name]
    roles = {kind: tuple(symbols) for kind, symbols in block.lists.items()}
    return MarkScheme(spare=roles.pop("spare"), roles=roles)


symbols = partial(_built_in, "symbols")
emoji = partial(_built_in, "emoji")
classic = partial(_built_in, "classic")
ascii_symbols = partial(_built_in, "ascii")
letters = partial(_built_in, "letters")

BUILT_IN = {
    "symbols": symbols,
    "emoji": emoji,
    "classic": classic,
    "ascii": ascii_symbols,
    "letters": letters,
}
"""The schemes that come with publist, by name; more are found as entry points.

An entry point of the group ``publist.marks`` is a callable without arguments that gives a
:class:`MarkScheme`.
"""


def mark_scheme(wanted: str | Mapping[str, str] | MarkScheme) -> MarkScheme:
    """The scheme that somebody asks for.

    Args:
        wanted: A scheme's name; or changes to the default scheme by role; or both in one
            text, as a command line has it: ``emoji,equal=#,lead=``.

    Raises:
        ProjectError: There is no scheme of that name.

    >>> mark_scheme("symbols,equal=#").roles["equal"]
    ('#', '†', '‡')
    """
    if isinstance(wanted, MarkScheme):
        return wanted
    if isinstance(wanted, Mapping):
        return _built_in("symbols").replace(wanted)
    name, changes = "symbols", {}
    for part in wanted.split(","):
        role, equals, symbol = part.partition("=")
        if equals:
            changes[role.strip()] = symbol.strip()
        elif part.strip():
            name = part.strip()
    return _scheme_named(name).replace(changes)


def _scheme_named(name: str) -> MarkScheme:
    if name in BUILT_IN:
        return BUILT_IN[name]()
    found = entry_points(group="publist.marks", name=name)
    for entry_point in found:
        scheme = entry_point.load()()
        if isinstance(scheme, MarkScheme):
            return scheme
    known = ", ".join(BUILT_IN)
    raise ProjectError(
        f"There is no mark scheme {name!r}; known: {known}.", key="marks", value=name
    )
