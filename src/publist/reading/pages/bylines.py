"""Bylines: where in a line of a page a list of authors begins and ends.

Names are read left to right, one capture a name, so that the work grows with the length of
the line alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publist.names.initials import are_initials
from publist.reading.pages.conjunctions import joined_in_english
from publist.reading.pages.no_names import (
    ALONE_NO_NAME,
    ALSO_NAMES,
    FUNCTION_WORDS,
    STOPWORDS,
)
from publist.reading.pages.styled import Stretch, Styled

__all__ = ["Byline", "List", "byline_at", "find_byline"]


@dataclass(frozen=True, slots=True)
class Byline:
    """A list of authors in a text.

    Args:
        start: Its first character.
        end: The one behind its last.
        names: How many names it has.
        evidence: How much speaks for it: names of the owner in bold, initials, marks, *and*.
        whole: Whether it fills its line but for closing punctuation.
    """

    start: int
    end: int
    names: int
    evidence: int
    whole: bool

    @property
    def sure(self) -> bool:
        """Whether it is one beyond reasonable doubt."""
        return self.names + self.evidence >= 3 and (self.names > 1 or self.evidence > 2)


_MARK = "\ue000"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ten|ter|zu|zur|'t)"
)
_UPPER = r"[^\W\d_a-zß-öø-ÿ\u3040-\u9fff\uac00-\ud7af]"
_INITIALS = rf"(?:{_UPPER}\.?[-‐–]?{_MARK}*){{1,4}}(?!['’]?[^\W\d_])\.?"
_FULL = (
    rf"(?:[dDlL]['’]|[aA]l-|[oO]['’])?{_UPPER}[^\W\d_]*"
    rf"(?:['’ʼ\-‐–·]{_MARK}*[^\W\d_]+)*(?:\s?\d{{4}}(?!\d))?"
)
_TITLED = r"(?:Jr|Sr|St|Dr|Prof|Ph|Th|Yu|Ch|Sh|Zh|Ya|Ju|Md|Chr)\."
_WORD = rf"(?:{_TITLED}|{_INITIALS}|{_FULL})"
_MARKS = rf"[{_MARK} \t\xa0]"
_NAME = re.compile(
    rf"{_MARKS}*(?P<name>(?:{_PARTICLE}\s+){{0,3}}{_WORD}"
    rf"(?:{_MARKS}+(?:{_PARTICLE}\s+){{0,3}}{_WORD}|{_MARKS}+[ye]\s{_FULL}|(?<=\.){_WORD}){{0,5}})(?P<marks>{_MARKS}*)"
)
# Within a list even ``Yuru wang`` is a name.
_CARELESS = re.compile(
    rf"{_MARKS}*(?P<name>{_FULL} [a-z]{{2,12}})(?P<marks>{_MARKS}*)(?=\s*[,;.\n]|$)"
)
_ONLY_INITIALS = re.compile(
    rf"{_MARKS}*(?P<name>{_INITIALS}(?:\s*{_INITIALS}){{0,3}}(?:\s+{_PARTICLE}\b){{0,2}})(?P<marks>{_MARKS}*)"
)
_OTHERS = re.compile(
    r"\s*(?:et\.?\s?al\.?|(?:and\s+|&\s*)?(?:\d+\s+|many\s+)?(?:others|other authors|more authors)"
    r"|(?:\.\s?){2}\.|…|等)[\s" + _MARK + r"]*",
    re.IGNORECASE,
)
# Names left out in the middle of a list: "Li, A., … He, B."
_GAP = re.compile(r"\s*(?:…|(?:\.\s?){2}\.)")
_OPENING = tuple('"“„‟«「『《\ue001')
_ET_AL = re.compile(r"\s*(?:et\.?\s?al|等)", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*(?:[,;、，；·]\s*)*(?:(?:and|AND|und)\s+(?=[^\W\d_a-zß-öø-ÿ\ue000]|\ue000|[a-z]{2,3}\s)"
    r"|&\s*|＆\s*|和\s*|与\s*)|\s*(?:\.(?=;))?[,;、，；]+\s*"
)
_END = re.compile(
    r"\s*(?:$|\n|[.:：。](?=[\s\ue000-\ue003\"“'‘\[(]|$)|[(（\[【\"“‟”‘«「『|/]|\s[–—-]\s|\ue001|\ue003|(?:19|20)\d\d\b)"
)
_CJK_NAME = re.compile(
    r"\s*(?P<name>[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4})(?P<marks>[\ue000\s]*)(?=[,、，;；:：「『\s\ue000和与與&.。]|$)"
)
# Prose in Chinese with a Latin word in it; no name is written so.
_MIXED = re.compile(r"[A-Za-z][\u3400-\ud7af]|[\u3400-\ud7af][A-Za-z]")
_ROLE_NOTE = re.compile(
    r"[(（][^()（）\n]{0,40}(?:correspond|equal|co-first|lead|advis|mentor|通讯|共同)[^()（）\n]{0,40}[)）]",
    re.IGNORECASE,
)
_MARK_NOTE = re.compile(r"[(\[][\s*∗†‡§¶#✉]{1,6}[)\]]")
_NICKNAME = re.compile(r"\([^\W\d_][a-z]{1,14}\)(?=\s*[,;])")
_MATH = re.compile(r"\$[^$\n]{1,40}\$")
_SYMBOL = re.compile(
    r"[*∗⁎＊﹡✱⋆†‡§¶‖#^★☆◇♠♣♥♦⚑✓⁺º°~⭐🌟\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u24ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]|(?<=[^\W\d_])@(?=[\s,.]|$)|(?<=[^\W\d_])\d(?:,\d)?(?=[\s,.*†]|$)|\\"
)
_SUFFIX = re.compile(r",?\s+(?:[JS]r\.?|II|III|IV)(?=[\s,;.(\ue000]|$)")
_REFERENCE_GOES_ON = re.compile(r"[\"“”]|\b(?:19|20)\d\d\b")
# Classes of pieces that hold no names.
_NO_NAMES = re.compile(r"venue|journal|conf|tag\b|badge|title|year")
_CHINESE_AND = re.compile("[和与]")
# A group among the authors.
_GROUP_IN = re.compile(
    rf"{_MARKS}*(?P<name>(?:[Tt]he\s)?(?:{_UPPER}[\w-]{{1,30}}\s){{1,4}}"
    rf"(?:Group|Team|Consortium|Collaboration|Initiative|Investigators))(?P<marks>{_MARKS}*)(?=[,;.&]|and\s|$)"
)
_GLUED = re.compile(r"(?<=[^\W\d_a-z]\.)(?=[^\W\d_a-z][^\W\d_A-Z])")
_BY = re.compile(r"[\s\ue001]*(?:[Bb]y|von|par|por)\s+$")
_MOST = 400
"""Names after which a list is no list of authors."""


def _may_be_family_name(words: list[str]) -> bool:
    return len(words) > 1 and words[-1] in ALSO_NAMES and words[-2] != "hong"


def masked(line: Styled) -> str:
    """The text with everything that is a mark at a name made one neutral character."""
    text = line.text
    for pattern in (_ROLE_NOTE, _MARK_NOTE, _NICKNAME, _MATH, _SYMBOL):
        text = pattern.sub(lambda found: _MARK * len(found[0]), text)
    chars = list(text)
    for raised in line.of_kind("sup"):
        if raised.end - raised.start <= 12:
            chars[raised.start : raised.end] = _MARK * (raised.end - raised.start)
    return joined_in_english("".join(chars))


def find_byline(line: Styled, text: str | None = None) -> Byline | None:
    """The best list of authors that begins where a sentence or a styled piece does.

    Args:
        line: The line.
        text: Its text masked by the caller, where parts of it are taken already.

    >>> found = find_byline(Styled("Deep Mice. A. Li, B. He. ICML 2020"))
    >>> (found.start, found.end, found.names)
    (11, 23, 2)
    """
    text = masked(line) if text is None else text
    best: Byline | None = None
    end = -1
    for start in _starts(line, text):
        if start < end:
            continue
        found = byline_at(line, text, start)
        if found is None:
            continue
        end = found.end
        if best is None or _weight(found) > _weight(best):
            best = found
    return best


def _weight(found: Byline) -> int:
    return min(found.names, 6) + found.evidence


_BEGINNINGS = re.compile(
    r"(?:^|\n|[.?!:。,，]\s+|[\"”’]\s*,?\s*|\ue001[\s,.:;]*|\b[Bb]y\s+|[)\]]\s+|\|\s*)(?=\S)"
)


def _starts(line: Styled, text: str) -> list[int]:
    starts = [found.end() for found in _BEGINNINGS.finditer(text)]
    for style in line.of_kind("strong", "emph", "named", "link", "underline"):
        starts += [style.start, style.end]
    return sorted(set(starts))[:_MOST]


def byline_at(line: Styled, text: str, start: int) -> Byline | None:
    """The list of authors that begins at an offset, if one does.

    Args:
        line: The line with its styles.
        text: Its masked text.
        start: The offset.
    """
    reading = List(line, text, start)
    reading.read()
    return reading.result()


class List:
    """A list of names on its way: :meth:`read` it, then ask for its :meth:`result`."""

    def __init__(self, line: Styled, text: str, start: int) -> None:
        self.line, self.text, self.start = line, text, start
        self.at = start
        self.names: list[tuple[int, int]] = []
        self.ends: list[int] = []
        self.joined = False  # whether "and" stood between two of them
        self.goes_on = False  # whether it ends in "et al."
        self.closed = False
        self.inverted = False
        self.semicolons = 0

    def read(self) -> None:
        while len(self.names) < _MOST:
            others = self._others()
            if others:
                self.at = others.end()
                self.ends[-1] = self.at
                self.joined = True
                self.goes_on = self.closed = _ET_AL.match(others[0]) is not None
                if self.goes_on:
                    return
            elif not self._name():
                self.closed = bool(self.names) and self.text[self.at : self.at + 1] in _OPENING
                return
            suffix = _SUFFIX.match(self.text, self.at)
            if suffix:
                self.at = self.ends[-1] = suffix.end()
            between = _SEPARATOR.match(self.text, self.at)
            if between and between.end() > self.at:
                self.semicolons += ";" in between[0]
                self.joined = self.joined or bool(re.search(r"\b(?:and|und)\b|[&;]", between[0]))
                self.at = between.end()
                if self.at >= len(self.text):
                    self.closed = True
                    return
            elif not others and _ET_AL.match(self.text, self.at):
                continue
            elif others and not _END.match(self.text, self.at):
                return
            else:
                self.closed = bool(_END.match(self.text, self.at))
                return

    def _others(self) -> re.Match[str] | None:
        """Words for more authors, past those that only say that some in the middle are left out."""
        others = _OTHERS.match(self.text, self.at) if self.names else None
        if others and _GAP.match(others[0]) and _NAME.match(self.text, others.end()):
            self.at = others.end()
            return None
        return others

    def _name(self) -> bool:
        found = self._match()
        if found is None:
            return False
        if found.re is not _GROUP_IN and not self._is_name(found["name"], found.start("name")):
            return False
        end = found.end("name")
        following = found.end()
        if not self._goes_on(following) and not self._style_ends(end, following):
            return False
        self.names.append((found.start("name"), end))
        self.at = found.start("marks") + len(found["marks"].rstrip())
        self.ends.append(self.at)
        if len(self.names) == 2 and self._initials(1) and not self._has_initial(0):
            self.inverted = True
        return True

    def _goes_on(self, at: int) -> bool:
        return any(form.match(self.text, at) for form in (_SEPARATOR, _END, _OTHERS, _SUFFIX))

    def _match(self) -> re.Match[str] | None:
        if self.inverted and not self._initials(-1):
            only = _ONLY_INITIALS.match(self.text, self.at)
            if only:
                return only
        group = _GROUP_IN.match(self.text, self.at) if self.names else None
        if group:
            return group
        found = _CJK_NAME.match(self.text, self.at) or _NAME.match(self.text, self.at)
        if len(self.names) > 1 and not (found and self._goes_on(found.end())):
            found = _CARELESS.match(self.text, self.at) or found
        return self._cut_at_style(found) if found else None

    def _cut_at_style(self, found: re.Match[str]) -> re.Match[str]:
        """Bold and links hold whole names: a name does not run over their edge."""
        for style in self.line.stretches:
            inside = found.start("name") < style.start < found.end("name")
            if inside and style.kind in ("link", "emph", "named") and style.end - style.start > 4:
                pattern = found.re
                cut = pattern.match(self.text, self.at, style.start)
                return cut or found
            leaves = style.start <= found.start("name") < style.end < found.end("name")
            if leaves and _NO_NAMES.search(style.value):
                return found.re.match(self.text, self.at, style.end) or found
        return found

    def _style_ends(self, end: int, following: int) -> bool:
        return any(
            end <= style.start <= following + 1 or (style.end == end and style.kind != "strong")
            for style in self.line.stretches
            if style.kind in ("emph", "link", "named", "strong")
        )

    def _is_name(self, name: str, start: int) -> bool:
        words = name.replace(_MARK, " ").split()
        plain = [word.strip(".,'’").lower() for word in words]
        told = plain[:-1] if self.names and _may_be_family_name(plain) else plain
        if any(word in STOPWORDS for word in told) or plain[0] in FUNCTION_WORDS - {"a"}:
            return False
        if "hong kong" in " ".join(plain):  # without Hong, Kong is a family name
            return False
        if any(word in FUNCTION_WORDS for word in words[1:]):
            return False
        if any(_MIXED.search(word) for word in words):
            return False
        if len(words) == 1 and not self._may_be_alone(words[0]):
            return False
        if sum(not word.islower() for word in words) > 5 or (
            any(word.isupper() and len(word) > 5 for word in words if "-" not in word)
            and not self.names
        ):
            return False
        if any(char.isdigit() for char in name):
            return bool(re.search(r" \d{4}$", name))
        return not self._breaks_habit(words, start)

    def _may_be_alone(self, word: str) -> bool:
        """One word is a family name before its initials, initials behind it, or a group."""
        if any("\u3400" <= char <= "\ud7af" for char in word):
            return True
        if word.strip(".").lower() in ALONE_NO_NAME:
            return False
        return not word.isupper() or len(word) < 5 or are_initials(word)

    def _breaks_habit(self, words: list[str], start: int) -> bool:
        """Whether a title in capitals follows names that all have initials."""
        if len(self.names) < 2 or self.inverted or self.line.has("strong", start, start + 1):
            return False
        if not all(self._has_initial(index) for index in range(len(self.names))):
            return False
        return len(words) > 2 and not any(are_initials(word) for word in words)

    def _word(self, index: int) -> list[str]:
        start, end = self.names[index]
        return _GLUED.sub(" ", self.text[start:end].replace(_MARK, " ")).split()

    def _initials(self, index: int) -> bool:
        words = self._word(index)
        return all(are_initials(word) and not "\u3400" <= word[0] <= "\ud7af" for word in words)

    def _has_initial(self, index: int) -> bool:
        return any(are_initials(word) for word in self._word(index))

    def result(self) -> Byline | None:
        if not self.names:
            return None
        end = self.ends[-1]
        people = self._people()
        start = self.names[0][0]
        rest = self.text.find("\n", end)
        rest_text = self.text[end : rest if rest >= 0 else len(self.text)]
        whole = not re.search(r"[^\W_]", rest_text.replace(_MARK, ""))
        found = Byline(start, end, people, self._evidence(people), whole and self.closed)
        possible = people and (self.closed or people > 1) and not self._under_one_style(found)
        return found if possible and self._plausible(found) else None

    def _under_one_style(self, found: Byline) -> bool:
        """Whether one link or one bold piece holds several names: then it is a title."""
        return (
            found.names > 1
            and any(
                style.start <= found.start + 1 and style.end >= found.end - 1
                for style in self.line.of_kind("link", "strong")
                if not self._goes_beyond(style, found)
            )
            and not self._are_people(found)
        ) or any(
            style.start <= found.start < style.end - 1 < found.end - 2
            and len(self.line.text[style.start : style.end].split()) > 5
            for style in self.line.of_kind("link", "strong", "emph")
        )

    def _goes_beyond(self, style: Stretch, found: Byline) -> bool:
        """Whether a link or a bold piece holds a title and a date as well: a whole reference."""
        return _REFERENCE_GOES_ON.search(self.line.text, found.end, style.end) is not None

    def _are_people(self, found: Byline) -> bool:
        """Whether names under one style can be nothing else: initials, or one of them marked."""
        if self.inverted or all(self._has_initial(index) for index in range(len(self.names))):
            return True
        marked = any(
            found.start <= style.start
            and style.end <= found.end
            and style.end - style.start < found.end - found.start - 2
            for style in self.line.of_kind("underline", "strong", "link")
        )
        words = [len(self._word(index)) for index in range(len(self.names))]
        return marked or (found.whole and self.joined and len(words) > 2 and min(words) > 1)

    def _people(self) -> int:
        if self.semicolons:
            return self.semicolons + 1
        return sum(1 for index in range(len(self.names)) if not self._initials(index))

    def _plausible(self, found: Byline) -> bool:
        """Lists of one-word names are subjects or venues unless something speaks for them."""
        single = sum(1 for index in range(len(self.names)) if len(self._word(index)) == 1)
        if self._first_inverted() or self._one_and_others():
            return True
        if (
            not self.inverted
            and not self.semicolons
            and single * 2 > len(self.names)
            and not self._cjk()
        ):
            return False
        return found.names > 1 or self.inverted or self._stands_out(found) or self._by_line()

    def _by_line(self) -> bool:
        """``[Title] by Ann Li.``: one name behind that word, with which nothing else begins."""
        start = self.names[0][0]
        lead = _BY.search(self.text, max(0, start - 8), start)
        return (
            lead is not None
            and 1 < len(self._word(0)) < 5
            and (
                self.text[max(0, lead.start() - 1) : lead.start()] in ("", "\ue001")
                or any(style.end == lead.start() for style in self.line.stretches)
            )
        )

    def _one_and_others(self) -> bool:
        """``Ann Li et al.``: nobody else is called so."""
        return self.goes_on and len(self.names) == 1 and len(self._word(0)) > 1

    def _first_inverted(self) -> bool:
        """``Li, Ann, and Bo He``: of the first name alone the family stands in front."""
        words = [len(self._word(index)) for index in range(len(self.names))]
        return len(words) > 2 and words[:2] == [1, 1] and min(words[2:]) > 1 and self.joined

    def _stands_out(self, found: Byline) -> bool:
        """Whether one name alone is in bold and the line says more without it."""
        others = len(re.findall(r"[^\W\d_]{2,}", self.text)) - len(self._word(0))
        return (
            others > 3
            and len(self._word(0)) <= 4
            and any(
                abs(style.start - found.start) <= 1 and abs(style.end - found.end) <= 2
                for style in self.line.of_kind("strong", "underline")
            )
        )

    def _cjk(self) -> bool:
        """Whether they are in Chinese, Japanese or Korean, where no name has a blank."""
        start, end = self.names[0]
        if len(self.names) == 2:
            # Of four characters are few names in Chinese, and many words: 期刊论文与专利成果.
            words = end - start == 4 and _CHINESE_AND.search(self.text, end, self.ends[-1])
            if words:
                return False
        return "\u3400" <= self.text[start] <= "\ud7af"

    def _evidence(self, people: int) -> int:
        start, end = self.names[0][0], self.ends[-1]
        score = 0
        if any(self._has_initial(index) for index in range(len(self.names))):
            score += 1
        if self.inverted:
            score += 1
        if _MARK in self.text[start:end]:
            score += 1
        if self.joined:
            score += 1
        if self._one_and_others() or self._by_line():
            score += 2
        strong = [s for s in self.line.of_kind("strong", "underline") if start <= s.start < end]
        if (
            strong
            and (people > 1 or self.inverted)
            and any(s.end <= end and s.end - s.start < end - start for s in strong)
        ):
            score += 2
        return score
