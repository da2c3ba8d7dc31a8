"""The bot in its sizes, each a fixture: reading, with subscribers, with its editor, sending."""

from tests.bot.chatting import subscribing_bot as subscribing_bot
from tests.bot.delivering import office as office
from tests.bot.editing import desk as desk
from tests.bot.running import reading_bot as reading_bot
