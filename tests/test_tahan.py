"""What a build withstands: each fault strikes a real process, at an exact step of its work.

After each of them the site that was there is whole byte for byte, what is said is Indonesian and
says what to do, nothing is left behind that would grow, and the next build gives the same bytes
as one that was never disturbed. The table of all faults is in KETAHANAN.md.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.bagan.renderer import renderer
from tests.celaka import ROOT, Akhir, Celaka, Pelari, living, runner
from tests.conftest import example

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sinyal dan fork POSIX")

EPOCH = "1700000000"


@pytest.fixture(scope="module")
def jalan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pelari]:
    """Runs `petakerja` with misfortunes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        with runner(tmp_path_factory.mktemp("kata")) as pelari:
            yield pelari


@pytest.fixture(scope="module")
def terbit(jalan: Pelari, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project whose site is published, and the same one after a change, published again."""
    before = tmp_path_factory.mktemp("sebelum") / "proyek"
    before.mkdir()
    example(before)
    assert jalan(before, "build").kode == 0
    after = shutil.copytree(before, tmp_path_factory.mktemp("sesudah") / "proyek")
    shutil.rmtree(after / "build" / "bagan")
    change(after)
    assert jalan(after, "build").kode == 0
    assert prints(before / "site") != prints(after / "site")
    return before, after


@pytest.fixture
def proyek(terbit: tuple[Path, Path], tmp_path: Path) -> Path:
    """A project with a published site and a change in its data; nothing of it is drawn yet."""
    folder = shutil.copytree(terbit[0], tmp_path / "proyek")
    shutil.rmtree(folder / "build" / "bagan")
    change(folder)
    return folder


def change(folder: Path) -> None:
    path = folder / "regencies" / "contoh" / "daerah.yaml"
    text = path.read_text(encoding="utf-8")
    assert "nama: Kabupaten Contoh" in text
    path.write_text(text.replace("nama: Kabupaten Contoh", "nama: Kabupaten Contoh Baru"))


def prints(folder: Path) -> dict[str, str]:
    """The checksum of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def names(folder: Path) -> set[str]:
    """Everything below a folder, by its path."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def speaks(end: Akhir, code: int, words: str) -> None:
    """It ends with this code and says these words, without the inside of the program."""
    assert (end.kode, words in end.kata) == (code, True), end.kata
    assert "Traceback" not in end.kata and "Error" not in end.kata, end.kata


# Killed

#: In the order of a build's steps: each build begins with what the one killed before left.
STEPS = {
    "bagan digambar": Celaka("SIGKILL", "subprocess.Popen", "-Tsvg"),
    "bagan disimpan": Celaka("SIGKILL", "os.rename", "bagan/tmp", 2),
    "daerah disimpan": Celaka("SIGKILL", "tulis", "build/siap/contoh", 3),
    "petak ditulis": Celaka("SIGKILL", "tulis", "petak/daring/daerah-contoh/pohon", 9),
    "petak dicetak": Celaka("SIGKILL", "tulis", "petak/daring/situs/situs", 9),
    "pohon ditulis": Celaka("SIGKILL", "tulis", ".docs.baru", 30),
    "pohon diganti": Celaka("SIGKILL", "shutil.rmtree", ".docs.baru'", 2),
    "mesin menulis": Celaka("SIGKILL", "tulis", ".site.baru", 40),
    "situs dirapikan": Celaka("SIGKILL", "os.remove", ".site.baru", 2),
    "situs diganti": Celaka("SIGKILL", "shutil.rmtree", ".site.baru'", 2),
}


def test_killed_at_any_step(jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]) -> None:
    before, after = (prints(one / "site") for one in terbit)
    for step, celaka in STEPS.items():
        end = jalan(proyek, "build", celaka=celaka)
        assert end.kode == -signal.SIGKILL, (step, end.kata)
        replaced = step == "situs diganti"
        assert prints(proyek / "site") == (after if replaced else before), step
    end = jalan(proyek, "build")
    assert end.kode == 0, end.kata
    assert prints(proyek / "site") == after
    assert names(proyek) == names(terbit[1])


def test_asked_to_stop(jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]) -> None:
    for kode, celaka in (
        (130, Celaka("Ctrl-C", "subprocess.Popen", "-Tsvg")),
        (130, Celaka("Ctrl-C", "tulis", ".docs.baru", 30)),
        (143, Celaka("SIGTERM", "tulis", ".site.baru", 40)),
        (129, Celaka("SIGHUP", "tulis", ".site.baru", 40)),
    ):
        end = jalan(proyek, "build", celaka=celaka)
        speaks(end, kode, "Dihentikan. Situs yang sudah ada tetap utuh; perintah yang sama dapat")
        assert prints(proyek / "site") == prints(terbit[0] / "site")
        assert not names(proyek) - names(terbit[1])


# Training material

MATERIALS = ("build", "--materials")
FILES = 6


@pytest.fixture(scope="module")
def bahan(
    jalan: Pelari, terbit: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The changed project with its training material."""
    folder = shutil.copytree(terbit[1], tmp_path_factory.mktemp("bahan") / "proyek")
    end = jalan(folder, *MATERIALS)
    assert end.kata.count("bahan ") == FILES, end.kata
    return folder


def test_killed_while_material_is_made(jalan: Pelari, proyek: Path, bahan: Path) -> None:
    """What was made is kept, and no helping process lives on."""
    end = jalan(proyek, *MATERIALS, celaka=Celaka("SIGKILL", "open", ".tanggal", 12))
    assert end.kode == -signal.SIGKILL
    kept = {path: path.stat().st_mtime_ns for path in (proyek / "build" / "materi").glob("*.isi")}
    told = end.kata.count("bahan ")
    assert 0 < told < FILES and len(kept) >= told
    until(lambda: not living(end.proses))
    again = jalan(proyek, *MATERIALS)
    assert again.kode == 0, again.kata
    assert again.kata.count("bahan ") == FILES - told
    same = [path for path, time in kept.items() if path.stat().st_mtime_ns == time]
    assert len(same) == told
    assert prints(proyek / "site") == prints(bahan / "site")
    assert names(proyek) == names(bahan)


@pytest.mark.parametrize(
    ("kode", "celaka"),
    [
        (130, Celaka("Ctrl-C", "open", "data.json", pembantu=True)),
        (143, Celaka("SIGTERM", "open", ".tanggal", 8)),
    ],
    ids=["Ctrl-C", "SIGTERM"],
)
def test_stopped_while_material_is_made(
    kode: int, celaka: Celaka, jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]
) -> None:
    end = jalan(proyek, *MATERIALS, celaka=celaka)
    speaks(end, kode, "Dihentikan.")
    assert not living(end.proses)
    assert prints(proyek / "site") == prints(terbit[0] / "site")
    assert not (proyek / "build" / "sementara").exists()


def test_a_helping_process_is_lost(jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]) -> None:
    """As when the system kills the largest process, because memory has run out."""
    end = jalan(proyek, *MATERIALS, celaka=Celaka("SIGKILL", "open", "data.json", pembantu=True))
    speaks(end, 3, "Proses pembantu berhenti mendadak, biasanya karena memori habis. Tutup")
    assert not living(end.proses)
    assert prints(proyek / "site") == prints(terbit[0] / "site")


def until(true: Callable[[], bool]) -> None:
    """Wait until something that must happen has happened."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end, "tidak terjadi"
        time.sleep(0.02)


# The disk

FULL = {
    "kunci": Celaka("penuh", "open", "build/kunci"),
    "berkas sementara penggambar": Celaka("penuh", "open", "sementara/"),
    "simpanan bagan": Celaka("penuh", "open", "bagan/tmp"),
    "petak": Celaka("penuh", "tulis", "petak/luring/daerah-contoh/pohon", 9),
    "pohon": Celaka("penuh", "tulis", ".docs.baru", 20),
    "mesin": Celaka("penuh", "tulis", ".site.baru", 30),
    "arsip": Celaka("penuh", "open", ".site.zip.baru"),
}


def test_a_full_disk(jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]) -> None:
    for step, celaka in FULL.items():
        end = jalan(proyek, "build", "--offline", "--out", "site", celaka=celaka)
        assert "(cakram penuh)" in end.kata, (step, end.kata)
        speaks(end, 3, "Periksa sisa ruang cakram dan hak tulisnya, lalu ulangi; yang sudah ada")
        assert prints(proyek / "site") == prints(terbit[0] / "site"), step
        offline = {name for name in names(proyek) if name.startswith("build/petak/luring")}
        assert not names(proyek) - names(terbit[1]) - offline, step
    end = jalan(proyek, "build")
    assert end.kode == 0
    assert prints(proyek / "site") == prints(terbit[1] / "site")


@pytest.mark.parametrize("step", ["bahan", "berkas sementara"])
def test_a_full_disk_while_material_is_made(
    step: str, jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]
) -> None:
    helping = step == "berkas sementara"
    name, number = ("data.json", 1) if helping else (".isi", 3)
    celaka = Celaka("penuh", "open", name, number, helping)
    end = jalan(proyek, *MATERIALS, celaka=celaka)
    speaks(end, 3, "(cakram penuh). Periksa sisa ruang cakram")
    assert prints(proyek / "site") == prints(terbit[0] / "site")


def test_a_file_that_the_system_cuts_off(
    jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]
) -> None:
    """The system itself refuses, in the middle of a file that is being written."""
    end = jalan(proyek, "build", bita=30_000)
    speaks(end, 3, "(berkasnya melampaui batas ukuran). Periksa sisa ruang cakram")
    assert prints(proyek / "site") == prints(terbit[0] / "site")
    assert not names(proyek) - names(terbit[1])


@pytest.mark.parametrize(
    "locked", [".", "build", "build/bagan", "build/petak/daring/daerah-contoh", "tujuan"]
)
def test_a_folder_that_must_not_be_written(
    locked: str, jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]
) -> None:
    (proyek / "tujuan").mkdir()
    (proyek / "build" / "bagan").mkdir()
    if locked == ".":
        shutil.rmtree(proyek / "build")
    out = "tujuan/site" if locked == "tujuan" else "site"
    (proyek / locked).chmod(0o555)
    end = jalan(proyek, "build", "--out", out, tanpa_kuasa=True)
    (proyek / locked).chmod(0o755)
    speaks(end, 3, "(tidak diizinkan). Periksa sisa ruang cakram dan hak tulisnya")
    assert f"Tidak dapat menulis ke {proyek}/" in end.kata
    assert prints(proyek / "site") == prints(terbit[0] / "site")


@pytest.mark.parametrize("blocked", ["build", "build/bagan", "build/sementara"])
def test_a_file_in_the_place_of_a_folder(blocked: str, jalan: Pelari, proyek: Path) -> None:
    site = prints(proyek / "site")
    shutil.rmtree(proyek / blocked, ignore_errors=True)
    (proyek / blocked).write_text("berkas orang")
    end = jalan(proyek, "build")
    speaks(end, 3, f"{blocked} (ada berkas dengan nama itu). Periksa sisa")
    assert (proyek / blocked).read_text() == "berkas orang"
    assert prints(proyek / "site") == site


@pytest.mark.parametrize("laku", ["penuh", "SIGKILL"])
def test_a_text_that_is_laid_out_anew(laku: str, jalan: Pelari, proyek: Path) -> None:
    """`format` writes into what people keep: it has the old words or the new ones, never half."""
    text = proyek / "content" / "peraturan" / "contoh" / "peraturan.md"
    good = text.read_text(encoding="utf-8")
    loose = good.replace("\nPasal 2\n", "\n\n\nPasal 2\n\n")
    text.write_text(loose, encoding="utf-8")
    event = "open" if laku == "penuh" else "os.rename"
    end = jalan(proyek, "format", celaka=Celaka(laku, event, ".peraturan.md.baru"))
    assert text.read_text(encoding="utf-8") == loose
    if laku == "penuh":
        speaks(end, 3, "(cakram penuh). Periksa sisa ruang cakram")
    else:
        assert end.kode == -signal.SIGKILL
    assert jalan(proyek, "format").kode == 0
    assert text.read_text(encoding="utf-8") == good
    assert [path.name for path in text.parent.glob(".*")] == []


# What is kept between builds

PLOT, READY = "build/petak/daring/daerah-contoh", "build/siap/contoh"


@pytest.fixture
def tersimpan(jalan: Pelari, terbit: tuple[Path, Path], tmp_path: Path) -> Path:
    """A project whose site shares its files with the plots that are kept."""
    folder = shutil.copytree(terbit[1], tmp_path / "proyek")
    assert jalan(folder, "build").kode == 0
    page = "contoh/index.html"
    assert (folder / "site" / page).samefile(folder / PLOT / "situs" / page)
    return folder


def empty(path: Path) -> None:
    """Empty a file in its place."""
    path.write_bytes(b"")


def replace_by_folder(path: Path) -> None:
    """Put an empty folder where a file is."""
    path.unlink()
    path.mkdir()


def add_a_word(path: Path) -> None:
    """Write into a file, so that all its names show it."""
    with path.open("a", encoding="utf-8") as file:
        file.write("salah")


#: Each set is brought about at once: every damage in a part of its own.
DAMAGES: dict[str, dict[str, Callable[[Path], None]]] = {
    "ditulisi": {
        "site/contoh/index.html": add_a_word,
        "site/index.html": empty,
        f"{READY}/ringkasan": empty,
        "build/siap/_banding/alur": lambda path: path.write_bytes(b"bukan simpanan") and None,
    },
    "hilang": {
        f"{PLOT}/situs/contoh/index.html": Path.unlink,
        "build/petak/daring/situs/hasil": replace_by_folder,
        f"{READY}/ringkasan": Path.unlink,
    },
    "kunci": {
        f"{PLOT}/kunci": lambda path: path.write_bytes(b"\xff\xfe") and None,
        "build/petak/daring/situs/kunci": replace_by_folder,
        f"{READY}/kunci": empty,
    },
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_what_is_kept(
    damage: str, jalan: Pelari, tersimpan: Path, terbit: tuple[Path, Path]
) -> None:
    """What was touched is made again, also what was touched through a page of the site."""
    for name, deed in DAMAGES[damage].items():
        deed(tersimpan / name)
    end = jalan(tersimpan, "build")
    assert end.kode == 0, end.kata
    assert prints(tersimpan / "site") == prints(terbit[1] / "site")
    assert names(tersimpan) == names(terbit[1])


def test_damage_that_cannot_be_seen(
    jalan: Pelari, tersimpan: Path, terbit: tuple[Path, Path]
) -> None:
    """As of a failing disk: what cannot be read is told, and made again by the next build."""
    path = tersimpan / PLOT / "hasil"
    state = path.stat()
    path.write_bytes(b"x" * state.st_size)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    end = jalan(tersimpan, "build")
    speaks(end, 3, f"{PLOT}/hasil tidak dapat dibaca, mungkin rusak. Ulangi perintah yang sama")
    assert prints(tersimpan / "site") == prints(terbit[1] / "site")
    assert jalan(tersimpan, "build").kode == 0
    assert prints(tersimpan / "site") == prints(terbit[1] / "site")


def test_a_page_in_the_place_of_another(
    jalan: Pelari, tersimpan: Path, terbit: tuple[Path, Path]
) -> None:
    """The first one's plot, which has that file too, stays as it is."""
    page = tersimpan / "content" / "contoh.md"
    page.write_text("# Contoh\n", encoding="utf-8")
    kept = prints(tersimpan / PLOT)
    end = jalan(tersimpan, "build")
    speaks(
        end, 1, "content/contoh.md:0:0: galat: situs membuat sendiri halaman contoh/; ganti nama"
    )
    assert prints(tersimpan / PLOT) == kept
    assert prints(tersimpan / "site") == prints(terbit[1] / "site")


def test_a_file_of_the_theme_in_the_place_of_another(
    jalan: Pelari, tersimpan: Path, terbit: tuple[Path, Path]
) -> None:
    """It is put together after all plots are made: none of them may be written into."""
    made = tersimpan / PLOT / "situs"
    name = sorted(p.relative_to(made).as_posix() for p in made.rglob("*.json"))[0]
    kept = (made / name).read_bytes()
    taken = tersimpan / "site_overrides" / name
    taken.parent.mkdir(parents=True)
    taken.write_text("{}", encoding="utf-8")
    end = jalan(tersimpan, "build")
    speaks(end, 1, f"{name}:0:0: galat: dua bagian situs membuat berkas ini; ganti nama berkas di")
    assert (made / name).read_bytes() == kept != b"{}"
    assert prints(tersimpan / "site") == prints(terbit[1] / "site")


# The renderer

RENDERER = """\
#!{python}
import pathlib, subprocess, sys, time
if "-V" in sys.argv:
    sys.exit(print("palsu 1"))
for file in sys.argv[3:]:
    if "Melaksanakan tugas" in pathlib.Path(file).read_text():
        {deed}
    subprocess.run([{real!r}, "-Tsvg", "-O", file])
"""
DEEDS = {
    "sys.exit('layout meledak')": "layout meledak",
    "time.sleep(600)": "program tidak selesai dalam 1 detik",
    "sys.exit()": "program berhenti tanpa hasil",
    "pathlib.Path(f'{file}.svg').write_text('<svg></x></svg>'); continue": "tidak terbaca",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_renderer_fails_on_one_chart(
    deed: str, jalan: Pelari, proyek: Path, tmp_path: Path, terbit: tuple[Path, Path]
) -> None:
    program = tmp_path / "program" / "dot"
    program.parent.mkdir()
    program.write_text(RENDERER.format(python=sys.executable, deed=deed, real=renderer()))
    program.chmod(0o755)
    end = jalan(proyek, "build", penggambar=str(program))
    speaks(end, 1, "regencies/contoh:0:0: galat: bagan mekanisme `")
    assert (
        DEEDS[deed] in end.kata and "periksa datanya di regencies/contoh/mekanisme.yaml" in end.kata
    )
    assert prints(proyek / "site") == prints(terbit[0] / "site")
    assert not names(proyek) - names(terbit[1]) - cached(proyek)


def cached(folder: Path) -> set[str]:
    """Charts that were drawn by another program than the usual one."""
    return {f"build/bagan/{path.name}" for path in (folder / "build" / "bagan").glob("*.json")}


# Two at once


def test_two_builds_at_once(jalan: Pelari, proyek: Path, terbit: tuple[Path, Path]) -> None:
    first = jalan(proyek, "build", celaka=Celaka("SIGSTOP", "tulis", ".site.baru", 40))
    assert first.kode == -signal.SIGSTOP
    second = jalan(proyek, "build")
    speaks(second, 3, "Pembangunan lain sedang berjalan dalam folder ini. Tunggu sampai selesai")
    assert prints(proyek / "site") == prints(terbit[0] / "site")
    first = jalan.go_on(first)
    assert first.kode == 0, first.kata
    assert prints(proyek / "site") == prints(terbit[1] / "site")
    assert names(proyek) == names(terbit[1])


# The same bytes


def test_the_same_bytes_elsewhere(bahan: Path, tmp_path: Path) -> None:
    """Another path, order of sets, time zone, language and mask; a cluster carries it out."""
    folder = tmp_path / "folder lain é" / "proyek"
    folder.parent.mkdir()
    shutil.copytree(bahan, folder, ignore=shutil.ignore_patterns("build", "site"))
    for path in folder.rglob("*.yaml"):
        os.utime(path, (1, 1))
    strange = {
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", "from generator.cli import main; main()", *MATERIALS]
    command += ["--pelaksana", "tests.gugus:buka"]
    end = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | strange,
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert end.returncode == 0, end.stderr
    assert prints(folder / "site") == prints(bahan / "site")


def test_the_day_of_material_is_the_one_that_is_set(
    jalan: Pelari, bahan: Path, tmp_path: Path
) -> None:
    """Pages that were kept tell it too."""
    folder = shutil.copytree(bahan, tmp_path / "proyek")
    end = jalan(folder, "build", lingkungan={"SOURCE_DATE_EPOCH": "1600000000"})
    assert end.kode == 0, end.kata
    for before, after in ((bahan, "14 November 2023"), (folder, "13 September 2020")):
        words = (before / "site" / "sosialisasi" / "index.html").read_text(encoding="utf-8")
        found = re.findall(r"\d+ (?:November 2023|September 2020)", words)
        assert set(found) == {after}
