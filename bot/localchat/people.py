"""The people and places of the local Telegram: who there is, and who is where."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from bot.localchat.state import EDITOR, READER, SECOND_EDITOR, SECOND_READER, State
from bot.localchat.wire import JsonObject
from bot.localchat.world import PRESENT, ChatKind, LocalChat, MemberStatus, Topic, User

AnyChat: TypeAlias = LocalChat | User | int


class Population(State):
    """A reader and an editor are there from the start and have met the bot; tests add more."""

    def __init__(self, *, clock: Callable[[], datetime] | None = None, limits: bool = False) -> None:
        super().__init__(clock=clock, limits=limits)
        self.users[self.bot.id] = self.bot
        self.reader = self._welcome(READER, started=True)
        self.editor = self._welcome(EDITOR, started=True)
        self.residents = [self.reader, self.editor]  # as whom the chat page writes

    def furnish(self) -> None:
        """A second reader and a second editor; a group, a channel and a forum that the first editor leads.

        They have the same ids at each start.
        """
        second = self._welcome(SECOND_READER, started=True)
        self.residents.insert(1, second)
        self.residents.append(self._welcome(SECOND_EDITOR, started=True))
        readers, leads = (self.reader, second), (self.editor,)
        for chat in (
            LocalChat(id=-1004, kind="group", name="Book club"),
            LocalChat(id=-1_000_000_001_005, kind="channel", name="News channel", bot="administrator"),
            forum := LocalChat(id=-1_000_000_001_006, kind="supergroup", name="Field office", forum=True),
        ):
            self._settle(chat, members=readers, admins=leads)
        self.add_topic(forum, "Morning")

    def add_user(
        self,
        name: str = "Ada",
        *,
        id: int | None = None,  # noqa: A002 - the Bot API's own word
        started: bool = True,
        language_code: str | None = "en",
    ) -> User:
        """A person with a private chat; `started=False`: the bot may not write to them first."""
        number = self._free_id() if id is None else id
        user = User(id=number, first_name=name, language_code=language_code)
        return self._welcome(user, started=started)

    def _welcome(self, user: User, *, started: bool) -> User:
        self.users[user.id] = user
        self.chats[user.id] = LocalChat(
            id=user.id,
            kind="private",
            name=user.first_name,
            username=user.username,
            started=started,
            members={user.id: "member"},
        )
        return user

    def add_group(
        self,
        title: str = "Newsroom",
        *,
        members: Iterable[User] = (),
        admins: Iterable[User] = (),
        supergroup: bool = False,
        forum: bool = False,
        bot: MemberStatus = "member",
    ) -> LocalChat:
        """A group the bot is in; a forum is a supergroup with topics."""
        kind: ChatKind = "supergroup" if supergroup or forum else "group"
        return self._found(title, kind, members=members, admins=admins, forum=forum, bot=bot)

    def add_channel(
        self,
        title: str = "Front page",
        *,
        admins: Iterable[User] = (),
        username: str | None = None,
        bot: MemberStatus = "administrator",
    ) -> LocalChat:
        """A channel that the bot is in."""
        channel = self._found(title, "channel", members=(), admins=admins, forum=False, bot=bot)
        channel.username = username
        return channel

    def _found(
        self,
        title: str,
        kind: ChatKind,
        *,
        members: Iterable[User],
        admins: Iterable[User],
        forum: bool,
        bot: MemberStatus,
    ) -> LocalChat:
        number = self._free_id()
        chat = LocalChat(
            id=-number if kind == "group" else -1_000_000_000_000 - number,
            kind=kind,
            name=title,
            forum=forum,
            bot=bot,
        )
        return self._settle(chat, members=members, admins=admins)

    def _settle(self, chat: LocalChat, *, members: Iterable[User], admins: Iterable[User]) -> LocalChat:
        chat.members.update({user.id: "member" for user in members})
        chat.members.update({user.id: "administrator" for user in admins})
        if chat.bot in PRESENT:
            chat.members[self.bot.id] = chat.bot
        self.chats[chat.id] = chat
        return chat

    def _free_id(self) -> int:
        number = 2000 + len(self.chats)
        while number in self.users or -number in self.chats:
            number += 1
        return number

    def add_topic(self, chat: LocalChat, name: str = "Topic") -> int:
        """A new topic's message_thread_id."""
        topic = Topic(id=self.next_message_id(chat), name=name)
        chat.topics[topic.id] = topic
        return topic.id

    def close_topic(self, chat: LocalChat, thread_id: int) -> None:
        """Nobody may write in the topic any more."""
        chat.topics[thread_id].closed = True

    def delete_topic(self, chat: LocalChat, thread_id: int) -> None:
        """The topic is gone."""
        del chat.topics[thread_id]

    def chat(self, place: AnyChat) -> LocalChat:
        """The chat meant: itself, a person's private chat, or by id."""
        if isinstance(place, LocalChat):
            return place
        return self.chats[place.id if isinstance(place, User) else place]

    def set_member(self, chat: LocalChat, user: User, standing: MemberStatus) -> None:
        """A person joins, leaves, or becomes an administrator."""
        chat.members[user.id] = standing


def member_json(user: User, standing: MemberStatus) -> JsonObject:
    """A ChatMember with the rights that its standing usually has."""
    shown: JsonObject = {"user": user.to_json(), "status": standing}
    match standing:
        case "creator":
            return {**shown, "is_anonymous": False}
        case "administrator":
            return {**shown, "can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
        case "kicked":
            return {**shown, "until_date": 0}
        case _:
            return shown


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
    "can_edit_messages",
)
