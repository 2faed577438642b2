"""A deck for several regencies at once: the same question, and what each regulation answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.answer import Status, units
from generator.bahasa import daftar, tanggal
from generator.banding.matrix import Baris, Sel
from generator.materi.halaman_slide import cut
from generator.materi.nilai import Dek, Keadaan, Modul, Poin, Slide, Tabel
from generator.materi.sesi import plan as session_plan
from generator.model import Kosakata
from generator.pages.values import DaerahTerbit, Situs

#: A slide holds the answers of no more than these.
TERBANYAK = 8
#: How many questions of each module a session of 30 and of 60 minutes puts, those with most
#: different answers first.
_FEW, _SOME = 2, 4
#: How many parts of an answer a cell names before it says how many there are.
_NAMED = 2

#: What is derived for an aspect, and the module that it belongs to.
_MODULES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("penilai", "Penilai kinerja", "Siapa menilai, unit demi unit", ("penilai",)),
    (
        "mekanisme",
        "Mekanisme kerja",
        "Alur yang ada, penerbit surat, dan penolakan",
        ("mekanisme", "penerbit", "penolakan", "evaluasi"),
    ),
    ("surat", "Surat", "Isi surat dan tembusannya", ("isi_surat", "tembusan")),
    (
        "ketentuan",
        "Pelaporan dan ketentuan lain",
        "Pelaporan, keberlakuan, dan ketentuan lain",
        ("pelaporan", "berlaku", "ketentuan"),
    ),
)


@dataclass(frozen=True)
class _Soal:
    """One row of the matrix, and of it the cells of the regencies compared, in their order."""

    baris: Baris
    sel: tuple[Sel, ...]

    @property
    def ragam(self) -> int:
        """How many different answers there are."""
        return len({cell.kelompok for cell in self.sel})

    @property
    def terjawab(self) -> int:
        """How many regulations say anything about it."""
        return sum(bool(cell.jawaban.butir) for cell in self.sel)

    @property
    def turunan(self) -> str:
        """What its answers are derived from."""
        return self.baris.aspek.turunan


def compare_deck(situs: Situs) -> Dek:
    """The deck of the first handful of regencies, at most `TERBANYAK`.

    Its answers are the cells of the matrix that the pages of comparison show.
    """
    chosen = situs.daerah[:TERBANYAK]
    asked = [
        _Soal(row, tuple(row.sel[item.slug] for item in chosen)) for row in situs.matriks.baris
    ]
    length = _lengths(asked)
    modules = [
        Modul(name, title, brief, tuple(_slides(chosen, asked, kinds, length)))
        for name, title, brief, kinds in _MODULES
    ]
    modules.insert(0, _opening(chosen, asked))
    modules.append(_charts(chosen, situs.kosakata, asked))
    shown = [module for module in modules if module.slide]
    opening = shown[0]
    shown[0] = Modul(
        opening.id, opening.judul, opening.ringkas, (*opening.slide, session_plan(shown))
    )
    return Dek(
        id="perbandingan",
        judul="Sistem kerja: satu pertanyaan, beberapa jawaban",
        anak_judul=f"Perbandingan {len(chosen)} peraturan: "
        f"{daftar([item.data.daerah.nama_singkat for item in chosen])}",
        daerah=tuple(item.slug for item in chosen),
        modul=tuple(shown),
    )


def _lengths(asked: Sequence[_Soal]) -> Mapping[str, int]:
    """The shortest session that puts each question: the more the answers differ, the shorter."""
    found: dict[str, int] = {}
    for _name, _title, _brief, kinds in _MODULES:
        own = [one for one in asked if one.turunan in kinds]
        for rank, one in enumerate(sorted(own, key=lambda one: (-one.ragam, -one.terjawab))):
            found[one.baris.id] = 30 if rank < _FEW else 60 if rank < _SOME else 90
    return found


def _opening(daerah: Sequence[DaerahTerbit], asked: Sequence[_Soal]) -> Modul:
    rows = tuple(_identity(item) for item in daerah)
    slides = cut(Slide("peraturan", "Peraturan yang dibandingkan", 30, tabel=Tabel(_HEADS, rows)))
    same = [one for one in asked if one.ragam == 1]
    points = (
        Poin(f"{len(asked)} pertanyaan diajukan kepada setiap peraturan"),
        Poin(f"{len(asked) - len(same)} di antaranya dijawab berbeda-beda"),
        Poin(f"{len(same)} dijawab sama, termasuk yang sama-sama tidak diatur"),
        Poin(f"{len(daerah)} peraturan dibandingkan; setiap jawaban menyebut klausanya"),
    )
    count = Slide(
        id="hitungan",
        judul="Seberapa jauh berbeda",
        lama=30,
        butir=points,
        ucapan=(
            "Jumlah ini dihitung atas semua daerah dalam salindia ini, juga bila hanya sebagian "
            "yang ditayangkan.",
            "Jawaban dianggap sama bila maknanya dalam kosakata bersama sama, walau redaksinya "
            "berbeda.",
        ),
    )
    return Modul("pembuka", "Pembuka", "Peraturan yang dibandingkan", (*slides, count))


_HEADS = ("Daerah", "Peraturan", "Ditetapkan", "Mekanisme")


def _identity(item: DaerahTerbit) -> tuple[Poin, ...]:
    identity = item.data.daerah
    rule = identity.peraturan
    act = rule.ditetapkan
    return (
        Poin(identity.nama_singkat),
        Poin(identity.judul_peraturan, tuple(map(item.rujuk, rule.dasar))),
        Poin(tanggal(act.tanggal)) if act else Poin("tidak diatur", keadaan="tidak diatur"),
        Poin(f"{len(item.data.mekanisme.mekanisme)} alur"),
    )


def _slides(
    daerah: Sequence[DaerahTerbit],
    asked: Sequence[_Soal],
    kinds: Sequence[str],
    length: Mapping[str, int],
) -> Iterator[Slide]:
    for one in asked:
        if one.turunan not in kinds:
            continue
        rows = tuple(
            (Poin(item.data.daerah.nama_singkat), _answer(one.baris, cell))
            for item, cell in zip(daerah, one.sel, strict=True)
        )
        yield from cut(
            Slide(
                id=f"aspek-{one.baris.id}",
                judul=one.baris.aspek.nama,
                lama=length[one.baris.id],
                tabel=Tabel(("Daerah", "Jawaban"), rows),
                ucapan=(_told(one),),
            )
        )


def _answer(row: Baris, cell: Sel) -> Poin:
    """The short answer of the matrix, and below it its parts in the words of the regulation.

    Of wordings the short answer is the beginning of the first part: their number stands instead.
    """
    answer = cell.jawaban
    if answer.status is Status.TIDAK_DIATUR:
        sources = dict.fromkeys(source for part in answer.butir for source in part.dasar)
        return Poin(cell.ringkas, tuple(sources), keadaan="tidak diatur")
    state: Keadaan = "bertentangan" if answer.status is Status.BERTENTANGAN else ""
    words = f"{len(answer.butir)} hal" if row.rumusan else _in_short(cell)
    parts = tuple(Poin(part.teks, part.dasar) for part in answer.butir)
    if len(parts) == 1:
        return Poin(parts[0].teks, parts[0].dasar, keadaan=state)
    more = len(parts) - _NAMED
    if more > 1:
        rest = tuple(source for part in parts[_NAMED:] for source in part.dasar)
        parts = (*parts[:_NAMED], Poin(f"dan {more} lagi", tuple(dict.fromkeys(rest))))
    return Poin(f"{words}:", anak=parts, keadaan=state)


def _in_short(cell: Sel) -> str:
    return cell.ringkas.removeprefix("Bertentangan: ")


def _told(one: _Soal) -> str:
    if one.ragam == 1:
        return "Semua peraturan menjawabnya sama."
    return f"Ada {one.ragam} jawaban yang berbeda di antara {len(one.sel)} peraturan."


def _charts(daerah: Sequence[DaerahTerbit], kosakata: Kosakata, asked: Sequence[_Soal]) -> Modul:
    """The kedudukan of the kind of unit about which the answers differ most, one chart each."""
    appraisers = [one for one in asked if one.turunan == "penilai"]
    most = max(appraisers, key=lambda one: (one.ragam, one.terjawab), default=None)
    kind = most.baris.aspek.unit if most else None
    slides = tuple(slide for item in daerah for slide in _chart(item, kosakata, kind or ""))
    return Modul("bagan", "Bagan kedudukan", "Satu jenis unit, daerah demi daerah", slides)


def _chart(item: DaerahTerbit, kosakata: Kosakata, kind: str) -> Iterator[Slide]:
    # Where no unit of the kind is named, the broader one answers, as it does in the questions.
    kinds = (kind, kosakata.jenis_unit[kind].lebih_luas)
    found = [pola for one in kinds for unit, pola in units(item.data) if unit.jenis == one]
    if not found:
        return
    pola = found[0]
    chart = item.gambar["kedudukan", pola.id]
    source = (chart.bagan.klausa,) if chart.bagan.klausa else ()
    yield Slide(
        id=f"bagan-{item.slug}",
        judul=f"{kosakata.jenis_unit[kind].nama}: {item.nama}",
        lama=60,
        butir=(Poin(pola.judul, source),),
        bagan=chart,
    )
