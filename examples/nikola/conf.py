"""Nikola's settings for a small site with a publication list."""

from pathlib import Path

BLOG_AUTHOR = "A small lab"
BLOG_TITLE = "A small lab"
SITE_URL = "https://example.org/"
BLOG_EMAIL = "lab@example.org"
BLOG_DESCRIPTION = "Engines that learn"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
POSTS = ()
PAGES = (("pages/*.md", "", "page.tmpl"),)
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = ["publist.embed.markdown", "markdown.extensions.toc"]
MARKDOWN_EXTENSION_CONFIGS = {
    "en": {"publist.embed.markdown": {"folder": str(Path(__file__).parent)}},
}
