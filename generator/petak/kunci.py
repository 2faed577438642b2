"""The part that this program has in every key: what is kept is made again by another one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from platform import python_version

from generator.bagan.renderer import PerenderTidakAda, renderer, version
from generator.pustaka import versions
from generator.sidik import digest, digest_files

_PACKAGE = Path(__file__).parents[1]
#: The libraries that have a part in a site; what these need counts with them.
PUSTAKA = (
    *("graphviz", "graphviz-pure", "jinja2", "mkdocs", "mkdocs-material", "pillow", "pydantic"),
    *("python-docx", "python-pptx", "pyyaml", "typst", "xlsxwriter"),
)


@cache
def code() -> str:
    """A checksum of this program, its modules, templates and word lists, and of what it runs on."""
    # What is compiled comes and goes, also while this looks.
    found = (path for path in _PACKAGE.rglob("*") if "__pycache__" not in path.parts)
    files = sorted(path for path in found if path.is_file())
    return digest(
        digest_files(_PACKAGE, files), versions(PUSTAKA), python_version(), _drawing_program()
    )


def _drawing_program() -> str:
    """What draws charts: a Graphviz of the system is no library."""
    try:
        return version(renderer())
    except PerenderTidakAda:
        return ""
