"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from publist.errors import OutputError
from publist.files import write_whole


def test_a_new_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "list.md", "ünï\r\n")
    assert (tmp_path / "list.md").read_bytes() == "ünï\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["list.md"]


def test_an_old_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    target = tmp_path / "real.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "list.md"
    target.write_text("old")
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(target, "half \udc80")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.md"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "list.md", "text")
