"""Actors over all readable articles: who weighs most, whom a name means, what one said and did."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, case, func, select, union_all

from bot.errors import NotFoundError
from bot.models import ActorDigest, ActorEntry, Resolution
from bot.store.digests import compose
from bot.store.engine import Room, reading
from bot.store.identity import root
from bot.store.rows import COUNT_CAP, headline, headline_columns, readable, stored
from bot.store.spelling import alike
from bot.store.tables import LAST, actors, appearances, articles, names, revisions
from summaries.models import ActorKind
from summaries.names import fold

_READ = 24  # newest articles a digest is made of; each costs half a millisecond to parse
_BESIDE = 6
_OFFERED = 8  # entries that a name could mean, or is like
_MATCHING = 50  # newest articles of an actor that words can find
_SHORTEST_PREFIX = 3  # letters; two would begin half the names
_PREFIXED = 200  # names are looked at behind a prefix
entry_columns = (actors.c.id, actors.c.name, actors.c.kind, actors.c.articles)


class Actors(Room):
    @reading
    def ranking(
        self, connection: Connection, limit: int, offset: int = 0
    ) -> tuple[tuple[ActorEntry, ...], int]:
        """Actors of live articles, heaviest first, and how many there are (counted to a thousand)."""
        living = select(*entry_columns).where(actors.c.articles > 0, actors.c.merged_into.is_(None))
        page = living.order_by(actors.c.weight.desc(), actors.c.id).limit(limit).offset(offset)
        counted = select(func.count()).select_from(living.limit(COUNT_CAP).subquery())
        rows = connection.execute(page)
        return tuple(map(as_entry, rows)), connection.execute(counted).scalar_one()

    @reading
    def of_article(self, connection: Connection, article_id: int, limit: int) -> tuple[ActorEntry, ...]:
        """Who is in the article, heaviest in it first."""
        met = (
            select(root.label("id"), func.sum(appearances.c.weight).label("weight"))
            .join(actors, actors.c.id == appearances.c.actor_id)
            .where(appearances.c.article_id == article_id)
            .group_by(root)
            .subquery()
        )
        query = (
            select(*entry_columns)
            .join(met, met.c.id == actors.c.id)
            .order_by(met.c.weight.desc(), actors.c.id)
            .limit(limit)
        )
        return tuple([as_entry(row) for row in connection.execute(query)])

    @reading
    def resolve(self, connection: Connection, name: str) -> Resolution:
        """Whom the name means: so named, else called so, else so beginning, else spelt nearly so."""
        key = fold(name)
        if not key:
            return Resolution(kind="none")
        if named := _named(connection, key):
            return _resolution(named)
        likely, possible = alike(connection, key)
        spelt = entries_of(connection, likely)
        if beginning := _beginning(connection, key):
            heavier = [entry for entry in spelt if entry.articles > beginning[0].articles]
            return _resolution(list(dict.fromkeys((*heavier, *beginning)))[:_OFFERED])
        if spelt:
            return _resolution(spelt, exact=False)
        return Resolution(kind="none", nearest=entries_of(connection, possible))

    @reading
    def find(self, connection: Connection, actor_id: int) -> ActorEntry | None:
        """The actor, or the one it was joined to."""
        return find(connection, actor_id)

    async def get(self, actor_id: int) -> ActorEntry:
        """Like `find`; raises NotFoundError where there is none."""
        entry = await self.find(actor_id)
        if entry is None:
            raise NotFoundError(f"no actor {actor_id}")
        return entry

    @reading
    def digest(self, connection: Connection, actor_id: int, *, now: datetime) -> ActorDigest:
        """The actor over its newest readable articles. Raises NotFoundError."""
        entry = find(connection, actor_id)
        if entry is None:
            raise NotFoundError(f"no actor {actor_id}")
        ids = joined_ids(connection, entry.id)
        rows = connection.execute(_appearing(ids, _READ, now=now)).all()
        places: dict[int, set[int]] = {}
        for row in rows:
            places.setdefault(row.article_id, set()).add(row.place)
        read = stored(connection, list(places))
        shown = select(*headline_columns).join(revisions, revisions.c.id == articles.c.revision_id)
        headlines = {
            row.id: headline(row) for row in connection.execute(shown.where(articles.c.id.in_(list(places))))
        }
        return compose(
            entry,
            [(article, frozenset(places[article.id])) for article in read],
            also_named=_also_named(connection, entry, ids),
            beside=_beside(connection, list(places), entry.id),
            read_on=[headlines[article.id] for article in read],
        )


def joined_ids(connection: Connection, actor_id: int) -> Sequence[int]:
    """The actor and all that are joined to it, the actor first."""
    query = select(actors.c.id).where(actors.c.merged_into == actor_id)
    return [actor_id, *connection.execute(query).scalars()]


def articles_with(connection: Connection, name: str, *, now: datetime) -> Sequence[int]:
    """Ids of the newest articles in which those appear who bear the name."""
    entries = _named(connection, fold(name))
    ids = [id_ for entry in entries for id_ in joined_ids(connection, entry.id)]
    if not ids:
        return ()
    return connection.execute(_appearing(ids, _MATCHING, now=now)).scalars().all()


def _named(connection: Connection, key: str) -> Sequence[ActorEntry]:
    """Those whose whole name this is; where it is one word, those who are called so as well."""
    bearers = (
        select(root.label("id"), func.max(case((names.c.whole, 1), else_=0)).label("whole"))
        .join(actors, actors.c.id == names.c.actor_id)
        .where(names.c.key == key)
        .group_by(root)
        .subquery()
    )
    query = (
        select(*entry_columns, bearers.c.whole)
        .join(bearers, bearers.c.id == actors.c.id)
        .where(actors.c.articles > 0)
        .order_by(actors.c.weight.desc(), actors.c.id)
        .limit(_OFFERED)
    )
    rows = connection.execute(query).all()
    whole = [row for row in rows if row.whole]
    return [entry_of(*row[:4]) for row in (whole if whole and " " in key else rows)]


def _beginning(connection: Connection, key: str) -> Sequence[ActorEntry]:
    if len(key) < _SHORTEST_PREFIX:
        return []
    bearers = (
        select(names.c.actor_id)
        .where(names.c.key >= key, names.c.key < key + LAST)
        .limit(_PREFIXED)
        .subquery()
    )
    heads = select(root).join(bearers, bearers.c.actor_id == actors.c.id)
    query = (
        select(*entry_columns)
        .where(actors.c.id.in_(heads), actors.c.articles > 0)
        .order_by(actors.c.weight.desc(), actors.c.id)
        .limit(_OFFERED)
    )
    return [as_entry(row) for row in connection.execute(query)]


def entries_of(connection: Connection, ids: Sequence[int]) -> tuple[ActorEntry, ...]:
    """The living actors of these ids, or those they are joined to, in the order of the ids."""
    if not ids:
        return ()
    heads = select(actors.c.id, root.label("head")).where(actors.c.id.in_(ids))
    head_of = {row.id: row.head for row in connection.execute(heads)}
    query = select(*entry_columns).where(actors.c.id.in_(set(head_of.values())), actors.c.articles > 0)
    found = {row.id: as_entry(row) for row in connection.execute(query)}
    order = dict.fromkeys(head_of[id_] for id_ in ids if id_ in head_of)
    return tuple(found[id_] for id_ in order if id_ in found)[:_OFFERED]


def find(connection: Connection, actor_id: int) -> ActorEntry | None:
    head = select(root).where(actors.c.id == actor_id).scalar_subquery()
    row = connection.execute(select(*entry_columns).where(actors.c.id == head)).one_or_none()
    return None if row is None else as_entry(row)


def _also_named(connection: Connection, entry: ActorEntry, ids: Sequence[int]) -> tuple[str, ...]:
    query = (
        select(names.c.form, actors.c.name)
        .join(actors, actors.c.id == names.c.actor_id)
        .where(names.c.actor_id.in_(ids))
        .order_by(names.c.key)
    )
    forms = {
        form.casefold(): form
        for row in connection.execute(query)
        for form in (row.name, row.form)
        if form != entry.name
    }
    return tuple(forms.values())[:_OFFERED]


def _beside(connection: Connection, article_ids: Sequence[int], actor_id: int) -> tuple[ActorEntry, ...]:
    """Those who appear in most of the articles, the heavier first."""
    met = (
        select(
            root.label("id"),
            func.count(appearances.c.article_id.distinct()).label("together"),
            func.sum(appearances.c.weight).label("weight"),
        )
        .join(actors, actors.c.id == appearances.c.actor_id)
        .where(appearances.c.article_id.in_(article_ids))
        .group_by(root)
        .subquery()
    )
    query = (
        select(*entry_columns)
        .join(met, met.c.id == actors.c.id)
        .where(actors.c.id != actor_id, actors.c.articles > 0)
        .order_by(met.c.together.desc(), met.c.weight.desc(), actors.c.id)
        .limit(_BESIDE)
    )
    return tuple([as_entry(row) for row in connection.execute(query)])


def _appearing(actor_ids: Sequence[int], limit: int, *, now: datetime) -> Select[int, int]:
    """Article and place of the newest readable appearances, newest first."""
    newest = [  # each by itself, in the index's order; several at once would all be sorted
        select(appearances.c.article_id, appearances.c.place, appearances.c.news_date)
        .join(articles, articles.c.id == appearances.c.article_id)
        .where(appearances.c.actor_id == id_, readable(now))
        .order_by(appearances.c.news_date.desc(), appearances.c.article_id.desc())
        .limit(limit)
        .subquery()
        for id_ in actor_ids
    ]
    met = union_all(*(select(each) for each in newest)).subquery()
    order = (met.c.news_date.desc(), met.c.article_id.desc(), met.c.place)
    return select(met.c.article_id, met.c.place).order_by(*order).limit(limit)


def _resolution(entries: Sequence[ActorEntry], *, exact: bool = True) -> Resolution:
    return Resolution(kind="one" if len(entries) == 1 else "several", entries=tuple(entries), exact=exact)


def as_entry(row: Row[int, str, ActorKind, int]) -> ActorEntry:
    return entry_of(*row)


def entry_of(id_: int, name: str, kind: ActorKind, count: int) -> ActorEntry:
    return ActorEntry(id=id_, name=name, kind=kind, articles=count)
