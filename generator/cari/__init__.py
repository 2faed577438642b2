"""Search: documents, the roots of their words, and the files that a browser searches."""

from generator.cari.akar import Morfologi, read_morphology
from generator.cari.dokumen import Dokumen, regency_documents, site_documents
from generator.cari.kata import read_knowledge
from generator.cari.pecahan import count, index_files, regency_index, shared_index, words

__all__ = [
    "Dokumen",
    "Morfologi",
    "count",
    "index_files",
    "read_knowledge",
    "read_morphology",
    "regency_documents",
    "regency_index",
    "shared_index",
    "site_documents",
    "words",
]
