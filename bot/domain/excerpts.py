"""What of an article is worth showing: pure choices, made the same way wherever it is shown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.articles import Story
from bot.domain.bringing_in import introduction
from bot.domain.endings import with_ending
from bot.domain.leads import has_lead, sentence_before
from bot.domain.passages import is_spoken, kind_as, passage_as, read_behind
from summaries.listing import listed
from summaries.models import REACH, Actor, Analysis, Quote, QuoteKind, Span, beside, meeting
from summaries.spoken import has_own_words
from summaries.stories import new_sentences

SENTENCES = 3  # of a story, unless told
MAIN_ACTORS = 5  # one line on a phone


@dataclass(slots=True, eq=False)
class Shown:
    """A quotation with the words that a reader is shown for it, and its place among all.

    What takes long is reckoned when it is asked for first.
    """

    analysis: Analysis
    quote: Quote
    place: int
    is_spoken: bool
    _words: tuple[Span, ...] = ()
    _extent: Span | None = None

    @property
    def words(self) -> tuple[Span, ...]:
        """The words that are shown."""
        self._words = self._words or passage_as(self.analysis, self.quote, is_spoken=self.is_spoken)
        return self._words

    @property
    def kind(self) -> QuoteKind:
        """The kind that it is shown as."""
        return kind_as(self.analysis, self.quote, is_spoken=self.is_spoken)

    @property
    def extent(self) -> Span:
        """From the first character of what is said, or of its cue, to the last."""
        if self._extent is None:
            spans = self.quote.content if self.quote.cue is None else (*self.quote.content, self.quote.cue)
            self._extent = Span(min(spans)[0], max([span[1] for span in spans]))
        return self._extent

    @property
    def is_apart(self) -> bool:
        """Whether it can be read without the quotations beside it, as in a list of many."""
        return _is_apart(self, self.analysis.leaning)

    @property
    def reach(self) -> Span:
        """Within what its words stand, whichever are shown: its extent in whole sentences."""
        first, last = extent = self.extent
        around = meeting(self.analysis.sentences, extent)
        return Span(min(first, around[0].start), max(last, around[-1].end)) if around else extent

    def is_told_by(self, other: "Shown") -> bool:
        """Whether a reader of the other has read this one: its words under its name, or all of a report."""
        if self is other or not all(any(whole.holds(span) for whole in other.words) for span in self.words):
            return False
        if self.words == other.words:
            return other._goes_before(self)
        is_theirs = self.quote.actor == other.quote.actor and other.is_spoken
        return is_theirs or not self.is_spoken

    def _goes_before(self, other: "Shown") -> bool:
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
    """At most `count` sentences of the lead: first what its reader was not told before, then the rest.

    Each with the few words that end what it tells.
    """
    lead = story.lead.analysis
    new = new_sentences(story.before.analysis, lead, limit=count) if story.before is not None else ()
    told = (*new, *(span for span in lead.summary if span not in new))[:count]
    return tuple(with_ending(lead, sentence) for sentence in told)


def main_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """The heaviest actors of whom the article makes sure."""
    return tuple(analysis.actors[place] for place in listed(analysis)[:MAIN_ACTORS])


def shown(analysis: Analysis) -> tuple[int, ...]:
    """The places of the quotations that readers are shown, in article order: none doubtful, none twice."""
    return tuple(one.place for one in _readable(analysis))


def apart(analysis: Analysis) -> tuple[int, ...]:
    """The places of those that can be read without the quotations beside them, as in a list of many."""
    leaning = frozenset(analysis.leaning)
    return tuple(one.place for one in _once(analysis) if _is_apart(one, leaning))


def told_once(analysis: Analysis, places: Collection[int]) -> Sequence[Shown]:
    """Those of these places that readers are shown, none twice: of a few that is soon told."""
    return _once(analysis, places) if places else ()


def _readable(analysis: Analysis) -> Iterator[Shown]:
    """Each quotation that readers are shown.

    Without words in marks that lean on what is not shown: neither above them nor right before.
    """
    leaning = frozenset(analysis.leaning)
    told = _Told(analysis)
    for one in _once(analysis):
        if not _is_apart(one, leaning):
            before = sentence_before(analysis, one.words[0].start)
            if before is None or told.up_to(is_spoken=one.is_spoken) < before.end:
                continue
        told.add(one)
        yield one


def _is_apart(one: Shown, leaning: Collection[int]) -> bool:
    """Whether it can be read alone: it leans on nothing, or the sentences before lead to it."""
    if one.place not in leaning or has_lead(one.analysis, one.place, one.words[0].start):
        return True
    return one.words == one.quote.content and introduction(one.analysis, one.quote, leans=True) is not None


def _once(analysis: Analysis, places: Collection[int] | None = None) -> Sequence[Shown]:
    """Without those that are doubtful or that a reader of another has read; of all, or of these places."""
    doubtful = frozenset(analysis.doubtful)
    fragments = frozenset(analysis.fragments)
    found = [
        Shown(analysis, quote, place, has_own_words(analysis.article, quote) and place not in fragments)
        for place, quote in enumerate(analysis.quotes)
        if place not in doubtful
    ]
    every = range(len(found))
    near = {n: beside(found, n) for n in every} if places is None else _near(found, places)
    hidden: set[int] = set()  # of three that tell of each other in a ring, one is left
    for n, others in sorted(near.items()):
        one = found[n]
        first, last = one.words[0].start, one.words[-1].end
        for other in others:  # by far the most do not reach around it
            words = other.words
            around = words[0].start <= first and last <= words[-1].end
            if around and other.place not in hidden and one.is_told_by(other):
                hidden.add(one.place)
                break
    return [one for one in found if one.place not in hidden and (places is None or one.place in places)]


def _near(found: Sequence[Shown], places: Collection[int]) -> Mapping[int, Sequence[Shown]]:
    """Beside each of these places, and each that decides on one of them, those whose words can reach it."""
    near: dict[int, Sequence[Shown]] = {}
    wanted = [n for n, one in enumerate(found) if one.place in places]
    while wanted:
        n = wanted.pop()
        if n not in near:
            reach = found[n].reach
            first = max(0, n - REACH)
            reaching = [
                m for m in range(first, min(len(found), n + REACH + 1)) if found[m].extent.meets(reach)
            ]
            near[n] = [found[m] for m in reaching]
            wanted += [m for m in reaching if m < n]  # what they hide hides nothing
    return near


class _Told:
    """Up to where a reader of some quotations has read, of those spoken and of those reported.

    Reckoned when it is asked: of most articles it never is.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._ends = {True: 0, False: 0}
        self._new: list[Shown] = []

    def add(self, one: Shown) -> None:
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
