"""One regency as read and validated: its data, its text, and where everything stood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import model
from generator.cite import Naskah
from generator.koreksi import Kata, read_words
from generator.naskah import parse
from generator.naskah.batas import too_large
from generator.problems import BuildFailed, Place, Problem
from generator.read import Dokumen, Path_, read_text, read_yaml
from generator.slug import refuse_slug
from generator.validate import validate

#: Each YAML file of a regency and its shape; the name is also the field of DataDaerah.
FILES: Mapping[str, Any] = {
    "daerah": model.Daerah,
    "kedudukan": model.Kedudukan,
    "penugasan": model.Penugasan,
    "mekanisme": model.DaftarMekanisme,
    "peran": model.DaftarPeran,
    "koreksi": tuple[model.EntriKoreksi, ...],
    "catatan": tuple[model.Catatan, ...],
}


@dataclass(frozen=True)
class BerkasDaerah:
    """The files of one regency, read; ``naskah_md`` holds the texts by their file names."""

    slug: str
    dokumen: Mapping[str, Dokumen]
    naskah_md: Mapping[str, str]
    sumber: str
    sumber_asli: bytes

    def place(self, file: str, path: Path_) -> Place:
        """Where a value of a YAML file stands."""
        return self.dokumen[file].place(path)


@dataclass(frozen=True)
class DaerahTerbaca:
    """One regency, validated."""

    berkas: BerkasDaerah
    data: model.DataDaerah
    naskah: Naskah

    @property
    def slug(self) -> str:
        """The regency's part of every address."""
        return self.berkas.slug

    @cached_property
    def kata_sumber(self) -> tuple[Kata, ...]:
        """The words of its source, read in the form that it has."""
        markdown = self.data.daerah.sumber.penulisan == "markdown"
        return read_words(self.berkas.sumber, markdown=markdown)


def text_file(slug: str, name: str) -> str:
    """The path of a text of a regulation, from the project's root."""
    return f"content/peraturan/{slug}/{name}.md"


def data_file(slug: str, name: str) -> str:
    """The path of a data file of a regency, from the project's root."""
    return f"regencies/{slug}/{name}"


def list_slugs(root: Path) -> tuple[str, ...]:
    """The regencies of a project, sorted; folders beginning with ``_`` or ``.`` are left out."""
    folder = root / "regencies"
    if not folder.is_dir():
        raise BuildFailed(
            [Problem(Place("regencies"), "folder tidak ada", "jalankan dari folder proyek")]
        )
    return tuple(
        sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name[0] not in "._")
    )


def is_draft(root: Path, slug: str) -> bool:
    """Whether this is a regency still being written, in a folder that begins with ``_``."""
    return bool(re.fullmatch(r"_[a-z0-9-]+", slug)) and (root / "regencies" / slug).is_dir()


def read_vocabulary(root: Path) -> model.Kosakata:
    """Read the shared vocabulary."""
    file = "regencies/kosakata.yaml"
    kosakata: model.Kosakata = validate(read_yaml(root / file, file), model.Kosakata)
    return kosakata


def read_regency(root: Path, slug: str) -> BerkasDaerah:
    """Read every file of a regency; raises BuildFailed with the problems of all of them."""
    problems: list[Problem] = []
    documents: dict[str, Dokumen] = {}
    texts: dict[str, str] = {}
    for name in FILES:
        file = data_file(slug, f"{name}.yaml")
        try:
            documents[name] = read_yaml(root / file, file)
        except BuildFailed as failure:
            problems += failure.problems
    for name in ("peraturan", "lampiran"):
        file = text_file(slug, name)
        # A regulation may have no Lampiran; every one has a body.
        if name == "lampiran" and not (root / file).exists():
            continue
        try:
            texts[name] = read_text(root / file, file)
            problems += too_large(texts[name], file)
        except BuildFailed as failure:
            problems += failure.problems
    file = data_file(slug, "sumber.txt")
    try:
        texts["sumber"] = read_text(root / file, file)
        problems += too_large(texts["sumber"], file)
    except BuildFailed as failure:
        problems += failure.problems
    if problems:
        raise BuildFailed(problems)
    source = texts.pop("sumber")
    # The checksum is of the file as received, its line ends and byte order mark included.
    return BerkasDaerah(slug, documents, texts, source, (root / file).read_bytes())


def validate_regency(files: BerkasDaerah) -> DaerahTerbaca:
    """Turn the files into models and trees; raises BuildFailed with the problems of all."""
    problems: list[Problem] = []
    values: dict[str, Any] = {}
    for name, shape in FILES.items():
        try:
            values[name] = validate(files.dokumen[name], shape)
        except BuildFailed as failure:
            problems += failure.problems
    trees = {}
    for name, text in files.naskah_md.items():
        trees[name], found = parse(text, name, text_file(files.slug, name))
        problems += found
    if not problems and (wrong := refuse_slug(values["daerah"].slug)):
        problems.append(Problem(files.place("daerah", ("slug",)), *wrong))
    if not problems and values["daerah"].slug != files.slug.removeprefix("_"):
        problems.append(
            Problem(
                files.place("daerah", ("slug",)),
                f"slug “{values['daerah'].slug}” tidak sama dengan nama folder “{files.slug}”",
                "samakan keduanya",
            )
        )
    if problems:
        raise BuildFailed(problems)
    naskah = Naskah(files.slug, trees["peraturan"], trees.get("lampiran"))
    return DaerahTerbaca(files, model.DataDaerah(**values), naskah)
