"""A date as it is written in the data: ``2023-09-22``."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_written(value: Any) -> Any:
    """Refuse what is not written as a date: a bare number would be read as seconds since 1970."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not _WRITTEN.fullmatch(value):
        raise PydanticCustomError("date_parsing", "bukan tanggal")
    return value


Tanggal = Annotated[date, BeforeValidator(as_written)]
