"""Groups: matches gathered by the Pasal or heading they stand in, as a reader would name them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.nilai import Jenis, Padanan, Satuan, Selaras

#: Marks the group of a Pasal that only the other regulation has.
_ALONE = "~"


@dataclass(frozen=True)
class Kelompok:
    """One Pasal or heading of the base (or of the other, where the base has none) and its matches.

    ``kiri`` and ``kanan`` are the anchors of the Pasal and headings that regulate the same;
    ``pokok`` is the anchor of the chapter it stands in, of the base unless ``kiri`` is empty.
    """

    jenis: Jenis
    kiri: tuple[str, ...]
    kanan: tuple[str, ...]
    pokok: str
    padanan: tuple[Padanan, ...]

    @property
    def beda(self) -> bool:
        """Whether anything in it differs in substance."""
        return any(match.beda for match in self.padanan)


def group(selaras: Selaras) -> tuple[Kelompok, ...]:
    """Gather the matches of an alignment, in its order.

    A Pasal whose ayat are matched with two Pasal of the other is one group with both.
    """
    left = {unit.jangkar: unit for unit in selaras.kiri.satuan}
    right = {unit.jangkar: unit for unit in selaras.kanan.satuan}
    gathered: dict[str, list[Padanan]] = {}
    place: dict[str, int] = {}
    for at, (key, match) in enumerate(_keyed(selaras.padanan, left, right)):
        gathered.setdefault(key, []).append(match)
        if match.kiri or key.startswith(_ALONE):
            place.setdefault(key, at)
    return tuple(
        _group(gathered[key], left, right) for key in sorted(gathered, key=place.__getitem__)
    )


def _keyed(
    matches: Sequence[Padanan], left: Mapping[str, Satuan], right: Mapping[str, Satuan]
) -> Iterator[tuple[str, Padanan]]:
    """Each match with the key of its group: the section of the base that has its partner.

    What only the other has joins the group that its own Pasal is matched in, if there is one.
    """
    home: dict[str, str] = {}
    for match in matches:
        for anchor in match.kanan if match.kiri else ():
            home.setdefault(right[anchor].bagian, left[match.kiri[0]].bagian)
    for match in matches:
        if match.kiri:
            yield left[match.kiri[0]].bagian, match
        else:
            section = right[match.kanan[0]].bagian
            yield home.get(section, f"{_ALONE}{section}"), match


def _group(
    matches: Sequence[Padanan], left: Mapping[str, Satuan], right: Mapping[str, Satuan]
) -> Kelompok:
    ours = tuple(dict.fromkeys(left[a].bagian for m in matches for a in m.kiri))
    theirs = tuple(dict.fromkeys(right[a].bagian for m in matches for a in m.kanan))
    own = [left[anchor] for match in matches for anchor in match.kiri]
    subject = own[0] if own else right[matches[0].kanan[0]]
    return Kelompok(_kind(matches, ours, theirs), ours, theirs, subject.pokok, tuple(matches))


def _kind(matches: Sequence[Padanan], ours: Sequence[str], theirs: Sequence[str]) -> Jenis:
    if not theirs:
        return Jenis.TIDAK_ADA
    if not ours:
        return Jenis.TAMBAHAN
    if len(theirs) != len(ours):
        return Jenis.DIPECAH if len(theirs) > len(ours) else Jenis.DIGABUNG
    kinds = {match.jenis for match in matches}
    if kinds == {Jenis.SAMA}:
        return Jenis.SAMA
    return Jenis.PINDAH if all(match.pindah for match in matches) else Jenis.BERUBAH
