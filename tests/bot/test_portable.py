"""Subscribers as a file: nobody is lost, nothing newer is overwritten, twice is as once."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy import Connection

from bot.domain.chats import Chat, QuietHours
from bot.domain.errors import PortableError
from bot.domain.interests import Stance, Subject
from bot.domain.sources import SourceState
from bot.domain.subscriptions import Destination
from bot.store import Store
from bot.store.database.tables import editors, members
from bot.store.upkeep.kept_in_file import KeptCounts
from bot.store.upkeep.subscribers_file import Imported, export_register, import_register
from bot.store.upkeep.subscribers_file_schema import Register
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis

LATER = NOON + timedelta(hours=1)


async def a_reader(store: Store, telegram_id: int = 7, **settings: object) -> Chat:
    """A chat that chose these settings; none: as /start made it."""
    chat = await store.chats.get_or_create(Destination.of_person(telegram_id), now=NOON)
    if settings:
        chat = await store.chats.change(chat.id, lambda chat: replace(chat, **settings), now=NOON)
    return chat


def a_register(*chats: str, editors: str = "", members: str = "") -> Register:
    """The file with these chats, as JSON without what all of them have."""
    common = '"kind": "private", "state": "active", "created_at": "2024-04-24T12:00:00Z"'
    listed = ", ".join(f"{{{common}, {chat}}}" for chat in chats)
    return Register.from_json(
        f'{{"version": 1, "exported_at": "2024-04-24T12:00:00Z", "chats": [{listed}],'
        f' "editors": [{editors}], "members": [{members}]}}'
    )


async def empty_again(store: Store) -> None:
    def empty(connection: Connection) -> None:
        for table in (
            "interests",
            "chats",
            "editors",
            "members",
            "names",
            "appearances",
            "articles",
            "actors",
        ):
            connection.exec_driver_sql(f"DELETE FROM {table}")

    await store.database.write(empty)


def imported(*, chats: int, kept: KeptCounts, editors: int, members: int) -> Imported:
    return Imported(chats=chats, chats_kept=2 - chats, kept=kept, editors=editors, members=members, sources=0)


async def test_everything_that_people_chose_comes_back(store: Store) -> None:
    chosen = await a_reader(
        store,
        subscribed=True,
        hours=(time(7, 30), time(18, 0)),
        days=(True,) * 5 + (False,) * 2,
        each_new=True,
        weekly=True,
        timezone="Europe/Berlin",
        quiet=QuietHours(start=time(22, 0), end=time(6, 30)),
        stories=7,
        sentences=2,
        silent=True,
        link_full_text=False,
        say_nothing_new=True,
    )
    await store.interests.add(chosen.id, Subject(words="harbour bridge"), now=NOON)
    an_editor = editors.insert().values(user_id=5, added_by=1, added_at=NOON, chief=True)
    a_member = members.insert().values(telegram_id=7, code="abc", joined_at=NOON)
    for row in (an_editor, a_member):
        await store.database.write(lambda connection, row=row: connection.execute(row))
    written = (await export_register(store, now=LATER)).to_json()
    await empty_again(store)

    done = await import_register(store, Register.from_json(written), now=LATER)
    assert done == Imported(
        chats=1, chats_kept=0, kept=KeptCounts(follows=1), editors=1, members=1, sources=0
    )
    back = await store.chats.find(7)
    assert back == replace(chosen, id=back.id, seen_from=LATER, decided_until=LATER)
    (follow,) = await store.interests.of(back.id, now=NOON)
    assert follow.subject == Subject(words="harbour bridge")
    again = await export_register(store, now=LATER)
    assert again == Register.from_json(written)


async def test_what_is_muted_and_saved_and_chosen_of_sections_comes_back(store: Store) -> None:
    await a_stored_article(store, an_analysis(sentences=("A ferry sank.",)), path="b.txt")
    article = await a_stored_article(store, an_analysis(actors=("Ada Berg",), section="Sport"))
    source, _ = await store.sources.add("https://news.example/f", title="News", added_by=1, now=NOON)
    await store.sections.set_of_source(source.id, "Sport")
    ((outlet,), _count) = await store.sections.outlets(10, 0)
    await store.sections.set_of_outlet(outlet.id, "World News")
    chosen = await a_reader(
        store,
        subscribed=True,
        hours=(time(7, 30), time(18, 0)),
        sections=("sport",),
        hour_sections=((time(18), ("world news",)),),
        followed_at=time(19),
        paused_until=LATER,
    )
    berg = (await store.actors.resolve("Ada Berg")).entries[0]
    for stance, subject in (
        (Stance.FOLLOW, Subject(story_id=article.story_id)),
        (Stance.MUTE, Subject(words="football")),
        (Stance.MUTE, Subject(words="Ada Berg", actor_id=berg.id)),
    ):
        await store.interests.add(chosen.id, subject, stance=stance, now=NOON)
    await store.saved.add(chosen.id, "s", article.id, now=NOON)
    await store.saved.add(chosen.id, "a", berg.id, now=LATER)
    written = (await export_register(store, now=LATER)).to_json()
    assert '"version": 2' in written

    await store.chats.forget(chosen.id, now=NOON)
    await store.sources.remove(source.id)
    await store.sections.set_of_outlet(outlet.id, None)
    done = await import_register(store, Register.from_json(written), now=LATER)
    assert done.kept == KeptCounts(follows=1, mutes=2, saved=2)
    back = await store.chats.find(7)
    assert back is not None
    assert back == replace(chosen, id=back.id, seen_from=LATER, decided_until=LATER)
    kept = {each.subject.key: each.stance for each in await store.interests.of(back.id, now=NOON)}
    assert kept == {f"#{article.story_id}": "follow", "football": "mute", "ada berg": "mute"}
    assert await store.saved.has(back.id, "s", article.id)
    assert await export_register(store, now=LATER) == Register.from_json(written)


async def test_stories_and_articles_that_are_not_here_are_left_out(store: Store) -> None:
    register = a_register(
        '"telegram_id": 7, "follows": [{"story": "abc", "created_at": "2024-04-24T12:00:00Z"}],'
        ' "saved": [{"article": "abc", "saved_at": "2024-04-24T12:00:00Z"}]'
    )
    assert (await import_register(store, register, now=LATER)).kept == KeptCounts()


async def test_importing_twice_is_as_once(store: Store) -> None:
    register = a_register(
        '"telegram_id": 7, "subscribed": true, "hours": "07:30", "follows":'
        ' [{"words": "Ada Reed", "actor": true, "created_at": "2024-04-24T12:00:00Z"}]',
        '"telegram_id": 8',
        editors='{"user_id": 5, "added_by": 1, "added_at": "2024-04-24T12:00:00Z"}',
        members='{"telegram_id": 7, "code": "abc", "joined_at": "2024-04-24T12:00:00Z"}',
    )
    first = await import_register(store, register, now=NOON)
    after = await export_register(store, now=NOON)
    second = await import_register(store, register, now=LATER)
    assert first == imported(chats=2, kept=KeptCounts(follows=1), editors=1, members=1)
    assert second == imported(chats=0, kept=KeptCounts(), editors=0, members=0)
    assert await export_register(store, now=NOON) == after.model_copy(
        update={
            "chats": tuple(
                chat.model_copy(
                    update={
                        "follows": tuple(
                            follow.model_copy(update={"actor": False}) for follow in chat.follows
                        )
                    }
                )
                for chat in register.chats
            )
        }
    )


@pytest.mark.parametrize(
    "settings",
    [{"subscribed": True, "hours": (time(9, 0),)}, {"sentences": 1}, {"timezone": "Asia/Kolkata"}],
    ids=["subscribed", "shorter", "elsewhere"],
)
async def test_chat_that_chose_since_keeps_its_choice(store: Store, settings: dict[str, object]) -> None:
    chosen = await a_reader(store, **settings)
    register = a_register('"telegram_id": 7, "subscribed": true, "hours": "18:00"')
    assert (await import_register(store, register, now=LATER)).chats_kept == 1
    assert await store.chats.find(7) == chosen


async def test_chat_that_unsubscribed_since_is_not_subscribed_again(store: Store) -> None:
    chat = await a_reader(store, subscribed=True)
    left = await store.chats.change(chat.id, lambda chat: replace(chat, subscribed=False), now=NOON)
    register = a_register('"telegram_id": 7, "subscribed": true, "hours": "18:00"')
    await import_register(store, register, now=LATER)
    assert await store.chats.find(7) == left


async def test_chat_that_only_said_start_gets_what_it_had(store: Store) -> None:
    await a_reader(store)
    register = a_register('"telegram_id": 7, "subscribed": true, "hours": "18:00"')
    assert (await import_register(store, register, now=LATER)).chats == 1
    back = await store.chats.find(7)
    assert (back.subscribed, back.hours) == (True, (time(18, 0),))


async def test_actor_followed_is_found_by_its_name(store: Store) -> None:
    await a_stored_article(store, an_analysis(sentences=("Ada Reed sang.",), actors=(an_actor("Ada Reed"),)))
    register = a_register(
        '"telegram_id": 7, "subscribed": true, "follows":'
        ' [{"words": "Ada Reed", "actor": true, "created_at": "2024-04-24T12:00:00Z"},'
        '  {"words": "Tom Vale", "actor": true, "created_at": "2024-04-24T12:00:00Z"}]'
    )
    await import_register(store, register, now=LATER)
    chat = await store.chats.find(7)
    reed = (await store.actors.resolve("Ada Reed")).entries[0]
    assert [
        (follow.subject.words, follow.subject.actor_id)
        for follow in await store.interests.of(chat.id, now=NOON)
    ] == [
        ("Ada Reed", reed.id),
        ("Tom Vale", None),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "Invalid JSON: EOF while parsing a value at line 1 column 0"),
        ('{"version": 3}', "version: Input should be 1 or 2"),
        (
            '{"version": 1, "exported_at": "2024-04-24T12:00:00Z", "editors": [], "members": [], "chats":'
            ' [{"telegram_id": 7, "kind": "private", "state": "active",'
            ' "created_at": "2024-04-24T12:00:00Z", "hours": "25:00"}]}',
            r"chats.0.hours: String should match pattern"
            r" '^(?:(?:[01]\d|2[0-3]):[0-5]\d(?:,(?:[01]\d|2[0-3]):[0-5]\d){0,23})?$'",
        ),
    ],
    ids=["empty", "version", "hour"],
)
def test_wrong_file_is_told_by_its_first_fault(text: str, fault: str) -> None:
    with pytest.raises(PortableError) as caught:
        Register.from_json(text)
    assert str(caught.value) == fault


FOLLOW = '{"words": "w%d", "actor": false, "created_at": "2024-04-24T12:00:00Z"}'
BEYOND = {
    "a number without end": (
        f'"telegram_id": {"7" * 1_000_000}',
        "Invalid JSON: number out of range at line",
    ),
    "5,000 follows": (
        f'"telegram_id": 7, "follows": [{", ".join(FOLLOW % number for number in range(5000))}]',
        "chats.0.follows: Tuple should have at most 100 items after validation, not 5000",
    ),
    "a title of 1 MB": (
        f'"telegram_id": 7, "title": "{"x" * 1_000_000}"',
        "chats.0.title: String should have at most 300 characters",
    ),
    "a field called by 1 MB": (f'"telegram_id": 7, "{"x" * 1_000_000}": 1', "chats.0.xxx"),
    "the year 1": (
        '"telegram_id": 7, "set_up_by": 7, "follows":'
        ' [{"words": "w", "actor": false, "created_at": "0001-01-01T00:00:00+02:00"}]',
        "chats.0.follows.0.created_at: Input should be greater than or equal to 2000-01-01T00:00:00Z",
    ),
    "the year 9999": (
        '"telegram_id": 7, "follows":'
        ' [{"words": "w", "actor": false, "created_at": "9999-12-31T23:00:00-02:00"}]',
        "chats.0.follows.0.created_at: Input should be less than 2200-01-01T00:00:00Z",
    ),
    "a sign that PostgreSQL does not keep": (
        '"telegram_id": 7, "title": "a\\u0000b"',
        r"chats.0.title: String should match pattern '^[^\x00]*$'",
    ),
}


@pytest.mark.parametrize(("chat", "fault"), BEYOND.values(), ids=BEYOND.keys())
def test_import_beyond_its_bounds_is_one_short_line(chat: str, fault: str) -> None:
    with pytest.raises(PortableError) as caught:
        a_register(chat)
    assert str(caught.value).startswith(fault)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("user_id", [0, -1])
def test_nobody_has_an_id_of_nought_or_less(user_id: int) -> None:
    person = f'"user_id": {user_id}, "added_by": 1, "added_at": "2024-04-24T12:00:00Z"'
    with pytest.raises(
        PortableError, match=r"^editors.0.user_id: Input should be greater than or equal to 1$"
    ):
        a_register(editors=f"{{{person}}}")
    member = f'"telegram_id": {user_id}, "code": "abc", "joined_at": "2024-04-24T12:00:00Z"'
    with pytest.raises(
        PortableError, match=r"^members.0.telegram_id: Input should be greater than or equal to 1$"
    ):
        a_register(members=f"{{{member}}}")


async def test_sources_come_back_as_they_were_set_up(store: Store) -> None:
    for number in (1, 2, 3):
        address = f"https://news.example/{number}"
        added, _ = await store.sources.add(address, title="The News", added_by=5, now=NOON)
    await store.sources.pause(added.id)
    await store.sources.set_review(added.id, True)
    await store.sources.set_whole_text(added.id, shown=True)
    written = await export_register(store, now=LATER)
    for source in await store.sources.listed(now=NOON):
        await store.sources.remove(source.source.id)
    await store.sources.add("https://news.example/1", title="Mine", added_by=6, now=NOON)

    done = await import_register(store, Register.from_json(written.to_json()), now=LATER)
    assert done.sources == 2
    listed = {one.source.address: one.source for one in await store.sources.listed(now=LATER)}
    assert len(listed) == 3
    assert listed["https://news.example/1"].title == "Mine"
    back = listed["https://news.example/3"]
    assert (back.state, back.review, back.whole_text) == (SourceState.PAUSED, True, True)
    assert (back.added_by, back.added_at, back.next_visit) == (5, NOON, LATER)


async def test_file_of_the_version_without_sources_is_read(store: Store) -> None:
    assert a_register('"telegram_id": 7').sources == ()
    assert (await export_register(store, now=NOON)).version == 2


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "javascript:alert(1)", "https://", "https://a b/", "https://[a/"]
)
def test_source_of_no_address_is_not_imported(address: str) -> None:
    source = f'{{"address": "{address}", "added_at": "2024-04-24T12:00:00Z"}}'
    file = (
        '{"version": 2, "exported_at": "2024-04-24T12:00:00Z", "chats": [], "editors": [], "members": [],'
        f' "sources": [{source}]}}'
    )
    with pytest.raises(PortableError, match=r"sources\.0\.address"):
        Register.from_json(file)
