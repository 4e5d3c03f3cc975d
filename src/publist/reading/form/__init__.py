"""publist's own form of a publication list, as YAML or JSON (docs/formats.md).

:mod:`keys` says which keys there are and what reads them; the JSON Schema in ``data/schema`` is
made of the same table. :mod:`document` reads whole texts, :mod:`entry` single entries.
"""

from publist.reading.form.document import read_csl_json, read_csl_yaml, read_json, read_yaml

__all__ = ["read_csl_json", "read_csl_yaml", "read_json", "read_yaml"]
