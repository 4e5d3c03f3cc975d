"""Writing: listings and records in the forms that others read."""
