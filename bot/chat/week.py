"""/week: the last seven days."""

from collections.abc import Iterable

from telegram import Update

from bot.chat.parse import Context
from bot.chat.reply import reply
from bot.chat.routes import Route, on_command, on_press
from bot.desks.reading import ReadingDesk
from bot.render.lists import note
from bot.render.texts import _
from bot.render.week import week as week_page

QUIET_WEEK = _("There are no articles from the last seven days. /latest shows the newest.")


class WeekHandlers:
    """Answers about the week."""

    def __init__(self, desk: ReadingDesk) -> None:
        self._desk = desk

    def all(self) -> Iterable[Route]:
        """Every handler of this family."""
        return (on_command("week", self.week), on_press("p:week", self.week))

    async def week(self, update: Update, context: Context) -> None:
        """`/week`: the stories that most told of, who was in the news, what was said."""
        told = await self._desk.week()
        await reply(update, (week_page(told),) if told.stories else note(QUIET_WEEK))
