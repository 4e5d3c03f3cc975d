"""What the attributes of an element lay on its text: case, formatting, quotes, affixes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import TYPE_CHECKING

from publist.csl import marks
from publist.csl.compile.known import Constant, guarding, guards, missing, nothing
from publist.csl.marks import CLOSE, HELD, JOINT, PREFIX_END
from publist.csl.markup import clean
from publist.csl.source import Node
from publist.csl.state import Cite, Render
from publist.csl.textcase import recase

if TYPE_CHECKING:
    from publist.csl.compile.build import Scope

__all__ = [
    "SIGNS",
    "Change",
    "affixes",
    "change_of",
    "dress",
    "dress_whole",
    "formatting",
    "is_turkish",
    "meeting_freely",
    "wrapping",
]

Change = Callable[[str, Cite], str]
SIGNS = frozenset(".:;!?")
_HELD = frozenset(",:;!?")
_LETTER = re.compile(r"[^\W_]")
_PERIOD = re.compile(r"\.(?![0-9a-z])")

_FORMATS = {
    ("font-style", "italic"): marks.EMPH,
    ("font-style", "oblique"): marks.OBLIQUE,
    ("font-style", "normal"): marks.NO_STYLE,
    ("font-variant", "small-caps"): marks.SMALL_CAPS,
    ("font-variant", "normal"): marks.NO_VARIANT,
    ("font-weight", "bold"): marks.STRONG,
    ("font-weight", "light"): marks.LIGHT,
    ("font-weight", "normal"): marks.NO_WEIGHT,
    ("text-decoration", "underline"): marks.UNDERLINE,
    ("text-decoration", "none"): marks.NO_DECORATION,
    ("vertical-align", "sup"): marks.SUP,
    ("vertical-align", "sub"): marks.SUB,
    ("vertical-align", "baseline"): marks.BASELINE,
}
_ORDER = ("text-decoration", "vertical-align", "font-weight", "font-variant", "font-style")
_LAID = frozenset(_ORDER)
_DISPLAYS = {
    "block": marks.BLOCK,
    "left-margin": marks.LEFT,
    "right-inline": marks.RIGHT,
    "indent": marks.INDENT,
}


def formatting(node: Node) -> tuple[str, str]:
    """The marks that open and close the formatting an element asks for."""
    if _LAID.isdisjoint(node.attrs):
        return "", ""
    opened = "".join([_FORMATS.get((name, node.get(name)), "") for name in _ORDER])
    return opened, CLOSE * len(opened)


def affixes(node: Node) -> tuple[str, str]:
    """The prefix and suffix of an element, with the joint to its text."""
    # Some styles escape twice: &amp;#160; means the blank.
    prefix, suffix = node.get("prefix"), node.get("suffix")
    if not prefix and not suffix:
        return "", ""
    prefix, suffix = clean(unescape(prefix)), clean(unescape(suffix))
    return (prefix + JOINT if prefix else ""), (JOINT + suffix if suffix else "")


def wrapping(node: Node, scope: Scope | None = None) -> tuple[str, str]:
    """All that goes around the text of an element, as two strings.

    Args:
        node: The element.
        scope: Where it stands, if it has text of its own: see :data:`~publist.csl.marks.HELD`.
    """
    before, after = formatting(node)
    following = scope.following if scope is not None else ""
    if after and scope is not None and (node.get("suffix") or following)[:1] in SIGNS:
        after += HELD
    if node.get("quotes") == "true":
        before, after = marks.QUOTE + before, after + marks.UNQUOTE
    prefix, suffix = affixes(node)
    if prefix and before:
        prefix = prefix[:-1] + PREFIX_END
    before, after = prefix + before, after + suffix
    if scope is not None and suffix[-1:] in _HELD:
        if not following:
            after += HELD if node.tag == "number" else HELD + HELD
        elif scope.delimiter[:1] in SIGNS:
            after += HELD
    display = _DISPLAYS.get(node.get("display"), "")
    if display:
        before, after = display + before, after + CLOSE
    return before, after


def dress(render: Render, node: Node, scope: Scope) -> Render:
    """Lay the attributes of an element with text of its own on what it renders."""
    return _dressed(render, change_of(node, scope), node, scope)


def dress_whole(render: Render, node: Node) -> Render:
    """The same for an element that holds others: it has no case.

    ``text-case`` on a macro changes nothing in the reference processor, and styles have
    come to rely on it (names in capitals otherwise).
    """
    strips = node.get("strip-periods") == "true"
    return _dressed(render, (lambda text, _cite: _bare(text)) if strips else None, node)


def _bare(text: str) -> str:
    """The text without full stops but for those of affixes and delimiters."""
    if "." not in text:
        return text
    return JOINT.join(
        without_periods(part) if _LETTER.search(part) else part for part in text.split(JOINT)
    )


def meeting_freely(render: Render, node: Node) -> Render:
    """A group or macro whose first prefix settles with what stands in front of it.

    The prefix of a formatted element stays as it is beside its neighbours, but not where the
    element is the first of a group or a macro.
    """
    if not any(map(_keeps_prefix, _parts(node))):
        return render

    def met(cite: Cite) -> str:
        text = render(cite)
        prefix, end, rest = text.partition(PREFIX_END)
        return prefix + JOINT + rest if end and JOINT not in prefix else text

    return guarding(met) if guards(render) else met


def _parts(node: Node) -> Iterator[Node]:
    """What a group or macro holds itself: groups and macros in it see to their own."""
    for child in node.children:
        yield child
        if child.tag in ("choose", "if", "else-if", "else"):
            yield from _parts(child)


def _keeps_prefix(node: Node) -> bool:
    return bool(node.get("prefix")) and bool(formatting(node)[0] or node.get("quotes") == "true")


def _dressed(
    render: Render, change: Change | None, node: Node, scope: Scope | None = None
) -> Render:
    before, after = wrapping(node, scope)
    if (change is None and not before and not after) or render is missing or render is nothing:
        return render
    if isinstance(render, Constant) and change is None:
        return Constant(before + render.text + after)

    def wrapped(cite: Cite) -> str:
        text = render(cite)
        return before + text + after if text else ""

    def changed(cite: Cite) -> str:
        text = render(cite)
        return before + change(text, cite) + after if text else ""  # type: ignore[misc]

    made = wrapped if change is None else changed
    return guarding(made) if guards(render) else made


def without_periods(text: str) -> str:
    """The text without full stops; those inside a word stay.

    >>> without_periods("J. Phys. A 3.1")
    'J Phys A 3.1'
    """
    return _PERIOD.sub("", text) if "." in text else text


def change_of(node: Node, scope: Scope) -> Change | None:
    """What text-case and strip-periods do to the text; None when nothing."""
    case = node.get("text-case")
    strip = node.get("strip-periods") == "true"
    if not case and not strip:
        return None
    english = scope.locale.lang.startswith("en")
    turkish = is_turkish(scope.locale.lang)
    is_variable = node.tag == "text" and "variable" in node.attrs
    # A word of the locale loses all of them (b.t.v.), as in the reference processor.
    is_term = node.tag == "label" or "term" in node.attrs or node.get("name") == "month"

    def change(text: str, cite: Cite) -> str:
        if strip:
            text = text.replace(".", "") if is_term else without_periods(text)
        if not case:
            return text
        language = cite.item.raw("language") if is_variable else ""
        if case == "title" and is_variable:
            return recase(text, case, english=_is_english(language, default=english))
        dotted = is_turkish(language) if language else turkish
        return recase(text, case, english=True, turkish=dotted)

    return change


def is_turkish(lang: str) -> bool:
    """Whether a language has dotted and dotless i."""
    return lang[:2].lower() in ("tr", "az")


def _is_english(language: str, *, default: bool) -> bool:
    """Only English has title case (CSL 1.0.2, "Title Case Conversion")."""
    return language[:2].lower() == "en" if language else default
