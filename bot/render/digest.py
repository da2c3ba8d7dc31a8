"""An actor digest: who somebody is, what they said, did and met with, in the articles' words."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.actors import ActorDigest, ActorEntry, DigestLine, Joining
from bot.domain.digests import LINES, is_fact
from bot.domain.passages import leads_before, passage, read_behind
from bot.domain.whois import words_of_line
from bot.domain.words import cut
from bot.render.articles import fact, kind, listed_title, lone, short_origin, source
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.cast import KINDS, actor_buttons, in_articles
from bot.render.interests import more_button
from bot.render.joining import how_joined, joining_buttons
from bot.render.quote_lists import also_buttons, nearest_to
from bot.render.quotes import NAME_LENGTH, NOTHING, quote_blocks, statement_blocks
from bot.render.texts import Run, Said, _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages
from summaries.models import Article, Span

NAMES = 6
SENTENCE_LENGTH = 360


def digest(
    content: ActorDigest,
    *,
    taken_for: str | None = None,
    others: Sequence[ActorEntry] = (),
    joining: Joining | None = None,
) -> tuple[Unsaid, ...]:
    """The digest; `taken_for` is what was typed where it is not the actor's name, `joining` for editors.

    `others`: whom the name that was typed could mean, too.
    """
    blocks = [
        *_head(content, taken_for),
        *_part(pgettext("digest", "Said last"), content.statements, content),
        *_part(pgettext("digest", "Did"), content.did, content),
        # Translators: above sentences that tell what others did to somebody.
        *_part(_("What others did to them"), content.done_to, content),
        # Translators: above sentences that tell of somebody who said and did nothing that is told.
        *_part(_("In the news"), content.in_news, content),
        *_part(_("Said about them"), content.said_about, content, told=_said_by_another),
        *_beside(content),
        *_read_on(content),
        *(how_joined(joining) if joining else ()),
    ]
    editors = joining_buttons(joining) if joining else ()
    return messages(blocks, (*also_buttons(others, "a"), *_buttons(content), *editors))


def _head(content: ActorDigest, taken_for: str | None) -> Iterable[Block]:
    if taken_for is not None:
        yield paragraph(nearest_to(taken_for))
    who = next(iter(content.descriptions), None)
    beside = (plain(", "), *_told(who, content, fact)) if who is not None and is_fact(who) else ()
    yield paragraph(bold(content.actor.name), *beside)
    if who is not None and not beside:
        yield paragraph(*_told(who, content)).close()
    where = in_articles(content.actor.articles)
    yield paragraph(italic(in_line(" · ", (KINDS[content.actor.kind], where)))).close()
    if content.also_named:
        yield paragraph(
            italic(
                _("also {names}", names=plain(cut(", ".join(content.also_named[:NAMES]), SENTENCE_LENGTH)))
            )
        ).close()


def _line(line: DigestLine, content: ActorDigest, read: Span) -> Iterable[Block]:
    if line.is_said_for:
        return _said_by_another(line, content, read)
    if line.quote is not None:
        article = line.article.analysis.article
        below = source(article) if _names_article(article, content) else ""
        return statement_blocks(line.article.analysis, line.quote, below=below, read=read)
    return (paragraph("· ", *_told(line, content)).close(),)


def _said_by_another(line: DigestLine, content: ActorDigest, read: Span) -> Iterable[Block]:
    """What another said, of the actor or for it, with who that is."""
    assert line.quote is not None, "what is said is a quotation"
    article = line.article.analysis.article
    below = short_origin(article) if _names_article(article, content) else ""
    return quote_blocks(line.article.analysis, line.quote, below=below, read=read)


def _part(
    name: Said,
    lines: Sequence[DigestLine],
    content: ActorDigest,
    *,
    told: Callable[[DigestLine, ActorDigest, Span], Iterable[Block]] = _line,
) -> Iterable[Block]:
    if lines:
        yield paragraph(bold(name))
    for above, line in zip((None, *lines), lines[:LINES], strict=False):
        yield from told(line, content, _read_of(above, line))


def _read_of(above: DigestLine | None, line: DigestLine) -> Span:
    """What a reader of the line above has read of this one’s article: its words, or what leads to both."""
    if above is None or above.quote is None or above.article is not line.article:
        return NOTHING
    analysis = line.article.analysis
    words = passage(analysis, above.quote)
    led = leads_before(analysis, above.quote, words)
    lead = leads_before(analysis, line.quote, passage(analysis, line.quote)) if line.quote else None
    if led is not None and lead is not None and led.holds(lead):
        return led
    return Span(words[0].start, read_behind(analysis, above.quote, words))


def _beside(content: ActorDigest) -> Iterable[Block]:
    if content.beside:
        names = ", ".join(cut(entry.name, NAME_LENGTH) for entry in content.beside[:NAMES])
        yield paragraph(italic(_("Appears with {names}", names=plain(names))))


def _read_on(content: ActorDigest) -> Iterable[Block]:
    if content.read_on and not _several(content):
        only = content.read_on[0]
        title = linked(plain(listed_title(only)), only.url)
        # Translators: the one article that all of a digest is from.
        yield paragraph(italic(_("All of this is from {title}", title=title)))


def _buttons(content: ActorDigest) -> UnsaidButtons:
    more_said = any(not line.is_said_for for line in content.statements[LINES:])
    said = (button(_("All quotations"), "qa", content.actor.id),) if more_said else ()
    more = ((*said, more_button("a", content.actor.id)),)
    articles = in_rows([button(listed_title(one), "s", one.article_id) for one in content.read_on[:NAMES]])
    return (*more, *actor_buttons(content.beside[:NAMES]), *articles)


def _told(
    line: DigestLine, content: ActorDigest, words: Callable[..., tuple[Run, ...]] = lone
) -> tuple[Run, ...]:
    read = line.article.analysis.article
    said = cut(words_of_line(line), SENTENCE_LENGTH)
    return words(read, said, told_by=_several(content))


def _names_article(article: Article, content: ActorDigest) -> bool:
    """Whether the article is told under a quotation: where there are several, and whose column it is."""
    return _several(content) or bool(kind(article.genre))


def _several(content: ActorDigest) -> bool:
    """Whether it must be said which article a line is from."""
    return content.actor.articles > 1
