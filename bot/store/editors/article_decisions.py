"""What editors decide on articles: each in one transaction with who decided it, when, and on what they saw,
and with what it asks of messages that were sent.

Who signs with the turn at which they saw the article gets an OvertakenError where it has moved on since.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, select

from bot.domain.articles import OUT, ArticleState
from bot.domain.editing import Decision, Happened, Signed, Word
from bot.domain.messages import InLanguage
from bot.store.articles import revising, states
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.tables import approvals, articles, decisions, revisions
from bot.store.deliveries import kills_and_corrections as amends
from bot.store.deliveries.publishing import publish
from bot.store.deliveries.sendings import add_sending, call_back, open_sending, stop_sending
from bot.store.editors.record import decided


class ArticleDecisions(Repository):
    @in_turn
    def move(
        self, connection: Connection, article_id: int, state: ArticleState, *, signed: Signed, now: datetime
    ) -> int:
        """Moves the article; what was sent tells of it what readers may have then. How many messages."""
        states.take_turn(connection, article_id, signed.turn)
        call_back(connection, article_id, by=signed.by, now=now)
        done = states.set_state(connection, article_id, state, now=now)
        _write_down(connection, signed, article_id, now=now, done=done)
        return amends.rewrite(connection, article_id, now=now)

    @in_turn
    def kill(
        self, connection: Connection, article_id: int, *, signed: Signed, mark: InLanguage, now: datetime
    ) -> tuple[int, int]:
        """Takes the article back; `mark` stands where nothing else is left there and it cannot be deleted.

        How many messages told of nothing else, and how many others are written anew.
        """
        states.take_turn(connection, article_id, signed.turn)
        call_back(connection, article_id, by=signed.by, now=now)
        done = states.set_state(connection, article_id, ArticleState.KILLED, now=now)
        _write_down(connection, signed, article_id, now=now, done=done)
        return amends.take_back(connection, article_id, mark=mark, now=now)

    @in_turn
    def keep(self, connection: Connection, article_id: int, *, signed: Signed, now: datetime) -> bool:
        """The article stands though its file is gone; one that was withdrawn is as it was before, also where
        it was sent. False where nobody asked, and it stood already.
        """
        states.take_turn(connection, article_id, signed.turn)
        done = states.keep(connection, article_id, now=now)
        amends.rewrite(connection, article_id, now=now)
        return _write_down(connection, signed, article_id, now=now, done=done)

    @in_turn
    def publish(
        self,
        connection: Connection,
        article_id: int,
        not_before: datetime,
        *,
        signed: Signed,
        now: datetime,
        needed: int = 1,
    ) -> Word:
        """Readers may be told from that moment on: it counts as when the article became public, and what was
        kept back for its sake, or went without it, tells of it.

        A text of it that waits is approved with it. Its newest text must have the word of so many editors as
        are `needed`; until it has, nothing else is changed.
        """
        states.take_turn(connection, article_id, signed.turn)
        word = _give_word(connection, article_id, by=signed.by, needed=needed, now=now)
        if word is Word.ENOUGH:
            if not_before > now:
                call_back(connection, article_id, by=signed.by, now=now)
            publish(connection, article_id, at=not_before, now=now)
        _record_word(connection, word, signed, article_id, now=now)
        return word

    @in_turn
    def send(
        self,
        connection: Connection,
        article_id: int,
        *,
        not_before: datetime,
        chats: int,
        signed: Signed,
        now: datetime,
        needed: int = 1,
    ) -> Word | None:
        """Orders the article sent, and its newest text published by that where readers do not have it yet.

        That text must have the word of so many editors as are `needed`. None where readers may not have the
        article at all; nothing is ordered again while it waits.
        """
        states.take_turn(connection, article_id, signed.turn)
        query = select(articles.c.state, articles.c.not_before, articles.c.pending_id)
        row = connection.execute(query.where(articles.c.id == article_id)).one_or_none()
        if row is None or row.state in OUT:
            return None
        if open_sending(connection, article_id) is not None:
            return Word.ENOUGH
        word, embargoed = Word.ENOUGH, row.not_before is not None and row.not_before > now
        if row.state != ArticleState.LIVE or embargoed or row.pending_id is not None:
            word = _give_word(connection, article_id, by=signed.by, needed=needed, now=now)
        if word is Word.ENOUGH:
            add_sending(
                connection, article_id=article_id, not_before=not_before, chats=chats, by=signed.by, now=now
            )
        _record_word(connection, word, signed, article_id, now=now)
        return word

    @in_turn
    def stop(
        self, connection: Connection, sending_id: int, article_id: int, *, signed: Signed, now: datetime
    ) -> bool:
        """Calls back what was ordered of the article. False where it left, or was called back before."""
        states.take_turn(connection, article_id, signed.turn)
        done = stop_sending(connection, sending_id, by=signed.by, now=now)
        return _write_down(connection, signed, article_id, now=now, done=done)

    @in_turn
    def approve(
        self, connection: Connection, article_id: int, *, signed: Signed, now: datetime, needed: int = 1
    ) -> Word | None:
        """The text that waits is shown in place of the approved one, once enough editors gave their word.

        None where none waits.
        """
        states.take_turn(connection, article_id, signed.turn)
        if revising.pending_of(connection, article_id) is None:
            return None
        word = _give_word(connection, article_id, by=signed.by, needed=needed, now=now)
        if word is Word.ENOUGH:
            revising.approve(connection, article_id, now=now)
        _record_word(connection, word, signed, article_id, now=now)
        return word

    @in_turn
    def drop_pending(self, connection: Connection, article_id: int, *, signed: Signed, now: datetime) -> bool:
        """The text that waits is refused, the approved one stays. False where none waits."""
        states.take_turn(connection, article_id, signed.turn)
        call_back(connection, article_id, by=signed.by, now=now)
        done = revising.refuse(connection, article_id, by=signed.by, now=now)
        return _write_down(connection, signed, article_id, now=now, done=done)

    @in_turn
    def restore_pending(
        self, connection: Connection, article_id: int, *, signed: Signed, now: datetime
    ) -> bool:
        """The text that was refused last waits again. False where none was."""
        states.take_turn(connection, article_id, signed.turn)
        done = revising.let_wait_again(connection, article_id)
        return _write_down(connection, signed, article_id, now=now, done=done)

    @in_turn
    def record(self, connection: Connection, article_id: int, *, signed: Signed, now: datetime) -> None:
        """Writes down what an editor does with the article, whatever that changes."""
        states.take_turn(connection, article_id, signed.turn)
        _write_down(connection, signed, article_id, now=now, done=True)

    @reading
    def happened(self, connection: Connection, article_id: int) -> Happened:
        """What moved the article last: what an editor decided, or its text that changed."""
        query = select(decisions.c.at, decisions.c.user_id, decisions.c.verb, decisions.c.subject)
        of_article = query.where(decisions.c.article_id == article_id).order_by(decisions.c.id.desc())
        row = connection.execute(of_article.limit(1)).one_or_none()
        came = select(func.max(revisions.c.filed_at, type_=revisions.c.filed_at.type))
        text_at = connection.execute(came.where(revisions.c.article_id == article_id)).scalar_one()
        decision = Decision(**row._mapping) if row is not None else None
        newer = decision is None or (text_at is not None and text_at > decision.at)
        return Happened(decision=None if newer else decision)


def _write_down(
    connection: Connection, signed: Signed, article_id: int, *, now: datetime, done: bool
) -> bool:
    return decided(
        connection, signed.verb, signed.subject, by=signed.by, now=now, done=done, article=article_id
    )


def _give_word(connection: Connection, article_id: int, *, by: int, needed: int, now: datetime) -> Word:
    """Gives the editor's word to the newest text of the article."""
    newest = func.coalesce(articles.c.pending_id, articles.c.revision_id)
    query = select(newest).where(articles.c.id == article_id)
    revision_id: int = connection.execute(query).scalar_one()
    is_new = note_word(connection, revision_id, by=by, now=now)
    given = select(func.count()).where(approvals.c.revision_id == revision_id)
    if connection.execute(given).scalar_one() >= needed:
        return Word.ENOUGH
    return Word.FIRST if is_new else Word.AGAIN


def note_word(connection: Connection, revision_id: int, *, by: int, now: datetime) -> bool:
    """Writes down that the editor gave a text their word. False where they did before."""
    row = {"revision_id": revision_id, "user_id": by, "at": now}
    made = insert_or_ignore(connection, approvals).values(row).returning(approvals.c.user_id)
    return connection.execute(made).first() is not None


def _record_word(
    connection: Connection, word: Word, signed: Signed, article_id: int, *, now: datetime
) -> None:
    told = signed if word is Word.ENOUGH else replace(signed, verb="approve")
    _write_down(connection, told, article_id, now=now, done=word is not Word.AGAIN)
