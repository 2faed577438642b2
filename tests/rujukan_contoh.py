"""Small regulations for tests of references and terms."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.cite import Naskah
from generator.naskah import Alinea, Klausa, parse

ROOT = Path(__file__).parent.parent
#: The folders of all texts; a draft's name begins with "_".
TEXTS = sorted(p.parent for p in (ROOT / "content" / "peraturan").glob("*/peraturan.md"))


def read(folder: Path) -> Naskah:
    texts = {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}
    return small(texts, folder.name.removeprefix("_"))


def small(texts: dict[str, str], slug: str = "contoh") -> Naskah:
    trees = {name: parse(text, name)[0] for name, text in texts.items()}
    return Naskah(slug, trees["peraturan"], trees.get("lampiran"))


def put(naskah: Naskah, anchor: str, text: str) -> Naskah:
    """The same regulation with another first paragraph in one clause."""
    lampiran = naskah.lampiran
    return replace(
        naskah,
        peraturan=_put(naskah.peraturan, anchor, text),
        lampiran=None if lampiran is None else _put(lampiran, anchor, text),
    )


def _put(clause: Klausa, anchor: str, text: str) -> Klausa:
    if clause.jangkar != anchor:
        parts = [_put(p, anchor, text) if isinstance(p, Klausa) else p for p in clause.isi]
        return replace(clause, isi=tuple(parts))
    rest = clause.isi[1:] if clause.isi and isinstance(clause.isi[0], Alinea) else clause.isi
    return replace(clause, isi=(Alinea(text), *rest))


def paragraph(naskah: Naskah, anchor: str, index: int) -> str:
    clause = naskah.klausa.get(anchor) or naskah.lampiran
    assert clause is not None
    part = clause.isi[index]
    assert isinstance(part, Alinea)
    return part.teks
