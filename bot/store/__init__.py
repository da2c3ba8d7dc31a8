"""What the bot remembers: tables, queries, migrations. The only room with SQL; domain objects come out."""

import asyncio

from sqlalchemy import Connection

from bot.domain.errors import StoreError
from bot.store.actors.actors import Actors
from bot.store.articles.articles import Articles
from bot.store.articles.asked import AskedWords
from bot.store.articles.newest_stories import Stories
from bot.store.articles.openings import Openings
from bot.store.articles.quotes import Quotes
from bot.store.articles.sections import Sections
from bot.store.articles.week import Weeks
from bot.store.chats.chats import Chats
from bot.store.chats.interests import Interests
from bot.store.chats.readership import Readership
from bot.store.chats.saved import Saved
from bot.store.database.dialect import upsert
from bot.store.database.engine import Database
from bot.store.database.tables import pulse
from bot.store.deliveries.kills_and_corrections import Amends
from bot.store.deliveries.news import News
from bot.store.deliveries.orders import EditionOrders
from bot.store.deliveries.outbox import Outbox
from bot.store.deliveries.roundups import Roundups
from bot.store.deliveries.sendings import Sendings
from bot.store.editors.article_decisions import ArticleDecisions
from bot.store.editors.corrections import Corrections
from bot.store.editors.drafts import Drafts
from bot.store.editors.editorial import Editorial
from bot.store.editors.groups import Groups
from bot.store.editors.joins import Joins
from bot.store.editors.moves import Moves
from bot.store.editors.queue import Queue
from bot.store.editors.repairs import Repairs
from bot.store.editors.story_repairs import StoryRepairs
from bot.store.editors.texts import Texts
from bot.store.processes.claims import Claims
from bot.store.processes.questions import OpenQuestions
from bot.store.processes.repeated_updates import Arrivals
from bot.store.processes.unanswered import Unanswered
from bot.store.sources.entries import Entries
from bot.store.sources.proposed import ProposedFeeds
from bot.store.sources.sources import Sources
from bot.store.sources.visitors import Visitors
from bot.store.sources.visits import Visits
from bot.store.upkeep.migrating import build, migrate

__all__ = ["FAULT_SECONDS", "Store"]

FAULT_SECONDS = 3.0  # a database slower than this is no use to readers


class Store:
    """The open database, by what is asked of it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.articles = Articles(database)
        self.stories = Stories(database)
        self.openings = Openings(database)
        self.asked = AskedWords(database)
        self.weeks = Weeks(database)
        self.sections = Sections(database)
        self.actors = Actors(database)
        self.joins = Joins(database)
        self.quotes = Quotes(database)
        self.chats = Chats(database)
        self.readership = Readership(database)
        self.interests = Interests(database)
        self.saved = Saved(database)
        self.claims = Claims(database)
        self.editorial = Editorial(database)
        self.groups = Groups(database)
        self.decisions = ArticleDecisions(database)
        self.corrections = Corrections(database)
        self.queue = Queue(database)
        self.repairs = Repairs(database)
        self.story_repairs = StoryRepairs(database)
        self.texts = Texts(database)
        self.drafts = Drafts(database)
        self.news = News(database)
        self.orders = EditionOrders(database)
        self.moves = Moves(database)
        self.sendings = Sendings(database)
        self.outbox = Outbox(database)
        self.amends = Amends(database)
        self.roundups = Roundups(database)
        self.arrivals = Arrivals(database)
        self.unanswered = Unanswered(database)
        self.questions = OpenQuestions(database)
        self.sources = Sources(database)
        self.visits = Visits(database)
        self.visitors = Visitors(database)
        self.entries = Entries(database)
        self.proposed_feeds = ProposedFeeds(database)

    @classmethod
    async def open(cls, url: str) -> "Store":
        """Opens the database of the URL and brings its tables up to date. Raises StoreError."""
        database = await Database.open(url)
        try:
            await migrate(database)
            if not await database.is_measured():
                await database.measure()
        except BaseException:
            await database.close()
            raise
        return cls(database)

    async def build(self) -> None:
        """Builds what older databases lack and answers can do without. Raises StoreError."""
        await build(self.database)

    async def fault(self) -> str | None:
        """What is wrong with the database, None where nothing is: it must take what is written."""
        try:
            async with asyncio.timeout(FAULT_SECONDS):
                await self.database.write(_beat)
        except (StoreError, TimeoutError) as error:
            return str(error) or f"no answer within {FAULT_SECONDS:.0f} s"
        return None

    async def close(self) -> None:
        """Waits for what is being done, and closes the database."""
        await self.database.close()


def _beat(connection: Connection) -> None:
    row = upsert(connection.dialect.name, pulse).values(id=1, beats=1)
    again = {"beats": pulse.c.beats + 1}
    connection.execute(row.on_conflict_do_update(index_elements=[pulse.c.id], set_=again))
