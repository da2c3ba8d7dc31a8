"""How an actor came together, for editors, who part and join. What they do is written down with it."""

from datetime import datetime

from sqlalchemy import Connection, Row, distinct, func, select

from bot.domain.actors import ActorEntry, Joined, JoinedName, Joining, Why
from bot.domain.articles import ArticleState
from bot.store.actors import joining
from bot.store.actors.actors import find
from bot.store.actors.resolving import entries_of, entry_columns
from bot.store.actors.spelling import similar_actors
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.public_articles import NEWEST_FIRST
from bot.store.database.rows import headline, headline_columns
from bot.store.database.tables import actors, appearances, articles, names, revisions
from bot.store.editors.record import record_decision
from summaries.joining import is_lone
from summaries.names import family, fold

_NAMES = 20  # of an actor are shown; few have more than five
_NEWEST = 2  # articles named for each
_NEAREST = 8


class Joins(Repository):
    @reading
    def of(self, connection: Connection, actor_id: int) -> Joining | None:
        """The names that stand under the actor's; None where there is no such actor."""
        entry = find(connection, actor_id)
        if entry is None:
            return None
        query = (
            select(*entry_columns, actors.c.same_as, func.count(distinct(articles.c.id)).label("live"))
            .outerjoin(appearances, appearances.c.actor_id == actors.c.id)
            .outerjoin(articles, (articles.c.id == appearances.c.article_id) & _LIVE)
            .where((actors.c.id == entry.id) | (actors.c.merged_into == entry.id))
            .group_by(*entry_columns, actors.c.same_as)
            .order_by(actors.c.id != entry.id, actors.c.id)
            .limit(_NAMES)
        )
        rows = connection.execute(query).all()
        named = [_named(connection, row, entry) for row in rows]
        return Joining(actor=entry, names=tuple(named))

    @reading
    def nearest(self, connection: Connection, actor_id: int) -> tuple[ActorEntry, ...]:
        """Other actors of the kind that are called the same, then those spelt nearly so."""
        entry = find(connection, actor_id)
        if entry is None:
            return ()
        key = fold(entry.name)
        called = {key, family(entry.name)} if entry.kind == "person" else {key}
        query = (
            select(names.c.actor_id)
            .join(actors, actors.c.id == names.c.actor_id)
            .where(names.c.key.in_(called - {""}))
            .order_by(actors.c.weight.desc(), actors.c.id)
            .limit(4 * _NEAREST)
        )
        same = connection.execute(query).scalars().all()
        likely, possible = similar_actors(connection, key) if key else ((), ())
        found = entries_of(connection, [*same, *likely, *possible])
        others = [other for other in found if other.id != entry.id and other.kind == entry.kind]
        return tuple(others[:_NEAREST])

    @reading
    def standing_under(self, connection: Connection, actor_id: int, name: str) -> ActorEntry | None:
        """The name of this spelling that stands under the actor's and is not its own; None: there is none."""
        entry = find(connection, actor_id)
        if entry is None:
            return None
        here = actors.c.merged_into == entry.id, actors.c.key == fold(name)
        found = connection.execute(select(*entry_columns).where(*here).order_by(actors.c.id).limit(1)).first()
        return None if found is None else ActorEntry(**found._mapping)

    @in_turn
    def join(
        self, connection: Connection, actor_id: int, into: int, *, by: int, now: datetime
    ) -> Joined | None:
        """Makes two actors one, under the second's name. None where they were not two."""
        one, other = (find(connection, id_, even_unseen=True) for id_ in (actor_id, into))
        if (
            one is None
            or other is None
            or not joining.join_actors(connection, actor_id=one.id, into=other.id)
        ):
            return None
        subject = f"{_written(one)} with {_written(other)}"
        record_decision(connection, "join", subject, by=by, now=now)
        return Joined(name=one, actor=find(connection, other.id, even_unseen=True) or other)

    @in_turn
    def part(self, connection: Connection, actor_id: int, *, by: int, now: datetime) -> Joined | None:
        """The name is another's than the actor it was joined to. None where it was not joined."""
        canonical = find(connection, actor_id, even_unseen=True)
        if canonical is None or not joining.part_actors(connection, actor_id=actor_id):
            return None
        alone = find(connection, actor_id, even_unseen=True) or canonical
        subject = f"{_written(alone)} from {_written(canonical)}"
        record_decision(connection, "part", subject, by=by, now=now)
        return Joined(name=alone, actor=find(connection, canonical.id, even_unseen=True) or canonical)


_LIVE = articles.c.state == ArticleState.LIVE


def _named(connection: Connection, row: Row[tuple[object, ...]], actor: ActorEntry) -> JoinedName:
    query = (
        select(*headline_columns)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(
            articles.c.id.in_(select(appearances.c.article_id).where(appearances.c.actor_id == row.id)), _LIVE
        )
        .order_by(*NEWEST_FIRST)
        .limit(_NEWEST)
    )
    newest = tuple(headline(each) for each in connection.execute(query))
    return JoinedName(actor_id=row.id, name=row.name, why=_why(row, actor), articles=row.live, newest=newest)


def _why(row: Row[tuple[object, ...]], actor: ActorEntry) -> Why:
    if row.id == actor.id:
        return "own"
    if row.same_as is not None:
        return "editor"
    return "surname" if is_lone(row.name, row.kind) else "agrees"


def _written(entry: ActorEntry) -> str:
    return f"{entry.id} “{entry.name}”"
