"""Turning the elements of a style into closures, one module an element."""

from publist.csl.compile.build import Builder, Scope

__all__ = ["Builder", "Scope"]
