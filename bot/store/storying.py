"""Which story a new article tells: the one of an article filed already, or a new one."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert

from bot.store.dialect import insert_or_ignore
from bot.store.tables import stories, story_terms

_TERMS = 12  # of an article, the strongest, are indexed


def choose_story(connection: Connection, *, now: datetime) -> int:
    """The story's id, added where the article opens one."""
    opened = connection.execute(insert(stories).values(newest=now).returning(stories.c.id))
    story_id: int = opened.scalar_one()
    return story_id


def record_terms(connection: Connection, article_id: int, terms: Sequence[str], *, day: date) -> None:
    """Makes the article findable by what characterises it."""
    connection.execute(delete(story_terms).where(story_terms.c.article_id == article_id))
    rows = [{"term": term, "news_date": day, "article_id": article_id} for term in terms[:_TERMS]]
    if rows:
        connection.execute(insert_or_ignore(connection, story_terms), rows)
