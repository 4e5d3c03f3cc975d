"""Words that are no names, though they stand where names may."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

__all__ = ["ALONE_NO_NAME", "ALSO_NAMES", "FUNCTION_WORDS", "STOPWORDS"]

FUNCTION_WORDS = frozenset(
    "a an the in on of for to towards toward with via from by at is are and or we our my this that "
    "how what why when where should no not using beyond under".split()
)
STOPWORDS = frozenset(
    "learning deep neural network networks vision language model models system systems computer "
    "science sciences processing data machine intelligence artificial analysis theory optimization "
    "university institute department school college laboratory lab academy faculty hospital "
    "conference proceedings journal transactions workshop symposium letters review magazine annual "
    "international ieee acm press arxiv preprint corr association society advances findings report "
    "software engineering technology physics chemistry biology mathematics statistics research "
    "paper code project page slides video poster bibtex abstract pdf link dataset website blog "
    "best award oral spotlight highlight published accepted submitted forthcoming "
    "federated graph image efficient robust reinforcement adversarial bayesian quantum "
    "professor phd dr prof mr mrs ms january february april july august september "
    "october november december teaching assistant student usa "
    "germany france canada australia switzerland japan singapore towards".split()
)
# Some of these are family names, too: *Lingpeng Kong* in a list, though not *Hong Kong*.
ALSO_NAMES = frozenset("kong france best april august".split())
# Journals and months: *Nature, Aug 2021* is nobody.
ALONE_NO_NAME = frozenset(
    "nature science cell neuron patterns jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
