"""``pubs dedupe`` as its users run it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from publist.reading.decisions import read_decisions

MINE = """\
% my papers

@inproceedings{lovelace2022notes,
  author    = {Lovelace, A. and Babbage, C. and Somerville, M.},
  title     = {Weaving Algebraic Patterns on Engines},
  booktitle = {International Conference on Machine Learning},
  year      = 2022,   % accepted in May
}
% --- preprints
@misc{lovelace2021notes,
  author = {Ada Lovelace and Charles Babbage and Mary Somerville},
  title = {Weaving Algebraic Patterns on Engines},
  eprint = {2109.01234}, archiveprefix = {arXiv},
  year = 2021,
}

@comment{the rest is older}
@article{economy, author={Charles Babbage}, title={On the Economy of Machinery}, year=1999}
"""
THEIRS = """\
@inproceedings{dblp:weaving,
  author = {Ada Lovelace and Charles Babbage and Mary Somerville},
  title = {Weaving Algebraic Patterns on Engines},
  booktitle = {{ICML}},
  year = {2022},
  doi = {10.1000/1234},
  pages = {12--24},
}
@article{economy, author={Mary Somerville}, title={Mechanism of the Heavens}, year=2001}
"""
UNSURE = """\
@inproceedings{s1, author={Ann Lee and Bo Li}, booktitle={KDD}, year=2020,
  title={Sparse Training of Graph Networks}}
@inproceedings{s2, author={Ann Lee and Bo Li}, booktitle={WWW}, year=2021,
  title={Sparse Training of Graph Networks}}
@article{s3, author={Ann Lee and Bo Li}, journal={TKDE}, year=2021,
  title={Sparse Training for Graph Networks}}
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "mine.bib").write_text(MINE, encoding="utf-8")
    (tmp_path / "theirs.bib").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "unsure.bib").write_text(UNSURE, encoding="utf-8")
    return tmp_path


def test_the_report_says_what_is_joined_and_why(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "mine.bib", "theirs.bib")
    assert done.returncode == 0, done.stderr
    assert "1 work has several records" in done.stdout
    assert re.search(r"lovelace2022notes .*\(mine.bib:3\)  again\n +same title", done.stdout)
    assert re.search(r"lovelace2021notes .*version\n +same title.*preprint", done.stdout)
    assert "5 records, 3 works." in done.stdout
    assert (papers / "mine.bib").read_text(encoding="utf-8") == MINE


@pytest.mark.usefixtures("papers")
def test_json_has_clusters_and_pairs(pubs: Run) -> None:
    data = json.loads(pubs("dedupe", "mine.bib", "theirs.bib", "--to", "json").stdout)
    assert [sorted(cluster) for cluster in data["clusters"]] == [
        ["dblp:weaving", "lovelace2021notes", "lovelace2022notes"],
        ["mine.bib:economy"],
        ["theirs.bib:economy"],
    ]
    pairs = {frozenset((pair["a"], pair["b"])): pair for pair in data["pairs"]}
    pair = pairs[frozenset(("dblp:weaving", "lovelace2022notes"))]
    assert set(pair) == {"a", "b", "relation", "score", "decision", "reasons"}
    assert (pair["relation"], pair["decision"]) == ("same", "join")
    assert "same title" in pair["reasons"]


@pytest.mark.usefixtures("papers")
def test_an_unknown_form_is_told(pubs: Run) -> None:
    done = pubs("dedupe", "mine.bib", "--to", "tables")
    assert done.returncode == 2
    assert "text, json" in done.stderr


def test_unsure_pairs_are_asked_and_never_again(pubs: Run, papers: Path) -> None:
    assert "3 pairs are unsure" in pubs("dedupe", "unsure.bib").stdout
    done = pubs("dedupe", "unsure.bib", "--review", stdin="w\nv\nn\nq\n")
    assert done.returncode == 0, done.stderr
    assert "≠ title" in done.stdout
    assert "score 4.5, versions of one work: titles 95% alike" in done.stdout
    # s1 and s3 are not asked: s3 is s2, and s2 is not s1.
    assert "2 decided, in pubs.decisions.yaml." in done.stdout
    rulings, problems = read_decisions(papers / "pubs.decisions.yaml")
    assert [(each.says.value, each.a.key, each.b.key) for each in rulings] == [
        ("versions", "s2", "s3"),
        ("different", "s1", "s2"),
    ]
    assert not problems
    again = pubs("dedupe", "unsure.bib", "--review", stdin="")
    assert again.stdout == "Nothing decided.\n"
    report = pubs("dedupe", "unsure.bib").stdout
    assert "unsure;" not in report
    assert "decided: versions" in " ".join(report.split())


def test_undo_takes_the_last_answer_back_from_the_file(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "unsure.bib", "--review", "--decisions", "d.yaml", stdin="y\nu\nu\nq\n")
    assert done.returncode == 0, done.stderr
    assert "There is nothing to undo." in done.stdout
    assert not (papers / "d.yaml").exists()
    (papers / "d.yaml").write_text("# mine\n- different: [{key: x}, {key: y}]\n", encoding="utf-8")
    before = (papers / "d.yaml").read_bytes()
    pubs("dedupe", "unsure.bib", "--review", "--decisions", "d.yaml", stdin="s\nn\nu\nq\n")
    assert (papers / "d.yaml").read_bytes() == before


def test_the_last_answer_of_all_can_be_undone(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "unsure.bib", "--review", stdin="y\nn\nu\nv\n")
    assert "That was all." in done.stdout
    rulings, _ = read_decisions(papers / "pubs.decisions.yaml")
    assert [each.says.value for each in rulings] == ["same", "versions"]


def test_answers_are_kept_when_input_ends(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "unsure.bib", "--review", stdin="n\n")
    assert done.returncode == 0, done.stderr
    assert "1 decided" in done.stdout
    assert len(read_decisions(papers / "pubs.decisions.yaml")[0]) == 1


@pytest.mark.usefixtures("papers")
def test_sources_and_answers_cannot_share_standard_input(pubs: Run) -> None:
    done = pubs("dedupe", "-", "--review", stdin=UNSURE)
    assert done.returncode == 2
    assert "name files as sources" in done.stderr


def test_the_page_holds_no_markup_of_the_sources(pubs: Run, papers: Path) -> None:
    hostile = UNSURE.replace("{Sparse", "{<script>alert(1)</script> Sparse")
    (papers / "hostile.bib").write_text(hostile, encoding="utf-8")
    done = pubs("dedupe", "hostile.bib", "--html", "report.html")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    page = (papers / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script" in page
    assert "Unsure (3)" in page
    assert "<mark>KDD</mark>" in page
    assert "prefers-color-scheme: dark" in page


def test_diff_shows_and_writes_nothing(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "mine.bib", "theirs.bib", "--diff", "--apply")
    assert done.returncode == 0, done.stderr
    assert "--- mine.bib\n+++ mine.bib\n" in done.stdout
    assert "-@inproceedings{lovelace2022notes,\n" in done.stdout
    assert sorted(each.name for each in papers.iterdir()) == [
        "mine.bib",
        "theirs.bib",
        "unsure.bib",
    ]
    assert (papers / "mine.bib").read_text(encoding="utf-8") == MINE


def test_apply_merges_and_keeps_everything_else_to_the_letter(pubs: Run, papers: Path) -> None:
    done = pubs("dedupe", "mine.bib", "theirs.bib", "--apply")
    assert done.returncode == 0, done.stderr
    start, end = MINE.index("@inproceedings"), MINE.index("% --- preprints")
    assert (papers / "mine.bib").read_text(encoding="utf-8") == MINE[:start] + MINE[end:]
    theirs = (papers / "theirs.bib").read_text(encoding="utf-8")
    added = "  eprint = {2109.01234},\n  archiveprefix = {arXiv},\n"
    assert theirs in (THEIRS, THEIRS.replace("24},\n}", f"24}},\n{added}}}"))
    assert (papers / "mine.bib.orig").read_text(encoding="utf-8") == MINE
    keys = (papers / "pubs.keys.yaml").read_text(encoding="utf-8")
    assert keys.splitlines()[1:] == ['lovelace2022notes: "dblp:weaving"'] or keys.splitlines()[
        1:
    ] == ["lovelace2022notes: dblp:weaving"]
    assert pubs("dedupe", "mine.bib", "theirs.bib", "--diff").stdout == ""


def test_versions_become_one_entry_on_demand_and_keys_are_carried_on(
    pubs: Run, papers: Path
) -> None:
    pubs("dedupe", "mine.bib", "theirs.bib", "--apply")
    done = pubs("dedupe", "mine.bib", "theirs.bib", "--apply", "--merge-versions")
    assert done.returncode == 0, done.stderr
    assert "lovelace2021notes" not in (papers / "mine.bib").read_text(encoding="utf-8")
    assert "eprint = {2109.01234}" in (papers / "theirs.bib").read_text(encoding="utf-8")
    assert (papers / "mine.bib.orig").read_text(encoding="utf-8") == MINE
    assert (papers / "mine.bib.orig2").exists()
    keys = (papers / "pubs.keys.yaml").read_text(encoding="utf-8")
    assert len(keys.splitlines()) == 3
    again = pubs("dedupe", "mine.bib", "theirs.bib", "--apply", "--merge-versions")
    assert "Nothing to merge.\n" in again.stdout


@pytest.mark.usefixtures("papers")
def test_versions_that_could_be_merged_are_told(pubs: Run) -> None:
    pubs("dedupe", "mine.bib", "theirs.bib", "--apply")
    again = pubs("dedupe", "mine.bib", "theirs.bib", "--apply")
    assert "Nothing to merge. Versions of one work are joined with" in again.stdout


@pytest.mark.usefixtures("papers")
def test_decisions_are_followed_when_merging(pubs: Run) -> None:
    pubs("dedupe", "mine.bib", "theirs.bib", "unsure.bib", "--review", stdin="y\nn\nq\n")
    done = pubs("dedupe", "unsure.bib", "--diff")
    assert len(re.findall("^-@", done.stdout, re.MULTILINE)) == 1


def test_other_forms_are_refused_before_anything_is_written(pubs: Run, papers: Path) -> None:
    pubs("convert", "mine.bib", "--to", "csl-json", "-o", "mine.json")
    done = pubs("dedupe", "mine.json", "theirs.bib", "--apply")
    assert done.returncode == 2
    assert "mine.json" in done.stderr
    assert not list(papers.glob("*.orig"))
    assert (papers / "theirs.bib").read_text(encoding="utf-8") == THEIRS


def test_yaml_and_bibtex_are_merged_together(pubs: Run, papers: Path) -> None:
    pubs("convert", "mine.bib", "--to", "yaml", "-o", "mine.yaml")
    before = "# Checked by hand.\n" + (papers / "mine.yaml").read_text(encoding="utf-8")
    (papers / "mine.yaml").write_text(before, encoding="utf-8")
    shown = pubs("dedupe", "mine.yaml", "theirs.bib", "--diff")
    assert "+++" in shown.stdout
    assert (papers / "mine.yaml").read_text(encoding="utf-8") == before
    done = pubs("dedupe", "mine.yaml", "theirs.bib", "--apply")
    assert done.returncode == 0, done.stderr
    assert (papers / "pubs.keys.yaml").exists()
    after = {
        file: (papers / file).read_text(encoding="utf-8") for file in ("mine.yaml", "theirs.bib")
    }
    assert after["mine.yaml"].startswith("# Checked by hand.\n")
    kept = {"mine.yaml": before, "theirs.bib": THEIRS}
    for file, text in kept.items():
        copy = papers / f"{file}.orig"
        assert copy.exists() == (after[file] != text)
        assert not copy.exists() or copy.read_text(encoding="utf-8") == text
    again = pubs("dedupe", "mine.yaml", "theirs.bib", "--apply")
    assert "Nothing to merge." in again.stdout


def test_nothing_is_written_where_one_file_cannot_be(pubs: Run, papers: Path) -> None:
    (papers / "folder").mkdir()
    done = pubs(
        "dedupe", "mine.bib", "theirs.bib", "--apply", "--key-map", "missing/folder/keys.yaml"
    )
    assert done.returncode == 2
    assert (papers / "mine.bib").read_text(encoding="utf-8") == MINE
    assert (papers / "theirs.bib").read_text(encoding="utf-8") == THEIRS
    assert not list(papers.glob("*.orig"))


def test_entries_that_others_take_fields_from_stay(pubs: Run, tmp_path: Path) -> None:
    text = UNSURE.replace("booktitle={KDD}, year=2020", "booktitle={WWW}, year=2021").replace(
        "@article{s3", "@inbook{part, title={A Part of It}, crossref={s1}}\n@article{s3"
    )
    text += "@inbook{other, title={Quite Another Part}, crossref={s2}}\n"
    (tmp_path / "x.bib").write_text(text, encoding="utf-8")
    done = pubs("dedupe", "x.bib", "--apply")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x.bib").read_text(encoding="utf-8") == text
    assert "not-merged" in done.stderr
