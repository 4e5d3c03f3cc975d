"""Sphinx's settings for a small site with a publication list."""

project = "A small lab"
extensions = ["publist.embed.sphinx"]
html_theme = "alabaster"
exclude_patterns = ["_build"]
