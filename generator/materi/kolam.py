"""The pool of answers that regulations give to the same question: where wrong answers come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.answer import Penjawab, Rujuk, ask, units
from generator.bahasa import daftar, tanggal
from generator.model import DataDaerah, Kosakata, Langkah, Mekanisme, Pelaku

#: Enough for any question; more regencies do not make more plausible answers.
_TERBANYAK = 12

#: Words that two offices or contents can share and still be different.
_JOINING = "dan atau yang dalam pada di oleh sebagai untuk kepada dengan dari hanya"
_COMMON = "pejabat kepala unit organisasi daerah instansi tim kerja"
_FILLERS = frozenset(f"{_JOINING} {_COMMON}".split())

#: Offices that a general name may mean: whoever says "Pejabat Administrator" may mean a Camat.
_CLASSES = (
    (
        r"pimpinan tinggi|tinggi pratama",
        r"sekretaris|inspektur|asisten|direktur|dinas|badan|daerah",
    ),
    (r"administrator", r"kepala bagian|kepala bidang|camat|sekretaris|direktur|kepala badan"),
    (r"pengawas", r"lurah|kepala up|kepala sub|seksi|ka\.sie"),
    (
        r"fungsional",
        r"puskes?mas|sekolah|pendidikan|kesehatan|ketua tim|anggota tim|tugas tambahan",
    ),
)
_OFFICE = re.compile(
    r"tinggi|administrator|pengawas|kepala|camat|lurah|sekretaris|inspektur|direktur|asisten"
)
#: What an office holder may be besides.
_ROLE = re.compile(r"penilai kinerja|pimpinan unit|atasan langsung|berwenang|pemilik kinerja")
_VAGUE = re.compile(
    r"level|pemilik kinerja|bersangkutan|tambahan|\(|jabatan pengawas|yang merupakan"
    r"|^pejabat tinggi"
)

_LEVEL = re.compile(r" sebagai pejabat level \w+$", re.IGNORECASE)

#: What was asked: the kind of question and what it is about, such as ("penilai", "dinas", "muda").
Pertanyaan = tuple[str, ...]


@dataclass(frozen=True)
class Tawaran:
    """An answer that some regulation gives: its words, and the key by which answers are equal."""

    teks: str
    kunci: str


#: Answers with the questions that they answer.
Penawaran = tuple[tuple[Pertanyaan, Tawaran], ...]


@dataclass(frozen=True)
class Kolam:
    """Answers by question, from all regulations; at most a dozen different ones to each."""

    tawaran: Mapping[Pertanyaan, tuple[Tawaran, ...]]

    def dates(self, right: Tawaran) -> tuple[Tawaran, ...]:
        """The days on which other regulations came into force."""
        return tuple(one for one in self.tawaran.get(("berlaku",), ()) if one != right)

    def others(self, question: Pertanyaan, right: Iterable[Tawaran]) -> tuple[Tawaran, ...]:
        """Answers of other regulations that are neither the right one nor sound like it."""
        known = tuple(right)
        return tuple(
            one
            for one in self.tawaran.get(question, ())
            if not any(alike(one, other) for other in known)
        )


def alike(one: Tawaran, other: Tawaran) -> bool:
    """Whether two answers may mean the same: a wrong answer must be wrong to every reader.

    Half of the words of the shorter one are enough: "Pimpinan Unit Organisasi" is a part of
    "Pimpinan Unit Organisasi dan/atau Perangkat Daerah pemohon". So is an office and a role that
    its holder may have, and an office and its class.
    """
    if one.kunci == other.kunci:
        return True
    if one.kunci[:1].isdigit() and other.kunci[:1].isdigit():
        return False
    first, second = _words(one.teks), _words(other.teks)
    if 2 * len(first & second) >= min(len(first), len(second)):
        return True
    return _may_be(one.teks.casefold(), other.teks.casefold()) or _may_be(
        other.teks.casefold(), one.teks.casefold()
    )


def near(one: str, other: str) -> bool:
    """Whether two sentences speak of something so like that one may be taken for the other."""
    first, second = _words(one), _words(other)
    return 3 * len(first & second) >= min(len(first), len(second))


def vague(one: Tawaran) -> bool:
    """Whether an answer names no office that one could be sure of."""
    return _VAGUE.search(one.teks.casefold()) is not None


def _may_be(general: str, special: str) -> bool:
    """Whether the holder of ``special`` may be whom ``general`` names."""
    if _ROLE.search(general) and _OFFICE.search(special) and not _ROLE.search(special):
        return True
    return any(re.search(a, general) and re.search(b, special) for a, b in _CLASSES)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _FILLERS


def offers(data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk) -> Penawaran:
    """The answers of one regulation with their questions, each once."""
    return tuple(dict.fromkeys(_answers(data, kosakata, rujuk)))


def pool(regulations: Iterable[Penawaran]) -> Kolam:
    """The answers of all regulations together, the first ones met of each kind."""
    found: dict[Pertanyaan, dict[str, Tawaran]] = {}
    for answers in regulations:
        for question, answer in answers:
            known = found.setdefault(question, {})
            if len(known) < _TERBANYAK:
                known.setdefault(answer.kunci, answer)
    return Kolam({question: tuple(known.values()) for question, known in found.items()})


def _answers(
    data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk
) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    yield from _appraisers(data, kosakata, rujuk)
    for flow in data.mekanisme.mekanisme:
        yield from _in_flow(flow)
        if kosakata.jenis_mekanisme[flow.jenis].kelompok == "penugasan":
            yield from _refusals(flow)
    for letter in data.mekanisme.dokumen:
        for part in letter.memuat:
            answer = Tawaran(part.isi, part.isi.casefold())
            yield ("isi", letter.dokumen), answer
            yield ("isi",), answer
    for line in data.peran.pertanggungjawaban:
        yield ("lapor",), Tawaran(line.kepada, line.jabatan)
    if data.daerah.peraturan.berlaku is not None:
        day = data.daerah.peraturan.berlaku.tanggal
        yield ("berlaku",), Tawaran(tanggal(day), day.isoformat())


def actor_answer(actor: Pelaku) -> Tawaran:
    """An actor as an answer."""
    return Tawaran(actor.sebutan, actor.peran or actor.jabatan or actor.sebutan)


def office_answer(office: Penjawab) -> Tawaran:
    """An appraiser as an answer; its level is left out, as only the right answer would have it."""
    return Tawaran(_LEVEL.sub("", office.sebutan), office.jabatan)


def refusal_answer(actor: Pelaku, step: Langkah) -> Tawaran:
    """What follows a no, as an answer."""
    words = f"{actor.sebutan} {step.teks[:1].lower()}{step.teks[1:]}"
    return Tawaran(words, words.casefold())


def _in_flow(flow: Mekanisme) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    """Who makes, gets and gets a copy of each letter."""
    actors = {actor.id: actor for actor in flow.pelaku}
    for step in flow.langkah:
        if not step.dokumen:
            continue
        yield ("pelaku", flow.jenis, step.dokumen), actor_answer(actors[step.pelaku])
        for kind, named in (("kepada", step.kepada), ("tembusan", step.tembusan)):
            if named:
                words = daftar([actors[one].sebutan for one in named])
                yield (kind, step.dokumen), Tawaran(words, words.casefold())


def _refusals(flow: Mekanisme) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    """What follows a no."""
    actors = {actor.id: actor for actor in flow.pelaku}
    steps = {step.id: step for step in flow.langkah}
    for step in flow.langkah:
        for branch in step.bila:
            then = steps.get(branch.ke)
            if then is not None and branch.label == "tidak":
                yield ("tolak",), refusal_answer(actors[then.pelaku], then)


def _appraisers(
    data: DataDaerah, kosakata: Kosakata, rujuk: Rujuk
) -> Iterator[tuple[Pertanyaan, Tawaran]]:
    seen: set[tuple[str, str]] = set()
    for unit, pola in units(data):
        if (unit.jenis, pola.id) in seen:
            continue
        seen.add((unit.jenis, pola.id))
        for jenjang in kosakata.jenjang:
            for office in ask(data, kosakata, rujuk, unit, pola, (jenjang,)).penilai:
                answer = office_answer(office)
                yield ("penilai", unit.jenis, jenjang), answer
                yield ("penilai",), answer
