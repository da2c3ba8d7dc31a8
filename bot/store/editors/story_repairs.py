"""Which articles tell one story, by an editor's word: taken out, put into another, split off."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from bot.domain.articles import OUT, ArticleEntry
from bot.domain.errors import OvertakenError
from bot.domain.repairs import StoryMove, Undone
from bot.store.articles import states
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.rows import headline, headline_columns
from bot.store.database.tables import articles, revisions, stories, story_moves
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
    ) -> int | None:
        """The articles tell the story of the article `into`, or one of their own. The number of the move.

        None where they do already.

        `seen` are those that the editor saw in their story, `turn` is that of the first: OvertakenError where
        the story, or the article, is otherwise since.
        """
        first = ids[0]
        states.take_turn(connection, first, turn)
        together = [one.article_id for one in _told_with(connection, first)]
        if seen and list(seen) != together:
            raise OvertakenError(first)
        before, target = _story_of(connection, first), _story_of(connection, into or first)
        if before is None or target is None:
            return None
        if target == before if into is not None else len(ids) == len(together):
            return None
        moved = _move(connection, ids, target if into is not None else None)
        number = _write_down(
            connection,
            ids,
            {"from_id": before, "into_id": moved, "beside": into, "made_by": by, "made_at": now},
        )
        record_decision(connection, "story", subject, by=by, now=now, article=first)
        return number

    @in_turn
    def undo(self, connection: Connection, move: int, *, by: int, now: datetime) -> Undone | None:
        """The articles of a move tell the story that they did before; by whom that was done, and when, also
        where it was before. None where there is no such move, or others were made of them since.
        """
        rows = connection.execute(select(story_moves).where(story_moves.c.move == move)).all()
        if not rows:
            return None
        one = rows[0]
        if one.undone_at is not None:
            return Undone(by=one.undone_by, at=one.undone_at, before=True)
        still = articles.c.story_id == one.into_id, articles.c.id.in_([row.article_id for row in rows])
        ids = connection.execute(select(articles.c.id).where(*still).order_by(articles.c.id)).scalars().all()
        if not ids:
            return None
        there = connection.execute(
            select(stories.c.id).where(stories.c.id == one.from_id)
        ).scalar_one_or_none()
        _move(connection, ids, there)
        this = update(story_moves).where(story_moves.c.move == move)
        connection.execute(this.values(undone_by=by, undone_at=now))
        record_decision(connection, "undo story", ", ".join(map(str, ids)), by=by, now=now, article=ids[0])
        return Undone(by=by, at=now)


def moves_of(connection: Connection, article_id: int) -> tuple[StoryMove, ...]:
    """What editors moved the article by and did not undo, the oldest first."""
    query = (
        select(story_moves, (articles.c.story_id == story_moves.c.into_id).label("stands"))
        .join(articles, articles.c.id == story_moves.c.article_id)
        .where(story_moves.c.article_id == article_id, story_moves.c.undone_at.is_(None))
        .order_by(story_moves.c.id)
    )
    rows = connection.execute(query).all()
    beside: defaultdict[int, list[int]] = defaultdict(list)
    of_moves = select(story_moves.c.move, story_moves.c.article_id).order_by(story_moves.c.article_id)
    for number, id_ in connection.execute(of_moves.where(story_moves.c.move.in_([row.move for row in rows]))):
        beside[number].append(id_)
    return tuple(
        StoryMove(
            id=row.move,
            articles=tuple(beside[row.move]),
            into=row.beside,
            by=row.made_by,
            at=row.made_at,
            stands=bool(row.stands),
        )
        for row in rows
    )


def _story_of(connection: Connection, article_id: int) -> int | None:
    query = select(articles.c.story_id).where(articles.c.id == article_id)
    return connection.execute(query).scalar_one_or_none()


def _move(connection: Connection, ids: Sequence[int], into: int | None) -> int:
    """The articles tell this story, or another; which it is. The first moves on by what is recorded of it."""
    query = select(func.max(articles.c.filed_at, type_=articles.c.filed_at.type))
    newest = connection.execute(query.where(articles.c.id.in_(ids))).scalar_one()
    if into is None:
        made = insert(stories).values(newest=newest).returning(stories.c.id)
        into = connection.execute(made).scalar_one()
    connection.execute(update(articles).where(articles.c.id.in_(ids)).values(story_id=into))
    later = update(stories).where(stories.c.id == into, stories.c.newest < newest)
    connection.execute(later.values(newest=newest))
    for article_id in ids[1:]:
        states.move_on(connection, article_id)
    return into


def _write_down(connection: Connection, ids: Sequence[int], how: Mapping[str, object]) -> int:
    """The number of the move: that of its first row."""
    adding = insert(story_moves).returning(story_moves.c.id)
    rows = [
        connection.execute(adding.values({**how, "article_id": id_, "move": 0})).scalar_one() for id_ in ids
    ]
    connection.execute(update(story_moves).where(story_moves.c.id.in_(rows)).values(move=rows[0]))
    return int(rows[0])


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
