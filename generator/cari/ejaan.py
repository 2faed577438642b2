"""Slips of spelling inside the texts themselves: a rare word one letter away from a common one.

"Puskemas", printed once in a Lampiran, is to be found with "Puskesmas", and nothing may be changed
in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

#: A shorter word has neighbours that are words of their own.
_LONG = 7
#: As often at least must the common word stand in the texts, and as many times as often.
_COMMON = 8


def slips(counts: Mapping[str, int], known: Container[str]) -> dict[str, str]:
    """The right form of each rare word that is no known word.

    >>> slips({"puskesmas": 40, "puskemas": 2, "puskesma": 9}, {"puskesma"})
    {'puskemas': 'puskesmas'}
    """
    near: dict[str, list[str]] = defaultdict(list)
    for form, count in counts.items():
        if count >= _COMMON and len(form) >= _LONG - 1:
            for key in _shapes(form):
                near[key].append(form)
    found = {}
    for form, count in counts.items():
        if len(form) >= _LONG and form.isalpha() and form not in known:
            others = {o for key in _shapes(form) for o in near.get(key, ()) if _alike(form, o)}
            best = max(others - {form}, key=lambda o: (counts[o], o), default="")
            if best and counts[best] >= _COMMON * count:
                found[form] = best
    return found


def _shapes(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two near words share a shape."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _alike(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two neighbours are swapped."""
    if one[0] != other[0]:
        return False
    if len(one) != len(other):
        return True  # they share a shape, so one letter is too many
    wrong = [place for place, pair in enumerate(zip(one, other, strict=True)) if len(set(pair)) > 1]
    return len(wrong) == 1 or (
        len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]]
    )
