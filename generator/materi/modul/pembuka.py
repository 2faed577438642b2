"""Opening: which regulation this is, why it was made, from when it holds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa import sejak, tanggal
from generator.cite import clause_source
from generator.materi.halaman_slide import cut
from generator.materi.nilai import Modul, Poin, Slide
from generator.model import DataDaerah, JenisCatatan, Kosakata
from generator.naskah import Klausa, text_of
from generator.pages.values import DaerahTerbit


def module(daerah: DaerahTerbit, _kosakata: Kosakata) -> Modul:
    """The opening of a session."""
    slides = (_identity(daerah), *_reasons(daerah), _extent(daerah))
    return Modul("pembuka", "Pembuka", "Peraturan apa ini dan mengapa dibuat", slides)


def _identity(daerah: DaerahTerbit) -> Slide:
    identity = daerah.data.daerah
    rule = identity.peraturan
    points = [Poin(f"Tentang: {rule.tentang}", tuple(map(daerah.rujuk, rule.dasar)))]
    for word, act in (("Ditetapkan", rule.ditetapkan), ("Diundangkan", rule.diundangkan)):
        if act is not None:
            words = f"{word} di {act.tempat} pada {tanggal(act.tanggal)}"
            points.append(Poin(words, tuple(map(daerah.rujuk, act.dasar))))
    if rule.berlaku is None:
        points.append(Poin("Saat mulai berlaku tidak diatur", keadaan="tidak diatur"))
    else:
        words = f"Berlaku: {sejak(rule.berlaku.cara, rule.berlaku.tanggal)}"
        points.append(Poin(words, tuple(map(daerah.rujuk, rule.berlaku.dasar))))
    return Slide(
        id="identitas",
        judul=identity.judul_peraturan,
        lama=30,
        butir=tuple(points),
        ucapan=(
            "Bahan ini bukan publikasi resmi. Untuk keperluan hukum, gunakan naskah yang "
            "diundangkan.",
            "Setiap pernyataan pada salindia ini menyebut klausanya; kutipannya ada dalam catatan.",
        ),
    )


def _reasons(daerah: DaerahTerbit) -> Iterator[Slide]:
    considered = daerah.naskah.klausa.get("menimbang")
    if considered is None:
        return
    points = tuple(_consideration(daerah, item) for item in considered.anak or (considered,))
    yield from cut(
        Slide(
            id="menimbang",
            judul="Mengapa diatur",
            lama=60,
            butir=points,
            ucapan=("Kata-kata pada salindia ini adalah konsiderans menimbang, tanpa diubah.",),
        )
    )


def _consideration(daerah: DaerahTerbit, clause: Klausa) -> Poin:
    text = text_of(clause).removeprefix(clause.label).strip()
    return Poin(text, (clause_source(clause.jangkar, text, daerah.naskah),))


def _extent(daerah: DaerahTerbit) -> Slide:
    data = daerah.data
    points = (
        Poin(f"{len(data.kedudukan.pola)} pola kedudukan: di mana pegawai ditempatkan"),
        Poin(f"{len(data.penugasan.struktur)} bagan penugasan: siapa dapat memberi tugas"),
        Poin(f"{len(data.mekanisme.mekanisme)} alur: langkah, surat, dan pelakunya"),
        Poin(f"{_noted(data, JenisCatatan.BERTENTANGAN)} hal yang diatur secara bertentangan"),
        Poin(f"{_noted(data, JenisCatatan.TIDAK_DIATUR)} hal yang tidak diatur"),
    )
    return Slide(
        id="isi",
        judul="Yang kita bahas",
        lama=30,
        butir=points,
        ucapan=("Jumlah ini dihitung dari data yang sama dengan situs dan buku panduan.",),
    )


def _noted(data: DataDaerah, kind: JenisCatatan) -> int:
    return sum(note.jenis is kind for note in data.catatan)
