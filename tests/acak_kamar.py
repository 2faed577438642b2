"""A room in which a fault cannot hang the machine: a process with limits of time and memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
#: Bytes of address space, and seconds, that any one input may take.
MEMORY, SECONDS = 1_500_000_000, 90
#: What a problem looks like: place, severity, what is wrong, what to do.
PROBLEM = re.compile(r"[^\n]+?:\d+:\d+: (?:galat|peringatan): .+; .+")
_ENTER = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from generator.problems import BuildFailed
{code}
try:
    print("jadi:", run(*sys.argv[1:]))
except BuildFailed as failure:
    print(*failure.problems, sep="\\n")
"""


def share(part: float = 1.0) -> settings:
    """Settings for a share of the examples of the profile that is loaded."""
    return settings(
        max_examples=max(5, round(settings().max_examples * part)),
        suppress_health_check=list(HealthCheck),
    )


def in_room(code: str, *words: str | Path) -> str:
    """What a function ``run``, given as code, says of some words in a process of its own.

    That is "jadi: …" or problems line by line; everything else is a failure.
    """
    done = subprocess.run(
        [sys.executable, "-c", _ENTER.format(code=code, memory=MEMORY), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = done.stdout.splitlines()
    assert lines
    assert lines[0].startswith("jadi: ") or told(lines), done.stdout
    return done.stdout


def told(problems: Sequence[object]) -> bool:
    """Whether every problem says where, what, and what to do, in words for the keeper."""
    english = ("Input should", "Traceback", "Error(")
    return all(
        PROBLEM.fullmatch(str(problem)) and not any(word in str(problem) for word in english)
        for problem in problems
    )
