"""A story on one screen or less."""

from collections.abc import Iterator

from bot.domain import excerpts, pull_quotes
from bot.domain.articles import StoredArticle, Story
from bot.domain.messages import Button, Buttons, Message
from bot.domain.pull_quotes import PullQuote
from bot.domain.words import cut, safe_words
from bot.render.articles import article_head, lone, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button
from bot.render.quotes import quote_block, read_buttons
from bot.render.split import single
from bot.render.texts import _, in_line, pgettext
from summaries.models import Span

SENTENCE_LENGTH = 500  # graphemes: about ten lines on a phone; a longer sentence ends in an ellipsis
OPENING_LENGTH = 300  # of an article that was not analysed
OTHERS = 4  # articles named under "also in"


def story(
    content: Story,
    *,
    sentences: int = excerpts.SENTENCES,
    link_full_text: bool = True,
    because: str | None = None,
    below: Buttons = (),
) -> Message:
    """A story: who reports it, what happened, one voice, who is in it. `because` says why it was sent.

    `below` are buttons under its own.
    """
    lead = content.lead
    shown = excerpts.news_of(content, sentences)
    pull = pull_quotes.pull_quote(content, shown=shown)
    blocks = (
        *((paragraph(italic(cut(because, SENTENCE_LENGTH))),) if because else ()),
        *article_head(lead, update=content.before is not None),
        *_summary(lead, shown),
        *_pull(content, pull),
        *_actors(lead),
        *_others(content, pull),
    )
    others = read_buttons(content.articles[1 : OTHERS + 1])
    return single(blocks, (*_buttons(lead, link_full_text=link_full_text), *others, *below))


def _summary(article: StoredArticle, shown: tuple[Span, ...]) -> tuple[Block, ...]:
    read = article.analysis.article
    if shown:
        return tuple(paragraph(cut(safe_words(read, span), SENTENCE_LENGTH)) for span in shown)
    return tuple(paragraph(cut(safe_words(read, span), OPENING_LENGTH)) for span in read.body[:1])


def _pull(content: Story, pull: PullQuote | None) -> tuple[Block, ...]:
    if pull is None:
        return ()
    below = "" if pull.article is content.lead else short_origin(pull.article.analysis.article)
    return (quote_block(pull.article.analysis, pull.quote, below=below),)


def _actors(article: StoredArticle) -> tuple[Block, ...]:
    names = [cut(actor.name, 60) for actor in excerpts.main_actors(article.analysis)]
    # Translators: who is in an article, a list of names.
    return (paragraph(italic(_("Who: {names}", names=plain(", ".join(names))))),) if names else ()


def _others(content: Story, pull: PullQuote | None) -> tuple[Block, ...]:
    others = content.articles[1:]
    if not others:
        return ()
    named = [
        paragraph(
            "· ",
            linked(plain(title(read)), read.url),
            italic(in_line("", (", ", told)) if (told := short_origin(read)) else ""),
        ).close()
        for read in (other.analysis.article for other in others[:OTHERS])
    ]
    more = len(others) - len(named)
    return (
        paragraph(bold(_("Also in"))),
        *named,
        *((paragraph(italic(_("and {count} more", count=more))).close(),) if more else ()),
        *_added(content, pull),
    )


def _added(content: Story, pull: PullQuote | None) -> Iterator[Block]:
    for number, one in enumerate(pull_quotes.additions(content, pull=pull)):
        if not number:
            yield paragraph(bold(_("What the others add")))
        read = one.article.analysis.article
        sentence = cut(safe_words(read, one.sentence), SENTENCE_LENGTH)
        yield paragraph("· ", *lone(read, sentence)).close()


def _buttons(article: StoredArticle, *, link_full_text: bool) -> Buttons:
    row: list[Button] = []
    if excerpts.shown(article.analysis):
        row.append(button(_("Quotes"), "q", article.id))
    if article.analysis.actors:
        row.append(button(pgettext("button", "Who"), "w", article.id))
    if link_full_text and article.whole_text:
        row.append(button(_("Full text"), "t", article.id))
    return (tuple(row),) if row else ()
