"""What can go wrong in the bot.

BriefingsError
├── SettingsError      a setting is missing or wrong; one line a fault, never the token
├── PortTakenError     something else listens there, perhaps for a moment
├── StoreError         the database cannot be opened, migrated or reached
├── PortableError      a file of subscribers or of feeds cannot be read or written
├── SourceError        an address or its feed cannot be fetched or read; with the sources, in `newsroom`
├── OvertakenError     an editor decides on what has moved on since they saw it
└── NotFoundError      something that must exist does not: `get` raises it, `find` returns None
"""


class BriefingsError(Exception):
    """The message is one line for a person."""


class SettingsError(BriefingsError):
    """The environment or `.env` holds a value that cannot be used."""


class PortTakenError(BriefingsError):
    """The address cannot be listened on now."""


class StoreError(BriefingsError):
    """The database cannot be opened, migrated or reached."""


class NotFoundError(BriefingsError):
    """Something that must exist does not."""


class OvertakenError(BriefingsError):
    """What an editor decides on has moved on since they saw it."""

    def __init__(self, article_id: int) -> None:
        super().__init__(f"article {article_id} has moved on")
        self.article_id = article_id


class PortableError(BriefingsError):
    """A file of subscribers is not one, or holds what no chat can have."""
