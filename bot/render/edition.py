"""An edition, a push, and what is said of them later."""

from bot.domain.articles import StoredArticle, Story
from bot.domain.chats import Chat
from bot.domain.deliveries import EditionPart
from bot.domain.messages import Message
from bot.domain.plans import Edition
from bot.domain.words import cut, display_name
from bot.render.articles import CORRECTION_LENGTH, title
from bot.render.blocks import bold, italic, paragraph
from bot.render.briefing import story
from bot.render.lists import imported, note
from bot.render.split import messages

_TITLE_LENGTH = 200


def edition(content: Edition, chat: Chat, stories: tuple[Story, ...]) -> tuple[EditionPart, ...]:
    """One message a story; the first says which edition it is, or why it comes. An import is one list."""
    if not stories:
        return tuple(EditionPart(message=message) for message in note("Nothing new since the last edition."))
    if content.came:
        heading = _import_heading(content)
        listed = relisted(tuple(each.lead for each in stories), heading)
        return tuple(EditionPart(message=message, heading=heading) for message in listed)
    headings = (_heading(content, len(stories)), *(None,) * (len(stories) - 1))
    return tuple(
        EditionPart(message=message, article_id=each.lead.id, heading=heading)
        for each, heading in zip(stories, headings, strict=True)
        for message in retold(each, chat, heading)
    )


def retold(told: Story, chat: Chat, heading: str | None) -> tuple[Message, ...]:
    """The messages of one story of an edition."""
    return story(told, sentences=chat.sentences, link_full_text=chat.link_full_text, because=heading)


def relisted(articles: tuple[StoredArticle, ...], heading: str | None) -> tuple[Message, ...]:
    """The message of an import, of those of its articles that are left."""
    return imported(heading or "", articles)


def withdrawn(article: StoredArticle) -> Message:
    """What stands in place of a message whose article was withdrawn, where it cannot be deleted."""
    return messages(
        [
            paragraph(bold(cut(title(article.analysis.article), _TITLE_LENGTH))),
            paragraph(italic("Withdrawn by the editors. Please disregard what was sent before.")),
        ]
    )[0]


def corrected(article: StoredArticle, what: str) -> Message:
    """The reply to a message that can no longer be edited."""
    return messages(
        [
            paragraph(bold(f"Correction: {cut(title(article.analysis.article), _TITLE_LENGTH)}")),
            paragraph(cut(what, CORRECTION_LENGTH)),
        ]
    )[0]


def topic_lost(chat: Chat) -> Message:
    """For who set a topic up that is closed or deleted."""
    where = display_name(chat.title, _TITLE_LENGTH, otherwise="a group")
    return messages(
        [
            paragraph(
                "The topic in ",
                bold(where),
                " that you had briefings sent to is closed or deleted, so nothing is sent there any more."
                " Reopen it, or choose another topic, and write /start there.",
            )
        ]
    )[0]


def _import_heading(content: Edition) -> str:
    why = f"You follow {cut(' and '.join(content.because), _TITLE_LENGTH)} · " if content.because else ""
    return f"{why}{content.came:,} new articles. The newest, the rest under /latest:"


def _heading(content: Edition, shown: int) -> str | None:
    parts = []
    if content.because:
        parts.append("You follow " + " and ".join(content.because))
    if not content.slot.startswith("push:"):
        parts.append(f"Your {content.slot} edition")
    if content.left_out:
        parts.append(f"{shown} of {shown + content.left_out} new stories, the rest under /latest")
    return " · ".join(parts) or None
