"""Labs are made from the command line as well."""

from tests.cli.conftest import pubs

__all__ = ["pubs"]
