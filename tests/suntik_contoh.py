"""A project that means harm: every free text of its data and of its regulations is an attack.

Whatever runs sets ``window.__suntik``, whatever is fetched comes from ``jahat.invalid``, and what
is reckoned by a template shows as 62710561. Quotations are verbatim, so that all checks pass.
"""

from __future__ import annotations

import hashlib
import itertools
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, StringConstraints

from generator.account import published_words
from generator.cite import Naskah
from generator.model import Dasar
from generator.naskah import Alinea, Klausa, iterate, parse, print_text, text_of
from generator.regency import (
    FILES,
    DaerahTerbaca,
    read_regency,
    read_vocabulary,
    validate_regency,
)

#: The second regency has a name that every object of JavaScript knows.
SLUG = ("contoh", "constructor")
TERHITUNG = str(7919 * 7919)
JAHAT = "jahat.invalid"
#: Where the site stands, and whom its readers tell of mistakes.
SITUS = "https://situs.invalid/"
LAPOR = "https://lapor.invalid/?judul={judul}&alamat={alamat}"
_SEMUA = yaml.safe_load(Path(__file__).with_name("suntik_muatan.yaml").read_text(encoding="utf-8"))
#: Attacks by what they attack; each stands on one line and holds no tab.
MUATAN: Mapping[str, str] = _SEMUA["satu_baris"]
#: The same, and those of data alone: no line of a text is like these.
MUATAN_DATA: Mapping[str, str] = {**MUATAN, **_SEMUA["data_saja"]}


@dataclass
class Peracik:
    """Gives texts their attacks, one after the other, so that all of them come to use."""

    mulai: int = 0
    pakai: Mapping[str, str] = field(default_factory=lambda: MUATAN)
    _giliran: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self._giliran = itertools.count(self.mulai)

    def __call__(self, asli: str) -> str:
        """The text behind an attack and before another; now and then the attack alone."""
        semua = list(self.pakai.values())
        n = next(self._giliran)
        depan, belakang = semua[n % len(semua)], semua[(n * 7 + 3) % len(semua)]
        return depan if n % 5 == 4 else f"{depan} {asli} {belakang}"


@dataclass(frozen=True)
class Suntikan:
    """The project, its site, and its site for file://."""

    proyek: Path
    situs: Path
    luring: Path


def write_project(root: Path) -> None:
    """Attack a project whose only regency is the example, and add a second one like it."""
    mesin = root / "mkdocs.yml"
    text = mesin.read_text(encoding="utf-8").replace('lapor: ""', f'lapor: "{LAPOR}"')
    mesin.write_text(f"{text}site_url: {SITUS}\n", encoding="utf-8")
    kosakata = _attack(read_vocabulary(root), Peracik(5, MUATAN_DATA))
    dibaca = validate_regency(read_regency(root, "contoh"))
    _write_yaml(root / "regencies" / "kosakata.yaml", kosakata)
    for nomor, slug in enumerate(SLUG):
        _write_regency(root, dibaca, slug, 11 * nomor)


def _write_regency(root: Path, dibaca: DaerahTerbaca, slug: str, mulai: int) -> None:
    teks = Peracik(mulai)
    # Printed and read again: the tree has the lines and anchors that the build will see.
    akar = (_poison(satu, teks) for satu in dibaca.naskah.akar)
    naskah = Naskah(slug, *(_written(root, slug, satu) for satu in akar))
    racik = Peracik(mulai + 3, MUATAN_DATA)
    sumber, koreksi = _source(naskah, racik)
    folder = root / "regencies" / slug
    for nama in FILES:
        nilai = koreksi if nama == "koreksi" else _attack(getattr(dibaca.data, nama), racik)
        nilai = _quoting(nilai, dibaca.naskah, naskah)
        if nama == "daerah":
            nilai |= {"slug": slug}
            nilai["sumber"] |= {"sha256": hashlib.sha256(sumber).hexdigest()}
        _write_yaml(folder / f"{nama}.yaml", nilai)
    (folder / "sumber.txt").write_bytes(sumber)


# --- the text ------------------------------------------------------------------------------------


def _poison(klausa: Klausa, racik: Peracik) -> Klausa:
    """The tree with an attack in every title and paragraph."""
    isi = tuple(
        _poison(bagian, racik)
        if isinstance(bagian, Klausa)
        else replace(bagian, teks=_line(bagian, racik))
        for bagian in klausa.isi
    )
    return replace(klausa, judul=racik(klausa.judul) if klausa.judul else "", isi=isi)


def _line(alinea: Alinea, racik: Peracik) -> str:
    text = racik(alinea.teks)
    # The reason of a gap ends at a bracket.
    return text if alinea.is_text else text.replace("]", ")")


def _written(root: Path, slug: str, akar: Klausa) -> Klausa:
    path = root / "content" / "peraturan" / slug / f"{akar.jenis}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = print_text(akar)
    path.write_text(text, encoding="utf-8")
    read, problems = parse(text, akar.jenis, path.name)
    assert not problems, problems
    return read


def _source(naskah: Naskah, racik: Peracik) -> tuple[bytes, list[dict[str, Any]]]:
    """A source, its first words to be taken away, and the ledger that says so."""
    kata = published_words(naskah)
    salah = " ".join(MUATAN["gambar"].split())
    ledger = [
        {"tertulis": salah, "terbit": "", "alasan": "bukan-naskah"},
        {"tertulis": MUATAN["rumus"], "terbit": kata[0], "alasan": "galat-ocr"},
    ]
    ledger = [{"baris": 1, "catatan": racik("Catatan"), **satu} for satu in ledger]
    return "\n".join(_lines([salah, MUATAN["rumus"], *kata[1:]])).encode(), ledger


def _lines(words: Sequence[str], most: int = 5_000) -> Iterator[str]:
    """Words in lines of so many letters at most: a longer line is refused."""
    line = ""
    for word in words:
        if len(line) + len(word) >= most:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
    yield line


def _quoting(nilai: Any, lama: Naskah, baru: Naskah) -> Any:
    """The data with every quotation grown to the whole paragraph that holds it."""
    if isinstance(nilai, list):
        return [_quoting(satu, lama, baru) for satu in nilai]
    if not isinstance(nilai, dict):
        return nilai
    if set(nilai) == {"klausa", "kutipan"}:
        return {
            "klausa": nilai["klausa"],
            "kutipan": _grown(nilai["klausa"], nilai["kutipan"], lama, baru),
        }
    return {kunci: _quoting(satu, lama, baru) for kunci, satu in nilai.items()}


def _grown(jangkar: str, kutipan: str, lama: Naskah, baru: Naskah) -> str:
    """The paragraph of the attacked clause in the place where the words stood before."""
    pasangan = zip(iterate(lama.klausa[jangkar]), iterate(baru.klausa[jangkar]), strict=True)
    for dulu, kini in pasangan:
        for alinea, ganti in zip(dulu.isi, kini.isi, strict=True):
            if isinstance(alinea, Alinea) and kutipan in " ".join(alinea.teks.split()):
                return " ".join(ganti.teks.split())
    return text_of(baru.klausa[jangkar])


# --- the data ------------------------------------------------------------------------------------


def _attack(nilai: Any, racik: Peracik) -> Any:
    """Plain data from models, every free text attacked and those left out filled in."""
    if isinstance(nilai, Dasar) or not isinstance(nilai, BaseModel | tuple | dict):
        return nilai.model_dump(mode="json") if isinstance(nilai, BaseModel) else _plain(nilai)
    if isinstance(nilai, tuple):
        return [_attack(satu, racik) for satu in nilai]
    if isinstance(nilai, dict):
        return {kunci: _attack(satu, racik) for kunci, satu in nilai.items()}
    hasil: dict[str, Any] = {}
    for kunci, medan in type(nilai).model_fields.items():
        kini = getattr(nilai, kunci)
        if _free(medan.annotation, medan.metadata):
            hasil[kunci] = _attacked(kini, medan.annotation, racik)
        elif kini is not None:
            hasil[kunci] = _attack(kini, racik)
    return _one_kind(hasil, nilai)


def _plain(nilai: Any) -> Any:
    return nilai.isoformat() if hasattr(nilai, "isoformat") else getattr(nilai, "value", nilai)


def _attacked(kini: Any, anotasi: Any, racik: Peracik) -> Any:
    if get_origin(anotasi) is tuple:
        return [racik(satu) for satu in kini or ("Sebutan lain",)]
    return racik(kini or "Keterangan")


def _free(anotasi: Any, metadata: Any) -> bool:
    """Whether a field of a model is text in any words: no form is asked of it."""
    if get_origin(anotasi) in (Union, types.UnionType, tuple):
        dalam = [satu for satu in get_args(anotasi) if satu not in (type(None), Ellipsis)]
        return len(dalam) == 1 and _free(dalam[0], metadata)
    if hasattr(anotasi, "__metadata__"):
        return _free(anotasi.__origin__, [*metadata, *anotasi.__metadata__])
    bentuk = [satu for satu in metadata if isinstance(satu, StringConstraints)]
    return anotasi is str and any(satu.pattern is None for satu in bentuk)


def _one_kind(hasil: dict[str, Any], nilai: BaseModel) -> dict[str, Any]:
    """A step is either an act or a decision; what it was, it stays."""
    for kunci in ("tindakan", "keputusan"):
        if hasattr(nilai, kunci) and getattr(nilai, kunci) is None:
            hasil.pop(kunci, None)
    return hasil


def _write_yaml(path: Path, nilai: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(nilai, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")
