"""PowerPoint: a deck as .pptx, with charts as native shapes that can be edited."""

from generator.materi.salindia.bahan import bahan, files
from generator.materi.salindia.tulis import write_pptx

__all__ = ["bahan", "files", "write_pptx"]
