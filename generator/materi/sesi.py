"""A session's plan: how many minutes each module has, in sessions of each length."""

from __future__ import annotations

from collections.abc import Sequence

from generator.materi.nilai import LAMA, Modul, Poin, Slide, Tabel


def plan(modules: Sequence[Modul]) -> Slide:
    """The slide with the plan; a module that a session leaves out has a dash."""
    shares = {lama: minutes(modules, lama) for lama in LAMA}
    rows = tuple(
        (Poin(module.judul), *(Poin(_told(shares[lama][index])) for lama in LAMA))
        for index, module in enumerate(modules)
    )
    return Slide(
        id="rencana",
        judul="Rencana sesi",
        lama=min(LAMA),
        tabel=Tabel(("Modul", *(f"{lama} menit" for lama in LAMA)), rows),
        ucapan=(
            "Menit dibagi menurut banyaknya salindia setiap modul; sesuaikan dengan peserta.",
            "Sesi 30 menit memuat intinya, 60 menit menambah peran dan surat, 90 menit memuat "
            "semuanya; tabel langkah dan istilah lain lebih baik dibaca sendiri sesudahnya.",
        ),
    )


def minutes(modules: Sequence[Modul], lama: int) -> tuple[int, ...]:
    """How many minutes each module has; together they are the session.

    >>> minutes([Modul("a", "A", "", (Slide("s", "S", 30),) * 2), Modul("b", "B", "", ())], 30)
    (30, 0)
    """
    weights = [len(module.within(lama)) for module in modules]
    total = sum(weights) or 1
    shares = [weight * lama // total for weight in weights]
    rest = sorted(range(len(weights)), key=lambda i: -(weights[i] * lama % total))
    for index in rest[: lama - sum(shares) if any(weights) else 0]:
        shares[index] += 1
    return tuple(shares)


def _told(share: int) -> str:
    return f"{share} menit" if share else "–"
