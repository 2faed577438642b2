"""Progress of something that takes long, as a bar on a terminal and as lines elsewhere."""

from __future__ import annotations

from typing import TextIO

_WIDTH = 24
_CLEAR = "\r\x1b[K"


class Kemajuan:
    """Tells how far something is; called with what is done, how much there is, and a name."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar = stream.isatty()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show that ``name`` is done; the last one ends the bar."""
        count = f"{done}/{total}"
        if not self._bar:
            print(f"bahan {count}: {name}", file=self._stream, flush=True)
            return
        filled = _WIDTH * done // total
        bar = "█" * filled + "░" * (_WIDTH - filled)
        end = "\n" if done == total else ""
        self._stream.write(f"{_CLEAR}{bar} {count} {name}{end}")
        self._stream.flush()
