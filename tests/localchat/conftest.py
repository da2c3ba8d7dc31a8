"""The fixtures of `tests.telegram`, by name."""

from tests.telegram import bot as bot
from tests.telegram import served_telegram as served_telegram
from tests.telegram import telegram as telegram
