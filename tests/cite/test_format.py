"""Whole entries: what is laid on them, in several styles and with both engines."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.cite import format_works
from publist.errors import ProjectError, StyleError
from publist.model import Author, Award, Date, Identifier, Link, Name, Record, Role, Work
from publist.richtext import Element, RichText, Span, Tag, parse_markup
from publist.richtext import Link as TextLink

ENGINES = ["csl", "citeproc-py"]
EQUAL, SECOND = Role(kind="equal"), Role(kind="equal", group=2)


def author(text: str, *roles: Role, **more: object) -> Author:
    given, _, family = text.rpartition(" ")
    name = Name(family=family, given=given or None)
    return Author.model_validate({"name": name, "roles": roles, **more})


def work(*authors: Author, **fields: object) -> Work:
    given = {
        "key": "x",
        "type": "article-journal",
        "title": parse_markup("A title"),
        "authors": authors,
        "container": parse_markup("Water Research"),
        "date": Date.parse("2020"),
        **fields,
    }
    return Work.of(Record.model_validate(given))


def spans(text: RichText, kind: str) -> list[Span]:
    return [node for node in text.walk() if isinstance(node, Span) and node.kind == kind]


def plain(span: Element) -> str:
    return RichText(span.children).plain


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("style", ["homepage", "apa", "ieee", "modern-language-association"])
def test_owner_is_a_person_not_a_name(style: str, engine: str) -> None:
    tangs = work(author("Zhi Tang"), author("Zhenheng Tang", me=True))
    text = format_works([tangs], style, engine=engine).entries[0].text
    (owner,) = spans(text, "owner")
    assert [node.value for node in owner.children if isinstance(node, Span)] == [("author", 1)]
    assert "Tang" in plain(owner)
    assert "Zhi" not in plain(owner)


@pytest.mark.parametrize("engine", ENGINES)
def test_inverted_name_is_one_span(engine: str) -> None:
    text = format_works([work(author("Jean-Luc Doe", EQUAL))], "apa", engine=engine).entries[0].text
    (name,) = spans(text, "name")
    assert plain(name) == "Doe, J.-L."
    assert text.plain.startswith("Doe, J.-L.*")


@pytest.mark.parametrize("engine", ENGINES)
def test_marks_are_superscripts_that_can_be_read_aloud(engine: str) -> None:
    roles = (Role(kind="lead"), EQUAL)
    text = format_works([work(author("Jane Doe", *roles))], engine=engine).entries[0].text
    raised = next(node for node in text.nodes if isinstance(node, Element) and node.tag is Tag.SUP)
    marks = [(plain(mark), mark.value, mark.label) for mark in spans(RichText((raised,)), "mark")]
    assert marks == [("*", "equal", "equal contribution"), ("💡", "lead", "project lead")]


def test_groups_and_lab_roles_get_marks_of_their_own() -> None:
    works = [
        work(author("A B", EQUAL), author("C D", SECOND), author("E F", Role(kind="data-chef")))
    ]
    formatted = format_works(works)
    assert formatted.entries[0].text.plain.startswith("A. B*, C. D†, E. F§. ")
    assert [(item.mark, str(item.role), item.text) for item in formatted.legend.items] == [
        ("*", "equal", "equal contribution"),
        ("†", "equal:2", "equal contribution (group 2)"),
        ("§", "data-chef", "data chef"),
    ]


def test_hidden_role_has_no_legend() -> None:
    formatted = format_works([work(author("A B", EQUAL))], marks={"equal": ""})
    assert "*" not in formatted.entries[0].text.plain
    assert not formatted.legend.items


def test_role_of_a_name_cut_by_et_al_is_not_in_the_legend() -> None:
    names = [author(f"A{at} Name{at}") for at in range(8)]
    hidden = work(*names, author("Max Last", Role(kind="corresponding")))
    assert not format_works([hidden], "ieee").legend.items
    shown = format_works([hidden], "homepage").legend.items
    assert [item.text for item in shown] == ["corresponding author"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de-DE", "gleicher Beitrag"), ("fr-FR", "contribution égale"), ("ja-JP", "同等の貢献")],
)
def test_legend_in_the_language_of_the_list(locale: str, words: str) -> None:
    (item,) = format_works([work(author("A B", EQUAL))], locale=locale).legend.items
    assert item.text == words


def test_role_words_of_the_user() -> None:
    formatted = format_works([work(author("A B", EQUAL))], role_words={"equal": "did it all"})
    assert formatted.legend.items[0].text == "did it all"


@pytest.mark.parametrize(
    ("style", "fields", "expected"),
    [
        ("homepage", {}, "A. B. A title. Water Research, 2020 (Oral)."),
        ("nature", {}, "B, A. A title. Water Res. (2020) (Oral)."),
        (
            "apa",
            {"identifiers": (Identifier(scheme="doi", value="10.1000/182"),)},
            "B, A. (2020). A title. Water Research (Oral). https://doi.org/10.1000/182",
        ),
        (
            "cv",
            {"identifiers": (Identifier(scheme="doi", value="10.1000/182"),)},
            "A. B. A title. Water Research, 2020 (Oral). doi:10.1000/182.",
        ),
    ],
)
def test_award_before_the_last_full_stop(
    style: str, fields: dict[str, object], expected: str
) -> None:
    awarded = work(author("A B"), awards=(Award(name="Oral", kind="oral"),), **fields)
    text = format_works([awarded], style).entries[0].text
    assert text.plain == expected
    assert [span.value for span in spans(text, "award")] == ["oral"]
    without = format_works([awarded], style, show_awards=False).entries[0].text
    assert without.plain == expected.replace(" (Oral)", "")


@pytest.mark.parametrize("engine", ENGINES)
def test_links_on_names_and_titles(engine: str) -> None:
    linked = work(
        author("A B", url="https://example.org/b"),
        links=(Link(relation="paper", url="https://example.org/p"),),
    )
    formatted = format_works([linked], engine=engine, link_names=True, link_titles=True)
    found = [
        (node.href, plain(node))
        for node in formatted.entries[0].text.walk()
        if isinstance(node, TextLink)
    ]
    assert found == [("https://example.org/b", "A. B"), ("https://example.org/p", "A title")]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_an_engine_must_not_touch(engine: str) -> None:
    title = RichText.of(
        "a ",
        Element(Tag.MATH, (r"\alpha < n",)),
        " bound & <b>no markup</b> of ",
        Element(Tag.CODE, ("x<y",)),
        " in ",
        Element(Tag.PROTECTED, ("iPhone",)),
        "s ",
        Element(Tag.EMPH, ("in vivo",)),
    )
    text = format_works([work(author("A B"), title=title)], "apa", engine=engine).entries[0].text
    assert r"\alpha < n bound & <b>no markup</b> of x<y in iPhones in vivo" in text.plain
    tags = {node.tag for node in text.walk() if isinstance(node, Element)}
    assert {Tag.MATH, Tag.CODE, Tag.EMPH} <= tags


@pytest.mark.parametrize("engine", ENGINES)
def test_names_with_markup_in_them(engine: str) -> None:
    odd = Author(name=Name(literal="<i>R & D</i> <Lab>"))
    text = format_works([work(odd)], engine=engine).entries[0].text
    assert text.plain.startswith("<i>R & D</i> <Lab>. ")


@pytest.mark.parametrize("engine", ENGINES)
def test_order_and_ids(engine: str) -> None:
    works = [
        work(author("A Zeta"), key="B", date=Date.parse("2001")),
        work(author("A Alpha"), key="b", date=Date.parse("2001")),
        work(author("A Zeta"), key="b", date=Date.parse("2020")),
    ]
    formatted = format_works(works, engine=engine)
    assert [entry.work for entry in formatted.entries] == works
    assert formatted.style_order == (2, 1, 0)
    assert [entry.work.key for entry in formatted.in_style_order()] == ["b", "b", "B"]


def test_entries_stand_for_themselves() -> None:
    works = [work(author("A B")), work(author("A B"))]
    texts = {entry.text.plain for entry in format_works(works, "chicago-author-date").entries}
    assert texts == {"B, A. 2020. “A Title.” Water Research."}


@pytest.mark.parametrize("style", ["ieee", "nature", "american-medical-association"])
@pytest.mark.parametrize("engine", ENGINES)
def test_no_number_at_the_head(style: str, engine: str) -> None:
    text = format_works([work(author("Adam Bede"))], style, engine=engine).entries[0].text
    assert text.plain[0] in "AB"
    assert not [node for node in text.walk() if isinstance(node, Element) and node.tag in MARGINS]


MARGINS = (Tag.LEFT_MARGIN, Tag.RIGHT_INLINE)


def test_forthcoming() -> None:
    text = (
        format_works([work(author("A B"), date=None, status="forthcoming")], "apa").entries[0].text
    )
    assert "(forthcoming)" in text.plain


def test_note_style_without_bibliography() -> None:
    text = format_works([work(author("A B"))], "bluebook-law-review").entries[0].text
    assert "title" in text.plain.casefold()


def test_errors() -> None:
    with pytest.raises(StyleError, match="csl, citeproc-py"):
        format_works([], engine="biber")
    with pytest.raises(StyleError, match="Did you mean"):
        format_works([], "homepages")
    with pytest.raises(ProjectError, match="symbols"):
        format_works([], marks="stars")


def test_entry_that_a_style_leaves_empty_is_printed_plainly(tmp_path: Path) -> None:
    file = tmp_path / "empty.csl"
    file.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation>'
        '<layout/></citation><bibliography><layout><text variable="DOI"/></layout>'
        "</bibliography></style>",
        "utf-8",
    )
    formatted = format_works([work(author("A B"))], file)
    assert formatted.entries[0].text.plain == "A B. A title. Water Research. 2020."
    assert [problem.code for problem in formatted.problems] == ["not-in-style"]


def test_award_that_the_style_prints_is_not_told_twice() -> None:
    awarded = work(
        author("A B"),
        title=parse_markup("On the Best Paper Award"),
        awards=(Award(name="Best Paper Award"), Award(name="On")),
    )
    text = format_works([awarded]).entries[0].text.plain
    assert text == "A. B. On the Best Paper Award. Water Research, 2020 (On)."


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("style", ["homepage", "apa"])
def test_owner_among_editors(style: str, engine: str) -> None:
    edited = work(type="book", container="", editors=(author("A B"), author("C D", me=True)))
    (owner, *_) = spans(format_works([edited], style, engine=engine).entries[0].text, "owner")
    assert "D" in plain(owner)
    assert [span.value for span in spans(RichText((owner,)), "name")] == [("editor", 1)]


@pytest.mark.parametrize("engine", ENGINES)
def test_journals_are_short_where_a_style_wants_it(engine: str) -> None:
    unknown = work(author("Ann Li"), container=parse_markup("Journal of Owl Research"))
    own = work(author("Ann Li"), container=unknown.record.container, container_short="Owls")
    magazine = work(author("Ann Li"), type="article-magazine", container=parse_markup("Owl News"))
    texts = {
        style: [
            format_works([each], style, engine=engine).entries[0].text.plain
            for each in (unknown, own, magazine)
        ]
        for style in ("nature", "apa", "homepage")
    }
    assert "J. Owl Res." in texts["nature"][0]
    assert "Owls" in texts["nature"][1]
    assert "Owl News" in texts["nature"][2]
    assert "Journal of Owl Research" in texts["apa"][0]
    assert "Journal of Owl Research" in texts["homepage"][0]
    assert unknown.record.container_short is None, "the record itself stays as it was"
