"""Which habit is meant: by its name, by the beginnings of its words, or in spite of a typo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.rules.folding import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LONG_ENOUGH = 4  # letters of a word in which a typo is forgiven


def matching(said: str, names: Sequence[str]) -> list[int]:
    """Indices into `names` of those that `said` may mean; none is likelier than another.

    The first of these ways that finds any is taken: the same words (`RUN` is `run`), words that
    begin some of the name's (`wat` is `drink water` and `water plants`), and finally the same
    with one letter missing, doubled, wrong, or two exchanged (`raed`, `drnk`).
    """
    wanted = words(said)
    if not wanted:
        return []
    folded = [words(name) for name in names]
    ways: tuple[Callable[[list[str]], bool], ...] = (
        lambda name: name == wanted,
        lambda name: _among(wanted, name, str.startswith),
        lambda name: _among(wanted, name, _is_near),
    )
    for way in ways:
        if found := [place for place, name in enumerate(folded) if name and way(name)]:
            return found
    return []


def begun(said: str, names: Sequence[str]) -> list[int]:
    """Indices into `names` of those that `said` begins with: `read War and Peace` with `Read`."""
    wanted = words(said)
    folded = [words(name) for name in names]
    return [place for place, name in enumerate(folded) if name and wanted[: len(name)] == name]


def _among(wanted: Sequence[str], name: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Whether each word fits a different word of the name."""
    left = list(name)
    for part in wanted:
        whole = next((one for one in left if fits(one, part)), None)
        if whole is None:
            return False
        left.remove(whole)
    return True


def _is_near(whole: str, part: str) -> bool:
    """Whether a word, or its beginning of that length, is one typo away."""
    if whole.startswith(part):
        return True
    if min(len(part), len(whole)) < LONG_ENOUGH or whole[0] != part[0]:
        return False
    # imported when a name is not found as it is: not every log has a typo
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    allowed = 1 if len(part) < 2 * LONG_ENOUGH else 2
    return OSA.distance(whole, part, score_cutoff=allowed) <= allowed


def nearest(said: str, names: Sequence[str]) -> list[int]:
    """Indices into `names` of those that look like a word that is none of them, the likeliest
    first: to be asked about, not taken."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    wanted = " ".join(words(said))
    allowed = 1 if len(wanted) <= LONG_ENOUGH else 2
    far = [
        min(OSA.distance(wanted, each) for each in (" ".join(words(name)), *words(name)))
        for name in names
    ]
    return sorted((k for k, distance in enumerate(far) if distance <= allowed), key=far.__getitem__)
