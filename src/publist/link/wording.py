"""Wording: the few word lists that comparing titles and venues rests on."""

from __future__ import annotations

__all__ = [
    "CITING",
    "GENERIC",
    "NOTES",
    "NOTICES",
    "NUMERALS",
    "ORDINALS",
    "PARTICLES",
    "RECURRING",
    "STOPWORDS",
    "VENUE_NOISE",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOPWORDS = _words(
    "a an and as at by for from in into is its of on or over the to towards toward under upon via "
    "with within without der die das und fur le la les et de des du el los y"
)
"""Words whose absence or exchange makes no other title."""

GENERIC = _words(
    "about abstract abstracts acknowledgement acknowledgements acknowledgment announcement "
    "announcements answer article articles author authors board book books call chair chairman "
    "chairs chapter column comment comments committee conclusion conclusions conference contents "
    "contributions contributors corner correction corrections correspondence corrigendum current "
    "day demo demonstration demonstrations demos department discussion editor editorial editorials "
    "editors erratum errata events final foreword general guest in index information interview "
    "introduction invited issue issues journal keynote keynotes letter letters list literature "
    "meeting meetings memoriam message minutes miscellaneous new news newsletter note notes "
    "notice obituary opening overview panel paper papers poster posters preface president "
    "presidents presentation proceedings profile program programme question questions recent "
    "remarks reply report reports research response review reviewers reviews section series "
    "session sessions special summary survey surveys symposium table talk technical this "
    "treasurer tutorial tutorials update vice volume welcome words workshop workshops"
)
"""A title of nothing but these says nothing about its work."""

NOTES = _words(
    "abstract extended short long full paper version poster demo demonstration panel session "
    "invited talk keynote tutorial in chinese english french german italian japanese korean "
    "polish portuguese russian spanish abstracts preliminary report technical revised industrial "
    "experience student summary"
)
"""A bracket of nothing but these behind a title says what form it has, not what it is about."""

CITING = _words(
    "acm appear available conf ftp http https ieee int intl lncs pp proc springer submitted vol www"
)
"""Words with which a citation goes on behind its title: they are rare in titles themselves."""

NOTICES = _words(
    "addendum comment comments commentary corrigendum corrigenda correction corrections "
    "discussion erratum errata rejoinder reply response retraction retracted"
)
"""Words of notices about another work; a notice is not the work it names."""

RECURRING = _words(
    "workshop symposium conference proceedings report challenge track tutorial editorial preface "
    "foreword shared task evaluation campaign overview seminar"
)
"""Words of things that come back every year under nearly the same title."""

NUMERALS = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10", "xi": "11", "xii": "12",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "a": "1", "b": "2", "c": "3",
}  # fmt: skip
ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6",
    "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11",
    "twelfth": "12",
}  # fmt: skip

VENUE_NOISE = _words(
    "in proc proceedings of the on for and int intl international conf conference annual annu acm "
    "ieee symposium symp sympos press workshop to appear st nd rd th a an vol volume pp pages "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth "
    "twenty thirty forty usenix society association "
    "j journal trans transactions publishers publisher springer elsevier verlag lecture notes "
    "morgan kaufmann kluwer academic oxford cambridge university wiley birkhauser plenum number "
    "lncs hellip usa january february march april may june july august september october november "
    "december"
)
"""Words that any venue may have in its printed name."""

PARTICLES = _words("van von der den de del della di da dos du la le el al ten ter zu")
"""Particles in front of family names."""
