"""/correct, and the undoing of what was corrected."""

from collections.abc import Iterable

from telegram import Update
from telegram.constants import MessageLimit

from bot.chat.editing.articles import EditedArticleHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.editing.parse import numbered
from bot.chat.parse import Context, argument, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.corrections import CorrectionsDesk
from bot.domain.editing import Done
from bot.domain.words import cut
from bot.render.articles import CORRECTION_LENGTH
from bot.render.lists import note
from bot.render.sendings import leaves_in
from bot.render.texts import Said, _, in_line, ngettext
from bot.render.unsaid import Unsaid

HOW_TO_CORRECT = _("Write the article’s number and the correction: /correct 12 The bridge is in Homs.")
TOO_LONG = ngettext(
    "This correction is too long, so nothing was sent. It can have at most {count} character.",
    "This correction is too long, so nothing was sent. It can have at most {count} characters.",
    CORRECTION_LENGTH,
)
UNDONE = _("Undone. Readers were not told of it.")


class CorrectionHandlers:
    """Has readers told what was wrong, and calls that back before they are."""

    def __init__(self, desk: CorrectionsDesk, articles: EditedArticleHandlers) -> None:
        self._desk = desk
        self._articles = articles

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_command("correct", self.correct),
            guard.on_press("cu:{id}:{id}", self.undo),
        )

    async def correct(self, update: Update, context: Context) -> None:
        # Read whole: a note that is cut can say the reverse of what the editor wrote.
        """`/correct article note`: the note above the article, and what was sent amended."""
        asked, by = numbered(argument(update, most=MessageLimit.MAX_TEXT_LENGTH)), editor_of(update)
        if asked is None or not asked.rest:
            await self._articles.say_how(update, asked, HOW_TO_CORRECT)
        elif cut(asked.rest, CORRECTION_LENGTH) != asked.rest:
            await reply(update, note(TOO_LONG))
        elif (done := await self._desk.correct(asked.article_id, asked.rest, by=by)) is None:
            await reply(update, await self._articles.no_such(asked.article_id))
        else:
            await reply(update, await corrected(self._articles, asked.article_id, by, done))

    async def undo(self, update: Update, context: Context) -> None:
        """`cu:id:correction`: what stood above the article stands there again, until readers are told."""
        (article_id, correction_id), by = numbers(context), editor_of(update)
        told = await self._desk.undo(article_id, correction_id, by=by)
        if told is None:
            answer = await self._articles.since(article_id, by)
        else:
            done = _too_late(told, article_id) if told else UNDONE
            answer = await self._articles.stand(article_id, by, done=done)
        await edit_in_place(update, answer)


async def corrected(
    articles: EditedArticleHandlers, article_id: int, by: int, done: Done | None
) -> tuple[Unsaid, ...]:
    """How an article stands after it was corrected."""
    return await articles.after(article_id, by, done, amended)


def amended(done: Done) -> Said:
    """How many messages a correction changes, and when."""
    if done.messages and done.seconds:
        told = ngettext(
            "Corrected. {count} message will be changed.",
            "Corrected. {count} messages will be changed.",
            done.messages,
        )
        return in_line(" ", (told, leaves_in(done.seconds)))
    return ngettext(
        "Corrected. {count} message was changed.", "Corrected. {count} messages were changed.", done.messages
    )


def _too_late(told: int, article_id: int) -> Said:
    return ngettext(
        "It is too late to undo it: {count} message shows it. To correct it further: /correct {number} …",
        "It is too late to undo it: {count} messages show it. To correct it further: /correct {number} …",
        told,
        number=article_id,
    )
