"""Search: documents, the roots of their words, and the files that a browser searches."""

from generator.cari.akar import Morfologi, read_morphology
from generator.cari.dokumen import Dokumen
from generator.cari.pecahan import index_files, words
from generator.cari.situs import index_site

__all__ = ["Dokumen", "Morfologi", "index_files", "index_site", "read_morphology", "words"]
