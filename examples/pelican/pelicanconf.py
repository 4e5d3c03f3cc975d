"""Pelican's settings for a small site with a publication list."""

from pathlib import Path

SITENAME = "A small lab"
SITEURL = "https://example.org"
PATH = "content"
PAGE_PATHS = ["pages"]
TIMEZONE = "UTC"
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.meta": {},
        "publist.embed.markdown": {"folder": str(Path(__file__).parent)},
    },
}
