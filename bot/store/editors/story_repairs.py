"""Which articles tell one story, by an editor's word: taken out, put into another, split off, joined."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from bot.domain.articles import OUT, ArticleEntry
from bot.domain.errors import OvertakenError
from bot.store.articles import states
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.rows import headline, headline_columns
from bot.store.database.tables import articles, revisions, stories
from bot.store.editors.record import record_decision

MOST = 16  # articles of a story that are shown, the newest


class StoryRepairs(Repository):
    @reading
    def told_with(self, connection: Connection, article_id: int) -> tuple[ArticleEntry, ...]:
        """The articles of the article's story, itself among them, in the order of their numbers."""
        return _told_with(connection, article_id)

    @in_turn
    def move(
        self,
        connection: Connection,
        ids: Sequence[int],
        into: int | None,
        *,
        seen: Sequence[int],
        subject: str,
        by: int,
        now: datetime,
        turn: int | None = None,
    ) -> bool:
        """The articles tell the story of the article `into`, or one of their own. False: they do already.

        `seen` are those that the editor saw in their story, `turn` is that of the first: OvertakenError where
        the story, or the article, is otherwise since.
        """
        first = ids[0]
        states.take_turn(connection, first, turn)
        together = [one.article_id for one in _told_with(connection, first)]
        if seen and list(seen) != together:
            raise OvertakenError(first)
        story_of = select(articles.c.story_id).where(articles.c.id == (into or first))
        target = connection.execute(story_of).scalar_one_or_none()
        before = connection.execute(select(articles.c.story_id).where(articles.c.id == first)).scalar_one()
        if target is None or (target == before if into is not None else len(ids) == len(together)):
            return False
        newest = connection.execute(
            select(func.max(articles.c.filed_at)).where(articles.c.id.in_(ids))
        ).scalar_one()
        if into is None:
            target = connection.execute(
                insert(stories).values(newest=newest).returning(stories.c.id)
            ).scalar_one()
        connection.execute(update(articles).where(articles.c.id.in_(ids)).values(story_id=target))
        later = update(stories).where(stories.c.id == target, stories.c.newest < newest)
        connection.execute(later.values(newest=newest))
        for article_id in ids[1:]:
            states.move_on(connection, article_id)
        record_decision(connection, "story", subject, by=by, now=now, article=first)
        return True


def _told_with(connection: Connection, article_id: int) -> tuple[ArticleEntry, ...]:
    story = select(articles.c.story_id).where(articles.c.id == article_id).scalar_subquery()
    query = (
        select(*headline_columns)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.story_id == story, articles.c.state.not_in(OUT))
        .order_by(articles.c.id.desc())
        .limit(MOST)
    )
    return tuple(headline(row) for row in connection.execute(query))[::-1]
