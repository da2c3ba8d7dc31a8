"""What of an article is worth showing: pure choices, made the same way wherever it is shown."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from bot.domain.articles import Story
from summaries.lexicon.openings import LEANING_WORDS
from summaries.listing import listed
from summaries.models import Actor, Analysis, Quote, Span, beside, meeting
from summaries.shown import stands_alone
from summaries.stories import new_sentences

SENTENCES = 3  # of a story, unless told
MAIN_ACTORS = 5  # one line on a phone
LEADING = 240  # characters of a sentence that leads to a quotation
_MARK = re.compile(r"[“”\"«»„‘]")


class _Shown(NamedTuple):
    """A quotation with the words that a reader is shown for it, and its place among all."""

    quote: Quote
    words: tuple[Span, ...]
    place: int

    def is_told_by(self, other: "_Shown") -> bool:
        """Whether a reader of the other has read this one: its words under its name, or all of a report."""
        if self is other or not all(any(whole.holds(span) for whole in other.words) for span in self.words):
            return False
        if self.words == other.words:
            return other._goes_before(self)
        is_theirs = self.quote.actor == other.quote.actor and bool(other.quote.verbatim)
        return is_theirs or not self.quote.verbatim

    def _goes_before(self, other: "_Shown") -> bool:
        """Of two in one sentence: what stands in marks, then what holds the other, then the first."""
        if bool(self.quote.verbatim) != bool(other.quote.verbatim):
            return bool(self.quote.verbatim)
        holds, held = _holds_cue(self.quote, other.quote), _holds_cue(other.quote, self.quote)
        return holds if holds != held else self.place < other.place


def _holds_cue(outer: Quote, inner: Quote) -> bool:
    return inner.cue is not None and any(span.holds(inner.cue) for span in outer.content)


def summary_of(analysis: Analysis, count: int) -> tuple[Span, ...]:
    """At most `count` sentences of the summary, in article order."""
    return analysis.summary[:count]


def news_of(story: Story, count: int) -> tuple[Span, ...]:
    """At most `count` sentences of the lead: first what its reader was not told before, then the rest."""
    lead = story.lead.analysis
    if story.before is None:
        return summary_of(lead, count)
    new = new_sentences(story.before.analysis, lead, limit=count)
    return (*new, *(span for span in lead.summary if span not in new))[:count]


def main_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """The heaviest actors of whom the article makes sure."""
    return tuple(analysis.actors[place] for place in listed(analysis)[:MAIN_ACTORS])


def shown(analysis: Analysis) -> tuple[int, ...]:
    """The places of the quotations that readers are shown, in article order: none doubtful, none twice."""
    doubtful = frozenset(analysis.doubtful)
    found = [
        _Shown(quote, passage(analysis, quote), place)
        for place, quote in enumerate(analysis.quotes)
        if place not in doubtful
    ]
    hidden: set[int] = set()  # of three that tell of each other in a ring, one is left
    for n, one in enumerate(found):
        first, last = one.words[0].start, one.words[-1].end
        for other in beside(found, n):  # by far the most do not reach around it
            around = other.words[0].start <= first and last <= other.words[-1].end
            if around and other.place not in hidden and one.is_told_by(other):
                hidden.add(one.place)
                break
    return tuple(one.place for one in found if one.place not in hidden)


def quotations(analysis: Analysis) -> Iterator[Quote]:
    """The quotations that readers are shown."""
    return (analysis.quotes[place] for place in shown(analysis))


def spoken(analysis: Analysis) -> tuple[Quote, ...]:
    """Those with words in quotation marks, in article order."""
    return tuple(quote for quote in quotations(analysis) if quote.verbatim)


def reported(analysis: Analysis) -> tuple[Quote, ...]:
    """Reported speech, in article order."""
    return tuple(quote for quote in quotations(analysis) if not quote.verbatim)


def passage(analysis: Analysis, quote: Quote) -> tuple[Span, ...]:
    """The words to show for a quotation: those in marks, or the whole sentences around it.

    "that the negotiations were “complicated.”" is shown as the sentence that says who said so, and of what;
    so is a quotation that begins in the midst of one.
    """
    text = analysis.article.text
    if stands_alone(quote, text):
        return quote.content
    told: list[Span] = []
    for piece in quote.content:
        around = meeting(analysis.sentences, piece) or (piece,)
        whole = Span(min(around[0].start, piece.start), max(around[-1].end, piece.end))
        if told and not text[told[-1].end : whole.start].strip():
            whole = Span(told.pop().start, whole.end)
        told.append(whole)
    return tuple(told)


def leads_to(analysis: Analysis, quote: Quote) -> Span | None:
    """The article's sentence right before a quotation that leans on it: it tells what is meant.

    None where the quotation stands by itself, and where that sentence is long, leans on another, or holds
    quoted words: those would seem to be this speaker's.
    """
    if not (quote.verbatim and _leans(analysis, quote)):
        return None
    begins = passage(analysis, quote)[0].start
    place = bisect_right(analysis.sentences, begins, key=lambda span: span.end)
    if place == 0:
        return None
    before = analysis.sentences[place - 1]
    parted = analysis.article.text[before.end : begins]
    near = parted.count("\n\n") <= 1 and not any(map(str.isalnum, parted))
    return before if near and _can_lead(before.of(analysis.article.text)) else None


def _leans(analysis: Analysis, quote: Quote) -> bool:
    place = bisect_left(analysis.quotes, quote.content, key=lambda one: one.content)
    same = analysis.quotes[place : place + 1] == (quote,)
    return same and place in analysis.leaning


def _can_lead(sentence: str) -> bool:
    leans = sentence.split()[0].casefold().strip(",") in LEANING_WORDS
    return len(sentence) <= LEADING and sentence.endswith(".") and not (leans or _MARK.search(sentence))


def words_of(analysis: Analysis, quote: Quote) -> str:
    """What is shown for a quotation, as one line."""
    return " ".join(span.of(analysis.article.text) for span in passage(analysis, quote))
