"""Builds a page with a publication list from a Jinja2 template."""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent


def page() -> str:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        extensions=["publist.embed.jinja.PublicationsExtension"],
        autoescape=True,
    )
    environment.publist_folder = HERE  # type: ignore[attr-defined]  # the extension adds it
    return environment.get_template("index.html").render(title="A small lab")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
