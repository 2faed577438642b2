"""Flows of the same kind in two regulations: which steps only one has, or somebody else takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.banding.alur import Beda, Jodoh, Tapak, match, similarity, steps
from generator.compare.nilai import Jenis
from generator.compare.selisih import Change, Daerah, Sisi
from generator.model import Kosakata, Mekanisme

LINGKUP = "alur"

_Pair = tuple[Mekanisme | None, Mekanisme | None]


def compare_mechanisms(kiri: Daerah, kanan: Daerah, kosakata: Kosakata) -> Iterator[Change]:
    """Every kind of flow that either has; flows are paired with those they are most like."""
    for kind, word in kosakata.jenis_mekanisme.items():
        ours, theirs = (
            [flow for flow in side.data.mekanisme.mekanisme if flow.jenis == kind]
            for side in (kiri, kanan)
        )
        for one, other in _pairs(ours, theirs):
            if one is None or other is None:
                yield _alone(one, other, kiri, kanan, word.nama)
                continue
            for pair in match(steps(one), steps(other)):
                if pair.beda is not Beda.SAMA:
                    yield _step(pair, kiri, kanan, kosakata, word.nama)


def _pairs(ours: Sequence[Mekanisme], theirs: Sequence[Mekanisme]) -> Iterator[_Pair]:
    """The pairs that are most alike first, each flow in one pair; then those left over."""
    scored = sorted(
        (-similarity(match(steps(one), steps(other))), i + j, abs(i - j), i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
    )
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for _score, _sum, _gap, i, j in scored:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            yield ours[i], theirs[j]
    yield from ((ours[i], None) for i in sorted(left))
    yield from ((None, theirs[j]) for j in sorted(right))


def _alone(
    one: Mekanisme | None, other: Mekanisme | None, kiri: Daerah, kanan: Daerah, name: str
) -> Change:
    """A flow that only one of the two regulates."""
    kind = Jenis.TAMBAHAN if one is None else Jenis.TIDAK_ADA
    return Change(LINGKUP, kind, name, _flow(one, kiri), _flow(other, kanan))


def _flow(flow: Mekanisme | None, daerah: Daerah) -> Sisi | None:
    if flow is None:
        return None
    cited = dict.fromkeys(daerah.rujuk(one) for step in flow.langkah for one in step.dasar)
    return Sisi(f"{flow.judul}, {len(flow.langkah)} langkah", tuple(cited))


_KINDS = {Beda.TAMBAH: Jenis.TAMBAHAN, Beda.HILANG: Jenis.TIDAK_ADA}


def _step(pair: Jodoh, kiri: Daerah, kanan: Daerah, kosakata: Kosakata, name: str) -> Change:
    return Change(
        LINGKUP,
        _KINDS.get(pair.beda, Jenis.BERUBAH),
        name,
        _said(pair.kiri, kiri, kosakata),
        _said(pair.kanan, kanan, kosakata),
    )


def _said(step: Tapak | None, daerah: Daerah, kosakata: Kosakata) -> Sisi | None:
    if step is None:
        return None
    letter = step.langkah.dokumen
    words = f"{step.pelaku.sebutan}: {step.langkah.teks}"
    words += f" ({kosakata.dokumen[letter].nama})" if letter else ""
    return Sisi(words, tuple(daerah.rujuk(one) for one in step.langkah.dasar))
