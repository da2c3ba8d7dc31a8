"""What holds of every draft, of an article or of feeds: nobody guesses its number, none is kept for ever."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete

from bot.store.database.tables import drafts

KEPT: Final = timedelta(days=7)  # a draft nobody decided on is thrown away
FEEDS: Final = "//feeds"  # the name of a draft that is of feeds: no document's and no page's
_ID_BITS: Final = 48


def add_draft(connection: Connection, name: str, content: str, *, by: int, now: datetime) -> int:
    """The new draft's id."""
    draft_id = secrets.randbits(_ID_BITS)  # SQLite would give a number again, and an old button name it
    row = {"id": draft_id, "user_id": by, "made_at": now, "name": name, "analysis": content}
    connection.execute(delete(drafts).where(drafts.c.made_at < now - KEPT))
    connection.execute(drafts.insert().values(row))
    return draft_id
