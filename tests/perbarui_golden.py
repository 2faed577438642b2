"""Write the golden DOT files anew: ``python -m tests.perbarui_golden``; look at the difference."""

from __future__ import annotations

from pathlib import Path

from generator.bagan.dot import dot
from tests.bagan_contoh import ALUR, STRUKTUR

if __name__ == "__main__":
    for name, bagan in (("alur", ALUR), ("struktur", STRUKTUR)):
        file = Path(__file__).parent / "golden" / f"{name}.dot"
        file.write_text(dot(bagan), encoding="utf-8")
