"""What every model is made of: texts and ids of a given form, and the citation."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from generator.tak_tampak import unseen

#: A target of a branch or a step that is no step itself.
SELESAI = "selesai"
TIDAK_DIATUR = "tidak_diatur"
#: Where the source breaks off and the rest of a flow is lost.
TIDAK_TERBACA = "tidak_terbaca"

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=80)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=40)]
#: An anchor of the regulation text, such as ``pasal-11-ayat-1-huruf-a`` or ``…-b-2--2``.
Jangkar = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$")]


def _seen(text: str) -> str:
    """Refuse a text with a sign that is not seen."""
    if found := unseen(text):
        raise PydanticCustomError("tak_tampak", "{tanda}", {"tanda": found[1]})
    return text


#: A text that may be empty.
TeksBoleh = Annotated[str, StringConstraints(max_length=5000), AfterValidator(_seen)]
Teks = Annotated[TeksBoleh, StringConstraints(min_length=1)]
Bulat = Annotated[int, Field(strict=True)]


def as_sequence(value: Any) -> Any:
    """One citation may be written without the dash of a list."""
    return [value] if isinstance(value, dict | str) else value


class Nilai(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dasar(Nilai):
    """A citation: a clause and words that stand in it exactly once."""

    klausa: Jangkar
    kutipan: Teks


DaftarDasar = Annotated[tuple[Dasar, ...], BeforeValidator(as_sequence), Field(min_length=1)]
DaftarId = Annotated[tuple[Id, ...], BeforeValidator(as_sequence)]


class Asal(StrEnum):
    """Where a fact comes from: the text, a chart readable in the source, or a reconstruction."""

    TEKS = "teks"
    BAGAN = "bagan"
    REKONSTRUKSI = "rekonstruksi"
