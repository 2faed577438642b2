"""References and terms of a regulation: read what is written, resolve it, say who cites whom."""

from generator.rujukan.baca import Rujukan, cited_by, read_references
from generator.rujukan.istilah import (
    Istilah,
    Pemakaian,
    define_terms,
    find_terms,
    read_terms,
    term_key,
)
from generator.rujukan.nilai import Keadaan, RujukanDalam, RujukanLuar, Sasaran

__all__ = [
    "Istilah",
    "Keadaan",
    "Pemakaian",
    "Rujukan",
    "RujukanDalam",
    "RujukanLuar",
    "Sasaran",
    "cited_by",
    "define_terms",
    "find_terms",
    "read_references",
    "read_terms",
    "term_key",
]
