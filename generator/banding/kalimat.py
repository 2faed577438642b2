"""A sentence that says what the difference is, made from the groups of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.answer import Status
from generator.bahasa import daftar
from generator.banding.matrix import Baris, Kelompok
from generator.model import TIDAK_DIATUR, TIDAK_TERBACA

#: The derivation that asks only whether there is such a flow.
ALUR = "mekanisme"
#: Derivations that ask what follows a refusal.
LANJUTAN = frozenset({"penolakan", "evaluasi"})
#: Names, and answers, written out in a sentence; of more names, only some.
SEMUA = 8
SEBAGIAN = 3
_BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)


def sentence(row: Baris, names: Mapping[str, str]) -> str:
    """What the regulations say about an aspect, and who says something else.

    "Empat daerah (Bombana, …) sama: Pimpinan Unit Organisasi; Langsa berbeda: …."
    """
    total = len(row.sel)
    if total == 0:
        return "Belum ada daerah."
    if row.seragam:
        parts = [_alike(row, total)]
    elif row.rumusan:
        parts = list(_wordings(row, names))
    else:
        parts = list(_answers(row, names))
    text = "; ".join(part.rstrip(".") for part in parts)
    return f"{text[0].upper()}{text[1:]}."


def heading(row: Baris, one: Kelompok) -> str:
    """The answer that a group shares, as a heading."""
    if one.wakil.status is Status.TIDAK_DIATUR:
        return "Tidak diatur"
    if row.aspek.turunan == ALUR:
        return "Ada"
    words = _phrase(row, one)
    if one.wakil.status is Status.BERTENTANGAN:
        return f"Bertentangan: {words}"
    return f"{words[0].upper()}{words[1:]}"


def number(count: int) -> str:
    """A number as a sentence writes it: in letters up to eleven.

    >>> number(5), number(12)
    ('lima', '12')
    """
    return _BILANGAN[count] if count < len(_BILANGAN) else str(count)


def listed(slugs: Sequence[str], names: Mapping[str, str]) -> str:
    """Regencies by name; of many, some by name and the others by number.

    >>> listed(["a", "b"], {"a": "Ambon", "b": "Batu"})
    'Ambon dan Batu'
    """
    if len(slugs) <= SEMUA:
        return daftar(names[slug] for slug in slugs)
    few = [names[slug] for slug in slugs[:SEBAGIAN]]
    return daftar([*few, f"{number(len(slugs) - SEBAGIAN)} daerah lain"])


def _alike(row: Baris, total: int) -> str:
    one, status = row.kelompok[0], row.kelompok[0].wakil.status
    if total == 1:
        return _said(row, one, "satu-satunya daerah yang dimuat")
    all_ = "kedua daerah" if total == 2 else f"semua daerah ({number(total)})"
    if status is Status.TIDAK_DIATUR:
        return f"tidak satu pun dari {number(total)} daerah mengaturnya"
    if status is Status.BERTENTANGAN:
        return f"naskah {all_} bertentangan: {_phrase(row, one)}"
    if row.rumusan:
        return f"{all_} memakai rumusan yang sama"
    if row.aspek.turunan == ALUR:
        return f"{all_} mengaturnya"
    return f"{all_} sama: {_phrase(row, one)}"


def _answers(row: Baris, names: Mapping[str, str]) -> Iterator[str]:
    if row.umum is None:
        yield "jawabannya beragam, tanpa jawaban yang dipakai lebih dari separuh daerah"
    for one in row.kelompok[:SEMUA]:
        who = listed(one.slug, names)
        if one is row.umum:
            yield _majority(row, one, who)
        else:
            other = row.umum is not None and row.umum.wakil.status is Status.DIATUR
            yield _said(row, one, who, "berbeda: " if other else "")
    if len(row.kelompok) > SEMUA:
        yield f"dan {number(len(row.kelompok) - SEMUA)} jawaban lain"


def _majority(row: Baris, one: Kelompok, who: str) -> str:
    many = f"{number(len(one.slug))} daerah ({who})"
    if one.wakil.status is Status.TIDAK_DIATUR:
        return f"{many} tidak mengaturnya"
    if one.wakil.status is Status.BERTENTANGAN:
        return f"naskah {many} bertentangan, masing-masing menyebut {_phrase(row, one)}"
    if row.aspek.turunan == ALUR:
        return f"{many} mengaturnya"
    return f"{many} sama: {_phrase(row, one)}"


def _said(row: Baris, one: Kelompok, who: str, how: str = "") -> str:
    if one.wakil.status is Status.TIDAK_DIATUR:
        return f"{who} tidak mengaturnya"
    if one.wakil.status is Status.BERTENTANGAN:
        return f"naskah {who} bertentangan: {_phrase(row, one)}"
    if row.aspek.turunan == ALUR:
        return f"{who} mengaturnya"
    return f"{who} {how}{_phrase(row, one)}" if how else f"{who}: {_phrase(row, one)}"


def _wordings(row: Baris, names: Mapping[str, str]) -> Iterator[str]:
    """Wordings are not repeated in the sentence: they stand below it, in full."""
    said = [one for one in row.kelompok if one.wakil.status is not Status.TIDAK_DIATUR]
    alone = [slug for one in said if len(one.slug) == 1 for slug in one.slug]
    together = [one for one in said if len(one.slug) > 1]
    for one in together[:SEMUA]:
        yield f"{listed(one.slug, names)} memakai rumusan yang sama"
    if len(together) > SEMUA:
        yield f"ada {number(len(together) - SEMUA)} rumusan lain yang dipakai beberapa daerah"
    if len(alone) == 1:
        only = len(said) == 1
        yield f"{'hanya ' if only else ''}{names[alone[0]]} {_own(only=only)}"
    elif alone:
        yield f"{listed(alone, names)} mengaturnya, masing-masing dengan rumusan sendiri"
    for one in row.kelompok:
        if one.wakil.status is Status.TIDAK_DIATUR:
            yield f"{listed(one.slug, names)} tidak mengaturnya"


def _own(*, only: bool) -> str:
    return "yang mengaturnya" if only else "memakai rumusan sendiri"


def _phrase(row: Baris, one: Kelompok) -> str:
    """The answer of a group in short, without its status, which the sentence says itself.

    What is done next is worded by each regulation for itself: the group shares only that it is
    said.
    """
    if row.aspek.turunan in LANJUTAN:
        ends = {TIDAK_DIATUR, TIDAK_TERBACA} & one.wakil.kunci
        return (
            f"langkah berikutnya diatur pada {'sebagian cabang saja' if ends else 'semua cabang'}"
        )
    return row.sel[one.slug[0]].ringkas.removeprefix("Bertentangan: ")
