"""Quotations: verbatim, with who spoke, and how far the article says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from bot.domain import passages
from bot.domain.actors import ActorEntry
from bot.domain.articles import FiledQuote, Page, StoredArticle, Story
from bot.domain.quotes_about import Nearness
from bot.domain.story_quotes import Saying, reported_in, spoken_in
from bot.domain.whois import who_is
from bot.domain.words import cut, safe_words, units, words_of_spans
from bot.render.articles import dotted, kind, lone, short_origin, title
from bot.render.blocks import LONG_QUOTATION, Block, bold, italic, linked, paragraph, plain, quotation
from bot.render.buttons import (
    HALF_LABEL_LENGTH,
    LABEL_LENGTH,
    MORE,
    button,
    copyable,
    fits,
    in_rows,
    turning,
)
from bot.render.copying import IN_A_ROW, copy_each, words_copied_of
from bot.render.split import PAGE, fit
from bot.render.texts import Run, Said, _, in_line, ngettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages
from summaries.models import Analysis, Quote, Span

NAME_LENGTH = 80
SPEAKERS_LENGTH = 160  # graphemes of words that stand for several, or for nobody with a name
DESCRIPTION_LENGTH = 160  # graphemes; a longer one is a clause that tells more than who somebody is
WORDS_LENGTH = 1500  # of one quotation among several; the whole of it stands in the full text

# Translators: under a quotation, in place of its speaker.
UNATTRIBUTED = _("unattributed: who said it is not certain")
# Translators: how the speaker of a quotation is known; in brackets behind the name, or in a list of notes.
FROM_CONTEXT = _("from the context")
# Translators: of words that the article reports and does not quote; in brackets, or in a list of notes.
REPORTED = _("as reported")


Words: TypeAlias = tuple[Span, ...]  # that are shown for a quotation: reckoned once, and handed on


def quote_block(analysis: Analysis, quote: Quote, *, below: Said = "") -> Block:
    """One quotation with its speaker. Reported speech gets no marks and is said to be reported.

    `below` tells of its article, and leads there.
    """
    return _quote_block(analysis, quote, passages.passage(analysis, quote), below=below)


def _quote_block(
    analysis: Analysis, quote: Quote, words: Words, *, below: Said, number: int | None = None
) -> Block:
    """`number` stands before it."""
    first = (plain(f"{number}. "),) if number is not None else ()
    said = cut(words_of_spans(analysis.article, words), WORDS_LENGTH)
    who = speaker(analysis, quote)
    last = (plain("\n"), linked(italic(below), analysis.article.url)) if below else ()
    if not passages.is_spoken(analysis, quote):
        told = in_line(", ", (kind(analysis.article.genre), REPORTED))
        return paragraph(*first, *who, italic(in_line("", (" (", told, "): "))), said, *last)
    if units(said) > LONG_QUOTATION:  # shown folded: whoever sees its first lines must see whose they are
        return quotation(*first, *who, plain(":\n"), said, *last)
    return quotation(*first, said, plain("\n— "), *who, *last)


def quote_blocks(analysis: Analysis, quote: Quote, *, below: Said = "") -> Iterator[Block]:
    """One quotation with its speaker, under the sentences that lead to it where it leans on them."""
    words = passages.passage(analysis, quote)
    yield from _leading(analysis, quote, words)
    yield _quote_block(analysis, quote, words, below=below)


def _leading(analysis: Analysis, quote: Quote, words: Words) -> Iterator[Block]:
    lead = passages.leads_before(analysis, quote, words)
    if lead is not None:
        yield paragraph(italic(safe_words(analysis.article, lead)))


def statement_blocks(analysis: Analysis, quote: Quote, *, below: Said = "") -> Iterator[Block]:
    """One quotation where the reader knows who speaks, under the sentences that lead to it."""
    words = passages.passage(analysis, quote)
    yield from _leading(analysis, quote, words)
    yield _statement_block(analysis, quote, words, below=below)


def statement_block(analysis: Analysis, quote: Quote, *, below: Said = "") -> Block:
    """One quotation where the reader knows who speaks. What a column reports stands behind its kind."""
    return _statement_block(analysis, quote, passages.passage(analysis, quote), below=below)


def _statement_block(analysis: Analysis, quote: Quote, words: Words, *, below: Said) -> Block:
    said = cut(words_of_spans(analysis.article, words), WORDS_LENGTH)
    known = FROM_CONTEXT if quote.speaker is None else ""
    if not passages.is_spoken(analysis, quote):
        notes = _notes(analysis, below, known, REPORTED)
        told = lone(analysis.article, said, told_by=False)
        return paragraph("· ", *told, italic(" ("), *notes, italic(")")).close()
    notes = _notes(analysis, dotted(kind(analysis.article.genre), below), known)
    return quotation(said, plain("\n") if notes else "", *notes)


def _notes(analysis: Analysis, article: Said, *others: Said) -> tuple[Run, ...]:
    """What is noted of a statement, behind commas; what tells of its article leads there."""
    first = (linked(italic(article), analysis.article.url),) if article else ()
    told = in_line(", ", others)
    return (*first, italic(in_line("", (", ", told)) if first else told)) if told else first


def speaker(analysis: Analysis, quote: Quote) -> tuple[Run, ...]:
    """Who spoke, who that is in the article's words, and how it is known; or that this is not certain."""
    if quote.actor is None:
        named = safe_words(analysis.article, quote.speaker) if quote.speaker is not None else ""
        return (bold(cut(named, SPEAKERS_LENGTH)),) if named else (italic(UNATTRIBUTED),)
    actor = analysis.actors[quote.actor]
    runs = [bold(cut(actor.name, NAME_LENGTH))]
    if described := who_is(analysis, actor):
        runs.append(plain(f", {cut(described, DESCRIPTION_LENGTH)}"))
    if quote.speaker is None:
        runs.append(italic(in_line("", (" (", FROM_CONTEXT, ")"))))
    return tuple(runs)


def story_quotes(story: Story, *, page: int) -> tuple[Unsaid, ...]:
    """One page of what is said in a story: what is quoted first, a few a page, then what is reported."""
    analysis = story.lead.analysis
    parts = tuple(_shown(part, first=first, lead=story.lead) for first, part in _parted(spoken_in(story)))
    told = tuple(chain.from_iterable(parts))
    spoken = tuple(chain.from_iterable(fit(_blocks(part), PAGE) for part in parts))
    pages = (*spoken, *fit(_blocks(_shown(reported_in(story), lead=story.lead)), PAGE))
    if not pages:
        return messages((_heading(analysis, _("No quotations to show")),))
    page = max(0, min(page, len(pages) - 1))
    heading = _heading(analysis, _("Quotations") if page < len(spoken) else _("Reported, not quoted"))
    more = MORE if page + 1 != len(spoken) else _("Reported speech ›")
    here = [each for each in told if each.blocks[-1] in pages[page]]
    turn = turning(page, len(pages), "q", story.lead.id, more=more)
    return messages((heading, *pages[page]), (*_copying(here), *turn))


def _parted(sayings: Sequence[Saying]) -> Iterator[tuple[int, Sequence[Saying]]]:
    """What stands on a page, behind the number of its first: no more than have their buttons in one row."""
    begins = 0
    while begins < len(sayings):
        ends = _page_ends(sayings, begins)
        yield begins + 1, sayings[begins:ends]
        begins = ends


def _page_ends(sayings: Sequence[Saying], begins: int) -> int:
    """Where the next page begins: with none that only the quotation before it explains, and best with none
    above which what was just read would stand once more.
    """
    most = min(begins + IN_A_ROW, len(sayings))
    if most == len(sayings):
        return most
    apart = [ends for ends in range(most, begins + 1, -1) if _reads_apart(sayings[ends])]
    return next(
        (ends for ends in apart if not _is_led_by(*sayings[ends - 1 : ends + 1])), (*apart, begins + 1)[0]
    )


def _reads_apart(saying: Saying) -> bool:
    article, quote = saying
    return passages.reads_apart(article.analysis, quote)


def _is_led_by(before: Saying, saying: Saying) -> bool:
    """Whether what leads to it is what the one before tells."""
    article, quote = saying
    lead = passages.leads_to(article.analysis, quote)
    return (
        lead is not None
        and before[0] is article
        and lead.start < passages.read_to(article.analysis, before[1])
    )


def latest_quotes(page: Page[FiledQuote]) -> tuple[Unsaid, ...]:
    """The newest quotations."""
    if not page.items:
        return messages((paragraph(_("Nobody has been quoted yet.")),))
    return _filed(paragraph(bold(_("Latest quotations"))), page, turning(page.number, page.count, "ql"))


def quotes_of(
    actor: ActorEntry,
    page: Page[FiledQuote],
    *,
    taken_for: str | None = None,
    others: Sequence[ActorEntry] = (),
) -> tuple[Unsaid, ...]:
    """What an actor said; `taken_for` is what was typed where that is not the actor's name.

    `others`: whom what was typed could mean, too.
    """
    if not page.items:
        return not_quoted(actor.name, (actor,), taken_for=taken_for)
    also = also_buttons(others, "qa")
    took = _took(taken_for)
    name = cut(actor.name, NAME_LENGTH)
    heading = paragraph(*took, bold(_("Quotations of {name}", name=name)))
    return _filed(heading, page, (*also, *turning(page.number, page.count, "qa", actor.id)))


def not_quoted(
    asked: str, entries: Sequence[ActorEntry], *, taken_for: str | None = None
) -> tuple[Unsaid, ...]:
    """That nobody of these is quoted, with a button to each; several are named by what was asked."""
    name = cut(entries[0].name if len(entries) == 1 else asked, NAME_LENGTH)
    nothing = _("There are no quotations of {name} in the articles.", name=bold(name))
    about = [button(_("About {name}", name=one.name), "a", one.id) for one in entries]
    return messages((paragraph(*_took(taken_for), nothing),), in_rows(about))


def _took(taken_for: str | None) -> tuple[Run, ...]:
    return (nearest_to(taken_for), plain("\n")) if taken_for is not None else ()


def quotes_about(
    actor: ActorEntry, page: Page[FiledQuote], words: str, nearness: Nearness
) -> tuple[Unsaid, ...]:
    """What an actor said, what is about the words first; and that nothing is, where that is so."""
    if not page.items:
        return quotes_of(actor, page)
    name = cut(actor.name, NAME_LENGTH)
    asked = {
        "said": _("Those that are about “{words}” stand first.", words=words),
        "article": _("None is about “{words}”. Those of articles that tell of it stand first.", words=words),
        "none": _("None is about “{words}”.", words=words),
    }[nearness]
    heading = paragraph(bold(_("Quotations of {name}", name=name)), italic(in_line("", ("\n", asked))))
    return _filed(heading, page, turning(page.number, page.count, "qb", actor.id, after=(words,)))


def quotes_with(
    asked: str,
    page: Page[FiledQuote],
    *,
    typed: str | None = None,
    nearest: Sequence[ActorEntry] = (),
) -> tuple[Unsaid, ...]:
    """Quotations that hold the words; `typed` are others in whose place these were likely meant."""
    if not page.items:
        nobody = (
            _("Nobody is quoted with “{words}”. Did you mean one of these?", words=asked)
            if nearest
            else _("Nobody is quoted with “{words}”. /quotes shows the latest.", words=asked)
        )
        return messages((paragraph(nobody),), speaker_buttons(nearest))
    heading = [bold(_("Quotations with “{words}”", words=plain(asked)))]
    if page.count > 1 and not fits("qw", page.count, asked):
        # Translators: behind "Quotations with “…”" and a comma.
        newest = ngettext(
            "only the newest {count}; with fewer words I can show all",
            "only the newest {count}; with fewer words I can show all",
            len(page.items),
        )
        heading.append(italic(in_line("", (", ", newest))))
    if typed is not None:
        nobody = _("Nobody is quoted with “{words}”.", words=typed)
        heading.append(italic(in_line("", ("\n", nobody))))
    return _filed(paragraph(*heading), page, turning(page.number, page.count, "qw", after=(asked,)))


def which_speaker(asked: str, entries: Sequence[ActorEntry]) -> tuple[Unsaid, ...]:
    """The question whose quotations are meant."""
    return messages(
        (
            paragraph(
                ngettext(
                    "“{name}” fits {count} name. Whose words?",
                    "“{name}” fits {count} names. Whose words?",
                    len(entries),
                    name=asked,
                )
            ),
        ),
        speaker_buttons(entries),
    )


def nearest_to(name: str) -> Run:
    """That a name is nobody's, before whoever has the nearest."""
    return italic(_("Nobody is called “{name}”. The closest name is:", name=name))


def speaker_buttons(entries: Sequence[ActorEntry]) -> UnsaidButtons:
    """UnsaidButtons that open what each actor said, two in a row."""
    buttons = [button(entry.name, "qa", entry.id, most=HALF_LABEL_LENGTH) for entry in entries]
    return in_rows(buttons, across=2)


def also_buttons(others: Sequence[ActorEntry], verb: str) -> UnsaidButtons:
    """UnsaidButtons for those whom a typed name could mean beside the one who is shown, two in a row."""
    # Translators: a button that opens another whom the name that was typed could mean.
    labels = [(_("also: {name}", name=other.name), other.id) for other in others]
    return in_rows([button(label, verb, id_, most=HALF_LABEL_LENGTH) for label, id_ in labels], across=2)


def _filed(heading: Block, page: Page[FiledQuote], turn: UnsaidButtons) -> tuple[Unsaid, ...]:
    """Each quotation with its article, and a button to each article."""
    told = _shown([(filed.article, filed.quote) for filed in page.items], first=page.first)
    reading = read_buttons([filed.article for filed in page.items])
    return messages((heading, *_blocks(told)), (*reading, *_copying(told), *turn))


def read_buttons(articles: Sequence[StoredArticle]) -> UnsaidButtons:
    """A button to each article, once."""
    once = {article.id: article for article in articles}
    return in_rows([read_button(article) for article in once.values()])


def read_button(article: StoredArticle, most: int = LABEL_LENGTH) -> UnsaidButton:
    """The button that opens an article."""
    return button(title(article.analysis.article), "s", article.id, most=most)


def _heading(analysis: Analysis, name: Said) -> Block:
    told = dotted(kind(analysis.article.genre), title(analysis.article))
    return paragraph(bold(name), plain(" · "), linked(italic(told), analysis.article.url))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A saying as it looks, its own block the last; `copied` by the button of its number."""

    blocks: tuple[Block, ...]
    number: int | None
    copied: str  # empty: it is reported, not quoted


def _shown(
    sayings: Sequence[Saying], *, first: int = 1, lead: StoredArticle | None = None
) -> tuple[_Shown, ...]:
    """What is said, numbered from `first` where of several one can be copied.

    In which article that is, is said of those that are not the lead's.
    """
    shown = [passages.passage(article.analysis, quote) for article, quote in sayings]
    copied = [
        words_copied_of(article.analysis, quote, words) if passages.is_spoken(article.analysis, quote) else ""
        for (article, quote), words in zip(sayings, shown, strict=True)
    ]
    numbered = any(map(copyable, copied)) and (len(sayings) > 1 or first > 1)
    return tuple(
        _Shown(
            blocks=(
                *((paragraph(italic(safe_words(article.analysis.article, before))),) if before else ()),
                _quote_block(
                    article.analysis,
                    quote,
                    words,
                    below="" if article is lead else short_origin(article.analysis.article),
                    number=number if numbered else None,
                ),
            ),
            number=number if numbered else None,
            copied=copy,
        )
        for number, ((article, quote), words, copy, before) in enumerate(
            zip(sayings, shown, copied, _unread_leads(sayings, shown), strict=True), first
        )
    )


def _unread_leads(sayings: Sequence[Saying], shown: Sequence[Words]) -> Iterator[Span | None]:
    """Of each saying, that of what leads to it which a reader of the one above has not read there."""
    above: StoredArticle | None = None
    led: Span | None = None  # to the one above
    read = Span(0, 0)  # of its article, with it
    for (article, quote), words in zip(sayings, shown, strict=True):
        lead = passages.leads_before(article.analysis, quote, words)
        if article is not above:
            yield lead
        else:
            yield None if lead is None or (led is not None and led.holds(lead)) else _unread(lead, read)
        above, led = article, lead
        read = Span(words[0].start, passages.read_behind(article.analysis, quote, words))


def _unread(lead: Span, read: Span) -> Span | None:
    begins = max(lead.start, read.end) if read.start < lead.end else lead.start
    return Span(begins, lead.end) if begins < lead.end else None


def _blocks(told: Sequence[_Shown]) -> Iterator[Block]:
    return chain.from_iterable(each.blocks for each in told)


def _copying(told: Sequence[_Shown]) -> UnsaidButtons:
    return copy_each((each.number, each.copied) for each in told)
