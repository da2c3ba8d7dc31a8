"""What one story tells of a name or of words. `iw:12:assad` is the button of it."""

from bot.domain.whois import who_is
from bot.domain.within import Within
from bot.domain.words import cut, safe_words
from bot.render.articles import article_head
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import button
from bot.render.copying import copy_each, words_copied
from bot.render.quotes import quote_blocks
from bot.render.texts import _
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

_SENTENCE = 400  # graphemes of one that is shown


def within(asked: str, content: Within) -> tuple[Unsaid, ...]:
    """The words of the story that answer what was asked; that there are none."""
    article = content.article
    read = article.analysis.article
    buttons = ((button(_("The story"), "s", article.id), button(_("Full text"), "t", article.id)),)
    head = article_head(article)
    if not content:
        nothing = paragraph(_("This story tells nothing of “{words}”.", words=asked))
        search = button(_("Search “{words}”", words=asked), "f", asked)
        return messages((*head, nothing), (*buttons, (search,)))
    blocks: list[Block] = [*head, paragraph(bold(content.actor.name if content.actor else asked))]
    if content.actor is not None and (described := who_is(article.analysis, content.actor)):
        blocks.append(paragraph(italic(described)).close())
    blocks += [block for quote in content.quotes for block in quote_blocks(article.analysis, quote)]
    blocks += [paragraph(cut(safe_words(read, sentence), _SENTENCE)) for sentence in content.sentences]
    return messages(blocks, (*_copying(content), *buttons))


def _copying(content: Within) -> UnsaidButtons:
    """A button that copies the quotation, where there is one alone and it is short enough."""
    said = [(None, words_copied(content.article.analysis, quote)) for quote in content.quotes]
    return copy_each(said) if len(said) == 1 else ()
