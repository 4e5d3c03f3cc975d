"""Lists inside other programs: site builders, documentation, templates."""
