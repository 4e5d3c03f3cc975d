"""CSL-JSON and CSL-YAML items and records, both ways (CSL 1.0.2)."""

from publist.crosswalk.csl_read import record_from_item
from publist.crosswalk.csl_write import Field, field_markup, item_from_record, item_to_format

__all__ = ["Field", "field_markup", "item_from_record", "item_to_format", "record_from_item"]
