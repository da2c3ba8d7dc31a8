"""A link that is passed on, and the buttons that ask for one.

Actions: `hs:12` a link to article 12's story, `ha:7` to actor 7, `he:c-d` to an edition that holds stories of
the articles 12 and 13.
"""

from collections.abc import Sequence

from bot.domain.sharing import packed
from bot.render.blocks import bold, italic, paragraph
from bot.render.buttons import ACTION_BYTES, button
from bot.render.texts import Said, _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButton, messages


def share_button(kind: str, number: int) -> UnsaidButton:
    """Asks for a link to the story of that article, or to that actor."""
    return button(_("Share"), f"h{kind}", number)


def share_edition(ids: Sequence[int]) -> UnsaidButton:
    """Asks for a link to stories, by an article of each."""
    return button(_("Share"), "he", packed(ids, ACTION_BYTES - len("he:")))


def link_page(link: str, called: Said) -> tuple[Unsaid, ...]:
    """The link, and what it opens."""
    return _page(called, link)


def edition_link(link: str, stories: int) -> tuple[Unsaid, ...]:
    """The same to so many stories."""
    return _page(ngettext("{count} story", "{count} stories", stories), link)


def _page(called: Said, link: str) -> tuple[Unsaid, ...]:
    return messages(
        (
            paragraph(bold(called)),
            paragraph(link).close(),
            paragraph(italic(_("Pass the link on: it opens this here for who may use the bot."))),
        )
    )
