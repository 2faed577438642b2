"""Publishing: the old site stays until a whole new one stands beside it."""

from __future__ import annotations

import errno
import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from generator import publish
from generator.cakram import EnvironmentLacks, disk_errors, exchange
from generator.problems import BuildFailed
from generator.publish import MARK, only_one_build, replacing, write_tree


def _publish(out: Path, text: str) -> None:
    with replacing(out) as new:
        write_tree(new, {"index.html": text})


@pytest.mark.parametrize("one_step", [True, False])
def test_a_new_site_takes_the_old_ones_place(
    one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not one_step:
        monkeypatch.setattr(publish, "exchange", lambda *_paths: False)
    out = tmp_path / "site"
    _publish(out, "lama")
    _publish(out, "baru")
    assert (out / "index.html").read_text() == "baru"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    _publish(out, "lama")
    with pytest.raises(ZeroDivisionError), replacing(out) as new:
        write_tree(new, {"index.html": "setengah"})
        raise ZeroDivisionError
    assert (out / "index.html").read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_killed_between_the_two_renames_the_old_site_comes_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    _publish(out, "lama")
    out.rename(tmp_path / ".site.lama")
    with pytest.raises(ZeroDivisionError), replacing(out):
        raise ZeroDivisionError
    assert (out / "index.html").read_text() == "lama"


def test_stopped_between_the_two_renames_the_old_site_comes_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    _publish(out, "lama")

    def interrupted(*_paths: Path) -> bool:
        out.rename(tmp_path / ".site.lama")
        raise KeyboardInterrupt

    monkeypatch.setattr(publish, "exchange", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _publish(out, "baru")
    assert (out / "index.html").read_text() == "lama"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_folders_swap_their_names(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "isi").write_text(name)
    swapped = exchange(tmp_path / "satu", tmp_path / "dua")
    found = [(tmp_path / name / "isi").read_text() for name in ("satu", "dua")]
    assert found == (["dua", "satu"] if swapped else ["satu", "dua"])
    if sys.platform == "linux":
        assert swapped
    assert not exchange(tmp_path / "satu", tmp_path / "tidak-ada")


def test_killed_while_writing_leaves_no_trace_next_time(tmp_path: Path) -> None:
    (tmp_path / ".site.baru").mkdir()
    (tmp_path / ".site.baru" / "sisa").touch()
    _publish(tmp_path / "site", "baru")
    assert not (tmp_path / "site" / "sisa").exists()


def test_a_folder_of_somebody_elses_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "skripsi.txt").write_text("penting")
    with pytest.raises(BuildFailed, match="bukan buatan petakerja"), replacing(tmp_path):
        pass
    assert (tmp_path / "skripsi.txt").read_text() == "penting"
    with pytest.raises(BuildFailed, match="bukan folder"), replacing(tmp_path / "skripsi.txt"):
        pass


def test_a_link_still_leads_to_the_site(tmp_path: Path) -> None:
    """As when a server shows a folder of its own, to which the project's ``site`` leads."""
    shown, link = tmp_path / "www" / "peta", tmp_path / "site"
    shown.mkdir(parents=True)
    link.symlink_to(shown)
    for text in ("lama", "baru"):
        _publish(link, text)
        assert (shown / "index.html").read_text() == text
        assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        ".peta-kerja", "index.html", "peta", "site", "www"
    ]  # fmt: skip


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    _publish(out, "baru")
    assert (out / MARK).exists()


@pytest.mark.parametrize("name", ["../luar.html", "/tmp/luar.html", "a/../../luar.html"])
def test_no_path_leaves_the_folder(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.raises(BuildFailed, match="keluar dari folder hasil"):
        write_tree(folder, {name: "x"})
    assert not (tmp_path / "luar.html").exists()


def test_an_unwritable_place_says_what_to_do(tmp_path: Path) -> None:
    # A file where a folder should be: even an administrator cannot write below it.
    (tmp_path / "berkas").touch()
    with pytest.raises(EnvironmentLacks, match="ruang cakram dan hak tulis"):
        _publish(tmp_path / "berkas" / "site", "x")


def test_a_copy_that_fails_names_the_file_that_could_not_be_written(tmp_path: Path) -> None:
    full = OSError(errno.ENOSPC, "No space left", "pustaka/tema.js", None, "situs/tema.js")
    told = r"menulis ke situs/tema\.js \(cakram penuh\)"
    with pytest.raises(EnvironmentLacks, match=told), disk_errors(tmp_path):
        raise full


def test_helping_processes_find_each_other_after_a_build(tmp_path: Path) -> None:
    """In a process of its own: the folder is chosen once."""
    script = (
        "import pathlib, sys, multiprocessing.util as util, generator.cakram as cakram\n"
        "with cakram.temporary_below(pathlib.Path(sys.argv[1])): util.get_temp_dir()\n"
        "assert pathlib.Path(util.get_temp_dir()).is_dir()"
    )
    words = [sys.executable, "-c", script, str(tmp_path / "sementara")]
    root = Path(__file__).parent.parent
    end = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert (end.returncode, end.stderr) == (0, "")


def _hold(root: Path, held: object, let_go: object) -> None:
    with only_one_build(root):
        held.set()  # type: ignore[attr-defined]
        let_go.wait(30)  # type: ignore[attr-defined]


def test_two_builds_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held, let_go = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held, let_go))
    other.start()
    try:
        assert held.wait(30)
        with (
            pytest.raises(EnvironmentLacks, match="Pembangunan lain sedang berjalan"),
            only_one_build(tmp_path),
        ):
            pass
    finally:
        other.kill()
        other.join()
    # The system lets go of a killed process's lock.
    with only_one_build(tmp_path):
        pass
