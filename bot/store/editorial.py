"""The editorial office: who edits, whom they let in, what they decided, what waits for them.

Whatever changes because an editor wanted it is written in one transaction with who wanted it and when.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import ArticleState, Decision, Editor, Headline, Invite, Waiting
from bot.store import filing
from bot.store.dialect import insert_or_ignore
from bot.store.engine import Database
from bot.store.rows import headline, headline_columns
from bot.store.tables import articles, decisions, editors, invites, members, revisions

SUBJECT_LENGTH = 500  # characters of what a decision was about
_FOUND = 6  # articles that words could mean
_LISTED = 10  # articles that wait, of each kind
_VOUCHED = "vouched for"  # stands in place of a code: a channel that an invited person brought the bot into


class Editorial:
    def __init__(self, database: Database) -> None:
        self._database = database

    # ---------------------------------------------------------------- who edits

    async def editors(self) -> tuple[Editor, ...]:
        """Those whom editors made editors, the oldest first."""
        query = select(editors).order_by(editors.c.added_at, editors.c.user_id)
        async with self._database.connect() as connection:
            return tuple(Editor(**row._mapping) for row in await connection.execute(query))

    async def is_editor(self, user_id: int) -> bool:
        query = select(editors.c.user_id).where(editors.c.user_id == user_id)
        async with self._database.connect() as connection:
            return (await connection.execute(query)).first() is not None

    async def add_editor(self, user_id: int, *, by: int, now: datetime) -> bool:
        """False where they were one already."""
        row = {"user_id": user_id, "added_by": by, "added_at": now}

        def add(connection: Connection) -> bool:
            made = insert_or_ignore(connection, editors).values(row).returning(editors.c.user_id)
            return connection.execute(made).first() is not None

        return await self._decide(add, verb="editor added", subject=str(user_id), by=by, now=now)

    async def remove_editor(self, user_id: int, *, by: int, now: datetime) -> bool:
        """False where they were none."""

        def remove(connection: Connection) -> bool:
            return connection.execute(delete(editors).where(editors.c.user_id == user_id)).rowcount == 1

        return await self._decide(remove, verb="editor removed", subject=str(user_id), by=by, now=now)

    # ---------------------------------------------------------------- who may ask

    async def invite(self, code: str, *, by: int, now: datetime) -> None:
        """A link with this code lets people in from now on."""

        def add(connection: Connection) -> bool:
            connection.execute(invites.insert().values(code=code, made_by=by, made_at=now))
            return True

        await self._decide(add, verb="invite", subject=code, by=by, now=now)

    async def revoke(self, code: str, *, by: int, now: datetime) -> bool:
        """The link lets nobody in any more; who came by it stays. False where there is no such link."""

        def remove(connection: Connection) -> bool:
            return connection.execute(delete(invites).where(invites.c.code == code)).rowcount == 1

        return await self._decide(remove, verb="invite revoked", subject=code, by=by, now=now)

    async def invites(self, limit: int) -> tuple[Invite, ...]:
        """The links that let people in, the newest first."""
        came = select(func.count()).where(members.c.code == invites.c.code).scalar_subquery().label("came")
        query = select(invites, came).order_by(invites.c.made_at.desc(), invites.c.code).limit(limit)
        async with self._database.connect() as connection:
            return tuple(Invite(**row._mapping) for row in await connection.execute(query))

    async def admit(self, user_id: int, code: str, *, now: datetime) -> bool:
        """Lets in somebody who came by a link. False where no link has the code."""
        async with self._database.begin() as connection:
            known = await connection.execute(select(invites.c.code).where(invites.c.code == code))
            if known.first() is None:
                return False
            await _let_in(connection, user_id, code, now)
            return True

    async def vouch(self, chat_id: int, *, now: datetime) -> None:
        """Lets a whole chat in: whoever brought the bot there may ask."""
        async with self._database.begin() as connection:
            await _let_in(connection, chat_id, _VOUCHED, now)

    async def dismiss(self, telegram_id: int) -> None:
        """Forgets that they were let in."""
        async with self._database.begin() as connection:
            await connection.execute(delete(members).where(members.c.telegram_id == telegram_id))

    async def is_member(self, *telegram_ids: int) -> bool:
        """Whether one of these was let in."""
        query = select(members.c.telegram_id).where(members.c.telegram_id.in_(telegram_ids)).limit(1)
        async with self._database.connect() as connection:
            return (await connection.execute(query)).first() is not None

    # ---------------------------------------------------------------- what they decided

    async def record(self, verb: str, subject: str, *, by: int, now: datetime) -> None:
        """Writes down what an editor does."""
        await self._decide(lambda _: True, verb=verb, subject=subject, by=by, now=now)

    async def decisions(self, limit: int) -> tuple[Decision, ...]:
        """The latest, the newest first."""
        columns = (decisions.c.at, decisions.c.user_id, decisions.c.verb, decisions.c.subject)
        query = select(*columns).order_by(decisions.c.id.desc()).limit(limit)
        async with self._database.connect() as connection:
            return tuple(Decision(**row._mapping) for row in await connection.execute(query))

    # ---------------------------------------------------------------- articles

    async def move(
        self, article_id: int, state: ArticleState, *, verb: str, subject: str, by: int, now: datetime
    ) -> bool:
        """Moves the article and writes it down. False where it was there already."""
        work = partial(filing.set_state, article_id=article_id, state=state, now=now)
        return await self._decide(work, verb=verb, subject=subject, by=by, now=now)

    async def publish(
        self, article_id: int, not_before: datetime, *, verb: str, subject: str, by: int, now: datetime
    ) -> None:
        """Readers may be told from that moment on: it counts as when the article became public."""

        def work(connection: Connection) -> bool:
            filing.set_state(connection, article_id, ArticleState.LIVE, now=now)
            change = update(articles).where(articles.c.id == article_id).values(not_before=not_before)
            return connection.execute(change).rowcount == 1

        await self._decide(work, verb=verb, subject=subject, by=by, now=now)

    async def annotate(self, article_id: int, note: str, *, subject: str, by: int, now: datetime) -> bool:
        """The note of what was wrong stands above the article. False where there is no such article."""

        def work(connection: Connection) -> bool:
            change = update(articles).where(articles.c.id == article_id).values(correction=note)
            return connection.execute(change).rowcount == 1

        return await self._decide(work, verb="correct", subject=subject, by=by, now=now)

    async def matching(self, words: str) -> tuple[Headline, ...]:
        """The newest articles whose headline holds all the words, whatever their state."""
        held = [revisions.c.headline.icontains(word, autoescape=True) for word in words.split()]
        return (await self._headlines(*held))[:_FOUND] if held else ()

    async def newest(self) -> tuple[Headline, ...]:
        """The articles filed last, whatever their state."""
        return (await self._headlines())[:_FOUND]

    async def waiting(self, *, now: datetime) -> Waiting:
        """What readers are not told of yet."""
        kept = articles.c.state.in_((ArticleState.REVIEW, ArticleState.HELD))
        embargoed = (articles.c.state == ArticleState.LIVE) & (articles.c.not_before > now)
        counted = select(func.count()).select_from(articles).where(or_(kept, embargoed))
        until = select(articles.c.id, articles.c.not_before).where(embargoed).order_by(articles.c.not_before)
        async with self._database.connect() as connection:
            total = (await connection.execute(counted)).scalar_one()
            ends = {row.id: row.not_before for row in await connection.execute(until.limit(_LISTED))}
        named = {one.article_id: one for one in await self._headlines(articles.c.id.in_(ends))}
        return Waiting(
            review=await self._headlines(articles.c.state == ArticleState.REVIEW),
            held=await self._headlines(articles.c.state == ArticleState.HELD),
            embargoed=tuple((named[id_], at) for id_, at in ends.items() if id_ in named),
            total=total,
        )

    # ---------------------------------------------------------------- within

    async def _headlines(self, *which: object) -> tuple[Headline, ...]:
        query = (
            select(*headline_columns)
            .join(revisions, revisions.c.id == articles.c.revision_id)
            .where(*which)  # type: ignore[arg-type]
            .order_by(articles.c.filed_at.desc(), articles.c.id.desc())
            .limit(_LISTED)
        )
        async with self._database.connect() as connection:
            return tuple(headline(row) for row in await connection.execute(query))

    async def _decide(
        self, work: Callable[[Connection], bool], *, verb: str, subject: str, by: int, now: datetime
    ) -> bool:
        """Does the work and writes it down; nothing is written where the work changed nothing."""
        row = decision(verb, subject, by=by, now=now)

        def decide(connection: Connection) -> bool:
            done = work(connection)
            if done:
                connection.execute(decisions.insert().values(row))
            return done

        return await self._database.write(decide)


def decision(verb: str, subject: str, *, by: int, now: datetime) -> dict[str, object]:
    """A row of what editors did."""
    return {"at": now, "user_id": by, "verb": verb, "subject": subject[:SUBJECT_LENGTH]}


async def _let_in(connection: AsyncConnection, telegram_id: int, code: str, now: datetime) -> None:
    row = {"telegram_id": telegram_id, "code": code, "joined_at": now}
    await connection.execute(insert_or_ignore(connection, members).values(row))
