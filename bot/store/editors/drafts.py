"""Drafts: what an editor proposed, read and shown, and filed only when the editor says so."""

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.domain.articles import ArticleState, Filed
from bot.domain.editing import Draft
from bot.store.articles import filing
from bot.store.articles.filing import FileStamp
from bot.store.database.drafts import FEEDS, add_draft
from bot.store.database.engine import Repository, in_turn, reading, writing
from bot.store.database.rows import FETCHED
from bot.store.database.tables import articles, drafts, files
from bot.store.editors.article_decisions import note_word
from bot.store.editors.record import record_decision
from summaries.jsonform import from_json, to_json
from summaries.models import Analysis


class Drafts(Repository):
    @writing
    def keep(self, connection: Connection, name: str, analysis: Analysis, *, by: int, now: datetime) -> int:
        """The new draft's id."""
        return add_draft(connection, name, to_json(analysis), by=by, now=now)

    @reading
    def find(self, connection: Connection, draft_id: int, *, by: int) -> Draft | None:
        """The editor's own draft; None where it was filed or thrown away."""
        theirs = drafts.c.id == draft_id, drafts.c.user_id == by, drafts.c.name != FEEDS
        query = select(drafts).where(*theirs)
        row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return Draft(id=row.id, user_id=row.user_id, name=row.name, analysis=from_json(row.analysis))

    @writing
    def throw_away(self, connection: Connection, draft_id: int, *, by: int) -> bool:
        """False where there is no such draft of theirs."""
        gone = connection.execute(delete(drafts).where(drafts.c.id == draft_id, drafts.c.user_id == by))
        return gone.rowcount == 1

    @in_turn
    def file(
        self,
        connection: Connection,
        draft: Draft,
        *,
        reader: str,
        state: ArticleState,
        subject: str,
        now: datetime,
    ) -> Filed | None:
        """Files the draft as an article; None where somebody did, or threw it away."""
        below = FETCHED if draft.is_page else "//desk/"
        stamp = FileStamp(path=f"{below}{draft.id}/{draft.name}", size=0, modified_ns=0, reader=reader)
        if connection.execute(delete(drafts).where(drafts.c.id == draft.id)).rowcount != 1:
            return None
        filed = filing.file_article(connection, draft.analysis, stamp=stamp, state=state, now=now)
        # No file in the folder holds it, so none can be missed there.
        gone = update(files).where(files.c.path == stamp.path).values(removed_at=now)
        connection.execute(gone)
        shown = select(articles.c.revision_id).where(articles.c.id == filed.article_id)
        note_word(connection, connection.execute(shown).scalar_one(), by=draft.user_id, now=now)
        record_decision(connection, "file", subject, by=draft.user_id, now=now, article=filed.article_id)
        return filed
