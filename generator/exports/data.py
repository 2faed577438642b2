"""Open data: the whole validated model of each regency as JSON, and the schemas of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.account import Neraca
from generator.cite import Naskah, clause_source
from generator.model import Dasar, Kosakata
from generator.naskah import Alinea, Klausa
from generator.regency import FILES, DaerahTerbaca


def export_data(
    regencies: Sequence[tuple[DaerahTerbaca, Neraca]], kosakata: Kosakata
) -> Mapping[str, str]:
    """Every file below ``data/`` by its path."""
    files = {
        "data/index.json": _json(
            {
                "daerah": [
                    {
                        "slug": item.slug,
                        "nama": item.data.daerah.nama,
                        "kode_wilayah": item.data.daerah.kode_wilayah,
                        "peraturan": item.data.daerah.judul_peraturan,
                        "data": f"data/{item.slug}.json",
                    }
                    for item, _account in regencies
                ]
            }
        ),
        "data/kosakata.json": _json(kosakata.model_dump(mode="json", exclude_none=True)),
    }
    for item, account in regencies:
        files[f"data/{item.slug}.json"] = export_regency(item, account)
    for name, shape in FILES.items():
        files[f"data/{name}.schema.json"] = _json(TypeAdapter(shape).json_schema())
    return files


def export_regency(item: DaerahTerbaca, account: Neraca) -> str:
    """One regency: its data with citations resolved, its text as a tree, its account of words."""
    data = {name: _plain(getattr(item.data, name), item.naskah) for name in FILES}
    return _json(
        {
            **data,
            "naskah": {root.jenis: _tree(root) for root in item.naskah.akar},
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


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
