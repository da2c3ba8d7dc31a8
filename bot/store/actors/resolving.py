"""Whom a name means: who is so named, else called so, else so beginning, else spelt nearly so."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, case, func, select

from bot.domain.actors import ActorEntry, Resolution
from bot.store.actors.identity import canonical_id, canonical_ids
from bot.store.actors.spelling import similar_actors
from bot.store.database.rows import IDS, AnyRow
from bot.store.database.tables import LAST, actors, names
from summaries.names import fold

_OFFERED = 8  # entries that a name could mean, or is like
_SHORTEST_PREFIX = 3  # letters; two would begin half the names
_PREFIXED = 200  # names are looked at behind a prefix
entry_columns = (actors.c.id, actors.c.name, actors.c.kind, actors.c.articles)
heaviest_first = (actors.c.weight.desc(), actors.c.id)
LISTED_FROM = 0.00005  # weight: half of the least that an analysis tells; sums of floats leave crumbs


def resolve(connection: Connection, name: str) -> Resolution:
    """Whom the name means: so named, else called so, else so beginning, else spelt nearly so."""
    return exact(connection, name) or fuzzy(connection, name)


def exact(connection: Connection, name: str) -> Resolution | None:
    """Those who are so named or called, or whose name so begins; None where nobody's does."""
    key = fold(name)
    if not key:
        return None
    if so_named := named(connection, key):
        return _resolution(so_named)
    if beginning := _beginning(connection, key):
        likely, _ = similar_actors(connection, key)
        spelt = entries_of(connection, likely)
        heavier = [entry for entry in spelt if entry.articles > beginning[0].articles]
        return _resolution(list(dict.fromkeys((*heavier, *beginning)))[:_OFFERED])
    return None


def fuzzy(connection: Connection, name: str) -> Resolution:
    """Those whose name is spelt nearly so, and where nobody's is, those who come nearest."""
    key = fold(name)
    if not key:
        return Resolution(kind="none")
    likely, possible = similar_actors(connection, key)
    if spelt := entries_of(connection, likely):
        return _resolution(spelt, exact=False)
    return Resolution(kind="none", nearest=entries_of(connection, possible))


def named(connection: Connection, key: str) -> Sequence[ActorEntry]:
    """Those whose whole name this is; where it is one word, those who are called so as well."""
    rows = connection.execute(_NAMED, {"key": key}).all()
    whole = [row for row in rows if row.whole]
    return [as_entry(row) for row in (whole if whole and " " in key else rows)]


def _beginning(connection: Connection, key: str) -> Sequence[ActorEntry]:
    if len(key) < _SHORTEST_PREFIX:
        return []
    return [as_entry(row) for row in connection.execute(_BEGINNING, {"key": key, "last": key + LAST})]


def entries_of(connection: Connection, ids: Sequence[int]) -> tuple[ActorEntry, ...]:
    """The living actors of these ids, or those they are joined to, in the order of the ids."""
    if not ids:
        return ()
    canonical = canonical_ids(connection, ids)
    rows = connection.execute(_LIVING, {"ids": sorted(set(canonical.values()))})
    found = {row.id: as_entry(row) for row in rows}
    order = dict.fromkeys(canonical[id_] for id_ in ids if id_ in canonical)
    return tuple(found[id_] for id_ in order if id_ in found)[:_OFFERED]


def as_entry(row: AnyRow) -> ActorEntry:
    """The actor of a row that has `entry_columns`."""
    return ActorEntry(id=row.id, name=row.name, kind=row.kind, articles=row.articles)


def _resolution(entries: Sequence[ActorEntry], *, exact: bool = True) -> Resolution:
    return Resolution(kind="one" if len(entries) == 1 else "several", entries=tuple(entries), exact=exact)


# ------------------------------------------------------------------ statements, put together once

_bearers = (
    select(canonical_id.label("id"), func.max(case((names.c.whole, 1), else_=0)).label("whole"))
    .join(actors, actors.c.id == names.c.actor_id)
    .where(names.c.key == bindparam("key"))
    .group_by(canonical_id)
    .subquery()
)
_NAMED = (
    select(*entry_columns, _bearers.c.whole)
    .join(_bearers, _bearers.c.id == actors.c.id)
    .where(actors.c.articles > 0)
    .order_by(*heaviest_first)
    .limit(_OFFERED)
)

_prefixed = (
    select(names.c.actor_id)
    .where(names.c.key >= bindparam("key"), names.c.key < bindparam("last"))
    .limit(_PREFIXED)
    .subquery()
)
_BEGINNING = (
    select(*entry_columns)
    .where(
        actors.c.id.in_(select(canonical_id).join(_prefixed, _prefixed.c.actor_id == actors.c.id)),
        actors.c.articles > 0,
    )
    .order_by(*heaviest_first)
    .limit(_OFFERED)
)

_LIVING = select(*entry_columns).where(actors.c.id.in_(IDS), actors.c.articles > 0)
