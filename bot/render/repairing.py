"""What editors see where they repair what was misread. Its actions, of article 12:

mm:12  what was repaired, and what can be      mu:12:7  undo repair 7
mp:12:0  quotations that could stand for it  mq:12:KEY  this one does        mn:12  none does
ms:12  its summary                           mx:12:KEY  strike this sentence
mt:12:0  sentences to take                   my:12:KEY  take this one
mk:12:0  who said what                       mv:12:KEY:0  who said this      mo:12:KEY  nobody is named
                                             mw:12:KEY:KEY  the second said the first
mh:12:0  who is in it                        mi:12:KEY  hide this one
mc:12:7  correct what was sent by repair 7   mr:12  show what was sent as it stands

A KEY stands for words, never for a place among others: what was read anew since is not mistaken for it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain import excerpts, passages, repair_choices
from bot.domain.articles import Page
from bot.domain.editing import Bench
from bot.domain.repairing import words_of_quote
from bot.domain.repairs import Repair, key_of, plain_words
from bot.domain.words import cut, safe_words, words_of_spans
from bot.render.blocks import Block, bold, italic, paragraph, plain
from bot.render.buttons import BACK, HALF_LABEL_LENGTH, button, in_rows, turning
from bot.render.clock import moment
from bot.render.editing import named
from bot.render.people import name_of
from bot.render.quotes import quote_block, speaker
from bot.render.repairs_told import WORDS_LENGTH, told_of
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages
from summaries.models import Analysis, Quote, Span

Item = TypeVar("Item")

ON_A_PAGE = 5  # quotations and sentences: with their words, one message and a screen
NAMES_ON_A_PAGE = 8
REPAIRS_ON_A_PAGE = 6
ACROSS = 5

READ_ANEW = _("The article has been read again since, and this is no longer there. Here is how it stands.")
NO_CHANGE = _("It is so already, or another editor was faster. Here is how it stands.")


def bench_page(
    bench: Bench,
    *,
    names: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
    page: int = 0,
    done: Said | None = None,
    sent: int = 0,
) -> tuple[Unsaid, ...]:
    """What was repaired, by whom and when, each with Undo, and what can be repaired; the newest first.

    `sent`: messages that show the article otherwise since, and can be changed, too.
    """
    id_, shown = bench.article.id, Page.of(bench.mended[::-1], page, REPAIRS_ON_A_PAGE)
    numbered = [(shown.total + 1 - number, one) for number, one in enumerate(shown.items, shown.first)]
    lines = [
        paragraph(
            plain(f"{number}. "),
            told_of(one),
            italic(in_line("", ("\n", name_of(one.by, names), ", ", moment(one.at, zone=zone, now=now)))),
            *((bold(in_line("", ("\n", _LAPSED))),) if isinstance(one, Repair) and one.lapsed else ()),
        )
        for number, one in numbered
    ]
    undo = [
        button(_("Undo {number}", number=number), "mu" if isinstance(one, Repair) else "vu", id_, one.id)
        for number, one in numbered
        if isinstance(one, Repair) or one.stands
    ]
    return messages(
        (
            *((paragraph(done),) if done else ()),
            named(bench.article),
            *(lines or [paragraph(_("Nothing in it has been repaired. What is wrong?"))]),
        ),
        (
            *(((button(rewritten(sent), "mr", id_),),) if sent else ()),
            *in_rows(undo, across=3),
            *_turning(shown, "mm", id_),
            (button(_("Pull quote…"), "mp", id_, 0), button(_("Speaker…"), "mk", id_, 0)),
            (button(_("Summary…"), "ms", id_), button(pgettext("button", "Who…"), "mh", id_, 0)),
            (button(_("Story…"), "vs", id_),),
            (button(_("Preview"), "ap", id_), button(BACK, "aw", id_)),
        ),
    )


def rewritten(sent: int) -> Said:
    """A button that has what was sent show the article as it stands."""
    return ngettext("Change {count} sent message", "Change {count} sent messages", sent)


# Translators: of a repair, below it.
_LAPSED = _("It no longer applies: its words are not in the article as it is read now.")


def done_buttons(bench: Bench, repair_id: int, *, sent: int) -> UnsaidButtons:
    """What can be done with a repair that was just made: undone, and told to those who have the article."""
    id_ = bench.article.id
    correct = ngettext("Correct {count} sent message", "Correct {count} sent messages", sent)
    return (
        (button(_("Undo the repair"), "mu", id_, repair_id),),
        *(((button(correct, "mc", id_, repair_id),),) if sent else ()),
    )


# ------------------------------------------------------------------ pull quote


def pull_page(bench: Bench, *, page: int = 0) -> tuple[Unsaid, ...]:
    """The quotation that stands for the article, and those that could, the next best first."""
    article, id_ = bench.article, bench.article.id
    now = repair_choices.pulled(article)
    shown = Page.of(repair_choices.pullable(article), page, ON_A_PAGE)
    blocks = [_numbered_quote(article.analysis, n, one) for n, one in enumerate(shown.items, shown.first)]
    return messages(
        (
            named(article),
            paragraph(bold(_("Pull quote") if now is not None else _("No quotation stands for it."))),
            *((quote_block(article.analysis, now),) if now is not None else ()),
            paragraph(bold(_("Others, the next best first"))) if blocks else paragraph(),
            *blocks,
        ),
        (
            *_numbers(bench, [_key(article.analysis, one) for one in shown.items], "mq", shown.first),
            *_turning(shown, "mp", id_),
            *(((button(_("No pull quote"), "mn", id_),),) if now is not None else ()),
            (button(BACK, "mm", id_),),
        ),
    )


# ------------------------------------------------------------------ summary


def summary_page(bench: Bench) -> tuple[Unsaid, ...]:
    """The sentences of the summary, each to be struck."""
    analysis, id_ = bench.article.analysis, bench.article.id
    spans = excerpts.summary_of(analysis, excerpts.SENTENCES)
    strike = [
        button(_("Strike {number}", number=number), "mx", id_, _sentence_key(analysis, span))
        for number, span in enumerate(spans, 1)
    ]
    return messages(
        (
            named(bench.article),
            paragraph(bold(_("Summary"))),
            *(_numbered(number, _sentence(analysis, span)) for number, span in enumerate(spans, 1)),
        ),
        (
            *in_rows(strike, across=3),
            (button(_("Take a sentence…"), "mt", id_, 0),),
            (button(BACK, "mm", id_),),
        ),
    )


def take_page(bench: Bench, *, page: int = 0) -> tuple[Unsaid, ...]:
    """The other sentences of the article, in its order, each to be taken."""
    analysis, id_ = bench.article.analysis, bench.article.id
    shown = Page.of(repair_choices.sentences(analysis), page, ON_A_PAGE)
    return messages(
        (
            named(bench.article),
            paragraph(bold(_("Which sentence is to stand in the summary?"))),
            *(
                _numbered(number, _sentence(analysis, span))
                for number, span in enumerate(shown.items, shown.first)
            ),
        ),
        (
            *_numbers(bench, [_sentence_key(analysis, span) for span in shown.items], "my", shown.first),
            *_turning(shown, "mt", id_),
            (button(BACK, "ms", id_),),
        ),
    )


# ------------------------------------------------------------------ speakers


def quotes_page(bench: Bench, *, page: int = 0) -> tuple[Unsaid, ...]:
    """What is said in the article, each with its speaker; whose is wrong?"""
    analysis, id_ = bench.article.analysis, bench.article.id
    quotes = tuple(excerpts.quotations(analysis))
    pulled = repair_choices.pulled(bench.article)
    # What stands in the preview is what an editor saw.
    quotes = tuple(sorted(quotes, key=lambda quote: quote != pulled))
    shown = Page.of(quotes, page, ON_A_PAGE)
    return messages(
        (
            named(bench.article),
            paragraph(bold(_("Whose words are wrong?") if quotes else _("No quotations to show"))),
            *(_numbered_quote(analysis, number, one) for number, one in enumerate(shown.items, shown.first)),
        ),
        (
            *_numbers(bench, [f"{_key(analysis, one)}:0" for one in shown.items], "mv", shown.first),
            *_turning(shown, "mk", id_),
            (button(BACK, "mm", id_),),
        ),
    )


def speaker_page(bench: Bench, quote: Quote, *, page: int = 0) -> tuple[Unsaid, ...]:
    """Who may have said it: who is named beside it, then the article's actors, the nearest first."""
    analysis, id_, key = bench.article.analysis, bench.article.id, _key(bench.article.analysis, quote)
    shown = Page.of(repair_choices.speakers(bench, quote), page, NAMES_ON_A_PAGE)
    buttons = [button(name, "mw", id_, key, key_of(name), most=HALF_LABEL_LENGTH) for name in shown.items]
    return messages(
        (
            named(bench.article),
            quote_block(analysis, quote),
            paragraph(bold(_("Who said this?"))),
            paragraph(italic(_("Or reply with the article’s words for them: “a senior official”."))).close(),
        ),
        (
            *in_rows(buttons, across=2),
            *_turning(shown, "mv", id_, key),
            (button(_("The article does not tell"), "mo", id_, key),),
            (button(BACK, "mk", id_, 0),),
        ),
    )


# ------------------------------------------------------------------ who is in it


def who_page(bench: Bench, *, page: int = 0) -> tuple[Unsaid, ...]:
    """The article's actors, the heaviest first, each to be hidden."""
    id_ = bench.article.id
    shown = Page.of(bench.article.analysis.actors, page, NAMES_ON_A_PAGE)
    buttons = [button(one.name, "mi", id_, key_of(one.name), most=HALF_LABEL_LENGTH) for one in shown.items]
    asked = (
        _("Who is to be hidden from “Who” and /who? What they said stays, under the article’s own words.")
        if shown.items
        else _("Nobody is in it.")
    )
    return messages(
        (named(bench.article), paragraph(asked)),
        (*in_rows(buttons, across=2), *_turning(shown, "mh", id_), (button(BACK, "mm", id_),)),
    )


# ------------------------------------------------------------------ within


def _key(analysis: Analysis, quote: Quote) -> str:
    return key_of(words_of_quote(analysis, quote))


def _sentence_key(analysis: Analysis, span: Span) -> str:
    return key_of(plain_words(span.of(analysis.article.text)))


def _sentence(analysis: Analysis, span: Span) -> str:
    return cut(safe_words(analysis.article, span), WORDS_LENGTH)


def _numbered(number: int, words: str) -> Block:
    return paragraph(plain(f"{number}. {words}"))


def _numbered_quote(analysis: Analysis, number: int, quote: Quote) -> Block:
    words = words_of_spans(analysis.article, passages.passage(analysis, quote))
    return paragraph(plain(f"{number}. {cut(words, WORDS_LENGTH)}\n— "), *speaker(analysis, quote))


def _numbers(bench: Bench, keys: Sequence[str], verb: str, first: int) -> UnsaidButtons:
    """A button a line, by its number."""
    buttons = [button(str(n), verb, bench.article.id, key) for n, key in enumerate(keys, first)]
    return in_rows(buttons, across=ACROSS)


def _turning(page: Page[Item], verb: str, *before: int | str) -> UnsaidButtons:
    """On to more, and back from it; another button leads out."""
    return turning(page.number, page.count, verb, *before, back=_("‹ Earlier"))
