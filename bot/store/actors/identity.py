"""Which of the store's actors an article's actors are. New ones are added; nobody is renamed.

What an actor is called is what shown articles call it: names come with the first that does, and go with
the last. An actor of whom nothing is shown any more keeps its row, for buttons that name it, and no name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import TypedDict

from sqlalchemy import (
    BigInteger,
    Connection,
    bindparam,
    delete,
    distinct,
    exists,
    func,
    insert,
    select,
    union_all,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert

from bot.store.database.dialect import upsert
from bot.store.database.rows import IDS
from bot.store.database.tables import actors, appearances, formerly, interests, names, saved_actors
from summaries.joining import marks
from summaries.models import Actor, ActorKind, Analysis
from summaries.names import family, fold

_LONGEST_KEY = 200  # characters; nobody types more of a name, and an index row must fit a page
_TALLIED_AT_ONCE = 500
canonical_id = func.coalesce(actors.c.merged_into, actors.c.id)


class _Name(TypedDict):
    key: str
    form: str
    whole: bool
    alone: bool


def identify(connection: Connection, analysis: Analysis) -> tuple[int, ...]:
    """The store's id of each actor of one article, by its very name and mark. New ones are added."""
    asked = [
        (actor.kind, _key(actor.name), mark)
        for actor, mark in zip(analysis.actors, marks(analysis), strict=True)
    ]
    known = _known(connection, {key for _, key, _ in asked})
    new: dict[tuple[str, str, str], dict[str, object]] = {}
    for actor, name in zip(analysis.actors, asked, strict=True):
        if name not in known:
            told = {"name": actor.name, "kind": actor.kind, "key": name[1], "mark": name[2]}
            new.setdefault(name, told | {"weight": 0.0, "articles": 0})
    if new:
        known |= _added(connection, list(new.values()))
    return tuple(known[name] for name in asked)


def record_names(connection: Connection, cast: Sequence[Actor], ids: Sequence[int]) -> set[str]:
    """Makes every name of the actors findable; the names that somebody is called by since."""
    rows: dict[tuple[str, int], dict[str, object]] = {}
    for actor, actor_id in zip(cast, ids, strict=True):
        for name in _names(actor.name, actor.kind, actor.aliases):
            row = {**name, "actor_id": actor_id, "tail": name["key"][::-1]}
            rows.setdefault((name["key"], actor_id), row)
    if not rows:
        return set()
    called_since = _called_since(connection.dialect.name)
    return {row.key for row in connection.execute(called_since, list(rows.values())) if row.alone}


def forget_names(connection: Connection, written: Mapping[int, Collection[str]]) -> set[str]:
    """Forgets what nobody calls these actors any more, of whom an article with these aliases is gone.

    The names that were forgotten: others may be meant by them since.
    """
    if not written:
        return set()
    called: dict[int, set[str]] = {}
    for row in connection.execute(_STILL_CALLED, {"ids": list(written)}):
        called.setdefault(row.actor_id, set()).update(row.aliases.splitlines())
    nameless = [id_ for id_ in written if id_ not in called]
    gone = set(connection.execute(_FORGET_ALL, {"ids": nameless}).scalars())
    lost = {id_: set(forms) - called[id_] for id_, forms in written.items() if id_ in called}
    for actor in connection.execute(_NAMED, {"ids": [id_ for id_, forms in lost.items() if forms]}):
        left = {name["key"]: name for name in _names(actor.name, actor.kind, sorted(called[actor.id]))}
        for key in {_key(form) for form in lost[actor.id]}:
            this = {"of_key": key, "of_actor": actor.id}
            if key in left:
                again = {"new_form": left[key]["form"], "new_alone": left[key]["alone"]}
                connection.execute(_CALL_OTHERWISE, this | again)
            else:
                connection.execute(_FORGET, this)
            gone.add(key)
    return gone


def succeed(connection: Connection, heirs: Mapping[int, int]) -> None:
    """Who is called otherwise since: what follows and buttons mean by an actor of whom nothing is shown."""
    gone = connection.execute(_UNSEEN.where(actors.c.id.in_(heirs))).scalars().all()
    for id_ in gone:
        heir = heirs[id_]
        connection.execute(update(interests).where(interests.c.actor_id == id_).values(actor_id=heir))
        also = saved_actors.alias()
        has_heir = exists().where(also.c.chat_id == saved_actors.c.chat_id, also.c.actor_id == heir)
        kept = update(saved_actors).where(saved_actors.c.actor_id == id_, ~has_heir)
        connection.execute(kept.values(actor_id=heir))
        connection.execute(update(formerly).where(formerly.c.actor_id == id_).values(actor_id=heir))
        row = upsert(connection.dialect.name, formerly).values(id=id_, actor_id=heir)
        connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"actor_id": heir}))


def unseen(connection: Connection) -> Sequence[int]:
    """Actors of whom no article is shown."""
    return connection.execute(_UNSEEN).scalars().all()


def add_to_tally(connection: Connection, article_id: int, *, sign: int) -> None:
    """Counts a shown article for (+1) or off (-1) who appears in it, under the actor they are joined to."""
    rows = connection.execute(_SHARES, {"article": article_id})
    shares = [{"canonical": row.id, "share": sign * row.weight, "sign": sign} for row in rows]
    shares.sort(key=lambda share: share["canonical"])  # two that write take the rows in one order
    if shares:
        connection.execute(_ADD_SHARE, shares)


def canonical_ids(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """Each known id with that of the actor it is joined to, or its own."""
    return {row.id: row.canonical for row in connection.execute(_CANONICAL, {"ids": list(ids)})}


def tally(connection: Connection, ids: Iterable[int]) -> None:
    """Counts the shown articles of these actors anew, joined actors' included."""
    counts = {id_: {"canonical": id_, "total": 0.0, "live": 0} for id_ in sorted(set(ids))}
    if not counts:
        return
    for row in connection.execute(_TALLIED, {"ids": list(counts)}):
        counts[row.id] = {"canonical": row.id, "total": row.total, "live": row.live}
    connection.execute(_SET_TALLY, list(counts.values()))


def tally_all(connection: Connection) -> None:
    """Counts the shown articles of every actor anew."""
    ids = connection.execute(select(actors.c.id)).scalars().all()
    for start in range(0, len(ids), _TALLIED_AT_ONCE):
        tally(connection, ids[start : start + _TALLIED_AT_ONCE])


def _known(connection: Connection, keys: set[str]) -> dict[tuple[str, str, str], int]:
    """The actors that bear one of the whole names, by kind, name and mark."""
    if not keys:
        return {}
    rows = connection.execute(_KNOWN, {"keys": sorted(keys)})
    return {(row.kind, row.key, row.mark): row.id for row in rows}


def _added(connection: Connection, rows: Sequence[dict[str, object]]) -> dict[tuple[str, str, str], int]:
    """Adds actors, all at once: to be told each one's id, SQLite would take them one by one.

    Nobody else adds any meanwhile: articles are filed in turn.
    """
    last = connection.execute(_LAST).scalar_one()
    connection.execute(insert(actors), rows)
    added = connection.execute(_ADDED, {"last": last})
    return {(row.kind, _key(row.name), row.mark): row.id for row in added}


def _key(name: str) -> str:
    return fold(name)[:_LONGEST_KEY]


def _names(called: str, kind: ActorKind, aliases: Iterable[str]) -> Iterable[_Name]:
    """The name, what else the actor is called, and each word of a person's name."""
    found: dict[str, _Name] = {}

    def add(key: str, form: str, *, whole: bool = False, alone: bool = True) -> None:
        key = key[:_LONGEST_KEY]
        if key:
            found.setdefault(key, {"key": key, "form": form, "whole": whole, "alone": alone})

    add(fold(called), called, whole=True)
    for alias in aliases:
        add(fold(alias), alias)
    if kind == "person":
        add(family(called), called)
        for word in fold(called).split():
            if len(word) > 2:
                add(word, called, alone=False)
    return found.values()


# ------------------------------------------------------------------ statements, put together once

_LAST = select(func.coalesce(func.max(actors.c.id), 0))
_ADDED = select(actors.c.id, actors.c.kind, actors.c.name, actors.c.mark).where(
    actors.c.id > bindparam("last", type_=BigInteger())
)
_KNOWN = (
    select(actors.c.id, actors.c.kind, actors.c.mark, actors.c.key)
    .where(actors.c.key.in_(bindparam("keys", expanding=True)))
    .order_by(actors.c.id.desc())
)
_STILL_CALLED = (
    select(appearances.c.actor_id, appearances.c.aliases).where(appearances.c.actor_id.in_(IDS)).distinct()
)
_NAMED = select(actors.c.id, actors.c.name, actors.c.kind).where(actors.c.id.in_(IDS))
_this = (names.c.key == bindparam("of_key"), names.c.actor_id == bindparam("of_actor"))
_CALL_OTHERWISE = update(names).where(*_this).values(form=bindparam("new_form"), alone=bindparam("new_alone"))
_UNSEEN = select(actors.c.id).where(
    ~select(appearances.c.actor_id).where(appearances.c.actor_id == actors.c.id).exists()
)
_FORGET = delete(names).where(*_this)
_FORGET_ALL = delete(names).where(names.c.actor_id.in_(IDS)).returning(names.c.key)
_CANONICAL = select(actors.c.id, canonical_id.label("canonical")).where(actors.c.id.in_(IDS))
_SHARES = (
    select(canonical_id.label("id"), func.sum(appearances.c.weight).label("weight"))
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.article_id == bindparam("article", type_=BigInteger()))
    .group_by(canonical_id)
)
_ADD_SHARE = (
    update(actors)
    .where(actors.c.id == bindparam("canonical"))
    .values(weight=actors.c.weight + bindparam("share"), articles=actors.c.articles + bindparam("sign"))
)
standing_under = union_all(  # the parameter `ids`; each by its index: of canonical ids there is none
    select(actors.c.id).where(actors.c.id.in_(IDS)),
    select(actors.c.id).where(actors.c.merged_into.in_(IDS)),
)
_TALLIED = (
    select(
        canonical_id.label("id"),
        func.sum(appearances.c.weight).label("total"),
        func.count(distinct(appearances.c.article_id)).label("live"),
    )
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.actor_id.in_(standing_under))
    .group_by(canonical_id)
)
_SET_TALLY = (
    update(actors)
    .where(actors.c.id == bindparam("canonical"))
    .values(weight=bindparam("total"), articles=bindparam("live"))
)


@cache
def _called_since(dialect: str) -> ReturningInsert[str, bool]:
    """Adds names; a word of a name may since prove to be enough of it. Those that do are told."""
    added = upsert(dialect, names)
    return added.on_conflict_do_update(
        index_elements=["key", "actor_id"],
        set_={"alone": True, "form": added.excluded.form},
        where=~names.c.alone & added.excluded.alone,
    ).returning(names.c.key, names.c.alone)
