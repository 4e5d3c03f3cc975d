"""citeproc-py behind the two calls that the other benchmarks make."""

from __future__ import annotations

import importlib
import io
import warnings
from typing import Any

__all__ = ["bibliography", "citations"]


def _engine(style: str, items: list[dict[str, Any]]) -> Any:
    peer = importlib.import_module("citeproc")
    source_of = importlib.import_module("citeproc.source.json").CiteProcJSON
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = source_of(items)
        parsed = peer.CitationStylesStyle(io.BytesIO(style.encode()), validate=False)
        engine = peer.CitationStylesBibliography(parsed, source, peer.formatter.html)
        engine.register(peer.Citation([peer.CitationItem(str(item["id"])) for item in items]))
    return engine


def bibliography(style: str, items: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The entries with their ids, in the style's order."""
    engine = _engine(style, items)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        engine.sort()
        texts = [str(entry) for entry in engine.bibliography()]
    by_key = {str(item["id"]).lower(): str(item["id"]) for item in items}
    keys = [by_key.get(str(key).lower(), str(key)) for key in engine.keys]
    return list(zip(keys, texts, strict=False))


def citations(
    style: str, items: list[dict[str, Any]], clusters: list[list[dict[str, Any]]]
) -> list[str]:
    """The text of each citation."""
    peer = importlib.import_module("citeproc")
    engine = _engine(style, items)
    texts = []
    for cluster in clusters:
        cites = [
            peer.CitationItem(
                str(cite["id"]),
                locator=peer.Locator(cite.get("label", "page"), str(cite["locator"]))
                if cite.get("locator")
                else None,
                prefix=str(cite.get("prefix", "")),
                suffix=str(cite.get("suffix", "")),
            )
            for cite in cluster
        ]
        citation = peer.Citation(cites)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            engine.register(citation)
            texts.append(str(engine.cite(citation, lambda _item: None)))
    return texts
