"""The situations that a flow says it serves are those of the shared vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

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
