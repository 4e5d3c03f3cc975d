"""Prints the selected works of the homepage example and counts works by venue.

Run it from anywhere: python examples/library/selected.py
"""

from collections import Counter
from pathlib import Path

import publist

HOMEPAGE = Path(__file__).parents[1] / "homepage"


def main() -> None:
    pubs = publist.read(
        HOMEPAGE / "publications.bib", people=HOMEPAGE / "people.yaml", me="zhenheng-tang"
    )
    print(pubs.select(selected=True).sort("-date").format("markdown", style="homepage"))
    venues = Counter(work.record.venue.short for work in pubs if work.record.venue)
    for venue, count in sorted(venues.items(), key=lambda pair: (-pair[1], str(pair[0])))[:3]:
        print(f"{count} × {venue}")


if __name__ == "__main__":
    main()
