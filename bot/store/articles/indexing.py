"""What readers look through: the words, people and quotations of articles that they may be told of now.

Whatever changes an article (filing, an editor's word, an embargo that ends) asks `settle`, which puts it into
the indexes or takes it out. So what is held back, waits or is killed lends nobody a name, adds to no count
and takes no other's place among the newest matches.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, Connection, Row, bindparam, delete, insert, or_, select, update

from bot.domain import excerpts, passages
from bot.domain.articles import ArticleState
from bot.store.actors import identity, joining
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.repairs import repaired_reading
from bot.store.database.rows import analysis_of
from bot.store.database.tables import UTCDateTime, appearances, articles, quotes, revisions
from summaries.joining import clues
from summaries.listing import listed
from summaries.models import Analysis
from summaries.names import family
from summaries.succession import heirs

Called = Mapping[int, frozenset[str]]  # actors of an article, and its aliases of each


@dataclass(frozen=True, slots=True)
class _Standing:
    """The revision of an article that is in the indexes, and the one that is to be."""

    article_id: int
    dated_at: datetime
    shown: int | None
    wanted: int | None


def settle(
    connection: Connection,
    article_id: int,
    *,
    now: datetime,
    read: Analysis | None = None,
    was: Analysis | None = None,
) -> None:
    """Has readers find the article, or find it no more, as it stands now.

    `read`: the analysis of its revision where that, or what editors repaired in it, is new, and what stands
    in the indexes is to be replaced; `was`: the one of which that was made, where
    it is of the same revision.
    """
    row = connection.execute(_STANDING, {"article": article_id, "now": now}).one_or_none()
    if row is None:
        return
    standing = _Standing(article_id, row.dated_at, row.shown, row.revision_id if row.public else None)
    if standing.shown != standing.wanted or (read is not None and standing.wanted is not None):
        _change(connection, standing, read, was)


def take_out(connection: Connection, article_id: int) -> None:
    """Has readers find the article no more: it is about to be removed."""
    row = connection.execute(_STANDING, {"article": article_id, "now": None}).one()
    if row.shown is not None:
        _change(connection, _Standing(article_id, row.dated_at, row.shown, None), None)


def ended(connection: Connection, *, since: datetime, now: datetime) -> tuple[int, ...]:
    """Articles whose embargo ended between the moments, and that readers do not find yet."""
    return tuple(connection.execute(_ENDED, {"since": since, "now": now}).scalars())


def unsettled(connection: Connection, *, now: datetime) -> Sequence[int]:
    """Articles that stand otherwise than they should: after an upgrade, or a clock set anew."""
    return connection.execute(_UNSETTLED, {"now": now}).scalars().all()


def settle_all(connection: Connection, ids: Iterable[int], *, now: datetime) -> None:
    """Settles each of these articles."""
    for article_id in ids:
        settle(connection, article_id, now=now)


def _change(
    connection: Connection, standing: _Standing, read: Analysis | None, was: Analysis | None = None
) -> None:
    appeared: Sequence[Row[int, int, str]] = ()
    after: Called = {}
    moved: set[int] = set()
    ids: Sequence[int] = ()
    if standing.shown is not None:
        identity.add_to_tally(connection, standing.article_id, sign=-1)
        appeared = _remove(connection, standing.article_id)
    if standing.shown != standing.wanted:
        _show_words(connection, hide=standing.shown, show=standing.wanted)
    if standing.wanted is not None:
        raw = read or analysis_of(connection, standing.wanted)
        shown = repaired_reading(connection, standing.article_id, raw)
        ids, after, moved = _add(connection, standing, shown)
        identity.add_to_tally(connection, standing.article_id, sign=1)
        if appeared and was is not None:
            before = repaired_reading(connection, standing.article_id, was)
            _hand_down(connection, appeared, ids, heirs(before, shown))
    called = _called((row.actor_id, row.aliases) for row in appeared)
    moved |= _forget(connection, called, after, goes_on=standing.wanted is not None)
    identity.tally(connection, moved)


def _show_words(connection: Connection, *, hide: int | None, show: int | None) -> None:
    for revision_id, shown in ((hide, False), (show, True)):
        if revision_id is not None:
            connection.execute(update(revisions).where(revisions.c.id == revision_id).values(shown=shown))


def _remove(connection: Connection, article_id: int) -> Sequence[Row[int, int, str]]:
    """Who was in it: actor, place, aliases."""
    connection.execute(delete(quotes).where(quotes.c.article_id == article_id))
    gone = delete(appearances).where(appearances.c.article_id == article_id)
    told = appearances.c.actor_id, appearances.c.place, appearances.c.aliases
    return connection.execute(gone.returning(*told)).all()


def _called(told: Iterable[tuple[int, str]]) -> Called:
    called: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for actor_id, aliases in told:
        called[actor_id] |= frozenset(aliases.splitlines())
    return called


def _hand_down(
    connection: Connection, appeared: Iterable[Row[int, int, str]], ids: Sequence[int], by: Mapping[int, int]
) -> None:
    """What follows and buttons mean by who is in the article no more goes to who is in their place."""
    here = frozenset(ids)
    handed = {row.actor_id: ids[by[row.place]] for row in appeared if row.place in by}
    identity.succeed(connection, {id_: heir for id_, heir in handed.items() if id_ not in here})


def _forget(connection: Connection, before: Called, after: Called, *, goes_on: bool) -> set[int]:
    """Takes the names away that were the article's alone. Ids of actors that were joined or parted by it.

    Who is in no article any more is no actor, unless this one may be shown again: old buttons find them then.
    """
    lost = {id_: forms - after.get(id_, frozenset()) for id_, forms in before.items()}
    lost = {id_: forms for id_, forms in lost.items() if forms or id_ not in after}
    moved = joining.settle_names(connection, identity.forget_names(connection, lost))
    return moved | (joining.forget_unseen(connection, before.keys() - after.keys()) if goes_on else set())


def _add(
    connection: Connection, standing: _Standing, analysis: Analysis
) -> tuple[Sequence[int], Called, set[int]]:
    """Who is in the article, by place and as called; ids of actors that were joined or parted by it."""
    ids = identity.identify(connection, analysis)
    called_since = identity.record_names(connection, analysis.actors, ids)
    text = analysis.article.text
    told = [clues(actor, text) for actor in analysis.actors]
    aliases = ["\n".join(" ".join(alias.split()) for alias in actor.aliases) for actor in analysis.actors]
    of_article = {"article_id": standing.article_id, "dated_at": standing.dated_at}
    sure = frozenset(listed(analysis))
    appear = [
        of_article
        | {
            "actor_id": actor_id,
            "place": place,
            "clues": " ".join(sorted(told[place])),
            "weight": actor.weight if place in sure else 0.0,
            "aliases": aliases[place],
        }
        for place, (actor_id, actor) in enumerate(zip(ids, analysis.actors, strict=True))
    ]
    if appear:
        connection.execute(insert(appearances), appear)
    said = [
        of_article
        | {
            "place": place,
            "actor_id": None if quote.actor is None else ids[quote.actor],
            "kind": passages.kind_shown(analysis, quote),
            "words": " ".join(span.of(text) for span in quote.content),
        }
        for place, quote in ((place, analysis.quotes[place]) for place in excerpts.apart(analysis))
    ]
    if said:
        connection.execute(insert(quotes), said)
    described = {family(actor.name) for actor, words in zip(analysis.actors, told, strict=True) if words}
    moved = joining.settle_names(
        connection, called_since | joining.marked(connection, described - called_since)
    )
    return ids, _called(zip(ids, aliases, strict=True)), moved


# ------------------------------------------------------------------ statements, put together once

_shown = revisions.alias("shown")
_STANDING = (
    select(articles.c.revision_id, articles.c.dated_at, _shown.c.id.label("shown"), IS_PUBLIC.label("public"))
    .outerjoin(_shown, (_shown.c.article_id == articles.c.id) & _shown.c.shown)
    .where(articles.c.id == bindparam("article", type_=BigInteger()))
)
_newest = select(articles.c.id).join(revisions, revisions.c.id == articles.c.revision_id)
_not_before = articles.c.not_before
_ENDED = _newest.where(  # not by IS_PUBLIC: SQLite would look at all that never had an embargo
    articles.c.state == ArticleState.LIVE,
    _not_before > bindparam("since", type_=UTCDateTime()),
    _not_before <= bindparam("now", type_=UTCDateTime()),
    ~revisions.c.shown,
)
_UNSETTLED = _newest.where(or_(IS_PUBLIC & ~revisions.c.shown, revisions.c.shown & ~IS_PUBLIC))
