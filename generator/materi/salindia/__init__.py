"""PowerPoint: a deck as .pptx, with charts as native shapes that can be edited."""

from generator.materi.salindia.tulis import write_pptx

__all__ = ["write_pptx"]
