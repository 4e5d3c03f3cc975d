"""Sections of a page: which headings announce publications, and which something else."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

__all__ = ["Topic", "kind_said", "topic_of", "topic_within", "year_said"]


class Topic(Enum):
    """What a heading announces."""

    PUBLICATIONS = "publications"
    OTHER = "something else"
    OPEN = "nothing known"


# By language: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian,
# Chinese, Japanese, Korean.
_SURE = re.compile(
    r"\bpublications?\b|\bpreprints?\b|\bpapers?\b|\bmanuscripts?\b|\bpublished\b|\bbibliograph"
    r"|\bworking papers\b|\bunder review\b|\btechnical reports?\b|\bpublikation|\bveröffentlich"
    r"|\bpublicaci|\bpublicaç|\bpubblicazion|\bpublicaties|\bpublikacje|публикаци"
    r"|论文|論文|发表|出版|著作|논문|業績|业绩"
)
_OTHER = re.compile(
    r"\bnews\b|\bupdates?\b|\bteaching\b|\bcourses?\b|\beducation|\bexperience|\bawards?\b"
    r"|\bhono(?:u)?rs?\b|\bprizes?\b|\bscholarships?\b|\btalks?\b|\bpresentations?\b|\bservices?\b"
    r"|\bactivit|\breview(?:er|ing)\b|\beditor|\bprojects?\b|\bsoftware\b|\bgrants?\b|\bfunding\b"
    r"|\bstudents?\b|\bteam\b|\bpeople\b|\bmembers?\b|\bskills?\b|\bcontacts?\b|\bbiograph"
    r"|\babout\b|\binterests?\b|\bemployment|\bpositions?\b|\bmedia\b|\bpress\b|\blinks?\b"
    r"|\bintern(?:s|ships?)?\b|\bvolunteer|\bpatente?s?\b|\bbrevets?\b|\bsupervis|\bmentor|\bcommittee"
    r"|\bmemberships?\b"
    r"|\binvited\b|\bresources?\b|\bhobb|\backnowledg|\bmiscell|\bworks? in progress\b"
    r"|\bvisitors?\b|\blehre\b"
    r"|\benseignement|\bdocencia|\bvorträge|\baktuelles|\bausbildung|\bactualit|\bnoticias"
    r"|\bpremios"
    r"|专利|專利|特許|특허|新闻|动态|教育|奖|荣誉|经历|教学|服务|项目|活动|受賞|講演|学歴|수상|학력|경력|강연|소식"
)
_LIKELY = re.compile(
    r"\bjournals?\b|\bconferences?\b|\bproceedings\b|\bworkshops?\b|\bbooks?\b|\bchapters?\b"
    r"|\bthes[ie]s\b|\bth[èe]ses?\b|\btesis\b|\btesi\b|\bteses?\b|\bdissertation|\barticles?\b|\barxiv\b|\brefereed\b|\bpeer.?reviewed\b"
    r"|\bselected works?\b|\bresearch output|\bzeitschrift|\baufsätze|\bkonferenz|\bbeiträge"
    r"|\brevues?\b|\bcongr[eèé]s|\bart[ií]c|\bconferencias|期刊|会议|專書|学位|저널|학회|著書"
)
# Words that part a list of publications by subject, where they stand under its heading.
_SUBJECTS = re.compile(
    r"\b(?:research|interests?|projects?|topics?|areas?|themes?|directions?|resources?|team|people|students?)\b"
)
_SERVICE = re.compile(r"\breviewer\b|\breviewing\b|\bcommittee\b|\bawards?\b|\breading\b|\bnews\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KINDS = (
    ("article-journal", re.compile(r"\bjournals?\b|zeitschrift|\brevues?\b|期刊|저널")),
    (
        "thesis",
        re.compile(r"\bthes[ie]s\b|\bth[èe]ses?\b|\btesis\b|\bteses?\b|\btesi\b|dissertation|学位"),
    ),
    ("article", re.compile(r"preprint|\barxiv\b|under review|working paper|manuscript")),
    ("chapter", re.compile(r"\bchapters?\b")),
    (
        "paper-conference",
        re.compile(r"conference|workshop|proceedings|konferenz|会议|학회|symposi"),
    ),
    ("report", re.compile(r"\breports?\b")),
    ("book", re.compile(r"\bbooks?\b")),
)


@lru_cache(maxsize=1024)
def topic_of(heading: str) -> Topic:
    """What a heading announces.

    >>> topic_of("📝 Selected Publications"), topic_of("Journal Reviewer")
    (<Topic.PUBLICATIONS: 'publications'>, <Topic.OTHER: 'something else'>)
    >>> topic_of("2024")
    <Topic.OPEN: 'nothing known'>
    """
    text = heading[:200].lower()
    if len(text.split()) > 14:
        return Topic.OPEN
    if _SURE.search(text) and not _SERVICE.search(text):
        return Topic.PUBLICATIONS
    if _OTHER.search(text):
        return Topic.OTHER
    return Topic.PUBLICATIONS if _LIKELY.search(text) else Topic.OPEN


def topic_within(heading: str, above: Topic) -> Topic:
    """What a heading announces that stands below another.

    Args:
        heading: The heading.
        above: What the one above it announces.

    >>> topic_within("Research Interest 1: Mice", Topic.PUBLICATIONS) is Topic.PUBLICATIONS
    True
    >>> topic_within("Talks", Topic.PUBLICATIONS), topic_within("Projects", Topic.OPEN)
    (<Topic.OTHER: 'something else'>, <Topic.OTHER: 'something else'>)
    """
    topic = topic_of(heading)
    if topic is Topic.OPEN:
        return above
    if topic is Topic.OTHER and above is Topic.PUBLICATIONS:
        rest = _SUBJECTS.sub(" ", heading[:200].lower())
        return topic if _OTHER.search(rest) else above
    return topic


def year_said(heading: str) -> int | None:
    """The year that a heading is, give or take a word.

    >>> year_said("2024"), year_said("Papers of 2019"), year_said("Since 2019 and until 2023")
    (2024, 2019, None)
    """
    years = _YEAR.findall(heading[:200])
    return int(years[0]) if len(years) == 1 and len(heading.split()) <= 4 else None


def kind_said(heading: str) -> str | None:
    """The CSL type of what stands under a heading, where it speaks of one type alone.

    >>> kind_said("Journal Papers"), kind_said("Journal and Conference Papers")
    ('article-journal', None)
    """
    text = heading[:200].lower()
    found = [kind for kind, pattern in _KINDS if pattern.search(text)]
    return found[0] if len(found) == 1 else None
