"""Bar charts as SVG: small, without scripts, legible in light and dark, and read aloud.

A title and a description with every number are part of the picture (WAI-ARIA Graphics: role
``img`` with ``title`` and ``desc``); a page shows the numbers as a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publist.model.page import Bar, Chart
from publist.write.settle import printable

__all__ = ["svg"]

_WIDTH = 640
_BAR = 22
_GAP = 6
_LABELS = 210
_HEIGHT = 180
_MARGIN = 12
"""At both sides, for labels that are wider than their bars."""
_STYLE = (
    ".publist-chart text{font:12px system-ui,sans-serif;fill:#333}"
    ".publist-chart rect{fill:#3b6ea5}@media(prefers-color-scheme:dark){"
    ".publist-chart text{fill:#ddd}.publist-chart rect{fill:#7fb0e6}}"
)


def svg(chart: Chart) -> str:
    """A chart as an ``svg`` element that can stand in a page or be a file.

    Args:
        chart: The chart; its ``name`` makes the ids.

    >>> '<title id="y-title">By year</title>' in svg(Chart("y", "By year", (Bar("2024", 3),)))
    True
    """
    height = _HEIGHT + 40 if chart.upright else len(chart.bars) * (_BAR + _GAP) + _GAP
    name = escape(chart.name)
    told = "; ".join(f"{bar.label}: {bar.value}" for bar in chart.bars)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="publist-chart" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" style="max-width:100%;height:auto">'
    )
    return "\n".join(
        (
            opening,
            f'<title id="{name}-title">{_text(chart.title)}</title>',
            f'<desc id="{name}-desc">{_text(told)}</desc>',
            f"<style>{_STYLE}</style>",
            *(_upright(chart.bars) if chart.upright else _lying(chart.bars)),
            "</svg>",
        )
    )


def _upright(bars: tuple[Bar, ...]) -> Iterator[str]:
    step = (_WIDTH - 2 * _MARGIN) / max(len(bars), 1)
    width = min(step * 0.8, 48)
    most = max((bar.value for bar in bars), default=1) or 1
    # Labels of years are about 30 wide.
    every = max(1, round(36 / step + 0.49)) if step < 36 else 1
    for at, bar in enumerate(bars):
        middle = _MARGIN + (at + 0.5) * step
        tall = bar.value / most * (_HEIGHT - 20)
        yield _rect(middle - width / 2, _HEIGHT - tall + 10, width, tall)
        if every == 1:
            yield _label(middle, _HEIGHT - tall + 6, str(bar.value), "middle")
        if (len(bars) - 1 - at) % every == 0:
            yield _label(middle, _HEIGHT + 28, bar.label, "middle")


def _lying(bars: tuple[Bar, ...]) -> Iterator[str]:
    most = max((bar.value for bar in bars), default=1) or 1
    for at, bar in enumerate(bars):
        top = _GAP + at * (_BAR + _GAP)
        long = bar.value / most * (_WIDTH - _LABELS - 50)
        label = bar.label if len(bar.label) <= 30 else bar.label[:29] + "…"
        yield _label(_LABELS - 8, top + 15, label, "end")
        yield _rect(_LABELS, top, long, _BAR)
        yield _label(_LABELS + long + 6, top + 15, str(bar.value), "start")


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" aria-hidden="true">'
        f"{_text(text)}</text>"
    )


def _text(text: str) -> str:
    return escape(printable(text))
