"""Problems as data: where something is wrong, what it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.tak_tampak import with_names


class Severity(StrEnum):
    """How bad a problem is; only ``GALAT`` stops a build."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file; ``line`` and ``column`` count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One finding about the input, in words for the keeper of the data (Indonesian)."""

    place: Place
    what: str
    todo: str
    severity: Severity = Severity.GALAT

    def __str__(self) -> str:
        # One line each, whatever line ends stand in a name or a key.
        text = f"{self.place}: {self.severity}: {self.what}; {self.todo}"
        return with_names(" ".join(text.splitlines()))


class BuildFailed(Exception):
    """The input cannot be built; carries every problem that was found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[BuildFailed], tuple[tuple[Problem, ...]]]:
        """So that it can come from another process."""
        return BuildFailed, (self.problems,)


def is_error(problem: Problem) -> bool:
    """Whether this problem alone makes a build fail."""
    return problem.severity is Severity.GALAT
