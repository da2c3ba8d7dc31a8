"""The groups that readers brought the bot into: editors let them in or leave them out, and undo that."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, delete, func, select, update

from bot.domain.chats import ChatState
from bot.domain.editing import BroughtIn, GroupsDecided
from bot.store.chats.readership import counting
from bot.store.chats.rows import resume, stop_everywhere
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, in_turn, reading
from bot.store.database.tables import chats, left_out, members
from bot.store.editors.record import decided

_BROUGHT = "vouched for"  # in place of a code: a chat that a reader could bring the bot into, before 0.1
_ASKED = "awaits an editor"  # of those, what editors were asked about
UNVOUCHED = (_BROUGHT, _ASKED)


class Groups(Repository):
    @in_turn
    def ask_about(self, connection: Connection) -> tuple[BroughtIn, ...]:
        """The chats that wait for an editor's word, where editors were not asked about one; now they are."""
        change = update(members).where(members.c.code == _BROUGHT).values(code=_ASKED)
        return _brought_in(connection) if connection.execute(change).rowcount else ()

    @reading
    def brought_in(self, connection: Connection) -> tuple[BroughtIn, ...]:
        """The chats that wait for an editor's word."""
        return _brought_in(connection)

    @in_turn
    def let_in(self, connection: Connection, *, by: int, now: datetime) -> GroupsDecided:
        """They are answered from now on, until that is undone."""
        found, batch = _brought_in(connection), int(now.timestamp())
        word = f"{word_of(by)} {batch}"
        change = update(members).where(members.c.code.in_(UNVOUCHED)).values(code=word)
        done = connection.execute(change).rowcount > 0
        decided(connection, "groups let in", _named(found), by=by, now=now, done=done)
        return GroupsDecided(groups=len(found), batch=batch)

    @in_turn
    def leave_out(self, connection: Connection, *, by: int, now: datetime) -> GroupsDecided:
        """They are not answered, and sent nothing, until that is undone."""
        found, batch = _brought_in(connection), int(now.timestamp())
        for one in found:
            here = chats.c.telegram_id == one.telegram_id
            sent = connection.execute(select(chats.c.id).where(here, chats.c.state == ChatState.ACTIVE))
            _keep_left_out(connection, one.telegram_id, sent.scalars().all(), batch)
            with counting(connection, here, now=now):
                stop_everywhere(connection, one.telegram_id, fault="left out by an editor")
        done = connection.execute(delete(members).where(members.c.code.in_(UNVOUCHED))).rowcount > 0
        decided(connection, "groups left out", _named(found), by=by, now=now, done=done)
        return GroupsDecided(groups=len(found), batch=batch)

    @in_turn
    def ask_again(
        self, connection: Connection, batch: int, *, by: int, now: datetime
    ) -> tuple[BroughtIn, ...]:
        """Those that one press let in or left out wait for an editor's word again, and are sent what they
        were. All who wait now; none where that was undone, or the press did nothing.
        """
        back = update(members).where(members.c.code.like(f"{word_of('%')} {batch}")).values(code=_ASKED)
        done = connection.execute(back).rowcount > 0
        rows = connection.execute(select(left_out).where(left_out.c.batch == batch)).all()
        for row in rows:
            kept = {"telegram_id": row.telegram_id, "code": _ASKED, "joined_at": row.joined_at}
            connection.execute(insert_or_ignore(connection, members).values(kept))
            with counting(connection, chats.c.telegram_id == row.telegram_id, now=now):
                resume(connection, chats.c.id.in_(json.loads(row.chats)), now=now)
        connection.execute(delete(left_out).where(left_out.c.batch == batch))
        done = done or bool(rows)
        found = _brought_in(connection) if done else ()
        decided(connection, "groups asked about again", _named(found), by=by, now=now, done=done)
        return found


def word_of(editor: int | Literal["%"]) -> str:
    """What stands in place of a code where an editor's word let somebody in; "%" is any editor's."""
    return f"by {editor}"


def _brought_in(connection: Connection) -> tuple[BroughtIn, ...]:
    title = select(func.min(chats.c.title)).where(chats.c.telegram_id == members.c.telegram_id)
    query = (
        select(members.c.telegram_id, title.scalar_subquery().label("title"))
        .where(members.c.code.in_(UNVOUCHED))
        .order_by(members.c.joined_at, members.c.telegram_id)
    )
    return tuple(BroughtIn(**row._mapping) for row in connection.execute(query))


def _keep_left_out(connection: Connection, telegram_id: int, sent: Sequence[int], batch: int) -> None:
    joined = select(members.c.joined_at).where(members.c.telegram_id == telegram_id)
    row = {
        "telegram_id": telegram_id,
        "joined_at": connection.execute(joined).scalar_one(),
        "chats": json.dumps(list(sent)),
        "batch": batch,
    }
    connection.execute(delete(left_out).where(left_out.c.telegram_id == telegram_id))
    connection.execute(left_out.insert().values(row))


def _named(groups: tuple[BroughtIn, ...]) -> str:
    return ", ".join(one.title or str(one.telegram_id) for one in groups)
