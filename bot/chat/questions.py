"""Questions whose answer is typed: a reply to the question, or what is written next in private."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from telegram import ForceReply, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatType
from telegram.ext import filters

from bot.chat.language import language_of
from bot.chat.reply import close_press, note_answer, reply
from bot.render.languages import said_everywhere
from bot.render.lists import note
from bot.render.texts import Said

WAITS = timedelta(minutes=5)  # for what is written next; a reply to the question counts whenever it comes
REMEMBERED = 1000  # questions that wait; more is forgotten, and a reply answers them still


class Questions:
    """`texts` by name: the question's own words are what a reply is known by after a restart."""

    def __init__(self, texts: Mapping[str, Said], clock: Callable[[], datetime]) -> None:
        self._texts = texts
        self._clock = clock
        self._open: OrderedDict[int, tuple[str, datetime]] = OrderedDict()

    @property
    def answers(self) -> filters.BaseFilter:
        """Messages that answer one of the questions."""
        return filters.TEXT & ~filters.COMMAND & filters.UpdateType.MESSAGE & _Answers(self)

    async def ask(self, update: Update, name: str, *, otherwise: Said) -> None:
        """Asks in private; elsewhere, where all would be asked, says how to write it: `otherwise`."""
        chat, asked = update.effective_chat, update.effective_message
        if chat is None or asked is None or chat.type != ChatType.PRIVATE:
            await reply(update, note(otherwise))
            return
        await close_press(update)
        self._wait(chat.id, name)
        await asked.reply_text(
            language_of(update).say(self._texts[name]), reply_markup=ForceReply(), do_quote=False
        )
        note_answer(update)

    def answered(self, message: TelegramMessage) -> str | None:
        """The name of the question that the message answers: which it replies to, else which is open."""
        to = message.reply_to_message
        to_us = to is not None and to.from_user is not None and to.from_user.id == message.get_bot().id
        named = self._named(to.text or "") if to is not None and to_us else None
        name, since = self._open.get(message.chat.id, (None, None))
        return named or (name if since is not None and self._clock() - since < WAITS else None)

    def _named(self, words: str) -> str | None:
        """Asked in whichever language: it may be another than that of the answer."""
        return next((name for name, text in self._texts.items() if words in said_everywhere(text)), None)

    def close(self, message: TelegramMessage) -> None:
        """The question was answered."""
        self._open.pop(message.chat.id, None)

    def wait_again(self, message: TelegramMessage, name: str) -> None:
        """The answer was not understood: what is written next in private still answers the question."""
        if message.chat.type == ChatType.PRIVATE:
            self._wait(message.chat.id, name)

    def _wait(self, chat_id: int, name: str) -> None:
        self._open[chat_id] = name, self._clock()
        self._open.move_to_end(chat_id)
        if len(self._open) > REMEMBERED:
            self._open.popitem(last=False)


class _Answers(filters.MessageFilter):
    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._questions = questions

    def filter(self, message: TelegramMessage) -> bool:
        return self._questions.answered(message) is not None
