"""``pubs dedupe --review``: pair by pair in the terminal, each answer saved at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from publist.dedupe.compare import Part, side_by_side
from publist.dedupe.report import Report, Twosome
from publist.dedupe.review import Review
from publist.dedupe.words import place_of, relation_word, visible
from publist.files import write_whole
from publist.link.decisions import rule
from publist.model import Saying
from publist.reading.decisions import add_decisions

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["review"]

_LAST_KEYS = "u undo · q done"

_ANSWERS = {"y": Saying.SAME, "v": Saying.VERSIONS, "n": Saying.DIFFERENT, "s": None}
_KEYS = (
    "y same publication · v versions of one work · n different works · s skip · w why · "
    "u undo · q quit"
)


def review(report: Report, file: Path) -> None:
    """Ask about the unsure pairs of a report, and save what is answered.

    Keys are read from the terminal, or line by line where standard input is none. What is
    answered is in the file before the next pair is asked, so that nothing is lost by quitting.

    Args:
        report: What linking found.
        file: Where decisions are remembered.

    Raises:
        ProjectError: The file holds something that is no decisions.
        OutputError: It cannot be written.
    """
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    session = _Session(Review(report), file, console)
    shown: Twosome | None = None
    while True:
        pair = session.review.current
        if pair is None and not session.review.answers:
            break
        if pair is None:
            console.print(f"\nThat was all. {_LAST_KEYS}")
        elif pair is not shown:
            session.show(pair)
        shown = pair
        key = _key(console)
        if key == "q" or (pair is None and key != "u"):
            break
        if session.take(key):
            shown = None
        elif pair is not None:
            console.print(_why(pair) if key == "w" else _KEYS)
    session.sum_up()


class _Session:
    """A review with the file that its answers go to."""

    def __init__(self, review: Review, file: Path, console: Console) -> None:
        self.review = review
        self._file = file
        self._console = console
        self._before: list[str | None] = []

    def show(self, pair: Twosome) -> None:
        from rich.table import Table

        left = self.review.remaining()
        self._console.print()
        self._console.print(visible(f"{left} left: {pair.a.id} and {pair.b.id}"))
        table = Table(show_header=True, pad_edge=False, expand=True, show_lines=False)
        table.add_column("", no_wrap=True)
        for entry in (pair.a, pair.b):
            table.add_column(visible(place_of(entry.record) or entry.id), ratio=1, overflow="fold")
        for each in side_by_side(pair.a.record, pair.b.record):
            mark = "≠ " if each.differs else "  "
            table.add_row(mark + each.name, _marked(each.left), _marked(each.right))
        self._console.print(table)
        self._console.print(_KEYS)

    def take(self, key: str) -> bool:
        """Do what a key says; whether it says anything."""
        if key == "u":
            self.undo()
        elif key in _ANSWERS:
            self.answer(_ANSWERS[key])
        else:
            return False
        return True

    def answer(self, said: Saying | None) -> None:
        pair = self.review.current
        assert pair is not None
        self._before.append(self._text())
        if said is not None:
            add_decisions(self._file, [rule(pair.a.record, pair.b.record, said)])
        self.review.answer(said)

    def undo(self) -> None:
        if self.review.undo() is None:
            self._console.print("There is nothing to undo.")
            return
        before = self._before.pop()
        if before is None:
            self._file.unlink(missing_ok=True)
        else:
            write_whole(self._file, before)

    def sum_up(self) -> None:
        decided = len(self.review.decided)
        what = f"{decided} decided, in {self._file}" if decided else "Nothing decided"
        left = self.review.remaining() if self.review.current else 0
        self._console.print(f"{what}; {left} left." if left else f"{what}.")

    def _text(self) -> str | None:
        if not self._file.exists():
            return None
        return self._file.read_bytes().decode("utf-8", "surrogateescape")


def _why(pair: Twosome) -> str:
    reasons = "; ".join(pair.reasons)
    return visible(f"score {pair.score:.1f}, {relation_word(pair.relation)}: {reasons}")


def _marked(parts: tuple[Part, ...]) -> Text:
    from rich.text import Text

    text = Text()
    for part in parts:
        text.append(visible(part.text), style="bold yellow" if part.differs else "")
    return text


def _key(console: Console) -> str:
    """The next key in lower case; q where there is nothing more to read."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.strip()[:1].lower() if line else "q"
    console.print("> ", end="")
    key = _pressed()
    console.print(key if key.isprintable() else "")
    return key.strip()[:1].lower()


def _pressed() -> str:
    """One key, without waiting for the end of a line where the system has a way to."""
    try:
        import termios
        import tty
    except ImportError:
        return sys.stdin.readline() or "q"
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setcbreak(sys.stdin)
        return sys.stdin.read(1) or "q"
    except KeyboardInterrupt:
        return "q"
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
