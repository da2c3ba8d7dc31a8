"""What of an article is worth showing: pure choices, made the same way wherever it is shown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.domain.articles import Story
from bot.domain.passages import is_spoken, lead_at, passage_as, read_behind, sentence_before
from summaries.listing import listed
from summaries.models import Actor, Analysis, Quote, Span, beside
from summaries.stories import new_sentences

SENTENCES = 3  # of a story, unless told
MAIN_ACTORS = 5  # one line on a phone


class _Shown(NamedTuple):
    """A quotation with the words that a reader is shown for it, and its place among all."""

    quote: Quote
    words: tuple[Span, ...]
    place: int
    is_spoken: bool

    def is_told_by(self, other: "_Shown") -> bool:
        """Whether a reader of the other has read this one: its words under its name, or all of a report."""
        if self is other or not all(any(whole.holds(span) for whole in other.words) for span in self.words):
            return False
        if self.words == other.words:
            return other._goes_before(self)
        is_theirs = self.quote.actor == other.quote.actor and other.is_spoken
        return is_theirs or not self.is_spoken

    def _goes_before(self, other: "_Shown") -> bool:
        """Of two in one sentence: what stands in marks, then what holds the other, then the first."""
        if self.is_spoken != other.is_spoken:
            return self.is_spoken
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
    return tuple(one.place for one, _ in _readable(analysis))


def apart(analysis: Analysis) -> tuple[int, ...]:
    """The places of those that can be read without the quotations beside them, as in a list of many."""
    return tuple(one.place for one, is_apart in _readable(analysis) if is_apart)


def _readable(analysis: Analysis) -> Iterator[tuple[_Shown, bool]]:
    """Each quotation that readers are shown, and whether it reads apart.

    Without words in marks that lean on what is not shown: neither above them nor right before.
    """
    leaning = frozenset(analysis.leaning)
    told = _Told(analysis)
    for one in _once(analysis):
        begins = one.words[0].start
        is_apart = not one.quote.verbatim or one.place not in leaning
        is_apart = is_apart or lead_at(analysis, one.place, begins) is not None
        if not is_apart:
            before = sentence_before(analysis, begins)
            if before is None or told.up_to(is_spoken=one.is_spoken) < before.end:
                continue
        told.add(one)
        yield one, is_apart


def _once(analysis: Analysis) -> Sequence[_Shown]:
    """Without those that are doubtful or that a reader of another has read."""
    doubtful = frozenset(analysis.doubtful)
    fragments = frozenset(analysis.fragments)
    found = [
        _Shown(quote, passage_as(analysis, quote, is_spoken=is_spoken), place, is_spoken)
        for place, quote in enumerate(analysis.quotes)
        if place not in doubtful
        for is_spoken in (bool(quote.verbatim) and place not in fragments,)
    ]
    hidden: set[int] = set()  # of three that tell of each other in a ring, one is left
    for n, one in enumerate(found):
        first, last = one.words[0].start, one.words[-1].end
        for other in beside(found, n):  # by far the most do not reach around it
            around = other.words[0].start <= first and last <= other.words[-1].end
            if around and other.place not in hidden and one.is_told_by(other):
                hidden.add(one.place)
                break
    return [one for one in found if one.place not in hidden]


class _Told:
    """Up to where a reader of some quotations has read, of those spoken and of those reported.

    Reckoned when it is asked: of most articles it never is.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._ends = {True: 0, False: 0}
        self._new: list[_Shown] = []

    def add(self, one: _Shown) -> None:
        """The reader has read this one, too."""
        self._new.append(one)

    def up_to(self, *, is_spoken: bool) -> int:
        """The character behind the last that was read."""
        for one in self._new:
            read = read_behind(self._analysis, one.quote, one.words)
            self._ends[one.is_spoken] = max(self._ends[one.is_spoken], read)
        self._new.clear()
        return self._ends[is_spoken]


def quotations(analysis: Analysis) -> Iterator[Quote]:
    """The quotations that readers are shown."""
    return (analysis.quotes[place] for place in shown(analysis))


def spoken(analysis: Analysis) -> tuple[Quote, ...]:
    """Those with somebody's words in quotation marks, in article order."""
    return tuple(quote for quote in quotations(analysis) if is_spoken(analysis, quote))


def reported(analysis: Analysis) -> tuple[Quote, ...]:
    """Reported speech, in article order."""
    return tuple(quote for quote in quotations(analysis) if not is_spoken(analysis, quote))
