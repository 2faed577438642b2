"""A long answer in a few words; what is left out stands in the answer itself, with quotations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from generator.answer import Status
from generator.aspek import Butir, JawabanAspek
from generator.bahasa import daftar, tanggal
from generator.model import SELESAI, TIDAK_DIATUR, TIDAK_TERBACA, KataAspek, Kosakata

#: Derivations whose answers are wordings: they differ by their words, not by a key.
RUMUSAN = frozenset({"ketentuan", "isi_surat"})
#: Letters that a short answer may have.
PANJANG = 110

_ENDS = {
    SELESAI: "alur selesai",
    TIDAK_DIATUR: "sebagian cabang tidak diatur",
    TIDAK_TERBACA: "lanjutannya tidak terbaca dalam sumber",
}


def short(answer: JawabanAspek, aspek: KataAspek, kosakata: Kosakata) -> str:
    """An answer as one line: "JPT Pratama, Administrator, dan Pengawas", or "Tidak diatur"."""
    if answer.status is Status.TIDAK_DIATUR:
        return "Tidak diatur"
    words = _WORDS.get(aspek.turunan, _offices)(answer, kosakata)
    return f"Bertentangan: {words}" if answer.status is Status.BERTENTANGAN else words


def cut(text: str, length: int = PANJANG) -> str:
    """The beginning of a text, up to a whole word.

    >>> cut("surat penugasan dan bukti lainnya", 22)
    'surat penugasan dan …'
    """
    if len(text) <= length:
        return text
    return f"{text[: length - 1].rsplit(' ', 1)[0]} …"


def _offices(answer: JawabanAspek, kosakata: Kosakata) -> str:
    """The offices or roles that the parts name, in the words and the order of the vocabulary."""
    order = [*kosakata.jenis_simpul, *kosakata.peran]
    keys = dict.fromkeys(part.kunci for part in answer.butir)
    placed = sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
    return daftar(dict.fromkeys(_called(key, kosakata) for key in placed))


def _called(key: str, kosakata: Kosakata) -> str:
    word = kosakata.peran.get(key) or kosakata.jenis_simpul.get(key)
    return word.nama if word else key


def _flows(answer: JawabanAspek, _kosakata: Kosakata) -> str:
    many = len(answer.butir)
    return answer.butir[0].teks if many == 1 else f"Ada, {many} alur"


def _onward(answer: JawabanAspek, _kosakata: Kosakata) -> str:
    """What is done next, once each; then how many branches lead to no step."""
    steps = dict.fromkeys(_last(part) for part in answer.butir if part.kunci not in _ENDS)
    ends = dict.fromkeys(part.kunci for part in answer.butir if part.kunci in _ENDS)
    return ", ".join([*steps, *(_ENDS[end] for end in ends)])


def _last(part: Butir) -> str:
    return part.teks.rsplit(": ", 1)[-1]


def _contents(answer: JawabanAspek, _kosakata: Kosakata) -> str:
    return f"Memuat {len(answer.kunci)} hal"


def _date(answer: JawabanAspek, _kosakata: Kosakata) -> str:
    return daftar(tanggal(date.fromisoformat(part.kunci)) for part in answer.butir)


def _provisions(answer: JawabanAspek, _kosakata: Kosakata) -> str:
    more = len(answer.butir) - 1
    return cut(answer.butir[0].teks) + (f" (dan {more} ketentuan lain)" if more else "")


_WORDS: dict[str, Callable[[JawabanAspek, Kosakata], str]] = {
    "mekanisme": _flows,
    "penolakan": _onward,
    "evaluasi": _onward,
    "isi_surat": _contents,
    "berlaku": _date,
    "ketentuan": _provisions,
}
