"""Which of the store's actors an article's actors are. New ones are added; nobody is renamed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, distinct, func, insert, select, update

from bot.models import ArticleState
from bot.store.dialect import insert_or_ignore
from bot.store.tables import actors, appearances, articles, follows, names
from summaries.models import Actor, ActorKind
from summaries.names import Known, family, fold, join

_BEARERS = 40  # of one name are looked at, the heaviest; a name borne by more joins nobody but its equal
_LONGEST_KEY = 200  # characters; nobody types more of a name, and an index row must fit a page
root = func.coalesce(actors.c.merged_into, actors.c.id)
_ADD_SHARE = (
    update(actors)
    .where(actors.c.id == bindparam("root"))
    .values(weight=actors.c.weight + bindparam("share"), articles=actors.c.articles + bindparam("sign"))
)


@dataclass(slots=True)
class _Candidate:
    """An actor of the store, with those joined to it, as far as their names were asked for."""

    id: int
    name: str
    kind: ActorKind
    aliases: list[str] = field(default_factory=list)
    by_key: dict[str, int] = field(default_factory=dict)  # whole names, of joined actors too
    keys: set[str] = field(default_factory=set)


def identify(connection: Connection, cast: Sequence[Actor]) -> tuple[int, ...]:
    """The store's id of each actor of one article. Two actors of an article stay two, unless named alike."""
    asked = [_keys_asked(actor) for actor in cast]
    candidates = _candidates(connection, {key for keys in asked for key in keys})
    ids: list[int | None] = []
    taken: dict[int, str] = {}
    for actor, keys in zip(cast, asked, strict=True):
        key = fold(actor.name)
        open_to_it = [
            candidate
            for candidate in candidates
            if candidate.keys & keys and taken.get(candidate.id, key) == key
        ]
        match = _match(actor, key, open_to_it)
        if match is None:
            ids.append(None)
            continue
        taken[match.id] = key
        ids.append(match.by_key.get(key, match.id))
    return _with_new(connection, cast, ids)


def record_names(connection: Connection, cast: Sequence[Actor], ids: Sequence[int]) -> None:
    """Makes every name of the actors findable."""
    rows: dict[tuple[str, int], dict[str, object]] = {}
    for actor, actor_id in zip(cast, ids, strict=True):
        for key, form, whole in _names(actor):
            row = {"key": key, "actor_id": actor_id, "form": form, "whole": whole, "tail": key[::-1]}
            rows.setdefault((key, actor_id), row)
    if rows:
        connection.execute(insert_or_ignore(connection, names), list(rows.values()))


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


def tally(connection: Connection, actor_id: int) -> None:
    """Counts an actor's live articles anew, joined actors' included."""
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
    connection.execute(update(actors).where(actors.c.id == actor_id).values(weight=weight, articles=count))


def merge(connection: Connection, *, actor_id: int, into: int) -> bool:
    """Makes two actors one, under the second's name; tells whether they were two."""
    query = select(actors.c.id, root.label("head")).where(actors.c.id.in_([actor_id, into]))
    heads = {row.id: row.head for row in connection.execute(query)}
    one, other = heads.get(actor_id), heads.get(into)
    if one is None or other is None or one == other:
        return False
    theirs = (actors.c.id == one) | (actors.c.merged_into == one)
    connection.execute(update(actors).where(theirs).values(merged_into=other, weight=0.0, articles=0))
    tally(connection, other)
    return True


def part(connection: Connection, *, actor_id: int) -> bool:
    """Undoes the join of this actor; tells whether it was joined."""
    query = select(actors.c.merged_into).where(actors.c.id == actor_id)
    head = connection.execute(query).scalar_one_or_none()
    if head is None:
        return False
    connection.execute(update(actors).where(actors.c.id == actor_id).values(merged_into=None))
    tally(connection, actor_id)
    tally(connection, head)
    return True


def forget_unseen(connection: Connection, ids: Iterable[int]) -> None:
    """Removes actors of whom no article and no follower is left."""
    joined = actors.alias()
    connection.execute(
        delete(actors).where(
            actors.c.id.in_(list(ids)),
            actors.c.merged_into.is_(None),
            ~select(appearances.c.actor_id).where(appearances.c.actor_id == actors.c.id).exists(),
            ~select(follows.c.id).where(follows.c.actor_id == actors.c.id).exists(),
            ~select(joined.c.id).where(joined.c.merged_into == actors.c.id).exists(),
        )
    )


def _match(actor: Actor, key: str, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The one that bears the very name, if only as a joined actor's; else the one it can be joined to."""
    for candidate in candidates:
        if candidate.kind == actor.kind and key in candidate.by_key:
            return candidate
    known = [Known(each.name, each.kind, tuple(each.aliases)) for each in candidates]
    index = join(actor.name, actor.kind, known)
    return None if index is None else candidates[index]


def _with_new(connection: Connection, cast: Sequence[Actor], ids: Sequence[int | None]) -> tuple[int, ...]:
    """The ids, with actors added where there was none. Two of one new name become one."""
    new: dict[tuple[str, str], dict[str, object]] = {}
    for actor, known in zip(cast, ids, strict=True):
        if known is None:
            row = {"name": actor.name, "kind": actor.kind, "weight": 0.0, "articles": 0}
            new.setdefault((fold(actor.name), actor.kind), row)
    made: dict[tuple[str, str], int] = {}
    if new:
        query = insert(actors).returning(actors.c.id, sort_by_parameter_order=True)
        result = connection.execute(query, list(new.values()))
        made = dict(zip(new, result.scalars(), strict=True))
    return tuple(
        made[fold(actor.name), actor.kind] if known is None else known
        for actor, known in zip(cast, ids, strict=True)
    )


def _candidates(connection: Connection, keys: set[str]) -> list[_Candidate]:
    if not keys:
        return []
    heaviest = func.row_number().over(
        partition_by=names.c.key, order_by=(names.c.whole.desc(), actors.c.weight.desc(), actors.c.id)
    )
    bearers = (
        select(
            names.c.key, names.c.form, names.c.whole, actors.c.id, root.label("root"), heaviest.label("at")
        )
        .join(actors, actors.c.id == names.c.actor_id)
        .where(names.c.key.in_(sorted(keys)))
        .subquery()
    )
    head = actors.alias()
    query = (
        select(bearers, head.c.name.label("name"), head.c.kind)
        .join(head, head.c.id == bearers.c.root)
        .where(bearers.c.at <= _BEARERS)
        .order_by(bearers.c.root)
    )
    found: dict[int, _Candidate] = {}
    for row in connection.execute(query):
        candidate = found.setdefault(row.root, _Candidate(row.root, row.name, row.kind))
        candidate.keys.add(row.key)
        if row.whole:
            candidate.by_key.setdefault(row.key, row.id)
        if row.form != row.name:
            candidate.aliases.append(row.form)
    return list(found.values())


def _keys_asked(actor: Actor) -> set[str]:
    forms = (actor.name, *actor.aliases)
    keys = {fold(form) for form in forms} | {family(actor.name) if actor.kind == "person" else ""}
    return {key[:_LONGEST_KEY] for key in keys} - {""}


def _names(actor: Actor) -> Iterable[tuple[str, str, bool]]:
    """Key, form and whether it is the full name; a word of a person's name has the full name as its form."""
    found: dict[str, tuple[str, bool]] = {}
    found[fold(actor.name)] = (actor.name, True)
    for alias in actor.aliases:
        found.setdefault(fold(alias), (alias, False))
    if actor.kind == "person":
        for word in (family(actor.name), *fold(actor.name).split()):
            if len(word) > 2:
                found.setdefault(word, (actor.name, False))
    return ((key[:_LONGEST_KEY], form, whole) for key, (form, whole) in found.items() if key)
