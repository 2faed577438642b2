"""Templat: templates that were compiled once stay compiled, as modules of Python do.

Compiling the templates takes half a second in every process that fills them; a build has several.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class Terkompilasi(FileSystemBytecodeCache):
    """Compiled templates in a folder beside them; where nothing can be written, nothing is kept.

    A template is compiled anew when its text changes, and by another version of the engine.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"jinja-{version('jinja2')}-%s.pyc")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        try:
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return


#: The compiled templates of pages and of the theme.
TERKOMPILASI = Terkompilasi(Path(__file__).parent / "templates" / "__pycache__")
