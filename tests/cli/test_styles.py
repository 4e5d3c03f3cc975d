"""``pubs styles``: finding a style and seeing it."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_publists_own_styles_come_first(pubs: Run) -> None:
    done = pubs("styles")
    assert done.returncode == 0, done.stderr
    assert "homepage" in "\n".join(done.stdout.splitlines()[:6])


def test_words_narrow_down(pubs: Run) -> None:
    done = pubs("styles", "chicago", "author", "--all")
    names = [line.split()[0] for line in done.stdout.splitlines()]
    assert "chicago-author-date" in names
    assert all("chicago" in line.lower() for line in done.stdout.splitlines())


def test_a_miss_is_told(pubs: Run) -> None:
    done = pubs("styles", "zzzz")
    assert done.returncode == 1
    assert "No style" in done.stderr


def test_a_sample_is_shown(pubs: Run) -> None:
    done = pubs("styles", "--show", "apa")
    assert done.returncode == 0, done.stderr
    assert "(2016)" in done.stdout
