"""Labels of clauses as scans write them: every reading that a word at a line's start allows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from generator.naskah.nomor import is_roman, roman

#: Letters that a scan puts for digits, as in "l." for "1.", "1O." for "10.".
SALAH_BACA: Final = str.maketrans("lI|!iOo", "1111100")
_HALVES = re.compile(r"\(\w{1,3}\)\.?")
_BARE = re.compile(r"[1-9]\d?")
#: "(21 Badan": the bracket after a number, read as a one.
_UNCLOSED = re.compile(r"\((\d{1,2}[a-z]?)[1lI\]|!Jt]")
#: Letters that a scan puts for digits between brackets, besides those.
_BRACKETED: Final = str.maketrans("ZSB", "258")
_FORM = re.compile(
    r"""(?P<buka>[(\{\[])?
        (?P<inti>\d{1,3}[a-z]?|[ZSB](?=[)\]}])|[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[IVXLC]{1,6}|[\dlI|!iOo]{1,3})
        (?P<tutup>[.),\}\]])
        (?P<sisa>.*)$""",
    re.VERBOSE | re.DOTALL,
)
#: "Ayat (1)", "Huruf a", "Angka 2": how the Penjelasan names what it explains.
_DIJELASKAN = re.compile(r"\(?(\d{1,3}[a-z]?|[a-z]{1,2}|[lI])\)?[.:]?$")
#: What may stand between the label and its explanation.
_AFTER: Final = (":", "-", "–")
_EXPLAINED: Final = ("Ayat", "Huruf", "Angka")
_SUFFIX = re.compile(r"(\d+)([a-z]?)$")


@dataclass(frozen=True)
class Label:
    """One reading of a label.

    ``gaya`` is its form ("(1)", "a.", "1)", …), ``nilai`` its place in a list ((12, 1) is 12a),
    ``lebar`` how many words it takes, ``sisa`` text that stands against it ("a.bahwa"), ``asli``
    whether it is written as the canonical layout writes it; ``telanjang`` when it has no mark but
    the number: "2 Undang-Undang …".
    """

    teks: str
    gaya: str
    nilai: tuple[int, int]
    lebar: int = 1
    sisa: str = ""
    asli: bool = True
    telanjang: bool = False

    @property
    def is_first(self) -> bool:
        """Whether a list begins with it."""
        return self.nilai == (1, 0)

    def follows(self, before: tuple[int, int]) -> bool:
        """Whether it is what a list expects after ``before``: 2 or 1a after 1, 2 after 1b."""
        return self.nilai in ((before[0] + 1, 0), (before[0], before[1] + 1))


def read_labels(words: Sequence[str], *, upper: bool = False) -> tuple[Label, ...]:
    """The readings of the label a line begins with, the likelier first; none is most usual.

    Capital letters and Roman numerals are labels only where ``upper`` says so.
    """
    if not words or len(words[0]) > 40:
        return ()
    joined, width = _join(words)
    joined = joined.replace("\\", "")  # "1\\." as Markdown escapes it
    labels = _read(joined, width, alone=len(words) == width, upper=upper)
    if not labels and _BARE.fullmatch(words[0]) and len(words) > 1 and words[1][0].isupper():
        return (Label(f"{words[0]}.", "1.", (int(words[0]), 0), asli=False, telanjang=True),)
    if joined != "".join(words[:width]) or (width == 2 and words[0].isdigit()):
        labels = tuple(replace(label, asli=False) for label in labels)
    return labels


def read_explained(words: Sequence[str]) -> Label | None:
    """The label "Ayat (1)", "Huruf a" or "Angka 2" that a line of the Penjelasan begins with."""
    if len(words) < 2 or words[0].capitalize() not in _EXPLAINED:
        return None
    match = _DIJELASKAN.match(words[1])
    if match is None or (len(words) > 2 and not (words[2][:1].isupper() or words[2] in _AFTER)):
        return None
    core = match[1]
    kind = words[0].capitalize()
    if kind == "Huruf":
        value = _letters(core) if core.isalpha() else None
    else:
        core = core if core[0].isdigit() else core.translate(SALAH_BACA)
        value = _digits(core)
    if value is None:
        return None
    label = f"{words[0]} ({core})" if kind == "Ayat" else f"{words[0]} {core}"
    return Label(label, kind, value, 2, asli=label == " ".join(words[:2]))


def _join(words: Sequence[str]) -> tuple[str, int]:
    """A label that the scan tore apart is one again: "( 1 )", "a .", "1 1."."""
    if words[0] == "(" and len(words) > 2 and words[2] == ")" and len(words[1]) < 4:
        return f"({words[1]})", 3
    pair = "".join(words[:2])
    if _HALVES.fullmatch(pair) and (words[0] == "(" or words[1:2] == [")"]):
        return pair.rstrip("."), 2
    if len(words) > 1 and words[1] in (".", ")", ").", ".)") and len(words[0]) < 4:
        return words[0] + words[1].strip(".") if ")" in words[1] else words[0] + ".", 2
    if len(words) > 1 and re.fullmatch(r"\d", words[0]) and re.fullmatch(r"\d\.", words[1]):
        return words[0] + words[1], 2
    if len(words) > 1 and (match := _UNCLOSED.fullmatch(words[0])) and words[1][:1].isalpha():
        return f"({match[1]})", 1
    return words[0], 1


@lru_cache(maxsize=4096)
def _read(word: str, width: int, *, alone: bool, upper: bool) -> tuple[Label, ...]:
    match = _FORM.match(word)
    if match is None:
        return ()
    opens, core, closes, rest = match["buka"], match["inti"], match["tutup"], match["sisa"]
    if opens and rest in (".", ","):
        rest = ""  # "(1)." in old regulations
    if closes == "," and not (alone and not opens):
        return ()
    if rest and (len(rest) < 3 or not rest[0].isalpha() or (core.isupper() and core.isalpha())):
        return ()
    shape = "()" if opens else "." if closes in ".," else ")"
    if opens and closes in ".,":
        return ()
    labels = []
    for kind, value, text in _values(core, upper=upper):
        written = f"({text})" if shape == "()" else f"{text}{shape}"
        gaya = f"({kind})" if shape == "()" else f"{kind}{shape}"
        asli = width == 1 and not rest and written == word
        labels.append(Label(written, gaya, value, width, rest, asli=asli))
    return tuple(labels)


def _values(core: str, *, upper: bool) -> list[tuple[str, tuple[int, int], str]]:
    found: list[tuple[str, tuple[int, int], str]] = []
    if (digits := _digits(core)) is not None:
        found.append(("1", digits, core))
    if core.isalpha() and core.islower():
        if (letters := _letters(core)) is not None:
            found.append(("a", letters, core))
        if set(core) <= set("ivx") and is_roman(core.upper()):
            found.append(("i", (roman(core.upper()), 0), core))
    if upper and core.isalpha() and core.isupper():
        if is_roman(core):
            found.append(("I", (roman(core), 0), core))
        if len(core) == 1:
            found.append(("A", (ord(core) - 64, 0), core))
    if re.fullmatch(r"[lI\d]{1,2}[a-z]", core) and not core[:-1].isdigit():
        core = core[:-1].translate(SALAH_BACA) + core[-1]  # "(la)" for "(1a)"
        found.append(("1", (int(core[:-1]), ord(core[-1]) - 96), core))
    if core in ("Z", "S", "B"):
        found.append(("1", (int(core.translate(_BRACKETED)), 0), core.translate(_BRACKETED)))
    guess = core.translate(SALAH_BACA)
    if guess != core and guess.isdigit() and not guess.startswith("0"):
        found.append(("1", (int(guess), 0), guess))
    return found


def _digits(core: str) -> tuple[int, int] | None:
    match = _SUFFIX.fullmatch(core)
    if match is None or int(match[1]) == 0:
        return None
    return int(match[1]), ord(match[2]) - 96 if match[2] else 0


def _letters(core: str) -> tuple[int, int] | None:
    """The place of a letter; after "z" come "aa", "bb" or "aa", "ab"."""
    if len(core) == 1:
        return ord(core) - 96, 0
    if core[0] == core[1]:
        return 26 + ord(core[0]) - 96, 0
    return (26 + ord(core[1]) - 96, 0) if core[0] == "a" else None
