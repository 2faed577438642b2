"""What a short session shows of a long list: its first slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.materi.nilai import Slide


def open_with_first(slides: Sequence[Slide], lama: int) -> tuple[Slide, ...]:
    """Parts of one list of which a short session shows the first; the rest wait for ``lama``."""
    return tuple(
        slide if index == 0 else replace(slide, lama=max(slide.lama, lama))
        for index, slide in enumerate(slides)
    )
