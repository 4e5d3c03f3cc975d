"""Identifiers: every way of writing one gives its normal form; what is none is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.model import SCHEMES, Identifier, IdentifierError, orcid

SPELLINGS = [
    ("doi", "10.1000/182", "10.1000/182"),
    ("doi", "doi:10.1000/182", "10.1000/182"),
    ("doi", "DOI 10.1109/5.771073", "10.1109/5.771073"),
    ("doi", "https://dx.doi.org/10.1109/TPDS.2022.1", "10.1109/tpds.2022.1"),
    ("doi", "https://doi.org/10.1000/182.", "10.1000/182"),
    ("doi", "https://doi.org/10.1000%2F182", "10.1000/182"),
    ("doi", "10.1000%2F182", "10.1000/182"),
    ("doi", "10/GMHK73", "10/gmhk73"),
    ("arxiv", "2401.17644", "2401.17644"),
    ("arxiv", "arXiv:1706.03762v5 [cs.CL]", "1706.03762v5"),
    ("arxiv", "https://arxiv.org/pdf/1706.03762v2.pdf", "1706.03762v2"),
    ("arxiv", "abs/1412.6980", "1412.6980"),
    ("arxiv", "CoRR abs/2003.06307", "2003.06307"),
    ("arxiv", "10.48550/arXiv.1412.6980", "1412.6980"),
    ("arxiv", "hep-th/9711200", "hep-th/9711200"),
    ("arxiv", "arXiv:math.GT/0309136", "math.GT/0309136"),
    ("isbn", "0-306-40615-2", "9780306406157"),
    ("isbn", "ISBN 978-3-16-148410-0", "9783161484100"),
    ("isbn", "urn:isbn:080442957X", "9780804429573"),
    ("issn", "2049-3630", "2049-3630"),
    ("issn", "ISSN: 1050124X", "1050-124X"),
    ("pmid", "PMID: 16354850", "16354850"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov/16354850/", "16354850"),
    ("pmcid", "pmc3531190", "PMC3531190"),
    ("acl", "https://aclanthology.org/P02-1040.pdf", "P02-1040"),
    ("acl", "2020.acl-main.463", "2020.acl-main.463"),
    ("openreview", "https://openreview.net/forum?id=rJl-b3RcF7", "rJl-b3RcF7"),
    ("dblp", "DBLP:conf/nips/VaswaniSPUJGKP17", "conf/nips/VaswaniSPUJGKP17"),
    ("dblp", "https://dblp.org/rec/journals/corr/KingmaB14.html", "journals/corr/KingmaB14"),
    ("hal", "https://hal.science/hal-01234567v2", "hal-01234567v2"),
    ("handle", "hdl:2027/mdp.39015012345678", "2027/mdp.39015012345678"),
    ("urn", "urn:nbn:de:101:1-201102033592", "urn:nbn:de:101:1-201102033592"),
    ("bibcode", "1992ApJ...400L...1W", "1992ApJ...400L...1W"),
]

REFUSED = [
    ("doi", "10.1000"),
    ("doi", "10/a b"),
    ("doi", "see the publisher"),
    ("arxiv", "2401.1"),
    ("isbn", "0-306-40615-3"),
    ("isbn", "978-3-16-148410-1"),
    ("isbn", "12345"),
    ("issn", "2049-3631"),
    ("pmid", "0123"),
    ("no-such-scheme", "1"),
]


@pytest.mark.parametrize(("scheme", "text", "normal"), SPELLINGS)
def test_spellings_have_one_normal_form(scheme: str, text: str, normal: str) -> None:
    found = Identifier.parse(scheme, text)
    version = f"v{found.version}" if found.version is not None else ""
    assert found.value + version == normal


@pytest.mark.parametrize(("scheme", "text", "normal"), SPELLINGS)
def test_the_normal_form_is_its_own(scheme: str, text: str, normal: str) -> None:
    assert Identifier.parse(scheme, normal) == Identifier.parse(scheme, text)


@pytest.mark.parametrize(("scheme", "text"), REFUSED)
def test_what_is_none_is_refused_with_its_value(scheme: str, text: str) -> None:
    with pytest.raises(IdentifierError) as caught:
        Identifier.parse(scheme, text)
    assert scheme in str(caught.value) or text in str(caught.value)


@pytest.mark.parametrize(("scheme", "normal"), [(case[0], case[2]) for case in SPELLINGS])
def test_the_url_leads_back_to_the_identifier(scheme: str, normal: str) -> None:
    found = Identifier.parse(scheme, normal)
    if found.url is None:
        assert scheme in {"isbn", "issn", "urn"}
    else:
        assert Identifier.parse(scheme, found.url) == found


@given(st.sampled_from(SCHEMES), st.text(max_size=40))
def test_any_text_is_read_or_refused(scheme: str, text: str) -> None:
    try:
        found = Identifier.parse(scheme, text)
    except IdentifierError:
        return
    assert found.value
    assert Identifier.parse(scheme, found.value).value == found.value


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_one_check_digit_in_eleven_fits_an_orcid(number: int) -> None:
    valid = [check for check in "0123456789X" if orcid(f"{number:015d}{check}")]
    assert len(valid) == 1
