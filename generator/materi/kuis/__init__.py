"""Questions made from the data, with wrong answers that are right elsewhere.

Only what the text says once and plainly is asked as such. What it contradicts or leaves open is
asked only in a form that says so.
"""

from generator.materi.kuis.kumpul import questions
from generator.materi.kuis.nilai import Pilihan, Soal

__all__ = ["Pilihan", "Soal", "questions"]
