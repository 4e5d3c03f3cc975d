"""Labs: whose works are whose, who wrote with whom, and how many works there are of each sort."""

from publist.lab.coauthors import Coauthor, coauthors_of
from publist.lab.counting import Counts, Tally, count_works
from publist.lab.members import Lab, Member, make_lab, within

__all__ = [
    "Coauthor",
    "Counts",
    "Lab",
    "Member",
    "Tally",
    "coauthors_of",
    "count_works",
    "make_lab",
    "within",
]
