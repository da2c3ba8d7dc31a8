"""Numbers of articles that were typed and that no article has."""

from collections.abc import Collection

from rapidfuzz.distance import DamerauLevenshtein


def likeliest(asked: int, known: Collection[int], most: int) -> tuple[int, ...]:
    """The numbers that are typed most like the one that was asked for, the newest of those alike first."""
    return tuple(sorted(known, key=lambda one: (_slips(asked, one), -one))[:most])


def _slips(asked: int, meant: int) -> int:
    """Digits that are wrong, missing, too many, or stand in each other's place."""
    return DamerauLevenshtein.distance(str(asked), str(meant))
