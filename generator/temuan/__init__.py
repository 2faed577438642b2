"""Findings by rule: the drafting rules looked for in the text, each with its origin."""

from generator.temuan.cari import find, find_in, warnings
from generator.temuan.corpus import Corpus
from generator.temuan.gabung import covers, merge
from generator.temuan.nilai import Kaidah, Temuan
from generator.temuan.tabel import KAIDAH

__all__ = [
    "KAIDAH",
    "Corpus",
    "Kaidah",
    "Temuan",
    "covers",
    "find",
    "find_in",
    "merge",
    "warnings",
]
