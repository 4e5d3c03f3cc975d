"""Locales: terms, date formats and options, merged along CSL's fallback chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from importlib.util import find_spec, module_from_spec

from publist.csl.source import Node, parse_xml
from publist.errors import StyleError

__all__ = ["Locale", "Term", "load_locale", "locale_for"]

# The dialect that stands for a language (CSL 1.0.2, "Locale Fallback").
_PRIMARY = {
    "af": "af-ZA", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD",
    "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US",
    "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES",
    "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU", "hy": "hy-AM", "id": "id-ID",
    "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "lij": "lij-IT",
    "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "no": "nb-NO", "pa": "pa-PK", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Latn-RS", "sv": "sv-SE",
    "th": "th-TH", "tl": "tl-PH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_FORM_FALLBACK = {
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
    "verb": ("verb", "long"),
    "short": ("short", "long"),
    "long": ("long",),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in one form: its singular, its plural, and of what gender it is."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(slots=True)
class Locale:
    """What a style prints in one language."""

    lang: str = "en-US"
    terms: dict[tuple[str, str, str], Term] = field(default_factory=dict)
    dates: dict[str, Node] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term in this form, or in the form CSL falls back to.

        Args:
            name: Its name in the specification, e.g. ``page``.
            form: ``long``, ``short``, ``verb``, ``verb-short`` or ``symbol``.
            gender: ``masculine`` or ``feminine``, for ordinals; empty where it does not matter.
        """
        if (name, "long", "") not in self.terms and " " in name:
            name = name.replace(" ", "-")
        for candidate in _FORM_FALLBACK.get(form, ("long",)):
            for wanted in (gender, "") if gender else ("",):
                term = self.terms.get((name, candidate, wanted))
                if term is not None:
                    return term
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """The text of a term; empty when the locale has none.

        Args:
            name: As for :meth:`find`, likewise ``form``.
            form: The form.
            plural: Whether of several.
        """
        found = self.find(name, form)
        if found is None:
            return ""
        return found.multiple if plural else found.single

    def option(self, name: str) -> bool:
        """Whether an option of the locale is on."""
        return self.options.get(name) == "true"


def locale_for(lang: str, style: Node | None = None) -> Locale:
    """The locale of a language, with what the style itself says of it laid over.

    Args:
        lang: A language tag such as ``de-AT`` or ``de``.
        style: The root of the style, for its ``locale`` elements.

    Returns:
        The merged locale. An unknown language is American English.
    """
    asked = {"", lang, lang.partition("-")[0]}
    lang = _known(lang)
    language = lang.partition("-")[0]
    shared = _of_files(lang)
    locale = Locale(lang, dict(shared.terms), dict(shared.dates), dict(shared.options))
    if style is not None:
        own = list(style.all("locale"))
        for wanted in dict.fromkeys(("", language, lang)):
            for node in own:
                if node.get("lang") == wanted:
                    _lay(locale, node.children)
        for node in own:
            if node.get("lang") in asked - {"", language, lang}:
                _lay(locale, node.children)
    return locale


@lru_cache(maxsize=16)
def _of_files(lang: str) -> Locale:
    """What the files say of a language; it is shared, and must not be changed."""
    locale = Locale(lang)
    for name in dict.fromkeys(("en-US", _PRIMARY.get(lang.partition("-")[0], "en-US"), lang)):
        _lay(locale, load_locale(name).children)
    return locale


def _known(lang: str) -> str:
    lang = lang.strip().replace("_", "-")
    language, _, region = lang.partition("-")
    tag = f"{language.lower()}-{region}" if region else language.lower()
    if region and len(region) == 2:
        tag = f"{language.lower()}-{region.upper()}"
    if _file_exists(tag):
        return tag
    return _PRIMARY.get(language.lower(), "en-US")


def _file_exists(lang: str) -> bool:
    if not lang.replace("-", "").isalnum():
        return False
    return (_folder() / f"locales-{lang}.xml").is_file()


@lru_cache(maxsize=1)
def _folder() -> Traversable:
    """The locale files in the wheel of citeproc-py, whose code need not be run for them.

    Raises:
        StyleError: citeproc-py is not installed.
    """
    spec = find_spec("citeproc")
    if spec is None:
        raise StyleError("The locale files of citeproc-py are not installed.")
    return resources.files(module_from_spec(spec)) / "data/locales"


@lru_cache(maxsize=80)
def load_locale(lang: str) -> Node:
    """The locale file of a language, from the wheel of citeproc-py.

    Raises:
        StyleError: There is no such file.
    """
    path = _folder() / f"locales-{lang}.xml"
    try:
        return parse_xml(path.read_bytes(), "locale")
    except OSError as error:
        raise StyleError("There is no locale of this language.", value=lang) from error


def _lay(locale: Locale, nodes: Iterable[Node]) -> None:
    """Lay a locale's terms, dates and options over those already there."""
    for node in nodes:
        if node.tag == "terms":
            _lay_terms(locale, node)
        elif node.tag == "date":
            locale.dates[node.get("form")] = node
        elif node.tag == "style-options":
            locale.options.update(node.attrs)


def _lay_terms(locale: Locale, terms: Node) -> None:
    if any(node.get("name") == "ordinal" or _is_ordinal(node) for node in terms.children):
        # Suffixes of one language never complete those of another one.
        for key in [key for key in locale.terms if key[0].startswith("ordinal")]:
            del locale.terms[key]
    for node in terms.all("term"):
        single, multiple = node.find("single"), node.find("multiple")
        text = (
            ""
            if node.children or ("\n" in node.text.rstrip(" ") and not node.text.strip())
            else node.text
        )
        term = Term(
            single.text if single else text,
            multiple.text if multiple else (single.text if single else text),
            node.get("gender"),
            node.get("match"),
        )
        key = (node.get("name"), node.get("form", "long"), node.get("gender-form"))
        locale.terms[key] = term


def _is_ordinal(node: Node) -> bool:
    return node.get("name").startswith("ordinal-")
