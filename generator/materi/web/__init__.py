"""Slides in the browser: a deck as one page that needs no server."""

from generator.materi.web.tulis import write_deck

__all__ = ["write_deck"]
