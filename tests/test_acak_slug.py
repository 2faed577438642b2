"""Slugs and folders that nobody meant well: no path leads out, and no half a draft is left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator.cli import app
from generator.importers import import_file, write_draft
from generator.problems import BuildFailed
from generator.scaffold import start_regency
from tests.acak_kamar import ROOT, share, told

#: Slugs that lead elsewhere, that a system reserves, or that only look like one.
BAD = ("", ".", "..", "../kab", "/etc", "a/b", "a\\b", "-", "-a", "a-", "a--b", "_a", "A",
       "kab baru",
       "kab\n", "kab\0", "kab\u202e", "káb", "ｋａｂ", "кab", "²", "kab.", "con", "nul",
       "com1", "lpt9",
       "assets", "data", "cari", "tanya", "tentang", "bandingkan", "a" * 41, "a" * 5000, "%2e%2e",
       "~", "$HOME", "🙂")  # fmt: skip


@pytest.fixture(scope="module")
def proyek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with nothing but the example, and a text to import."""
    root = tmp_path_factory.mktemp("luar") / "proyek"
    for folder in ("regencies", "content/peraturan"):
        shutil.copytree(ROOT / folder / "_contoh", root / folder / "_contoh")
    (root / "a.txt").write_text("Pasal 1\nPasar dibuka.\n", encoding="utf-8")
    return root


def _start(root: Path, slug: str) -> None:
    start_regency(root, slug)


def _import(root: Path, slug: str) -> None:
    write_draft(import_file(root / "a.txt", slug), root)


SLUGS = st.sampled_from(BAD) | st.text(max_size=50) | st.from_regex(r"[a-z0-9-]{1,45}")


@pytest.mark.parametrize("begin", [_start, _import], ids=["new", "import"])
@share()
@given(SLUGS)
@example("kab-baru")
@example("a" * 40)
def test_a_slug_makes_its_own_two_folders_or_nothing(
    begin: Callable[[Path, str], None], proyek: Path, slug: str
) -> None:
    before = set(proyek.parent.rglob("*"))
    try:
        begin(proyek, slug)
    except BuildFailed as failure:
        assert told(failure.problems)
        assert set(proyek.parent.rglob("*")) == before
        return
    assert slug not in BAD
    new = {path for path in set(proyek.parent.rglob("*")) - before if path.is_dir()}
    wanted = {proyek / folder / f"_{slug}" for folder in ("regencies", "content/peraturan")}
    for folder in wanted:
        shutil.rmtree(folder)
    assert wanted <= new
    assert set(proyek.parent.rglob("*")) == before


@pytest.mark.parametrize("slug", [slug for slug in BAD if "\0" not in slug])
def test_the_command_says_what_a_slug_is_made_of(slug: str, proyek: Path) -> None:
    for words in (["new"], ["import", str(proyek / "a.txt"), "--slug"]):
        # After "--" a slug that begins with a dash is no option.
        given_ = [f"--slug={slug}"] if "--slug" in words else ["--", slug]
        told_ = CliRunner().invoke(
            app, [*[w for w in words if w != "--slug"], "--proyek", str(proyek), *given_]
        )
        assert told_.exit_code == 1, told_.output
        assert "galat: slug “" in told_.output


def test_half_a_draft_is_taken_away(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_text

    def full(path: Path, *words: object, **more: object) -> int:
        if path.name == "koreksi.yaml":
            raise OSError(28, "No space left on device", str(path))
        return write(path, *words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(BuildFailed, match="draf tidak dapat ditulis"):
        _import(proyek, "kab-baru")
    assert not [path for path in proyek.rglob("_kab-baru/*") if path.is_file()]


@pytest.mark.parametrize("slug", ["data", "nul", "-"])
def test_a_regency_that_takes_an_address_of_the_site_is_refused(slug: str, contoh: Path) -> None:
    for folder in (contoh / "regencies", contoh / "content" / "peraturan"):
        (folder / "contoh").rename(folder / slug)
    path = contoh / "regencies" / slug / "daerah.yaml"
    path.write_text(path.read_text("utf-8").replace("slug: contoh", f'slug: "{slug}"'), "utf-8")
    told_ = CliRunner().invoke(app, ["check", "--proyek", str(contoh)])
    assert told_.exit_code == 1
    assert f"galat: slug “{slug}”" in told_.output
