"""Signs that are not seen, and make a text be read otherwise than it is written.

Control characters (tab and ends of lines apart), what is no character at all, and the signs that
turn the direction of what follows: behind one of these "gpj.exe" is shown as "exe.jpg". No
regulation needs them, and a source that has them says the same without.
"""

from __future__ import annotations

import re
import unicodedata

_TAK_TAMPAK = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def unseen(text: str) -> tuple[int, str] | None:
    r"""The place and the name of the first such sign, or None.

    >>> unseen("surat\u202eexe")
    (5, 'U+202E RIGHT-TO-LEFT OVERRIDE')
    """
    found = _TAK_TAMPAK.search(text)
    return None if found is None else (found.start(), _name(found[0]))


def without_unseen(text: str) -> str:
    """The text without such signs."""
    return _TAK_TAMPAK.sub("", text)


def with_names(text: str) -> str:
    r"""The text with such signs named where they stand: for a terminal, which would obey them.

    >>> with_names("a\x1b[2Jb")
    'a<U+001B>[2Jb'
    """
    return _TAK_TAMPAK.sub(lambda found: f"<{_name(found[0]).split()[0]}>", text)


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip()
