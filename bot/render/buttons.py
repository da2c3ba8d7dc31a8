"""Buttons: what they say, and the few bytes that still say what they do after a restart.

An action is `verb:arg:arg`. The verbs of reading:

    s:12      article 12 as a briefing        q:12:0    its quotations, page 0
    t:12:0    its full text, page 0           w:12      who is in it
    l:0       newest headlines, page 0        a:7       actor 7's digest
    k:0       actors by weight, page 0        qa:7:0    actor 7's quotations, page 0
    ql:0      latest quotations, page 0       qw:0:siege   quotations with these words, page 0
    f:aleppo  search these words
"""

from collections.abc import Sequence

from bot.models import Button
from bot.render.split import Buttons
from bot.render.words import collapse, cut

ACTION_BYTES = 64  # Telegram's limit
LABEL_LENGTH = 48  # graphemes: more is cut by the clients in a full row
HALF_LABEL_LENGTH = 24  # two in a row


def action(verb: str, *arguments: int | str) -> str:
    """The action of a button; ValueError where it is longer than Telegram keeps."""
    made = ":".join((verb, *map(str, arguments)))
    if len(made.encode()) > ACTION_BYTES:
        raise ValueError(f"action {verb}: {len(made.encode())} bytes")
    return made


def fits(verb: str, *arguments: int | str) -> bool:
    """Whether a button can carry this."""
    return len(":".join((verb, *map(str, arguments))).encode()) <= ACTION_BYTES


def button(label: str, verb: str, *arguments: int | str, most: int = LABEL_LENGTH) -> Button:
    """A button whose label is cut to what a row shows."""
    return Button(label=cut(collapse(label), most) or "…", action=action(verb, *arguments))


def in_rows(buttons: Sequence[Button], across: int = 1) -> Buttons:
    """The buttons in rows of `across`."""
    return tuple(tuple(buttons[n : n + across]) for n in range(0, len(buttons), across))


def turning(number: int, count: int, verb: str, *before: int | str, after: tuple[str, ...] = ()) -> Buttons:
    """The row that turns pages: `verb:before:page:after`; none for one page, or where words do not fit."""
    row = []
    for label, page in (("‹ Back", number - 1), ("More ›", number + 1)):
        if 0 <= page < count and fits(verb, *before, page, *after):
            row.append(button(label, verb, *before, page, *after))
    return (tuple(row),) if row else ()
