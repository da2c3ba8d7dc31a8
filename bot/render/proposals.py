"""What an editor is shown of a document they sent: what was read in it, and what can be done with it."""

from bot.domain.editing import Draft
from bot.domain.excerpts import quotations, shown
from bot.domain.words import cut, safe_words
from bot.render.articles import origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import BACK, button
from bot.render.editing import TITLE_LENGTH, to_queue
from bot.render.language_names import written_in
from bot.render.texts import Said, _, listed, pgettext
from bot.render.unsaid import Unsaid, messages
from summaries.models import Analysis, Quote

_SPEAKERS = 8


def proposal(draft: Draft) -> tuple[Unsaid, ...]:
    """What was read in a document, and the question whether to file it."""
    return messages(
        (
            paragraph(italic(_("Read from {file}", file=cut(draft.name, TITLE_LENGTH)))),
            *_what_was_read(draft.analysis),
            paragraph(_("Shall I file it?")),
        ),
        (
            (
                button(_("File it"), "df", draft.id, "live"),
                button(_("File and hold"), "df", draft.id, "held"),
            ),
            (button(_("Throw it away"), "dx", draft.id), to_queue()),
        ),
    )


def ask_to_throw_away(draft: Draft) -> tuple[Unsaid, ...]:
    """The question before what was proposed is forgotten."""
    return messages(
        (paragraph(bold(_("Throw this away?")), " ", title(draft.analysis.article, TITLE_LENGTH)),),
        ((button(_("Throw it away"), "dx", draft.id, "yes"), button(BACK, "db", draft.id)),),
    )


def _what_was_read(analysis: Analysis) -> tuple[Block, ...]:
    article = analysis.article
    headline = linked(bold(title(article, TITLE_LENGTH)), article.url)
    if not analysis.analysed:
        body: tuple[Block, ...] = (paragraph(italic(written_in(article.language))),)
    else:
        body = tuple(paragraph(cut(safe_words(article, span), 500)) for span in analysis.summary)
    return (
        paragraph(
            headline
            if article.headline is not None
            # Translators: {words} are the first words of the article.
            else _("No headline was found. It begins: {words}", words=headline)
        ),
        paragraph(italic(origin(article))).close(),
        *body,
        paragraph(italic(_("Speakers: {names}", names=plain(_speakers(analysis))))),
        paragraph(italic(_("Quotations: {count}", count=plain(str(len(shown(analysis))))))).close(),
    )


def _speakers(analysis: Analysis) -> Said:
    """Those who are quoted: by the names they have, else in the article's words."""
    names = dict.fromkeys(
        name for quote in quotations(analysis) if (name := _speaker(analysis, quote)) is not None
    )
    # Translators: nobody is quoted; stands in "Speakers: {names}".
    return listed([cut(name, 60) for name in list(names)[:_SPEAKERS]]) or pgettext("speakers", "none")


def _speaker(analysis: Analysis, quote: Quote) -> str | None:
    if quote.actor is not None:
        return analysis.actors[quote.actor].name
    return safe_words(analysis.article, quote.speaker) if quote.speaker is not None else None
