"""Editions being decided: what each chat saw is read, and what it gets is written, in one transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, func, or_, select, text, update

from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat, ChatState
from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.domain.edition_decisions import LATE
from bot.domain.messages import Message
from bot.domain.plans import Arrival, Candidate, Edition, Orders, Plan, Recipient
from bot.domain.roundups import Contents
from bot.store.articles.week import choose
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.public_articles import IS_PUBLIC, came_at, public_at
from bot.store.database.rows import stored
from bot.store.database.tables import articles, chats, editions, outbox, seen
from bot.store.deliveries.alike import Alike, clocks, subscribers_alike
from bot.store.deliveries.candidates import MOST_CANDIDATES, newest_candidates
from bot.store.deliveries.orders import latest_orders, note_edition
from bot.store.deliveries.recipients import recipients
from bot.store.deliveries.rows import dump
from bot.store.deliveries.sendings import TakenUp, go_on, take_up
from bot.store.deliveries.told_before import ToldBefore, told_before

# A push by hand and the schedule decide one after the other.
_ALONE = text("SELECT pg_advisory_xact_lock(4723013)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPlan:
    """A plan with what is sent of its editions, in their order: messages that hold stories, or fixed ones."""

    plan: Plan
    messages: tuple[tuple[Contents | Message, ...], ...]


class EditionTransaction:
    """One transaction. `only` one article is a candidate, or all there are."""

    def __init__(self, connection: Connection, *, now: datetime, only: int | None = None) -> None:
        self._connection = connection
        self._now = now
        self._only = only
        self._candidates: tuple[Candidate, ...] | None = None
        self._added: tuple[Candidate, ...] | None = None
        self._orders: Orders | None = None
        self._earlier: tuple[Arrival, ...] | None = None
        self._week: Contents | None = None

    @classmethod
    def alone(cls, connection: Connection, *, now: datetime) -> "EditionTransaction":
        """One in which nobody else decides meanwhile: what is chosen may be written."""
        if connection.dialect.name != "sqlite":  # there, nobody else writes anyway
            connection.execute(_ALONE)
        return cls(connection, now=now)

    def of(self, article_id: int) -> "EditionTransaction":
        """The same transaction, where this article is the only candidate."""
        return EditionTransaction(self._connection, now=self._now, only=article_id)

    def due(self, limit: int) -> tuple[Recipient, ...]:
        """Chats whose time has come, the longest waiting first.

        Their settings, of which their next moment is made, stay as they are until the end; a chat whose
        settings are just being changed is due still at the next look.
        """
        due = select(chats).where(chats.c.next_due <= self._now).order_by(chats.c.next_due).limit(limit)
        return self._recipients(due.with_for_update(skip_locked=True, key_share=True))

    def subscribers(self, *, after: int, limit: int) -> tuple[Recipient, ...]:
        """Chats that want editions, by id, from the one after `after`."""
        wanted = (chats.c.id > after) & chats.c.subscribed & (chats.c.state == ChatState.ACTIVE)
        return self._recipients(select(chats).where(wanted).order_by(chats.c.id).limit(limit))

    def clocks(self) -> tuple[Chat, ...]:
        """One subscriber for each clock by which editions come."""
        return clocks(self._connection)

    def subscribers_alike(self) -> tuple[Alike, ...]:
        """Chats that want editions, one for all whose next editions hold the same."""
        return subscribers_alike(
            self._connection,
            (*self.candidates(), *self.added()),
            added=self.orders().layout.added,
            passed_until=self.orders().passed_until,
        )

    def recipient(self, chat_id: int) -> Recipient | None:
        """The chat, whether its time has come or not."""
        found = self._recipients(select(chats).where(chats.c.id == chat_id))
        return found[0] if found else None

    def candidates(self) -> tuple[Candidate, ...]:
        """The articles that readers may be told of unasked, the newest public ones."""
        if self._candidates is None:
            this = ~articles.c.history if self._only is None else articles.c.id == self._only
            self._candidates = newest_candidates(self._connection, IS_PUBLIC & this, now=self._now)
        return self._candidates

    def added(self) -> tuple[Candidate, ...]:
        """Articles that an editor put into the next edition and readers may have, news or not."""
        if self._added is None:
            ids = self.orders().layout.added if self._only is None else ()
            these = IS_PUBLIC & articles.c.id.in_(ids)
            self._added = newest_candidates(self._connection, these, now=self._now) if ids else ()
        return self._added

    def earlier(self) -> tuple[Arrival, ...]:
        """Articles of the last hours that are too many to be candidates: how many came when."""
        if self._earlier is None:
            newest = sorted((each.public_at for each in self.candidates()), reverse=True)
            first = newest[MOST_CANDIDATES - 1 : MOST_CANDIDATES]
            self._earlier = self._arrivals(first[0]) if first else ()
        return self._earlier

    def orders(self) -> Orders:
        """An editor's word on the editions of all chats."""
        if self._orders is None:
            self._orders = latest_orders(self._connection)
        return self._orders

    def told_before(self, plans: Sequence[Plan]) -> Mapping[tuple[int, int], ToldBefore]:
        """By which each chat was told of the stories of its editions earlier: by chat and article."""
        stories = {each.article_id: each.story_id for each in (*self.candidates(), *self.added())}
        told = [(plan.chat_id, id_) for plan in plans for each in plan.editions for id_ in each.article_ids]
        if not told:
            return {}
        chat_ids, story_ids = {chat_id for chat_id, _ in told}, {stories[id_] for _, id_ in told}
        known = told_before(self._connection, chat_ids, story_ids)
        return {
            (chat_id, id_): before
            for chat_id, id_ in told
            if (before := known.get((chat_id, stories[id_]))) is not None
        }

    def week(self) -> Contents:
        """What a message holds that tells of the seven days up to now."""
        if self._week is None:
            self._week = Contents.of_week(*choose(self._connection, self._now))
        return self._week

    def articles(self, ids: Sequence[int]) -> dict[int, StoredArticle]:
        """The articles of these ids that there are, by id."""
        found = stored(self._connection, tuple(dict.fromkeys(ids)))
        return {article.id: article for article in found}

    def write(self, decided: Sequence[DecidedPlan]) -> int:
        """Writes all down; how many deliveries wait now. An edition that was made before is left out."""
        made = self._add_editions(decided)
        self._add_seen(decided, made)
        deliveries = [
            _delivery(each.plan, content, made[key], self._now)
            for each in decided
            for edition, contents in zip(each.plan.editions, each.messages, strict=True)
            if (key := _key(each.plan, edition)) in made
            for content in contents
        ]
        if deliveries:
            self._connection.execute(outbox.insert(), deliveries)
        self._change_chats([_with_what_was_made(each.plan, made) for each in decided])
        if any(each.plan.seen_from or each.plan.laid_out for each in decided):
            note_edition(self._connection, now=self._now)
        return len(deliveries)

    def take_up(self, *, term: int | None) -> TakenUp | None:
        """The order to send that is due; None where none is, and for a leader whose term is over."""
        return take_up(self._connection, now=self._now, term=term)

    def go_on(self, sending_id: int, *, after: int | None, messages: int) -> None:
        """So many more messages of the order were written, up to that chat; None: there are no more chats."""
        go_on(self._connection, sending_id, after=after, messages=messages, now=self._now)

    def _change_chats(self, plans: Sequence[Plan]) -> None:
        """One statement for all chats of which the same columns change."""
        alike: defaultdict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
        for plan in plans:
            changes = _changes(plan)
            alike[tuple(changes)].append({"chat": plan.chat_id} | {f"new_{c}": v for c, v in changes.items()})
        for columns, rows in alike.items():
            if columns:
                new: dict[str, object] = {column: bindparam(f"new_{column}") for column in columns}
                change = update(chats).where(chats.c.id == bindparam("chat")).values(new)
                self._connection.execute(change, rows)

    def _recipients(self, query: Select[tuple[object, ...]]) -> tuple[Recipient, ...]:
        rows = self._connection.execute(query).all()
        news = [each.article_id for each in (*self.candidates(), *self.added())]
        return recipients(self._connection, rows, news, alone=self._only is not None)

    def _arrivals(self, before: datetime) -> tuple[Arrival, ...]:
        late = self._now - LATE
        query = (
            select(came_at, func.count(), func.min(public_at), func.max(public_at))
            .where(IS_PUBLIC, ~articles.c.history)
            .where(or_(articles.c.filed_at > late, articles.c.not_before > late), public_at < before)
            .group_by(came_at)
        )
        return tuple(
            Arrival(came_at=came, count=count, public_since=since, public_until=until)
            for came, count, since, until in self._connection.execute(query, {"now": self._now})
        )

    def _add_editions(self, decided: Sequence[DecidedPlan]) -> dict[tuple[int, str, object], int]:
        rows = [
            {
                "chat_id": each.plan.chat_id,
                "slot": edition.slot,
                "local_date": edition.local_date,
                "decided_at": self._now,
            }
            for each in decided
            for edition in each.plan.editions
        ]
        if not rows:
            return {}
        made = insert_or_ignore(self._connection, editions).returning(
            editions.c.id, editions.c.chat_id, editions.c.slot, editions.c.local_date
        )
        result = self._connection.execute(made, rows)
        return {(row.chat_id, row.slot, row.local_date): row.id for row in result}

    def _add_seen(self, decided: Sequence[DecidedPlan], made: Mapping[tuple[int, str, object], int]) -> None:
        revisions = {each.article_id: each.revision_id for each in (*self.candidates(), *self.added())}
        shown = [
            (each.plan.chat_id, article_id, made[key])
            for each in decided
            for edition in each.plan.editions
            if (key := _key(each.plan, edition)) in made
            for story in edition.stories
            for article_id in story
        ]
        passed = [
            (each.plan.chat_id, article_id, None) for each in decided for article_id in each.plan.passed
        ]
        rows = [
            {
                "chat_id": chat_id,
                "article_id": article_id,
                "revision_id": revisions[article_id],
                "edition_id": edition_id,
            }
            for chat_id, article_id, edition_id in (*shown, *passed)
        ]
        if rows:
            self._connection.execute(insert_or_ignore(self._connection, seen), rows)


def _key(plan: Plan, edition: Edition) -> tuple[int, str, object]:
    return plan.chat_id, edition.slot, edition.local_date


def _delivery(plan: Plan, content: Contents | Message, edition_id: int, now: datetime) -> dict[str, object]:
    stories = content.stories if isinstance(content, Contents) else ()
    return {
        "chat_id": plan.chat_id,
        "edition_id": edition_id,
        "article_id": stories[0].articles[0] if len(stories) == 1 else None,
        "action": DeliveryAction.SEND,
        "message": dump(content),
        "state": DeliveryState.WAITING,
        "not_before": plan.not_before or now,
        "created_at": now,
    }


def _with_what_was_made(plan: Plan, made: Mapping[tuple[int, str, object], int]) -> Plan:
    """An edition of that name may be there already: its hour comes twice where a zone or the clock was set.

    What the second would have held is news still.
    """
    if all(_key(plan, edition) in made for edition in plan.editions if not edition.is_week):
        return plan
    return replace(plan, seen_from=None, each_new_from=None)


def _changes(plan: Plan) -> dict[str, object]:
    changes: dict[str, object] = {
        "seen_from": plan.seen_from,
        "each_new_from": plan.each_new_from,
        "laid_out": plan.laid_out,
    }
    kept = {column: value for column, value in changes.items() if value is not None}
    if plan.schedule is None:
        return kept
    if plan.schedule.decided_until is not None:
        kept["decided_until"] = plan.schedule.decided_until
    return kept | {"next_due": plan.schedule.next_due}
