"""Sources that nobody meant well: any bytes become a draft, each word accounted for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.importers import import_file, tree_json, write_draft
from generator.problems import BuildFailed
from generator.read import parse_yaml
from tests.acak_kamar import in_room, share, told
from tests.test_acak_naskah import TEXTS
from tests.test_import import assert_accounted

NAMES = st.sampled_from(["a.txt", "a.md", "a.pdf", "a", "a.PDF", "ä\n.txt"])
KINDS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf",
     b"<html", b"\x89PNG", b"\0"]
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1")


def _import(folder: Path, name: str, raw: bytes) -> None:
    path = folder / name
    path.write_bytes(raw)
    try:
        draf = import_file(path, "uji")
    except BuildFailed as failure:
        assert told(failure.problems)
        return
    finally:
        path.unlink()
    assert_accounted(draf)
    assert tree_json(draf)
    for written in write_draft(draf, folder, folder / "draf"):
        if written.suffix == ".yaml":
            parse_yaml(written.read_text(encoding="utf-8"), written.name)
        written.unlink()


@share(0.6)
@given(NAMES, KINDS, st.binary(max_size=300))
@example("a.txt", b"", "Pasal ٣\nIsi.".encode())
@example("a.txt", b"", b"Pasal 1\n\x01(1) Isi.")
@example("a.txt", b"\xff\xfe", b"\x00\xd8")
def test_any_bytes_become_a_draft_or_a_word(
    tmp_path_factory: pytest.TempPathFactory, name: str, begun: bytes, raw: bytes
) -> None:
    _import(tmp_path_factory.getbasetemp(), name, begun + raw)


@share(0.6)
@given(TEXTS, st.sampled_from(ENCODINGS))
def test_any_pieces_of_regulations_become_a_draft(
    tmp_path_factory: pytest.TempPathFactory, text: str, encoding: str
) -> None:
    raw = text.encode(encoding, "replace")
    _import(tmp_path_factory.getbasetemp(), "a.txt", raw)


_IMPORT = """
from pathlib import Path
from generator.importers import import_file, write_draft
def run(path):
    return len(write_draft(import_file(Path(path), "uji"), Path(path).parent))
"""


def _many(piece: str, size: int) -> Callable[[], str]:
    return lambda: piece * (size // len(piece))


#: Texts made to take all time or all memory; the words that the answer holds.
BOMS: dict[str, tuple[Callable[[], str], str]] = {
    "seratus juta bita": (_many("x", 100_000_001), "terlalu besar"),
    "enam juta huruf": (_many("x", 6_000_000), "terlalu besar"),
    "sejuta baris": (_many("x\n", 2_000_000), "teks terlalu panjang"),
    "sejuta kata": (_many("x ", 2_000_000), "teks terlalu panjang"),
    "satu kata empat juta huruf": (_many("x", 4_000_000), "jadi"),
    "spasi tanpa akhir": (_many(" ", 4_000_000), "berkas kosong"),
    "halaman tanpa akhir": (_many("x\n\f", 60_000), "jadi"),
    "Belas Belas Belas": (lambda: "Bagian Kedua " + "Belas " * 20_000 + "!", "jadi"),
    "Pasal tanpa akhir": (_many("Pasal 1\nIsi.\n", 60_000), "jadi"),
    "kata terpenggal": (_many("x-\n", 60_000), "jadi"),
    "bintang": (_many("**x** ", 300_000), "jadi"),
    "nomor terlepas": (_many("1.\n2.\n3.\nisi kata.\nIsi dua.\n", 60_000), "jadi"),
    "daftar dalam daftar": (_many("a. x:\n1. y:\na) z:\n1) w:\n", 60_000), "jadi"),
}


@pytest.mark.parametrize("name", BOMS)
def test_a_bomb_is_refused_or_read_within_limits(name: str, tmp_path: Path) -> None:
    make, words = BOMS[name]
    (tmp_path / "a.txt").write_text(make(), encoding="utf-8")
    assert words in in_room(_IMPORT, tmp_path / "a.txt")


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path):
        with pytest.raises(BuildFailed, match="ini bukan berkas biasa"):
            import_file(path, "uji")
    with pytest.raises(BuildFailed, match="berkas tidak ada"):
        import_file(tmp_path / "tak-ada.txt", "uji")
