"""Aspects: the same question put to every regulation, answered from its data, with citations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.answer import Rujuk, Status, ask, units
from generator.bahasa import daftar, sejak
from generator.graph import Sumber
from generator.model import (
    SELESAI,
    TIDAK_DIATUR,
    TIDAK_TERBACA,
    Aturan,
    Dasar,
    DataDaerah,
    JenisCatatan,
    KataAspek,
    Kosakata,
    Langkah,
    Mekanisme,
    PerangkatDaerah,
    Struktur,
)

#: The stage in which a result is judged.
EVALUASI = "evaluasi"


@dataclass(frozen=True)
class Butir:
    """One part of an answer: its words, the key by which it is compared, its citations."""

    teks: str
    kunci: str
    dasar: tuple[Sumber, ...]


@dataclass(frozen=True)
class JawabanAspek:
    """What a regulation says about an aspect; no parts when it says nothing."""

    aspek: str
    status: Status
    butir: tuple[Butir, ...]

    @property
    def kunci(self) -> frozenset[str]:
        """What the answer is, for telling whether two regulations differ."""
        return frozenset(part.kunci for part in self.butir) or frozenset({self.status})


@dataclass(frozen=True)
class _Question:
    aspek: KataAspek
    data: DataDaerah
    kosakata: Kosakata
    rujuk: Rujuk

    def cite(self, dasar: tuple[Dasar, ...]) -> tuple[Sumber, ...]:
        return tuple(self.rujuk(one) for one in dasar)


def answer_aspects(data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk) -> tuple[JawabanAspek, ...]:
    """An answer to every aspect of the vocabulary, in its order."""
    return tuple(
        _answer(key, _Question(aspek, data, kosakata, rujuk))
        for key, aspek in kosakata.aspek.items()
    )


def _answer(key: str, question: _Question) -> JawabanAspek:
    if question.aspek.turunan == "penilai":
        return _appraisers(key, question)
    parts = tuple(_DERIVE[question.aspek.turunan](question))
    if question.aspek.turunan == "ketentuan":
        parts = tuple(_provisions(question, key))
    rules = tuple(_rules(question, key))
    parts += tuple(
        Butir(_rule(rule), rule.oleh[0].jabatan, question.cite(rule.dasar)) for rule in rules
    )
    said = any(part.kunci != TIDAK_DIATUR for part in parts)
    if said and any(_is_contested(question.data, rule) for rule in rules):
        return JawabanAspek(key, Status.BERTENTANGAN, parts)
    return JawabanAspek(key, Status.DIATUR if said else Status.TIDAK_DIATUR, parts)


def _rules(question: _Question, key: str) -> Iterator[Aturan]:
    """The rules that say of themselves that they answer an aspect."""
    data = question.data
    for rule in (*data.kedudukan.aturan, *data.penugasan.aturan, *data.peran.aturan):
        if rule.aspek == key:
            yield rule


def _rule(rule: Aturan) -> str:
    offices = daftar([office.sebutan for office in rule.oleh])
    return offices + (f" ({rule.syarat})" if rule.syarat else "")


def _is_contested(data: DataDaerah, rule: Aturan) -> bool:
    return any(
        note.jenis is JenisCatatan.BERTENTANGAN and f"aturan:{rule.id}" in note.menyentuh
        for note in data.catatan
    )


def _appraisers(key: str, question: _Question) -> JawabanAspek:
    statuses: set[Status] = set()
    parts: dict[tuple[str, str], Butir] = {}
    seen: set[str] = set()
    for unit, pola in _units(question):
        if pola.id in seen:
            continue
        seen.add(pola.id)
        found = ask(question.data, question.kosakata, question.rujuk, unit, pola)
        statuses.add(found.status)
        for item in found.penilai:
            words = item.sebutan + (f" ({item.syarat})" if item.syarat else "")
            parts.setdefault((item.jabatan, words), Butir(words, item.jabatan, item.dasar))
    for status in (Status.BERTENTANGAN, Status.DIATUR):
        if status in statuses:
            return JawabanAspek(key, status, tuple(parts.values()))
    return JawabanAspek(key, Status.TIDAK_DIATUR, ())


def _units(question: _Question) -> list[tuple[PerangkatDaerah, Struktur]]:
    """The units of the kind asked about; where none is named, those of the broader kind."""
    kind = question.aspek.unit or ""
    found = [pair for pair in units(question.data) if pair[0].jenis == kind]
    broader = question.kosakata.jenis_unit[kind].lebih_luas
    return found or [pair for pair in units(question.data) if pair[0].jenis == broader]


def _flows(question: _Question) -> Iterator[Mekanisme]:
    for flow in question.data.mekanisme.mekanisme:
        if flow.jenis == question.aspek.mekanisme:
            yield flow


def _has_flow(question: _Question) -> Iterator[Butir]:
    for flow in _flows(question):
        first = flow.langkah[0]
        yield Butir(f"Ada, {len(flow.langkah)} langkah", "ada", question.cite(first.dasar))


def _issuers(question: _Question) -> Iterator[Butir]:
    for flow in _flows(question):
        names = {actor.id: actor for actor in flow.pelaku}
        for step in flow.langkah:
            receives = names[step.pelaku].peran == "pegawai" and SELESAI in step.lalu
            if step.dokumen == question.aspek.dokumen and not receives:
                actor = names[step.pelaku]
                key = actor.peran or actor.jabatan or actor.sebutan
                yield Butir(actor.sebutan, key, question.cite(step.dasar))


def _refusals(question: _Question) -> Iterator[Butir]:
    for flow in _flows(question):
        for step in flow.langkah:
            yield from _otherwise(question, flow, step, "langkah")


def _contents(question: _Question) -> Iterator[Butir]:
    for letter in question.data.mekanisme.dokumen:
        if letter.dokumen == question.aspek.dokumen:
            for item in letter.memuat:
                yield Butir(item.isi, item.isi.casefold(), question.cite(item.dasar))


def _copies(question: _Question) -> Iterator[Butir]:
    for flow in _flows(question):
        names = {actor.id: actor for actor in flow.pelaku}
        for step in flow.langkah:
            if step.dokumen == question.aspek.dokumen:
                for one in step.tembusan:
                    actor = names[one]
                    yield Butir(
                        actor.sebutan, actor.peran or actor.sebutan, question.cite(step.dasar)
                    )


def _reports(question: _Question) -> Iterator[Butir]:
    for line in question.data.peran.pertanggungjawaban:
        if line.cara == question.aspek.cara:
            words = f"{line.pelapor} → {line.kepada}" + (f", {line.waktu}" if line.waktu else "")
            yield Butir(words, line.jabatan, question.cite(line.dasar))


def _evaluations(question: _Question) -> Iterator[Butir]:
    kinds = question.kosakata.jenis_mekanisme
    for flow in question.data.mekanisme.mekanisme:
        if kinds[flow.jenis].kelompok == "penugasan":
            continue
        for step in flow.langkah:
            if step.tahap == EVALUASI:
                yield from _otherwise(question, flow, step, "dikembalikan", flow.judul)


def _otherwise(
    question: _Question, flow: Mekanisme, step: Langkah, key: str, about: str | None = None
) -> Iterator[Butir]:
    """What follows when a decision is not "ya", its first branch; ``key`` where a step follows."""
    for branch in step.bila[1:]:
        follows = _step(flow, branch.ke)
        words = follows.teks if follows else _END[branch.ke]
        yield Butir(
            f"{about or f'{step.teks} {branch.label}'}: {words}",
            branch.ke if branch.ke in _END else key,
            question.cite(branch.dasar or step.dasar),
        )


def _in_force(question: _Question) -> Iterator[Butir]:
    begins = question.data.daerah.peraturan.berlaku
    if begins is not None:
        words = sejak(begins.cara, begins.tanggal)
        yield Butir(words, begins.tanggal.isoformat(), question.cite(begins.dasar))


def _provisions(question: _Question, key: str) -> Iterator[Butir]:
    for part in (*question.data.kedudukan.ketentuan, *question.data.penugasan.ketentuan):
        if part.aspek == key:
            yield Butir(part.isi, part.isi.casefold(), question.cite(part.dasar))


def _step(flow: Mekanisme, name: str) -> Langkah | None:
    return next((step for step in flow.langkah if step.id == name), None)


_END = {
    SELESAI: "selesai",
    TIDAK_DIATUR: "tidak diatur dalam naskah",
    TIDAK_TERBACA: "tidak terbaca dalam sumber",
}
_DERIVE: dict[str, Callable[[_Question], Iterator[Butir]]] = {
    "mekanisme": _has_flow,
    "penerbit": _issuers,
    "penolakan": _refusals,
    "isi_surat": _contents,
    "tembusan": _copies,
    "pelaporan": _reports,
    "evaluasi": _evaluations,
    "berlaku": _in_force,
    "ketentuan": lambda _question: iter(()),
}
