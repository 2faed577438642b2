"""run.py as a user meets it: each test starts it in a copy of its own.

Most copies hold a miniature project whose lock is empty, so that pip and venv are real and no
network is needed. The whole path with the real lock is one slow test at the end.
"""

from __future__ import annotations

import ast
import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import time
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
POSIX = pytest.mark.skipif(os.name == "nt", reason="sinyal dan izin berkas POSIX")

MINIATURE = {
    "requirements.txt": "# Kosong.\n",
    "pyproject.toml": """\
        [build-system]
        requires = []
        build-backend = "backend"
        backend-path = ["."]
        [project]
        name = "petakerja"
        version = "0"
        """,
    # Touches `sampai` when pip comes by and stays as long as there is a file `tahan`.
    "backend.py": """\
        import pathlib, time, zipfile
        INFO = {
            "METADATA": "Metadata-Version: 2.1\\nName: petakerja\\nVersion: 0\\n",
            "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
            "entry_points.txt": "[console_scripts]\\npetakerja = generator.cli:main\\n",
            "RECORD": "",
        }
        def build_editable(folder, config_settings=None, metadata_directory=None):
            here = pathlib.Path.cwd()
            (here / "sampai").touch()
            while (here / "tahan").exists():
                time.sleep(0.05)
            name = "petakerja-0-py3-none-any.whl"
            with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
                wheel.writestr("petakerja.pth", str(here))
                for file, text in INFO.items():
                    wheel.writestr(f"petakerja-0.dist-info/{file}", text)
            return name
        """,
    "generator/cli.py": """\
        import sys
        def main():
            print("petakerja", *sys.argv[1:])
        """,
    # Stands in for pytest, which the empty lock does not bring: it never finds a test.
    "pytest.py": """\
        import sys
        print("pytest", *sys.argv[1:])
        sys.exit(5)
        """,
}


def lay_out(folder: Path) -> None:
    for name, text in MINIATURE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    shutil.copy(ROOT / "run.py", folder)


@pytest.fixture
def miniature(tmp_path: Path) -> Path:
    """A miniature project in which run.py was never started."""
    folder = tmp_path / "peta kerja"
    lay_out(folder)
    return folder


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("terpasang") / "peta kerja"
    lay_out(folder)
    first = start(folder, "petakerja", "check", "kendal")
    assert first.returncode == 0, first.stdout
    assert first.stdout.startswith("Memasang pustaka ke .venv")
    assert first.stdout.endswith("Pustaka terpasang.\npetakerja check kendal\n")
    return folder, shutil.copytree(folder, folder.with_name("asal"), symlinks=True)


@pytest.fixture
def installed(snapshot: tuple[Path, Path]) -> Path:
    """A miniature project after the first start, laid anew on the same path: a venv stays put."""
    folder, origin = snapshot
    shutil.rmtree(folder, ignore_errors=True)
    return shutil.copytree(origin, folder, symlinks=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "salinan"
    folder.mkdir()
    for name in ("run.py", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def without_network() -> dict[str, str]:
    """The environment of a computer whose package index refuses every connection."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    kept = {k: v for k, v in os.environ.items() if not re.match(r"(?i)pip_|.*_proxy$", k)}
    return kept | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": f"http://127.0.0.1:{port}/simple",
        "PIP_RETRIES": "1",
    }


def command(folder: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(folder / "run.py"), *arguments]


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return finish(command(folder, *arguments))


def finish(
    arguments: list[str], environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run to the end without network, unless an environment is given."""
    return subprocess.run(
        arguments,
        env=without_network() if environment is None else environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=900,
        check=False,
    )


def begin(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start in a session of its own, as from a terminal: Ctrl-C is heard."""
    return subprocess.Popen(
        command(folder, *arguments),
        env=without_network(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads
    )


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < deadline, f"{path.name} tidak pernah ada"
        time.sleep(0.05)


def remove_pip(folder: Path) -> None:
    """After this, any call of pip in the folder's .venv fails."""
    for found in (folder / ".venv").rglob("site-packages/pip*"):
        shutil.rmtree(found)


def petakerja_of(folder: Path) -> Path:
    return folder / run.PETAKERJA.relative_to(ROOT)


# An old Python


def test_parses_on_old_python() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_old_python_is_told_so(copy: Path) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 8, 18, 'final', 0);"
        "sys.argv = ['run.py', 'site']; runpy.run_path(sys.orig_argv[-1], run_name='__main__')"
    )
    result = finish([sys.executable, "-c", pretend, str(copy / "run.py")])
    assert result.returncode == 3
    assert "memerlukan Python 3.11" in result.stdout
    assert "Python 3.8.18" in result.stdout
    assert "Yang perlu dilakukan" in result.stdout
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_refuses_python_below_3_11(version: tuple[int, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run.refuse_old_python(version)
    assert ended.value.code == 3


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 1), (4, 0, 0)])
def test_accepts_python_from_3_11(version: tuple[int, ...]) -> None:
    run.refuse_old_python(version)


# The command line


@pytest.mark.parametrize("arguments", [(), ("situs",), ("--versi",)])
def test_wrong_usage(copy: Path, arguments: tuple[str, ...]) -> None:
    result = start(copy, *arguments)
    assert result.returncode == 2
    assert result.stdout.startswith("Pemakaian: python3 run.py")
    assert not (copy / ".venv").exists()


def test_help(copy: Path) -> None:
    result = start(copy, "--help")
    assert result.returncode == 0
    assert all(job in result.stdout for job in run.JOBS)


# Installing


def test_second_start_calls_no_pip(installed: Path) -> None:
    remove_pip(installed)
    second = start(installed, "petakerja", "check", "kendal")
    assert (second.returncode, second.stdout) == (0, "petakerja check kendal\n")


def test_jobs_pass_their_options_on(installed: Path) -> None:
    assert start(installed, "site").stdout.startswith("petakerja build\nSitus siap.")
    assert start(installed, "site", "--offline").returncode == 2
    assert start(installed, "serve", "--port", "1").stdout == "petakerja serve --port 1\n"
    assert start(installed, "audit", "--tulis").stdout == "petakerja audit --tulis\n"


def test_fails_when_no_test_ran(installed: Path) -> None:
    result = start(installed, "test", "--", "-k", "tidak ada")
    assert result.returncode == 5
    assert "pytest -k tidak ada\n" in result.stdout
    assert "tidak ada uji yang dijalankan" in result.stdout


def test_updates_in_place_when_the_project_changed(installed: Path) -> None:
    with (installed / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write('description = "lain"\n')
    result = start(installed, "petakerja")
    assert result.returncode == 0, result.stdout
    assert result.stdout.startswith("Memperbarui pustaka")
    assert start(installed, "petakerja").stdout == "petakerja\n"


def test_reinstalls_after_the_folder_moved(installed: Path) -> None:
    moved = installed.rename(installed.with_name("di tempat lain"))
    result = start(moved, "petakerja", "build")
    assert result.returncode == 0, result.stdout
    assert result.stdout.endswith("petakerja build\n")
    assert not (moved / ".venv-lama").exists()


@POSIX
def test_repairs_an_installation_that_was_killed(miniature: Path) -> None:
    (miniature / "tahan").touch()
    with begin(miniature, "petakerja") as process:
        wait_for(miniature / "sampai")
        os.killpg(process.pid, signal.SIGKILL)
    assert (miniature / ".venv").exists()
    assert not (miniature / ".venv" / run.STAMP.name).exists()

    (miniature / "tahan").unlink()
    result = start(miniature, "petakerja", "build")
    assert result.returncode == 0, result.stdout
    assert result.stdout.endswith("petakerja build\n")


@POSIX
def test_rebuild_that_was_killed_gives_the_former_back(installed: Path) -> None:
    (installed / ".venv").rename(installed / ".venv-lama")  # as a rebuild does,
    (installed / ".venv").mkdir()  # here killed before it got far
    result = start(installed, "petakerja", "build")
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, "petakerja build")
    assert not (installed / ".venv-lama").exists()


@POSIX
def test_ctrl_c_ends_politely(miniature: Path) -> None:
    (miniature / "tahan").touch()
    with begin(miniature, "petakerja") as process:
        wait_for(miniature / "sampai")
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.endswith("Dihentikan. Perintah yang sama dapat diulangi kapan saja.\n")
    assert "Traceback" not in said
    assert not (miniature / ".venv").exists()


@POSIX
def test_two_at_once_install_once(miniature: Path) -> None:
    (miniature / "tahan").touch()
    with begin(miniature, "petakerja", "satu") as one:
        wait_for(miniature / "sampai")
        with begin(miniature, "petakerja", "dua") as two:
            assert two.stdout is not None
            waiting = two.stdout.readline()
            (miniature / "tahan").unlink()
            assert one.communicate(timeout=120)[0].endswith("petakerja satu\n")
            assert two.communicate(timeout=120)[0] == "petakerja dua\n"
    assert waiting == "Menunggu run.py lain yang sedang memasang pustaka ...\n"
    assert (one.returncode, two.returncode) == (0, 0)


# What the computer lacks


def test_closed_network(copy: Path) -> None:
    result = start(copy, "site")
    assert result.returncode == 3
    assert "jaringan tertutup atau indeks paket tidak terjangkau" in result.stdout
    assert "Connection refused" in result.stdout or "WinError 10061" in result.stdout
    assert "PIP_FIND_LINKS" in result.stdout
    assert "Traceback" not in result.stdout
    assert not (copy / ".venv").exists()


def test_closed_network_leaves_the_former_usable(installed: Path) -> None:
    lock = installed / "requirements.txt"
    former = lock.read_text(encoding="utf-8")

    lock.write_text(f"{former}six==1.17.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    assert start(installed, "petakerja").returncode == 3
    direct = finish([str(petakerja_of(installed)), "check"])
    assert (direct.returncode, direct.stdout) == (0, "petakerja check\n")

    lock.write_text(former, encoding="utf-8")
    again = start(installed, "petakerja", "check")
    assert (again.returncode, again.stdout) == (0, "petakerja check\n")


def test_failed_rebuild_leaves_the_former_usable(installed: Path) -> None:
    (installed / ".venv" / run.STAMP.name).unlink()
    (installed / "requirements.txt").write_text(f"six==1.17.0 --hash=sha256:{'0' * 64}\n")
    assert start(installed, "petakerja").returncode == 3
    direct = finish([str(petakerja_of(installed)), "check"])
    assert (direct.returncode, direct.stdout) == (0, "petakerja check\n")
    assert not (installed / ".venv-lama").exists()


@POSIX
def test_folder_that_may_not_be_written(copy: Path) -> None:
    # Root may write anywhere until it gives that one capability away.
    as_anyone = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    copy.chmod(0o555)
    try:
        result = finish([*as_anyone, *command(copy, "site")])
    finally:
        copy.chmod(0o755)
    assert result.returncode == 3
    assert "tidak dapat ditulisi" in result.stdout
    assert "Traceback" not in result.stdout


def test_python_without_venv(copy: Path) -> None:
    pretend = (
        "import runpy, sys; sys.modules['ensurepip'] = None;"
        "sys.argv = ['run.py', 'site']; runpy.run_path(sys.orig_argv[-1], run_name='__main__')"
    )
    result = finish([sys.executable, "-c", pretend, str(copy / "run.py")])
    assert result.returncode == 3
    assert "sudo apt install python3-venv" in result.stdout
    assert not (copy / ".venv").exists()


def test_full_disk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fill() -> None:
        raise OSError(errno.ENOSPC, "No space left on device", ".venv")

    monkeypatch.setattr(run, "prepare", fill)
    assert run.main(["site"]) == 3
    assert "disk penuh" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device: '/x/mkdocs'",
            "disk penuh",
        ),
        ("OSError: [WinError 112] Es steht nicht genug Speicherplatz zur Verfügung", "disk penuh"),
        ("[WinError 32] Proses tidak dapat mengakses file: '.venv'", "sedang dipakai program lain"),
        ("[Errno 30] Read-only file system: '.venv.kunci'", "tidak dapat ditulisi"),
        ("[WinError 5] Akses ditolak: '.venv'", "tidak dapat ditulisi"),
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('"
            "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution'"
            ")'\nERROR: No matching distribution found for babel==2.18.0",
            "jaringan tertutup",
        ),
        ("ERROR: No matching distribution found for babel==2.18.0", "jaringan tertutup"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
            "updated the package versions, please update the hashes.\n  babel==2.18.0: ...",
            "tidak sama dengan yang dikunci",
        ),
        ("Hal yang tidak terduga", "pemasangan tidak selesai"),
        ("", "pemasangan tidak selesai"),
    ],
)
def test_says_what_a_failure_means(said: str, meaning: str) -> None:
    told = str(run.diagnose(said))
    assert meaning in told.splitlines()[0]
    assert "Yang perlu dilakukan: " in told
    assert ("Pesan aslinya: " in told) == bool(said)


# The lock


def test_lock_holds_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", LOCK, flags=re.MULTILINE))
    for requirement in map(Requirement, asked):
        version = locked.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} belum dikunci di requirements.txt"
        assert requirement.specifier.contains(version), f"{requirement}, terkunci {version}"


def test_lock_is_hashed_and_names_no_host() -> None:
    entries = re.split(r"\n(?=\w)", re.sub(r"^ *#.*\n", "", LOCK, flags=re.MULTILINE).strip())
    assert len(entries) > 30
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.search(r"https?:|--(extra-)?index-url|--find-links|/", LOCK) is None


# The whole path


@pytest.mark.lambat
def test_site_from_a_clean_copy(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        pytest.skip("hanya dalam repositori git: yang diuji adalah berkas yang terlacak")
    copy = tmp_path / "salinan bersih"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)

    first = finish(command(copy, "site"), dict(os.environ))
    assert first.returncode == 0, first.stdout
    assert (copy / "site" / "index.html").is_file()
    assert first.stdout.splitlines()[-1].startswith("Situs siap.")
    assert petakerja_of(copy).exists()

    remove_pip(copy)
    second = start(copy, "petakerja", "--help")
    assert second.returncode == 0, second.stdout
    assert "pustaka" not in second.stdout.partition("\n")[0]
