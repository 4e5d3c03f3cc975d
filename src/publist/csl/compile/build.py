"""The compiler: which element is compiled where, and what is inherited."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace

from publist.csl.compile.choose import compile_choose
from publist.csl.compile.date import compile_date
from publist.csl.compile.dress import meeting_freely
from publist.csl.compile.group import compile_group, first_of, join_children
from publist.csl.compile.known import guarding, nothing
from publist.csl.compile.label import compile_label
from publist.csl.compile.names import compile_names
from publist.csl.compile.number import compile_number
from publist.csl.compile.person import NameForm
from publist.csl.compile.text import compile_text
from publist.csl.items import Item, Kind
from publist.csl.locale import Locale
from publist.csl.source import Node
from publist.csl.state import Cite, Render, Run
from publist.errors import StyleError

__all__ = ["Builder", "Scope"]

_MAX_MACRO_DEPTH = 50
_MAX_SIZE = 20_000
"""Elements of a macro, for styles whose macros call each other twice and twice again."""

# Name options that citation, bibliography and style pass down, by the name they have there.
_INHERITED = {
    **{
        name: name
        for name in (
            "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min",
            "et-al-use-first", "et-al-use-last", "et-al-subsequent-min",
            "et-al-subsequent-use-first", "initialize", "initialize-with",
            "name-as-sort-order", "sort-separator",
        )
    },
    "name-form": "form",
    "name-delimiter": "delimiter",
    "names-delimiter": "names-delimiter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an element stands: what it inherits and what is special there.

    Args:
        builder: The compiler of the whole style.
        locale: The language it is compiled for.
        area: ``citation`` or ``bibliography``.
        names: Inherited name options.
        sorting: Whether it makes a sort key.
        substituting: Whether it stands in for missing names.
        delimiter: What the nearest element that delimits puts between parts.
        macros: The macros it is inside of.
    """

    builder: Builder
    locale: Locale
    area: str
    names: dict[str, str]
    sorting: bool = False
    substituting: bool = False
    delimiter: str = ""
    macros: tuple[str, ...] = ()
    parent: Node | None = None
    """The ``names`` element that this one substitutes."""
    top: bool = True
    """Whether it stands in the layout itself: only there does ``display`` make blocks."""
    first_only: bool = False
    """Whether only the first element with text is printed, as in a substitute's choice."""
    following: str = ""
    """How what is behind an element on its level begins: the delimiter or a prefix."""

    def within(self, **changes: object) -> Scope:
        """The scope of something inside."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def followed(self, text: str) -> Scope:
        """The scope of an element with something behind it."""
        return self if text == self.following else self.within(following=text)


class Builder:
    """Compiles the elements of one style for one language.

    Args:
        root: The style.
        locale: The merged locale.
    """

    def __init__(self, root: Node, locale: Locale) -> None:
        self.root = root
        self.locale = locale
        self.macros = {node.get("name"): node for node in root.all("macro")}
        self.marks_names = any(
            "subsequent-author-substitute" in node.attrs for node in root.all("bibliography")
        )
        collapse = next((node.attrs for node in root.all("citation")), {})
        self.groups_cites = "collapse" in collapse or "cite-group-delimiter" in collapse
        # Found while compiling: what the areas of the style make use of.
        self.prints_suffix: set[str] = set()
        self.tests_disambiguate: dict[str, int] = {}
        self.citation_names: NameForm | None = None
        self.blank = Cite(Item({}), Run())
        """A cite of nothing, for what is decided while compiling."""
        self.kind: Kind | None = None
        """What is known of the items; nothing as a rule."""
        self.sizes: dict[str, int] = {}
        """The elements each macro comes to."""
        self.compiled: dict[tuple[object, ...], Render] = {}
        self._forms: dict[NameForm, int] = {}

    def scope(self, area: Node, **changes: object) -> Scope:
        """The scope of the layout of a citation or bibliography element."""
        names: dict[str, str] = {}
        for source in (self.root, area):
            names |= {
                new: source.attrs[old] for old, new in _INHERITED.items() if old in source.attrs
            }
        return Scope(self, self.locale, area.tag, names).within(**changes)

    def for_kind(self, kind: Kind) -> Builder:
        """A compiler for items of one kind, of a style that is compiled already."""
        builder = copy(self)
        builder.kind = kind
        builder.compiled = {}
        return builder

    def serial(self, form: NameForm) -> int:
        """A number for a way to print names, the same for the same way."""
        return self._forms.setdefault(form, len(self._forms))

    def marks_block(self, scope: Scope) -> bool:
        """Whether names are marked as a block: to be repeated, or not, as a whole."""
        if scope.sorting:
            return False
        return self.marks_names if scope.area == "bibliography" else self.groups_cites

    def compile(self, node: Node, scope: Scope) -> Render:
        """Compile one rendering element; what is not known renders nothing.

        Raises:
            StyleError: The style makes no sense here.
        """
        if "display" in node.attrs and not scope.top:
            node = replace(node, attrs={**node.attrs, "display": ""})
        compiler = _ELEMENTS.get(node.tag)
        render = compiler(node, scope) if compiler else nothing
        is_variable = node.tag in _OF_VARIABLES or ("variable" in node.attrs and node.tag == "text")
        return guarding(render) if is_variable else render

    def children(self, node: Node, scope: Scope) -> Render:
        """Compile what is inside an element, joined by the scope's delimiter."""
        children = [child for child in node.children if child.tag in _ELEMENTS]
        # Branches are no level of their own: what follows the choice follows their last element.
        last = scope.following if node.tag in _BRANCHES else ""
        if scope.top and node.tag != "layout" and node.tag not in _BRANCHES:
            scope = scope.within(top=False)
        follows = [scope.delimiter or _beginning(child) for child in children[1:]] + [last]
        # How it begins is all that matters of what follows: few scopes do for all children.
        scopes = {begins: scope.followed(begins) for begins in {text[:1] for text in follows}}
        made = [
            self.compile(child, scopes[text[:1]])
            for child, text in zip(children, follows, strict=False)
        ]
        if scope.first_only and node.tag in _BRANCHES:
            return first_of(made)
        return join_children(made, scope.delimiter)

    def macro(self, name: str, scope: Scope, line: int) -> Render:
        """Compile a macro, once for each kind of place it is called from.

        Args:
            name: Its name.
            scope: Where it is called.
            line: The line of the call, for the error.

        Raises:
            StyleError: There is no such macro, or it calls itself.
        """
        node = self.macros.get(name)
        if node is None:
            raise StyleError(f'There is no macro "{name}".', line=line, key="text", value=name)
        if name in scope.macros or len(scope.macros) >= _MAX_MACRO_DEPTH:
            raise StyleError(
                f'The macro "{name}" calls itself.', line=line, key="macro", value=name
            )
        key = (name, scope.area, scope.sorting, scope.substituting, tuple(scope.names.items()))
        done = self.compiled.get(key)
        if done is None:
            inner = scope.within(
                delimiter="", macros=(*scope.macros, name), parent=None, first_only=False
            )
            done = meeting_freely(self.children(node, inner), node)
            self.sizes[name] = size = self._size(node)
            if size > _MAX_SIZE:
                raise StyleError(
                    f'The macro "{name}" is too large with all it calls.',
                    line=line,
                    key="macro",
                    value=name,
                )
            self.compiled[key] = done
        return done

    def _size(self, node: Node) -> int:
        """The elements rendered for one item at most, counted anew at each call of a macro."""
        called = self.sizes.get(node.get("macro"), 1) if node.tag == "text" else 1
        inside = map(self._size, node.children)
        return called + (max(inside, default=0) if node.tag == "choose" else sum(inside))


def _beginning(node: Node) -> str:
    """What an element begins with: its prefix, or that of the first branch which has one."""
    if node.tag != "choose":
        return node.get("prefix")
    firsts = [branch.children[0] for branch in node.children if branch.children]
    return next(filter(None, map(_beginning, firsts)), "")


_BRANCHES = frozenset(("if", "else-if", "else"))
_OF_VARIABLES = frozenset(("number", "date", "names"))
_ELEMENTS: dict[str, Callable[[Node, Scope], Render]] = {
    "text": compile_text,
    "number": compile_number,
    "date": compile_date,
    "names": compile_names,
    "label": compile_label,
    "group": compile_group,
    "choose": compile_choose,
}
