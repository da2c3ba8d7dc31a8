"""Lists: headlines, what a search found; and short answers."""

from collections.abc import Sequence

from bot.domain.articles import ArticleEntry, Found, Page
from bot.domain.words import cut, is_told_by, safe_words
from bot.render.articles import listed_title, origin_of, read_buttons, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain, quotation
from bot.render.buttons import button, fits, in_rows, turning
from bot.render.texts import Run, Said, _
from bot.render.unsaid import Unsaid, UnsaidButtons, messages
from summaries.models import Span

NUMBERS_ACROSS = 5  # number buttons that are still wide enough for a thumb
# Translators: the heading of the newest headlines, and the button that leads to them.
LATEST = _("Latest")
FOUND_LENGTH = 300  # graphemes of a sentence that a search shows


def note(text: Said, buttons: UnsaidButtons = ()) -> tuple[Unsaid, ...]:
    """A short answer of our own."""
    return messages((paragraph(text),), buttons)


def headlines(page: Page[ArticleEntry]) -> tuple[Unsaid, ...]:
    """The newest headlines, numbered, a button each."""
    lines, buttons = _numbered(
        [(one.article_id, linked(bold(listed_title(one)), one.url), origin_of(one)) for one in page.items],
        first=page.first,
    )
    return messages((paragraph(bold(LATEST)), *lines), (*buttons, *turning(page.number, page.count, "l")))


def _numbered(items: Sequence[tuple[int, Run, Said]], *, first: int) -> tuple[list[Block], UnsaidButtons]:
    """Lines of articles, each its id, title and origin, and their buttons."""
    lines = [
        block
        for number, (_, name, origin) in enumerate(items, first)
        for block in (
            paragraph(plain(f"{number}. "), name),
            *((paragraph(italic(origin)).close(),) if origin else ()),
        )
    ]
    buttons = [button(str(number), "s", id_) for number, (id_, _, _) in enumerate(items, first)]
    return lines, in_rows(buttons, across=NUMBERS_ACROSS)


def found(words_asked: str, content: Found) -> tuple[Unsaid, ...]:
    """What a search found, newest first, each with the sentence that matched; or what may have been meant."""
    if not content.articles:
        return _nothing_found(words_asked, content.possible)
    # Translators: a heading; {words} is what somebody searched for.
    heading = bold(_("Found for “{words}”", words=plain(content.meant or words_asked)))
    nothing = _("Nothing found for “{words}”.", words=words_asked) if content.meant is not None else ""
    blocks: list[Block] = [paragraph(italic(nothing)), paragraph(heading).close()]
    for one in content.articles:
        read = one.article.analysis.article
        blocks.append(paragraph(linked(bold(title(read)), read.url)))
        blocks.append(paragraph(italic(short_origin(read))).close())
        words = cut(safe_words(read, Span(*one.sentence)), FOUND_LENGTH) if one.sentence is not None else ""
        name = title(read)
        if words and not (isinstance(name, str) and is_told_by(name, words)):
            blocks.append(quotation(words))
    return messages(blocks, read_buttons([one.article for one in content.articles]))


def _nothing_found(words_asked: str, possible: Sequence[str]) -> tuple[Unsaid, ...]:
    offered = [button(words, "f", words) for words in possible if fits("f", words)]
    if not offered:
        return note(_("Nothing found for “{words}”. Try fewer or other words.", words=words_asked))
    return note(
        _("Nothing found for “{words}”. Did you mean one of these?", words=words_asked), in_rows(offered)
    )
