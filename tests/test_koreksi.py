"""The ledger of corrections: exact edits, nothing silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.account import published_words, take_account
from generator.koreksi import Koreksi, apply, draft, read_words
from generator.project import read_project, validate_project

WORDS = st.lists(st.sampled_from(["a", "b", "c", "1.", "(2)", "kata", "x-y"]), max_size=30)


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    words = read_words("perundang-\nundangan dan - masing\n-\nlain")
    assert [word.teks for word in words] == [
        "perundang-undangan", "dan", "-", "masing", "-", "lain",
    ]  # fmt: skip
    assert [word.baris for word in words] == [1, 2, 2, 2, 3, 4]


def test_marks_of_the_form_are_no_words() -> None:
    words = read_words("- a. **Satu** dua\n - (1) tiga\n- - empat", markdown=True)
    assert [word.teks for word in words] == ["a.", "Satu", "dua", "(1)", "tiga", "-", "empat"]
    assert [word.teks for word in read_words("- *satu*")] == ["*satu*"]


def test_an_edit_replaces_exactly_its_words() -> None:
    source = read_words("satu wunit dua\nwunit wunit tiga")
    corrected, failed = apply([Koreksi(2, "wunit", "unit", ke=2)], source)
    assert [word.teks for word in corrected] == ["satu", "wunit", "dua", "wunit", "unit", "tiga"]
    assert not failed
    assert corrected[4].koreksi is not None


@pytest.mark.parametrize(
    "edit",
    [
        Koreksi(1, "dua lain", "x"),
        Koreksi(2, "satu", "x"),
        Koreksi(1, "satu", "x", ke=2),
        Koreksi(9, "satu", "x"),
        Koreksi(1, "", "x"),
    ],
    ids=["bukan kata itu", "baris lain", "kemunculan kedua", "di luar sumber", "kosong"],
)
def test_an_edit_that_does_not_fit_is_told(edit: Koreksi) -> None:
    _, failed = apply([edit], read_words("satu dua\ntiga"))
    assert [failure.koreksi for failure in failed] == [edit]


def test_overlapping_edits_are_told() -> None:
    edits = [Koreksi(1, "satu dua", "x"), Koreksi(1, "dua tiga", "y")]
    corrected, failed = apply(edits, read_words("satu dua tiga"))
    assert [word.teks for word in corrected] == ["x", "tiga"]
    assert [failure.koreksi for failure in failed] == [edits[1]]


def test_digits_of_personal_data_need_not_be_repeated() -> None:
    corrected, failed = apply([Koreksi(1, "NIP. ••••", "")], read_words("NIP. 1970 nama"))
    assert [word.teks for word in corrected] == ["nama"]
    assert not failed
    _, failed = apply([Koreksi(1, "NIP. ••••", "")], read_words("NIP. 19a0 nama"))
    assert failed


@given(WORDS, WORDS, st.integers(1, 7))
def test_a_draft_turns_the_source_into_the_text(
    source: list[str], published: list[str], per_line: int
) -> None:
    lines = [source[at : at + per_line] for at in range(0, len(source), per_line)]
    words = read_words("\n".join(" ".join(line) for line in lines))
    if not words:
        return
    corrected, failed = apply(list(draft(words, published)), words)
    assert not failed
    assert [word.teks for word in corrected] == published


@pytest.mark.parametrize("slug", ["kendal"])
def test_account_of_real_text(slug: str, root: Path) -> None:
    kosakata, files = read_project(root, (slug,))
    (daerah,) = validate_project(kosakata, files).daerah
    received = daerah.kata_sumber
    account = take_account(received, daerah.data.koreksi, daerah.naskah)
    assert account.terbit == len(published_words(daerah.naskah))
    assert account.sumber == len(received)
    assert sum(account.menurut_alasan.values()) == len(account.koreksi)
    assert 0.9 < account.bagian_tetap < 1
    placed = [item for item in account.koreksi if item.entri.terbit]
    assert all(item.klausa in daerah.naskah.klausa for item in placed)


def test_no_personal_number_is_published(root: Path) -> None:
    # A NIP: date of birth, date of appointment, sex, serial number.
    number = re.compile(r"\b(?:19|20)\d{6} ?(?:19|20)\d{4} ?[12] ?\d{3}\b")
    sources = [*root.glob("content/peraturan/*/*.md"), *root.glob("regencies/*/*.yaml")]
    assert sources
    assert number.search("NIP 19700101 199003 1 001")
    found = [str(path) for path in sources if number.search(path.read_text(encoding="utf-8"))]
    assert not found
