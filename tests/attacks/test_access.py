"""Every way in, for everybody, everywhere: none tells anybody what readers may not be told of."""

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import insert, select

from bot.chat.access_gate import INVITED_ONLY
from bot.config.settings import Access
from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.interests import Stance, Subject
from bot.domain.repairs import key_of
from bot.domain.roundups import Contents, StoryHeld
from bot.domain.subscriptions import Destination
from bot.localchat import LocalChat, LocalMessage, User
from bot.store import Store
from bot.store.database.tables import actors, outbox, repairs
from bot.store.deliveries.rows import dump
from summaries.models import Analysis
from tests.bot.editing import Desk, editing
from tests.bot.library import NOON, a_stamp, a_stored_article, an_actor, an_analysis, embargo, said
from tests.bot.saying import worded
from tests.telegram import Served

LATER = NOON + timedelta(days=1)
UNION = "Harbour Workers Union"
ASKED_TO_STOP = "Shall I stop sending news here?"  # whoever is sent something can stop it, invited or not
READS_ARTICLE = (
    "s:{}", "q:{}", "t:{}", "w:{}", "t:{}:0", "t:{}:1", "q:{}:0", "q:{}:1", "hs:{}", "he:{}", "x:s:{}",
    "iw:{}:harbour", "iq:{}:harbour",
    "y:s:{}", "vd:s:{}",
    *(f"xd:s:{{}}:{deed}" for deed in ("follow", "unfollow", "mute", "unmute", "save", "unsave")),
)  # fmt: skip
TURNS_ARTICLE = ("b:{}:5", "bw:{}:harbour", "n:{}:1", "n:{}:2", f"n:{{}}:{10**17}")  # 0: back to the list
READS_ACTOR = (
    "a:{}", "qa:{}", "qa:{}:0", "qa:{}:1", "fa:{}", "za:{}", "fe:{}", "ha:{}", "x:a:{}", "y:a:{}", "vd:a:{}",
    "xd:a:{}:follow", "xd:a:{}:mute", "xd:a:{}:unmute",
)  # fmt: skip
READS_LISTS = (
    "l:{}", "k:{}", "kp:{}", "ks:{}", "ko:{}", "kg:{}", "ql:{}", "v:{}", "fl", "zl", "set", "set:sections",
    "se:{}", "sy:{}", "sy:450:{}", "sp:3", "sp:0", "sp:mon", "st:summary", "set:summary", "set:pause",
    "su:1170", "sq:600:480",
    "wn:harbour", "p:week", "p:help", "p:hello", "p:deeds", "p:thanks", "p:no", "p:cancel", "sw:short",
    "od", "un", "m:450", "m:450:UTC", "m:450:UTC:0", "m:450:UTC:s{}", "m:450:UTC:a{}", "m:450:-",
)  # fmt: skip
EDITS = (
    "ap:{}", "aw:{}", "as:{}", "an:{}", "ah:{}", "ad:{}", "ax:{}", "ac:{}", "al:{}", "al:{}:28934580",
    "ab:{}", "ar:{}", "ew:{}", "dd:{}", "db:{}", "av:{}", "au:{}", "ac:{}:1", "as:{}:0", "an:{}:0", "ah:{}:0",
    "ax:{}:0",
    "ec:{}", "en:{}", "ea:{}", "er:{}", "dx:{}", "dx:{}:yes", "ab:{}:0", "ar:{}:0",
    "al:{}:28934580:0", "ak:{}:yes:0", "jw:{}", "vs:{}", "vn:{}:0", "vo:{}:0", "vi:{}:1:0", "vj:{}:1:0",
    "vt:{}:1:k00000000", "vz:{}:1:k00000000",
    "ak:{}:yes", "mm:{}", "mp:{}:0", "mn:{}", "ms:{}", "mt:{}:0", "mk:{}:0", "mh:{}:0", "mu:{}:1", "mc:{}:1",
    "mr:{}", f"mi:{{}}:{key_of(UNION)}", "ep", "es:{}", "es:{}:yes", "et:{}", "eh:{}", "ef:{}", "ed:{}",
    "eq:{}", "eu:{}", "ei:0:{}", "em:0:{}", "ez:0:{}", "eb:0:{}", "ej:0:{}", "ek:{}", "eg:{}", "ey:{}",
    "el:{}", "el:{}:28934580",
)  # fmt: skip
SOURCES = ("ul:0", "uo:{}", "uf:{}", "up:{}", "ud:{}", "ud:{}:yes", "uv:{}:off", "ut:{}:yes", "ua:{}")
SOURCES += ("us:u:{}", "us:o:{}", "us:u:{}:1", "us:o:{}:1", "uq:u:{}", "uq:o:{}", "uw:0")
SHARED = ("share-s-{}", "share-a-{}", "share-e-{}", "share-e-1-{}")
FORGED = 10**17  # beside the numbers there are


@dataclass(frozen=True)
class Secret:
    """An article that readers may not be told of, and the words that stand in it alone."""

    headline: str
    person: str
    nickname: str
    guild: str  # another name of a union that readers know
    herb: str

    @property
    def words(self) -> tuple[str, ...]:
        return self.headline, *self.person.split(), self.nickname, self.guild, self.herb

    def analysis(self) -> Analysis:
        return an_analysis(
            headline=f"{self.headline} raided",
            sentences=[f"They found {self.herb} at the harbour."],
            actors=[
                an_actor(UNION, kind="organization", aliases=(self.guild,)),
                an_actor(self.person, aliases=(self.nickname,)),
            ],
            quotes=[said(self.person, f"The {self.herb} was mine, and the harbour knew.")],
            path=f"{self.headline}.txt",
            url=self.url,
            section=self.herb,
        )

    @property
    def url(self) -> str:
        """Where it stands on the web; no word of it tells the article."""
        return f"https://harbour.example/{len(self.headline)}{len(self.person)}{len(self.herb)}"


SECRETS = {
    "review": Secret("Glasshouse", "Wilma Quillon", "Magpie", "Dockhands", "tamarind"),
    "held": Secret("Foundry", "Edgar Thrace", "Heron", "Riggers", "saffron"),
    "embargoed": Secret("Tannery", "Petra Umbrell", "Osprey", "Loaders", "cardamom"),
    "killed": Secret("Orangery", "Hugo Vexley", "Kestrel", "Trimmers", "turmeric"),
    "withdrawn": Secret("Brewery", "Ida Yarrow", "Bittern", "Packers", "juniper"),
    "changed": Secret("Cannery", "Olaf Zorander", "Plover", "Haulers", "sorrel"),
}
WORDS = frozenset(word for secret in SECRETS.values() for word in secret.words)
SOURCE_WORDS = frozenset(["Gazette", "gazette.example"])  # where articles are fetched from: editors' alone


async def file_all(store: Store) -> dict[str, StoredArticle]:
    """Two articles that readers may have, the second with a new text that waits, and those they may not."""
    public = an_analysis(
        headline="Harbour opens",
        sentences=["The harbour opened."],
        actors=[an_actor(UNION, kind="organization")],
    )
    await a_stored_article(store, public, path="open.txt")
    approved = an_analysis(headline="Market opens", sentences=["The market opened."], actors=["Nora Fell"])
    filed = {"changed": await a_stored_article(store, approved, path="changed.txt")}
    for name in ("held", "embargoed", "killed", "withdrawn"):
        filed[name] = await a_stored_article(store, SECRETS[name].analysis(), path=f"{name}.txt")
    filed["review"] = await a_stored_article(
        store, SECRETS["review"].analysis(), path="review.txt", state=ArticleState.REVIEW
    )
    await store.articles.file(
        SECRETS["changed"].analysis(),
        stamp=a_stamp("changed.txt", modified_ns=2),
        state=ArticleState.REVIEW,
        now=NOON,
    )
    await embargo(store, filed["embargoed"].id, LATER, now=NOON)
    for name, state in (
        ("held", ArticleState.HELD),
        ("killed", ArticleState.KILLED),
        ("withdrawn", ArticleState.WITHDRAWN),
    ):
        await store.articles.set_state(filed[name].id, state, NOON)
    return filed


async def were_told(
    store: Store, person: User, message: LocalMessage, filed: dict[str, StoredArticle]
) -> None:
    """The message told of all of these when readers might have them, and shows one that they may not."""
    chat = await store.chats.get_or_create(Destination.of_person(person.id), now=NOON)
    ids = sorted(article.id for article in filed.values())
    held = Contents(stories=tuple(StoryHeld(articles=(id_,)) for id_ in (1, *ids)), heading="Your edition")
    together = Contents(stories=(StoryHeld(articles=tuple(ids), before=ids[0]),))
    for number, contents in enumerate((held, together), 1):
        row = {
            "id": number, "chat_id": chat.id, "action": "send", "message": dump(contents), "state": "sent",
            "not_before": NOON, "created_at": NOON, "sent_at": NOON, "message_id": message.id,
            "shows": filed["held"].id,
        }  # fmt: skip
        await store.database.write(lambda connection, row=row: connection.execute(insert(outbox).values(row)))


async def were_kept(store: Store, person: User, filed: dict[str, StoredArticle]) -> None:
    """The person saved all of these, and follows and mutes their stories, when readers might have them."""
    chat = await store.chats.get_or_create(Destination.of_person(person.id), now=NOON)
    for article, stance in zip(filed.values(), (*Stance, *Stance, *Stance), strict=False):
        await store.saved.add(chat.id, "s", article.id, now=NOON)
        await store.interests.add(chat.id, Subject(story_id=article.story_id), stance=stance, now=NOON)
    query = select(actors.c.id)
    for number in await store.database.read(lambda connection: connection.execute(query).scalars().all()):
        await store.saved.add(chat.id, "a", number, now=NOON)


def presses(articles: int, *, edits: bool) -> tuple[str, ...]:
    """The action of every button there is, of every number up to the largest and beyond, each once."""
    return tuple(dict.fromkeys(_presses(articles, edits=edits)))


def _presses(articles: int, *, edits: bool) -> Iterator[str]:
    for number in (*range(articles + 2), FORGED):
        yield from (shape.format(number) for shape in TURNS_ARTICLE)
    for number in (*range(1, articles + 2), FORGED):
        yield from (shape.format(number) for shape in READS_ARTICLE)
        if edits:
            yield from (shape.format(number) for shape in (*EDITS, *SOURCES))
    for number in (*range(1, 3 * articles), FORGED):
        yield from (shape.format(number) for shape in READS_ACTOR)
    for page in (0, 1, 999):
        yield from (shape.format(page) for shape in READS_LISTS)


COMMANDS = (
    "/brief", "/brief 20", "/latest", "/week", "/who", "/quotes", "/quotes latest", "/search harbour",
    "/brief harbour", "/quotes harbour", "/who harbour", "/follow harbour", f"/who {UNION}", "/who her",
    "/mute", "/mute harbour", "/unmute", "/unfollow", "/follow", "/saved", "/settings", "/settings sections",
    "/who Wilm", "/who Thrase", "/search tamarnd", "/quotes safron", "/search Glashouse", "/quotes tumeric",
)  # fmt: skip
PLAIN = (
    "news", "harbour", "what happened at the harbour", "who said the harbour knew", "who is in the news",
    f"what did the {UNION} say", "anything about the harbour", "Thrase", "safron", "tamarnd", "Magpei",
    "who is Edgr", "week", "quotes", "latest headlines", "what was mine",
)  # fmt: skip
PLAINLY = (
    "{}", "who is {}", "what did {} say", "who said {}", "what happened to {}", "news about {}", "quotes {}",
    "what hapened to {}",
)  # fmt: skip
IN_REPLY = (
    "who said that?", "who", "more", "harbour", f"{UNION}?", "saffron", "what did he say", "so what",
    "summary", "share", "save it", "unfollow this", "1",
)  # fmt: skip
ASKING = ("/brief {}", "/who {}", "/quotes {}", "/search {}", "/follow {}", "/mute {}")


@dataclass
class Walk:
    """One person in one place."""

    desk: Desk
    who: User
    place: LocalChat | None
    message: LocalMessage  # of the bot, that stands there

    def say(self, text: str) -> Callable[[], object]:
        return lambda: self.desk.telegram.say(self.who, text, chat=self.place)

    def say_to_bot(self, text: str) -> Callable[[], object]:
        """In plain words: in a group with the bot's name."""
        return self.say(f"{text} @{self.desk.telegram.bot.username}" if self.place else text)

    def answer_story(self, text: str, number: int) -> Callable[[], object]:
        """In reply to a message of the bot's that shows the article, or showed it once."""
        buttons = {"Full text": f"t:{number}", "1": f"s:{number}"}
        keyboard = {
            "inline_keyboard": [[{"text": on, "callback_data": does} for on, does in buttons.items()]]
        }
        story = replace(self.message, keyboard=keyboard)
        return lambda: self.desk.telegram.say(self.who, text, chat=self.place, reply_to=story)

    def press(self, action: str) -> Callable[[], object]:
        return lambda: self.desk.telegram.press_action(self.who, self.message, action)

    async def told(self, deeds: list[Callable[[], object]]) -> str:
        """All that the bot said or did through the Bot API while it handled these."""
        bot, calls = self.desk.bot, self.desk.telegram.calls
        calls.clear()
        for deed in deeds:
            deed()
        bot.asked += len(deeds)
        async with asyncio.timeout(240), bot.handled.changed:
            await bot.handled.changed.wait_for(lambda: bot.handled.count >= bot.asked)
        said = [call.params for call in calls if call.method not in ("getUpdates", "answerCallbackQuery")]
        answered = [call.params.get("text") for call in calls if call.method == "answerCallbackQuery"]
        return json.dumps([said, answered], ensure_ascii=False)


def found(words: frozenset[str], told: str) -> list[str]:
    return [word for word in words if word.casefold() in told.casefold()]


PEOPLE = ("an uninvited person", "a reader", "an editor")
PLACES = ("alone", "in a group", "in a channel")


def walks() -> Iterator[object]:
    """Everybody everywhere; on PostgreSQL one place a person, as its queries are the same in each."""
    for (person, who), (place, where) in product(enumerate(PEOPLE), enumerate(PLACES)):
        yield pytest.param("sqlite", who, where, id=f"sqlite-{who}-{where}")
        marks = () if person == place else pytest.mark.attack
        yield pytest.param("postgresql", who, where, id=f"postgresql-{who}-{where}", marks=marks)


@pytest.mark.parametrize(("empty_url", "who", "where"), tuple(walks()), indirect=["empty_url"])
async def test_no_way_in_tells_what_readers_may_not_be_told(
    store: Store, served_telegram: Served, who: str, where: str
) -> None:
    telegram = served_telegram.telegram
    async with editing(served_telegram, store, access=Access.INVITE) as desk:
        filed = await file_all(store)
        await store.sources.add("https://gazette.example/f", title="Gazette", added_by=1, now=NOON)
        sources = await store.sources.listed(now=NOON)
        secret = WORDS if who == "an editor" else WORDS | SOURCE_WORDS
        person = telegram.editor if who == "an editor" else telegram.reader
        if who == "a reader":
            await store.editorial.vouch(person.id, by=1, now=NOON)
        (message,) = await desk.ask("/latest", user=telegram.editor)
        await were_told(store, person, message, filed)
        place = {
            "alone": lambda: None,
            "in a group": lambda: telegram.add_group(members=[person], bot="administrator"),
            "in a channel": lambda: telegram.add_channel(admins=[person]),
        }[where]()
        there = telegram.store(replace(message, chat=place or telegram.chat(person)))
        walk = Walk(desk, person, place, there)
        await were_kept(store, person, filed)
        actions = presses(len(filed) + 1, edits=who != "an editor")
        told = await walk.told([walk.press(action) for action in actions])
        assert found(secret, told) == []
        links = [f"/start {action.replace(':', '-')}" for action in actions if action[0] not in "fj"]
        links += [f"/start {shape.format(number)}" for shape in SHARED for number in (*range(10), FORGED)]
        await were_kept(store, person, filed)
        told = await walk.told([walk.say(text) for text in (*COMMANDS, *links)])
        assert found(WORDS, told) == []
        told = await walk.told([walk.say_to_bot(text) for text in PLAIN])
        assert found(WORDS, told) == []
        numbers = (*range(1, len(filed) + 3), FORGED)
        answers = [walk.answer_story(text, number) for text in IN_REPLY for number in numbers]
        told = await walk.told(answers)
        assert found(WORDS - {"saffron"}, told) == []  # what was typed may be repeated
        if who != "an editor":
            asked = ["/sources", "/sources export", *(one.url for one in SECRETS.values())]
            told = await walk.told([walk.say(text) for text in asked])
            assert found(secret, told) == []
        for typed in zip(*(secret.words for secret in SECRETS.values()), strict=True):
            told = await walk.told([walk.say(shape.format(word)) for shape in ASKING for word in typed])
            assert found(WORDS.difference(typed), told) == []  # what was typed may be repeated
            plainly = [walk.say_to_bot(shape.format(word)) for shape in PLAINLY for word in typed]
            assert found(WORDS.difference(typed), await walk.told(plainly)) == []
        if who == "an uninvited person" and place is None:
            told_them = {m.text for m in telegram.sent(person)}
            assert told_them <= {worded(INVITED_ONLY), message.text, ASKED_TO_STOP}
        assert await store.sources.listed(now=NOON) == sources
        assert await store.moves.since(0, 1) == ()
        states = {name: (await store.articles.get(article.id)).state for name, article in filed.items()}
        assert await store.database.read(lambda connection: connection.execute(select(repairs)).all()) == []
        assert states == {
            "changed": ArticleState.LIVE, "held": ArticleState.HELD, "embargoed": ArticleState.LIVE,
            "killed": ArticleState.KILLED, "withdrawn": ArticleState.WITHDRAWN, "review": ArticleState.REVIEW,
        }  # fmt: skip


async def test_an_editor_is_shown_what_waits(store: Store, served_telegram: Served) -> None:
    """The walk looks in the right places: of the same articles an editor's preview tells."""
    async with editing(served_telegram, store, access=Access.INVITE) as desk:
        filed = await file_all(store)
        for name in ("review", "held", "embargoed", "changed"):
            first, *_ = await desk.ask(f"/preview {filed[name].id}")
            assert SECRETS[name].headline in first.text


NOBODYS = str.maketrans("abcdefghijklmnoprstuvwxyz", "qcdfghjklmnpqrtvwxzybdfghk"[:25])
ASKED = (*ASKING, "/unfollow {}", "/unmute {}", "/who the {}", "/start {}", "{}")


@pytest.mark.attack
async def test_a_name_that_readers_may_not_have_is_answered_as_one_that_nobody_has(
    store: Store, served_telegram: Served
) -> None:
    async with editing(served_telegram, store) as desk:
        await file_all(store)

        async def answered(shape: str, word: str) -> list[str]:
            messages = await desk.ask(shape.format(word), user=desk.telegram.add_user())
            shown = (repr((message.text, message.buttons)) for message in messages)
            return [re.sub(re.escape(word), "…", one, flags=re.IGNORECASE) for one in shown]

        for secret in SECRETS.values():
            for word in (*secret.words, secret.person, secret.url):
                nobodys = f"{word}9" if word == secret.url else word.lower().translate(NOBODYS).title()
                for shape in ASKED:
                    assert await answered(shape, word) == await answered(shape, nobodys), shape.format(word)
