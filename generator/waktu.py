"""Time as a build sees it: where SOURCE_DATE_EPOCH is set, that is the time of all it makes."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def epoch() -> datetime | None:
    """The time that SOURCE_DATE_EPOCH says (seconds since 1970, UTC); none where it says none."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(text), UTC) if text.isdecimal() else None
    except (OverflowError, OSError, ValueError):
        return None
