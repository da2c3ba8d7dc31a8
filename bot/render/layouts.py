"""Pages that lay out the next edition: a story of it, what can be added, how a line is written."""

from collections.abc import Sequence

from bot.domain.articles import ArticleEntry
from bot.domain.editing import NextEdition
from bot.render.blocks import paragraph, plain
from bot.render.buttons import BACK, button, in_rows
from bot.render.editing import article_line
from bot.render.lists import NUMBERS_ACROSS, note
from bot.render.next_edition import story_name
from bot.render.roundups import LINE_LENGTH
from bot.render.texts import _, ngettext
from bot.render.unsaid import Unsaid, messages

GONE = _("This story is not in the next edition.")
LINE_TOO_LONG = ngettext(
    "This line is too long, so it was not put there. It can have at most {count} character.",
    "This line is too long, so it was not put there. It can have at most {count} characters.",
    LINE_LENGTH,
)
NO_NUMBER = _("This is no article’s number. Write one, for example: 12")
WHICH = _("Press a number to put its article on top of the next edition, or write one.")
WHICH_LINE = _(
    "Write what is to stand on top of the next edition. Readers are told that it is from the editors."
)
ASKED = {"addition": WHICH, "line": WHICH_LINE}  # what is written next answers it
NOT_PUBLIC = _("Readers may not have this article now, so it was not added.")


def story_page(edition: NextEdition, article_id: int) -> tuple[Unsaid, ...]:
    """A story of the next edition, and what can be done with it."""
    leads = [story.lead for story in edition.reach.stories]
    if article_id not in leads:
        return note(GONE, ((button(BACK, "ep"),),))
    moved, place = edition.standing.moved, leads.index(article_id)
    up = [button(_("Move up"), "em", moved, article_id)] if place else []
    return messages(
        (paragraph(plain(f"{place + 1}. "), *story_name(edition, article_id)),),
        (
            (*up, button(_("Take it out"), "ez", moved, article_id)),
            (button(_("Preview"), "ap", article_id), button(BACK, "ep")),
        ),
    )


def additions(edition: NextEdition, newest: Sequence[ArticleEntry]) -> tuple[Unsaid, ...]:
    """Articles that can be put into the next edition, by number."""
    moved = edition.standing.moved
    listed = {id_ for story in edition.reach.stories for id_ in story.articles}
    others = [one for one in newest if one.article_id not in listed]
    return messages(
        (paragraph(WHICH), *map(article_line, others)),
        (
            *in_rows(
                [button(str(one.article_id), "ej", moved, one.article_id) for one in others],
                across=NUMBERS_ACROSS,
            ),
            (button(BACK, "ep"),),
        ),
    )


def ask_for_a_line() -> tuple[Unsaid, ...]:
    """Asks for the editors' own words on top of the next edition."""
    return note(WHICH_LINE, ((button(BACK, "ep"),),))
