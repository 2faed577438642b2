"""The table of everything that others have made, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.pasokan.bawaan import Bawaan
from generator.pasokan.kunci import Paket

_HEAD = """\
# Third-party parts and their licences

Written by `petakerja audit --tulis` from `pasokan.toml`, `requirements.txt` and what the libraries
say of themselves; `petakerja audit` fails when anything here is no longer so.
"""
_CAVEAT = """\
The site is made of the first table's files, of scripts, styles and icons of Material for MkDocs,
and of words that its readers can check. PDFs carry Arimo and Libertinus Serif (OFL-1.1, brought by
typst). Libraries are installed from their index by checksum and are not part of this repository.
"""


def table(
    parts: Sequence[Bawaan],
    packages: Mapping[Paket, str],
    site: frozenset[str],
    allowed: Mapping[str, str],
    programs: Mapping[str, str],
) -> str:
    """The whole document; ``packages`` with their licences, ``site`` those that a build needs."""
    return "\n".join(
        (
            _HEAD,
            "## Files kept in this repository\n",
            *_rows(("part", "version", "licence", "whose", "from", "read by"), _parts(parts)),
            f"\n{_CAVEAT}",
            "## Python libraries\n",
            *_rows(("library", "version", "licence", "for"), _packages(packages, site)),
            "\n## Licences that may be used\n",
            *_rows(
                ("licence", "why"), ((name, why or "permissive") for name, why in allowed.items())
            ),
            "\n## Programs of the system\n",
            "Used where they are installed, and never shipped.\n",
            *_rows(("program", "licence and use"), programs.items()),
            "",
        )
    )


def _parts(parts: Iterable[Bawaan]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        text = f"[{part.lisensi}](../../{part.naskah})"
        reader = "readers of the site" if part.dalam_situs else "the generator"
        yield part.nama, part.versi, text, part.hak_cipta, part.asal, reader


def _packages(packages: Mapping[Paket, str], site: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for one, licence in packages.items():
        version = f"{one.versi} (`{one.syarat}`)" if one.syarat else one.versi
        yield one.nama, version, licence, "the site" if one.nama in site else "development"


def _reasons(allowed: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for name, why in allowed.items():
        yield name, why or "asks for its notice only"


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |"
