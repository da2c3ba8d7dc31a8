"""What a chat saved: its list, and what is said when an article comes to it or goes.

Actions: `v:1` another page of the list; `vd:12` takes article 12 off it, of which nothing is left.
"""

from collections.abc import Iterator
from typing import Final, Literal

from bot.domain.articles import Page
from bot.domain.interests import SavedArticle
from bot.render.articles import listed_title, origin_of
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows, turning
from bot.render.lists import NUMBERS_ACROSS, note
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, UnsaidButton, messages

SAID: Final[dict[Literal["new", "already", "full"], Said]] = {
    "new": _("Saved. /saved lists what is kept here."),
    "already": _("This is saved already. /saved lists what is kept here."),
    "full": _("A hundred articles are saved here, and I cannot keep more. Take one off /saved first."),
}
UNSAVED: Final = _("This is saved no longer.")


def saved(page: Page[SavedArticle]) -> tuple[Unsaid, ...]:
    """The articles, numbered, a button each that opens it, or takes off one that is gone."""
    if not page.items:
        return note(_("Nothing is saved here. More under a story opens Save."))
    numbered = list(enumerate(page.items, page.first))
    blocks = [block for number, one in numbered for block in _line(number, one)]
    buttons = [_button(number, one) for number, one in numbered]
    return messages(
        (paragraph(bold(_("Saved"))), *blocks),
        (*in_rows(buttons, across=NUMBERS_ACROSS), *turning(page.number, page.count, "v")),
    )


def _line(number: int, one: SavedArticle) -> Iterator[Block]:
    if one.entry is None:
        gone = _("This article is gone: it was withdrawn, or an editor is holding it back.")
        yield paragraph(plain(f"{number}. "), italic(gone))
        return
    yield paragraph(plain(f"{number}. "), linked(bold(listed_title(one.entry)), one.entry.url))
    if told := origin_of(one.entry):
        yield paragraph(italic(told)).close()


def _button(number: int, one: SavedArticle) -> UnsaidButton:
    if one.entry is not None:
        return button(str(number), "s", one.article_id)
    return button(f"✕ {number}", "vd", one.article_id)
