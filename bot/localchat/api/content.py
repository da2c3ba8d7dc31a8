"""The text of a message as a call gives it: parse mode, entities, length."""

from bot.localchat.entities import Entity, entity_from_json, tidy, utf16_length
from bot.localchat.formatting import parse_html
from bot.localchat.wire import Params, bad_request

MAX_TEXT = 4096
MAX_CAPTION = 1024


def parse_text(params: Params, *, words: str, marks: str) -> tuple[str, tuple[Entity, ...]]:
    """The plain text and its entities. Raises ApiError 400 for a parse mode or tags Telegram would refuse."""
    text = params.text(words)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return tidy(*parse_html(text))
    if mode:
        raise bad_request("unsupported parse_mode")
    return tidy(text, [entity_from_json(entity) for entity in params.objects(marks)])


def message_text(params: Params, *, too_long: str = "message is too long") -> tuple[str, tuple[Entity, ...]]:
    """A message's text. Raises ApiError 400 when it is empty or too long."""
    text, entities = parse_text(params, words="text", marks="entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request(too_long)
    return text, entities


def message_caption(
    params: Params, *, too_long: str = "message caption is too long"
) -> tuple[str, tuple[Entity, ...]]:
    """A document's caption, which may be empty. Raises ApiError 400 when it is too long."""
    caption, entities = parse_text(params, words="caption", marks="caption_entities")
    if utf16_length(caption) > MAX_CAPTION:
        raise bad_request(too_long)
    return caption, entities
