"""Which deliveries told of an article, and what else each of them tells of."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, Row, Select, false, select

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.store.database.public_articles import NEWEST_FIRST
from bot.store.database.rows import stored
from bot.store.database.tables import articles, outbox, seen

OutboxRow = Row[tuple[object, ...]]


def articles_shown(
    connection: Connection, article_id: int, *, even_withdrawn: bool
) -> Mapping[tuple[int, int], tuple[StoredArticle, ...]]:
    """The articles of its story, or of a list, that each edition told of and that stand, newest first."""
    itself = articles.c.id == article_id if even_withdrawn else false()
    gone = (articles.c.state == ArticleState.KILLED) | (
        (articles.c.state == ArticleState.WITHDRAWN) & ~itself
    )
    story = select(articles.c.story_id).where(articles.c.id == article_id).scalar_subquery()
    each = seen.c.chat_id, seen.c.edition_id, seen.c.article_id
    of_story = select(*each).join(articles, articles.c.id == seen.c.article_id)
    listed = select(outbox.c.chat_id, outbox.c.edition_id).where(outbox.c.id.in_(lists_with(article_id)))
    lists = listed.distinct().subquery()
    in_lists = (seen.c.chat_id == lists.c.chat_id) & (seen.c.edition_id == lists.c.edition_id)
    told_of = of_story.where(articles.c.story_id == story).union(select(*each).join(lists, in_lists))
    together = told_of.subquery()
    query = (
        select(together)
        .join(articles, articles.c.id == together.c.article_id)
        .where(together.c.edition_id.is_not(None), ~gone)
        .order_by(*NEWEST_FIRST)
    )
    rows = connection.execute(query).all()
    ids = tuple(dict.fromkeys(row.article_id for row in rows))
    found = {each.id: each for each in stored(connection, ids)}
    told: defaultdict[tuple[int, int], tuple[StoredArticle, ...]] = defaultdict(tuple)
    for chat_id, edition_id, id_ in rows:
        told[chat_id, edition_id] += (found[id_],)
    return told


def lists_with(article_id: int) -> Select[int]:
    """The deliveries that list the article: nothing leads them."""
    its_editions = (seen.c.chat_id == outbox.c.chat_id) & (seen.c.edition_id == outbox.c.edition_id)
    query = select(outbox.c.id).join(seen, its_editions)
    return query.where(seen.c.article_id == article_id, outbox.c.article_id.is_(None))


def deliveries_of(
    connection: Connection, article_id: int
) -> Mapping[tuple[int, int, int | None], list[OutboxRow]]:
    """The deliveries that told of the article, by chat, edition and lead; not those that amend others."""
    lead = articles.alias()
    story = select(articles.c.story_id).where(articles.c.id == article_id).scalar_subquery()
    its_editions = (seen.c.chat_id == outbox.c.chat_id) & (seen.c.edition_id == outbox.c.edition_id)
    among_others = (
        select(outbox.c.id)
        .join(seen, its_editions)
        .join(lead, lead.c.id == outbox.c.article_id)
        .where(seen.c.article_id == article_id, lead.c.story_id == story)
    )
    in_front = select(outbox.c.id).where(outbox.c.article_id == article_id)
    query = (
        select(outbox)
        .where(
            outbox.c.id.in_(in_front.union(among_others, lists_with(article_id))),
            outbox.c.action == DeliveryAction.SEND,
            outbox.c.target_id.is_(None),
            outbox.c.state.in_((DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.SENT)),
        )
        .order_by(outbox.c.id)
    )
    found: defaultdict[tuple[int, int, int | None], list[OutboxRow]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.chat_id, row.edition_id, row.article_id].append(row)
    return found
