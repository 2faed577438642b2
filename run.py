#!/usr/bin/env python3
"""Set Peta Kerja up and run it: ``python3 run.py site``, ``python3 run.py test``.

Standard library only, for Linux, macOS and Windows. The first start makes ``.venv`` and installs
the libraries locked in requirements.txt; later starts go straight to the job. This file must parse
on Python 3.6, so that an old Python is told in words instead of with a SyntaxError.

Exit codes: the job's own; 2 wrong usage; 3 the computer lacks something; 130 stopped by Ctrl-C.
"""

import contextlib
import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MINIMUM = (3, 11)
NO_TESTS_COLLECTED = 5  # pytest's exit code


def refuse_old_python(version: "tuple[int, ...]") -> None:
    """End with code 3 below Python 3.11; runs before any line that an old Python stumbles over."""
    if version < MINIMUM:
        print(
            "Peta Kerja memerlukan Python 3.11 atau yang lebih baru; yang dipakai sekarang Python "
            f"{'.'.join(map(str, version))} ({sys.executable}).\n"
            "Yang perlu dilakukan: pasang Python baru (python.org, atau pengelola paket sistem), "
            "lalu jalankan dengan namanya, misalnya: python3.11 run.py site",
            file=sys.stderr,
        )
        sys.exit(3)


refuse_old_python(tuple(sys.version_info[:3]))

WINDOWS = sys.platform == "win32"
ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements.txt"
PROJECT = ROOT / "pyproject.toml"
VENV = ROOT / ".venv"
FORMER = ROOT / ".venv-lama"
GATE = ROOT / ".venv.kunci"
STAMP = VENV / "terpasang.txt"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
PETAKERJA = PROGRAMS / ("petakerja.exe" if WINDOWS else "petakerja")

USAGE = """\
Pemakaian: python3 run.py PEKERJAAN [PILIHAN ...]

  site        membangun situs ke folder site/
  test        menjalankan semua uji; PILIHAN diteruskan ke pytest
  serve       menayangkan situs di komputer ini dan membangun ulang setiap ada perubahan
  audit       memeriksa pustaka dan berkas pihak lain: kunci, lisensi, sidik
  petakerja   menjalankan perintah petakerja, misalnya: python3 run.py petakerja check kendal

Pustaka yang diperlukan dipasang sendiri ke folder .venv pada pemakaian pertama."""


class Lacking(Exception):
    """The computer lacks something; the text says what, and how to get it."""

    def __init__(self, what: str, remedy: str, said: str = "") -> None:
        quoted = f"\n  Pesan aslinya: {said}" if said else ""
        super().__init__(f"Gagal: {what}{quoted}\n  Yang perlu dilakukan: {remedy}")


def main(arguments: Sequence[str]) -> int:
    """Prepare ``.venv`` when needed, then do the job; gives the exit code."""
    job = JOBS.get(arguments[0]) if arguments else None
    if job is None:
        asked = arguments[:1] in (["-h"], ["--help"])
        print(USAGE, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        prepare()
        return job(arguments[1:])
    except Lacking as lacking:
        print(lacking, file=sys.stderr)
        return 3
    except OSError as error:
        print(diagnose(str(error)), file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nDihentikan. Perintah yang sama dapat diulangi kapan saja.", file=sys.stderr)
        return 130


# The jobs


def site(options: Sequence[str]) -> int:
    """Build the site and say where to open it."""
    if options:
        print("Untuk pilihan lain: python3 run.py petakerja build --help", file=sys.stderr)
        return 2
    code = petakerja(["build"])
    if code == 0:
        say("Situs siap. Buka dengan: python3 -m http.server -d site, lalu http://localhost:8000/")
    return code


def test(options: Sequence[str]) -> int:
    """Run the tests; a run in which pytest found nothing to test has failed."""
    chosen = options[1:] if options[:1] == ["--"] else options
    code = follow([PYTHON, "-m", "pytest", *chosen])
    if code == NO_TESTS_COLLECTED:
        say("Gagal: tidak ada uji yang dijalankan; periksa nama berkas atau pilihan -k dan -m.")
    return code


def serve(options: Sequence[str]) -> int:
    """Serve the site on this computer."""
    return petakerja(["serve", *options])


def audit(options: Sequence[str]) -> int:
    """Check what others have made: the lock, licences, checksums."""
    return petakerja(["audit", *options])


def petakerja(options: Sequence[str]) -> int:
    """Run the project's own command."""
    return follow([PETAKERJA, *options])


def follow(command: Sequence[str | Path]) -> int:
    """Run a command to its own end; gives its exit code."""
    with subprocess.Popen(command, cwd=ROOT) as process:
        while True:
            # Ctrl-C reaches the command too, which knows better how to end (pytest: a summary).
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


# The environment


def prepare() -> None:
    """Make ``.venv`` what requirements.txt and pyproject.toml ask for; mostly nothing to do."""
    if is_ready():
        return
    with only_one():
        finish_cut_off_rebuild()
        if is_ready():  # another run.py has just seen to it
            return
        if is_sound():
            say("Memperbarui pustaka di .venv ...")
            install()
        else:
            say("Memasang pustaka ke .venv; pemasangan pertama memerlukan beberapa menit.")
            rebuild()
        say("Pustaka terpasang.")


def foundation() -> str:
    """What a ``.venv`` does not survive: another kind of Python, or the folder moved."""
    return f"{sysconfig.get_config_var('EXT_SUFFIX')} {ROOT}"


def content() -> str:
    """Fingerprint of all that decides which libraries are installed."""
    digest = hashlib.sha256(sys.version.encode())
    for source in (REQUIREMENTS, PROJECT):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def stamp() -> str:
    """The text that a complete installation carries; absent from one that was cut off."""
    return f"{foundation()}\n{content()}\n"


def read_stamp() -> str:
    """The stamp of the ``.venv`` that is there, or an empty text."""
    return STAMP.read_text(encoding="utf-8") if PYTHON.exists() and STAMP.exists() else ""


def is_ready() -> bool:
    """Whether ``.venv`` is complete and holds what is asked for now."""
    return read_stamp() == stamp()


def is_sound() -> bool:
    """Whether ``.venv`` is complete for this Python and folder, though perhaps out of date."""
    return read_stamp().startswith(f"{foundation()}\n")


def rebuild() -> None:
    """Make ``.venv`` anew; the former one returns when that fails."""
    require_venv()
    if VENV.exists():
        VENV.rename(FORMER)
    try:
        # Not sys.executable: that may lie in the very .venv which was just put aside.
        python = getattr(sys, "_base_executable", None) or sys.executable
        watch([python, "-m", "venv", VENV])
        install()
    except BaseException:
        put_former_back()
        raise
    shutil.rmtree(FORMER, ignore_errors=True)


def finish_cut_off_rebuild() -> None:
    """Tidy up after a rebuild that was killed: keep the new ``.venv`` only if it is complete."""
    if FORMER.exists():
        if read_stamp():
            shutil.rmtree(FORMER)
        else:
            put_former_back()


def put_former_back() -> None:
    """Drop an unfinished ``.venv`` in favour of the one it was to replace."""
    shutil.rmtree(VENV, ignore_errors=True)
    if FORMER.exists():
        FORMER.rename(VENV)


def install() -> None:
    """Install the locked libraries and the project itself, then stamp ``.venv`` as complete."""
    wanted = stamp()
    pip = (PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
    watch([*pip, "--only-binary", ":all:", "--require-hashes", "-r", REQUIREMENTS])
    watch([*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT])
    STAMP.write_text(wanted, encoding="utf-8")


def require_venv() -> None:
    """Refuse a Python without venv, as Debian and Ubuntu install it."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise Lacking(
            "Python ini tidak membawa modul venv dan ensurepip.",
            "di Debian atau Ubuntu: sudo apt install python3-venv; di sistem lain: pasang Python "
            "lengkap dari python.org. Setelah itu ulangi perintah yang sama.",
        )


def watch(command: Sequence[str | Path]) -> None:
    """Run a set-up tool, naming each library that pip fetches; raise Lacking when it fails.

    pip fetches everything before it changes ``.venv``, so the stamp stays true until then.
    """
    said: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        try:
            for line in process.stdout or ():
                said.append(line)
                if line.startswith("Collecting "):
                    say(f"  {line.split()[1]}")
                elif line.startswith("Installing collected packages"):
                    STAMP.unlink(missing_ok=True)
        except KeyboardInterrupt:
            process.kill()
            raise
    if process.returncode:
        raise diagnose("".join(said))


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Let one run.py at a time change ``.venv``; the lock falls with a process that is killed."""
    with GATE.open("a") as gate:
        if not take(gate):
            say("Menunggu run.py lain yang sedang memasang pustaka ...")
            while not take(gate):
                time.sleep(0.5)
        yield


def take(gate: IO[str]) -> bool:
    """Try to lock the open file; False when another process holds it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(gate.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


# What can go wrong


class Ailment(NamedTuple):
    """A sign in what a tool or the system said, what it means, and the remedy."""

    sign: str
    meaning: str
    remedy: str


AILMENTS = (
    Ailment(
        r"No space left|Errno 28\]|Errno 122\]|WinError 112\]",
        "disk penuh.",
        "kosongkan ruang (pemasangan memerlukan sekitar 1 GB), lalu ulangi perintah yang sama.",
    ),
    Ailment(
        r"WinError 32\]",
        "folder .venv sedang dipakai program lain.",
        "tutup program yang memakainya (misalnya run.py serve), lalu ulangi perintah yang sama.",
    ),
    Ailment(
        r"Errno (1|13|30)\]|WinError 5\]|Read-only file system|Permission denied",
        "folder Peta Kerja tidak dapat ditulisi.",
        "salin foldernya ke tempat yang boleh ditulisi (misalnya folder rumah), lalu jalankan "
        "di sana.",
    ),
    Ailment(
        r"DO NOT MATCH THE HASHES",
        "berkas yang diterima tidak sama dengan yang dikunci di requirements.txt, jadi tidak ada "
        "yang dipasang.",
        "ulangi dari jaringan lain; bila tetap demikian, laporkan kepada pengelola proyek.",
    ),
    Ailment(
        r"[Cc]onnection (broken|refused|reset|timed)|NewConnectionError|Read timed out|ProxyError"
        r"|SSLError|name resolution|No matching distribution found",
        "jaringan tertutup atau indeks paket tidak terjangkau.",
        "sambungkan ke internet, lalu ulangi perintah yang sama.\n"
        "  Di balik proksi: isi dahulu HTTPS_PROXY.\n"
        "  Tanpa internet: di komputer sejenis yang tersambung jalankan\n"
        "    python3 -m pip download --only-binary :all: -r requirements.txt -d wheel\n"
        "  salin folder wheel itu ke sini, lalu isi PIP_NO_INDEX=1 dan PIP_FIND_LINKS=wheel.",
    ),
)


def diagnose(said: str) -> Lacking:
    """Turn what a tool or the system said into what is lacking, quoting the line that tells."""
    for sign, meaning, remedy in AILMENTS:
        for line in said.splitlines():
            if re.search(sign, line):
                return Lacking(meaning, remedy, shorten(line))
    last = (said.strip().splitlines() or [""])[-1]
    return Lacking(
        "pemasangan tidak selesai.",
        "hapus folder .venv, lalu ulangi perintah yang sama; bila tetap gagal, laporkan pesan "
        "itu kepada pengelola proyek.",
        shorten(last),
    )


def shorten(line: str) -> str:
    """About two lines of a terminal; a long message of pip says the cause at its end."""
    return line.strip() if len(line) <= 200 else f"... {line.strip()[-180:]}"


def say(line: str) -> None:
    """Print at once, so that the lines of the job come after ours."""
    print(line, flush=True)


JOBS: dict[str, Callable[[Sequence[str]], int]] = {
    "site": site,
    "test": test,
    "serve": serve,
    "audit": audit,
    "petakerja": petakerja,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
