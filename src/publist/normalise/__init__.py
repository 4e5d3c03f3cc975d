"""Normalising: what sources say, in the same words everywhere.

Each module takes records and gives records; :mod:`publist.pipeline` puts them in order.
"""
