"""BibTeX beside the items of a page."""

from __future__ import annotations

import pytest

from publist.reading.pages import FORMS, read_page
from publist.reading.pages.embedded import taken_out

MARKDOWN = """\
# Papers

**Of Mice and Models**<br>
A. Li, B. He<br>
arXiv:2212.11977, 2023

<details><summary>BibTeX</summary>

```bibtex
@article{li23, title={Of Mice and Models: A Longer Title}, author={Li, Ann and He, Bo},
  journal={Journal of Mice}, volume={4}, pages={1--9}, year={2024}, doi={10.1234/mice}}
```
</details>

* Ann Li et al. Cheese at night. ICML 2021.

~~~
@inproceedings{li21, title={Cheese at night}, author={Li, Anna and He, Bo and Wu, Cy}, year=2021}
~~~
"""
HTML = """<h2>Papers</h2><ul><li><b>Of Mice and Models</b><br>A. Li, B. He<br><i>ICML</i>, 2022
<pre><code><span class="k">@inproceedings</span>{li22, title={Of Mice and Models}, year={2022},
  author={Li, Ann and He, Bo}, doi={10.1234/a&amp;b}}</code></pre></li></ul>
<pre>@misc{tool, title={A tool that nobody lists}, author={A. Li}, year=2020}</pre>"""


def test_what_an_item_leaves_out_is_taken_from_the_entry_under_it() -> None:
    document = read_page(MARKDOWN, "about.md", "markdown").document
    mice, cheese = document.records
    assert mice.container.plain == "Journal of Mice"
    assert (mice.volume, mice.pages, mice.identifier("doi")) == ("4", "1–9", "10.1234/mice")
    assert mice.title.plain == "Of Mice and Models", "what the page says stays"
    assert mice.year == 2023, "what the page says stays"
    assert mice.type == "article-journal"
    assert [str(author.name) for author in cheese.authors] == ["Ann Li", "Bo He", "Cy Wu"]
    assert cheese.container.plain == "ICML 2021"
    told = [problem for problem in document.problems if problem.code == "filled-in"]
    assert [(problem.key, problem.line) for problem in told] == [(mice.key, 10), (cheese.key, 18)]


def test_code_is_no_part_of_an_item_and_what_has_no_item_is_told() -> None:
    document = read_page(HTML, "index.html", "html").document
    (mice,) = document.records
    assert mice.identifier("doi") == "10.1234/a&b"
    assert [str(author.name) for author in mice.authors] == ["A. Li", "B. He"]
    codes = {problem.code: problem for problem in document.problems}
    assert (codes["page-bibtex"].key, codes["page-bibtex"].line) == ("tool", 4)
    assert "page-residue" not in codes


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_page_without_bibtex_is_read_as_ever(form: str) -> None:
    page = "```\nprint('@home')\n```\n<pre>a@b.example {}</pre>\n"
    assert taken_out(page, "x") == (page, ())
    assert read_page(page, "x", form).document.records == ()


def test_a_fence_that_never_closes_goes_on_to_the_end() -> None:
    page = "# Papers\n```\n" + "<pre>\n~~~\n@misc{a, title={T}}\n" * 300
    rest, entries = taken_out(page, "x")
    assert rest == "# Papers\n```" + "\n" * 901
    assert len(entries) == 300
