"""Buttons: what they say, and the few bytes that still say what they do after a restart.

An action is `verb:arg:arg`. The verbs of reading:

    s:12      article 12 as a briefing      a:7          actor 7's digest
    q:12      what is said in it            qa:7         what actor 7 said
    t:12      its full text                 k:0          actors by weight
    w:12      who is in it                  ql:0         latest quotations
    l:0       newest headlines              qw:0:siege   quotations with these words
    f:aleppo  search these words

A number after that is a page and turns it in place: `t:12:2`; so is the one of k, l, ql and qw.

In a link into the private chat they stand as what `/start` brings: `t-12-2`. Words are in no link.
"""

import re
from collections.abc import Sequence

from bot.models import Button
from bot.render.split import Buttons
from bot.render.words import collapse, cut

ACTION_BYTES = 64  # Telegram's limit
LABEL_LENGTH = 48  # graphemes: more is cut by the clients in a full row
_READING = frozenset(("s", "q", "t", "w", "l", "f", "a", "qa", "k", "ql", "qw"))
_IN_A_LINK = re.compile(r"[a-z]+(:\d+)*")
BACK, MORE = "‹ Back", "More ›"
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


def reads(action: str) -> bool:
    """Whether the action shows something to who pressed, and changes nothing."""
    return action.partition(":")[0] in _READING


def payload(action: str) -> str | None:
    """What a link to the bot carries so that `/start` does the same; None where no link can."""
    return action.replace(":", "-") if _IN_A_LINK.fullmatch(action) else None


def button(label: str, verb: str, *arguments: int | str, most: int = LABEL_LENGTH) -> Button:
    """A button whose label is cut to what a row shows."""
    return Button(label=cut(collapse(label), most) or "…", action=action(verb, *arguments))


def in_rows(buttons: Sequence[Button], across: int = 1) -> Buttons:
    """The buttons in rows of `across`."""
    return tuple(tuple(buttons[n : n + across]) for n in range(0, len(buttons), across))


def turning(
    number: int, count: int, verb: str, *before: int | str, after: tuple[str, ...] = (), more: str = MORE
) -> Buttons:
    """The row that turns pages: `verb:before:page:after`; none for one page, or where words do not fit."""
    row = []
    for label, page in ((BACK, number - 1), (more, number + 1)):
        if 0 <= page < count and fits(verb, *before, page, *after):
            row.append(button(label, verb, *before, page, *after))
    return (tuple(row),) if row else ()
