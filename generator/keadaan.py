"""Situations: which flows serve one who works alone or in a team, here or elsewhere, and so on.

The questions, their answers, and what each kind of flow serves are data (``kosakata.yaml``); a flow
may say otherwise for itself. Nothing here knows any question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.model import Catatan, DataDaerah, Kosakata, Mekanisme

#: One answer to each question of the vocabulary's ``keadaan``, in its order.
Keadaan = tuple[str, ...]
_PREFIX = "keadaan:"


@dataclass(frozen=True)
class Tempuhan:
    """What a regulation says about one situation: its flows, the closest first, and the notes.

    Without flows the regulation has none for this situation, or it cannot be told which of
    ``mungkin`` it means.
    """

    keadaan: Keadaan
    alur: tuple[Mekanisme, ...]
    mungkin: tuple[Mekanisme, ...]
    catatan: tuple[Catatan, ...]

    @property
    def isi(self) -> tuple[tuple[Mekanisme, ...], tuple[Mekanisme, ...], tuple[Catatan, ...]]:
        """What it says, whichever situation it is."""
        return self.alur, self.mungkin, self.catatan


def situations(kosakata: Kosakata) -> Iterator[Keadaan]:
    """Every combination of answers."""
    return product(*(asked.pilihan for asked in kosakata.keadaan.values()))


def key(keadaan: Keadaan) -> str:
    """A situation as it stands in an address.

    >>> key(("individu", "lintas-unit", "ditunjuk"))
    'individu.lintas-unit.ditunjuk'
    """
    return ".".join(keadaan)


def served(flow: Mekanisme, kosakata: Kosakata) -> Mapping[str, Sequence[str]]:
    """The answers that a flow serves, by question; empty where nobody looks for it so."""
    return {**kosakata.jenis_mekanisme[flow.jenis].untuk, **flow.untuk}


def find_flows(data: DataDaerah, kosakata: Kosakata, keadaan: Keadaan) -> Tempuhan:
    """The flows for one situation; a flow that serves fewer situations is closer to each."""
    found = [
        flow
        for flow in data.mekanisme.mekanisme
        if _fits(served(flow, kosakata), keadaan, kosakata)
    ]
    notes = tuple(note for note in data.catatan if _touching(note, keadaan))
    return Tempuhan(
        keadaan,
        tuple(sorted(found, key=lambda flow: _breadth(served(flow, kosakata)))),
        () if found else tuple(_possible(data, kosakata, keadaan, notes)),
        notes,
    )


def overview(data: DataDaerah, kosakata: Kosakata) -> Iterator[Tempuhan]:
    """Every situation with its flows; where the first question makes no difference it is left out.

    The situations of one place stand together, in the order of the other questions.
    """
    questions = list(kosakata.keadaan.values())
    for rest in product(*(asked.pilihan for asked in questions[1:])) if questions else ():
        found = [find_flows(data, kosakata, (answer, *rest)) for answer in questions[0].pilihan]
        if all(one.isi == found[0].isi for one in found):
            yield replace(found[0], keadaan=rest)
        else:
            yield from found


def is_situation(name: str, kosakata: Kosakata) -> bool:
    """Whether a note's target names answers of the vocabulary."""
    return _is(name) and set(_answers(name)) <= set(kosakata.pilihan)


def _fits(
    answers: Mapping[str, Sequence[str]],
    keadaan: Keadaan,
    kosakata: Kosakata,
    unsure: frozenset[str] = frozenset(),
) -> bool:
    """Whether all choices are among the answers; those that are ``unsure`` do not matter."""
    return all(
        choice in unsure or choice in answers.get(asked, ())
        for asked, choice in zip(kosakata.keadaan, keadaan, strict=True)
    )


def _touching(note: Catatan, keadaan: Keadaan) -> frozenset[str]:
    """The answers of a situation that a note is about; empty where it is not about this one."""
    targets = (frozenset(_answers(name)) for name in note.menyentuh if _is(name))
    return frozenset().union(*(answers for answers in targets if answers <= set(keadaan)))


def _possible(
    data: DataDaerah, kosakata: Kosakata, keadaan: Keadaan, notes: Sequence[Catatan]
) -> Iterator[Mekanisme]:
    """The flows of which a note says that one may be meant, as far as they serve the rest of it."""
    for flow in data.mekanisme.mekanisme:
        answers = served(flow, kosakata)
        naming = (note for note in notes if flow.id in note.antara)
        if any(_fits(answers, keadaan, kosakata, _touching(note, keadaan)) for note in naming):
            yield flow


def _breadth(answers: Mapping[str, Sequence[str]]) -> int:
    breadth = 1
    for chosen in answers.values():
        breadth *= len(chosen)
    return breadth


def _is(name: str) -> bool:
    return name.startswith(_PREFIX)


def _answers(name: str) -> list[str]:
    return name.removeprefix(_PREFIX).split("/")
