"""The text of a regulation: values, parse and print (inverses), anchors, names of clauses."""

from generator.naskah.cetak import print_text
from generator.naskah.pohon import Alinea, JenisAlinea, Klausa, iterate, text_of, words_of
from generator.naskah.sebut import name_clause, name_path
from generator.naskah.urai import parse

__all__ = [
    "Alinea",
    "JenisAlinea",
    "Klausa",
    "iterate",
    "name_clause",
    "name_path",
    "parse",
    "print_text",
    "text_of",
    "words_of",
]
