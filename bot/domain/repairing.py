"""Applies what editors changed to a reading: pure, and the same whichever reading of the words it is.

The words of each change are looked for in the text, and what was read there is changed. Of two changes of
one thing the later counts; a change whose words stand there no more has lapsed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.passages import passage
from bot.domain.repairs import Change, Pull, Repaired, RepairKind, plain_words
from bot.domain.word_places import Pieces, among, length, nearly_holds, pieces_at, places_of, shared
from summaries.models import Action, Actor, Analysis, Quote, Span, Telling, meeting
from summaries.names import fold

_MARKS = frozenset("“”\"'‘’«»„‹›")


def repaired(reading: Analysis, changes: Sequence[Change]) -> Repaired:
    """The reading with these changes, the oldest first."""
    work = _Work(reading)
    lapsed = frozenset(place for place, change in enumerate(changes) if not work.apply(change))
    return work.result(lapsed)


def change_of_quote(reading: Analysis, quote: Quote, kind: RepairKind, to: str | None = None) -> Change:
    """A change of this quotation, by its words and the sentences around them."""
    text = reading.article.text
    sentences = meeting(reading.sentences, Span(quote.content[0].start, quote.content[-1].end))
    around = Span(sentences[0].start, sentences[-1].end).of(text) if sentences else ""
    return Change(kind=kind, words=words_of_quote(reading, quote), around=plain_words(around), to=to)


def words_of_quote(reading: Analysis, quote: Quote) -> str:
    """A quotation as a change keeps it: a line a piece."""
    return "\n".join(plain_words(span.of(reading.article.text)) for span in quote.content)


def actors_called(reading: Analysis, name: str) -> tuple[int, ...]:
    """Places of the actors of this name, else of those who are called so besides, else so somewhere."""
    key, text = fold(name), reading.article.text
    ways: tuple[Callable[[Actor], bool], ...] = (
        lambda actor: fold(actor.name) == key,
        lambda actor: any(fold(alias) == key for alias in actor.aliases),
        lambda actor: any(plain_words(span.of(text)) == name for span in actor.mentions),
    )
    found = (tuple(place for place, actor in enumerate(reading.actors) if way(actor)) for way in ways)
    return next(filter(None, found), ())


@dataclass
class _Said:
    """A quotation while it is worked on."""

    quote: Quote
    doubtful: bool
    leans: bool = False
    is_fragment: bool = False


@dataclass
class _Work:
    reading: Analysis
    said: list[_Said] = field(init=False)
    struck: list[Span] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    pulled: list[_Said | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        doubtful, leaning = frozenset(self.reading.doubtful), frozenset(self.reading.leaning)
        fragments = frozenset(self.reading.fragments)
        self.said = [
            _Said(quote, place in doubtful, place in leaning, place in fragments)
            for place, quote in enumerate(self.reading.quotes)
        ]

    def apply(self, change: Change) -> bool:
        """Whether the change applies."""
        match change.kind:
            case RepairKind.NO_PULL:
                self.pulled.append(None)
                return True
            case RepairKind.PULL:
                return self._pull(change)
            case RepairKind.SPEAKER:
                return self._speaker(change)
            case RepairKind.STRIKE:
                return self._sentence(change, gains=self.struck, loses=self.taken)
            case RepairKind.TAKE:
                return self._sentence(change, gains=self.taken, loses=self.struck)
            case RepairKind.HIDE:
                return self._hide(change)

    def result(self, lapsed: frozenset[int]) -> Repaired:
        """What is shown since."""
        said = self.said
        for one in said:
            one.doubtful = one.doubtful or self._tells_what_was_struck(one.quote)
        kept = [place for place in range(len(self.reading.actors)) if place not in self.hidden]
        moved = {place: number for number, place in enumerate(kept)}
        quotes = tuple(self._without_hidden(one.quote, moved) for one in said)
        analysis = replace(
            self.reading,
            sentences=tuple(span for span in self.reading.sentences if not among(span, self.struck)),
            summary=self._summary(),
            actors=tuple(self.reading.actors[place] for place in kept),
            quotes=quotes,
            doubtful=tuple(place for place, one in enumerate(said) if one.doubtful),
            leaning=tuple(place for place, one in enumerate(said) if one.leans),
            fragments=tuple(place for place, one in enumerate(said) if one.is_fragment),
            actions=tuple(self._actions(moved)),
            tellings=tuple(self._tellings(moved)),
        )
        return Repaired(analysis=analysis, pull=self._pulled(said, quotes), lapsed=lapsed)

    # ---------------------------------------------------------------- quotations

    def _pull(self, change: Change) -> bool:
        found = self._said_at(change, anew=True)
        if found:
            found[0].doubtful = found[0].is_fragment = False
            self.pulled.append(found[0])
        return bool(found)

    def _speaker(self, change: Change) -> bool:
        """Words that are no quotation any more are nobody's already."""
        found = self._said_at(change, anew=change.to is not None)
        if change.to is None:
            for one in found:
                one.quote = replace(one.quote, speaker=None, actor=None)
            return bool(found or self._places(change))
        known = actors_called(self.reading, change.to)
        named = places_of(self.reading.article.text, change.to)
        for one in found if known or named else ():
            speaker = self._naming(known[0], one.quote) if known else _nearest(named, one.quote)
            one.quote = replace(one.quote, speaker=speaker, actor=known[0] if known else None)
            one.doubtful = False
        return bool(found and (known or named))

    def _said_at(self, change: Change, *, anew: bool) -> list[_Said]:
        """What was read at the words; `anew`: words that were not are a quotation by an editor's word."""
        found: list[_Said] = []
        for pieces in self._places(change):
            here = _read_at(self.said, pieces)
            if not here and anew:
                here = [_Said(_quotation(pieces, self.reading.article.text), doubtful=False)]
                behind = (n for n, one in enumerate(self.said) if one.quote.content[0] > pieces[0])
                self.said.insert(next(behind, len(self.said)), here[0])
            found += [one for one in here if one not in found]
        return found

    def _places(self, change: Change) -> tuple[Pieces, ...]:
        return pieces_at(self.reading.article.text, change.words, around=change.around)

    def _naming(self, place: int, quote: Quote) -> Span | None:
        """Where the article names the speaker: as it was read, else nearest to the words."""
        mentions = self.reading.actors[place].mentions
        if quote.speaker is not None and any(quote.speaker.meets(span) for span in mentions):
            return quote.speaker
        return _nearest(mentions, quote)

    def _pulled(self, said: Sequence[_Said], quotes: Sequence[Quote]) -> Pull | None:
        """By the last word on it; one whose sentence was struck since is shown no more."""
        if not self.pulled:
            return None
        place = next((place for place, one in enumerate(said) if one is self.pulled[-1]), None)
        return Pull(None if place is None or said[place].doubtful else quotes[place])

    def _tells_what_was_struck(self, quote: Quote) -> bool:
        shown = passage(self.reading, quote) if self.struck else ()
        return any(nearly_holds(shown, struck) for struck in self.struck)

    # ---------------------------------------------------------------- sentences

    def _sentence(self, change: Change, *, gains: list[Span], loses: list[Span]) -> bool:
        everywhere = places_of(self.reading.article.text, change.words)
        found = [span for span in everywhere if meeting(self.reading.article.body, span)]
        gains += [span for span in found if not among(span, gains)]
        loses[:] = [span for span in loses if not among(span, found)]
        return bool(found)

    def _summary(self) -> tuple[Span, ...]:
        """As many sentences as were read: those that an editor took, then the first of the others."""
        others = [span for span in self.reading.summary if not among(span, (*self.struck, *self.taken))]
        room = max(0, len(self.reading.summary) - len(self.taken))
        return tuple(sorted((*self.taken, *others[:room])))

    # ---------------------------------------------------------------- actors

    def _hide(self, change: Change) -> bool:
        """Who is not read as an actor any more is in no list already."""
        found = actors_called(self.reading, change.words)
        self.hidden.update(found)
        return bool(found or places_of(self.reading.article.text, change.words))

    def _without_hidden(self, quote: Quote, moved: Mapping[int, int]) -> Quote:
        """Who is hidden and spoke is called what the article calls them, and is nobody else."""
        if quote.actor is None or quote.actor in moved:
            return replace(quote, actor=None if quote.actor is None else moved[quote.actor])
        named = _named(self.reading.actors[quote.actor], self.reading.article.text)
        return replace(quote, actor=None, speaker=_nearest(named, quote) or quote.speaker)

    def _actions(self, moved: Mapping[int, int]) -> Iterator[Action]:
        for action in self.reading.actions:
            agent = None if action.agent is None else moved.get(action.agent)
            patient = None if action.patient is None else moved.get(action.patient)
            if not among(action.sentence, self.struck):
                yield replace(action, agent=agent, patient=patient)

    def _tellings(self, moved: Mapping[int, int]) -> Iterator[Telling]:
        for telling in self.reading.tellings:
            if telling.actor in moved and not among(telling.sentence, self.struck):
                yield replace(telling, actor=moved[telling.actor])


def _read_at(said: Sequence[_Said], pieces: Pieces) -> list[_Said]:
    """What was read at these words: they themselves, else the likest, and what else lies in them."""
    if exact := [one for one in said if one.quote.content == pieces]:
        return exact
    near = [one for one in said if _is_much(one.quote.content, pieces)]
    likest = max(near, key=lambda one: _likeness(one.quote.content, pieces), default=None)
    if likest is None:
        return []
    others = (
        one for one in near if one is not likest and not shared(one.quote.content, likest.quote.content)
    )
    return [
        likest,
        *(one for one in others if 2 * shared(one.quote.content, pieces) > length(one.quote.content)),
    ]


def _is_much(content: Pieces, pieces: Pieces) -> bool:
    in_both = shared(content, pieces)
    return in_both > 0 and 2 * in_both >= min(length(content), length(pieces))


def _likeness(content: Pieces, pieces: Pieces) -> float:
    in_both = shared(content, pieces)
    return in_both / (length(content) + length(pieces) - in_both)


def _quotation(pieces: Pieces, text: str) -> Quote:
    in_marks = pieces[0].of(text)[:1] in _MARKS
    return Quote(
        kind="direct" if in_marks else "indirect", content=pieces, verbatim=pieces if in_marks else ()
    )


def _named(actor: Actor, text: str) -> tuple[Span, ...]:
    return tuple(span for span in actor.mentions if fold(span.of(text)) == fold(actor.name))


def _nearest(spans: Sequence[Span], quote: Quote) -> Span | None:
    start = quote.content[0].start
    return min(spans, key=lambda span: abs(span.start - start), default=None)
