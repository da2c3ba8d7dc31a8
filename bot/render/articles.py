"""How an article looks: its head, its place in a list, its full text."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise
from urllib.parse import urlsplit

from bot.domain.articles import ArticleEntry, StoredArticle
from bot.domain.words import collapse, cut, safe_words
from bot.render import correction_notes
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import LABEL_LENGTH, button, in_rows, turning
from bot.render.dates import day
from bot.render.language import Language
from bot.render.language_names import written_in
from bot.render.split import PAGE, fit
from bot.render.texts import Run, Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages
from summaries.models import Article, Genre, Span
from summaries.shown import shown_day

UNTITLED_WORDS = 80  # graphemes of the first sentence that stand in for a headline that is not there
HEADLINE_LENGTH = 300  # graphemes; a longer one is a paragraph that was taken for a headline
CORRECTION_LENGTH = 1000  # of an editor's note: with the longest headline still one message of Telegram's
PLACE_LENGTH = 60  # of an outlet and an author, too
WORDS_A_MINUTE = 238  # of English prose, read in silence: the mean of 190 studies (Brysbaert 2019)
OPENING_UNITS = 900  # of a full text: what is read at once, before the fold

# Translators: in place of a headline, where an article has neither one nor a text.
UNTITLED = _("Untitled")
# Translators: before the headline of a story of which the reader was told before.
UPDATE = (italic(_("Update:")), plain(" "))
# Translators: kinds of text that are no report, before outlet and day: "Opinion · The News · 1 May 2026".
_KINDS: Mapping[Genre, Said] = {
    "opinion": pgettext("kind", "Opinion"),
    "interview": pgettext("kind", "Interview"),
    "live": pgettext("kind", "Live"),
    "newsletter": pgettext("kind", "Newsletter"),
    "release": pgettext("kind", "Press release"),
    "other": pgettext("kind", "Not news"),
}


def title(article: Article, most: int = HEADLINE_LENGTH) -> Said:
    """The headline; where there is none, how the article begins. Of at most so many graphemes."""
    if article.headline is not None and (headline := safe_words(article, article.headline)):
        return cut(headline, most)
    for span in article.body:
        if opening := safe_words(article, span):
            return cut(opening, min(most, UNTITLED_WORDS))
    return UNTITLED


def listed_title(headline: ArticleEntry, most: int = HEADLINE_LENGTH) -> Said:
    """The same for an article in a list."""
    return cut(collapse(headline.headline or ""), most) or UNTITLED


def origin(article: Article) -> Said:
    """Kind, outlet, writer, place and date, where told: "The News · by Ann Bo · BEIRUT · 14 December 2016".

    An outlet that is not told is the site of the article's address.
    """
    place = cut(safe_words(article, article.dateline), PLACE_LENGTH) if article.dateline is not None else ""
    return dotted(
        kind(article.genre),
        _outlet(article.outlet, article.url),
        _writer(article.author),
        place,
        _day(shown_day(article)),
    )


def short_origin(article: Article) -> Said:
    """Kind, outlet, writer and date, for a line under a quotation."""
    outlet, writer = _outlet(article.outlet, article.url), _writer(article.author)
    return dotted(kind(article.genre), outlet, writer, _day(shown_day(article)))


def outlet(article: Article) -> str:
    """Who published it; where that is not told, the site of its address."""
    return _outlet(article.outlet, article.url)


def source(article: Article) -> Said:
    """Outlet and date, behind a sentence that has its kind before it; of a column its writer, whose it is."""
    writer = _writer(article.author) if kind(article.genre) else ""
    return dotted(_outlet(article.outlet, article.url), writer, _day(shown_day(article)))


def origin_of(headline: ArticleEntry) -> Said:
    """Kind, outlet, writer, place and date of an article in a list."""
    return dotted(
        kind(headline.genre),
        _outlet(headline.outlet, headline.url),
        _writer(headline.author),
        cut(collapse(headline.place or ""), PLACE_LENGTH),
        _day(headline.event_date),
    )


def kind(genre: Genre | None) -> Said:
    """How a text is called that is no report; news, and what cannot be told, by no word."""
    return _KINDS.get(genre, "") if genre is not None else ""


def lone(article: Article, text: str, *, told_by: bool = True) -> tuple[Run, ...]:
    """Words away from their article, behind its kind: those of a column never read as a report.

    `told_by`: whether outlet and date follow.
    """
    called = kind(article.genre)
    if not called:
        return fact(article, text, told_by=told_by)
    # Translators: the kind of a text before words of it: "Opinion: …".
    labelled = italic(_("{kind}: {words}", kind=called, words=plain(text)))
    return labelled, *(_told_by(article) if told_by else ())


def fact(article: Article, text: str, *, told_by: bool = True) -> tuple[Run, ...]:
    """The same of words that are so whoever writes them, as an office is: without the kind."""
    return plain(text), *(_told_by(article) if told_by else ())


def _told_by(article: Article) -> tuple[Run, ...]:
    behind = source(article)
    return (plain(" "), linked(italic(in_line("", ("(", behind, ")"))), article.url)) if behind else ()


def number_for_editors(article_id: int, language: Language) -> tuple[Block, ...]:
    """The article's number, by which editors name it; nothing for a reader."""
    return (
        (paragraph(italic(_("Article {number}", number=article_id))).close(),) if language.for_editors else ()
    )


def article_head(article: StoredArticle, *, update: bool = False) -> tuple[Block, ...]:
    """Headline, origin, and what a reader must know before reading on; `update`: they know of the story."""
    read = article.analysis.article
    return tuple(
        filter(
            None,
            (
                paragraph(*(UPDATE if update else ()), linked(bold(title(read)), read.url)),
                paragraph(italic(origin(read))).close(),
                correction(article),
                paragraph() if article.analysis.analysed else _not_analysed(read),
            ),
        )
    )


def full_text(article: StoredArticle, *, page: int) -> tuple[Unsaid, ...]:
    """One page of the whole article, in its own words; a page that is not there is the last.

    Of an article that is its publisher's to show, where to read it.
    """
    read = article.analysis.article
    if not article.whole_text:
        there = linked(plain(_("Read it there")), read.url)
        # Translators: {link} is a link to the article, "Read it there".
        told = _("The full text is on the publisher’s own page. {link}", link=there)
        return messages((*article_head(article), paragraph(told)))
    pages = fit(_text(article), PAGE)
    page = max(0, min(page, len(pages) - 1))
    blocks = pages[page] if pages else (paragraph(italic(_("This article has no text."))),)
    number = _("page {page} of {pages}", page=page + 1, pages=len(pages)) if len(pages) > 1 else ""
    if page == 0:
        how_long = paragraph(italic(dotted(_reading_time(article), number))).close()
        blocks = (*article_head(article), how_long, *_folded(blocks))
    else:
        named = linked(italic(dotted(kind(read.genre), title(read))), read.url)
        blocks = (paragraph(named, italic(in_line("", (" · ", number)))), *blocks)
    return messages(blocks, turning(page, len(pages), "t", article.id))


def _reading_time(article: StoredArticle) -> Said:
    """How long the text takes; nothing where its words cannot be told from one another."""
    if not article.analysis.analysed:
        return ""
    words = sum(len(span.of(article.text).split()) for span in article.analysis.article.body)
    minutes = max(1, round(words / WORDS_A_MINUTE))
    return ngettext("one minute to read", "{count} minutes to read", minutes) if words else ""


def _text(article: StoredArticle) -> Iterable[Block]:
    read = article.analysis.article
    front = [
        paragraph(italic(safe_words(read, span))) for span in (read.deck, read.byline) if span is not None
    ]
    body = (
        paragraph(*_sentences(read, span, within))
        for span, within in _by_paragraph(read.body, article.analysis.sentences)
    )
    return filter(None, chain(front, body))


def _by_paragraph(body: Sequence[Span], sentences: Sequence[Span]) -> Iterable[tuple[Span, tuple[Span, ...]]]:
    """Each paragraph with its sentences; both stand in text order."""
    next_one = 0
    for span in body:
        inside = []
        while next_one < len(sentences) and sentences[next_one].start < span.end:
            if span.holds(sentences[next_one]):
                inside.append(sentences[next_one])
            next_one += 1
        yield span, tuple(inside)


def _sentences(article: Article, span: Span, sentences: tuple[Span, ...]) -> Iterable[Run]:
    """The paragraph cut before each sentence, so that a message can end there; nothing of it is left out."""
    starts = [span.start, *(one.start for one in sentences if one.start > span.start), span.end]
    for start, end in pairwise(starts):
        if text := safe_words(article, Span(start, end)):
            yield plain(text if end == span.end else f"{text} ")


def _folded(blocks: Sequence[Block]) -> Iterable[Block]:
    """The opening in the open, the rest in one quotation that unfolds at a tap."""
    taken = 0
    for number, block in enumerate(blocks):
        taken += block.units
        if number and taken > OPENING_UNITS:
            return (*blocks[:number], _fold(blocks[number:]))
    return blocks


def _fold(blocks: Sequence[Block]) -> Block:
    runs = chain.from_iterable(
        (*((plain("\n\n"),) if n else ()), *block.runs) for n, block in enumerate(blocks)
    )
    return Block(runs=tuple(runs), frame="folded")


def correction(article: StoredArticle, most: int = CORRECTION_LENGTH) -> Block:
    """The note of what was wrong; an empty block where there is none."""
    note = collapse(article.correction or "")
    if not note:
        return paragraph()
    # Translators: {note} is what an editor wrote, or a note as "We had shown another quotation here."
    return paragraph(bold(_("Corrected: {note}", note=plain(correction_notes.told(note, most)))))


def _not_analysed(article: Article) -> Block:
    return paragraph(italic(written_in(article.language)))


def _day(value: date | None) -> Said:
    return day(value) if value is not None else ""


def _outlet(name: str | None, address: str | None) -> str:
    site = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    return cut(collapse(name or "") or site, PLACE_LENGTH)


def _writer(name: str | None) -> Said:
    shown = cut(collapse(name or ""), PLACE_LENGTH)
    # Translators: who wrote an article, in the line under its headline.
    return _("by {writer}", writer=shown) if shown else ""


def dotted(*parts: Said) -> Said:
    """The parts that there are, in one line."""
    return in_line(" · ", parts)


def read_buttons(articles: Sequence[StoredArticle]) -> UnsaidButtons:
    """A button to each article, once."""
    once = {article.id: article for article in articles}
    return in_rows([read_button(article) for article in once.values()])


def read_button(article: StoredArticle, most: int = LABEL_LENGTH) -> UnsaidButton:
    """The button that opens an article."""
    return button(title(article.analysis.article), "s", article.id, most=most)
