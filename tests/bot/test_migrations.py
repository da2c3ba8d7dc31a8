"""A database of every older version, with data in it, is brought up to date and loses nothing."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Date, DateTime, MetaData, create_engine, text

from bot.domain.articles import ArticleState
from bot.store import Store
from bot.store.database.opening import parse
from bot.store.upkeep.migrating import newest, version_of
from tests.bot.library import NOON

OLDER = sorted(Path(__file__).parent.glob("older/*.json"))
LATER = NOON + timedelta(days=1)


def make(url: str, older: Path) -> None:
    """A database as the program of that version left it."""
    engine = create_engine(parse(url))
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
        told = await store.stories.newest(5, now=LATER)
        assert {story.lead.analysis.sentences[0].of(story.lead.text) for story in told} >= {
            "Talks opened in Geneva on Wednesday.",
            "A bridge fell at dawn.",
        }
        (found,) = await store.stories.search("siege", 5, now=LATER)
        assert found.sentence == found.article.analysis.sentences[1]
        meant, digest = await store.actors.resolve_with_digest("Ada Berg", now=LATER)
        assert (meant.kind, digest.actor.articles if digest else 0) == ("one", 1)
        chat = await store.chats.find(100)
        assert chat is not None
        assert [f"{hour:%H:%M}" for hour in chat.hours] == ["07:30", "18:00"]
        assert [follow.words for follow in await store.chats.follows(chat.id)] == ["Ada Berg"]
        (letter,) = await store.outbox.claim(5, now=LATER)
        assert "Talks open in Geneva" in letter.message.html
    finally:
        await store.close()


async def test_older_database_is_rid_of_what_readers_may_not_find(database_url: str) -> None:
    """Version 0002 holds a killed article and a text that was replaced, and found them by their words."""
    make(database_url, OLDER[1])
    store = await Store.open(database_url)
    try:
        for words in ("sold", "lanterns"):
            assert await store.stories.search(words, 5, now=LATER) == ()
        assert len(await store.stories.search("candles", 5, now=LATER)) == 1
        for name in ("Otto Wren", "the Engineer"):
            assert (await store.actors.resolve(name)).kind == "none"
        _, digest = await store.actors.resolve_with_digest("Ada Berg", now=LATER)
        assert digest is not None
        assert digest.also_named == ()
        await store.articles.set_state(3, ArticleState.LIVE, LATER)
        for name in ("Otto Wren", "the Engineer"):
            assert (await store.actors.resolve(name)).kind == "one"
        assert len(await store.stories.search("sold", 5, now=LATER)) == 1
    finally:
        await store.close()
