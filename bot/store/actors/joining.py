"""Which of the store's actors are one: what the rules say of their names, and what editors said before it.

Every name that articles write is an actor of its own, and `merged_into` the one under whose name it stands.
That follows from the names in the store and from editors' words (`same_as`, `apart`), so that it is the same
whatever the order of the articles, and is found anew for the names that an article adds, or takes away.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields

from sqlalchemy import Connection, Text, bindparam, case, delete, func, or_, select, update

from bot.store.actors import identity
from bot.store.database.rows import IDS
from bot.store.database.tables import actors, appearances, interests, names, saved_actors
from summaries.joining import BESIDE, Written, gather, is_lone
from summaries.models import ActorKind
from summaries.names import Known, family, fold

_BEARERS = 40  # of one name are compared; a name borne by more tells nobody from the others


@dataclass(slots=True, kw_only=True)
class _Bearer:
    """An actor of the store, as far as its names were asked for."""

    id: int
    name: str
    kind: ActorKind
    mark: str
    apart: bool
    same_as: int | None
    canonical: int
    aliases: list[str] = field(default_factory=list)


_OTHERWISE = {"canonical", "aliases"}  # in the row
_AS_STORED = tuple(field.name for field in fields(_Bearer) if field.name not in _OTHERWISE)


def settle_names(connection: Connection, keys: Collection[str]) -> set[int]:
    """Joins and parts those who are called one of these names. Ids of the actors whose share may differ."""
    if not keys:
        return set()
    keys = frozenset(keys)
    bearers = _bearers(connection, keys)
    named_after = _named_after(connection, bearers)
    clues = _clues(connection, bearers.values())
    canonicals = gather(
        Written(
            id=each.id,
            known=Known(each.name, each.kind, tuple(each.aliases)),
            clues=clues.get(each.id, frozenset()),
            canonical=_fixed(each, keys, named_after),
            apart=each.apart or each.mark.startswith(BESIDE),
        )
        for each in bearers.values()
    )
    moved: set[int] = set()
    for id_, canonical in canonicals.items():
        before = bearers[id_].canonical
        if before != canonical:
            _move(connection, id_, canonical)
            moved |= {before, canonical}
    return moved


def marked(connection: Connection, keys: Collection[str]) -> set[str]:
    """Of these names those that clues keep apart: a full name's new clue can tell whose they are."""
    if not keys:
        return set()
    return set(connection.execute(_MARKED, {"keys": sorted(keys)}).scalars())


def join_actors(connection: Connection, actor_id: int, *, into: int) -> bool:
    """An editor's word that two actors are one, under the second's name; tells whether they were two."""
    canonicals = identity.canonical_ids(connection, (actor_id, into))
    one, other = canonicals.get(actor_id), canonicals.get(into)
    if one is None or other is None or one == other:
        return False
    connection.execute(update(actors).where(actors.c.id == one).values(same_as=other))
    _settle_again(connection, {one, other})
    return True


def part_actors(connection: Connection, *, actor_id: int) -> bool:
    """An editor's word that the actor is not whom it was joined to; tells whether it was joined.

    What an editor joined is as it was before; what the rules join, or would again, they join no more.
    """
    query = select(actors.c.merged_into, actors.c.same_as).where(actors.c.id == actor_id)
    row = connection.execute(query).one_or_none()
    if row is None or row.merged_into is None:
        return False
    _set_override(
        connection, actor_id, row.merged_into, {"apart": True} if row.same_as is None else {"same_as": None}
    )
    if identity.canonical_ids(connection, (actor_id,))[actor_id] == row.merged_into:
        _set_override(connection, actor_id, row.merged_into, {"apart": True})
    return True


def forget_unseen(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Removes actors of whom no article, no follower and no editor's word is left.

    Ids of the actors whose share may differ: names that were ambiguous may be so no more.
    """
    gone = connection.execute(_UNSEEN, {"ids": list(ids)}).scalars().all()
    if not gone:
        return set()
    keys = _keys(connection, gone)
    orphans = update(actors).where(actors.c.merged_into.in_(gone)).values(merged_into=None)
    left = set(connection.execute(orphans.returning(actors.c.id)).scalars())
    connection.execute(delete(actors).where(actors.c.id.in_(gone)))
    return left | settle_names(connection, keys | _keys(connection, left))


def _bearers(connection: Connection, keys: Collection[str]) -> dict[int, _Bearer]:
    found: dict[int, _Bearer] = {}
    for row in connection.execute(_BEARING, {"keys": sorted(keys)}):
        told = {name: getattr(row, name) for name in _AS_STORED}
        bearer = found.setdefault(row.id, _Bearer(**told, canonical=row.merged_into or row.id))
        if row.form != row.name:
            bearer.aliases.append(row.form)
    return found


def _fixed(bearer: _Bearer, keys: frozenset[str], named_after: Collection[int]) -> int | None:
    """Under which name it stands, whatever the rules say; None where they decide."""
    if bearer.same_as is not None:
        return bearer.canonical
    if bearer.apart or bearer.id in named_after or bearer.mark.startswith(BESIDE):
        return bearer.id
    called = {fold(bearer.name)} | ({family(bearer.name)} if bearer.kind == "person" else set())
    # Where other names decide than those asked for, it stays.
    return bearer.canonical if keys.isdisjoint(called) else None


def _named_after(connection: Connection, bearers: Mapping[int, _Bearer]) -> set[int]:
    """Those with whom editors joined others."""
    return set(connection.execute(_NAMED_AFTER, {"ids": list(bearers)}).scalars())


def _clues(connection: Connection, bearers: Iterable[_Bearer]) -> dict[int, frozenset[str]]:
    """What articles tell of each: of a lone surname its mark, of a full name all, where it is asked for."""
    lone = {each.id: frozenset(each.mark.split()) for each in bearers if is_lone(each.name, each.kind)}
    if not any(lone.values()):
        return lone
    full = [each.id for each in bearers if each.kind == "person" and each.id not in lone]
    told: dict[int, frozenset[str]] = {}
    for row in connection.execute(_CLUES, {"ids": full}):
        told[row.actor_id] = told.get(row.actor_id, frozenset()) | frozenset(row.clues.split())
    return lone | told


def _move(connection: Connection, id_: int, canonical: int) -> None:
    """Puts the actor, and those that stand under its name, under another's, or its own."""
    theirs = (actors.c.id == id_) | (actors.c.merged_into == id_)
    stands = case((actors.c.id == canonical, None), else_=canonical)
    connection.execute(update(actors).where(theirs).values(merged_into=stands))


def _set_override(
    connection: Connection, actor_id: int, canonical: int, word: Mapping[str, bool | None]
) -> None:
    """Writes down an editor's word that parts the actor from its canonical one, and follows it."""
    connection.execute(update(actors).where(actors.c.id == actor_id).values(**word, merged_into=None))
    _settle_again(connection, (actor_id, canonical))


def _settle_again(connection: Connection, canonicals: Iterable[int]) -> None:
    """After an editor's word: finds anew who stands under these names, and counts all anew."""
    rows = connection.execute(_UNDER, {"ids": list(canonicals)})
    same_as = {row.id: row.same_as for row in rows}
    for id_ in same_as:
        canonical = id_
        while (next_ := same_as.get(canonical)) is not None:
            canonical = next_
        stands = None if canonical == id_ else canonical
        connection.execute(update(actors).where(actors.c.id == id_).values(merged_into=stands))
    moved = settle_names(connection, _keys(connection, same_as))
    identity.tally(connection, moved | set(same_as))


def _keys(connection: Connection, ids: Iterable[int]) -> set[str]:
    """What the actors are called."""
    return set(connection.execute(_CALLED, {"ids": list(ids)}).scalars())


# ------------------------------------------------------------------ statements, put together once

_keys_asked = bindparam("keys", expanding=True, type_=Text())

_called = (
    select(
        names.c.key,
        names.c.form,
        names.c.actor_id,
        func.count().over(partition_by=names.c.key).label("borne"),
    )
    .where(names.c.key.in_(_keys_asked), names.c.alone)
    .subquery()
)
_BEARING = (
    select(actors, _called.c.form)
    .join(_called, _called.c.actor_id == actors.c.id)
    .where(_called.c.borne <= _BEARERS)
    .order_by(actors.c.id)
)
_MARKED = (
    select(names.c.key)
    .join(actors, actors.c.id == names.c.actor_id)
    .where(names.c.key.in_(_keys_asked), names.c.whole, actors.c.mark != "")
)
_NAMED_AFTER = select(actors.c.same_as).where(actors.c.same_as.in_(IDS))
_CLUES = (
    select(appearances.c.actor_id, appearances.c.clues)
    .where(appearances.c.actor_id.in_(IDS), appearances.c.clues != "")
    .distinct()
)
_CALLED = select(names.c.key).where(names.c.actor_id.in_(IDS), names.c.alone)
_UNDER = select(actors.c.id, actors.c.same_as).where(or_(actors.c.id.in_(IDS), actors.c.merged_into.in_(IDS)))
_joined = actors.alias()
_last = actors.alias()
_UNSEEN = select(actors.c.id).where(
    actors.c.id.in_(IDS),
    # SQLite would give the last number again, and a button that has it would open somebody else.
    actors.c.id < select(func.max(_last.c.id)).scalar_subquery(),
    actors.c.same_as.is_(None),
    ~actors.c.apart,
    ~select(appearances.c.actor_id).where(appearances.c.actor_id == actors.c.id).exists(),
    ~select(interests.c.id).where(interests.c.actor_id == actors.c.id).exists(),
    ~select(saved_actors.c.chat_id).where(saved_actors.c.actor_id == actors.c.id).exists(),
    ~select(_joined.c.id).where(_joined.c.same_as == actors.c.id).exists(),
)
