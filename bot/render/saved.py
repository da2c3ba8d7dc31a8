"""What a chat saved: its list, and what is said when an article comes to it or goes.

Actions: `v:1` another page of the list; `vd:s:12` takes article 12 off it, `vd:a:7` actor 7: those of which
nothing is left.
"""

from collections.abc import Iterator
from typing import Final, Literal

from bot.domain.articles import Page
from bot.domain.interests import SavedItem, Shown
from bot.render.articles import listed_title, origin_of
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows, turning
from bot.render.cast import KINDS, in_articles
from bot.render.lists import NUMBERS_ACROSS, note
from bot.render.texts import Said, _, in_line
from bot.render.unsaid import Unsaid, UnsaidButton, messages

SAID: Final[dict[Literal["new", "already", "full"], Said]] = {
    "new": _("Saved. /saved lists what is kept here."),
    "already": _("This is saved already. /saved lists what is kept here."),
    "full": _(
        "A hundred articles and names are saved here, and I cannot keep more. Take one off /saved first."
    ),
}
GONE: Final[dict[Shown, Said]] = {
    "s": _("This article is gone: it was withdrawn, or an editor is holding it back."),
    "a": _("This name is no longer in the articles."),
}
_NOTHING: Final = _("Nothing is saved here. Press “More” under a story or a name, then “Save”.")
# Translators: in a group, behind "Press “More” under a story or a name, then “Save”."
_WHOSE: Final = _("What administrators save is kept here; all others are led to their own chat for that.")
UNSAVED: Final = _("This is saved no longer.")


def saved(page: Page[SavedItem], *, shared: bool = False) -> tuple[Unsaid, ...]:
    """The articles, numbered, a button each that opens it, or takes off one that is gone.

    `shared`: the list is a group's or a channel's.
    """
    if not page.items:
        return note(in_line(" ", (_NOTHING, _WHOSE)) if shared else _NOTHING)
    numbered = list(enumerate(page.items, page.first))
    blocks = [block for number, one in numbered for block in _line(number, one)]
    buttons = [_button(number, one) for number, one in numbered]
    return messages(
        (paragraph(bold(_("Saved"))), *blocks),
        (*in_rows(buttons, across=NUMBERS_ACROSS), *turning(page.number, page.count, "v")),
    )


def _line(number: int, one: SavedItem) -> Iterator[Block]:
    before = plain(f"{number}. ")
    if one.article is not None:
        yield paragraph(before, linked(bold(listed_title(one.article)), one.article.url))
        yield paragraph(italic(origin_of(one.article))).close()
    elif one.actor is not None:
        yield paragraph(before, bold(one.actor.name))
        yield paragraph(
            italic(in_line(" · ", (KINDS[one.actor.kind], in_articles(one.actor.articles))))
        ).close()
    else:
        yield paragraph(before, italic(GONE[one.kind]))


def _button(number: int, one: SavedItem) -> UnsaidButton:
    if one.article is None and one.actor is None:
        return button(f"✕ {number}", "vd", one.kind, one.number)
    return button(str(number), one.kind, one.number)
