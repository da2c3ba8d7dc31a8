"""UnsaidButtons as they are shown: labels cut to what a row shows, rows, and the row that turns pages."""

from collections.abc import Sequence

from bot.domain.words import units
from bot.render.texts import Said, _, in_line
from bot.render.unsaid import UnsaidButton, UnsaidButtons

ACTION_BYTES = 64  # Telegram's limit
COPIED_LENGTH = 256  # of a button that copies: Telegram's limit
LABEL_LENGTH = 48  # graphemes: more is cut by the clients in a full row
# Translators: a button that turns a page back, and one that turns it on.
BACK, MORE = _("‹ Back"), _("More ›")
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


def button(label: Said, verb: str, *arguments: int | str, most: int = LABEL_LENGTH) -> UnsaidButton:
    """A button whose label is cut to what a row shows."""
    return UnsaidButton(label=label, action=action(verb, *arguments), most=most)


def box(label: Said, verb: str, *arguments: int | str, on: bool) -> UnsaidButton:
    """A button of something that is on or off; marked where it is on."""
    return button(in_line("", ("✓ ", label)) if on else label, verb, *arguments)


def copyable(words: str) -> bool:
    """Whether Telegram copies as much."""
    return 0 < units(words) <= COPIED_LENGTH


def copy_button(label: Said, words: str, *, most: int = LABEL_LENGTH) -> UnsaidButton | None:
    """A button that copies the words; None where they are more than Telegram copies."""
    return UnsaidButton(label=label, action="", most=most, copies=words) if copyable(words) else None


def in_rows(buttons: Sequence[UnsaidButton], across: int = 1) -> UnsaidButtons:
    """The buttons in rows of `across`."""
    return tuple(tuple(buttons[n : n + across]) for n in range(0, len(buttons), across))


def turning(
    number: int,
    count: int,
    verb: str,
    *before: int | str,
    after: tuple[str, ...] = (),
    back: Said = BACK,
    more: Said = MORE,
) -> UnsaidButtons:
    """The row that turns pages: `verb:before:page:after`; none for one page, or where words do not fit."""
    row = []
    for label, page in ((back, number - 1), (more, number + 1)):
        if 0 <= page < count and fits(verb, *before, page, *after):
            row.append(button(label, verb, *before, page, *after))
    return (tuple(row),) if row else ()
