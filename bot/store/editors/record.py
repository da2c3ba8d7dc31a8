"""The record of what editors do: written in the transaction that does it."""

from datetime import datetime

from sqlalchemy import Connection

from bot.store.articles import states
from bot.store.database.tables import decisions

SUBJECT_LENGTH = 500  # characters of what a decision was about


def record_decision(
    connection: Connection, verb: str, subject: str, *, by: int, now: datetime, article: int | None = None
) -> None:
    """Writes down what an editor does; on an `article`, which moves on by that."""
    row = {
        "at": now,
        "user_id": by,
        "verb": verb,
        "subject": subject[:SUBJECT_LENGTH],
        "article_id": article,
    }
    connection.execute(decisions.insert().values(row))
    if article is not None:
        states.move_on(connection, article)


def decided(
    connection: Connection,
    verb: str,
    subject: str,
    *,
    by: int,
    now: datetime,
    done: bool,
    article: int | None = None,
) -> bool:
    """Whether it was `done`; nothing is written down where nothing was changed."""
    if done:
        record_decision(connection, verb, subject, by=by, now=now, article=article)
    return done
