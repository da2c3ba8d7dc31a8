"""What editors see where they repair which articles tell one story. Its actions, of article 12:

vs:12            the articles of its story      vn:12:0     stories into which it can be put
vt:12:5:KEY      choose some of them            vi:12:34:3  put it into the story of article 34
vz:12:5:KEY      those are another story        vu:12:7     undo move 7
vo:12:3          it is another story            3 is the turn of article 12

Which are chosen is a number whose bits are their places in the list; KEY stands for the list.
"""

from collections.abc import Sequence

from bot.domain.articles import ArticleEntry, Page, StoredArticle
from bot.domain.repairs import key_of
from bot.render.blocks import paragraph
from bot.render.buttons import BACK, button, in_rows, turning
from bot.render.editing import ACROSS, article_line, named
from bot.render.texts import Said, _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

ON_A_PAGE = 5


def key_of_list(entries: Sequence[ArticleEntry]) -> str:
    """What stands in a button for a list of articles."""
    return key_of(" ".join(str(one.article_id) for one in entries))


def chosen(entries: Sequence[ArticleEntry], mask: int) -> tuple[int, ...]:
    """The numbers of those that are chosen."""
    return tuple(one.article_id for place, one in enumerate(entries) if mask >> place & 1)


def story_page(
    article: StoredArticle,
    entries: Sequence[ArticleEntry],
    *,
    mask: int = 0,
    done: Said | None = None,
    first: UnsaidButtons = (),
) -> tuple[Unsaid, ...]:
    """The articles of a story, to be chosen; `first` are buttons on what was just done."""
    key, id_, count = key_of_list(entries), article.id, len(chosen(entries, mask))
    choices = [
        button(
            f"{one.article_id} ✓" if mask >> place & 1 else str(one.article_id),
            "vt",
            id_,
            mask ^ (1 << place),
            key,
        )
        for place, one in enumerate(entries)
    ]
    several = len(entries) > 1
    split = ngettext("{count} is another story", "{count} are another story", count)
    told = (
        _("These tell one story. Press those that tell another.")
        if several
        else _("It is the only one of its story.")
    )
    return messages(
        (
            *((paragraph(done),) if done else ()),
            named(article),
            paragraph(told),
            *map(article_line, entries),
        ),
        (
            *first,
            *(in_rows(choices, across=ACROSS) if several else ()),
            *(((button(split, "vz", id_, mask, key),),) if 0 < count < len(entries) else ()),
            (
                *((button(_("Take it out"), "vo", id_, article.turn),) if several else ()),
                button(_("Put it into another…"), "vn", id_, 0),
            ),
            (button(BACK, "mm", id_),),
        ),
    )


def others_page(article: StoredArticle, page: Page[ArticleEntry]) -> tuple[Unsaid, ...]:
    """The newest other stories, into which an article can be put."""
    buttons = [
        button(str(one.article_id), "vi", article.id, one.article_id, article.turn) for one in page.items
    ]
    asked = _("Which story does it tell? Press its number.") if page.items else _("There is no other story.")
    return messages(
        (named(article), paragraph(asked), *map(article_line, page.items)),
        (
            *in_rows(buttons, across=ACROSS),
            *turning(page.number, page.count, "vn", article.id),
            (button(BACK, "vs", article.id),),
        ),
    )
