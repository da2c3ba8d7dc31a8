"""Names that were typed nearly right.

One slip (a letter wrong, missing, added, or two swapped) leaves one half of a name as it is, or all but the
letters at its middle. So the names that may be meant begin or end as the typed one does, and two ranges of
an index hold them, however many names there are. Of those the distance decides.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import extract_iter
from sqlalchemy import CompoundSelect, Connection, Row, Select, bindparam, func, or_, select, union_all

from bot.store.database.tables import LAST, actors, names
from summaries.names import fold

_LIKELY = 0.75  # of the letters agree: "asad" with "assad" is 0.8, "nash" with "bash" 0.75, "asian" 0.6
_POSSIBLE = 0.5
_CLOSE = 0.08  # as near as the nearest: within half a letter of a short name
_WORDS = 4  # of what was typed are looked up
_SHORTEST = 3  # letters; of two, one slip leaves nothing to go by
_SLACK = 2  # letters more or less
_HEAVIEST = 300  # names of one beginning or end that are compared

NearRow = Row[str, int, str, float]  # key, actor, its name, its weight


def similar_actors(connection: Connection, key: str) -> tuple[Sequence[int], Sequence[int]]:
    """Ids of the actors that were likely meant, and of those that are like it, the nearest first."""
    parts = [part for part in dict.fromkeys((key, *key.split()[:_WORDS])) if len(part) >= _SHORTEST]
    # Two letters swapped in the middle touch neither of the shorter halves.
    scores = _scores(connection, key, [(part, max(2, (len(part) - 1) // 2)) for part in parts])
    if not scores:
        scores = _scores(connection, key, [(part, 2) for part in parts])
    nearest = sorted(scores, key=lambda id_: (*scores[id_], -id_), reverse=True)
    best = scores[nearest[0]][0] if nearest else 0.0
    return [id_ for id_ in nearest if best >= _LIKELY and scores[id_][0] >= best - _CLOSE], nearest


def names_like(connection: Connection, word: str) -> Sequence[str]:
    """Single words by which somebody is known, folded, that begin or end as this one does."""
    rows = _near(connection, [(word, max(2, (len(word) - 1) // 2))])
    return list(dict.fromkeys(row.key for row in rows if " " not in row.key))


def _scores(
    connection: Connection, key: str, halves: Sequence[tuple[str, int]]
) -> dict[int, tuple[float, float]]:
    """Likeness and weight of the actors that are possibly meant."""
    rows = _near(connection, halves) if halves else ()
    scores: dict[int, tuple[float, float]] = {}
    for likeness, row in _like(key, rows):
        score = (likeness, row.weight)
        scores[row.id] = max(scores.get(row.id, score), score)
    return scores


def _like(typed: str, rows: Sequence[NearRow]) -> Iterator[tuple[float, NearRow]]:
    """The share of letters that agree; of several words in any order, compared with the full name."""
    keys = [row.key for row in rows]
    for _, likeness, place in extract_iter(
        typed, keys, scorer=OSA.normalized_similarity, score_cutoff=_POSSIBLE
    ):
        yield likeness, rows[place]
    if " " in typed:
        full = [fold(row.name) for row in rows]
        for _, percent, place in extract_iter(
            typed, full, scorer=token_sort_ratio, score_cutoff=100 * _POSSIBLE
        ):
            yield percent / 100, rows[place]


def _near(connection: Connection, halves: Sequence[tuple[str, int]]) -> Sequence[NearRow]:
    """The heaviest names of about the length of each part that begin or end with as many letters of it."""
    values: dict[str, str | int] = {}
    for number, (part, half) in enumerate(halves):
        begin, end = part[:half], part[::-1][:half]
        values |= {f"shortest{number}": len(part) - _SLACK, f"longest{number}": len(part) + _SLACK}
        values |= {f"begin{number}": begin, f"begin_last{number}": begin + LAST}
        values |= {f"end{number}": end, f"end_last{number}": end + LAST}
    return connection.execute(_near_halves(len(halves)), values).all()


# ------------------------------------------------------------------ statements, put together once


@cache
def _near_halves(count: int) -> CompoundSelect[str, int, str, float]:
    return union_all(*(select(near.subquery()) for number in range(count) for near in _near_one(number)))


def _near_one(number: int) -> tuple[Select[str, int, str, float], Select[str, int, str, float]]:
    near = (
        select(names.c.key, actors.c.id, actors.c.name, actors.c.weight)
        .join(actors, actors.c.id == names.c.actor_id)
        .where(
            func.length(names.c.key).between(bindparam(f"shortest{number}"), bindparam(f"longest{number}")),
            or_(actors.c.articles > 0, actors.c.merged_into.is_not(None)),
        )
        .order_by(actors.c.weight.desc())
        .limit(_HEAVIEST)
    )
    return (
        near.where(
            names.c.key >= bindparam(f"begin{number}"), names.c.key < bindparam(f"begin_last{number}")
        ),
        near.where(names.c.tail >= bindparam(f"end{number}"), names.c.tail < bindparam(f"end_last{number}")),
    )
