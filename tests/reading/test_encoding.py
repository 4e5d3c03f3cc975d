"""Encodings: what is recognised, what is guessed and said, what is mended."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publist.errors import SourceError
from publist.reading.encoding import decode, mend_mojibake

TEXT = "title = {Müller – “Étude”},\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_taken_silently(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x.bib") == (TEXT, ())


@pytest.mark.parametrize(
    ("data", "text", "named"),
    [
        (TEXT.encode("cp1252"), TEXT, "Windows-1252"),
        (b"% Encoding: ISO-8859-2\n\xb1\n", "% Encoding: ISO-8859-2\ną\n", "ISO-8859-2"),
        (b"% !TeX encoding = cp1251\n\xcf\n", "% !TeX encoding = cp1251\nП\n", "CP1251"),
        (b"% Encoding: nonsense\n\xfc\n", "% Encoding: nonsense\nü\n", "Windows-1252"),
        (TEXT.encode("utf-16-le"), TEXT, "UTF-16-LE"),
        (TEXT.encode("utf-16-be"), TEXT, "UTF-16-BE"),
        ("ü\n".encode() + b"\xfc\n", "ü\nü\n", "Windows-1252"),
    ],
)
def test_other_encodings_are_guessed_and_reported(data: bytes, text: str, named: str) -> None:
    found, problems = decode(data, "x.bib")
    assert found == text
    assert [(problem.code, problem.value) for problem in problems] == [("encoding-guessed", named)]


def test_the_line_of_the_first_odd_byte_is_said() -> None:
    assert decode(b"one\ntwo\nM\xfcller\n", "x.bib")[1][0].line == 3


def test_line_ends_become_plain() -> None:
    assert decode(b"a\r\nb\rc\n", "x.bib")[0] == "a\nb\nc\n"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\x00", b"a\0b\0\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        decode(data, "x.bib")


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("MÃ¼ller", "Müller"),
        ("1â€“10", "1–10"),
        ("ğŸ“§", "📧"),
        ("ðŸ’¡", "💡"),
        ("Ð˜Ð²Ð°Ð½", "Иван"),
        ("GonzÃ¡lez â€œquotedâ€\u009d", "González “quoted”"),
    ],
)
def test_wrongly_decoded_text_is_mended_and_reported(broken: str, mended: str) -> None:
    text, problems = mend_mojibake(f"good ünïcode\n{broken}\n", "x.bib")
    assert text == f"good ünïcode\n{mended}\n"
    assert [(problem.code, problem.line) for problem in problems] == [("encoding-mended", 2)]


@pytest.mark.parametrize(
    "good",
    [
        "SÃO PAULO É ÓTIMO",
        "Tiếng Việt: Nguyễn Đức Âu",
        "Île d’Orléans «Â»",
        "Ångström ± 5 µm “quoted” – Ö–Å",
        "30 °C à 5 €, XIXÈ – SIÈCLE",
        "Übung „Ä“ und „Ü“",
        "İstanbul’da ğıŞ",
        "ç’est l’été à…",
        "Ó“ ‘Ñ’ É…",
        "张三，李四。「深度学习」",
        "Иван Петрович — «Наука»",
        "Łódź – Ťažký Đ",
    ],
)
def test_good_text_stays_as_it_is(good: str) -> None:
    assert mend_mojibake(good, "x.bib") == (good, ())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff\0")))
def test_ascii_and_cjk_survive(text: str) -> None:
    plain = "".join(char for char in text if char < "\x7f" or char > "\u3000")
    assert decode(plain.encode(), "x.bib") == (plain, ())
