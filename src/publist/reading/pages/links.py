"""Links of an item: what leads to the paper, its code, slides and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlsplit

from publist.model import Identifier, Link
from publist.model.identifiers import IdentifierError
from publist.reading.pages.sheet import Sheet

__all__ = [
    "identifiers_in",
    "is_safe",
    "leads_away",
    "link_identifier",
    "other_links",
    "relation_of",
    "relation_of_url",
    "take_links",
]

# What a link is called, by what it leads to; the first that fits counts.
_LABELS = (
    ("bibtex", r"bib(?:tex)?|cit(?:e|ation)|引用"),
    ("supplement", r"supp(?:l|lement(?:ary|al)?(?: materials?)?)?|appendix|si"),
    (
        "code",
        (r"(?:source |official |\w+-?\w* )?codes?(?: ?(?:& ?data|base))?|github"
        r"|git ?hub repo|gitlab|código|repo(?:sitory)?|implementation|software|package|代码"
        r"|replication (?:package|code|files?|materials?)"),
    ),
    ("data", r"(?:\w+-?\w* )?data ?(?:sets?|base)?|benchmark|数据集?"),
    ("model", r"models?|checkpoints?|weights|hugging ?face|hf"),
    ("demo", r"(?:live )?demos?|playground|app"),
    ("slides", r"slides?|diapos(?:itives|itivas)?|transparents|folien|presentation|talk slides"),
    ("poster", r"posters?"),
    ("video", r"(?:talk )?videos?|vidéos?|vídeos?|youtube|talk|recording|teaser|bilibili|视频"),
    (
        "project",
        (r"(?:project|home|web) ?-?(?:page|site)?|page du projet|projektseite|page|website"
        r"|项目主页|主页"),
    ),
    (
        "blog",
        (r"blog(?: ?posts?)?|news|media|press(?: release)?|medium|tweet|twitter|thread"
        r"|post|summary|知乎|zhihu|机器之心|量子位"),
    ),
    ("arxiv", r"arxiv(?: ?(?:preprint|version|link|\d{4}\.\d{4,5}))?|preprint"),
    ("pdf", r"(?:paper )?pdf(?: version)?|full text"),
    ("html", r"html|web version|read online"),
    (
        "paper",
        (r"(?:full |conference |journal |official |published )?paper|论文|link|url|doi"
        r"|publication|proceedings|publisher|openreview|acl(?: anthology)?"
        r"|ieee(?: ?xplore)?|acm(?: ?dl)?|springer(?: ?link)?|elsevier|science ?direct"
        r"|pubmed|article|art[ií]culo|artigo|articolo|artikel|manuscrit|lien|enlace|journal|version|pmlr|cvf|hal|ssrn|researchgate|ads|nature"
        r"|access|here|biorxiv|download|链接"
        r"|(?:view|read|ver|leer|voir|lire) (?:it )?(?:on|at|en|em|sur|online)(?: \w+){0,2}"),
    ),
    (
        "other",
        (r"abs(?:tract)?|more(?: info| details)?|details?|google scholar|scholar|stars?"
        r"|tl;?dr|documentation|docs|note|award|certificate|report|review|reviews|errata"
        r"|interview|podcast|colab|notebook|tutorial|readme|media coverage|\+"
        r"|cites?:? ?\d*|citations?:? ?\d*|\d[\d,]* citations?"),
    ),
)  # fmt: skip
_RELATIONS = tuple((name, re.compile(pattern)) for name, pattern in _LABELS)
_HOSTS = (
    ("arxiv", re.compile(r"(?:^|\.)arxiv\.org$")),
    ("code", re.compile(r"(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org)$")),
    ("video", re.compile(r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)$")),
    ("model", re.compile(r"(?:^|\.)huggingface\.co$")),
    ("project", re.compile(r"\.github\.io$")),
)
_STRIP = " \t\n[]()（）【】|·•/.,:;-–—*_>→↗🔗📄📝💻🌐🎥📊🤗"
_SIGNS = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
_LEFTOVERS = re.compile(r"[\[(（【{][\s|,/·•;\ue001&+-]*\ue001[\s|,/·•;\ue001&+-]*[\])）】}]|[|·•]")
_BARE_LABEL = re.compile(r"[\[(]\s*([A-Za-z][A-Za-z ./-]{1,20})\s*[\])]")
_URL = re.compile(r"https?://[^\s<>\"'()\[\]]{3,500}")
_DOI = re.compile(
    r"(?:\bdoi\s*[:=]?\s*)?(?<![\w/.])10\.\d{4,9}/[^\s\"<>\ue001]{2,200}", re.IGNORECASE
)
_NUMBERED = (
    ("pmid", re.compile(r"\bPMID:?\s?(\d{1,9})\b", re.IGNORECASE)),
    ("pmcid", re.compile(r"\b(?:PMCID:?\s?)?(PMC\d{3,9})\b", re.IGNORECASE)),
    ("isbn", re.compile(r"\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])\b")),
)
_LONGEST_LABEL = 60
# Publishers' addresses hold the DOI: /doi/10.1145/…, /abstract/10.1103/…, /article/10.1088/…/meta.
_DOI_IN_PATH = re.compile(
    r"https?://[^/\s]+/(?:[\w.-]+/){0,4}(10\.\d{4,9}/[^\s?#/]+(?:/[^\s?#/]+){0,5})(?:[?#]|$)"
)
_BEHIND_DOI = re.compile(
    r"(?:/(?:full|pdf|epdf|abstract|abs|meta|html|fulltext|summary)|\.pdf|v\d+(?:\.full(?:\.pdf)?)?)+$"
)
_SAFE = re.compile(r"(?:https?|ftp)://|[/.#\w]", re.IGNORECASE)


def relation_of(label: str, url: str = "") -> str | None:
    """What a link with such a label leads to; None where the label is no label of a link.

    >>> relation_of("[PDF]"), relation_of("Project page"), relation_of("Deep Learning of Mice")
    ('pdf', 'project', None)
    """
    text = " ".join(_SIGNS.sub("", label).strip(_STRIP).lower().split())
    if not text or len(text) > 40:
        return None if text else "other"
    for name, pattern in _RELATIONS:
        if pattern.fullmatch(text):
            return _by_host(url) if name == "other" else name
    return None


def _by_host(url: str) -> str:
    host = _host(url)
    return next((name for name, pattern in _HOSTS if pattern.search(host)), "other")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def take_links(sheet: Sheet) -> list[Link]:
    """Take the links with labels, bare addresses and what parted them off an item.

    Links around titles and names stay; :mod:`publist.reading.pages.parts` sees to them.
    """
    found: list[Link] = []
    for link in sheet.styled.of_kind("link"):
        label = sheet.text[link.start : link.end]
        relation = relation_of(label, link.value)
        if relation is None or not sheet.is_free(link.start, link.end):
            continue
        sheet.drop(link.start, link.end)
        if link.value and link.value != "#" and is_safe(link.value):
            own = None if relation != "other" else label.strip(_STRIP) or None
            found.append(Link(relation=relation, url=link.value, label=own))
    for address in _URL.finditer(sheet.free):
        url = address[0].rstrip(".,;")
        sheet.drop(address.start(), address.start() + len(url))
        found.append(Link(relation=relation_of_url(url), url=url))
    for bare in _BARE_LABEL.finditer(sheet.free):
        if relation_of(bare[1]):
            sheet.drop(bare.start(), bare.end())
    _tidy(sheet)
    return _once(found)


def other_links(sheet: Sheet, known: Iterable[Link]) -> list[Link]:
    """Links on words that are no label, name or title: ``[PTEP 023](https://doi.org/…)``.

    Args:
        sheet: The item, its authors and title taken.
        known: The links found so far.
    """
    urls = {link.url for link in known}
    people = [(part.start, part.end) for part in sheet.parts if part.field in ("authors", "title")]
    found: list[Link] = []
    for link in sheet.styled.of_kind("link"):
        inside = any(link.start < end and start < link.end for start, end in people)
        if inside or not link.value or link.value in urls or not leads_away(link.value):
            continue
        urls.add(link.value)
        gives_number = _identifier_of(Link(relation="paper", url=link.value)) is not None
        relation = "paper" if gives_number else _by_host(link.value)
        label = " ".join(sheet.text[link.start : link.end].strip(_STRIP).split())
        own = label if relation == "other" and 0 < len(label) <= _LONGEST_LABEL else None
        found.append(Link(relation=relation, url=link.value, label=own))
    return found


def leads_away(url: str) -> bool:
    """Whether a link may be kept and leads to more than a place of its own page."""
    return is_safe(url) and not url.startswith("#")


def is_safe(url: str) -> bool:
    """Whether a link may be kept: a relative address, or one of a safe scheme."""
    return bool(_SAFE.match(url)) and not re.match(
        r"\s*(?:javascript|data|vbscript|file):", url, re.IGNORECASE
    )


def relation_of_url(url: str) -> str:
    """What a link without a label leads to."""
    if url.lower().endswith(".pdf"):
        return "pdf"
    named = _by_host(url)
    return "paper" if named == "other" else named


def _tidy(sheet: Sheet) -> None:
    """Take the brackets and bars off that stood around links."""
    for _ in range(3):
        leftovers = list(_LEFTOVERS.finditer(sheet.free))
        for bracket in leftovers:
            sheet.drop(bracket.start(), bracket.end())
        if not leftovers:
            return


def _once(links: list[Link]) -> list[Link]:
    seen: dict[str, Link] = {}
    for link in links:
        seen.setdefault(link.url, link)
    return list(seen.values())


def identifiers_in(sheet: Sheet, links: list[Link]) -> list[Identifier]:
    """The identifiers an item gives, in words and as links, at most one a scheme."""
    found: dict[str, Identifier] = {}
    for doi in _DOI.finditer(sheet.free):
        text = doi[0].rstrip(".,;)]")
        identifier = _parsed("doi", re.sub(r"^doi\s*[:=]?\s*", "", text, flags=re.IGNORECASE))
        if identifier:
            sheet.take("doi", doi.start(), doi.start() + len(text), 0.95)
            found.setdefault("doi", identifier)
    for scheme, number in _NUMBERED:
        for said in islice(number.finditer(sheet.free), 1):
            if identifier := _parsed(scheme, said[1]):
                found.setdefault(scheme, identifier)
                sheet.take(scheme, *said.span(), 0.95)
    for link in links:
        if identifier := _identifier_of(link):
            found.setdefault(identifier.scheme, identifier)
    return list(found.values())


def link_identifier(link: Link) -> str | None:
    """The address of the identifier that a link gives; None where it gives none."""
    identifier = _identifier_of(link)
    return identifier.url if identifier else None


def _identifier_of(link: Link) -> Identifier | None:
    for scheme in _schemes(link.url):
        return _parsed(scheme, link.url.split("?")[0] if scheme != "openreview" else link.url)
    doi = _DOI_IN_PATH.search(link.url)
    return _parsed("doi", _BEHIND_DOI.sub("", doi[1])) if doi else None


def _schemes(url: str) -> tuple[str, ...]:
    host = _host(url)
    if host.endswith("arxiv.org"):
        return ("arxiv",)
    if host.endswith("doi.org"):
        return ("doi",)
    if host.endswith("openreview.net"):
        return ("openreview",)
    return ("acl",) if "aclanthology." in host or "aclweb." in host else ()


def _parsed(scheme: str, text: str) -> Identifier | None:
    try:
        return Identifier.parse(scheme, text.strip())
    except IdentifierError:
        return None
