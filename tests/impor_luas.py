"""Regulations of more kinds, made at random with the structure known, and damage done to them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from generator.naskah.nomor import ordinal
from tests.impor_contoh import ORDINALS, ROMAN, Contoh

LETTERS = tuple("abcdefghijklmnopqrstuvwxyz") + tuple(letter * 2 for letter in "abcdefgh")
CLOSINGS = (
    "wajib melapor kepada ketua tim.",
    "dikenai sanksi administratif.",
    "dipidana dengan pidana kurungan paling lama 6 (enam) bulan.",
)


class Luas(Contoh):
    """A regulation with long lists, closing paragraphs, books, and quoted Pasal."""

    def long_list(self, prefix: str) -> None:
        """A list of letters beyond z."""
        count = self.acak.randint(20, 32)
        for at, letter in enumerate(LETTERS[:count], start=1):
            self.jangkar.append(f"{prefix}-huruf-{letter}")
            end = "." if at == count else "; dan" if at == count - 1 else ";"
            self.write(f"{letter}. {self.acak.choice(['tugas', 'izin'])} {self.sentence()}{end}")

    def closed_list(self, prefix: str) -> None:
        """A list inside a sentence, which goes on after it."""
        for letter, end in (("a", "; atau"), ("b", ",")):
            self.jangkar.append(f"{prefix}-huruf-{letter}")
            self.write(f"{letter}. {self.sentence()}{end}")
        self.write(self.acak.choice(CLOSINGS))

    def clause(self, label: str, prefix: str) -> None:
        chance = self.acak.random()
        if chance < 0.03:
            self.write(f"{label} {self.sentence().capitalize()} meliputi:".strip())
            self.long_list(prefix)
        elif chance < 0.15:
            self.write(f"{label} Setiap orang yang:".strip())
            self.closed_list(prefix)
        else:
            super().clause(label, prefix)

    def change(self, number: int, quoted: int) -> None:
        """One item of an amendment, and the Pasal that it quotes."""
        anchor = f"pasal-i-angka-{number}"
        self.jangkar.append(anchor)
        if self.acak.random() < 0.15:
            self.write(f"{number}. Ketentuan Pasal {quoted} dihapus.")
            return
        self.write(
            f"{number}. Ketentuan Pasal {quoted} diubah sehingga berbunyi sebagai berikut:"
            if self.acak.random() < 0.6
            else f"{number}. Di antara Pasal {quoted} dan Pasal {quoted + 1} disisipkan 1 (satu) "
            f"pasal, yakni Pasal {quoted}A sehingga berbunyi sebagai berikut:"
        )
        name = f"{quoted}A" if "disisipkan" in " ".join(self.baris[-4:]) else str(quoted)
        mark = '"' if self.acak.random() < 0.3 else ""
        self.baris.append(f"{mark}Pasal {name}")
        anchor += f"-pasal-{name.lower()}"
        self.jangkar.append(anchor)
        if self.acak.random() < 0.6:
            for at in range(1, self.acak.randint(2, 5)):
                self.jangkar.append(f"{anchor}-ayat-{at}")
                self.clause(f"({at})", f"{anchor}-ayat-{at}")
        else:
            self.clause("", anchor)
        self.baris[-1] += mark


def make_amendment(seed: int) -> Luas:
    """A regulation that amends another: Pasal I with numbered changes, and Pasal II."""
    rnd = random.Random(seed)
    made = Luas(rnd, rnd.choice([58, 66, 75, 90, 400]))
    made.baris += ["PERATURAN DAERAH KABUPATEN AIR", "NOMOR 7 TAHUN 2032", "TENTANG"]
    made.baris += ["PERUBAHAN ATAS PERATURAN DAERAH NOMOR 5 TAHUN 2031", ""]
    _opening(made, "PERUBAHAN ATAS PERATURAN DAERAH NOMOR 5 TAHUN 2031")
    made.baris.append("Pasal I")
    made.jangkar.append("pasal-i")
    made.write(
        "Beberapa ketentuan dalam Peraturan Daerah Nomor 5 Tahun 2031 diubah sebagai berikut:"
    )
    quoted = 1
    for number in range(1, rnd.randint(3, 12)):
        made.change(number, quoted)
        quoted += rnd.randint(1, 9)
    made.baris.append("Pasal II")
    made.jangkar.append("pasal-ii")
    made.write("Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.")
    _closing(made)
    return made


def make_code(seed: int) -> Luas:
    """A regulation with BUKU, BAB, Bagian and Paragraf, a Penjelasan and a Lampiran."""
    rnd = random.Random(seed)
    made = Luas(rnd, rnd.choice([58, 66, 75, 90, 400]))
    made.baris += ["UNDANG-UNDANG REPUBLIK INDONESIA", "NOMOR 8 TAHUN 2032", "TENTANG"]
    made.baris += ["KITAB PASAR", ""]
    _opening(made, "UNDANG-UNDANG TENTANG KITAB PASAR")
    for book in range(1, rnd.randint(2, 4)):
        made.baris += [f"BUKU {ORDINALS[book - 1].upper()}", "ATURAN PASAR"]
        made.jangkar.append(f"buku-{book}")
        for chapter in range(1, rnd.randint(2, 5)):
            made.baris += [f"BAB {ROMAN[chapter - 1]}", "TATA CARA PENGELOLAAN"]
            prefix = f"buku-{book}-bab-{chapter}"
            made.jangkar.append(prefix)
            for part in range(1, rnd.randint(1, 3)):
                made.baris += [f"Bagian {ORDINALS[part - 1]}", "Pelaksanaan"]
                made.jangkar.append(f"{prefix}-bagian-{part}")
                made.article()
            made.article()
    _closing(made)
    _explanation(made)
    made.baris += ["LAMPIRAN I", "UNDANG-UNDANG REPUBLIK INDONESIA", "NOMOR 8 TAHUN 2032"]
    made.baris += ["A. PASAR RAKYAT", "1. Pasar dibuka:", "a. pagi;", "b. sore."]
    return made


def _opening(made: Contoh, name: str) -> None:
    made.baris += ["DENGAN RAHMAT TUHAN YANG MAHA ESA", "BUPATI AIR,", ""]
    made.write("Menimbang : a. bahwa pasar perlu dikelola;")
    made.write("b. bahwa perlu menetapkan peraturan tentang pengelolaan pasar;")
    made.write("Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia;")
    made.write("2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;")
    made.baris += ["MEMUTUSKAN:", f"Menetapkan : {name}.", ""]


def _closing(made: Contoh) -> None:
    made.baris += ["Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini."]
    made.baris += ["Ditetapkan di Air", "pada tanggal 5 Mei 2032", "BUPATI AIR,", "NAMA"]


def _explanation(made: Contoh) -> None:
    made.baris += ["PENJELASAN", "ATAS", "UNDANG-UNDANG REPUBLIK INDONESIA", "NOMOR 8 TAHUN 2032"]
    made.baris += ["TENTANG", "KITAB PASAR", "I. UMUM"]
    made.write(f"{made.sentence().capitalize()}.")
    made.baris += ["II. PASAL DEMI PASAL"]
    for number in range(1, made.pasal + 1):
        made.baris.append(f"Pasal {number}")
        if made.acak.random() < 0.6:
            made.baris.append("Cukup jelas.")
        else:
            made.baris += ["Ayat (1)", "Cukup jelas.", "Ayat (2)", "Huruf a", "Cukup jelas."]


# --- damage ---

Rusak = Callable[[Sequence[str], random.Random], list[str]]


def heads(lines: Sequence[str], rnd: random.Random) -> list[str]:
    """Running heads and catchwords between pages, as in the State Gazette."""
    result: list[str] = []
    page = 1
    for at, line in enumerate(lines):
        result.append(line)
        if at and at % 23 == 0 and at + 1 < len(lines) and lines[at + 1].strip():
            page += 1
            if rnd.random() < 0.5 and lines[at + 1][0].isalpha():
                result.append(" ".join(lines[at + 1].split()[:2]) + " . . .")
            result += ["SK No 012345 A", "PRES IDEN", "REPUELIK INDONESIA", f"- {page} -"]
    return result


def misread(lines: Sequence[str], rnd: random.Random) -> list[str]:
    """Labels and numbers of Pasal as scans misread them: "Pasa1 3", "Pasal 1O", "(l)", "(21"."""
    return [_misread(line, rnd) if rnd.random() < 0.25 else line for line in lines]


def _misread(line: str, rnd: random.Random) -> str:
    if re.fullmatch(r"Pasal \d+", line):
        return rnd.choice(
            [
                line.replace("Pasal", "Pasa1"),
                line.replace("1", "l"),
                line.replace("0", "O"),
                line.replace(" ", "  "),
                f"{line}.",
            ]
        )
    line = re.sub(r"^\(1\) ", rnd.choice(["(l) ", "( 1 ) ", "{1) "]), line)
    return re.sub(r"^\(([2-9])\) (?=[A-Z])", rnd.choice([r"(\g<1>1 ", r"( \1 ) "]), line)


def torn(lines: Sequence[str], rnd: random.Random) -> list[str]:
    """Labels on lines of their own, before their text."""
    result: list[str] = []
    for line in lines:
        label = re.match(r"(\(\d+\)|[a-z]\.|\d+\.) (?=\S)", line)
        if label and rnd.random() < 0.2:
            result += [label[1], line[label.end() :]]
        else:
            result.append(line)
    return result


def spaced(lines: Sequence[str], rnd: random.Random) -> list[str]:
    """A blank line after every line, tabs and wide blanks within: a page copied from the web."""
    result: list[str] = []
    for line in lines:
        wide = "  " if rnd.random() < 0.2 else " "
        result += [line.replace(" ", wide, 3).replace(". ", ".\t", 1), ""]
    return result


def flowing(lines: Sequence[str], rnd: random.Random) -> list[str]:
    """Clauses run together on one line, as in text that a reader copied."""
    result: list[str] = []
    for line in lines:
        begins = re.match(r"\(\d+\) [A-Z]|[a-z]{1,2}\. |\d+[.)] ", line)
        goes_on = result and result[-1][-1:] in (";", ".", ":") and begins
        if goes_on and rnd.random() < 0.4:
            result[-1] += f" {line}"
        else:
            result.append(line)
    return result


DAMAGES: tuple[Rusak, ...] = (heads, misread, torn, spaced, flowing)
assert ordinal(ORDINALS[0]) == 1
