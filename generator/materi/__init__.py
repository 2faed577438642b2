"""Training material: one deck of values, from which slides, handouts and posters are made.

Slides in the browser, PowerPoint, handbook and quiz are made from the same values, so that none of
them can say something else than the others.
"""

from generator.materi.dek import compose_deck
from generator.materi.nilai import LAMA, Dek, Modul, Poin, Slide, Tabel

__all__ = ["LAMA", "Dek", "Modul", "Poin", "Slide", "Tabel", "compose_deck"]
