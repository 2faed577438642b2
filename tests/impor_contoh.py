"""Regulations made at random with the structure known: text as a scan shows it, and its anchors."""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass, field

from generator.naskah.nomor import ordinal

WORDS = tuple(
    [
        "pejabat",
        "dinas",
        "daerah",
        "warga",
        "ketua",
        "tim",
        "kerja",
        "laporan",
        "tugas",
        "layanan",
        "sungai",
        "pasar",
        "kebun",
        "jalan",
        "air",
        "rencana",
        "anggaran",
        "pengawasan",
        "izin",
        "petugas",
        "kepala",
        "badan",
        "desa",
        "kota",
        "bangunan",
        "pohon",
        "tanah",
        "arsip",
    ]
)
#: Texts that look like headings and labels at a line's start, wherever the wrapping puts them.
REFERENCES = (
    "sebagaimana dimaksud pada ayat (1)", "sebagaimana dimaksud dalam Pasal 2 ayat (2)",
    "sebagaimana dimaksud pada ayat (1) dan ayat (2)", "sebagaimana dimaksud dalam Pasal 3",
    "sebagaimana dimaksud pada ayat (1) huruf a dan huruf b", "paling lama 14 (empat belas) hari",
    "Undang-Undang Nomor 23 Tahun 2014", "sebagaimana dimaksud dalam Pasal 4 sampai dengan Pasal 6",
    "sesuai dengan ketentuan peraturan perundang-undangan", "menurut Peraturan Menteri (2019)",
)  # fmt: skip
FORMS = ("{a}.", "{n}.", "{a})", "{n})")
ROMAN = tuple(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"])
ORDINALS = tuple(
    ["Kesatu", "Kedua", "Ketiga", "Keempat", "Kelima", "Keenam", "Ketujuh", "Kedelapan"]
)
assert all(ordinal(word) == index for index, word in enumerate(ORDINALS, 1))


@dataclass
class Contoh:
    """A regulation: its lines as printed, and the anchors of its body in order."""

    acak: random.Random
    lebar: int
    baris: list[str] = field(default_factory=list)
    jangkar: list[str] = field(default_factory=list)
    pasal: int = 0
    halaman: int = 1

    def sentence(self) -> str:
        """A sentence of a clause, without its end."""
        words = [self.acak.choice(WORDS) for _ in range(self.acak.randint(4, 22))]
        for _ in range(self.acak.randint(0, 2)):
            words.insert(self.acak.randint(2, len(words)), self.acak.choice(REFERENCES))
        return " ".join(words)

    def write(self, text: str) -> None:
        """Print a clause, wrapped; a page may end anywhere."""
        for line in textwrap.wrap(text, self.lebar, break_on_hyphens=False):
            self.baris.append(line)
            if self.acak.random() < 0.03:
                self.halaman += 1
                mark = f"- {self.halaman} -"
                self.baris += ["", mark, ""] if self.acak.random() < 0.5 else [mark]

    def blank(self) -> None:
        """Perhaps a blank line."""
        if self.acak.random() < 0.4:
            self.baris.append("")

    def listed(self, prefix: str, level: int) -> None:
        """A list of two to eight items, some with lists of their own."""
        count = self.acak.randint(2, 8)
        for at in range(1, count + 1):
            letter = "abcdefghijklmnopqrstuvwxyz"[at - 1]
            label = FORMS[level].format(a=letter, n=at)
            kind = "huruf" if level % 2 == 0 else "angka"
            anchor = f"{prefix}-{kind}-{letter if level % 2 == 0 else at}"
            self.jangkar.append(anchor)
            end = "." if at == count else "; dan" if at == count - 1 else ";"
            if level < 3 and self.acak.random() < 0.2:
                self.write(f"{label} {self.sentence()}, yang meliputi:")
                self.listed(anchor, level + 1)
            else:
                self.write(f"{label} {self.sentence()}{end}")
            self.blank() if level == 0 else None

    def clause(self, label: str, prefix: str) -> None:
        """One ayat, or a Pasal without ayat."""
        text = f"{label} {self.sentence().capitalize()}".strip()
        if self.acak.random() < 0.35:
            self.write(f"{text}:")
            self.listed(prefix, 0)
        else:
            self.write(f"{text}.")

    def article(self) -> None:
        """One Pasal, with or without ayat."""
        self.pasal += 1
        number = f"{self.pasal}"
        self.one_article(number)
        if self.acak.random() < 0.05:
            self.one_article(f"{number}A")

    def one_article(self, number: str) -> None:
        """Print a Pasal of a given number."""
        self.baris.append(f"Pasal {number}")
        self.blank()
        anchor = f"pasal-{number.lower()}"
        self.jangkar.append(anchor)
        if self.acak.random() < 0.5:
            for at in range(1, self.acak.randint(2, 7)):
                self.jangkar.append(f"{anchor}-ayat-{at}")
                self.clause(f"({at})", f"{anchor}-ayat-{at}")
        else:
            self.clause("", anchor)
        self.blank()


def make(seed: int) -> Contoh:
    """A regulation of its own kind for every seed."""
    rnd = random.Random(seed)
    made = Contoh(rnd, rnd.choice([58, 66, 75, 90, 400]))
    name = rnd.choice(["UNDANG-UNDANG REPUBLIK INDONESIA", "PERATURAN MENTERI AIR", "QANUN ACEH"])
    made.baris += [name, "NOMOR 5 TAHUN 2031", "TENTANG", "PENGELOLAAN PASAR", ""]
    made.baris += ["DENGAN RAHMAT TUHAN YANG MAHA ESA", "MENTERI AIR,", ""]
    made.write("Menimbang : a. bahwa pasar perlu dikelola;")
    made.write("b. bahwa perlu menetapkan peraturan tentang pengelolaan pasar;")
    made.write("Mengingat : 1. Pasal 5 ayat (1) Undang-Undang Dasar Negara Republik Indonesia;")
    made.write("2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;")
    made.baris += ["MEMUTUSKAN:", "Menetapkan : PERATURAN TENTANG PENGELOLAAN PASAR.", ""]
    _body(made, rnd)
    made.baris += ["Agar setiap orang mengetahuinya, memerintahkan pengundangan peraturan ini."]
    made.baris += ["Ditetapkan di Jakarta", "pada tanggal 5 Mei 2031", "MENTERI AIR,", "NAMA"]
    if rnd.random() < 0.5:
        _explanation(made, rnd)
    return made


def _body(made: Contoh, rnd: random.Random) -> None:
    if rnd.random() < 0.3:
        for _ in range(rnd.randint(3, 20)):
            made.article()
        return
    for bab in range(1, rnd.randint(3, 12)):
        title = rnd.choice(["KETENTUAN UMUM", "TATA CARA PENGELOLAAN DAN\nPENGAWASAN", "PEMBINAAN"])
        glued = rnd.random() < 0.2 and "\n" not in title
        made.baris += [f"BAB {ROMAN[bab - 1]}{' ' if glued else chr(10)}{title}"]
        made.jangkar.append(f"bab-{bab}")
        made.blank()
        if rnd.random() < 0.4:
            for bagian in range(1, rnd.randint(2, 5)):
                title = rnd.choice(["Umum", "Tata Cara Pengelolaan\nPasar Rakyat", "Pembinaan"])
                made.baris += [f"Bagian {ORDINALS[bagian - 1]}\n{title}"]
                made.jangkar.append(f"bab-{bab}-bagian-{bagian}")
                if rnd.random() < 0.3:
                    made.baris += ["Paragraf 1", "Pelaksanaan"]
                    made.jangkar.append(f"bab-{bab}-bagian-{bagian}-paragraf-1")
                for _ in range(rnd.randint(1, 4)):
                    made.article()
        else:
            for _ in range(rnd.randint(1, 5)):
                made.article()


def _explanation(made: Contoh, rnd: random.Random) -> None:
    made.baris += ["PENJELASAN", "ATAS", "PERATURAN MENTERI AIR", "TENTANG", "PENGELOLAAN PASAR"]
    made.baris += ["I. UMUM"]
    made.write(f"{made.sentence().capitalize()}.")
    made.baris += ["II. PASAL DEMI PASAL"]
    for number in range(1, made.pasal + 1):
        if rnd.random() < 0.3:
            made.baris += [f"Pasal {number} Cukup jelas."]
        else:
            made.baris += [f"Pasal {number}", "Cukup jelas."]
