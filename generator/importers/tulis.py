"""Write a draft: the texts, the ledger and the report as files, or the tree as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.importers.nilai import Draf, Usulan
from generator.naskah import Klausa
from generator.problems import BuildFailed, Place, Problem

_HEADER = """\
# Usulan koreksi dari pengimpor: sumber + koreksi = naskah, kata demi kata.
# Setiap alasan adalah dugaan; periksa pada pindaian, lalu hapus kata “usulan” dari catatannya.
# Arti kunci: content/peraturan/README.md.
"""


def write_draft(draf: Draf, root: Path, out: Path | None = None) -> tuple[Path, ...]:
    """Write the files of a draft; gives their paths.

    Without ``out`` they go where the project keeps them, the slug after an underscore: a draft is
    no part of the site yet. Raises BuildFailed when a file of these names is there already.
    """
    files = dict(_files(draf))
    data = out or root / "regencies" / f"_{draf.slug}"
    texts = out or root / "content" / "peraturan" / f"_{draf.slug}"
    paths = {(texts if name in _texts(draf) else data) / name: text for name, text in files.items()}
    taken = [path for path in paths if path.exists()]
    if taken:
        raise BuildFailed(
            Problem(Place(str(path)), "berkas sudah ada", "pindahkan dahulu, atau pakai --out")
            for path in taken
        )
    try:
        for path, content in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        # None of these files was there before; half a draft would be in the way of the next try.
        for path in paths:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise BuildFailed(
            [
                Problem(
                    Place(str(error.filename or data)),
                    f"draf tidak dapat ditulis ({error.strerror})",
                    "periksa folder tujuan dan hak aksesnya",
                )
            ]
        ) from None
    return tuple(paths)


def tree_json(draf: Draf) -> str:
    """The trees as one JSON value: a node has kind, number, anchor, text and children.

    Below the root stand the parts of the regulation, the Lampiran, and under ``bukan-naskah`` the
    words of the source that are not published as they stand, so that none is missing.
    """
    body = _node(draf.pohon["peraturan"])
    body["children"] += [
        {**_node(tree), "anchor": name} for name, tree in draf.pohon.items() if name != "peraturan"
    ]
    if draf.hilang:
        body["children"].append(_values("bukan-naskah", "", "", " ".join(draf.hilang)))
    return json.dumps(body, ensure_ascii=False) + "\n"


def _node(clause: Klausa) -> dict[str, Any]:
    text = [clause.judul] if clause.judul else []
    text += [part.teks for part in clause.isi if not isinstance(part, Klausa)]
    kind, number = clause.jenis, _number(clause)
    node = _values(kind, number, clause.jangkar, "\n".join(text))
    node["children"] = [_node(child) for child in clause.anak]
    return node


def _number(clause: Klausa) -> str:
    """The number as printed, without punctuation: "IV", "Kesatu", "12A", "2"."""
    if clause.jenis in ("buku", "bab", "bagian", "paragraf", "pasal"):
        return clause.label.partition(" ")[2]
    if clause.jenis == "diktum":
        return clause.label.rstrip(" :")
    if clause.jenis in ("ayat", "huruf", "angka", "romawi"):
        return clause.label.split()[-1].strip("().")
    return ""


def _values(kind: str, number: str, anchor: str, text: str) -> dict[str, Any]:
    return {"kind": kind, "number": number, "anchor": anchor, "text": text, "children": []}


def _texts(draf: Draf) -> frozenset[str]:
    return frozenset(f"{name}.md" for name in draf.naskah)


def _files(draf: Draf) -> Iterator[tuple[str, str]]:
    for name, text in draf.naskah.items():
        yield f"{name}.md", text
    yield "sumber.txt", draf.sumber.teks
    yield "koreksi.yaml", _HEADER + "".join(map(_entry, draf.koreksi))
    yield "laporan.md", "\n".join(_report(draf)) + "\n"


def _entry(item: Usulan) -> str:
    entry = item.koreksi
    values: dict[str, str | int] = {"baris": entry.baris, "tertulis": entry.tertulis}
    if entry.ke > 1:
        values["ke"] = entry.ke
    values |= {"terbit": entry.terbit, "alasan": item.alasan, "catatan": item.catatan}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "- " + "\n  ".join(lines) + "\n"


def _report(draf: Draf) -> Iterator[str]:
    yield f"# Laporan impor {draf.slug}"
    yield ""
    yield f"Sumber: {draf.sumber.bentuk}, {draf.halaman} halaman."
    yield f"Koreksi yang diusulkan: {len(draf.koreksi)} (lihat koreksi.yaml)."
    yield f"Keraguan: {len(draf.ragu)}. Nomor baris menunjuk ke sumber.txt."
    yield ""
    for doubt in draf.ragu:
        yield f"- baris {doubt.baris}: {doubt.apa}; {doubt.tindakan}."
