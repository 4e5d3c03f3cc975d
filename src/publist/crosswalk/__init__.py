"""Field maps: what the fields of other formats are called in a Record."""
