"""The report as a page to read; all escaping of it happens here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from publist.dedupe.compare import FieldBeside, Part, side_by_side
from publist.dedupe.report import Entry, Report, Twosome, WorkFound
from publist.dedupe.words import (
    count_of,
    headline,
    place_of,
    relation_word,
    visible,
    where_and_when,
)

__all__ = ["write_page"]

_STYLE = """\
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1f2328; --muted: #59636e; --line: #d1d9e0; --soft: #f3f5f7;
  --differs: #fff1c2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1318; --ink: #e6edf3; --muted: #9da7b1; --line: #3d444d; --soft: #1c222a;
    --differs: #4d3a00;
  }
}
body {
  margin: 0 auto; max-width: 70rem; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif;
}
article { margin: 0 0 2rem; padding: 0.5rem 1rem; border: 1px solid var(--line);
  border-radius: 0.5rem; }
h3 { margin: 0.3rem 0; font-size: 1.05rem; }
.why, .place { color: var(--muted); font-size: 0.9rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.5rem; border-top: 1px solid var(--line); text-align: start;
  vertical-align: top; overflow-wrap: anywhere; }
th[scope="row"] { width: 7rem; color: var(--muted); font-weight: 500; }
tr.differs > th::before { content: "≠ "; }
mark { background: var(--differs); color: inherit; border-radius: 0.2rem; }
summary { cursor: pointer; }
"""


def write_page(report: Report) -> str:
    """Write the report as one HTML page without scripts, light or dark as the reader's system.

    Args:
        report: What linking found.

    >>> "<script" in write_page(Report((), ()))
    False
    """
    body = "\n".join(
        [
            *_section("Works with several records", map(_work, report.joined)),
            *_section("Unsure", (_pair(pair, shown=True) for pair in report.unsure)),
            *_section("Related works, kept apart", (_pair(each) for each in report.related)),
        ]
    )
    records = count_of(report.count, "record", "records")
    works = count_of(len(report.works), "work", "works")
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Linked records</title>
<style>
{_STYLE}</style>
</head>
<body>
<main>
<h1>Linked records</h1>
<p>{records}, {works}.</p>
{body}
</main>
</body>
</html>
"""


def _section(heading: str, articles: Iterator[str]) -> Iterator[str]:
    found = list(articles)
    if found:
        yield f"<section>\n<h2>{escape(heading)} ({len(found)})</h2>"
        yield from found
        yield "</section>"


def _work(work: WorkFound) -> str:
    lead, *others = work.entries
    own = set(map(id, work.publications[0]))
    parts = [f"<h3>{_text(headline(lead.record))}</h3>", _line(lead)]
    for entry in others:
        role = "the same publication" if id(entry) in own else "another version"
        why = f"{role}: {'; '.join(work.reasons(entry))}"
        parts += [_line(entry), f'<p class="why">{_text(why)}</p>', _folded(lead, entry)]
    return _article(parts)


def _pair(pair: Twosome, *, shown: bool = False) -> str:
    why = f"score {pair.score:.1f}, {relation_word(pair.relation)}: {'; '.join(pair.reasons)}"
    return _article(
        [
            f"<h3>{_text(headline(pair.a.record))}</h3>",
            _line(pair.a),
            f"<h3>{_text(headline(pair.b.record))}</h3>",
            _line(pair.b),
            f'<p class="why">{_text(why)}</p>',
            _table(pair.a, pair.b) if shown else _folded(pair.a, pair.b),
        ]
    )


def _article(parts: Sequence[str]) -> str:
    return "\n".join(["<article>", *parts, "</article>"])


def _line(entry: Entry) -> str:
    place = place_of(entry.record)
    shown = f' <span class="place">{_text(place)}</span>' if place else ""
    return f"<p><code>{_text(entry.id)}</code> {_text(where_and_when(entry.record))}{shown}</p>"


def _folded(one: Entry, other: Entry) -> str:
    return f"<details><summary>Side by side</summary>\n{_table(one, other)}\n</details>"


def _table(one: Entry, other: Entry) -> str:
    rows = [_row(each) for each in side_by_side(one.record, other.record)]
    head = f'<th scope="col">{_text(one.id)}</th><th scope="col">{_text(other.id)}</th>'
    body = "\n".join([f"<tr><td></td>{head}</tr>", *rows])
    return f'<div class="scroll"><table>\n{body}\n</table></div>'


def _row(each: FieldBeside) -> str:
    opening = '<tr class="differs">' if each.differs else "<tr>"
    cells = f"<td>{_marked(each.left)}</td><td>{_marked(each.right)}</td>"
    return f'{opening}<th scope="row">{escape(each.name)}</th>{cells}</tr>'


def _marked(parts: Sequence[Part]) -> str:
    return "".join(
        f"<mark>{_text(part.text)}</mark>" if part.differs else _text(part.text) for part in parts
    )


def _text(text: str) -> str:
    return escape(visible(text))
