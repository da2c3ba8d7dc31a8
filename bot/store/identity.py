"""Which of the store's actors an article's actors are. New ones are added; nobody is renamed."""

from collections.abc import Iterable, Sequence
from typing import TypedDict

from sqlalchemy import Connection, bindparam, distinct, func, insert, select, update

from bot.models import ArticleState
from bot.store.dialect import upsert
from bot.store.tables import actors, appearances, articles, names
from summaries.joining import marks
from summaries.models import Actor, Analysis
from summaries.names import family, fold

_LONGEST_KEY = 200  # characters; nobody types more of a name, and an index row must fit a page
root = func.coalesce(actors.c.merged_into, actors.c.id)
_ADD_SHARE = (
    update(actors)
    .where(actors.c.id == bindparam("root"))
    .values(weight=actors.c.weight + bindparam("share"), articles=actors.c.articles + bindparam("sign"))
)


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
        query = insert(actors).returning(actors.c.id, sort_by_parameter_order=True)
        known.update(zip(new, connection.execute(query, list(new.values())).scalars(), strict=True))
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
    added = upsert(connection, names)
    called_since = added.on_conflict_do_update(  # a word of the name that proves to be enough of it
        index_elements=["key", "actor_id"],
        set_={"alone": True, "form": added.excluded.form},
        where=~names.c.alone & added.excluded.alone,
    ).returning(names.c.key, names.c.alone)
    return {row.key for row in connection.execute(called_since, list(rows.values())) if row.alone}


def add_to_tally(connection: Connection, article_id: int, *, sign: int) -> None:
    """Counts a live article for (+1) or off (-1) who appears in it, under the actor they are joined to."""
    query = (
        select(root.label("id"), func.sum(appearances.c.weight).label("weight"))
        .join(actors, actors.c.id == appearances.c.actor_id)
        .where(appearances.c.article_id == article_id)
        .group_by(root)
    )
    shares = [{"root": row.id, "share": sign * row.weight, "sign": sign} for row in connection.execute(query)]
    shares.sort(key=lambda share: share["root"])  # two that write take the rows in one order
    if shares:
        connection.execute(_ADD_SHARE, shares)


def tally(connection: Connection, ids: Iterable[int]) -> None:
    """Counts the live articles of these actors anew, joined actors' included."""
    for actor_id in sorted(set(ids)):
        counted = (
            select(
                func.coalesce(func.sum(appearances.c.weight), 0.0),
                func.count(distinct(appearances.c.article_id)),
            )
            .join(actors, actors.c.id == appearances.c.actor_id)
            .join(articles, articles.c.id == appearances.c.article_id)
            .where(root == actor_id, articles.c.state == ArticleState.LIVE)
        )
        weight, count = connection.execute(counted).one()
        change = update(actors).where(actors.c.id == actor_id).values(weight=weight, articles=count)
        connection.execute(change)


def _known(connection: Connection, keys: set[str]) -> dict[tuple[str, str, str], int]:
    """The actors that bear one of the whole names, by kind, name and mark."""
    if not keys:
        return {}
    query = (
        select(actors.c.id, actors.c.kind, actors.c.mark, names.c.key)
        .join(names, names.c.actor_id == actors.c.id)
        .where(names.c.key.in_(sorted(keys)), names.c.whole)
        .order_by(actors.c.id.desc())
    )
    return {(row.kind, row.key, row.mark): row.id for row in connection.execute(query)}


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
