"""The bot's nouns and its pure choices: frozen values, and functions that take `now`."""
