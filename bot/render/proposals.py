"""What an editor is shown of a document they sent: what was read in it, and what can be done with it."""

from bot.domain.editing import Draft
from bot.domain.messages import Message
from bot.domain.words import cut, safe_words
from bot.render.articles import origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph
from bot.render.buttons import button
from bot.render.clock import listed
from bot.render.editing import TITLE_LENGTH
from bot.render.languages import language_name
from bot.render.split import messages
from summaries.models import Analysis, Quote

_SPEAKERS = 8


def proposal(draft: Draft) -> tuple[Message, ...]:
    """What was read in a document, and the question whether to file it."""
    return messages(
        (
            paragraph(italic(f"Read from {cut(draft.name, TITLE_LENGTH)}")),
            *_what_was_read(draft.analysis),
            paragraph("Shall I file it?"),
        ),
        (
            (button("File it", "df", draft.id, "live"), button("File and hold", "df", draft.id, "held")),
            (button("Throw it away", "dx", draft.id),),
        ),
    )


def _what_was_read(analysis: Analysis) -> tuple[Block, ...]:
    article = analysis.article
    headline = "" if article.headline is not None else "No headline was found. It begins: "
    if not analysis.analysed:
        body: tuple[Block, ...] = (
            paragraph(italic(f"Not analysed: it is written in {language_name(article.language)}.")),
        )
    else:
        body = tuple(paragraph(cut(safe_words(article, span), 500)) for span in analysis.summary)
    return (
        paragraph(headline, linked(bold(cut(title(article), TITLE_LENGTH)), article.url)),
        paragraph(italic(origin(article))).close(),
        *body,
        paragraph(italic("Speakers: "), _speakers(analysis)),
        paragraph(italic("Quotations: "), str(len(analysis.quotes))).close(),
    )


def _speakers(analysis: Analysis) -> str:
    """Those who are quoted: by the names they have, else in the article's words."""
    names = dict.fromkeys(
        name for quote in analysis.quotes if (name := _speaker(analysis, quote)) is not None
    )
    return listed([cut(name, 60) for name in list(names)[:_SPEAKERS]]) or "none"


def _speaker(analysis: Analysis, quote: Quote) -> str | None:
    if quote.actor is not None:
        return analysis.actors[quote.actor].name
    return safe_words(analysis.article, quote.speaker) if quote.speaker is not None else None
