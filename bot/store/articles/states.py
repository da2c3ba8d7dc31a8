"""How an article stands: moved by an editor's word, and by files that go and come."""

from datetime import datetime

from sqlalchemy import Connection, exists, select, update

from bot.domain.articles import ArticleState, OnRemoved
from bot.domain.errors import OvertakenError
from bot.store.articles import indexing
from bot.store.database.tables import articles, entries, files


def remove_file(connection: Connection, *, path: str, on_removed: OnRemoved, now: datetime) -> int | None:
    """Marks the file as removed: the article of which editors are told, as nothing holds it; else None."""
    gone = (
        update(files)
        .where(files.c.path == path, files.c.removed_at.is_(None))
        .values(removed_at=now)
        .returning(files.c.article_id)
    )
    article_id: int | None = connection.execute(gone).scalar_one_or_none()
    if article_id is not None and leave_unheld(connection, article_id, on_removed=on_removed, now=now):
        return article_id
    return None


def restore_file(connection: Connection, *, path: str, state: ArticleState, now: datetime) -> int | None:
    """Marks the file as there: the article that is in `state` again by that, else None."""
    back = update(files).where(files.c.path == path).values(removed_at=None).returning(files.c.article_id)
    article_id: int | None = connection.execute(back).scalar_one_or_none()
    if article_id is not None and come_back(connection, article_id, state=state, now=now):
        return article_id
    return None


def come_back(connection: Connection, article_id: int, *, state: ArticleState, now: datetime) -> bool:
    """A file holds the article (again), so nothing is asked of it; tells whether it is in `state` by that."""
    asked = articles.c.id == article_id, articles.c.removed_at.is_not(None)
    connection.execute(update(articles).where(*asked).values(removed_at=None))
    query = select(articles.c.state).where(articles.c.id == article_id)
    withdrawn = connection.execute(query).scalar_one_or_none() == ArticleState.WITHDRAWN
    return withdrawn and set_state(connection, article_id, state, now=now)


def leave_unheld(connection: Connection, article_id: int, *, on_removed: OnRemoved, now: datetime) -> bool:
    """Withdraws the article, or asks editors of it, if neither a file nor a source holds it any more.

    Tells whether it did. One that an editor holds back or killed stays so: a file that comes back must not
    undo that.
    """
    held = exists().where(files.c.article_id == article_id, files.c.removed_at.is_(None))
    listed = exists().where(entries.c.article_id == article_id)
    standing = articles.c.state.in_((ArticleState.LIVE, ArticleState.REVIEW))
    this = articles.c.id == article_id, standing, ~held, ~listed
    if on_removed is OnRemoved.KEEP or connection.execute(select(articles.c.id).where(*this)).first() is None:
        return False
    if on_removed is OnRemoved.WITHDRAW:
        return set_state(connection, article_id, ArticleState.WITHDRAWN, now=now)
    asked = update(articles).where(articles.c.id == article_id, articles.c.removed_at.is_(None))
    done = connection.execute(asked.values(removed_at=now)).rowcount == 1
    if done:
        move_on(connection, article_id)
    return done


def take_turn(connection: Connection, article_id: int, turn: int | None) -> None:
    """Lets an editor decide who saw the article at this turn; None: it is decided whatever happened.

    Raises OvertakenError where it has moved on since. Of two who decide at once the second is overtaken.
    """
    query = select(articles.c.turn).where(articles.c.id == article_id).with_for_update()
    now = connection.execute(query).scalar_one_or_none()
    if turn is not None and now is not None and now != turn:
        raise OvertakenError(article_id)


def move_on(connection: Connection, article_id: int) -> None:
    """What was seen of the article before is out of date."""
    connection.execute(update(articles).where(articles.c.id == article_id).values(turn=articles.c.turn + 1))


def set_state(connection: Connection, article_id: int, state: ArticleState, *, now: datetime) -> bool:
    """Moves the article, and has readers find it or not. Tells whether anything changed."""
    query = select(articles.c.state).where(articles.c.id == article_id).with_for_update()
    before = connection.execute(query).scalar_one_or_none()
    if before is None or before == state:
        return False
    connection.execute(
        update(articles).where(articles.c.id == article_id).values(state=state, was=before, changed_at=now)
    )
    indexing.settle(connection, article_id, now=now)
    return True


def keep(connection: Connection, article_id: int, *, now: datetime) -> bool:
    """The article stands though nothing holds it; one that was withdrawn is as it was before, or held back.

    Tells whether anything changed.
    """
    this = articles.c.id == article_id
    query = select(articles.c.state, articles.c.was, articles.c.removed_at).where(this).with_for_update()
    before = connection.execute(query).one_or_none()
    if before is None:
        return False
    connection.execute(update(articles).where(this).values(removed_at=None))
    if before.state != ArticleState.WITHDRAWN:
        return before.removed_at is not None
    return set_state(connection, article_id, ArticleState(before.was or ArticleState.HELD), now=now)


def set_embargo(
    connection: Connection, article_id: int, not_before: datetime | None, *, now: datetime
) -> bool:
    """Readers are told of the article from that moment on; None: from its filing on. False: there is none.

    Whoever names a moment to come makes it the news of that moment, however old it is.
    """
    values: dict[str, object] = {"not_before": not_before, "announced": False}
    if not_before is not None and not_before > now:
        values["history"] = False
    change = update(articles).where(articles.c.id == article_id).values(values)
    done = connection.execute(change).rowcount == 1
    indexing.settle(connection, article_id, now=now)
    return done
