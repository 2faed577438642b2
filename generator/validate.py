"""Validate: plain values become models, and what does not fit becomes a problem with its place."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.problems import BuildFailed, Problem
from generator.read import Dokumen, Path_

T = TypeVar("T")

_Say = Callable[[Mapping[str, Any]], tuple[str, str]]

#: What pydantic finds wrong, in the words of the keeper of the data: (what, what to do).
_MESSAGES: Mapping[str, _Say] = {
    "missing": lambda e: (f"kunci “{e['loc'][-1]}” belum ada", "tambahkan kunci itu"),
    "string_type": lambda e: ("harus berupa teks", "tulis di antara tanda kutip"),
    "int_type": lambda e: ("harus berupa bilangan bulat", "tulis angka tanpa tanda kutip"),
    "bool_type": lambda e: ("harus true atau false", "tulis true atau false"),
    "enum": lambda e: (f"“{_short(e['input'])}” tidak dikenal", _choices(e)),
    "literal_error": lambda e: (f"“{_short(e['input'])}” tidak dikenal", _choices(e)),
    "string_pattern_mismatch": lambda e: (
        f"“{_short(e['input'])}” tidak sesuai dengan bentuk yang diminta",
        f"bentuknya {e['ctx']['pattern']}",
    ),
    "string_too_short": lambda e: ("teks kosong", "isi teksnya"),
    "string_too_long": lambda e: (
        "teks terlalu panjang",
        f"paling panjang {e['ctx']['max_length']} huruf",
    ),
    "too_short": lambda e: ("daftar kosong", "isi paling sedikit satu"),
    "tuple_type": lambda e: ("harus berupa daftar", "tulis setiap butir diawali “- ”"),
    "dict_type": lambda e: ("harus berupa pasangan kunci dan nilai", "lihat regencies/README.md"),
    "model_type": lambda e: ("harus berupa pasangan kunci dan nilai", "lihat regencies/README.md"),
    "date_from_datetime_parsing": lambda e: (f"“{_short(e['input'])}” bukan tanggal", _DATE),
    "date_parsing": lambda e: (f"“{_short(e['input'])}” bukan tanggal", _DATE),
    "date_type": lambda e: ("harus berupa tanggal", _DATE),
    "greater_than_equal": lambda e: ("bilangan terlalu kecil", f"paling kecil {e['ctx']['ge']}"),
    "less_than_equal": lambda e: ("bilangan terlalu besar", f"paling besar {e['ctx']['le']}"),
    "tak_tampak": lambda e: (f"ada tanda yang tidak tampak ({e['ctx']['tanda']})", _SEEN),
    "value_error": lambda e: (str(e["ctx"]["error"]), "lihat regencies/README.md"),
}
_DATE = "tulis seperti 2023-09-22"
_SEEN = "hapus tanda itu, atau ketik ulang kata-katanya"


def validate(document: Dokumen, shape: type[T] | Any) -> T:
    """Turn a document into a model; raises BuildFailed with every problem in it."""
    try:
        return TypeAdapter(shape).validate_python(document.nilai)  # type: ignore[no-any-return]
    except ValidationError as error:
        raise BuildFailed(
            _problem(document, shape, dict(detail)) for detail in error.errors(include_url=False)
        ) from None


def _problem(document: Dokumen, shape: Any, detail: Mapping[str, Any]) -> Problem:
    path: Path_ = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "extra_forbidden" and path:
        known = _known_keys(shape, path[:-1])
        return Problem(
            document.key(path), f"kunci “{path[-1]}” tidak dikenal", _suggest(str(path[-1]), known)
        )
    say = _MESSAGES.get(detail["type"])
    what, todo = say(detail) if say else ("nilainya tidak sesuai", "lihat regencies/README.md")
    where = f"{_dotted(path)}: " if path else ""
    return Problem(document.place(path), where + what, todo)


def _suggest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f"mungkin maksudnya “{near[0]}”"
    return f"hapus, atau pilih salah satu: {', '.join(known)}" if known else "hapus kunci ini"


def _known_keys(shape: Any, path: Path_) -> Sequence[str]:
    """The keys that may stand at a path, read off the models."""
    model = _model_in(shape)
    for part in path:
        if model is None or isinstance(part, int):
            continue
        info = model.model_fields.get(part)
        # In a dictionary the part is a name, and what stands below it is the value's model.
        model = _model_in(info.annotation) if info is not None else model
    return sorted(model.model_fields) if model is not None else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model inside an annotation such as ``tuple[Simpul, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if (found := _model_in(inner)) is not None:
            return found
    return None


def _dotted(path: Path_) -> str:
    """Write a path such as "langkah[2].dasar": how a person finds a value in a file."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).strip(
        "."
    )


def _choices(error: Mapping[str, Any]) -> str:
    return "pilih " + str(error["ctx"]["expected"]).replace(" or ", " atau ")


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
