"""The archive of a site for a USB stick: the same bytes each time, of the same site."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

from generator.cakram import disk_errors
from generator.publish import MARK
from generator.waktu import epoch

#: The folder in the archive; all files stand below it, so that unpacking makes no mess.
FOLDER = "peta-kerja"
_FILE_MODE = 0o100644 << 16
#: A ZIP knows no time before 1980.
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


def pack(folder: Path, target: Path, day: date) -> None:
    """Pack a folder into a ZIP; files are in order and bear the time of ``stamp``.

    The archive that was there stays until the new one is whole.
    """
    draft = target.with_name(f".{target.name}.baru")
    with disk_errors(target.parent):
        try:
            _write(folder, draft, stamp(day))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def _write(folder: Path, draft: Path, stamped: datetime) -> None:
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != MARK:
                name = f"{FOLDER}/{path.relative_to(folder).as_posix()}"
                entry = zipfile.ZipInfo(name, stamped.timetuple()[:6])
                entry.external_attr = _FILE_MODE
                # A ZIP made on Windows would say so.
                entry.create_system = 3
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def stamp(day: date) -> datetime:
    """The time of the files: SOURCE_DATE_EPOCH where it is set, or the day of the data."""
    return max(_EARLIEST, epoch() or datetime(day.year, day.month, day.day, tzinfo=UTC))
