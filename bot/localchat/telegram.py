"""The local Telegram: what people do in it, scripted by tests and by the chat page."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.localchat.entities import Entity, tidy
from bot.localchat.faults import Fault
from bot.localchat.people import AnyChat, Population, member_json
from bot.localchat.state import Callback
from bot.localchat.wire import JsonObject
from bot.localchat.world import PRESENT, Document, LocalChat, LocalMessage, MemberStatus, User, timestamp

T = TypeVar("T")


class LocalTelegram(Population):
    """People, groups and channels on this machine, and the bot among them."""

    # ---------------------------------------------------------------- what people do

    def say(
        self,
        user: User,
        text: str,
        *,
        chat: AnyChat | None = None,
        thread: int | None = None,
        reply_to: LocalMessage | None = None,
    ) -> LocalMessage:
        """The person writes; in their private chat with the bot unless another is named."""
        return self._post(user, text, chat=chat, thread=thread, reply_to=reply_to)

    def forward(self, user: User, text: str, *, author: str = "Somebody") -> LocalMessage:
        """The person forwards somebody's words."""
        origin: JsonObject = {
            "type": "hidden_user",
            "date": timestamp(self.clock()),
            "sender_user_name": author,
        }
        return self._post(user, text, forwarded=origin)

    def pass_on(
        self, user: User, message: LocalMessage, *, chat: AnyChat | None = None, thread: int | None = None
    ) -> LocalMessage:
        """The person forwards a message that stands in a chat."""
        return self._post(
            user,
            message.text,
            chat=chat,
            thread=thread,
            entities=message.entities,
            document=message.document,
            media=message.media,
            forwarded=message.origin(),
        )

    def send_media(
        self,
        user: User,
        media: JsonObject,
        *,
        caption: str = "",
        chat: AnyChat | None = None,
        thread: int | None = None,
    ) -> LocalMessage:
        """The person sends a photo, voice, sticker or location; see `bot.localchat.media`."""
        return self._post(user, caption, chat=chat, thread=thread, media=media)

    def send_document(
        self,
        user: User,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        mime_type: str = "text/plain",
        chat: AnyChat | None = None,
        thread: int | None = None,
    ) -> LocalMessage:
        """The person sends a file."""
        document = self.store_file(name, mime_type, content)
        return self._post(user, caption, chat=chat, thread=thread, document=document)

    def _post(
        self,
        user: User,
        text: str,
        *,
        chat: AnyChat | None = None,
        thread: int | None = None,
        reply_to: LocalMessage | None = None,
        entities: tuple[Entity, ...] = (),
        forwarded: JsonObject | None = None,
        document: Document | None = None,
        media: JsonObject | None = None,
    ) -> LocalMessage:
        place = self.chat(user if chat is None else chat)
        if place.kind == "private" and place.bot == "kicked":
            self.unblock(user)
        place.started = True
        words, marks = tidy(text, entities)
        message = self.store(
            LocalMessage(
                id=self.next_message_id(place),
                chat=place,
                sender=None if place.kind == "channel" else user,
                date=self.clock(),
                text=words,
                entities=marks,
                document=document,
                media=media,
                thread_id=thread,
                reply_to=reply_to,
                forwarded=forwarded,
            )
        )
        kind = "channel_post" if place.kind == "channel" else "message"
        if self._reaches_bot(message):
            self.push_update({kind: message.to_json()})
        return message

    def _reaches_bot(self, message: LocalMessage) -> bool:
        """In a group a bot that is no administrator sees commands, answers to it and mentions of it."""
        chat = message.chat
        if chat.bot not in PRESENT:
            return False
        if chat.kind in {"private", "channel"} or chat.bot == "administrator":
            return True
        if message.reply_to is not None and message.reply_to.from_bot:
            return True
        named = f"@{self.bot.username}".lower() in message.text.lower()
        return named or any(entity.type == "bot_command" for entity in message.entities)

    def press(self, user: User, message: LocalMessage, button: str) -> Callback:
        """The person presses the button with that label or action, as the message stands now.

        Raises LookupError when there is no such button.
        """
        current = self.messages.get((message.chat.id, message.id), message)
        for row in current.buttons:
            for known in row:
                if known.action is not None and button in (known.label, known.action):
                    return self.press_action(user, current, known.action)
        raise LookupError(f"no button {button!r} under message {message.id}")

    def press_action(self, user: User, message: LocalMessage, action: str) -> Callback:
        """Any action at all, as an old or a forged button would send it."""
        callback = self.store_callback(user, message, action)
        self.push_update(
            {
                "callback_query": {
                    "id": callback.id,
                    "from": user.to_json(),
                    "message": message.to_json(),
                    "chat_instance": str(message.chat.id),
                    "data": action,
                }
            }
        )
        return callback

    # ---------------------------------------------------------------- what befalls the bot

    def block(self, user: User) -> None:
        """The person blocks the bot."""
        self.set_bot(user, "kicked", by=user)

    def unblock(self, user: User) -> None:
        """The person lets the bot write again."""
        self.set_bot(user, "member", by=user)

    def deactivate(self, user: User) -> None:
        """The person's account is deleted."""
        self.chat(user).deactivated = True

    def set_bot(self, place: AnyChat, standing: MemberStatus, *, by: User | None = None) -> None:
        """The bot is added, promoted, removed: its standing in a chat changes, and it is told."""
        chat = self.chat(place)
        before, chat.bot = chat.bot, standing
        if chat.kind != "private":
            chat.members[self.bot.id] = standing
        actor = by or next((self.users[id_] for id_ in chat.members if id_ != self.bot.id), self.reader)
        self.push_update(
            {
                "my_chat_member": {
                    "chat": chat.to_json(),
                    "from": actor.to_json(),
                    "date": timestamp(self.clock()),
                    "old_chat_member": member_json(self.bot, before),
                    "new_chat_member": member_json(self.bot, standing),
                }
            }
        )

    def migrate(self, group: LocalChat) -> LocalChat:
        """The group becomes a supergroup under a new id, and the bot is told in both."""
        supergroup = self._found(group.name, "supergroup", members=(), admins=(), forum=False, bot=group.bot)
        supergroup.members = dict(group.members)
        group.migrated_to = supergroup.id
        for chat, note in (
            (group, {"migrate_to_chat_id": supergroup.id}),
            (supergroup, {"migrate_from_chat_id": group.id}),
        ):
            message = LocalMessage(
                id=self.next_message_id(chat),
                chat=chat,
                sender=self.bot,
                date=self.clock(),
                service=note,
            )
            self.push_update({"message": message.to_json()})
        return supergroup

    def push_update(self, update: JsonObject) -> int | None:
        """Any update, a malformed one too; its id, or None when the bot did not ask for its kind."""
        return self.inbox.put(update)

    def fail(
        self,
        fault: Fault,
        *,
        method: str | None = None,
        chat: AnyChat | None = None,
        times: int = 1,
    ) -> None:
        """Scripts a fault for the next calls."""
        chat_id = None if chat is None else chat if isinstance(chat, int) else chat.id
        self.faults.add(fault, method=method, chat_id=chat_id, times=times)

    # ---------------------------------------------------------------- what tests look at

    def sent(self, place: AnyChat) -> tuple[LocalMessage, ...]:
        """The bot's messages that stand in a chat, oldest first, each as last edited."""
        return tuple(message for message in self.messages_of(self.chat(place).id) if message.from_bot)

    async def until(self, condition: Callable[[], T | None], *, seconds: float = 60.0) -> T:
        """The condition's value as soon as it is true. Raises TimeoutError when it stays false."""
        async with asyncio.timeout(seconds):
            while not (value := condition()):
                await self.events.change()
            return value

    async def replies(
        self, place: AnyChat, *, count: int = 1, after: LocalMessage | None = None
    ) -> tuple[LocalMessage, ...]:
        """The bot's messages in a chat since `after`, once there are `count` of them."""

        def enough() -> tuple[LocalMessage, ...] | None:
            found = tuple(m for m in self.sent(place) if after is None or m.id > after.id)
            return found if len(found) >= count else None

        return await self.until(enough)

    def close(self) -> None:
        """Ends open polls and streams."""
        self.inbox.stop_polling()
        self.events.close()
