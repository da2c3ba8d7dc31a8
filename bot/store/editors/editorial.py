"""The editors: who edits, whom they let in, what they decided.

Whatever changes because an editor wanted it is written in one transaction with who wanted it and when.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, func, select, update

from bot.domain.articles import ArticleEntry
from bot.domain.editing import Decision, Editor, Invite
from bot.store.database.dialect import insert_or_ignore, upsert
from bot.store.database.engine import Repository, in_turn, reading, writing
from bot.store.database.rows import headline, headline_columns
from bot.store.database.tables import (
    articles,
    decisions,
    desk,
    editors,
    invites,
    left_out,
    members,
    revisions,
)
from bot.store.editors.groups import UNVOUCHED, word_of
from bot.store.editors.record import decided, record_decision

_FOUND = 6  # articles that words could mean


class Editorial(Repository):
    # ---------------------------------------------------------------- who edits

    @reading
    def editors(self, connection: Connection) -> tuple[Editor, ...]:
        """Those whom editors made editors, the oldest first."""
        query = select(editors).order_by(editors.c.added_at, editors.c.user_id)
        return tuple(Editor(**row._mapping) for row in connection.execute(query))

    @reading
    def is_editor(self, connection: Connection, user_id: int) -> bool:
        """Whether an editor made them one."""
        query = select(editors.c.user_id).where(editors.c.user_id == user_id)
        return connection.execute(query).first() is not None

    @in_turn
    def add_editor(self, connection: Connection, user_id: int, *, by: int, now: datetime) -> bool:
        """False where they were one already."""
        row = {"user_id": user_id, "added_by": by, "added_at": now}
        made = insert_or_ignore(connection, editors).values(row).returning(editors.c.user_id)
        done = connection.execute(made).first() is not None
        return decided(connection, "editor added", str(user_id), by=by, now=now, done=done)

    @in_turn
    def remove_editor(self, connection: Connection, user_id: int, *, by: int, now: datetime) -> bool:
        """False where they were none."""
        done = connection.execute(delete(editors).where(editors.c.user_id == user_id)).rowcount == 1
        return decided(connection, "editor removed", str(user_id), by=by, now=now, done=done)

    @reading
    def is_chief(self, connection: Connection, user_id: int) -> bool:
        """Whether a chief editor made them one, too."""
        query = select(editors.c.user_id).where(editors.c.user_id == user_id, editors.c.chief)
        return connection.execute(query).first() is not None

    @in_turn
    def set_chief(self, connection: Connection, user_id: int, *, chief: bool, by: int, now: datetime) -> bool:
        """They are a chief editor from now on, or no longer. False where nothing changed."""
        this = editors.c.user_id == user_id, editors.c.chief != chief
        done = connection.execute(update(editors).where(*this).values(chief=chief)).rowcount == 1
        verb = "chief editor named" if chief else "chief editor no longer"
        return decided(connection, verb, str(user_id), by=by, now=now, done=done)

    @reading
    def chiefs_only(self, connection: Connection) -> bool:
        """Whether killing, sources and who edits are a chief editor's alone."""
        return bool(connection.execute(select(desk.c.chiefs_only)).scalar_one_or_none())

    @in_turn
    def set_chiefs_only(self, connection: Connection, *, on: bool, by: int, now: datetime) -> None:
        """They are from now on, or no longer."""
        row = upsert(connection.dialect.name, desk).values(id=1, chiefs_only=on)
        connection.execute(row.on_conflict_do_update(index_elements=[desk.c.id], set_={"chiefs_only": on}))
        what = "killing, sources, who edits: " + ("chief editors" if on else "all editors")
        record_decision(connection, "desk", what, by=by, now=now)

    @in_turn
    def restore_invite(self, connection: Connection, code: str, *, by: int, now: datetime) -> bool:
        """The link that was revoked lets people in again. False where there is such a link."""
        row = {"code": code, "made_by": by, "made_at": now}
        made = insert_or_ignore(connection, invites).values(row).returning(invites.c.code)
        done = connection.execute(made).first() is not None
        return decided(connection, "invite restored", code, by=by, now=now, done=done)

    # ---------------------------------------------------------------- who may ask

    @in_turn
    def invite(self, connection: Connection, code: str, *, by: int, now: datetime) -> None:
        """A link with this code lets people in from now on."""
        connection.execute(invites.insert().values(code=code, made_by=by, made_at=now))
        record_decision(connection, "invite", code, by=by, now=now)

    @in_turn
    def revoke(self, connection: Connection, code: str, *, by: int, now: datetime) -> bool:
        """The link lets nobody in any more; who came by it stays. False where there is no such link."""
        done = connection.execute(delete(invites).where(invites.c.code == code)).rowcount == 1
        return decided(connection, "invite revoked", code, by=by, now=now, done=done)

    @reading
    def invites(self, connection: Connection, limit: int) -> tuple[Invite, ...]:
        """The links that let people in, the newest first."""
        came = select(func.count()).where(members.c.code == invites.c.code).scalar_subquery().label("came")
        query = select(invites, came).order_by(invites.c.made_at.desc(), invites.c.code).limit(limit)
        return tuple(Invite(**row._mapping) for row in connection.execute(query))

    async def admit(self, user_id: int, code: str, *, now: datetime) -> bool:
        """Lets in somebody who came by a link. False where no link has the code."""
        return await self._is_invite(code) and await self._admit(user_id, code, now=now)

    @reading
    def _is_invite(self, connection: Connection, code: str) -> bool:
        return connection.execute(select(invites.c.code).where(invites.c.code == code)).first() is not None

    @writing
    def _admit(self, connection: Connection, user_id: int, code: str, *, now: datetime) -> bool:
        known = connection.execute(select(invites.c.code).where(invites.c.code == code)).first()
        if known is not None:  # revoked a moment ago
            _let_in(connection, user_id, code, now)
        return known is not None

    @writing
    def vouch(self, connection: Connection, chat_id: int, *, by: int, now: datetime) -> None:
        """Lets a whole chat in, by an editor's word."""
        row = {"telegram_id": chat_id, "code": word_of(by), "joined_at": now}
        made = upsert(connection.dialect.name, members).values(row)
        keep = members.c.code.in_(UNVOUCHED)
        connection.execute(
            made.on_conflict_do_update(
                index_elements=[members.c.telegram_id], set_={"code": row["code"]}, where=keep
            )
        )

    @writing
    def dismiss(self, connection: Connection, telegram_id: int) -> None:
        """Forgets that they were let in."""
        for table in (members, left_out):
            connection.execute(delete(table).where(table.c.telegram_id == telegram_id))

    @reading
    def is_member(self, connection: Connection, *telegram_ids: int) -> bool:
        """Whether one of these was let in."""
        query = select(members.c.telegram_id).where(
            members.c.telegram_id.in_(telegram_ids), members.c.code.not_in(UNVOUCHED)
        )
        return connection.execute(query).first() is not None

    # ---------------------------------------------------------------- what they decided

    @in_turn
    def record(self, connection: Connection, verb: str, subject: str, *, by: int, now: datetime) -> None:
        """Writes down what an editor does."""
        record_decision(connection, verb, subject, by=by, now=now)

    @reading
    def decisions(self, connection: Connection, limit: int) -> tuple[Decision, ...]:
        """The latest, the newest first."""
        columns = (decisions.c.at, decisions.c.user_id, decisions.c.verb, decisions.c.subject)
        query = select(*columns).order_by(decisions.c.id.desc()).limit(limit)
        return tuple(Decision(**row._mapping) for row in connection.execute(query))

    @reading
    def matching(self, connection: Connection, words: str) -> tuple[ArticleEntry, ...]:
        """The newest articles whose headline holds all the words, whatever their state."""
        held = [revisions.c.headline.icontains(word, autoescape=True) for word in words.split()]
        return _headlines(connection, *held) if held else ()

    @reading
    def newest(self, connection: Connection) -> tuple[ArticleEntry, ...]:
        """The articles filed last, whatever their state."""
        return _headlines(connection)

    @reading
    def numbers(self, connection: Connection, limit: int) -> tuple[int, ...]:
        """The numbers of so many articles, the newest first."""
        query = select(articles.c.id).order_by(articles.c.id.desc()).limit(limit)
        return tuple(connection.execute(query).scalars())

    @reading
    def named(self, connection: Connection, ids: Collection[int]) -> Mapping[int, ArticleEntry]:
        """Those of these articles that there are, whatever their state, by number."""
        found = _headlines(connection, articles.c.id.in_(tuple(ids)), most=len(ids))
        return {one.article_id: one for one in found}


def _headlines(
    connection: Connection, *which: ColumnElement[bool], most: int = _FOUND
) -> tuple[ArticleEntry, ...]:
    """The newest articles of these, whatever their state."""
    query = (
        select(*headline_columns)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(*which)
        .order_by(articles.c.filed_at.desc(), articles.c.id.desc())
        .limit(most)
    )
    return tuple(headline(row) for row in connection.execute(query))


def _let_in(connection: Connection, telegram_id: int, code: str, now: datetime) -> None:
    row = {"telegram_id": telegram_id, "code": code, "joined_at": now}
    connection.execute(insert_or_ignore(connection, members).values(row))
