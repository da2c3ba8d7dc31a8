"""A story on one screen of a phone: as much of it as fits, in whole sentences."""

from collections.abc import Iterable, Iterator

from bot.domain import excerpts
from bot.domain.articles import StoredArticle, Story
from bot.domain.pull_quotes import PullQuote, additions, pull_quotes
from bot.domain.subjects import brings_in_main_actor, deck_for, is_of_page, is_turned, tells_headline
from bot.domain.words import cut, safe_words
from bot.render.articles import (
    article_head,
    lone,
    number_for_editors,
    read_button,
    short_origin,
    title,
)
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import HALF_LABEL_LENGTH, LABEL_LENGTH, button, in_rows
from bot.render.interests import more_button
from bot.render.language import Language
from bot.render.quotes import quote_block
from bot.render.screen import LINE, lines, room_beside
from bot.render.texts import _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, single
from summaries.models import Article, Span

REASON_LENGTH = 500  # graphemes
SHORTEST = 13  # lines: a sentence of so many is shown whole, however little room there is
BESIDE_VOICE = 2  # sentences, where the first alone does not tell what happened
FEW_LINES = 3  # of names, with the one that parts them from what stands above
OPENING_LENGTH = 300  # of an article that was not analysed
OTHERS = 4  # articles named under "also in"


def story(
    content: Story,
    *,
    sentences: int = excerpts.SENTENCES,
    link_full_text: bool = True,
    because: str | None = None,
    above: tuple[Block, ...] = (),
    below: UnsaidButtons = (),
) -> Unsaid:
    """A story: who reports it, what happened, one voice, who is in it. `because` says why it was sent.

    `above` stands on top of it, `below` are buttons under its own. What makes it longer than a screen is left
    out whole: it stands behind the buttons.
    """
    lead = content.lead
    head = (
        *((paragraph(italic(cut(because, REASON_LENGTH))),) if because else ()),
        *above,
        *article_head(lead, update=content.before is not None),
    )
    beside = content.articles[1 : OTHERS + 1]
    most = HALF_LABEL_LENGTH if len(beside) > 1 else LABEL_LENGTH
    others = in_rows([read_button(each, most=most) for each in beside], across=2)
    buttons = (*_buttons(lead, link_full_text=link_full_text), *others, *below)

    def blocks(language: Language) -> tuple[Block, ...]:
        above_all = (*head, *number_for_editors(lead.id, language))
        room = room_beside(above_all, buttons, language)
        return (*above_all, *_screen(content, excerpts.news_of(content, sentences), room, language))

    return single(blocks, buttons)


def _screen(content: Story, sentences: tuple[Span, ...], room: int, language: Language) -> tuple[Block, ...]:
    """What fits into so many lines: what happened, one voice, who is in it, what others tell.

    Names give way to a sentence: where those in a few lines let one more stand, no more are named.
    """
    who, fewer = _actors(content.lead, language), _actors(content.lead, language, most=FEW_LINES)
    summary, pull, count = _happened(content, sentences, room - lines(who, language), language)
    if fewer != who:
        more, beside, many = _happened(content, sentences, room - lines(fewer, language), language)
        if len(more) > len(summary) or many > count == 1:
            summary, pull, who = more, beside, fewer
    if lines((*summary, *who), language) > room:
        who = ()
    voice = _voice(content, pull)
    room -= lines((*summary, *voice, *who), language)
    return (*summary, *voice, *who, *_others(content, pull, room, language))


def _happened(
    content: Story, sentences: tuple[Span, ...], room: int, language: Language
) -> tuple[tuple[Block, ...], PullQuote | None, int]:
    """As many of the sentences as fit into so many lines with one voice beside them; that voice; how many.

    What happened goes before what is said of it: a voice stands beside two sentences, or one that tells
    what the headline does and of whom; one that an editor chose in any case, and the first sentence.
    """
    told = tells_headline(content.lead, sentences[:1]) and not brings_in_main_actor(content.lead, sentences)
    fewest = 1 if told else min(BESIDE_VOICE, len(sentences))
    alone: tuple[tuple[Block, ...], int] | None = None
    for count in range(len(sentences), 0, -1):
        shown = sentences[:count]
        summary = _sentences(content.lead, shown, room)
        if (deck := deck_for(content.lead, shown)) is not None:
            below = _sentences(content.lead, (deck, *shown), room)
            # It gives way where it would leave one sentence of two that tell what it tells little of,
            # or that stand together.
            if (
                count != BESIDE_VOICE
                or lines(below, language) <= room
                or not (tells_headline(content.lead, shown) or is_turned(content.lead, shown))
            ):
                summary = below
        left = room - lines(summary, language)
        if left < 0 and count > 1:
            continue
        chosen = content.lead.pull is not None
        for pull in pull_quotes(content, shown=shown) if count >= fewest or chosen else ():
            if lines(_voice(content, pull), language) <= left or (count == 1 and chosen):
                return summary, pull, count
        alone = alone or (summary, count)
    summary, count = alone or (_opening(content.lead), 0)
    return summary, None, count


def _sentences(article: StoredArticle, shown: tuple[Span, ...], room: int) -> tuple[Block, ...]:
    """What is longer than all the room ends in an ellipsis."""
    most = max(room - 1, SHORTEST) * LINE
    return tuple(paragraph(cut(safe_words(article.analysis.article, span), most)) for span in shown)


def _opening(article: StoredArticle) -> tuple[Block, ...]:
    """How an article begins that has no summary: by its deck, where what follows are others' words.

    Of readers' letters there may be nothing to show but the headline.
    """
    read = article.analysis.article
    begins = (read.deck,) if article.analysis.analysed and read.deck is not None else read.body[:1]
    begins = () if read.deck in begins and is_of_page(read.deck.of(read.text)) else begins
    return tuple(paragraph(cut(safe_words(read, span), OPENING_LENGTH)) for span in begins)


def _voice(content: Story, pull: PullQuote | None) -> tuple[Block, ...]:
    if pull is None:
        return ()
    below = "" if pull.article is content.lead else short_origin(pull.article.analysis.article)
    return (quote_block(pull.article.analysis, pull.quote, below=below),)


def _actors(article: StoredArticle, language: Language, *, most: int | None = None) -> tuple[Block, ...]:
    """The main actors, as many as `most` lines hold, one of them in any case."""
    names = [cut(actor.name, 60) for actor in excerpts.main_actors(article.analysis)]
    for count in range(len(names), 0, -1):
        # Translators: who is in an article, a list of names.
        who = (paragraph(italic(_("Who: {names}", names=plain(", ".join(names[:count]))))),)
        if most is None or count == 1 or lines(who, language) <= most:
            return who
    return ()


def _others(content: Story, pull: PullQuote | None, room: int, language: Language) -> tuple[Block, ...]:
    """Which other articles tell of it and what these add, as much as fits into so many lines."""
    others = [other.analysis.article for other in content.articles[1:]]
    named = _fitting(paragraph(bold(_("Also in"))), map(_other, others[:OTHERS]), room - 1, language)
    more = len(others) - len(named) + 1
    if named and more:
        named = (*named, paragraph(italic(_("and {count} more", count=more))).close())
    heading = paragraph(bold(_("What the others add")))
    left = room - lines(named, language)
    return (*named, *_fitting(heading, _added(content, pull), left, language))


def _fitting(heading: Block, blocks: Iterable[Block], room: int, language: Language) -> tuple[Block, ...]:
    """The first blocks that fit under their heading; nothing where none does."""
    found: tuple[Block, ...] = (heading,)
    for block in blocks:
        if lines((*found, block), language) > room:
            break
        found = (*found, block)
    return found if len(found) > 1 else ()


def _other(read: Article) -> Block:
    told = short_origin(read)
    return paragraph(
        "· ", linked(plain(title(read)), read.url), italic(in_line("", (", ", told)) if told else "")
    ).close()


def _added(content: Story, pull: PullQuote | None) -> Iterator[Block]:
    for one in additions(content, pull=pull):
        read = one.article.analysis.article
        yield paragraph("· ", *lone(read, safe_words(read, one.sentence))).close()


def _buttons(article: StoredArticle, *, link_full_text: bool) -> UnsaidButtons:
    row: list[UnsaidButton] = []
    if excerpts.shown(article.analysis):
        row.append(button(_("Quotes"), "q", article.id))
    if article.analysis.actors:
        row.append(button(pgettext("button", "Who"), "w", article.id))
    if link_full_text and article.whole_text:
        row.append(button(_("Full text"), "t", article.id))
    return ((*row, more_button("s", article.id)),)
