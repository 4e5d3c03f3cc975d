"""Languages by the names that babel and people give them, as BCP 47 codes.

Source: the biblatex manual (3.20), table 2 (supported languages), and BCP 47.
"""

from __future__ import annotations

import re

__all__ = ["language_code", "language_name"]

_CODES = {
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "canadian": "en-CA",
    "australian": "en-AU",
    "newzealand": "en-NZ",
    "german": "de",
    "austrian": "de-AT",
    "swissgerman": "de-CH",
    "french": "fr",
    "acadian": "fr-CA",
    "spanish": "es",
    "mexican": "es-MX",
    "catalan": "ca",
    "basque": "eu",
    "galician": "gl",
    "portuguese": "pt",
    "brazilian": "pt-BR",
    "italian": "it",
    "romanian": "ro",
    "dutch": "nl",
    "danish": "da",
    "swedish": "sv",
    "norsk": "nb",
    "nynorsk": "nn",
    "icelandic": "is",
    "finnish": "fi",
    "estonian": "et",
    "latvian": "lv",
    "lithuanian": "lt",
    "polish": "pl",
    "czech": "cs",
    "slovak": "sk",
    "slovene": "sl",
    "croatian": "hr",
    "serbian": "sr",
    "bulgarian": "bg",
    "macedonian": "mk",
    "hungarian": "hu",
    "russian": "ru",
    "ukrainian": "uk",
    "belarusian": "be",
    "greek": "el",
    "turkish": "tr",
    "latin": "la",
    "hebrew": "he",
    "arabic": "ar",
    "persian": "fa",
    "hindi": "hi",
    "bengali": "bn",
    "marathi": "mr",
    "thai": "th",
    "vietnamese": "vi",
    "indonesian": "id",
    "malay": "ms",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "esperanto": "eo",
    "irish": "ga",
    "welsh": "cy",
}
_NAMES = {code: name for name, code in _CODES.items()}
# Further names for the same: babel's older ones, and the languages' own.
_SYNONYMS = {
    "usenglish": "american",
    "ukenglish": "british",
    "ngerman": "german",
    "naustrian": "austrian",
    "nswissgerman": "swissgerman",
    "francais": "french",
    "canadien": "acadian",
    "brazil": "brazilian",
    "portuges": "portuguese",
    "norwegian": "norsk",
    "slovenian": "slovene",
    "magyar": "hungarian",
    "farsi": "persian",
    "deutsch": "german",
    "français": "french",
    "español": "spanish",
    "castellano": "spanish",
    "italiano": "italian",
    "português": "portuguese",
    "nederlands": "dutch",
    "中文": "chinese",
    "日本語": "japanese",
}
_BCP47 = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?")


def language_code(text: str) -> str | None:
    """The BCP 47 code of a language, from a code or a name; None when it is neither.

    >>> language_code("ngerman"), language_code("EN_us"), language_code("Klingon")
    ('de', 'en-US', None)
    """
    name = text.strip().lower()
    name = _SYNONYMS.get(name, name)
    if name in _CODES:
        return _CODES[name]
    found = _BCP47.fullmatch(name)
    if not found:
        return None
    script = found[2].title() if found[2] else None
    region = found[3].upper() if found[3] else None
    return "-".join(part for part in (found[1].lower(), script, region) if part)


def language_name(code: str) -> str | None:
    """Babel's name for a language, which biblatex's ``langid`` wants; None for want of one.

    >>> language_name("de-CH"), language_name("tlh")
    ('swissgerman', None)
    """
    return _NAMES.get(code)
