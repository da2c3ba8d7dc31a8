"""An actor digest out of the articles it appears in: pure choice, each thing once, the strongest first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TypeVar

from bot.domain.actors import ActorDigest, ActorEntry, DigestLine
from bot.domain.articles import ArticleEntry, StoredArticle
from bot.domain.excerpts import Shown, told_once
from bot.domain.long_before import is_of_another_time
from bot.domain.passages import leads_before, passage
from summaries.models import Action, Quote, Span, meeting
from summaries.shown import description_of, is_office, is_told_by_reporter, whose
from summaries.spokespeople import said_for

LINES = 3  # of each kind that are shown: more of any pushes the next kind off the screen
_DESCRIPTIONS, _KEPT, _IN_NEWS, _READ_ON = 3, 6, 2, 5
_READABLE = range(40, 281)  # characters: shorter says little, longer is no line
_NOWHERE = Span(0, 0)
_BEFORE = 12  # characters in which a preposition and an article stand
_WHERE = re.compile(r"\b(?:at|in|inside|near|outside|within)\s+(?:the\s+)?$", re.IGNORECASE)
_NOT_WORD = re.compile(r"\W+")
_KINDS = {"direct": 2, "mixed": 1, "indirect": 0}
_CLAUSES = ("who ", "whose ", "which ")
_SCRAP = 3  # words: of fewer, two quotations may have the same by chance
_THEN = 5  # below all else that somebody said: words of long before are not said last


@dataclass(frozen=True)
class Appearance:
    """An article in which an actor appears, and which of its analysis's actors it is."""

    article: StoredArticle
    places: frozenset[int]

    @cached_property
    def mentions(self) -> Sequence[Span]:
        """Where the article speaks of the actor, in text order."""
        actors = self.article.analysis.actors
        return sorted(span for place in self.places for span in actors[place].mentions)

    @cached_property
    def said(self) -> Sequence[Shown]:
        """The quotations that readers are shown: by its actor, for it, and by those who speak of it."""
        analysis = self.article.analysis
        told = (place for place, quote in enumerate(analysis.quotes) if self._tells(quote))
        return told_once(analysis, self.said_for.union(told))

    @cached_property
    def said_for(self) -> frozenset[int]:
        """The places of the quotations of those who speak for the actor."""
        return said_for(self.article.analysis, self.places)

    def is_own(self, shown: Shown) -> bool:
        """Whether the actor says it, or somebody who speaks for it."""
        return shown.quote.actor in self.places or shown.place in self.said_for

    @cached_property
    def is_reported(self) -> bool:
        """Whether a reporter tells it: a column tells what its writer makes of a deed."""
        return is_told_by_reporter(self.article.analysis.article)

    def _tells(self, quote: Quote) -> bool:
        """Whether the actor says it, or another who is named says it of the actor."""
        if quote.actor is None or quote.actor in self.places:
            return quote.actor is not None
        named = (mention for part in quote.content for mention in meeting(self.mentions, part))
        return not all(map(self._is_where, named))

    def _is_where(self, mention: Span) -> bool:
        """Whether a house or a state is only where something is: "we told everybody at the Elm Council"."""
        kinds = {self.article.analysis.actors[place].kind for place in self.places}
        before = self.article.text[max(0, mention.start - _BEFORE) : mention.start]
        return "person" not in kinds and _WHERE.search(before) is not None


def compose_digest(
    entry: ActorEntry,
    read: Sequence[Appearance],
    *,
    also_named: tuple[str, ...],
    beside: tuple[ActorEntry, ...],
    read_on: Sequence[ArticleEntry],
) -> ActorDigest:
    """The digest of an actor that appears in these articles, newest first."""
    told: set[str] = set()
    statements = _quoted(_newest(read, _statements), read, told=told)
    told.update(_led_to(statements[:LINES]))
    did = _once(_strongest(read, _did), _KEPT, told=told)
    done_to = _once(_strongest(read, _done_to), _KEPT, told=told)
    said_about = _quoted(_newest(read, _said_about), read, told=told)
    is_silent = not (statements or did or done_to)
    return ActorDigest(
        actor=entry,
        also_named=also_named,
        descriptions=descriptions(read),
        statements=statements,
        did=did,
        done_to=done_to,
        in_news=_once(_news(read), _IN_NEWS, told=told) if is_silent else (),
        said_about=said_about,
        beside=beside,
        read_on=tuple(read_on[:_READ_ON]),
    )


def descriptions(read: Sequence[Appearance]) -> tuple[DigestLine, ...]:
    """Who the actor of these articles is in their words, newest first; those of reports before all others."""
    found = sorted(filter(_is_told, _descriptions(read)), key=lambda line: not is_report(line.article))
    return _once(found, _DESCRIPTIONS, told=set())


def describing(read: Sequence[Appearance]) -> DigestLine | None:
    """Who the actor is, in the words of the newest article that tells; of a column, an office alone."""
    return next((line for line in _descriptions(read) if is_fact(line)), None)


def is_fact(line: DigestLine) -> bool:
    """Whether a reporter says it, or it is an office: what else a column says of somebody is its opinion."""
    analysis = line.article.analysis
    if is_report(line.article) or analysis.article.genre == "live":
        return True
    opens = any(sentence.start == line.start for sentence in analysis.sentences)
    return is_office(line.article.text[line.start : line.end], opens=opens)


def _is_told(line: DigestLine) -> bool:
    """A fact or a judgement: "Opinion: who advises the mayor" reads as neither."""
    return is_fact(line) or not line.article.text.startswith(_CLAUSES, line.start)


def is_report(article: StoredArticle) -> bool:
    """Whether its words may stand without a word of what kind of text they are from."""
    return article.analysis.article.genre in (None, "news")


T = TypeVar("T")
Weighed = tuple[float, DigestLine]
Said = tuple[float, Shown]


def _strongest(
    read: Sequence[Appearance], lines: Callable[[Appearance], Iterable[Weighed]]
) -> Iterator[DigestLine]:
    weighed = [pair for one in read for pair in lines(one)]
    return _by_weight(weighed)


def _news(read: Sequence[Appearance]) -> Iterator[DigestLine]:
    """What else is told of the actor, the newest article first: what is to come in an older may be over."""
    for one in read:
        yield from _by_weight(_in_news(one))


def _newest(read: Sequence[Appearance], said: Callable[[Appearance], Iterable[Said]]) -> Iterator[DigestLine]:
    """Of those that can be read apart; which can is asked of no more than are told: it takes the longest."""
    for one in read:
        for shown in _by_weight(said(one)):
            if shown.is_apart:
                line = _line(one.article, _span(shown), shown.quote)
                yield replace(line, is_said_for=shown.place in one.said_for)


def _by_weight(weighed: Iterable[tuple[float, T]]) -> Iterator[T]:
    heaviest = sorted(weighed, key=lambda pair: pair[0], reverse=True)  # stable: of equals the first stays so
    return (told for _, told in heaviest)


def _led_to(lines: Iterable[DigestLine]) -> Iterator[str]:
    """What is read above the quotations: sentence by sentence, as other lines tell them."""
    for line in lines:
        analysis = line.article.analysis
        assert line.quote is not None, "what was said is a quotation"
        lead = leads_before(analysis, line.quote, passage(analysis, line.quote))
        yield from (_words_at(line.article, one) for one in meeting(analysis.sentences, lead or _NOWHERE))


def _quoted(
    lines: Iterable[DigestLine], read: Sequence[Appearance], *, told: set[str]
) -> tuple[DigestLine, ...]:
    """The first quotations that were not told, none of a few words in marks that another has among more."""
    chosen = _once(lines, _KEPT, told=told)
    marked = [_marked(line) for line in chosen]
    whole = [
        line
        for line, own in zip(chosen, marked, strict=True)
        if len(own.split()) < _SCRAP or not any(own in other and own != other for other in marked)
    ]
    return _as_told(whole, read)


def _as_told(chosen: Sequence[DigestLine], read: Sequence[Appearance]) -> tuple[DigestLine, ...]:
    """Those that are shown in the order of their pages, the newest first: an answer behind what it answers.

    What was said long before stands below the rest of its page.
    """
    newest = {one.article.id: place for place, one in enumerate(read)}

    def order(line: DigestLine) -> tuple[int, bool, int]:
        assert line.quote is not None, "what was said is a quotation"
        then = is_of_another_time(line.article.analysis, line.quote)
        return newest[line.article.id], then, line.start

    return (*sorted(chosen[:LINES], key=order), *chosen[LINES:])


def _marked(line: DigestLine) -> str:
    """The words in marks, between blanks."""
    spans = line.quote.verbatim if line.quote is not None else ()
    return f" {' '.join(_words_at(line.article, span) for span in spans)} "


def _once(lines: Iterable[DigestLine], limit: int, *, told: set[str]) -> tuple[DigestLine, ...]:
    """The first lines that were not told, in whatever article and spelling of marks."""
    return tuple(islice(_untold(lines, told), limit))


def _words_at(article: StoredArticle, span: Span) -> str:
    return _NOT_WORD.sub(" ", span.of(article.text)).casefold().strip()


def _untold(lines: Iterable[DigestLine], told: set[str]) -> Iterator[DigestLine]:
    for line in lines:
        words = _words_at(line.article, Span(line.start, line.end))
        if words and words not in told:
            told.add(words)
            yield line


def _descriptions(read: Sequence[Appearance]) -> Iterator[DigestLine]:
    for one in read:
        analysis = one.article.analysis
        for place in sorted(one.places):
            actor = analysis.actors[place]
            if actor.description is not None and (owned := whose(analysis, actor)) is not None:
                yield replace(_line(one.article, actor.description), whose=owned[0].name)
            elif (description := description_of(analysis, actor)) is not None:
                yield _line(one.article, description)


def _statements(one: Appearance) -> Iterator[Said]:
    for shown in one.said:
        if one.is_own(shown) and shown.quote.content:
            named = 1 if shown.quote.speaker is not None else 0
            then = _THEN if is_of_another_time(one.article.analysis, shown.quote) else 0
            yield _KINDS[shown.kind] + named + _fits(_span(shown)) - then, shown


def _did(one: Appearance) -> Iterator[Weighed]:
    return _deeds(one, [action for action in one.article.analysis.actions if action.agent in one.places])


def _done_to(one: Appearance) -> Iterator[Weighed]:
    """What others did to the actor."""
    done = (action for action in one.article.analysis.actions if action.patient in one.places)
    return _deeds(one, [action for action in done if action.agent not in one.places])


def _deeds(one: Appearance, found: Sequence[Action]) -> Iterator[Weighed]:
    """Those that a reporter tells as news."""
    news = [action for action in found if action.news]
    if news and one.is_reported:
        for action in news:
            yield _strength(one.article, action.sentence), _line(one.article, action.sentence)


def _in_news(one: Appearance) -> Iterator[Weighed]:
    """What else a reporter tells of the actor."""
    found = [telling for telling in one.article.analysis.tellings if telling.actor in one.places]
    if found and one.is_reported:
        for telling in found:
            yield _strength(one.article, telling.sentence), _line(one.article, telling.sentence)


def _said_about(one: Appearance) -> Iterator[Said]:
    """What others who are named said of the actor."""
    for shown in one.said:
        if not one.is_own(shown):
            yield _KINDS[shown.kind] + _fits(_span(shown)), shown


def _strength(article: StoredArticle, sentence: Span) -> float:
    """The summary's sentences before others, the early before the late."""
    chosen = any(sentence.meets(span) for span in article.analysis.summary)
    return (1.0 if chosen else 0.0) + _fits(sentence) - sentence.start / (len(article.text) + 1)


def _fits(span: Span) -> float:
    return 1.0 if span.end - span.start in _READABLE else 0.0


def _span(shown: Shown) -> Span:
    return Span(shown.words[0].start, shown.words[-1].end)


def _line(article: StoredArticle, span: Span, quote: Quote | None = None) -> DigestLine:
    return DigestLine(article=article, start=span.start, end=span.end, quote=quote)
