"""The situations that flows serve, and those of which a note doubts which flow is meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.keadaan import find_flows, is_situation, situations
from generator.model import Kosakata
from generator.problems import Problem
from generator.regency import DaerahTerbaca


def check_situations(daerah: DaerahTerbaca, kosakata: Kosakata) -> Iterator[Problem]:
    """Each question and answer in ``untuk`` is known, and its kind is looked for at all."""
    for index, flow in enumerate(daerah.data.mekanisme.mekanisme):
        for asked, chosen in flow.untuk.items():
            place = daerah.berkas.place("mekanisme", ("mekanisme", index, "untuk", asked))
            question = kosakata.keadaan.get(asked)
            known = question.pilihan if question else kosakata.keadaan
            for key in (name for name in (chosen if question else [asked]) if name not in known):
                yield Problem(
                    place,
                    f"“{key}” tidak ada dalam kosakata keadaan",
                    f"pilih salah satu: {', '.join(known)}",
                )
        kind = kosakata.jenis_mekanisme.get(flow.jenis)
        if flow.untuk and kind is not None and not kind.untuk:
            yield Problem(
                daerah.berkas.place("mekanisme", ("mekanisme", index, "untuk")),
                f"jenis “{flow.jenis}” tidak dicari menurut keadaan",
                "hapus untuk, atau isi untuk bagi jenis itu dalam kosakata.yaml",
            )
    yield from _doubts(daerah, kosakata)


def _doubts(daerah: DaerahTerbaca, kosakata: Kosakata) -> Iterator[Problem]:
    """The flows that a note leaves open exist, for situations that no other flow serves."""
    known = {flow.id for flow in daerah.data.mekanisme.mekanisme}
    for index, note in enumerate(daerah.data.catatan):
        if note.antara and not any(is_situation(name, kosakata) for name in note.menyentuh):
            yield Problem(
                daerah.berkas.place("catatan", (index, "antara")),
                "catatan ini tidak menyebut keadaan mana yang alurnya tidak pasti",
                "tambahkan keadaan:<pilihan> pada menyentuh, atau hapus antara",
            )
            continue
        shown = _left_open(daerah, kosakata) if note.antara else known
        for at, flow in enumerate(note.antara):
            place = daerah.berkas.place("catatan", (index, "antara", at))
            if flow not in known:
                yield Problem(
                    place, f"alur “{flow}” tidak ada", "tulis <id> alur dari mekanisme.yaml"
                )
            elif flow not in shown:
                yield Problem(
                    place,
                    f"alur “{flow}” tidak tampil bagi satu keadaan pun: keadaan yang disentuh "
                    "sudah mempunyai alur, atau alur ini tidak melayaninya",
                    "periksa menyentuh pada catatan ini dan untuk pada alurnya, atau hapus dari "
                    "antara",
                )


def _left_open(daerah: DaerahTerbaca, kosakata: Kosakata) -> frozenset[str]:
    """The flows that may be meant in some situation."""
    # Which situations a flow serves stands with its kind; that it is unknown is told elsewhere.
    flows = daerah.data.mekanisme.mekanisme
    if not all(flow.jenis in kosakata.jenis_mekanisme for flow in flows):
        return frozenset(flow.id for flow in flows)
    found = (find_flows(daerah.data, kosakata, one) for one in situations(kosakata))
    return frozenset(flow.id for one in found for flow in one.mungkin)
