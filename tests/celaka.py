"""Begins `petakerja` again and again, each time as a process that meets with one misfortune.

Run as a program, it imports Peta Kerja once. Each line of its input is a run as JSON; the run is
a process of its own, and its end is a line of the output. A misfortune strikes at an event of the
interpreter (`sys.addaudithook`): at an exact step of the build, without any waiting for it.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import resource
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from generator.bagan import renderer
from generator.cli import main

ROOT = Path(__file__).parent.parent
#: Seconds after which a run is given up; far more than one takes.
PATIENCE = 300
#: Seconds that a chart may take of a renderer that is made to hang.
SHORT = 1.0
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True)
class Celaka:
    """What happens (``laku``) at the event ``peristiwa`` numbered ``ke`` that names ``bagian``.

    The event is one of the interpreter's, or ``tulis`` for any that makes or fills a file.
    ``laku`` is the name of a signal to this process, ``Ctrl-C`` for a SIGINT to all processes of
    the terminal, or ``penuh`` for a disk on which nothing fits from now on. ``pembantu`` means
    that it strikes helping processes instead of the first one.
    """

    laku: str
    peristiwa: str
    bagian: str
    ke: int = 1
    pembantu: bool = False


@dataclass(frozen=True)
class Akhir:
    """How a run ended: its code (a signal's number, negative), what it said and where; its id."""

    kode: int
    kata: str
    berkas: str
    proses: int


@dataclass(frozen=True)
class Keadaan:
    """Where a run takes place: limits of the machine, and a renderer of one's own."""

    celaka: Celaka | None = None
    tanpa_kuasa: bool = False
    bita: int = 0
    penggambar: str = ""
    lingkungan: dict[str, str] = field(default_factory=dict)


class Pelari:
    """Starts runs, from the side of the test."""

    def __init__(self, process: subprocess.Popen[str], said: Path) -> None:
        self._process, self._said = process, said

    def __call__(self, folder: Path, *words: str, **state: Any) -> Akhir:
        """Run ``petakerja`` in a folder to its end, or until it stops itself (SIGSTOP)."""
        said = self._said / f"{len(list(self._said.iterdir()))}.txt"
        state = asdict(Keadaan(**state))
        return self._ask(folder=str(folder), kata=words, keadaan=state, berkas=str(said))

    def go_on(self, stopped: Akhir) -> Akhir:
        """Let a run that stopped itself go on to its end."""
        return self._ask(lanjut=stopped.proses, berkas=stopped.berkas)

    def _ask(self, **told: Any) -> Akhir:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        return Akhir(**json.loads(self._process.stdout.readline()))


@contextmanager
def runner(said: Path) -> Iterator[Pelari]:
    """The program that starts runs, until the block ends; ``said`` holds what they say."""
    command = [sys.executable, "-m", "tests.celaka"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]
        yield Pelari(process, said)
        process.stdin.close()


def living(group: int) -> list[int]:
    """Processes of a group that still run; those that nobody has buried yet do not count."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, other = entry.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it has just gone
            continue
        if int(other) == group and state != "Z":
            found.append(int(entry.parent.name))
    return found


# The side of the program


def _serve() -> None:
    for line in sys.stdin:
        told = json.loads(line)
        process = told.get("lanjut") or os.fork()
        if not process:
            _run(told)
        elif "lanjut" in told:
            os.kill(process, signal.SIGCONT)
        _, status = os.waitpid(process, os.WUNTRACED)
        stopped = os.WIFSTOPPED(status)
        code = -os.WSTOPSIG(status) if stopped else os.waitstatus_to_exitcode(status)
        words = Path(told["berkas"]).read_text(encoding="utf-8")
        print(json.dumps(asdict(Akhir(code, words, told["berkas"], process))), flush=True)


def _run(told: dict[str, Any]) -> NoReturn:
    """Be the process of one run."""
    os.setsid()
    signal.alarm(PATIENCE)
    # A test run in the background ignores Ctrl-C, and its children would too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    output = os.open(told["berkas"], os.O_WRONLY | os.O_CREAT)
    for stream in (1, 2):
        os.dup2(output, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    state = told["keadaan"]
    os.chdir(told["folder"])
    os.environ.update(state["lingkungan"])
    if state["tanpa_kuasa"]:
        _drop_powers()
    if state["bita"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (state["bita"], state["bita"]))
    if state["penggambar"]:
        _draw_with(Path(state["penggambar"]))
    if state["celaka"]:
        _await_misfortune(Celaka(**state["celaka"]))
    sys.argv = ["petakerja", *told["kata"]]
    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _drop_powers() -> None:
    """An administrator may write everywhere; without these powers, only where the modes say."""
    if os.geteuid() != 0:
        return
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "capset")


def _draw_with(program: Path) -> None:
    """Let the only renderer be this ``dot`` on PATH, with little patience for it."""
    sys.executable = str(program.with_name("python"))
    os.environ["PATH"] = str(program.parent)
    renderer.TIMEOUT, renderer.FURTHER = SHORT, 0.0


def _await_misfortune(celaka: Celaka) -> None:
    first, seen, full = os.getpid(), 0, False

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen, full
        mine = (os.getpid() != first) is celaka.pembantu
        wanted = event == celaka.peristiwa or (
            celaka.peristiwa == "tulis" and _writes(event, arguments)
        )
        if mine and wanted and celaka.bagian in str(arguments):
            seen += 1
            if seen == celaka.ke:
                _strike(celaka.laku)
                full = celaka.laku == "penuh"
        if full and _writes(event, arguments):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    sys.addaudithook(hook)


def _writes(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "os.link" or (event == "open" and bool(arguments[2] & _WRITING))


def _strike(deed: str) -> None:
    if deed == "Ctrl-C":
        os.killpg(0, signal.SIGINT)
    elif deed != "penuh":
        os.kill(os.getpid(), signal.Signals[deed])


if __name__ == "__main__":
    _serve()
