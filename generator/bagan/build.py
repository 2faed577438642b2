"""From the data of a regency to charts as values: boxes, arrows, lanes; nothing is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from generator import links, model
from generator.graph import Bagan, Kotak, Lajur, Lencana, Panah, Sumber
from generator.model import SELESAI, TIDAK_DIATUR, TIDAK_TERBACA

Rujuk = Callable[[model.Dasar], Sumber]

#: Boxes in which a flow ends, by what its data calls the end.
ENDS = {
    SELESAI: "Selesai",
    TIDAK_DIATUR: "Tidak diatur dalam naskah",
    TIDAK_TERBACA: "Lanjutannya tidak terbaca dalam sumber",
}


def struktur(
    struktur: model.Struktur,
    jenis: Literal["kedudukan", "penugasan"],
    daerah: model.Daerah,
    kosakata: model.Kosakata,
    rujuk: Rujuk,
    pola: Sequence[model.Struktur] = (),
) -> Bagan:
    """The chart of a structure; ids of boxes are `links.box_id` of this kind and structure.

    ``pola`` are the patterns of kedudukan that a structure of penugasan belongs to: where they
    place one of its boxes below another, that line is shown too, with the pattern's citation.
    """
    chart = f"{jenis}-{struktur.id}"
    return Bagan(
        id=struktur.id,
        slug=daerah.slug,
        daerah=daerah.nama,
        jenis=jenis,
        judul=struktur.judul,
        keterangan=struktur.keterangan or "",
        kotak=tuple(_office(chart, simpul, kosakata, rujuk) for simpul in struktur.simpul),
        panah=tuple(
            _relation(chart, number, garis, kosakata, rujuk)
            for number, garis in enumerate((*struktur.garis, *_placed(struktur, pola)), 1)
        ),
        asal=struktur.asal,
        klausa=_clause(struktur.klausa, (d for s in struktur.simpul for d in s.dasar), rujuk),
    )


def _placed(struktur: model.Struktur, pola: Sequence[model.Struktur]) -> Iterator[model.Garis]:
    """Lines of kedudukan that all patterns give between boxes of the same name and kind."""
    found = [{_ends(garis, one): garis for garis in one.garis} for one in pola]
    boxes = _unique(struktur)
    drawn = {_ends(garis, struktur) for garis in struktur.garis}
    for ends, garis in found[0].items() if found else ():
        relation, above, below = ends
        known = above in boxes and below in boxes and ends not in drawn
        if relation == "kedudukan" and known and all(ends in lines for lines in found):
            yield garis.model_copy(update={"dari": boxes[above], "ke": boxes[below]})


#: What makes two boxes of different structures the same: their name and their kind.
_Same = tuple[str, str]


def _ends(garis: model.Garis, struktur: model.Struktur) -> tuple[str, _Same, _Same]:
    same = {simpul.id: _same(simpul) for simpul in struktur.simpul}
    return garis.relasi, same[garis.dari], same[garis.ke]


def _same(simpul: model.Simpul) -> _Same:
    return simpul.sebutan.casefold(), simpul.jenis


def _unique(struktur: model.Struktur) -> dict[_Same, str]:
    """The boxes that are the only ones of their name and kind."""
    names = [_same(simpul) for simpul in struktur.simpul]
    return {_same(one): one.id for one in struktur.simpul if names.count(_same(one)) == 1}


def _office(chart: str, simpul: model.Simpul, kosakata: model.Kosakata, rujuk: Rujuk) -> Kotak:
    kata = kosakata.jenis_simpul[simpul.jenis]
    return Kotak(
        id=links.box_id(chart, simpul.id),
        judul=simpul.sebutan,
        jenis=simpul.jenis,
        bentuk=kata.bentuk,
        rincian=tuple(_office_lines(simpul, kata)),
        lencana=tuple(
            Lencana(p.peran, kosakata.peran[p.peran].nama, _cite(p.dasar, rujuk))
            for p in simpul.peran
        ),
        asal=simpul.asal,
        dasar=_cite(simpul.dasar, rujuk),
    )


def _office_lines(simpul: model.Simpul, kata: model.KataSimpul) -> Iterator[str]:
    """Kind of office and level, left out where the title already says it."""
    level = f"Level {_ROMAN[simpul.level]}" if simpul.level else ""
    name = (kata.singkat or kata.nama) if kata.bentuk == "jabatan" else ""
    if simpul.sebutan.casefold() in (kata.nama.casefold(), name.casefold()):
        name = ""
    if line := ", ".join(part for part in (name, level) if part):
        yield line
    if simpul.keterangan:
        yield simpul.keterangan


_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V"}


def _relation(
    chart: str, number: int, garis: model.Garis, kosakata: model.Kosakata, rujuk: Rujuk
) -> Panah:
    kata = kosakata.relasi[garis.relasi]
    return Panah(
        id=f"garis-{chart}-{number}",
        dari=links.box_id(chart, garis.dari),
        ke=links.box_id(chart, garis.ke),
        relasi=garis.relasi,
        nama=kata.nama,
        label=garis.label,
        berarah=kata.arah,
        asal=garis.asal,
        dasar=_cite(garis.dasar, rujuk),
    )


def alur(
    mekanisme: model.Mekanisme, daerah: model.Daerah, kosakata: model.Kosakata, rujuk: Rujuk
) -> Bagan:
    """The flow chart of a mechanism: lanes for actors, bands for stages, a box for every end."""
    names = {pelaku.id: pelaku.sebutan for pelaku in mekanisme.pelaku}
    boxes: list[Kotak] = []
    arrows: list[Panah] = []
    for number, langkah in enumerate(mekanisme.langkah):
        step = _step(mekanisme.id, langkah, names, kosakata, rujuk, first=number == 0)
        boxes.append(step)
        for box, arrow in _onward(mekanisme.id, langkah, step, rujuk):
            arrows.append(arrow)
            boxes += [box] if box and box not in boxes else []
    return Bagan(
        id=mekanisme.id,
        slug=daerah.slug,
        daerah=daerah.nama,
        jenis="mekanisme",
        judul=mekanisme.judul,
        keterangan=mekanisme.keterangan or "",
        kotak=tuple(boxes),
        panah=tuple(arrows),
        lajur=_lanes(mekanisme),
        tahap=_stages(mekanisme, kosakata),
        klausa=_clause(mekanisme.klausa, (d for s in mekanisme.langkah for d in s.dasar), rujuk),
    )


def _step(
    flow: str,
    langkah: model.Langkah,
    names: dict[str, str],
    kosakata: model.Kosakata,
    rujuk: Rujuk,
    *,
    first: bool,
) -> Kotak:
    details = _details(langkah, names, kosakata)
    return Kotak(
        id=links.box_id(flow, langkah.id),
        judul=langkah.teks,
        jenis="tindakan" if langkah.keputusan is None else "keputusan",
        bentuk="langkah",
        rincian=tuple(f"{word}: {text}" for word, text in details),
        lajur=langkah.pelaku,
        tahap=langkah.tahap,
        awal=first,
        asal=langkah.asal,
        dasar=_cite(langkah.dasar, rujuk),
    )


def _details(
    langkah: model.Langkah, names: dict[str, str], kosakata: model.Kosakata
) -> tuple[tuple[str, str], ...]:
    """The smaller lines of a step; each says what it is: "tembusan: …"."""
    details = {
        "bersama": _names(langkah.bersama, names),
        "setelah": langkah.setelah or "",
        "dokumen": kosakata.dokumen[langkah.dokumen].nama if langkah.dokumen else "",
        "kepada": _names(langkah.kepada, names),
        "tembusan": _names(langkah.tembusan, names),
        "keluaran": langkah.keluaran or "",
    }
    return tuple((word, text) for word, text in details.items() if text)


def _names(actors: tuple[str, ...], names: dict[str, str]) -> str:
    return "; ".join(names[actor] for actor in actors)


def _onward(
    flow: str, langkah: model.Langkah, step: Kotak, rujuk: Rujuk
) -> Iterator[tuple[Kotak | None, Panah]]:
    """Every arrow out of a step, and the box it ends in where that is no step."""
    branches: list[tuple[str, str | None, tuple[Sumber, ...]]]
    branches = [(target, None, ()) for target in langkah.lalu]
    branches += [(b.ke, b.label, _cite(b.dasar, rujuk)) for b in langkah.bila]
    for number, (target, label, cited) in enumerate(branches, 1):
        end = _end(flow, langkah, step, target, number)
        yield (
            end,
            Panah(
                id=f"panah-{flow}-{langkah.id}-{number}",
                dari=step.id,
                ke=end.id if end else links.box_id(flow, target),
                relasi="lalu",
                nama="Langkah berikutnya",
                label=label,
                asal=langkah.asal,
                dasar=cited or step.dasar,
            ),
        )


def _end(flow: str, langkah: model.Langkah, step: Kotak, target: str, number: int) -> Kotak | None:
    """The box for ``selesai``, or for a branch that the text leaves open; None for a step."""
    if target not in ENDS:
        return None
    suffix = f"{target.replace('_', '-')}-{langkah.id}"
    return Kotak(
        id=links.box_id(flow, f"{suffix}-{number}" if target == TIDAK_DIATUR else suffix),
        judul=ENDS[target],
        jenis=target,
        bentuk="akhir",
        lajur=langkah.pelaku,
        tahap=langkah.tahap,
        dasar=step.dasar,
    )


def _lanes(mekanisme: model.Mekanisme) -> tuple[Lajur, ...]:
    """Lanes in the order in which the actors first act; who only receives has none."""
    names = {pelaku.id: pelaku.sebutan for pelaku in mekanisme.pelaku}
    acting = dict.fromkeys(langkah.pelaku for langkah in mekanisme.langkah)
    return tuple(Lajur(actor, names[actor]) for actor in acting)


def _stages(mekanisme: model.Mekanisme, kosakata: model.Kosakata) -> tuple[Lajur, ...]:
    stages = dict.fromkeys(step.tahap for step in mekanisme.langkah if step.tahap)
    return tuple(Lajur(stage, kosakata.tahap[stage].nama) for stage in stages)


def _cite(dasar: tuple[model.Dasar, ...], rujuk: Rujuk) -> tuple[Sumber, ...]:
    return tuple(rujuk(satu) for satu in dasar)


def _clause(klausa: str, known: Iterator[model.Dasar], rujuk: Rujuk) -> Sumber | None:
    """The chart's own clause, if one of its parts cites it: only then there are words to show."""
    return next((rujuk(dasar) for dasar in known if dasar.klausa == klausa), None)
