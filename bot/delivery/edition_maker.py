"""Editions made within one transaction: decided and written. The database's thread does it.

Nothing here waits for anything or outlives the transaction: the publisher, on the loop's side, hands it over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.articles import StoredArticle
from bot.domain.chats import MORNING, Chat
from bot.domain.edition_decisions import decide, of_all_chats, push_article, send_now
from bot.domain.messages import Message
from bot.domain.next_edition import Reach
from bot.domain.plans import Arrival, Edition, Plan, Recipient
from bot.domain.roundups import Contents, Roundup, StoryHeld, story_held
from bot.domain.slots import Slot, next_slot
from bot.domain.zones import zone_of
from bot.render.edition import heading, nothing_new
from bot.render.language import Language
from bot.render.languages import Languages
from bot.render.roundups import roundup
from bot.render.unsaid import Unsaid
from bot.store.deliveries.edition_transaction import DecidedPlan, EditionTransaction
from bot.store.deliveries.told_before import ToldBefore

BATCH = 100  # chats a transaction: others want to write too
PREVIEW_DAYS = timedelta(days=1)  # of news in a preview for a chat that has no editions

Choice = Callable[[Recipient, EditionTransaction], Plan | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMaker:
    """Makes editions as they are at `now`; `zone` is that of chats which chose none."""

    zone: ZoneInfo
    now: datetime
    waiting: Sequence[Arrival] = ()  # files that are still to be read
    languages: Languages = field(default_factory=Languages)

    def make_due(self, transaction: EditionTransaction) -> int | None:
        """How many deliveries were written for one batch of chats; None when no chat is due."""
        recipients = transaction.due(BATCH)
        if not recipients:
            return None
        candidates, orders, earlier = transaction.candidates(), transaction.orders(), transaction.earlier()
        plans = [
            decide(
                each,
                candidates,
                zone=self._zone_of(each.chat),
                now=self.now,
                orders=orders,
                added=transaction.added(),
                earlier=earlier,
                waiting=self.waiting,
            )
            for each in recipients
        ]
        return self._write(transaction, recipients, plans)

    def send_ordered(self, transaction: EditionTransaction, *, term: int | None) -> int | None:
        """One batch of what an editor ordered sent, if its moment has come: how many deliveries were written.

        None where nothing is left of it.
        """
        taken = transaction.take_up(term=term)
        if taken is None:
            return None
        of = transaction if taken.article_id is None else transaction.of(taken.article_id)
        choose = self.edition_now if taken.article_id is None else self.article_now
        deliveries, last = self.push(of, choose=choose, after=taken.after)
        transaction.go_on(taken.id, after=last, messages=deliveries)
        return deliveries

    def reach(self, transaction: EditionTransaction) -> Reach:
        """Whom the next edition would go to now, and when it is due for the first of them.

        Chats that are alike, nearly all, are decided on once.
        """
        due = min((slot.due for slot in self._next(transaction)), default=None)
        made = [
            (plan, each.chats)
            for each in transaction.subscribers_alike()
            if (plan := self.edition_now(each.recipient, transaction)) is not None
        ]
        chats = sum(count for _, count in made)
        if due is None and (plan := self.edition_now(self._anybody(transaction), transaction)) is not None:
            made = [(plan, 0)]  # nobody has ordered one yet: as the first would have it
        candidates = (*transaction.candidates(), *transaction.added())
        layout = transaction.orders().layout.to_change
        return Reach(chats=chats, stories=of_all_chats(made, candidates, layout=layout), due=due)

    def _next(self, transaction: EditionTransaction) -> Iterator[Slot]:
        """The next edition of news by each clock."""
        for chat in transaction.clocks():
            slot = next_slot(replace(chat, weekly=False), zone=self._zone_of(chat), after=self.now)
            if slot is not None:
                yield slot

    def push(self, transaction: EditionTransaction, *, choose: Choice, after: int) -> tuple[int, int | None]:
        """How many deliveries were written for one batch of chats, and its last chat; None: no more chats."""
        recipients = transaction.subscribers(after=after, limit=BATCH)
        plans = [plan for each in recipients if (plan := choose(each, transaction))]
        return self._write(transaction, recipients, plans), recipients[-1].chat.id if recipients else None

    def article_now(self, recipient: Recipient, transaction: EditionTransaction) -> Plan | None:
        """The choice of one article, the only candidate, for who has not seen it."""
        news, zone = transaction.candidates(), self._zone_of(recipient.chat)
        return push_article(recipient, news[0], zone=zone, now=self.now) if news else None

    def edition_now(self, recipient: Recipient, transaction: EditionTransaction) -> Plan | None:
        """The choice of the next edition before its hour."""
        return send_now(
            recipient,
            transaction.candidates(),
            zone=self._zone_of(recipient.chat),
            now=self.now,
            orders=transaction.orders(),
            added=transaction.added(),
        )

    def preview(self, transaction: EditionTransaction, *, chat: Chat) -> tuple[Unsaid, ...]:
        """The next edition as this chat would get it; one without editions is shown the last day's news."""
        recipient = transaction.recipient(chat.id) or Recipient(chat=chat)
        if not (chat.subscribed and chat.hours):
            first = min(self._next(transaction), key=lambda slot: slot.due, default=None)
            hour = (first.at if first is not None else None) or MORNING
            recipient = replace(self._anybody(transaction), chat=self._as_if_ordered(chat, hour))
        awake = replace(recipient, chat=replace(recipient.chat, quiet=None, paused_until=None))
        plan = self.edition_now(awake, transaction)
        if plan is None:
            return ()
        of_news = replace(awake.chat, weekly=False, followed_at=None)
        slot = next_slot(of_news, zone=self._zone_of(chat), after=self.now)
        shown = plan.editions[0]
        named = replace(shown, slot=slot.name, local_date=slot.local_date) if slot else shown
        before = transaction.told_before((replace(plan, editions=(named,)),))
        articles = transaction.articles((*named.article_ids, *(told.article_id for told in before.values())))
        contents = contents_of(named, awake.chat, before, self.languages.of(chat.speaks))
        return tuple(_as_sent(content, awake.chat, articles) for content in contents) or nothing_new()

    def _anybody(self, transaction: EditionTransaction) -> Recipient:
        """One who ordered editions a day ago, and has had what went."""
        nobody = Chat(id=0, telegram_id=0, kind="private", seen_from=self.now)
        layout = transaction.orders().layout
        had = layout.number if layout.went_at is not None else 0
        return Recipient(chat=self._as_if_ordered(nobody, MORNING), laid_out=had)

    def _as_if_ordered(self, chat: Chat, hour: time) -> Chat:
        return replace(chat, subscribed=True, hours=(hour,), seen_from=self.now - PREVIEW_DAYS)

    def _write(
        self, transaction: EditionTransaction, recipients: Sequence[Recipient], plans: Sequence[Plan]
    ) -> int:
        """Writes all down."""
        known = {each.chat.id: each for each in recipients}
        before = transaction.told_before(plans)
        return transaction.write(
            [
                DecidedPlan(
                    plan=plan, messages=self._messages(transaction, known[plan.chat_id], plan, before)
                )
                for plan in plans
            ]
        )

    def _messages(
        self,
        transaction: EditionTransaction,
        recipient: Recipient,
        plan: Plan,
        before: Mapping[tuple[int, int], ToldBefore],
    ) -> tuple[tuple[Contents | Message, ...], ...]:
        """What is sent of each edition of the plan, in the chat's language; of the week nothing it mutes."""
        language = self.languages.of(recipient.chat.speaks)
        return tuple(
            week_of(plan, each, transaction.week().without(recipient.muted), language)
            if each.is_week
            else contents_of(each, recipient.chat, before, language) or _nothing_new(language)
            for each in plan.editions
        )

    def _zone_of(self, chat: Chat) -> ZoneInfo:
        return zone_of(chat.timezone, default=self.zone)


def article_pages(article: StoredArticle, chat: Chat, language: Language) -> tuple[Unsaid, ...]:
    """The article as an edition that holds nothing else."""
    only = Edition(slot=f"push:{article.id}", local_date=article.filed_at.date(), stories=((article.id,),))
    return tuple(
        _as_sent(content, chat, {article.id: article}) for content in contents_of(only, chat, {}, language)
    )


def contents_of(
    edition: Edition, chat: Chat, before: Mapping[tuple[int, int], ToldBefore], language: Language
) -> tuple[Contents, ...]:
    """What is sent of the edition's stories: one message, or one a story where the chat wants whole stories.

    Of several the first alone rings. A push of a story that the chat was told of answers that message.
    """
    if not edition.stories:
        return ()
    told = [before.get((chat.id, ids[0])) for ids in edition.stories]
    stories = tuple(
        StoryHeld(articles=ids, before=known.article_id if known else None)
        for ids, known in zip(edition.stories, told, strict=True)
    )
    first = Contents(
        stories=stories,
        heading=heading(edition, language, shared=chat.kind != "private"),
        line=edition.line,
        left_out=bool(edition.left_out or edition.came),
    )
    if not chat.whole_stories or edition.came or len(stories) == 1:
        alone = told[0] if edition.is_push and len(stories) == 1 else None
        return (replace(first, answers=alone.message_id if alone else None),)
    others = (Contents(stories=(story,), silent=True) for story in stories[1:])
    return (replace(first, stories=stories[:1], heads=True), *others)


def week_of(plan: Plan, edition: Edition, week: Contents, language: Language) -> tuple[Contents, ...]:
    """What is sent of the week: one message, or none of a week without news. Beside news it does not ring."""
    beside = any(not each.is_week for each in plan.editions)
    return (replace(week, heading=heading(edition, language), silent=beside),) if week.stories else ()


def _nothing_new(language: Language) -> tuple[Message, ...]:
    return tuple(message for unsaid in nothing_new() for message in unsaid.said_in(language))


def _as_sent(content: Contents, chat: Chat, articles: Mapping[int, StoredArticle]) -> Unsaid:
    """How it would look if all of it were public now."""
    stories = tuple(story for held in content.stories if (story := story_held(held, articles)) is not None)
    opened = stories[0] if len(stories) == 1 else None
    shown = Roundup(
        stories=stories,
        heading=content.heading,
        line=content.line,
        left_out=content.left_out,
        opened=opened,
    )
    return roundup(shown, chat)
