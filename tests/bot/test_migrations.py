"""A database of every older version, with data in it, is brought up to date and loses nothing."""

import asyncio
import json
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Date, DateTime, MetaData, create_engine, text

from bot.domain.addresses import same_link
from bot.domain.articles import ArticleLink, ArticleState
from bot.domain.roundups import Contents, Roundup, StoryHeld
from bot.render.roundups import roundup
from bot.store import Store
from bot.store.articles.links import article_at, links_of, note_link
from bot.store.database.engine import Database
from bot.store.database.opening import parse_url
from bot.store.database.rows import digest_of
from bot.store.deliveries.rows import contents_of
from bot.store.upkeep.migrating import newest, version_of
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.saying import in_english

OLDER = sorted(Path(__file__).parent.glob("older/*.json"))
LATER = NOON + timedelta(days=1)


def make(url: str, older: Path) -> None:
    """A database as the program of that version left it."""
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "bot/store/migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, older.stem)
        fill(connection, json.loads(older.read_text(encoding="utf-8")))
    engine.dispose()


def fill(connection: Connection, rows: dict[str, list[dict[str, object]]]) -> None:
    tables = MetaData()
    tables.reflect(connection, only=list(rows))
    for name, of_table in rows.items():
        columns = tables.tables[name].columns
        for row in of_table:
            typed = {key: as_written(value, columns[key].type) for key, value in row.items()}
            connection.execute(tables.tables[name].insert().values(typed))
        if connection.dialect.name == "postgresql" and "id" in columns and name != "press":
            connection.execute(
                text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")
            )


def as_written(value: object, kind: object) -> object:
    if isinstance(value, str) and isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(value, str) and isinstance(kind, Date) else value


def test_every_older_version_is_tried() -> None:
    assert [path.stem for path in OLDER] == [f"{number:04}" for number in range(1, int(newest()))]


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
async def test_older_database_is_brought_up_to_date_with_all_it_has(database_url: str, older: Path) -> None:
    make(database_url, older)
    store = await Store.open(database_url)
    try:
        assert await version_of(store.database) == newest()
        told = await store.stories.newest(10, now=LATER)
        assert {story.lead.analysis.sentences[0].of(story.lead.text) for story in told} >= {
            "Talks opened in Geneva on Wednesday.",
            "A bridge fell at dawn.",
        }
        (found,) = (await store.stories.search("siege", 5, now=LATER)).articles
        assert found.sentence == found.article.analysis.sentences[1]
        meant, digest = await store.actors.resolve_with_digest("Ada Berg", now=LATER)
        assert (meant.kind, digest.actor.articles if digest else 0) == ("one", 1)
        chat = await store.chats.find(100)
        assert chat is not None
        assert [f"{hour:%H:%M}" for hour in chat.hours] == ["07:30", "18:00"]
        assert not chat.weekly
        assert [follow.subject.words for follow in await store.interests.of(chat.id, now=LATER)] == [
            "Ada Berg"
        ]
        (letter,) = await store.outbox.claim(5, now=LATER)
        assert isinstance(letter.content, Roundup)
        assert "Talks open in Geneva" in in_english(roundup(letter.content)).html
    finally:
        await store.close()


async def test_articles_of_an_older_database_are_dated_by_what_they_tell(database_url: str) -> None:
    """Version 0010 holds one of this morning, one that tells nothing, and one that says it is of 2016."""
    make(database_url, OLDER[9])
    store = await Store.open(database_url)
    try:
        page, _ = await store.stories.headlines(20, 0, now=LATER)
        ordered = ["Ferry sails", "Ferry for sale", "Ferry sank"]
        assert [one.headline for one in page[:3]] == ordered
        found = (await store.stories.search("ferry", 5, now=LATER)).articles
        assert [each.article.id for each in found] == [5, 7, 6]
        said, _ = await store.quotes.with_words("so", 5, now=LATER)
        assert [quote.article.id for quote in said] == [5, 7, 6]
        assert (await store.articles.get(6)).history
        assert not (await store.articles.get(5)).history
    finally:
        await store.close()


async def test_articles_of_an_older_database_stand_where_they_say(database_url: str) -> None:
    """Also one whose address is noted already; that of a whole site is none's."""
    make(database_url, OLDER[8])
    told = {
        1: "https://news.example/talks?utm_source=a",
        2: "https://news.example/",
        4: "http://news.example/t",
    }
    engine = create_engine(parse_url(database_url))
    with engine.begin() as connection:
        for article, url in told.items():
            of_article = {"article": article}
            shown = "id = (SELECT revision_id FROM articles WHERE id = :article)"
            analysis = json.loads(
                connection.scalar(text(f"SELECT analysis FROM revisions WHERE {shown}"), of_article)
            )
            analysis["article"]["url"] = url
            connection.execute(
                text(f"UPDATE revisions SET analysis = :analysis WHERE {shown}"),
                of_article | {"analysis": json.dumps(analysis)},
            )
        note_link(connection, 4, ArticleLink(url=told[4], outlet="The Tower", author=None))
    engine.dispose()
    store = await Store.open(database_url)
    try:
        links = await store.database.read(partial(links_of, ids=[1, 2, 3, 4]))
        assert links == {
            1: (ArticleLink(url=told[1], outlet="The News", author=None),),
            4: (ArticleLink(url=told[4], outlet="The Tower", author=None),),
        }
        assert await store.database.read(partial(article_at, address="https://news.example/talks")) == 1
    finally:
        await store.close()


async def test_addresses_of_an_older_database_are_found_as_they_are_compared_now(database_url: str) -> None:
    """Version 0011 told two addresses of one page apart, of an article and of an entry."""
    make(database_url, OLDER[10])
    url = "https://www.news.example/talks/?b=2&a=1&fbclid=x"
    engine = create_engine(parse_url(database_url))
    with engine.begin() as connection:
        for key, of in (("old", url), ("older", url.replace("www.", ""))):
            connection.execute(
                text("INSERT INTO links (article_id, key, url, outlet) VALUES (1, :key, :url, 'The News')"),
                {"key": key, "url": of},
            )
        entry = {
            "state": "filed",
            "title": "Talks",
            "link": url,
            "summary": "",
            "length": 0,
            "history": False,
        }
        when = dict.fromkeys(("published_at", "first_seen", "next_try"), "2024-04-24 12:00:00.000000+00:00")
        fill(connection, {"entries": [{"id": 1, **entry, **when}], "marks": [{"mark": "old", "entry_id": 1}]})
    engine.dispose()
    store = await Store.open(database_url)
    try:
        assert await store.articles.at("http://news.example/talks?a=1&b=2") == 1
        assert len((await store.database.read(partial(links_of, ids=[1])))[1]) == 1
        mark = digest_of(f"link\n{same_link('http://news.example/talks?a=1&b=2')}")
        (known,) = await store.visits.known(1, [mark])
        assert known.id == 1
    finally:
        await store.close()


async def test_messages_of_an_older_database_are_known_by_what_they_hold(database_url: str) -> None:
    """Version 0014 holds a message with another article of its story, one whose words were forgotten, a list
    of an import, one without a story, and the second part of a long story, which waits."""
    make(database_url, OLDER[13])
    store = await Store.open(database_url)
    try:
        kept = await store.database.read(contents)
        assert kept == {
            1: Contents(stories=(StoryHeld(articles=(1,)),)),
            2: Contents(stories=(StoryHeld(articles=(2, 4)),), heading="Your 07:30 edition"),
            3: Contents(stories=(StoryHeld(articles=(5,)),)),
            4: Contents(
                stories=(StoryHeld(articles=(7,)), StoryHeld(articles=(6,))), heading="30 new articles"
            ),
            5: None,
            6: None,
            7: Contents(stories=(StoryHeld(articles=(1,)),)),
        }
        assert await store.database.read(partial(state_of, delivery_id=7)) == "dropped"
    finally:
        await store.close()


async def test_history_of_an_older_database_is_news_to_nobody(database_url: str) -> None:
    make(database_url, OLDER[9])
    store = await Store.open(database_url)
    try:
        news = await store.news.unannounced(NOON - timedelta(days=1), LATER)
        waiting = await store.outbox.transact(lambda transaction: transaction.candidates(), now=LATER)
        assert 6 not in news
        assert {each.article_id for each in waiting} == {1, 2, 4, 5, 7}
    finally:
        await store.close()


async def test_older_database_is_rid_of_what_readers_may_not_find(database_url: str) -> None:
    """Version 0002 holds a killed article and a text that was replaced, and found them by their words."""
    make(database_url, OLDER[1])
    store = await Store.open(database_url)
    try:
        for words in ("sold", "lanterns"):
            assert (await store.stories.search(words, 5, now=LATER)).articles == ()
        assert len((await store.stories.search("candles", 5, now=LATER)).articles) == 1
        for name in ("Otto Wren", "the Engineer"):
            assert (await store.actors.resolve(name)).kind == "none"
        _, digest = await store.actors.resolve_with_digest("Ada Berg", now=LATER)
        assert digest is not None
        assert digest.also_named == ()
        await store.articles.set_state(3, ArticleState.LIVE, LATER)
        for name in ("Otto Wren", "the Engineer"):
            assert (await store.actors.resolve(name)).kind == "one"
        assert len((await store.stories.search("sold", 5, now=LATER)).articles) == 1
    finally:
        await store.close()


# ------------------------------------------------------------------ what is built while the bot answers


@pytest.fixture(params=[OLDER[0], OLDER[1], OLDER[-1]], ids=lambda path: path.stem)
def unbuilt(request: pytest.FixtureRequest, postgresql_only: str) -> str:
    """The URL of an older database on PostgreSQL."""
    make(postgresql_only, request.param)
    return postgresql_only


@pytest.fixture
def postgresql_only(postgresql_url: str) -> str:
    """The URL of a database without tables."""
    with psycopg.connect(postgresql_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgresql_url


def indexes(connection: Connection) -> dict[str, tuple[str, bool]]:
    """How each is made, and whether it is whole."""
    query = (
        "SELECT relname, pg_get_indexdef(indexrelid), indisvalid FROM pg_index"
        " JOIN pg_class ON pg_class.oid = indexrelid WHERE relnamespace = 'public'::regnamespace"
    )
    return {name: (made, whole) for name, made, whole in connection.execute(text(query))}


async def test_what_is_built_later_is_as_in_a_new_database(unbuilt: str, migrated_postgresql: str) -> None:
    new = await Database.open(migrated_postgresql)
    store = await Store.open(unbuilt)
    try:
        await store.build()
        assert await store.database.read(indexes) == await new.read(indexes)
        assert len((await store.stories.search("siege", 5, now=LATER)).articles) == 1
        await store.build()
    finally:
        await store.close()
        await new.close()


async def test_an_interrupted_build_is_begun_anew(postgresql_only: str) -> None:
    make(postgresql_only, OLDER[0])
    store = await Store.open(postgresql_only)
    try:
        for statement in (
            "CREATE INDEX ix_quotes_search_new ON quotes (id)",
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_quotes_search_new'::regclass",
        ):
            await store.database.write(partial(run, statement=statement))
        await store.build()
        found = await store.database.read(indexes)
        assert "ix_quotes_search_new" not in found
        made, whole = found["ix_quotes_search"]
        assert ("briefings_eras" in made, whole) == (True, True)
    finally:
        await store.close()


async def test_quotes_and_appearances_that_were_left_undated_are_dated_later(postgresql_only: str) -> None:
    """As of more articles than are dated at the start, where an earlier build was cut off after the first."""
    make(postgresql_only, OLDER[9])
    store = await Store.open(postgresql_only)
    try:
        for left in ("quotes", "appearances"):
            undated = f"UPDATE {left} SET dated_at = '1970-01-01 00:00+00' WHERE article_id <> 5"
            await store.database.write(partial(run, statement=undated))
        said, _ = await store.quotes.with_words("so", 5, now=LATER)
        assert [quote.article.id for quote in said] == [5, 7, 6]
        assert await store.database.read(undated_rows) > 0
        await store.build()
        assert await store.database.read(undated_rows) == 0
        said, _ = await store.quotes.with_words("so", 5, now=LATER)
        assert [quote.article.id for quote in said] == [5, 7, 6]
    finally:
        await store.close()


async def test_what_older_messages_hold_is_noted_later(postgresql_only: str) -> None:
    """Those of more deliveries than are noted at the start."""
    make(postgresql_only, OLDER[13])
    store = await Store.open(postgresql_only)
    try:
        known = await store.database.read(contents)
        words = '{"html":"","buttons":[],"heading":"30 new articles"}'
        left = f"UPDATE outbox SET message = '{words}' WHERE id = 4"
        await store.database.write(partial(run, statement=left))
        await store.build()
        assert await store.database.read(contents) == known
    finally:
        await store.close()


async def test_bot_answers_while_an_index_is_built(postgresql_only: str) -> None:
    """The build waits for whoever writes; nobody waits for the build."""
    make(postgresql_only, OLDER[0])
    store = await Store.open(postgresql_only)
    try:
        async with store.database.hold() as writing:
            await writing.do(partial(run, statement="UPDATE quotes SET words = words"))
            building = asyncio.create_task(store.build())
            while not await store.database.read(is_building):
                await asyncio.sleep(0.01)
            assert len((await store.stories.search("siege", 5, now=LATER)).articles) == 1
            await a_stored_article(store, an_analysis(headline="Filed meanwhile"), path="meanwhile.txt")
            assert not building.done()
        await building
    finally:
        await store.close()


async def test_an_older_bot_that_reads_two_tables_is_not_cut_off(postgresql_only: str) -> None:
    make(postgresql_only, OLDER[1])
    older = create_engine(parse_url(postgresql_only))
    with older.connect() as connection:
        connection.execute(text("SELECT count(*) FROM revisions")).scalar_one()
        opening = asyncio.create_task(Store.open(postgresql_only))
        await asyncio.sleep(1.5)  # longer than PostgreSQL looks on when two wait for each other
        assert not opening.done()
        await asyncio.to_thread(connection.execute, text("SELECT count(*) FROM articles"))
    await (await opening).close()
    older.dispose()


async def test_of_several_that_start_one_builds(postgresql_only: str) -> None:
    make(postgresql_only, OLDER[0])
    stores = [await Store.open(postgresql_only) for _ in range(3)]
    try:
        await asyncio.gather(*(store.build() for store in stores))
        found = await stores[0].database.read(indexes)
        assert all(whole for _, whole in found.values())
    finally:
        for store in stores:
            await store.close()


async def test_on_sqlite_nothing_is_left_to_build(sqlite_store: Store) -> None:
    await sqlite_store.build()
    assert await version_of(sqlite_store.database) == newest()


def contents(connection: Connection) -> dict[int, Contents | None]:
    """What each message holds."""
    rows = connection.execute(text("SELECT id, message FROM outbox ORDER BY id"))
    return {id_: contents_of(message) for id_, message in rows}


def state_of(connection: Connection, *, delivery_id: int) -> str:
    return str(connection.scalar(text("SELECT state FROM outbox WHERE id = :id"), {"id": delivery_id}))


def run(connection: Connection, *, statement: str) -> None:
    connection.exec_driver_sql(statement)


def is_building(connection: Connection) -> bool:
    query = "SELECT count(*) FROM pg_stat_progress_create_index WHERE datname = current_database()"
    return bool(connection.scalar(text(query)))


def undated_rows(connection: Connection) -> int:
    """Of quotations and appearances, those that have not their article's moment."""
    counts = (
        f"SELECT count(*) FROM {table} JOIN articles ON articles.id = article_id"
        f" WHERE {table}.dated_at <> articles.dated_at"
        for table in ("quotes", "appearances")
    )
    return sum(connection.scalar(text(query)) or 0 for query in counts)
