"""Find: every rule of the table over one regulation, each finding with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.account import KoreksiTerbit, take_account
from generator.cite import Naskah
from generator.problems import Place, Problem, Severity
from generator.regency import DaerahTerbaca, text_file
from generator.temuan.asal import decide
from generator.temuan.corpus import Corpus
from generator.temuan.gabung import merge
from generator.temuan.nilai import Temuan
from generator.temuan.tabel import KAIDAH

#: Findings of one rule in one regulation; the most that a real one has is about 60.
MOST = 500


def find(naskah: Naskah, daerah: DaerahTerbaca, corpus: Corpus) -> tuple[Temuan, ...]:
    """Every finding in a regulation, in reading order; notes of readers are not looked at."""
    return find_in(
        naskah, take_account(daerah.kata_sumber, daerah.data.koreksi, naskah).koreksi, corpus
    )


def find_in(naskah: Naskah, koreksi: Sequence[KoreksiTerbit], corpus: Corpus) -> tuple[Temuan, ...]:
    """The same where the account of words has been taken already."""
    order = {anchor: index for index, anchor in enumerate(naskah.klausa)}
    found: dict[tuple[str, str, str], Temuan] = {}
    for kaidah in KAIDAH:
        for dugaan in islice(kaidah.periksa(naskah, corpus), MOST):
            origin, reason = decide(dugaan, kaidah, naskah, koreksi, corpus)
            temuan = Temuan(
                id=kaidah.id,
                jenis=kaidah.jenis,
                klausa=dugaan.klausa,
                kutipan=dugaan.kutipan,
                uraian=dugaan.uraian,
                kaidah=kaidah.bunyi,
                asal=origin,
                dasar_asal=reason,
                kata=dugaan.kata,
                nasihat=kaidah.nasihat,
                seluruh_naskah=kaidah.seluruh_naskah,
            )
            found.setdefault((kaidah.id, dugaan.klausa, dugaan.kutipan), temuan)
    return tuple(sorted(found.values(), key=lambda item: order[item.klausa]))


def warnings(daerah: DaerahTerbaca, corpus: Corpus) -> Iterator[Problem]:
    """The findings that no note covers, as warnings for the keeper of the data; no advice."""
    found = find(daerah.naskah, daerah, corpus)
    for item in merge(found, daerah.data.catatan, daerah.naskah):
        if item.nasihat:
            continue
        root = "lampiran" if item.klausa.startswith("lampiran") else "peraturan"
        clause = daerah.naskah.klausa[item.klausa]
        yield Problem(
            Place(text_file(daerah.slug, root), clause.baris, 1),
            f"{daerah.naskah.sebutan[item.klausa]}: {item.uraian.rstrip('.')} "
            f"(“{_short(item.kutipan)}”, kaidah {item.id}, asal {item.asal})",
            "cocokkan dengan sumber; kekhilafan perancang dibiarkan, salah salin diperbaiki",
            Severity.PERINGATAN,
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
