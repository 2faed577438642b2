"""Training material: what is listed, what is made again, how a session is divided."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from generator.kemajuan import Kemajuan
from generator.materi.nilai import LAMA, Modul, Slide
from generator.materi.sesi import minutes
from generator.materi.simpanan import Bahan, kept, make, sweep
from generator.materi.terbit import Tercatat, Terdaftar
from generator.pages import sosialisasi
from generator.pages.values import DaerahTerbit, Situs
from generator.pipeline import build_site
from generator.project import approve, read_project, validate_project

_ROW = re.compile(r'<li class="pk-bahan__baris">(.*?)</li>', re.DOTALL)
_SLIDE = re.compile(r'<section id="([^"]+)" data-lama="(\d+)"')


def _write(folder: Path, name: str) -> bytes:
    """Counts how often it was called by the files that it leaves."""
    (folder / f"{name}-{len(list(folder.glob(f'{name}-*')))}").touch()
    return name.encode()


def _bahan(log: Path, names: Sequence[str], isi: str = "") -> list[Bahan]:
    return [
        Bahan(f"sosialisasi/{n}.txt", n, "txt", (n,), [n, isi], partial(_write, log, n))
        for n in names
    ]


def test_what_has_not_changed_is_not_made_again(tmp_path: Path) -> None:
    log, cache = tmp_path / "log", tmp_path / "cache"
    log.mkdir()
    told: list[str] = []
    first = make(_bahan(log, "abc"), cache, told.append, date(2026, 1, 2))
    assert [item.data for item in first] == [b"a", b"b", b"c"]
    assert told == [f"sosialisasi/{name}.txt" for name in "abc"]
    told.clear()
    again = make(_bahan(log, "abc"), cache, told.append, date(2026, 3, 4))
    assert not told
    assert {item.tanggal for item in again} == {date(2026, 1, 2)}
    assert len(list(log.iterdir())) == 3


def test_what_has_changed_is_made_again_and_the_rest_is_dropped(tmp_path: Path) -> None:
    log, cache = tmp_path / "log", tmp_path / "cache"
    log.mkdir()
    make(_bahan(log, "ab"), cache, lambda _one: None, date(2026, 1, 2))
    changed = _bahan(log, "a", "baru")
    assert not list(kept(changed, cache))
    make(changed, cache, lambda _one: None, date(2026, 3, 4))
    sweep(cache, {item.kunci for item in changed})
    assert sorted(path.name for path in log.iterdir()) == ["a-0", "a-1", "b-0"]
    assert [item.tanggal for item in kept(changed, cache)] == [date(2026, 3, 4)]
    assert len(list(cache.iterdir())) == 2


def test_a_file_cut_short_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    files = _bahan(tmp_path / "log", "a")
    make(files, tmp_path / "cache", lambda _one: None, date(2026, 1, 2))
    next((tmp_path / "cache").glob("*.tanggal")).unlink()
    assert not list(kept(files, tmp_path / "cache"))


def test_a_build_makes_material_only_when_asked(contoh: Path) -> None:
    told: list[str] = []
    page = contoh / "site" / "sosialisasi" / "index.html"

    build_site(contoh, contoh / "site")
    rows = _rows(page)
    assert rows
    waiting = [row for row in rows[1:] if "belum dibuat; jalankan" in row]
    assert waiting == rows[1:]

    build_site(contoh, contoh / "site", kabar=lambda *one: told.append(one[2]))
    assert len(told) == len(waiting)
    rows = _rows(page)
    assert not [row for row in rows if "belum dibuat" in row]
    for row in rows[1:]:
        path = re.findall(r'href="([^"]+)"', row)[0]
        data = (page.parent / path).read_bytes()
        assert f"{max(1, round(len(data) / 1000))} KB" in row or " MB" in row
        assert re.search(r"dibuat \d+ \w+ \d{4}", row)

    told.clear()
    build_site(contoh, contoh / "site", kabar=lambda *one: told.append(one[2]))
    assert not told
    build_site(contoh, contoh / "site")
    assert _rows(page) == rows


def _rows(page: Path) -> list[str]:
    return _ROW.findall(page.read_text(encoding="utf-8"))


def test_every_regency_is_listed_with_its_slides(situs: Path, root: Path) -> None:
    page = (situs / "sosialisasi" / "index.html").read_text(encoding="utf-8")
    slugs = [p.name for p in (root / "regencies").iterdir() if p.is_dir() and p.name[0] != "_"]
    for slug in (*slugs, "perbandingan"):
        assert f'id="{slug}"' in page
        for lama in LAMA:
            assert f'sosialisasi/{slug}/?lama={lama}"' in page
        assert (situs / "sosialisasi" / slug / "index.html").is_file()
        if slug != "perbandingan":
            overview = (situs / slug / "index.html").read_text(encoding="utf-8")
            assert f"sosialisasi/#{slug}" in overview


def test_letters_are_folded_and_the_rest_is_in_sight(situs: Path) -> None:
    page = (situs / "sosialisasi" / "index.html").read_text(encoding="utf-8")
    folded = "".join(re.findall(r'<details class="pk-bahan__lipat">.*?</details>', page, re.DOTALL))
    rows = _ROW.findall(page)
    letters = [row for row in rows if "DOCX, " in row]
    assert len(letters) > 40
    assert _ROW.findall(folded) == letters
    for name in ("kuis", "surat"):
        assert f'href="../kendal/{name}/"' in page


def test_many_regencies_have_a_page_each(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kosakata, files = read_project(contoh)
    one = approve(validate_project(kosakata, files))[0]
    daerah = DaerahTerbit(one.terbaca.data, one.terbaca.naskah, one.neraca, one.rujuk, ())
    names = (("salindia", "pptx"), ("surat", "docx"))
    files_of = tuple(Tercatat(f"sosialisasi/{n}.{kind}", n, kind, None, None) for n, kind in names)
    materi = {daerah.slug: Terdaftar(daerah.slug, (daerah.slug,), "", 1000, files_of)}
    site = Situs(kosakata, (daerah,))

    together = sosialisasi.page(site, materi, None)
    assert len(_ROW.findall(together.isi)) == 1 + len(files_of)
    monkeypatch.setattr(sosialisasi, "MANY", 0)
    index = sosialisasi.page(site, materi, None)
    own = sosialisasi.own_page(daerah, materi[daerah.slug])
    assert not _ROW.findall(index.isi)
    assert f'id="{daerah.slug}"' in index.isi and f'href="{own.alamat}"' in index.isi
    assert _ROW.findall(own.isi) == _ROW.findall(together.isi)
    assert own.alamat == f"~/{daerah.slug}/sosialisasi/"


def test_a_short_session_has_slides_for_its_time(situs: Path, root: Path) -> None:
    for page in sorted((situs / "sosialisasi").glob("*/index.html")):
        slides = _SLIDE.findall(page.read_text(encoding="utf-8"))
        count = {lama: sum(int(own) <= lama for _id, own in slides) for lama in LAMA}
        assert 12 <= count[30] <= 24, page.parent.name
        assert count[30] + 8 <= count[60] <= 55, page.parent.name
        assert count[60] < count[90] == len(slides)


@pytest.mark.parametrize("lama", LAMA)
def test_minutes_of_the_modules_are_those_of_the_session(lama: int) -> None:
    slide = Slide("s", "S", 30)
    later = Slide("t", "T", 90)
    modules = [Modul(str(n), "", "", (slide,) * n + (later,)) for n in (1, 2, 4)]
    shares = minutes(modules, lama)
    assert sum(shares) == lama
    assert list(shares) == sorted(shares)


def test_progress_is_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    tell = Kemajuan(stream)
    tell(1, 2, "a.pptx")
    tell(2, 2, "b.pptx")
    assert stream.getvalue() == "bahan 1/2: a.pptx\nbahan 2/2: b.pptx\n"


def test_progress_is_one_bar_on_a_terminal() -> None:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    tell = Kemajuan(stream)
    tell(1, 2, "a.pptx")
    tell(2, 2, "b.pptx")
    assert stream.getvalue().count("\n") == 1
    assert "1/2 a.pptx" in stream.getvalue()
    assert stream.getvalue().endswith("2/2 b.pptx\n")
