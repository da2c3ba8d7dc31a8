"""What the bot says, in the language in which tests read it."""

from bot.render.language import ENGLISH

worded = ENGLISH.say
