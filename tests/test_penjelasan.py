"""A regulation with a Penjelasan: its pages, its anchors, and what is said about it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from generator import links
from generator.pipeline import build_site

PENJELASAN = """
[penjelasan]
PENJELASAN
ATAS
PERATURAN BUPATI CONTOH

# I. UMUM
  Sistem kerja disederhanakan.

# II. PASAL DEMI PASAL

Pasal 1 sampai dengan Pasal 2
Cukup jelas.

Pasal 3
Ayat (1)
  Surat penugasan sebagaimana dimaksud pada ayat (2) ditandatangani.
Ayat (2)
  Huruf a
    Cukup jelas.
"""


def explained(project: Path) -> Path:
    """Add a Penjelasan to the example, in its text and in its source."""
    text = project / "content" / "peraturan" / "contoh" / "peraturan.md"
    text.write_text(text.read_text(encoding="utf-8") + PENJELASAN, encoding="utf-8")
    words = re.sub(r"^\[penjelasan\]$|(?<=^)# ", "", PENJELASAN, flags=re.MULTILINE)
    source = project / "regencies" / "contoh" / "sumber.txt"
    lines = source.read_text(encoding="utf-8").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("LAMPIRAN"))
    ledger = project / "regencies" / "contoh" / "koreksi.yaml"
    added = [line for line in words.split("\n") if line.strip()]
    lines[at:at] = added
    source.write_text("\n".join(lines), encoding="utf-8")
    data = project / "regencies" / "contoh" / "daerah.yaml"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    data.write_text(re.sub(r"\b[0-9a-f]{64}\b", digest, data.read_text("utf-8")), "utf-8")
    moved = re.sub(
        r"baris: (\d+)",
        lambda m: f"baris: {int(m[1]) + (len(added) if int(m[1]) > at else 0)}",
        ledger.read_text(encoding="utf-8"),
    )
    ledger.write_text(moved, encoding="utf-8")
    return project


def test_a_penjelasan_is_shown_with_headings_anchors_and_contents(contoh: Path) -> None:
    build_site(explained(contoh), contoh / "site")
    page = (contoh / "site" / "contoh" / "peraturan" / "index.html").read_text(encoding="utf-8")
    for anchor in (
        *("penjelasan", "penjelasan-romawi-i", "penjelasan-pasal-1-sampai-2"),
        *("penjelasan-pasal-3-ayat-1", "penjelasan-pasal-3-ayat-2-huruf-a"),
    ):
        assert page.count(f'id="{anchor}"') == 1, anchor
        assert links.clause("contoh", anchor) == f"~/contoh/peraturan/#{anchor}"
    assert re.search(r"<h2[^>]*>Penjelasan", page)
    assert re.search(r"<h3[^>]*><span[^>]*>Pasal 1 sampai dengan Pasal 2</span>", page)
    # The contents lead to it, and each explained clause leads to its explanation.
    assert page.count('href="#penjelasan"') > 1
    body = page[page.index('id="pasal-3"') : page.index('id="pasal-4"')]
    assert 'href="#penjelasan-pasal-3-ayat-1"' in body
    # "ayat (2)" in the Penjelasan is the ayat of the Pasal that it explains.
    words = page[page.index('id="penjelasan-pasal-3-ayat-1"') :]
    assert 'href="#pasal-3-ayat-2"' in words[: words.index('id="penjelasan-pasal-3-ayat-2"')]


def test_a_penjelasan_after_the_lampiran_is_on_its_page() -> None:
    assert links.clause("contoh", "lampiran-penjelasan-pasal-1") == (
        "~/contoh/lampiran/#lampiran-penjelasan-pasal-1"
    )
