"""Actors over all readable articles: who weighs most, whom a name means, what one said and did."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.actors import ActorDigest, ActorEntry, CastMember, Resolution, favoured
from bot.domain.digests import Appearance, compose_digest
from bot.domain.errors import NotFoundError
from bot.store.actors.appearing import newest_appearances
from bot.store.actors.cast import cast, described, ranking
from bot.store.actors.identity import canonical_id
from bot.store.actors.resolving import LISTED_FROM, as_entry, entry_columns, named, resolve
from bot.store.database.engine import Repository, reading
from bot.store.database.rows import IDS, LIMIT, headline_of, stored
from bot.store.database.tables import actors, appearances, formerly, names
from summaries.models import ActorKind
from summaries.names import fold

_READ = 12  # newest articles a digest is made of: enough to tell four things of each kind
_BESIDE = 6
_NAMES = 8  # others of an actor
_MATCHING = 50  # newest articles of an actor that words can find


class Actors(Repository):
    @reading
    def ranking(
        self, connection: Connection, limit: int, offset: int = 0
    ) -> tuple[tuple[ActorEntry, ...], int]:
        """Those whom live articles make sure of, heaviest first; how many they are (to a thousand)."""
        return ranking(connection, limit, offset)

    @reading
    def cast(
        self,
        connection: Connection,
        limit: int,
        offset: int = 0,
        *,
        kind: ActorKind | None = None,
        now: datetime,
    ) -> tuple[tuple[CastMember, ...], int]:
        """The heaviest actors, of one kind or of all, with who they are; and how many of the first eighty."""
        return cast(connection, limit, offset, kind=kind, now=now)

    @reading
    def described(
        self, connection: Connection, entries: Sequence[ActorEntry], *, now: datetime
    ) -> tuple[CastMember, ...]:
        """The same actors, with who they are in reports' words."""
        return described(connection, entries, now=now)

    @reading
    def of_article(self, connection: Connection, article_id: int, limit: int) -> tuple[ActorEntry, ...]:
        """Of whom the article makes sure, heaviest in it first."""
        rows = connection.execute(_OF_ARTICLE, {"article": article_id, "limit": limit})
        return tuple([as_entry(row) for row in rows])

    @reading
    def resolve(self, connection: Connection, name: str) -> Resolution:
        """Whom the name means."""
        return resolve(connection, name)

    @reading
    def find(self, connection: Connection, actor_id: int) -> ActorEntry | None:
        """The actor, or the one it was joined to; None where no article that is shown tells of it."""
        return find(connection, actor_id)

    @reading
    def digest(self, connection: Connection, actor_id: int, *, now: datetime) -> ActorDigest:
        """The actor over its newest readable articles. Raises NotFoundError."""
        entry = find(connection, actor_id)
        if entry is None:
            raise NotFoundError(f"no actor {actor_id}")
        return _digest(connection, entry, now=now)

    @reading
    def resolve_with_digest(
        self, connection: Connection, name: str, *, now: datetime
    ) -> tuple[Resolution, ActorDigest | None]:
        """Whom the name means, and the digest where it means one."""
        meant = favoured(resolve(connection, name))
        return meant, _digest(connection, meant.entries[0], now=now) if meant.kind == "one" else None


def _digest(connection: Connection, entry: ActorEntry, *, now: datetime) -> ActorDigest:
    ids = joined_ids(connection, entry.id)
    places: dict[int, set[int]] = {}
    for row in newest_appearances(connection, ids, _READ, now=now):
        places.setdefault(row.article_id, set()).add(row.place)
    read = stored(connection, list(places))
    return compose_digest(
        entry,
        [Appearance(article, frozenset(places[article.id])) for article in read],
        also_named=_also_named(connection, entry, ids),
        beside=_beside(connection, list(places), entry.id),
        read_on=[headline_of(article) for article in read],
    )


def joined_ids(connection: Connection, actor_id: int) -> Sequence[int]:
    """The actor and all that are joined to it, the actor first."""
    return [actor_id, *connection.execute(_JOINED, {"actor": actor_id}).scalars()]


def articles_with(connection: Connection, name: str, *, now: datetime) -> Sequence[int]:
    """Ids of the newest articles in which those appear who bear the name."""
    entries = named(connection, fold(name))
    ids = [id_ for entry in entries for id_ in joined_ids(connection, entry.id)]
    return [row.article_id for row in newest_appearances(connection, ids, _MATCHING, now=now)] if ids else ()


def find(connection: Connection, actor_id: int, *, even_unseen: bool = False) -> ActorEntry | None:
    """The actor, or the one it was joined to; one of whom nothing is shown if `even_unseen`.

    One that is called otherwise since is found by its number still.
    """
    query = _KEPT if even_unseen else _FOUND
    row = connection.execute(query, {"actor": actor_id}).one_or_none()
    if row is None and (heir := connection.execute(_HEIR, {"actor": actor_id}).scalar_one_or_none()):
        row = connection.execute(query, {"actor": heir}).one_or_none()
    return None if row is None else as_entry(row)


def _also_named(connection: Connection, entry: ActorEntry, ids: Sequence[int]) -> tuple[str, ...]:
    forms = {
        form.casefold(): form
        for row in connection.execute(_CALLED, {"ids": list(ids)})
        for form in (row.name, row.form)
        if form != entry.name
    }
    return tuple(forms.values())[:_NAMES]


def _beside(connection: Connection, article_ids: Sequence[int], actor_id: int) -> tuple[ActorEntry, ...]:
    """Those who appear in most of the articles, the heavier first."""
    rows = connection.execute(_BESIDE_THEM, {"articles": list(article_ids), "actor": actor_id})
    return tuple([as_entry(row) for row in rows])


# ------------------------------------------------------------------ statements, put together once


_met = (
    select(canonical_id.label("id"), func.sum(appearances.c.weight).label("weight"))
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.article_id == bindparam("article"))
    .group_by(canonical_id)
    .subquery()
)
_OF_ARTICLE = (
    select(*entry_columns)
    .join(_met, _met.c.id == actors.c.id)
    .where(_met.c.weight > LISTED_FROM)
    .order_by(_met.c.weight.desc(), actors.c.id)
    .limit(LIMIT)
)

_KEPT = select(*entry_columns).where(
    actors.c.id == select(canonical_id).where(actors.c.id == bindparam("actor")).scalar_subquery()
)
_FOUND = _KEPT.where(actors.c.articles > 0)
_HEIR = select(formerly.c.actor_id).where(formerly.c.id == bindparam("actor"))
_JOINED = select(actors.c.id).where(actors.c.merged_into == bindparam("actor"))
_CALLED = (
    select(names.c.form, actors.c.name)
    .join(actors, actors.c.id == names.c.actor_id)
    .where(names.c.actor_id.in_(IDS))
    .order_by(names.c.key)
)

_together = (
    select(
        canonical_id.label("id"),
        func.count(appearances.c.article_id.distinct()).label("together"),
        func.sum(appearances.c.weight).label("weight"),
    )
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.article_id.in_(bindparam("articles", expanding=True)))
    .group_by(canonical_id)
    .subquery()
)
_BESIDE_THEM = (
    select(*entry_columns)
    .join(_together, _together.c.id == actors.c.id)
    .where(_together.c.weight > LISTED_FROM, actors.c.id != bindparam("actor"), actors.c.articles > 0)
    .order_by(_together.c.together.desc(), _together.c.weight.desc(), actors.c.id)
    .limit(_BESIDE)
)
