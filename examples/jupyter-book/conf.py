"""Sphinx's settings for a book in MyST Markdown, as Jupyter Book 1 makes them of _config.yml."""

project = "A small lab"
extensions = ["myst_parser", "publist.embed.sphinx"]
html_theme = "alabaster"
exclude_patterns = ["_build"]
