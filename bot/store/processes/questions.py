"""Which question a private chat was asked last, and has not answered: whichever process asked."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete

from bot.domain.questions import OpenQuestion
from bot.store.database.dialect import upsert
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import questions

KEPT = timedelta(days=1)


class OpenQuestions(Repository):
    @writing
    def put(self, connection: Connection, telegram_id: int, question: OpenQuestion) -> None:
        """It is the chat's open question from now on."""
        told = {"name": question.name, "about": question.about, "asked_at": question.asked_at}
        row = upsert(connection.dialect.name, questions).values(telegram_id=telegram_id, **told)
        connection.execute(row.on_conflict_do_update(index_elements=[questions.c.telegram_id], set_=told))

    @writing
    def close(self, connection: Connection, telegram_id: int) -> None:
        """It was answered, or is no longer asked."""
        connection.execute(delete(questions).where(questions.c.telegram_id == telegram_id))

    @writing
    def forget_old(self, connection: Connection, *, now: datetime) -> None:
        """Forgets those that nobody will answer."""
        connection.execute(delete(questions).where(questions.c.asked_at < now - KEPT))
