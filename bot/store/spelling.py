"""Names that were typed nearly right.

One slip (a letter wrong, missing, added, or two swapped) leaves one half of a name as it is, or all but the
letters at its middle. So the names that may be meant begin or end as the typed one does, and two ranges of
an index hold them, however many names there are. Of those the distance decides.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import token_sort_ratio
from sqlalchemy import Connection, Select, func, or_, select, union_all

from bot.store.tables import LAST, actors, names
from summaries.names import fold

_LIKELY = 0.75  # of the letters agree: "asad" with "assad" is 0.8, "nash" with "bash" 0.75, "asian" 0.6
_POSSIBLE = 0.5
_CLOSE = 0.08  # as near as the nearest: within half a letter of a short name
_WORDS = 4  # of what was typed are looked up
_SHORTEST = 3  # letters; of two, one slip leaves nothing to go by
_SLACK = 2  # letters more or less
_HEAVIEST = 300  # names of one beginning or end that are compared

Near = Select[str, int, str, float]  # key, actor, its name, its weight


def alike(connection: Connection, key: str) -> tuple[Sequence[int], Sequence[int]]:
    """Ids of the actors that were likely meant, and of those that are like it, the nearest first."""
    parts = [part for part in dict.fromkeys((key, *key.split()[:_WORDS])) if len(part) >= _SHORTEST]
    # Two letters swapped in the middle touch neither of the shorter halves.
    scores = _scores(connection, key, [(part, max(2, (len(part) - 1) // 2)) for part in parts])
    if not scores:
        scores = _scores(connection, key, [(part, 2) for part in parts])
    nearest = sorted(scores, key=lambda id_: (*scores[id_], -id_), reverse=True)
    best = scores[nearest[0]][0] if nearest else 0.0
    return [id_ for id_ in nearest if best >= _LIKELY and scores[id_][0] >= best - _CLOSE], nearest


def _scores(
    connection: Connection, key: str, halves: Sequence[tuple[str, int]]
) -> dict[int, tuple[float, float]]:
    """Likeness and weight of the actors that are possibly meant."""
    queries = [select(near.subquery()) for part, half in halves for near in _near(part, half)]
    scores: dict[int, tuple[float, float]] = {}
    for row in connection.execute(union_all(*queries)) if queries else ():
        score = (_likeness(key, row.key, row.name), row.weight)
        if score[0] >= _POSSIBLE:
            scores[row.id] = max(scores.get(row.id, score), score)
    return scores


def _likeness(typed: str, key: str, name: str) -> float:
    """The share of letters that agree; of several words in any order, compared with the full name."""
    likeness = OSA.normalized_similarity(typed, key)
    return max(likeness, token_sort_ratio(typed, fold(name)) / 100) if " " in typed else likeness


def _near(part: str, half: int) -> tuple[Near, Near]:
    """The heaviest names of about its length that begin, and those that end, with as many letters of it."""
    near = (
        select(names.c.key, actors.c.id, actors.c.name, actors.c.weight)
        .join(actors, actors.c.id == names.c.actor_id)
        .where(
            func.length(names.c.key).between(len(part) - _SLACK, len(part) + _SLACK),
            or_(actors.c.articles > 0, actors.c.merged_into.is_not(None)),
        )
        .order_by(actors.c.weight.desc())
        .limit(_HEAVIEST)
    )
    begin, end = part[:half], part[::-1][:half]
    return (
        near.where(names.c.key >= begin, names.c.key < begin + LAST),
        near.where(names.c.tail >= end, names.c.tail < end + LAST),
    )
