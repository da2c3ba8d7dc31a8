"""The heaviest actors, with who they are in reports' words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias, get_args

from sqlalchemy import Connection, Select, func, select

from bot.domain.actors import ActorEntry, CastMember
from bot.domain.articles import StoredArticle
from bot.domain.digests import Appearance, describing
from bot.store.actors.appearing import newest_of_each
from bot.store.actors.resolving import LISTED_FROM, as_entry, entry_columns, heaviest_first
from bot.store.database.rows import COUNT_CAP, IDS, LIMIT, OFFSET, stored
from bot.store.database.tables import actors
from summaries.models import ActorKind

_MOST = 80  # are listed: who comes behind is found by name
_READ = 3  # newest articles of an actor are looked through for who that is
_NAMES = 8  # that are one actor are looked through
_AT_ONCE = 8  # actors, and names: of each number a statement would have to be put together

_Ranked: TypeAlias = Select[int, str, ActorKind, int]


def ranking(connection: Connection, limit: int, offset: int = 0) -> tuple[tuple[ActorEntry, ...], int]:
    """Those whom live articles make sure of, heaviest first; how many they are (to a thousand)."""
    rows = connection.execute(_RANKED, {"limit": limit, "offset": offset})
    return tuple(map(as_entry, rows)), connection.execute(_COUNTED).scalar_one()


def cast(
    connection: Connection, limit: int, offset: int, *, kind: ActorKind | None, now: datetime
) -> tuple[tuple[CastMember, ...], int]:
    """The heaviest actors, of one kind or of all, with who they are; and how many of the first eighty."""
    listed, counted = _CAST[kind]
    most = max(0, min(limit, _MOST - offset))
    rows = connection.execute(listed, {"limit": most, "offset": offset})
    members = described(connection, tuple(map(as_entry, rows)), now=now)
    return members, connection.execute(counted).scalar_one()


def described(
    connection: Connection, entries: Sequence[ActorEntry], *, now: datetime
) -> tuple[CastMember, ...]:
    """The actors with who they are, where a newest article tells; of a state no words are needed."""
    read = _newest_of_each(connection, [entry.id for entry in entries if entry.kind != "state"], now=now)
    return tuple(CastMember(actor=entry, description=describing(read.get(entry.id, ()))) for entry in entries)


def _newest_of_each(
    connection: Connection, ids: Sequence[int], *, now: datetime
) -> Mapping[int, Sequence[Appearance]]:
    """The newest readable appearances of each of the actors, and of those joined to it."""
    if not ids:
        return {}
    names = _names(connection, ids)
    stands = {id_: actor for actor, joined in names.items() for id_ in joined}
    asked = [*stands, *(0 for _ in range(-len(stands) % _AT_ONCE))]
    places: dict[int, dict[int, set[int]]] = {id_: {} for id_ in ids}
    for row in newest_of_each(connection, asked, _READ, now=now):
        places[stands[row.actor_id]].setdefault(row.article_id, set()).add(row.place)
    newest = {id_: list(of_actor)[:_READ] for id_, of_actor in places.items()}
    read = _read(connection, {article_id for each in newest.values() for article_id in each})
    return {
        id_: [Appearance(read[one], frozenset(places[id_][one])) for one in each if one in read]
        for id_, each in newest.items()
    }


def _names(connection: Connection, ids: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """Each actor with some of those that are joined to it, itself first."""
    names = {id_: [id_] for id_ in ids}
    for row in connection.execute(_JOINED_TO, {"ids": list(ids)}):
        names[row.merged_into].append(row.id)
    return {id_: joined[:_NAMES] for id_, joined in names.items()}


def _read(connection: Connection, article_ids: Iterable[int]) -> Mapping[int, StoredArticle]:
    return {article.id: article for article in stored(connection, sorted(article_ids))}


# ------------------------------------------------------------------ statements, put together once

# By coalesce: SQLite would gather all that are joined to nobody by that index, and sort them.
_stands_alone = func.coalesce(actors.c.merged_into, 0) == 0
_ranked: _Ranked = select(*entry_columns).where(
    actors.c.weight > LISTED_FROM, actors.c.articles > 0, _stands_alone
)


def _paged(query: _Ranked, most: int) -> tuple[_Ranked, Select[int]]:
    """A page of them, and how many there are, counted to so many."""
    counted = select(func.count()).select_from(query.limit(most).subquery())
    return query.order_by(*heaviest_first).limit(LIMIT).offset(OFFSET), counted


_RANKED, _COUNTED = _paged(_ranked, COUNT_CAP)
_CAST: Mapping[ActorKind | None, tuple[_Ranked, Select[int]]] = {
    None: _paged(_ranked, _MOST),
    **{kind: _paged(_ranked.where(actors.c.kind == kind), _MOST) for kind in get_args(ActorKind)},
}
_JOINED_TO = (
    select(actors.c.id, actors.c.merged_into)
    .where(actors.c.merged_into.in_(IDS))
    .order_by(actors.c.weight.desc(), actors.c.id)
)
