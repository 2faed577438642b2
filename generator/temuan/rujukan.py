"""References: to nothing, to the clause itself, to what is still to come, and how they are put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cite import Naskah
from generator.naskah import Alinea
from generator.rujukan import Keadaan, RujukanDalam, Sasaran
from generator.temuan.baca import name, quote
from generator.temuan.corpus import Corpus
from generator.temuan.nilai import Dugaan

_MEANT = re.compile(r"dimaksud\s+(?:(?:dalam|pada)\s+)?$", re.IGNORECASE)
_PASAL = re.compile(r"[Pp]asal\b")
_AYAT = re.compile(r"[Aa]yat\b")


def missing(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """The clause that is referred to is not there, or two have its name."""
    for reference, target in _targets(naskah, corpus):
        unclear = target.keadaan is Keadaan.TIDAK_PASTI and reference.klausa.startswith("pasal-")
        if target.teks.lower().startswith("gambar"):
            continue
        if target.keadaan is Keadaan.TIDAK_ADA or unclear:
            reason = target.sebab[0].upper() + target.sebab[1:]
            yield _suspect(
                naskah, reference, f"Yang dirujuk ialah {target.label}. {reason}.", target.teks
            )


def itself(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A clause refers to itself."""
    for reference, target in _targets(naskah, corpus):
        if target.keadaan is Keadaan.DIRI_SENDIRI:
            here = name(naskah, reference.klausa)
            yield _suspect(
                naskah, reference, f"{here} merujuk {target.label}, yaitu dirinya sendiri."
            )


def other_label(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A clause is referred to under another form of its label."""
    for reference, target in _targets(naskah, corpus):
        if target.keadaan is Keadaan.LABEL_LAIN:
            yield _suspect(
                naskah, reference, f"Rujukan “{target.teks}” {target.sebab}.", target.teks
            )


def forward(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """A reference to a Pasal that comes later."""
    order = {anchor: index for index, anchor in enumerate(naskah.klausa)}
    for reference in corpus.rujukan[naskah.slug]:
        here = order.get(reference.klausa, 0)
        later = [
            target
            for target in reference.sasaran
            if target.keadaan is Keadaan.ADA
            and (target.jangkar or "").startswith("pasal-")
            and not reference.klausa.startswith("lampiran")
            and order[target.jangkar or ""] > here
        ]
        if later:
            yield _suspect(
                naskah,
                reference,
                f"{name(naskah, reference.klausa)} merujuk {later[0].label}, yang baru menyusul "
                "sesudahnya.",
            )


def prepositions(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """Another Pasal is referred to with "pada", or an ayat of the same Pasal with "dalam"."""
    for reference in corpus.rujukan[naskah.slug]:
        if not reference.klausa.startswith("pasal-") or not _is_meant(naskah, reference):
            continue
        if _PASAL.match(reference.teks) and reference.kata_depan == "pada":
            yield _suspect(
                naskah, reference, "Pasal lain dirujuk dengan “pada”; lazimnya “dalam”.", "pada"
            )
        elif _AYAT.match(reference.teks) and reference.kata_depan == "dalam":
            yield _suspect(
                naskah,
                reference,
                "Ayat dalam pasal yang sama dirujuk dengan “dalam”; lazimnya “pada”.",
                "dalam",
            )


def bare(naskah: Naskah, corpus: Corpus) -> Iterator[Dugaan]:
    """No preposition stands between "sebagaimana dimaksud" and what is meant."""
    for reference in corpus.rujukan[naskah.slug]:
        if not reference.kata_depan and _is_meant(naskah, reference):
            yield _suspect(
                naskah,
                reference,
                f"Sesudah “dimaksud” langsung “{reference.teks}”, tanpa “dalam” atau “pada”.",
                "dimaksud",
            )


def _targets(naskah: Naskah, corpus: Corpus) -> Iterator[tuple[RujukanDalam, Sasaran]]:
    for reference in corpus.rujukan[naskah.slug]:
        for target in reference.sasaran:
            yield reference, target


def _paragraph(naskah: Naskah, reference: RujukanDalam) -> str:
    clause = naskah.klausa.get(reference.klausa)
    part = clause.isi[reference.alinea] if clause is not None else None
    return part.teks if isinstance(part, Alinea) else ""


def _is_meant(naskah: Naskah, reference: RujukanDalam) -> bool:
    """Whether "dimaksud", with or without a preposition, stands right before a reference."""
    before = _paragraph(naskah, reference)[: reference.awal]
    return _MEANT.search(before) is not None


def _suspect(naskah: Naskah, reference: RujukanDalam, text: str, words: str = "") -> Dugaan:
    """Quote a reference with the words before it that make it one."""
    paragraph = _paragraph(naskah, reference)
    start = reference.awal
    before = re.search(
        r"(?:sebagaimana\s+)?(?:dimaksud\s+)?(?:(?:dalam|pada)\s+)?$", paragraph[:start]
    )
    if before:
        start = before.start()
    passage = paragraph[start : reference.akhir]
    return Dugaan(
        reference.klausa,
        quote(naskah, reference.klausa, passage, paragraph, start),
        text,
        words or reference.teks,
    )
