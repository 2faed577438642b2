"""Alignment: which clauses of two regulations regulate the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.compare.bobot import Vektor, similarities, terms, texts, weigh
from generator.compare.kata import Pembanding
from generator.compare.nilai import (
    SUBSTANSI,
    Bacaan,
    Jenis,
    Kata,
    Padanan,
    Satuan,
    Selaras,
    arranged,
)
from generator.compare.urutan import moved, ordered

#: A match needs a score of at least this; the measures are explained in `_score`.
AMBANG = 0.38
#: From this share of a clause's weight on another clause holds it (one-to-many).
TERKANDUNG = 0.6
#: The titles above it must then say as much for the match as those of the first partner, almost.
SEJUDUL = 0.8
JUDUL_LAMPIRAN = 0.3
#: Or when its words alone are so much alike: one regulation says the same thing twice.
SERUPA = 0.7
#: How much of the score comes from the titles above, the rest from the words. The Lampiran tells
#: the same steps for each kind of unit, so that only its titles say which steps are meant.
BOBOT_JALUR = {"peraturan": 0.2, "lampiran": 0.4}
#: How much the neighbours under the same heading of the Lampiran count beside the score itself.
BOBOT_SAUDARA = 0.5
#: A clause that stands in the body here and in the Lampiran there must be so much more alike.
LAIN_BAGIAN = 0.85

Nilai = Mapping[tuple[int, int], float]
Tautan = Mapping[int, list[int]]
Atas = tuple[str, ...]


@dataclass(frozen=True)
class _Pasangan:
    """Two regulations with their vectors and every score."""

    kiri: Bacaan
    kanan: Bacaan
    vektor_kiri: Sequence[Vektor]
    vektor_kanan: Sequence[Vektor]
    teks: Nilai
    judul: Nilai
    skor: Nilai
    urut: Nilai


def align(kiri: Bacaan, kanan: Bacaan) -> Selaras:
    """Align two regulations; ``align(b, a)`` gives the mirror of ``align(a, b)``.

    Clauses are matched one to one, the best score first; then a clause that is left over joins one
    that already has a partner, where that one holds its words too.
    """
    if kiri.slug > kanan.slug:
        return mirror(align(kanan, kiri))
    pair = _measure(kiri, kanan)
    links = _one_to_one(pair)
    _attach(pair, links)
    return Selaras(
        kiri, kanan, tuple(ordered(moved(list(_matches(pair, links)), kiri, kanan), kiri, kanan))
    )


def mirror(selaras: Selaras) -> Selaras:
    """The same alignment seen from the other regulation, in its order."""
    mirrored = [match.mirror() for match in selaras.padanan]
    return Selaras(
        selaras.kanan,
        selaras.kiri,
        tuple(ordered(mirrored, selaras.kanan, selaras.kiri)),
    )


def _measure(kiri: Bacaan, kanan: Bacaan) -> _Pasangan:
    size = len(kiri.satuan)
    words = weigh([*texts(kiri), *texts(kanan)])
    text = similarities(words[:size], words[size:])
    title = _titles(kiri, kanan)
    score = {
        (i, j): _score(kiri.satuan[i], kanan.satuan[j], value, title.get((i, j), 0.0))
        for (i, j), value in text.items()
        if value > 0.2
    }
    return _Pasangan(
        kiri,
        kanan,
        words[:size],
        words[size:],
        text,
        title,
        score,
        _with_siblings(kiri, kanan, score),
    )


def _titles(kiri: Bacaan, kanan: Bacaan) -> Nilai:
    """The cosine of the titles above two units, by the places of both; many share their titles."""
    left, right = _places_by_path(kiri), _places_by_path(kanan)
    vectors = weigh(
        [
            terms(" / ".join(path), bacaan.wilayah)
            for bacaan, places in ((kiri, left), (kanan, right))
            for path in places
        ]
    )
    found = similarities(vectors[: len(left)], vectors[len(left) :])
    ours, theirs = list(left.values()), list(right.values())
    return {(i, j): value for (a, b), value in found.items() for i in ours[a] for j in theirs[b]}


def _places_by_path(bacaan: Bacaan) -> Mapping[Atas, list[int]]:
    places: dict[Atas, list[int]] = defaultdict(list)
    for place, unit in enumerate(bacaan.satuan):
        places[unit.jalur].append(place)
    return places


def _with_siblings(kiri: Bacaan, kanan: Bacaan, score: Nilai) -> Nilai:
    """What decides between candidates: the score, and what speaks for the neighbours of both.

    The three stages of a flow belong together: the planning of one is not compared with the
    planning of another whose execution is compared elsewhere.
    """
    left, right = [_above(unit) for unit in kiri.satuan], [_above(unit) for unit in kanan.satuan]
    sizes = Counter(left), Counter(right)
    best: dict[tuple[Atas, Atas], dict[int, float]] = defaultdict(dict)
    for (i, j), value in score.items():
        if left[i] and right[j]:
            row = best[left[i], right[j]]
            row[i] = max(value, row.get(i, 0.0))
    support = {
        (above, other): sum(row.values()) / max(sizes[0][above], sizes[1][other])
        for (above, other), row in best.items()
    }
    return {
        (i, j): value + BOBOT_SAUDARA * support.get((left[i], right[j]), 0.0)
        for (i, j), value in score.items()
    }


def _above(unit: Satuan) -> Atas:
    """The headings above a unit's own, which its siblings share; nothing in the body."""
    return unit.jalur[:-1] if unit.akar == "lampiran" else ()


def _score(left: Satuan, right: Satuan, text: float, title: float) -> float:
    """How likely two units regulate the same: the words, the titles above, the part they are in.

    A definition is matched by the name it defines, and only with another definition.
    """
    if bool(left.istilah) != bool(right.istilah):
        return 0.0
    if left.istilah:
        return 0.4 * text + 0.6 * _name(left, right)
    if left.akar != right.akar:
        return LAIN_BAGIAN * text
    share = BOBOT_JALUR[left.akar]
    score = (1 - share) * text + share * title
    # In the body other titles say little against the same words.
    return max(score, 0.9 * text) if left.akar == "peraturan" else score


def _name(left: Satuan, right: Satuan) -> float:
    """1 when two definitions share a name, less when their names share words."""
    ours = [name.casefold().split() for name in left.istilah]
    theirs = [name.casefold().split() for name in right.istilah]
    if any(a == b for a in ours for b in theirs):
        return 1.0
    return max(0.5 * len({*a} & {*b}) / len({*a} | {*b}) for a in ours for b in theirs)


def _one_to_one(pair: _Pasangan) -> dict[int, list[int]]:
    """The best pairs first; where scores tie, the pair that stands at the nearest places."""
    width, height = len(pair.kiri.satuan), len(pair.kanan.satuan)

    def rank(item: tuple[tuple[int, int], float]) -> tuple[float, float, int, int]:
        (i, j), value = item
        return (-round(value, 6), abs(i / width - j / height), i, j)

    links: dict[int, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for (i, j), _value in sorted(pair.urut.items(), key=rank):
        if pair.skor[i, j] >= AMBANG and i not in links and j not in taken:
            links[i].append(j)
            taken.add(j)
    return links


def _attach(pair: _Pasangan, links: dict[int, list[int]]) -> None:
    """Give units that are left over to a matched one that holds them; each stays one-to-many."""
    back: dict[int, list[int]] = defaultdict(list)
    for i, others in links.items():
        for j in others:
            back[j].append(i)
    wanted = []
    for (i, j), text in pair.teks.items():
        if pair.skor.get((i, j), 0.0) <= 0 or (i in links) == (j in back) or _frame(pair, i, j):
            continue
        left_over = i not in links
        small, large = pair.vektor_kiri[i], pair.vektor_kanan[j]
        if not left_over:
            small, large = large, small
        held = _held(small, large)
        same_part = pair.kiri.satuan[i].akar == pair.kanan.satuan[j].akar
        if same_part and (held >= TERKANDUNG or text >= SERUPA):
            wanted.append((-round(max(held, text), 6), i, j, left_over))
    done: set[tuple[bool, int]] = set()
    for _rank, i, j, left_over in sorted(wanted):
        unit, partner = ((True, i), j) if left_over else ((False, j), i)
        own = back[partner] if left_over else links[partner]
        first = (own[0], partner) if left_over else (partner, own[0])
        if pair.judul.get((i, j), 0.0) < _wanted_title(pair, first):
            continue
        if unit in done or not _may_join(links, back, partner, left_over=left_over):
            continue
        links[i].append(j)
        back[j].append(i)
        done.add(unit)


def _frame(pair: _Pasangan, i: int, j: int) -> bool:
    return "menimbang" in (pair.kiri.satuan[i].jangkar, pair.kanan.satuan[j].jangkar)


def _wanted_title(pair: _Pasangan, first: tuple[int, int]) -> float:
    """How alike the titles must be for a unit to join the match that stands first."""
    least = JUDUL_LAMPIRAN if pair.kiri.satuan[first[0]].akar == "lampiran" else 0.0
    return max(SEJUDUL * pair.judul.get(first, 0.0), least)


def _may_join(links: Tautan, back: Tautan, partner: int, *, left_over: bool) -> bool:
    """Whether the partner's own match is with one unit, which has no other: a star stays a star."""
    own, others = (back, links) if left_over else (links, back)
    return all(others[other] == [partner] for other in own[partner])


def _held(small: Vektor, large: Vektor) -> float:
    """The share of a unit's weight that another has too, 0 to 1."""
    total = sum(weight * weight for weight in small.values())
    shared = sum(weight * weight for term, weight in small.items() if term in large)
    return shared / total if total else 0.0


def _matches(pair: _Pasangan, links: Tautan) -> Iterator[Padanan]:
    compare = Pembanding(pair.kiri.wilayah, pair.kanan.wilayah)
    back: dict[int, list[int]] = defaultdict(list)
    for i, others in links.items():
        for j in others:
            back[j].append(i)
    told: set[int] = set()
    for i in range(len(pair.kiri.satuan)):
        ours, theirs = [i], sorted(links.get(i, ()))
        if len(theirs) == 1:
            ours = sorted(back[theirs[0]])
        if i in told:
            continue
        told.update(ours)
        yield _match(pair, compare, ours, theirs)
    for j in range(len(pair.kanan.satuan)):
        if not back.get(j):
            yield _match(pair, compare, [], [j])


def _match(
    pair: _Pasangan, compare: Pembanding, ours: Sequence[int], theirs: Sequence[int]
) -> Padanan:
    left = [pair.kiri.satuan[i] for i in ours]
    right = [pair.kanan.satuan[j] for j in theirs]
    words = compare.compare(left, right)
    scores = [pair.skor.get((i, j), 0.0) for i in ours for j in theirs]
    return Padanan(
        jenis=_kind(words.kata, len(left), len(right)),
        kiri=tuple(unit.jangkar for unit in left),
        kanan=tuple(unit.jangkar for unit in right),
        skor=round(max(scores, default=0.0), 3),
        pindah=False,
        kata=arranged(words.kata),
        kata_sama=words.sama,
        kata_kiri=words.kiri,
        kata_kanan=words.kanan,
    )


def _kind(words: Sequence[Kata], left: int, right: int) -> Jenis:
    if not right:
        return Jenis.TIDAK_ADA
    if not left:
        return Jenis.TAMBAHAN
    if left != right:
        return Jenis.DIPECAH if right > left else Jenis.DIGABUNG
    return Jenis.BERUBAH if any(run.beda in SUBSTANSI for run in words) else Jenis.SAMA
