"""What ``pubs dedupe`` is made of: the report on linked records, review, and merged sources.

A room above the stages, like the pipeline: it takes what linking found and knows how sources
are read and written. The report and the comparison are plain data; how they look is decided in
:mod:`~publist.dedupe.text`, :mod:`~publist.dedupe.json_form` and :mod:`~publist.dedupe.html`.
"""

from __future__ import annotations

__all__: list[str] = []
