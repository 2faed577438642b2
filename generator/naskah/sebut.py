"""The name of a clause as a reader cites it: "Pasal 11 ayat (2) huruf a"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.naskah.pohon import Klausa

_FRAME = {
    "judul": "Judul",
    "pembukaan": "Pembukaan",
    "penutup": "Penutup",
    "penjelasan": "Penjelasan",
    "menimbang": "Menimbang",
    "mengingat": "Mengingat",
    "memutuskan": "Memutuskan",
    "menetapkan": "Menetapkan",
}
_ABOVE = frozenset({"buku", "bab", "bagian", "paragraf"})


def name_path(path: tuple[Klausa, ...]) -> str:
    """Name the last clause of a path that begins at the root."""
    root = path[0]
    parts = list(path[1:])
    if any(part.jenis == "penjelasan" for part in parts):
        return " ".join(_name(part) for part in parts if part.jenis not in _ABOVE)
    if root.jenis != "lampiran":
        # What stands above a Pasal is not cited, nor the pembukaan above Menimbang.
        articles = [index for index, part in enumerate(parts) if part.jenis == "pasal"]
        frame = [index for index, part in enumerate(parts) if part.jenis in _FRAME]
        start = articles[0] if articles else frame[-1] if frame else 0
        return " ".join(_name(part) for part in parts[start:])
    return " ".join(["Lampiran", *(_name(part) for part in parts)])


def name_clause(root: Klausa) -> dict[str, str]:
    """The name of every clause below the root, by its anchor."""
    return {path[-1].jangkar: name_path(path) for path in _paths((root,)) if path[-1].jangkar}


def _paths(path: tuple[Klausa, ...]) -> Iterator[tuple[Klausa, ...]]:
    yield path
    for child in path[-1].anak:
        yield from _paths((*path, child))


def _name(clause: Klausa) -> str:
    name = _plain_name(clause)
    _, repeated, count = clause.jangkar.rpartition("--")
    # Only the clause's own repetition counts, not that of a clause above it.
    return f"{name} (yang ke-{count})" if repeated and count.isdigit() else name


def _plain_name(clause: Klausa) -> str:
    match clause.jenis:
        case kind if kind in _FRAME:
            return _FRAME[kind]
        case "diktum":
            return f"Diktum {clause.label.strip(': ')}"
        case "buku" | "bab" | "bagian" | "paragraf" | "pasal":
            return clause.label
        case "bagan" | "butir":
            return f"{clause.jenis} ke-{clause.jangkar.rpartition('-')[2]}"
        case kind:
            return f"{kind} {clause.label.split()[-1].removesuffix('.')}"
