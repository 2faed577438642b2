"""Regencies made up from the real ones, as many as asked for, to see how the site grows.

No two of them say the same: ordinary words stand for each other in a way of each one's own, lists
have an order of their own, clauses are added; yet every quotation holds and every word is
accounted for, so that they pass the same checks as real ones.
"""

from bench.buatan.proyek import make_project

__all__ = ["make_project"]
