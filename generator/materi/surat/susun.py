"""The letters of a regulation, made from the steps of its flows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.bahasa import daftar
from generator.graph import Sumber
from generator.materi.surat.bentuk import BENTUK, DIMINTA, Bentuk
from generator.materi.surat.langkah import by_employee, made, oral, receives, unanswered
from generator.materi.surat.nilai import Isian, Keterangan, Ruas, Surat, TanpaSurat
from generator.model import (
    TIDAK_DIATUR,
    Catatan,
    DokumenKerja,
    JenisCatatan,
    Kosakata,
    Langkah,
    Mekanisme,
)
from generator.pages.values import DaerahTerbit

_OWN_NAME = re.compile(r"surat \w+", re.IGNORECASE)
_KNOWN_BY = re.compile(r"diketahui oleh ((?:[A-Z]\w+ ?)+)")
_ABOUT_LETTERS = re.compile(
    r"surat|format|tembusan|lisan|jawab|keputusan|permohonan|disetujui", re.IGNORECASE
)
_ABOUT_FORM = re.compile(r"\bformat\b", re.IGNORECASE)
_NAMES_FORM = re.compile(r"\bsurat\b", re.IGNORECASE)
_SIGNS = re.compile(r"tanda ?tangan", re.IGNORECASE)


def letters(daerah: DaerahTerbit, kosakata: Kosakata) -> tuple[Surat, ...]:
    """Every letter that the flows of a regulation use, in the order of its text."""
    flows = daerah.data.mekanisme.mekanisme
    return tuple(one for flow in flows for one in of_flow(daerah, kosakata, flow))


def of_flow(daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme) -> tuple[Surat, ...]:
    """The letters of one flow, in the order of its steps."""
    return tuple(_letter(daerah, kosakata, flow, step, kind) for step, kind in made(flow))


def without(daerah: DaerahTerbit, kosakata: Kosakata) -> tuple[TanpaSurat, ...]:
    """Where one would look for a letter and the text has none: said aloud, or not regulated."""
    return tuple(
        chain.from_iterable(
            _without(daerah, flow)
            for flow in daerah.data.mekanisme.mekanisme
            if kosakata.jenis_mekanisme[flow.jenis].kelompok == "penugasan"
        )
    )


def _without(daerah: DaerahTerbit, flow: Mekanisme) -> Iterator[TanpaSurat]:
    for step in flow.langkah:
        if oral(step):
            yield TanpaSurat(flow, step, f"Tanpa surat: {_lower(step.teks)}.", _cited(daerah, step))
    for step in unanswered(flow):
        labels = daftar([f"“{one.label}”" for one in step.bila if one.ke == TIDAK_DIATUR])
        words = f"“{step.teks}” dijawab {labels}: kelanjutan dan suratnya tidak diatur."
        yield TanpaSurat(flow, step, words, _cited(daerah, step))
    if not any(made(flow)) and not any(map(oral, flow.langkah)):
        first = flow.langkah[0]
        yield TanpaSurat(flow, first, "Alur ini tidak menyebut surat.", _cited(daerah, first))


def _letter(
    daerah: DaerahTerbit, kosakata: Kosakata, flow: Mekanisme, step: Langkah, kind: str
) -> Surat:
    form = BENTUK[kind]
    name = _name(kosakata, step, kind)
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    sender = "" if receives(step) else names[step.pelaku]
    to = (names[step.pelaku],) if receives(step) else tuple(names[one] for one in step.kepada)
    contents = _document(daerah, flow, step, kind)
    own = tuple(_contents(daerah, step, kind, form, contents))
    notes = _notes(daerah, flow, step, form)
    return Surat(
        id=f"{flow.id}-{step.id}",
        nama=name,
        judul=f"{name} – {flow.judul}",
        hal=form.hal,
        tata=form.tata,
        alur=flow,
        langkah=step,
        dari=sender,
        kepada=to,
        tembusan=tuple(names[one] for one in step.tembusan),
        tanda_tangan=_signers(flow, step, sender),
        pembuka=_ORDERING if name.casefold().startswith("surat perintah") else form.pembuka,
        memuat=own,
        penutup=form.penutup,
        dasar=_cited(daerah, step),
        isi_diatur=contents is not None and bool(contents.memuat),
        keterangan=tuple(_told(daerah, flow, step, own, notes)),
        catatan=notes,
    )


#: How an order begins that the regulation calls one, in place of "Menugaskan".
_ORDERING = "Memerintahkan:"


def _name(kosakata: Kosakata, step: Langkah, kind: str) -> str:
    """The regulation's own name of the letter, such as "Surat perintah", or the shared one."""
    own = _OWN_NAME.match(step.keluaran or "")
    return own[0] if own else kosakata.dokumen[kind].nama


def _lower(text: str) -> str:
    """The words of a step within a sentence, without the "Atau:" of a second actor."""
    text = re.sub(r"^(?:Dan/)?[Aa]tau: ", "", text)
    return text[:1].lower() + text[1:]


def _cited(daerah: DaerahTerbit, step: Langkah) -> tuple[Sumber, ...]:
    return tuple(map(daerah.rujuk, step.dasar))


def _document(
    daerah: DaerahTerbit, flow: Mekanisme, step: Langkah, kind: str
) -> DokumenKerja | None:
    """The contents that the text sets for a letter.

    Where it sets them in the clause of one step, they are that step's and no other's.
    """
    for letter in daerah.data.mekanisme.dokumen:
        if letter.dokumen != kind or flow.id not in letter.mekanisme:
            continue
        clauses = {one.klausa for one in letter.dasar}
        owners = [
            other.id for other in flow.langkah if clauses & {one.klausa for one in other.dasar}
        ]
        if not owners or step.id in owners:
            return letter
    return None


def _contents(
    daerah: DaerahTerbit, step: Langkah, kind: str, form: Bentuk, letter: DokumenKerja | None
) -> Iterator[Isian]:
    """What the letter says: what the text asks for first, then what such letters usually say."""
    number = 0
    asked = (
        [(one.isi, tuple(map(daerah.rujuk, one.dasar))) for one in letter.memuat] if letter else []
    )
    asked += [
        (name, sources)
        for name, sources in _quoted(daerah, step, kind)
        if not any(name.split()[0] == other.split()[0] for other, _ in asked)
    ]
    usual = form.selalu + (() if letter and letter.memuat else form.usulan)
    proposed = [
        (name, ())
        for name in usual
        if not any(name.split()[0] == other.split()[0] for other, _ in asked)
    ]
    for number, (name, sources) in enumerate((*asked, *proposed), 1):
        yield Isian(name, Ruas(f"isi-{number}", name, panjang=True), sources)


def _quoted(
    daerah: DaerahTerbit, step: Langkah, kind: str
) -> Iterator[tuple[str, tuple[Sumber, ...]]]:
    """What the words of the step itself ask for."""
    for pattern, name, kinds in DIMINTA:
        found = tuple(
            source
            for source in _cited(daerah, step)
            if re.search(pattern, source.kutipan, re.IGNORECASE)
        )
        if found and kind in kinds:
            yield name, found


def _signers(flow: Mekanisme, step: Langkah, sender: str) -> tuple[tuple[str, str], ...]:
    """Who stands below the letter, with the words above each."""
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    steps = {one.id: one for one in flow.langkah}
    known = [m[1].strip() for one in step.dasar if (m := _KNOWN_BY.search(one.kutipan))]
    if known:
        return (("Mengetahui,", known[0]), ("", sender))
    if by_employee(flow, step) and step.dokumen in ("surat_penugasan", "surat_tugas") and sender:
        approvers = [names[s.pelaku] for one in step.lalu if (s := steps.get(one)) and s.keputusan]
        if approvers:
            return (("Disusun oleh", sender), ("Disetujui oleh", approvers[0]))
    return (("", sender),)


def _notes(
    daerah: DaerahTerbit, flow: Mekanisme, step: Langkah, form: Bentuk
) -> tuple[Catatan, ...]:
    """Notes on the step itself, and those on its flow that are about letters.

    A lacking format is one of orders: the text speaks of no other.
    """
    here, whole = f"langkah:{flow.id}/{step.id}", f"mekanisme:{flow.id}"
    return tuple(
        note
        for note in daerah.data.catatan
        if here in note.menyentuh
        or (
            whole in note.menyentuh
            and (note.jenis is JenisCatatan.BERTENTANGAN or _ABOUT_LETTERS.search(note.judul))
            and (form.tata == "perintah" or not _ABOUT_FORM.search(note.judul))
        )
    )


def _told(
    daerah: DaerahTerbit,
    flow: Mekanisme,
    step: Langkah,
    contents: tuple[Isian, ...],
    notes: tuple[Catatan, ...],
) -> Iterator[Keterangan]:
    """What is the regulation's in the template, and what is ours."""
    yield _form(daerah, step, notes)
    if any(one.dasar for one in contents):
        yield Keterangan(
            "Butir yang bercatatan kaki diminta naskah; butir bertanda “usulan” adalah usulan kami."
        )
    else:
        yield Keterangan(
            "Naskah tidak menetapkan isi surat ini; butir bertanda “usulan” adalah usulan kami."
        )
    yield from _people(daerah, flow, step)
    if step.asal != "teks":
        yield Keterangan(
            "Letak surat ini dalam alurnya disimpulkan dari ketentuan lain, tidak dikatakan "
            "kalimatnya sendiri.",
            _cited(daerah, step),
        )


def _form(daerah: DaerahTerbit, step: Langkah, notes: tuple[Catatan, ...]) -> Keterangan:
    ours = "Kop, nomor, tanggal, dan susunannya mengikuti kebiasaan naskah dinas."
    if not any(_NAMES_FORM.search(one.kutipan) for one in step.dasar):
        return Keterangan(
            "Naskah tidak menyebut bahwa ini berbentuk surat; bentuk surat adalah usulan kami. "
            + ours,
            _cited(daerah, step),
        )
    for note in notes:
        if _ABOUT_FORM.search(note.judul) and note.jenis is not JenisCatatan.BERTENTANGAN:
            sources = tuple(map(daerah.rujuk, note.dasar))
            return Keterangan(
                f"Bentuk surat ini tidak ada dalam naskah: {note.judul}. {ours}", sources
            )
    return Keterangan(f"Peraturan ini tidak mengatur bentuk surat ini. {ours}")


def _people(daerah: DaerahTerbit, flow: Mekanisme, step: Langkah) -> Iterator[Keterangan]:
    names = {actor.id: actor.sebutan for actor in flow.pelaku}
    if receives(step):
        yield Keterangan(
            "Naskah menyebut surat ini diterima, tetapi tidak menyebut siapa yang membuat dan "
            "menandatanganinya.",
            _cited(daerah, step),
        )
    elif not any(_SIGNS.search(one.kutipan) for one in step.dasar):
        yield Keterangan(
            f"Naskah tidak menyebut siapa yang menandatangani. Tempat tanda tangan diisi "
            f"{names[step.pelaku]}, pelaku langkah ini: {_lower(step.teks)}.",
            _cited(daerah, step),
        )
    if not step.kepada and not receives(step):
        yield Keterangan("Kepada siapa surat ini disampaikan tidak disebut dalam kalimat ini.")
    if step.tembusan:
        copies = daftar([names[one] for one in step.tembusan])
        yield Keterangan(f"Tembusan menurut naskah: {copies}.", _cited(daerah, step))
    else:
        yield Keterangan("Tembusan tidak diatur.")
