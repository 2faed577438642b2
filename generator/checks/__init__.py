"""Checks: functions that take a regency and the vocabulary and yield problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from generator.checks.alur import check_flows
from generator.checks.istilah import check_vocabulary
from generator.checks.keadaan import check_situations
from generator.checks.kutipan import check_citations
from generator.checks.naskah import check_layout, check_words
from generator.checks.silang import check_names
from generator.checks.struktur import check_structures
from generator.model import Kosakata
from generator.problems import Problem
from generator.read import MAX_PROBLEMS
from generator.regency import DaerahTerbaca

#: Every check of a regency, in the order in which a person would look.
CHECKS: tuple[Callable[[DaerahTerbaca, Kosakata], Iterator[Problem]], ...] = (
    check_layout,
    check_words,
    check_vocabulary,
    check_names,
    check_citations,
    check_structures,
    check_flows,
    check_situations,
)


def check_regency(daerah: DaerahTerbaca, kosakata: Kosakata) -> tuple[Problem, ...]:
    """What is wrong with a regency's data, in order of place; so much of each as anyone reads."""
    return tuple(
        sorted({p for check in CHECKS for p in islice(check(daerah, kosakata), MAX_PROBLEMS)})
    )
