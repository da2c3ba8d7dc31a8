"""What Telegram's refusals mean, told by words of its descriptions: their codes do not tell them apart."""

from telegram.error import BadRequest

# In lower case.
_CHAT_LOST = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "group chat was deactivated",
    "group chat was deleted",
    "user_is_blocked",
)
_TOPIC_LOST = ("thread not found", "topic_closed", "topic_deleted", "topic closed")
_UNCHANGED = ("message is not modified",)
_DELETED = ("message to delete not found", "message_id_invalid")
_FIXED = (
    "message to edit not found",
    "message can't be edited",
    "message can't be deleted",
    "no text in the message to edit",
)
_LATE = ("query is too old", "query_id_invalid", "query id is invalid")


def is_chat_lost(refusal: BadRequest) -> bool:
    """The chat takes no message of the bot's any more."""
    return _says(refusal, *_CHAT_LOST)


def is_topic_lost(refusal: BadRequest) -> bool:
    """The topic was closed or deleted."""
    return _says(refusal, *_TOPIC_LOST)


def is_unchanged(refusal: BadRequest) -> bool:
    """What an edit asks for is there already."""
    return _says(refusal, *_UNCHANGED)


def is_deleted_already(refusal: BadRequest) -> bool:
    """What is to be deleted is not there."""
    return _says(refusal, *_DELETED)


def is_fixed(refusal: BadRequest) -> bool:
    """The target can no longer be edited or deleted."""
    return _says(refusal, *_FIXED)


def is_late(refusal: BadRequest) -> bool:
    """A press was answered too late: its waiting sign is gone by itself."""
    return _says(refusal, *_LATE)


def is_refused_for_form(refusal: BadRequest) -> bool:
    """Whether other words might be taken: the chat, the topic and the target are not what is wrong."""
    return not _says(refusal, *_CHAT_LOST, *_TOPIC_LOST, *_UNCHANGED, *_DELETED, *_FIXED)


def _says(refusal: BadRequest, *descriptions: str) -> bool:
    said = refusal.message.lower()
    return any(description in said for description in descriptions)
