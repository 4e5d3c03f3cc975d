"""Roles of authors: from every way people write them to :class:`~publist.model.Role`."""

from publist.normalise.roles.legend import read_legend
from publist.normalise.roles.settle import settle_roles
from publist.normalise.roles.words import named_role

__all__ = ["named_role", "read_legend", "settle_roles"]
