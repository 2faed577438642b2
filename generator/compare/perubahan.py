"""Differences as data: what one regulation says, what another says, each with its citations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.answer import Status, units
from generator.aspek import JawabanAspek, answer_aspects
from generator.cite import Naskah, clause_source
from generator.compare.alur import compare_mechanisms
from generator.compare.hukum import compare_laws
from generator.compare.nilai import Jenis, Padanan, Selaras
from generator.compare.satuan import read
from generator.compare.selaras import align
from generator.compare.selisih import Change, Daerah, Sisi
from generator.graph import Sumber
from generator.model import Dasar, DataDaerah, Garis, Kosakata, Struktur
from generator.naskah import Alinea


@dataclass(frozen=True)
class Perbandingan:
    """Everything that differs between two regulations; ``aspek`` are the questions asked for."""

    dasar: str
    dengan: str
    aspek: tuple[str, ...]
    selaras: Selaras | None
    perubahan: tuple[Change, ...]


def differences(
    kiri: Daerah, kanan: Daerah, kosakata: Kosakata, aspek: Sequence[str] = ()
) -> Perbandingan:
    """Compare two regulations: answers to aspects, structures, flows, other laws, and the text.

    With ``aspek`` (keys of the vocabulary) only those are compared, and told even where they agree.
    """
    pair = kiri.data.slug, kanan.data.slug
    if aspek:
        told = tuple(_aspects(kiri, kanan, kosakata, aspek))
        return Perbandingan(*pair, tuple(aspek), None, told)
    aligned = align(*(read(d.naskah, d.data.daerah.nama_singkat) for d in (kiri, kanan)))
    changes = (
        *_aspects(kiri, kanan, kosakata, ()),
        *_structures(kiri, kanan, kosakata),
        *compare_mechanisms(kiri, kanan, kosakata),
        *compare_laws(kiri, kanan),
        *_texts(kiri.naskah, kanan.naskah, aligned),
    )
    return Perbandingan(*pair, (), aligned, changes)


def _texts(kiri: Naskah, kanan: Naskah, aligned: Selaras) -> Iterator[Change]:
    for match in aligned.padanan:
        if match.jenis is not Jenis.SAMA:
            yield _text_change(match, kiri, kanan)


def _text_change(match: Padanan, kiri: Naskah, kanan: Naskah) -> Change:
    naskah, anchors = (kiri, match.kiri) if match.kiri else (kanan, match.kanan)
    return Change(
        "naskah",
        match.jenis,
        ", ".join(naskah.sebutan[anchor] for anchor in anchors),
        _said(kiri, match.kiri, "".join(run.lama for run in match.kata)),
        _said(kanan, match.kanan, "".join(run.baru for run in match.kata)),
        match.pindah,
        round(match.kemiripan, 3),
    )


def _said(naskah: Naskah, anchors: Sequence[str], text: str) -> Sisi | None:
    if not anchors:
        return None
    sources = (clause_source(anchor, _opening(naskah, anchor), naskah) for anchor in anchors)
    return Sisi(" ".join(text.split()), tuple(sources))


def _opening(naskah: Naskah, anchor: str) -> str:
    """The first words of a clause that are its own: a paragraph of it, verbatim."""
    clause = naskah.klausa[anchor]
    own = [part.teks for part in clause.isi if isinstance(part, Alinea) and part.is_text]
    return " ".join((own or [naskah.teks[anchor]])[0].split())


def _aspects(
    kiri: Daerah, kanan: Daerah, kosakata: Kosakata, wanted: Sequence[str]
) -> Iterator[Change]:
    both = (answer_aspects(d.data, kosakata, d.rujuk) for d in (kiri, kanan))
    for ours, theirs in zip(*both, strict=True):
        if wanted and ours.aspek not in wanted:
            continue
        kind = _aspect_kind(ours, theirs)
        if kind is not Jenis.SAMA or wanted:
            name = kosakata.aspek[ours.aspek].nama
            yield Change("aspek", kind, name, _answer(ours), _answer(theirs))


def _aspect_kind(ours: JawabanAspek, theirs: JawabanAspek) -> Jenis:
    if ours.kunci == theirs.kunci and ours.status == theirs.status:
        return Jenis.SAMA
    silent = [answer.status is Status.TIDAK_DIATUR for answer in (ours, theirs)]
    if silent[0] == silent[1]:
        return Jenis.BERUBAH
    return Jenis.TAMBAHAN if silent[0] else Jenis.TIDAK_ADA


def _answer(answer: JawabanAspek) -> Sisi | None:
    if answer.status is Status.TIDAK_DIATUR and not answer.butir:
        return None
    words = "; ".join(part.teks for part in answer.butir) or str(answer.status)
    if answer.status is Status.BERTENTANGAN:
        words = f"bertentangan: {words}"
    return Sisi(words, tuple(dict.fromkeys(s for part in answer.butir for s in part.dasar)))


Tepi = tuple[str, str, str]


def _structures(kiri: Daerah, kanan: Daerah, kosakata: Kosakata) -> Iterator[Change]:
    """For every kind of unit that both name: the lines that only one draws in its structure."""
    ours, theirs = _edges(kiri.data), _edges(kanan.data)
    for kind, word in kosakata.jenis_unit.items():
        if kind not in ours or kind not in theirs:
            continue
        for edge, lines in {**theirs[kind], **ours[kind]}.items():
            if (edge in ours[kind]) == (edge in theirs[kind]):
                continue
            about = f"{word.nama}: {_line(edge, kosakata)}"
            if edge in ours[kind]:
                yield Change("struktur", Jenis.TIDAK_ADA, about, _drawn(lines, kiri, about), None)
            else:
                yield Change("struktur", Jenis.TAMBAHAN, about, None, _drawn(lines, kanan, about))


def _edges(data: DataDaerah) -> Mapping[str, Mapping[Tepi, tuple[Garis, ...]]]:
    """The lines of the structures of each kind of unit, by the kinds of office at their ends."""
    found: dict[str, dict[Tepi, tuple[Garis, ...]]] = {}
    for unit, pola in units(data):
        lines = found.setdefault(unit.jenis, {})
        for edge, line in _lines_of(pola):
            if line not in lines.get(edge, ()):
                lines[edge] = (*lines.get(edge, ()), line)
    return found


def _lines_of(pola: Struktur) -> Iterator[tuple[Tepi, Garis]]:
    kinds = {box.id: box.jenis for box in pola.simpul}
    for line in pola.garis:
        yield (kinds[line.dari], kinds[line.ke], line.relasi), line


def _line(edge: Tepi, kosakata: Kosakata) -> str:
    start, end, relation = edge
    names = kosakata.jenis_simpul
    return f"{names[start].nama} → {names[end].nama} ({kosakata.relasi[relation].nama})"


def _drawn(lines: Sequence[Garis], daerah: Daerah, about: str) -> Sisi:
    resolve: Callable[[Dasar], Sumber] = daerah.rujuk
    cited = dict.fromkeys(resolve(one) for line in lines for one in line.dasar)
    return Sisi(about, tuple(cited))
