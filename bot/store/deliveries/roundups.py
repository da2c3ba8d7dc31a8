"""Messages that hold stories, as they are now: what readers may have of them, and what they show."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.domain.chats import Chat
from bot.domain.deliveries import DeliveryAction
from bot.domain.roundups import Contents, Outlook, Roundup, StoryHeld, standing, story_held
from bot.domain.week import Week
from bot.store.articles.week import look as look_at_week
from bot.store.chats.rows import to_chat
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import stored
from bot.store.database.tables import articles, chats, outbox
from bot.store.deliveries.rows import contents_of

_OPENS = "n"  # the verb of buttons that open a story of a delivery
_AT_A_TIME = 5000  # parameters: SQLite takes 32,766


class Roundups(Repository):
    """Asked where a button of such a message is pressed, and after it was written anew."""

    @writing
    def turn(
        self,
        connection: Connection,
        delivery_id: int,
        article_id: int | None,
        *,
        telegram_id: int,
        message_id: int,
        now: datetime,
    ) -> tuple[Roundup, Chat] | None:
        """Opens a story of the message, or its list (None), and says how it looks then.

        None where that chat has no such message: it was forgotten, or the button is forged.
        """
        query = _SENT.where(
            outbox.c.id == delivery_id, chats.c.telegram_id == telegram_id, chats.c.kind == "private"
        )
        row = connection.execute(query.with_for_update(of=outbox)).one_or_none()
        contents = contents_of(row.message) if row is not None else None
        if row is None or contents is None or row.message_id not in (message_id, None):
            return None
        if article_id is not None and contents.story_of(article_id) is None:
            return None
        connection.execute(update(outbox).where(outbox.c.id == delivery_id).values(shows=article_id))
        return find(connection, delivery_id, now)

    @reading
    def find(self, connection: Connection, delivery_id: int, *, now: datetime) -> tuple[Roundup, Chat] | None:
        """How the message looks now; None where it was forgotten."""
        return find(connection, delivery_id, now)


_SENT = (
    select(outbox, chats)
    .join(chats, chats.c.id == outbox.c.chat_id)
    .where(outbox.c.action == DeliveryAction.SEND, outbox.c.target_id.is_(None))
)


def find(connection: Connection, delivery_id: int, now: datetime) -> tuple[Roundup, Chat] | None:
    """How the message of a delivery looks now; None where it was forgotten, or holds no stories."""
    row = connection.execute(select(outbox).where(outbox.c.id == delivery_id)).one_or_none()
    if row is None or (contents := contents_of(row.message)) is None:
        return None
    chat = connection.execute(select(chats).where(chats.c.id == row.chat_id)).one()
    return look(connection, {row.id: (contents, row.shows)}, now)[row.id], to_chat(chat)


def outlooks(connection: Connection, ids: Collection[int], now: datetime) -> Mapping[int, Outlook]:
    """Of the articles of these ids that there are."""
    found: dict[int, Outlook] = {}
    wanted = tuple(ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        some = wanted[start : start + _AT_A_TIME]
        query = select(
            articles.c.id, articles.c.state, articles.c.not_before, IS_PUBLIC.label("public")
        ).where(articles.c.id.in_(some))
        for row in connection.execute(query, {"now": now}):
            found[row.id] = Outlook(
                state=ArticleState(row.state), public=bool(row.public), embargo=row.not_before
            )
    return found


def look(
    connection: Connection, messages: Mapping[int, tuple[Contents, int | None]], now: datetime
) -> Mapping[int, Roundup]:
    """Each message, by its delivery, as it is now; given is what it holds and which article it shows."""
    ids = {
        article
        for contents, _ in messages.values()
        for story in contents.stories
        for article in (*story.articles, *((story.before,) if story.before else ()))
    }
    known = outlooks(connection, ids, now)
    public = {id_ for id_, outlook in known.items() if outlook.public}
    found = {article.id: article for article in stored(connection, tuple(public))}
    weeks = _weeks(connection, [contents for contents, _ in messages.values()], found, now)
    return {
        delivery_id: _as_it_is(delivery_id, contents, shows, known, found, weeks.get(contents))
        for delivery_id, (contents, shows) in messages.items()
    }


def _weeks(
    connection: Connection, held: Sequence[Contents], found: Mapping[int, StoredArticle], now: datetime
) -> Mapping[Contents, Week]:
    """The weeks of those that hold one: many chats hold the same, which is looked at once."""
    return {
        contents: look_at_week(connection, tuple(_stories(contents, found).values()), contents.week, now)
        for contents in dict.fromkeys(held)
        if contents.week is not None
    }


def _stories(contents: Contents, found: Mapping[int, StoredArticle]) -> Mapping[StoryHeld, Story]:
    return {held: story for held in contents.stories if (story := story_held(held, found)) is not None}


def _as_it_is(
    delivery_id: int,
    contents: Contents,
    shows: int | None,
    known: Mapping[int, Outlook],
    found: Mapping[int, StoredArticle],
    week: Week | None,
) -> Roundup:
    """A story that is open stays so while anything is left of it.

    The only one that is left always is, but of a week, which tells more than stories.
    """
    stories = _stories(contents, found)
    alone = next(iter(stories.values())) if len(stories) == 1 and week is None else None
    opened = contents.story_of(shows) if shows is not None else None
    return Roundup(
        stories=tuple(stories.values()),
        week=week,
        heading=contents.heading,
        line=contents.line,
        left_out=contents.left_out,
        heads=contents.heads,
        opened=alone or (stories.get(opened) if opened is not None else None),
        standing=standing(tuple(known[id_] for id_ in contents.articles if id_ in known)),
        reference=(_OPENS, delivery_id) if alone is None else None,
    )
