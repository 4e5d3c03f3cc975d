"""The citing stage: works in, formatted entries with owner, marks, awards and legend out."""

from publist.cite.engines import ENGINES
from publist.cite.formatted import FormattedList, format_works
from publist.cite.marks import MarkScheme, mark_scheme
from publist.cite.sample import sample_works
from publist.cite.styles import StyleName, list_styles, search_styles

__all__ = [
    "ENGINES",
    "FormattedList",
    "MarkScheme",
    "StyleName",
    "format_works",
    "list_styles",
    "mark_scheme",
    "sample_works",
    "search_styles",
]
