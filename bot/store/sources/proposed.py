"""Feeds that an editor was asked about: kept among the drafts until the editor says yes or no."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete

from bot.store.database.drafts import FEEDS, add_draft
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import drafts


class ProposedFeeds(Repository):
    @writing
    def keep(self, connection: Connection, titles: Mapping[str, str], *, by: int, now: datetime) -> int:
        """The id of a proposal of these feeds, titles by address."""
        return add_draft(connection, FEEDS, json.dumps(dict(titles)), by=by, now=now)

    @writing
    def take(self, connection: Connection, draft_id: int, *, by: int) -> Mapping[str, str] | None:
        """The feeds of the editor's own proposal, which ends with that; None where it has ended."""
        theirs = drafts.c.id == draft_id, drafts.c.user_id == by, drafts.c.name == FEEDS
        row = connection.execute(delete(drafts).where(*theirs).returning(drafts.c.analysis)).one_or_none()
        return dict(json.loads(row.analysis)) if row else None
