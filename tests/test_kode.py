"""The checksum of code that training material depends on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.materi import kode

LOADED = """
import generator.materi.terbit, sys
for module in list(sys.modules.values()):
    if module.__name__.partition(".")[0] == "generator":
        print(module.__file__)
"""


def test_every_module_that_material_loads_counts(root: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=root, capture_output=True, text=True, check=True
    )
    files = {Path(line) for line in loaded.stdout.splitlines()}
    assert len(files) > 50
    assert files <= kode.sources()


def test_templates_and_fonts_count_and_other_code_does_not() -> None:
    found = {path.relative_to(Path(kode.__file__).parents[1]).as_posix() for path in kode.sources()}
    assert {"materi/buku.typ", "materi/poster.typ", "pages/legenda.py"} <= found
    assert any(path.endswith(".ttf") for path in found)
    assert not found & {"cli.py", "serve.py", "engine.py", "pages/kuis.py", "pipeline.py"}
