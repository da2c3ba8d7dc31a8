"""What of an article is worth showing: pure choices, made the same way wherever it is shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain.articles import StoredArticle, Story
from summaries.models import Actor, Analysis, Quote, Span, meeting
from summaries.stories import new_sentences

PULL_QUOTE_LENGTHS = range(40, 241)  # characters: under 40 is a scrap, over 240 fills a phone's screen
ADDITIONS = 2  # sentences of other articles: with three of the lead, still a screen
SAME_NEWS = timedelta(
    hours=3
)  # published further apart, the later article may tell what the other did not know
_NOBODY_ELSE = ("", "i", "we")
MAIN_ACTORS = 5  # one line on a phone


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """One quotation that stands for a story."""

    article: StoredArticle
    quote: Quote
    speaker: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A sentence with which another article of the story tells what the lead lacks."""

    article: StoredArticle
    sentence: Span


def summary_of(analysis: Analysis, count: int) -> tuple[Span, ...]:
    """At most `count` sentences of the summary, in article order."""
    return analysis.summary[:count]


def main_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """The heaviest actors with a name that a reader can look up."""
    return analysis.actors[:MAIN_ACTORS]


def pull_quote(story: Story, *, shown: tuple[Span, ...] = ()) -> PullQuote | None:
    """The best quotation of the story: spoken words of a named speaker that the shown sentences do not hold.

    The lead's quotations go first; in one article the speaker's weight decides, then the order. What the lead
    has overtaken is not quoted: its speakers spoke of news that has changed since.
    """
    for article in _not_overtaken(story):
        taken = shown if article is story.lead else ()
        found = max(_pullable(article, taken), key=lambda pull: pull.speaker.weight, default=None)
        if found is not None:
            return found
    return None


def _pullable(article: StoredArticle, taken: tuple[Span, ...]) -> Iterator[PullQuote]:
    for quote in article.analysis.quotes:
        if quote.kind != "direct" or quote.actor is None or quote.speaker is None:
            continue
        if any(span.meets(piece) for span in taken for piece in quote.content):
            continue
        if sum(piece.end - piece.start for piece in quote.content) in PULL_QUOTE_LENGTHS:
            yield PullQuote(article=article, quote=quote, speaker=article.analysis.actors[quote.actor])


def additions(story: Story) -> tuple[Addition, ...]:
    """What other articles add to the lead: one sentence each, of a few that it has not overtaken."""
    found = (
        Addition(article=other, sentence=sentence)
        for other in _not_overtaken(story)[1:]
        for sentence in new_sentences(story.lead.analysis, other.analysis, limit=1)
    )
    return tuple(islice(found, ADDITIONS))


def _not_overtaken(story: Story) -> tuple[StoredArticle, ...]:
    """The lead, and the articles that tell the news of its day and hour, as far as hours are told."""
    lead = story.lead
    return tuple(other for other in story.articles if other is lead or not _is_overtaken(other, lead))


def _is_overtaken(other: StoredArticle, lead: StoredArticle) -> bool:
    if _day(other) != _day(lead):
        return _day(other) < _day(lead)
    before, after = _published(other), _published(lead)
    return before is not None and after is not None and after - before > SAME_NEWS


def _day(article: StoredArticle) -> date:
    read = article.analysis.article
    published = date.fromisoformat(read.published[:10]) if read.published else None
    return read.event_date or read.page_date or published or article.filed_at.date()


def _published(article: StoredArticle) -> datetime | None:
    """The moment that the page tells; None where it tells no hour."""
    told = article.analysis.article.published
    return datetime.fromisoformat(told) if told is not None and "T" in told else None


def spoken(analysis: Analysis) -> tuple[Quote, ...]:
    """The quotations with words in quotation marks, in article order."""
    return _each_passage_once(analysis, (quote for quote in analysis.quotes if quote.verbatim))


def reported(analysis: Analysis) -> tuple[Quote, ...]:
    """Reported speech in article order; none of the writer ("I asked") or of nobody ("Asked why")."""
    told = (quote for quote in analysis.quotes if not quote.verbatim)
    return _each_passage_once(analysis, (quote for quote in told if _is_anothers(analysis, quote)))


def _is_anothers(analysis: Analysis, quote: Quote) -> bool:
    """Whether it is told who said it, and not "I asked", of the writer."""
    words = quote.speaker.of(analysis.article.text).lower() if quote.speaker is not None else ""
    return quote.actor is not None or words not in _NOBODY_ELSE


def passage(analysis: Analysis, quote: Quote) -> tuple[Span, ...]:
    """The words to show for a quotation: those in marks, or the whole sentences around it.

    "that the negotiations were “complicated.”" is shown as the sentence that says who said so, and of what.
    """
    text = analysis.article.text
    if not any(map(str.isalnum, _outside_marks(quote, text))):
        return quote.content
    shown: list[Span] = []
    for piece in quote.content:
        around = meeting(analysis.sentences, piece) or (piece,)
        whole = Span(min(around[0].start, piece.start), max(around[-1].end, piece.end))
        if shown and not text[shown[-1].end : whole.start].strip():
            whole = Span(shown.pop().start, whole.end)
        shown.append(whole)
    return tuple(shown)


def _outside_marks(quote: Quote, text: str) -> str:
    """The words of the quotation that stand in no marks."""
    marked = {place for span in quote.verbatim for place in range(span.start, span.end)}
    return "".join(
        text[i] for piece in quote.content for i in range(piece.start, piece.end) if i not in marked
    )


def _each_passage_once(analysis: Analysis, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """One sentence can report two things that one actor said: it is shown once."""
    first = {(passage(analysis, quote), quote.actor): quote for quote in reversed(tuple(quotes))}
    return tuple(reversed(first.values()))
