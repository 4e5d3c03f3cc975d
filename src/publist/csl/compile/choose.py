"""``cs:choose``: branches and their conditions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from publist.csl.compile.known import guarding, guards, lacks, nothing
from publist.csl.items import Kind
from publist.csl.numbers import is_numeric
from publist.csl.source import Node
from publist.csl.state import Cite, Render
from publist.csl.variables import DATE_VARIABLES, NAME_VARIABLES, TYPE_ALIASES

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = ["compile_choose"]

Test = Callable[[Cite], bool]
_OF_THE_CITE = frozenset(("locator", "citation-number", "year-suffix"))


def compile_choose(node: Node, scope: Scope) -> Render:
    """Compile a choose element: the first branch whose conditions hold is rendered."""
    branches: list[tuple[Test, Render]] = []
    for child in node.children:
        if child.tag not in ("if", "else-if", "else"):
            continue
        test = _always if child.tag == "else" else _condition(child, scope)
        if test is _always:
            return _first_that_holds(branches, scope.builder.children(child, scope))
        if test is not _never:
            branches.append((test, scope.builder.children(child, scope)))
    return _first_that_holds(branches, nothing)


def _first_that_holds(branches: list[tuple[Test, Render]], otherwise: Render) -> Render:
    if not branches:
        return otherwise
    chosen = _chosen(branches, otherwise)
    every = [otherwise, *(render for _, render in branches)]
    return guarding(chosen) if all(map(guards, every)) else chosen


def _chosen(branches: list[tuple[Test, Render]], otherwise: Render) -> Render:
    if len(branches) == 1:
        only, rendered = branches[0]
        return lambda cite: rendered(cite) if only(cite) else otherwise(cite)

    def choose(cite: Cite) -> str:
        for test, render in branches:
            if test(cite):
                return render(cite)
        return otherwise(cite)

    return choose


def _condition(node: Node, scope: Scope) -> Test:
    match = node.get("match", "all")
    tests = [
        test
        for name in _TESTS
        if name in node.attrs
        for test in _TESTS[name](node.get(name), scope.builder.kind)
    ]
    if "disambiguate" in node.attrs and not scope.sorting:
        tests.append(_disambiguate(node.get("disambiguate") == "true", scope))
    if match == "none":
        return _not(_any(tests))
    return _any(tests) if match == "any" else _all(tests)


def _always(_cite: Cite) -> bool:
    """A condition that holds for every item, as far as items are known."""
    return True


def _never(_cite: Cite) -> bool:
    return False


def _not(test: Test) -> Test:
    if test is _always or test is _never:
        return _never if test is _always else _always
    return lambda cite: not test(cite)


def _any(tests: list[Test]) -> Test:
    if _always in tests:
        return _always
    tests = [test for test in tests if test is not _never]
    if not tests:
        return _never
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda cite: one(cite) or other(cite)

    def some(cite: Cite) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs more than the tests do
            if test(cite):
                return True
        return False

    return some


def _all(tests: list[Test]) -> Test:
    if _never in tests:
        return _never
    tests = [test for test in tests if test is not _always]
    if not tests:
        return _always
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, other = tests
        return lambda cite: one(cite) and other(cite)

    def every(cite: Cite) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs more than the tests do
            if not test(cite):
                return False
        return True

    return every


def _types(value: str, kind: Kind | None) -> list[Test]:
    """An item has one type: several in a list can only mean any of them."""
    wanted = frozenset(TYPE_ALIASES.get(name, name) for name in value.split())
    if kind is not None:
        return [_always if kind[0] in wanted else _never]
    return [lambda cite: cite.item.type in wanted]


def _variables(value: str, kind: Kind | None) -> list[Test]:
    return [_never if _lacks(kind, name) else _has(name) for name in value.split()]


def _lacks(kind: Kind | None, name: str) -> bool:
    if name == "page-first":
        return lacks(kind, name, "page")
    return name not in _OF_THE_CITE and lacks(kind, name)


def _has(name: str) -> Test:
    if name in NAME_VARIABLES:
        return lambda cite: cite.item.names[name] is not None
    if name in DATE_VARIABLES:
        return lambda cite: cite.item.dates[name] is not None
    if name == "locator":
        return lambda cite: bool(cite.locator)
    if name == "citation-number":
        return lambda cite: bool(cite.number)
    if name == "year-suffix":
        return lambda cite: bool(cite.year_suffix)
    if name == "page-first":  # made of the pages where it is not given
        return lambda cite: bool(cite.item.texts[name] or cite.item.texts["page"])
    return lambda cite: bool(cite.item.texts[name])


def _numeric(value: str, kind: Kind | None) -> list[Test]:
    return [_never if _lacks(kind, name) else _is_numeric(name) for name in value.split()]


def _is_numeric(name: str) -> Test:
    if name == "locator":
        return lambda cite: is_numeric(cite.locator)
    if name == "citation-number":
        return lambda cite: is_numeric(cite.number)
    return lambda cite: is_numeric(cite.item.raw(name))


def _uncertain(value: str, kind: Kind | None) -> list[Test]:
    return [_never if lacks(kind, name) else _is_uncertain(name) for name in value.split()]


def _is_uncertain(name: str) -> Test:
    def test(cite: Cite) -> bool:
        date = cite.item.dates[name]
        return date is not None and date.circa

    return test


def _locators(value: str, _kind: Kind | None) -> list[Test]:
    wanted = frozenset("sub verbo" if name == "sub-verbo" else name for name in value.split())
    return [lambda cite: bool(cite.locator) and cite.label.replace("-", " ") in wanted]


_POSITIONS = {"first": 0, "subsequent": 1, "ibid": 2, "ibid-with-locator": 3}


def _positions(value: str, _kind: Kind | None) -> list[Test]:
    return [_is_position(name) for name in value.split()]


def _is_position(name: str) -> Test:
    if name in ("first", "ibid-with-locator"):
        return lambda cite: cite.position == _POSITIONS[name]
    lowest = _POSITIONS.get(name, 9)
    return lambda cite: cite.position >= lowest


def _disambiguate(wanted: bool, scope: Scope) -> Test:  # noqa: FBT001
    """The n-th such condition of an area holds from the n-th attempt on."""
    counts = scope.builder.tests_disambiguate
    number = counts[scope.area] = counts.get(scope.area, 0) + 1
    return lambda cite: (cite.disambiguate >= number) is wanted


_TESTS: dict[str, Callable[[str, Kind | None], list[Test]]] = {
    "type": _types,
    "variable": _variables,
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locators,
    "position": _positions,
}
