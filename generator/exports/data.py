"""Open data: the whole validated model of each regency as JSON, and the schemas of its files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.account import Neraca
from generator.cite import Naskah, clause_source
from generator.exports.tulis import write_json
from generator.model import Dasar, DataDaerah, Kosakata
from generator.naskah import Alinea, Klausa
from generator.pages.values import DaerahTerbit
from generator.regency import FILES


def export_index(regencies: Iterable[DaerahTerbit], kosakata: Kosakata) -> Mapping[str, str]:
    """What is said of all regencies together: their list, the vocabulary, the schemas."""
    files = {
        "data/index.json": write_json({"daerah": [_entry(item) for item in regencies]}),
        "data/kosakata.json": write_json(kosakata.model_dump(mode="json", exclude_none=True)),
    }
    for name, shape in FILES.items():
        files[f"data/{name}.schema.json"] = write_json(TypeAdapter(shape).json_schema())
    return files


def _entry(item: DaerahTerbit) -> Mapping[str, str]:
    daerah = item.identitas
    return {
        "slug": item.slug,
        "nama": daerah.nama,
        "kode_wilayah": daerah.kode_wilayah,
        "peraturan": daerah.judul_peraturan,
        "data": data_path(item.slug),
    }


def data_path(slug: str) -> str:
    """Where the data of a regency stands in the site."""
    return f"data/{slug}.json"


def export_regency(data: DataDaerah, naskah: Naskah, account: Neraca) -> str:
    """One regency: its data with citations resolved, its text as a tree, its account of words."""
    fields = {name: _plain(getattr(data, name), naskah) for name in FILES}
    return write_json(
        {
            **fields,
            "naskah": {root.jenis: _tree(root) for root in naskah.akar},
            "neraca": {
                "kata_sumber": account.sumber,
                "kata_terbit": account.terbit,
                "kata_tetap": account.tetap,
                "koreksi_menurut_alasan": dict(sorted(account.menurut_alasan.items())),
            },
        }
    )


def export_text(naskah: Naskah) -> str:
    """The published words in reading order, a line for each clause and paragraph."""
    lines: list[str] = []
    for root in naskah.akar:
        _lines(root, lines)
    return "\n".join(lines) + "\n"


def _lines(clause: Klausa, lines: list[str]) -> None:
    head = " ".join(part for part in (clause.label, clause.judul) if part)
    body = list(clause.isi)
    if clause.jenis in ("ayat", "huruf", "angka", "romawi", "butir") and not clause.judul:
        first = body[0] if body else None
        if isinstance(first, Alinea) and first.is_text:
            head = f"{clause.label} {first.teks}"
            body.pop(0)
    if head:
        lines.append(head)
    for part in body:
        if isinstance(part, Klausa):
            _lines(part, lines)
        elif part.is_text:
            lines.append(part.teks)


def _plain(value: Any, naskah: Naskah) -> Any:
    if isinstance(value, Dasar):
        source = clause_source(value.klausa, value.kutipan, naskah)
        return {
            "klausa": source.klausa,
            "sebutan": source.sebutan,
            "kutipan": source.kutipan,
            "alamat": source.alamat.removeprefix("~/"),
        }
    if isinstance(value, BaseModel):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        return {name: _plain(item, naskah) for name, item in fields if item is not None}
    if isinstance(value, tuple):
        return [_plain(item, naskah) for item in value]
    return value


def _tree(clause: Klausa) -> dict[str, Any]:
    node: dict[str, Any] = {"jenis": clause.jenis}
    for key in ("label", "judul", "jangkar"):
        if getattr(clause, key):
            node[key] = getattr(clause, key)
    node["isi"] = [
        _tree(part) if isinstance(part, Klausa) else {"jenis": part.jenis, "teks": part.teks}
        for part in clause.isi
    ]
    return node
