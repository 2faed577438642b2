"""Words for boxes: wrapping, and the one place where text becomes a label of DOT."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graphviz import escape as escape_dot
from graphviz import quoting

#: Characters a line in a box. Longer single words are kept whole: the box grows with them.
TITLE_WIDTH = 26
DETAIL_WIDTH = 30

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
#: Graphviz replaces ``\\N`` by the name of a node even in an HTML-like label, and nothing escapes a
#: backslash there: an invisible character after it does. `restore` takes it out of the SVG again.
_SHIELD = "\u2060"
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": f"\\{_SHIELD}"}
)


@lru_cache(maxsize=4096)
def wrap(text: str, width: int = TITLE_WIDTH) -> tuple[str, ...]:
    """Break a text into lines of about ``width`` characters, words kept whole.

    The lines are made as even as the number of lines allows, so that no word is left alone on
    the last one; a line break in the text stays a line break.

    >>> wrap("Mengirimkan surat permohonan pelibatan", 26)
    ('Mengirimkan surat', 'permohonan pelibatan')
    """
    paragraphs = [part.split() for part in text.splitlines()]
    return tuple(line for words in paragraphs if words for line in _even(words, width))


def _even(words: list[str], width: int) -> list[str]:
    """The narrowest filling that needs no more lines than the widest one."""
    most = len(_fill(words, width))
    narrow = next(w for w in range(1, width + 1) if len(_fill(words, w)) <= most)
    return _fill(words, narrow)


def _fill(words: list[str], width: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def escape(text: str) -> str:
    """Text as data inside an HTML-like label: no markup, no control characters.

    >>> escape('Kasi <Umum> & "Rumah Tangga"')
    'Kasi &lt;Umum&gt; &amp; &quot;Rumah Tangga&quot;'
    """
    return clean(text).translate(_ENTITIES)


def clean(text: str) -> str:
    """Text without characters that XML does not know."""
    return _CONTROL.sub("", text)


def html(lines: Iterable[str]) -> str:
    """An HTML-like label from lines that are already escaped or marked up by this package."""
    return f"<{'<BR/>'.join(lines)}>"


def restore(svg: str) -> str:
    """The SVG with its text as it was before `escape`."""
    return clean(svg).replace(f"\\{_SHIELD}", "\\")


@lru_cache(maxsize=4096)
def quote(text: str) -> str:
    r"""Text as an attribute value in DOT, in which no character has a meaning of its own.

    White space is folded. `graphviz.escape` matters: without it the library passes text of the
    form ``<…>`` through as HTML and keeps a backslash as the start of an escape.

    >>> print(quote('<b>tebal</b>'), quote('kata "kunci"'))
    "<b>tebal</b>" "kata \"kunci\""
    """
    quoted: str = quoting.quote(escape_dot(" ".join(clean(text).split())))
    return quoted
