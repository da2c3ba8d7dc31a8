"""An edition, a push, and what is said of them later."""

from collections.abc import Sequence

from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat
from bot.domain.plans import Edition
from bot.domain.words import cut, display_name
from bot.render import correction_notes
from bot.render.articles import CORRECTION_LENGTH, title
from bot.render.blocks import bold, italic, paragraph
from bot.render.language import Language
from bot.render.lists import LATEST, note
from bot.render.texts import Said, _, in_line, ngettext, pair, pgettext
from bot.render.unsaid import Unsaid, messages

_TITLE_LENGTH = 200


def heading(content: Edition, language: Language, *, shared: bool = False) -> str | None:
    """What stands above an edition or a push: why it comes, which edition it is, how many came.

    It counts nothing of what stands below, which editors may take away. `shared`: many read it, and who
    reads a channel can write no command there; what was left out is behind a button then.
    """
    if content.is_week:
        # Translators: above what the last seven days brought, which comes on Sundays.
        return language.say(_("Your Sunday edition"))
    latest: Said = _("“{title}”", title=LATEST) if shared else "/latest"
    said = _import_heading(content, language, latest) if content.came else _heading(content, latest)
    return language.say(said) or None


def nothing_new() -> tuple[Unsaid, ...]:
    """An edition without stories, for who wants to be told so."""
    return note(_("Nothing new since the last edition."))


def withdrawn(article: StoredArticle) -> Unsaid:
    """What stands in place of a message whose article was withdrawn, where it cannot be deleted."""
    return messages(
        [
            paragraph(bold(title(article.analysis.article, _TITLE_LENGTH))),
            paragraph(italic(_("The editors withdrew this article. Please disregard what was sent before."))),
        ]
    )[0]


def corrected(article: StoredArticle, what: str) -> Unsaid:
    """The reply to a message that can no longer be edited."""
    return messages(
        [
            # Translators: {title} is a headline.
            paragraph(bold(_("Correction: {title}", title=title(article.analysis.article, _TITLE_LENGTH)))),
            paragraph(correction_notes.told(what, CORRECTION_LENGTH)),
        ]
    )[0]


def topic_lost(chat: Chat) -> Unsaid:
    """For who set a topic up that is closed or deleted."""
    # Translators: in place of a group's name; stands in "The topic in {group} that you had …".
    where: Said = display_name(chat.title, _TITLE_LENGTH, otherwise="") or _("a group")
    return messages(
        [
            paragraph(
                _(
                    "The topic in {group} that you had briefings sent to is closed or deleted, so nothing is"
                    " sent there any more. Reopen it, or choose another topic, and write /start there.",
                    group=bold(where),
                )
            )
        ]
    )[0]


def _import_heading(content: Edition, language: Language, latest: Said) -> Said:
    if content.more:
        # Translators: {latest} is a command, or the name of a button.
        came = ngettext(
            "{count:,} new article, and more are being read. The newest, the rest under {latest}:",
            "{count:,} new articles, and more are being read. The newest, the rest under {latest}:",
            content.came,
            latest=latest,
        )
    else:
        # Translators: {latest} is a command, or the name of a button.
        came = ngettext(
            "{count:,} new article. The newest, the rest under {latest}:",
            "{count:,} new articles. The newest, the rest under {latest}:",
            content.came,
            latest=latest,
        )
    why = cut(language.say(_all_of(_why(content, len(content.stories)))), _TITLE_LENGTH)
    return in_line(" · ", (_("You follow {what}", what=why) if why else "", came))


def _heading(content: Edition, latest: Said) -> Said:
    parts: list[Said] = []
    if why := _why(content, len(content.stories)):
        # Translators: why a story comes at once: it is of what the chat follows.
        parts.append(_("You follow {what}", what=_all_of(why)))
    if content.is_summary:
        # Translators: above what a chat follows, which comes once a day.
        parts.append(_("What you follow, today’s summary"))
    elif not content.is_push:
        # Translators: above the first story of an edition; {hour} is "07:30".
        parts.append(_("Your {hour} edition", hour=content.slot))
    if content.left_out:
        # Translators: behind "Your 07:30 edition"; {latest} is a command, or the name of a button.
        more = ngettext(
            "{count:,} more new story under {latest}",
            "{count:,} more new stories under {latest}",
            content.left_out,
            latest=latest,
        )
        parts.append(more)
    return in_line(" · ", parts)


def _why(content: Edition, shown: int) -> tuple[str, ...]:
    """What is followed; of several stories none is "this story"."""
    return content.because if shown == 1 else tuple(filter(None, content.because))


def _all_of(words: Sequence[str]) -> Said:
    """ "Syria and Russia and this story": what is followed may have commas of its own."""
    all_of: Said = ""
    for one in map(_named, words):
        all_of = pair(all_of, one) if all_of else one
    return all_of


def _named(words: str) -> Said:
    # Translators: what is followed: "You follow this story".
    return words or pgettext("followed", "this story")
