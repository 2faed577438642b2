"""Search, the side of the build: roots of words, documents, files of the index."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.cari import Dokumen, index_files, read_morphology
from generator.cari.kata import read_knowledge
from generator.cari.pecahan import AT_ONCE, FOLDER, shard_of
from generator.read import read_yaml

CASES = Path(__file__).parent / "cari"
FAMILIES = read_yaml(CASES / "keluarga.yaml", "keluarga.yaml").nilai


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_words_of_a_family_have_one_root(family: list[str]) -> None:
    morph = read_morphology()
    wanted = tuple(root for word in family[0].split() for root in morph.roots(word))
    assert {form: morph.roots(form) for form in family[1:]} == dict.fromkeys(family[1:], wanted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("perintah", "pemerintah"),
        ("berlaku", "dilakukan"),
        ("atasan", "atas"),
        ("perangkat", "diangkat"),
        ("peran", "perang"),
        ("mohon", "pohon"),
        ("kinerja", "kerja"),
        ("petani", "peta"),
    ],
)
def test_words_that_only_look_related_stay_apart(one: str, other: str) -> None:
    morph = read_morphology()
    assert morph.roots(one) != morph.roots(other)


def test_every_synonym_and_exception_can_be_found() -> None:
    known = read_knowledge()
    assert len(known.akar) > 1500
    assert all(roots.split() for roots in known.kata["kecuali"].values())
    for group in known.kata["sama"]:
        assert len(group) > 1, group
    assert not known.akar & {"penugasan", "kedudukan", "menilai"}, "bentuk berimbuhan bukan akar"


def _documents(slug: str) -> tuple[Dokumen, ...]:
    page = f"~/{slug}/peraturan/"
    return (
        Dokumen("klausa", f"{page}#pasal-1", "Pasal 1", "", "Pegawai menilai kinerja."),
        Dokumen("klausa", f"{page}#pasal-1-ayat-1", "Pasal 1 ayat (1)", "", "x", f"{page}#pasal-1"),
    )


def _value(text: str) -> list[object]:
    inner = text.removeprefix("window.__pk_cari(").removesuffix(");\n")
    return json.loads(f"[{inner}]")


def test_few_regencies_have_no_summaries() -> None:
    files = index_files(read_knowledge(), {"a": ("Kabupaten A", "A", _documents("a"))}, ())
    assert sorted(files) == [f"{FOLDER}/a.js", f"{FOLDER}/kata.js", f"{FOLDER}/situs.js"]
    name, (pages, rows) = _value(files[f"{FOLDER}/a.js"])  # type: ignore[misc]
    assert (name, pages) == ("a", ["peraturan/"])
    assert rows[1] == ["klausa", 0, "pasal-1-ayat-1", "Pasal 1 ayat (1)", "", "x", 0]


def test_summaries_say_who_uses_a_root() -> None:
    slugs = [f"d{number}" for number in range(AT_ONCE + 1)]
    regencies = {slug: (slug, slug, _documents(slug)) for slug in slugs}
    regencies["d0"] = ("d0", "d0", ())
    files = index_files(read_knowledge(), regencies, ())
    _, found = _value(files[f"{FOLDER}/ringkas-{shard_of('nilai')}.js"])
    assert found["nilai"] == "0" + "1" * AT_ONCE  # type: ignore[call-overload, index]


def test_a_script_cannot_be_broken_by_what_it_holds() -> None:
    nasty = 'a"];alert(1);//\u2028</script>'
    page = "~/a/peraturan/#pasal-1"
    files = index_files(
        read_knowledge(), {"a": (nasty, nasty, (Dokumen("klausa", page, nasty, nasty, nasty),))}, ()
    )
    _, (_, rows) = _value(files[f"{FOLDER}/a.js"])  # type: ignore[misc]
    assert rows[0][5] == nasty
    assert "\u2028" not in files[f"{FOLDER}/a.js"]


def test_the_index_of_the_real_site_is_small(situs: Path) -> None:
    needed = [*(situs / "cari" / "indeks").glob("*.js"), *(situs / "assets/js").glob("cari*.js")]
    assert len(needed) >= 9
    assert sum(len(gzip.compress(path.read_bytes())) for path in needed) < 150_000


def test_every_document_leads_to_an_anchor_that_is_there(situs: Path) -> None:
    for path in (situs / "cari" / "indeks").glob("*.js"):
        slug, value = _value(path.read_text(encoding="utf-8"))
        if slug == "kata":
            continue
        pages, rows = value  # type: ignore[misc]
        texts = [
            (situs / str(slug) / page / "index.html").read_text(encoding="utf-8") for page in pages
        ]
        assert rows
        for row in rows:
            assert not row[2] or f'id="{row[2]}"' in texts[row[1]], (slug, row[:4])
