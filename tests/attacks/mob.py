"""Readers of one edition, and editors at its articles, in a world where processes die."""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection, Row, func, select, update

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.deliveries import UNTIL_LET_GO, DeliveryState
from bot.domain.subscriptions import Destination
from bot.localchat import LocalMessage, User
from bot.store import Store
from bot.store.database.tables import articles, chats, outbox, sendings, unanswered
from tests.attacks.lives import Process, World
from tests.bot.delivering import MORNING
from tests.bot.library import a_stored_article, an_analysis

NAMES = ("Amber", "Birch", "Cedar", "Dogwood", "Elder")
MOMENTS = (0.0, 0.0, 0.0, 0.5, 1.0, 2.0)  # seconds after which something is done; a chat rests for one
PATIENCE = 900  # seconds until all is settled: a message is tried again after minutes

Deed = Callable[[], Awaitable[None]]


@dataclass
class Mob:
    """Readers of one edition, and editors at its articles, in a world where processes die."""

    world: World
    process: Process
    chance: random.Random
    number: int
    calm: bool = field(init=False)  # nothing befalls calls, and nobody dies
    early: bool = field(init=False)  # all is done while the edition is made and sent
    busy: bool = field(init=False)  # much is done, at several moments
    readers: list[User] = field(default_factory=list)
    articles: list[StoredArticle] = field(default_factory=list)
    former: list[Process] = field(default_factory=list)
    killed: set[int] = field(default_factory=set)  # by an editor's order
    corrected: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)  # articles that may stand beside another of their story

    def __post_init__(self) -> None:
        self.calm, self.early = self.chance.random() < 0.5, self.chance.random() < 0.25
        self.busy = self.chance.random() < 0.35

    @property
    def has_fallen(self) -> bool:
        """Whether a process died or stood still."""
        return bool(self.former)

    @property
    def store(self) -> Store:
        return self.process.store

    async def gather(self) -> None:
        """Readers who want an edition, and what stands in it."""
        now = self.world.clock()
        whole = self.busy and self.chance.random() < 0.3
        for name in ("Ada", "Ben")[: self.chance.randint(1, 2)]:
            reader = self.world.telegram.add_user(f"{name} {self.number}")
            self.world.telegram.chat(reader).started = True
            self.readers.append(reader)
            day_before = now - timedelta(days=1)
            chat = await self.store.chats.get_or_create(Destination.of_person(reader.id), now=day_before)
            wants = partial(replace, subscribed=True, hours=(MORNING.time(),), whole_stories=whole)
            await self.store.chats.change(chat.id, wants, now=day_before)
        for name in NAMES[: self.chance.choice((1, 2, 3, 5) if self.busy or self.early else (2, 3))]:
            headline = f"Report {self.number} {name}"
            told = an_analysis(headline=headline, sentences=(f"“{headline}” is told here.",))
            self.articles.append(
                await a_stored_article(self.store, told, path=f"{headline}.txt", now=now - timedelta(hours=1))
            )
        if self.chance.random() < 0.3:
            self.beside = {each.id for each in self.articles[:2]}
            same = update(articles).where(articles.c.id.in_(self.beside))
            same = same.values(story_id=self.articles[0].story_id)
            await self.store.database.write(lambda connection: connection.execute(same))

    # ---------------------------------------------------------------- what is done

    def deeds(self) -> list[Deed]:
        """What is done in a run: much, or one thing and a press or two in the same moment.

        The latter, as in a busy moment a later edit hides what an earlier one left.
        """
        concerned = self.articles if self.busy else self.chance.sample(self.articles, 1)
        done = [deed for article in concerned for deed in self.deeds_on(article.id)]
        presses = self.chance.randint(2, 8) if self.busy else self.chance.randint(1, 2)
        done += [self.press for _ in range(presses)] + [self.nudge] * 3
        if self.early:
            done.append(self.tick)
        if not self.calm and self.chance.random() < 0.6:
            done.append(self.fall)
        return done

    def deeds_on(self, id_: int) -> list[Deed]:
        """What editors do with the article."""
        kill, hold = partial(self.edit, f"ak:{id_}:yes"), partial(self.edit, f"ah:{id_}")
        publish = partial(self.edit, f"an:{id_}", later=self.chance.choice(MOMENTS))
        notes = [partial(self.correct, id_, number) for number in range(2)]
        return self.chance.choice([[kill], [kill], notes, [notes[0], kill], [hold], [hold, publish]])

    async def edit(self, action: str, *, later: float = 0) -> None:
        """An editor's press."""
        await asyncio.sleep(later)
        if action.startswith("ak:"):
            self.killed.add(int(action.split(":")[1]))
        editor = self.world.telegram.users[self.chance.choice(sorted(self.world.settings.editor_ids))]
        self.world.telegram.press_action(editor, self.world.telegram.sent(editor)[0], action)

    async def correct(self, id_: int, number: int) -> None:
        self.corrected.add(id_)
        editor = self.world.telegram.users[self.chance.choice(sorted(self.world.settings.editor_ids))]
        self.world.telegram.say(editor, f"/correct {id_} Note {number} of {id_}.")

    async def press(self) -> None:
        """Whatever button stands in an edition of a reader's, as soon as one does."""
        reader = self.chance.choice(self.readers)
        for _ in range(8):
            sent = self.world.telegram.sent(reader)
            found = [(message, action) for message in sent for action in turning(message)]
            if found:
                self.world.telegram.press_action(reader, *self.chance.choice(found))
                return
            await asyncio.sleep(0.5)

    async def nudge(self) -> None:
        """The sender looks what is due, as it may at any moment."""
        for _ in range(20):
            await self.world.steps.take()
            self.process.parts.sender.wake()

    async def fall(self) -> None:
        """The process that leads is killed, or stands still; another leads."""
        for _ in range(self.chance.randint(0, 60)):
            await self.world.steps.take()
        self.former.append(self.process)
        if self.world.can_stand_still and self.chance.random() < 0.5:
            await self.process.stand_still()
        else:
            await self.process.die()
        self.process = await self.world.next_leader()

    async def at_some_moment(self, deed: Deed) -> None:
        await asyncio.sleep(self.chance.choice(MOMENTS) if self.busy or deed == self.press else 0)
        for _ in range(self.chance.randint(0, 20)):
            await self.world.steps.take()
        await deed()

    async def tick(self) -> None:
        process = self.process
        await process.do(process.parts.publisher.tick(self.world.clock()))

    async def settle(self) -> None:
        """Until every update is answered, and nothing waits to be sent but what is held."""
        async with asyncio.timeout(PATIENCE):
            for looks in itertools.count():
                await self.tick()
                await asyncio.sleep(min(1 + looks, 10))
                waiting = await self.store.database.read(what_waits)
                if not (waiting or len(self.world.telegram.inbox) or self.process.parts.intake.in_hand):
                    return

    async def scatter(self) -> None:
        """Nobody wants another edition, and none tells of these articles."""
        for article in self.articles:
            await self.store.articles.set_state(article.id, ArticleState.WITHDRAWN, self.world.clock())
        for reader in self.readers:
            if chat := await self.store.chats.find(reader.id):
                await self.store.chats.forget(chat.id, now=self.world.clock())

    # ---------------------------------------------------------------- what stands there

    async def standing(self) -> Mapping[str, StoredArticle]:
        """The articles as they are now, by their headlines."""
        found = [await self.store.articles.get(article.id) for article in self.articles]
        return {
            str(one.analysis.article.headline.of(one.text)): one
            for one in found
            if one.analysis.article.headline
        }

    async def turn_back(self, reader: User) -> None:
        """To the list, where there is one."""
        for message in self.world.telegram.sent(reader):
            if back := [action for action in turning(message) if action.startswith("n:0:")]:
                self.world.telegram.press_action(reader, message, back[0])
        await self.settle()


def turning(message: LocalMessage) -> list[str]:
    """The actions of its buttons that open a story of an edition, or its list."""
    actions = [button.action for row in message.buttons for button in row]
    return [action for action in actions if action and action.startswith("n:")]


async def deliveries(store: Store, reader: User) -> list[Row[tuple[object, ...]]]:
    """All of the reader's chat, in the order in which they were decided."""
    query = select(outbox).join(chats, chats.c.id == outbox.c.chat_id).where(chats.c.telegram_id == reader.id)
    return await store.database.read(lambda one: list(one.execute(query.order_by(outbox.c.id))))


def what_waits(connection: Connection) -> int:
    """Deliveries to be sent, bar those held back, what editors ordered sent, and updates to be answered."""
    waits = (outbox.c.state == DeliveryState.WAITING) & (outbox.c.not_before < UNTIL_LET_GO)
    on_its_way = outbox.c.state == DeliveryState.SENDING
    many = select(func.count()).select_from(outbox).where(waits | on_its_way)
    ordered = select(func.count()).where(sendings.c.ended_at.is_(None), sendings.c.stopped_at.is_(None))
    kept = select(func.count()).select_from(unanswered)
    return sum(connection.execute(each).scalar_one() for each in (many, ordered, kept))
