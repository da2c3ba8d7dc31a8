"""Which of the store's actors an article's actors are. New ones are added; nobody is renamed."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypedDict

from sqlalchemy import BigInteger, Connection, bindparam, distinct, func, insert, select, union_all, update
from sqlalchemy.sql.dml import ReturningInsert

from bot.models import ArticleState
from bot.store.dialect import upsert
from bot.store.rows import IDS
from bot.store.tables import actors, appearances, articles, names
from summaries.joining import marks
from summaries.models import Actor, Analysis
from summaries.names import family, fold

_LONGEST_KEY = 200  # characters; nobody types more of a name, and an index row must fit a page
root = func.coalesce(actors.c.merged_into, actors.c.id)


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
            row = {"name": actor.name, "kind": actor.kind, "mark": name[2], "weight": 0.0, "articles": 0}
            new.setdefault(name, row)
    if new:
        known |= _added(connection, list(new.values()))
    return tuple(known[name] for name in asked)


def record_names(connection: Connection, cast: Sequence[Actor], ids: Sequence[int]) -> set[str]:
    """Makes every name of the actors findable; the names that somebody is called by since."""
    rows: dict[tuple[str, int], dict[str, object]] = {}
    for actor, actor_id in zip(cast, ids, strict=True):
        for name in _names(actor):
            row = {**name, "actor_id": actor_id, "tail": name["key"][::-1]}
            rows.setdefault((name["key"], actor_id), row)
    if not rows:
        return set()
    called_since = _called_since(connection.dialect.name)
    return {row.key for row in connection.execute(called_since, list(rows.values())) if row.alone}


def add_to_tally(connection: Connection, article_id: int, *, sign: int) -> None:
    """Counts a live article for (+1) or off (-1) who appears in it, under the actor they are joined to."""
    rows = connection.execute(_SHARES, {"article": article_id})
    shares = [{"root": row.id, "share": sign * row.weight, "sign": sign} for row in rows]
    shares.sort(key=lambda share: share["root"])  # two that write take the rows in one order
    if shares:
        connection.execute(_ADD_SHARE, shares)


def tally(connection: Connection, ids: Iterable[int]) -> None:
    """Counts the live articles of these actors anew, joined actors' included."""
    counts = {id_: {"root": id_, "total": 0.0, "live": 0} for id_ in sorted(set(ids))}
    if not counts:
        return
    for row in connection.execute(_TALLIED, {"ids": list(counts)}):
        counts[row.id] = {"root": row.id, "total": row.total, "live": row.live}
    connection.execute(_SET_TALLY, list(counts.values()))


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


def _names(actor: Actor) -> Iterable[_Name]:
    """The name, what else the actor is called, and each word of a person's name."""
    found: dict[str, _Name] = {}

    def add(key: str, form: str, *, whole: bool = False, alone: bool = True) -> None:
        key = key[:_LONGEST_KEY]
        if key:
            found.setdefault(key, {"key": key, "form": form, "whole": whole, "alone": alone})

    add(fold(actor.name), actor.name, whole=True)
    for alias in actor.aliases:
        add(fold(alias), alias)
    if actor.kind == "person":
        add(family(actor.name), actor.name)
        for word in fold(actor.name).split():
            if len(word) > 2:
                add(word, actor.name, alone=False)
    return found.values()


# ------------------------------------------------------------------ statements, put together once

_LAST = select(func.coalesce(func.max(actors.c.id), 0))
_ADDED = select(actors.c.id, actors.c.kind, actors.c.name, actors.c.mark).where(
    actors.c.id > bindparam("last", type_=BigInteger())
)
_KNOWN = (
    select(actors.c.id, actors.c.kind, actors.c.mark, names.c.key)
    .join(names, names.c.actor_id == actors.c.id)
    .where(names.c.key.in_(bindparam("keys", expanding=True)), names.c.whole)
    .order_by(actors.c.id.desc())
)
_SHARES = (
    select(root.label("id"), func.sum(appearances.c.weight).label("weight"))
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.article_id == bindparam("article", type_=BigInteger()))
    .group_by(root)
)
_ADD_SHARE = (
    update(actors)
    .where(actors.c.id == bindparam("root"))
    .values(weight=actors.c.weight + bindparam("share"), articles=actors.c.articles + bindparam("sign"))
)
_under = union_all(  # each by its index: of the head of every actor there is none
    select(actors.c.id).where(actors.c.id.in_(IDS)),
    select(actors.c.id).where(actors.c.merged_into.in_(IDS)),
)
_TALLIED = (
    select(
        root.label("id"),
        func.sum(appearances.c.weight).label("total"),
        func.count(distinct(appearances.c.article_id)).label("live"),
    )
    .join(actors, actors.c.id == appearances.c.actor_id)
    .join(articles, articles.c.id == appearances.c.article_id)
    .where(appearances.c.actor_id.in_(_under), articles.c.state == ArticleState.LIVE)
    .group_by(root)
)
_SET_TALLY = (
    update(actors)
    .where(actors.c.id == bindparam("root"))
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
