"""Files of others that are kept in this repository: known, unchanged, with their licence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Place, Problem

LIST = "generator/pasokan/pasokan.toml"
#: Where files of the project lie.
_FOLDERS = ("bench", "content", "generator", "regencies", "site_overrides", "tests")
#: Files of these kinds are made elsewhere, by others or by a program.
_FOREIGN_KINDS = re.compile(
    r"(?i)\.(?:avif|bmp|br|dll|docx|eot|gif|gz|ico|jar|jpe?g|map|mjs|mp[34]|otf|pdf|png|pptx|so|tar"
    r"|tt[cf]|wasm|webp|whl|woff2?|xlsx|zip)$"
)
_FOREIGN_NAMES = re.compile(r"(?i)\.min\.(?:js|css)$|licen[cs]e|copying|\bofl\b|\bnotice\b")
#: What others write into files that are texts.
_FOREIGN_WORDS = re.compile(
    r"/\*!|@license|@preserve|sourceMappingURL=|Copyright (?:\(c\)|©|\d{4})"
)
_READABLE = frozenset((".js", ".css", ".svg", ".html", ".txt"))


@dataclass(frozen=True)
class Bawaan:
    """A part by others: what it is, where it is from, its licence and files with checksums.

    ``naskah`` is the file with the text of the licence; ``dalam_situs`` says whether readers of
    the site get it.
    """

    nama: str
    versi: str
    asal: str
    lisensi: str
    hak_cipta: str
    naskah: str
    dalam_situs: bool
    berkas: Mapping[str, str]


def read_parts(listed: Mapping[str, Any]) -> tuple[Bawaan, ...]:
    """The parts as ``pasokan.toml`` has them."""
    return tuple(Bawaan(**part) for part in listed["bawaan"])


def check_files(
    root: Path, parts: Sequence[Bawaan], own: Sequence[str], allowed: Mapping[str, str]
) -> Iterator[Problem]:
    """Whether every file by others is listed, unchanged, and has the text of its licence."""
    for part in parts:
        if part.lisensi not in allowed:
            what = f"lisensi {part.nama} ({part.lisensi}) belum diperbolehkan"
            yield Problem(Place(LIST), what, "timbang lisensinya, lalu catat di bawah [boleh]")
        if part.naskah not in part.berkas:
            what = f"naskah lisensi {part.nama} tidak ada di antara berkasnya"
            yield Problem(Place(LIST), what, "simpan naskahnya di sampingnya, lalu catat sidiknya")
        for name, digest in part.berkas.items():
            yield from _check_file(root, name, digest)
    listed = {name for part in parts for name in part.berkas}
    for name in sorted(set(_foreign(root)) - listed - set(own)):
        what = "tampaknya karya pihak lain, tetapi belum tercatat"
        yield Problem(Place(name), what, f"catat asal, lisensi, dan sidiknya dalam {LIST}")


def _check_file(root: Path, name: str, digest: str) -> Iterator[Problem]:
    if not (root / name).is_file():
        yield Problem(Place(name), "berkas yang tercatat tidak ada", f"perbaiki {LIST}")
    elif hashlib.sha256((root / name).read_bytes()).hexdigest() != digest:
        todo = f"kembalikan berkas asalnya, atau catat sidik baru dalam {LIST}"
        yield Problem(Place(name), "isinya tidak seperti saat diterima (sidik sha256)", todo)


def _foreign(root: Path) -> Iterator[str]:
    for folder in _FOLDERS:
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and _is_foreign(path):
                yield path.relative_to(root).as_posix()


def _is_foreign(path: Path) -> bool:
    if _FOREIGN_KINDS.search(path.name) or _FOREIGN_NAMES.search(path.name):
        return path.suffix != ".py"
    if path.suffix not in _READABLE:
        return False
    return bool(_FOREIGN_WORDS.search(path.read_text(encoding="utf-8", errors="replace")))
