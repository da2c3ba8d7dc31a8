"""Questions whose answer is typed: a reply to the question, or what is written next in private.

Which one a chat was asked is kept in the database: the answer may come to another process, or after a
restart. It is looked up with the language, before the handlers are asked whether they take the message.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import datetime

from telegram import ForceReply, Update
from telegram import Message as TelegramMessage
from telegram.constants import ChatType
from telegram.ext import filters

from bot.chat.language import language_of
from bot.chat.parse import Context
from bot.chat.reply import close_press, note_answer, reply
from bot.chat.spoken_to import answered
from bot.domain.plain_words import wishes
from bot.domain.questions import OpenQuestion
from bot.domain.vocabulary import words_in
from bot.render.language import Language
from bot.render.languages import said_everywhere
from bot.render.lists import note
from bot.render.texts import Said
from bot.render.wishes import vocabulary
from bot.store.processes.questions import OpenQuestions

_LEAVING = ("no", "cancel")  # wishes by which a question is left
_open: ContextVar[OpenQuestion | None] = ContextVar("open", default=None)  # of the update in hand
_declined: ContextVar[bool] = ContextVar("declined", default=False)  # by the update in hand


def note_open_question(question: OpenQuestion | None) -> None:
    """It is what the chat of the update in hand was asked last."""
    _open.set(question)


class QuestionCloser:
    """Leaves the open question where an update does not answer it, or declines: before the handlers."""

    def __init__(self, kept: OpenQuestions) -> None:
        self._kept = kept

    async def __call__(self, update: Update, context: Context) -> None:
        """Private words may answer. A command does not, and neither does a plain no: the question is left."""
        message = update.message
        declined = message is not None and _declines(message, language_of(update))
        _declined.set(declined)
        if message is None or message.chat.type != ChatType.PRIVATE:
            _open.set(None)
        elif _open.get() is not None and (declined or filters.COMMAND.check_update(update)):
            _open.set(None)
            await self._kept.close(message.chat.id)


class Questions:
    """`texts` by name: the question's own words are what a reply is known by, however late it comes."""

    def __init__(self, texts: Mapping[str, Said], kept: OpenQuestions, clock: Callable[[], datetime]) -> None:
        self._texts = texts
        self._kept = kept
        self._clock = clock

    @property
    def answers(self) -> filters.BaseFilter:
        """Messages that answer one of the questions."""
        return self.answered_by(filters.TEXT & ~filters.COMMAND)

    def answered_by(self, kind: filters.BaseFilter) -> filters.BaseFilter:
        """Messages of the kind that answer one of the questions."""
        return kind & filters.UpdateType.MESSAGE & _Answers(self)

    async def ask(self, update: Update, name: str, *, otherwise: Said, about: str = "") -> None:
        """Asks in private; elsewhere, where all would be asked, says how to write it: `otherwise`."""
        chat, asked = update.effective_chat, update.effective_message
        if chat is None or asked is None or chat.type != ChatType.PRIVATE:
            await reply(update, note(otherwise))
            return
        await close_press(update)
        await self._wait(chat.id, name, about)
        await asked.reply_text(
            language_of(update).say(self._texts[name]), reply_markup=ForceReply(), do_quote=False
        )
        note_answer(update)

    def answered(self, message: TelegramMessage) -> str | None:
        """The name of the question that the message answers: which it replies to, else which is open."""
        if _declined.get():
            return None
        waiting = _open.get()
        to = answered(message)
        named = self._named(to.text or "") if to is not None else None
        is_ours = waiting is not None and waiting.name in self._texts and waiting.waits(now=self._clock())
        return named or (waiting.name if waiting is not None and is_ours else None)

    def about(self, name: str) -> str:
        """What the open question of that name is about; empty where another was asked since."""
        waiting = _open.get()
        return waiting.about if waiting is not None and waiting.name == name else ""

    def _named(self, words: str) -> str | None:
        """Asked in whichever language: it may be another than that of the answer. A list may stand below."""
        line = _first_line(words)
        each = ((name, map(_first_line, said_everywhere(text))) for name, text in self._texts.items())
        return next((name for name, lines in each if line in lines), None)

    async def close(self, message: TelegramMessage) -> None:
        """The question was answered, or need not be."""
        if message.chat.type == ChatType.PRIVATE:
            await self._kept.close(message.chat.id)

    async def wait_again(self, message: TelegramMessage, name: str) -> None:
        """The answer was not understood: what is written next in private still answers the question."""
        if message.chat.type == ChatType.PRIVATE:
            await self._wait(message.chat.id, name, self.about(name))

    async def wait(self, message: TelegramMessage, name: str, about: str) -> None:
        """Another message asks it: what is sent next in private answers it."""
        if message.chat.type == ChatType.PRIVATE:
            await self._wait(message.chat.id, name, about)

    async def _wait(self, chat_id: int, name: str, about: str) -> None:
        await self._kept.put(chat_id, OpenQuestion(name=name, about=about, asked_at=self._clock()))


def _declines(message: TelegramMessage, language: Language) -> bool:
    """Whether a plain no, or "cancel", stands where an answer may."""
    if _open.get() is None and message.reply_to_message is None:
        return False
    known = vocabulary(language)
    told = wishes(words_in(message.text or "", known.apostrophes), known)[:1]
    return any(one.name in _LEAVING and not one.mended for one in told)


def _first_line(words: str) -> str:
    return words.partition("\n")[0]


class _Answers(filters.MessageFilter):
    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._questions = questions

    def filter(self, message: TelegramMessage) -> bool:
        return self._questions.answered(message) is not None
