"""No page makes the readers raise, and odd ones stay cheap."""

# ruff: noqa: E501  (a table of pieces)
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publist.reading.pages import FORMS, read_page

PIECES = st.sampled_from(
    ["# Publications\n", "* ", "A. Li", ", ", " and ", "**", "*", "[", "](http://x)", "(", ")", "\n",
     "\n\n", "<li>", "</div>", "<b>", "“", '"', ". ", "2020", "In ICML", "12(3):4–5", "arXiv:2401.17644",
     "<!--", "{% x %}", "$^\\dagger$", "\\item ", "\\section{Papers}", "💡", "\x00", "\u200b", "李明", "|", "{{",
     "• ", "… ", ", Leeds, UK", "Li, Ann and He, Bo", "<p class='venue'>", "<h2>", "are co-first authors.", ", 55, 822, 2024"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=40), st.sampled_from(sorted(FORMS)))
def test_anything_is_read(pieces: list[str], form: str) -> None:
    text = "".join(pieces)
    page = read_page(text, "x", form)
    assert len(page.readings) == len(page.document.records)
    for reading in page.readings:
        assert all(0 <= part.start <= part.end <= len(reading.original) for part in reading.parts)
        assert all(0 <= part.confidence <= 1 for part in reading.parts)
    keys = [record.key for record in page.document.records]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_deep_nesting_and_long_items_are_read(form: str) -> None:
    for text in ("<div>" * 3000 + "x", "> " * 500 + "x", "# Papers\n* " + "A. Li, " * 3000):
        assert len(read_page(text, "x", form).readings) <= 1


def test_scripts_and_unsafe_links_are_no_data() -> None:
    page = """# Papers
<script>A. Li, B. He. The title of it. ICML 2020</script>

* A. Li, B. He. [The title of a paper](javascript:alert(1)). ICML 2020. [<a href="data:x">pdf</a>]
"""
    (reading,) = read_page(page, "x", "markdown").readings
    assert reading.record.links == ()
