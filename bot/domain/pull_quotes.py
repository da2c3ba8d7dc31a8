"""What stands for a story beside its summary: one quotation, and what the other articles add."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.around import tells_of_what
from bot.domain.articles import StoredArticle, Story
from bot.domain.excerpts import shown, spoken
from bot.domain.long_before import is_of_another_time
from bot.domain.passages import is_spoken, passage, said_of, takes_for_told, words_of
from bot.domain.subjects import NEAR, Subject, subject_of
from summaries.models import Actor, Quote, Span
from summaries.stories import new_sentences, tells_again

PULL_QUOTE_LENGTHS = range(40, 241)  # characters: under 40 is a scrap, over 240 fills a phone's screen
# Half a sentence, or an answer to what is not shown.
_HALF = re.compile(
    r"\W*(?:and|because|but|cause|no|obviously|of course|or|so|well|yeah|yes)\b", re.IGNORECASE
)
FIRST_WORDS = 3  # before an omission: “You,” … does not begin a statement
ADDITIONS = 2  # sentences of other articles: with three of the lead, still a screen
SAME_NEWS = timedelta(hours=3)  # published further apart, the later may tell what the other did not know


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuote:
    """One quotation that stands for a story."""

    article: StoredArticle
    quote: Quote
    speaker: Actor | None  # None: by an editor's choice, of words whose speaker has no entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A sentence with which another article of the story tells what the lead lacks."""

    article: StoredArticle
    sentence: Span


def pull_quote(story: Story, *, shown: tuple[Span, ...] = ()) -> PullQuote | None:
    """The best quotation of the story."""
    return next(pull_quotes(story, shown=shown), None)


def pull_quotes(story: Story, *, shown: tuple[Span, ...] = ()) -> Iterator[PullQuote]:
    """Quotations that may stand for the story, the best first: spoken words of a named speaker that are to
    the point, and that the shown sentences do not hold, neither quoted nor reported.

    The lead's quotations go first; in one article those go before that touch more of what stands above them,
    then the heavier speaker's. What the lead has overtaken is not quoted: its speakers spoke of news that has
    changed since. What an editor chose for the lead stands, also if that is none.
    """
    if story.lead.pull is not None:
        yield from _of_editors(story.lead)
        return
    told = tuple(span.of(story.lead.text) for span in shown)
    subject = subject_of(story.lead, shown)
    for article in _not_overtaken(story):
        yield from _of_article(article, told, subject)


def best_first(article: StoredArticle, *, shown: tuple[Span, ...] = ()) -> tuple[Quote, ...]:
    """The quotations that an editor can choose from: first those that could stand for the article."""
    told = tuple(span.of(article.text) for span in shown)
    ranked = _ranked(article, told, subject_of(article, shown))
    return tuple(dict.fromkeys((*(pull.quote for pull, _ in ranked), *spoken(article.analysis))))


def _of_article(
    article: StoredArticle, told: tuple[str, ...], subject: Subject | None
) -> Iterator[PullQuote]:
    """Those of one article that are to the point; what an editor chose for it is."""
    if article.pull is not None:
        chosen = _of_editors(article)
        return (pull for pull in chosen if not tells_again(said_of(article.analysis, pull.quote), told))
    ranked = _ranked(article, told, subject)
    return (pull for pull, nearness in ranked if subject is None or nearness >= NEAR)


def _ranked(
    article: StoredArticle, told: tuple[str, ...], subject: Subject | None
) -> list[tuple[PullQuote, float]]:
    """Each with how near it comes to the subject, the nearest first, then the heaviest speaker's."""
    found = [(pull, _nearness(pull, subject)) for pull in _pullable(article, told)]
    return sorted(found, key=lambda row: (row[1], _weight(row[0])), reverse=True)


def _nearness(pull: PullQuote, subject: Subject | None) -> float:
    if subject is None or pull.speaker is None:
        return 0.0
    return subject.nearness(words_of(pull.article.analysis, pull.quote), pull.speaker)


def _of_editors(article: StoredArticle) -> tuple[PullQuote, ...]:
    """What an editor chose; nothing where that is none."""
    quote = article.pull.quote if article.pull is not None else None
    if quote is None:
        return ()
    speaker = None if quote.actor is None else article.analysis.actors[quote.actor]
    return (PullQuote(article=article, quote=quote, speaker=speaker),)


def _weight(pull: PullQuote) -> float:
    return pull.speaker.weight if pull.speaker is not None else 0.0


def _pullable(article: StoredArticle, known: tuple[str, ...]) -> Iterator[PullQuote]:
    leaning = frozenset(article.analysis.leaning)
    for place in shown(article.analysis):
        quote = article.analysis.quotes[place]
        if quote.kind != "direct" or quote.actor is None or quote.speaker is None:
            continue
        if place in leaning or not is_spoken(article.analysis, quote):
            continue
        told = passage(article.analysis, quote)
        if told != quote.content and not _begins(quote, tells_of_what(article.analysis, quote)):
            continue  # amid the reporter's own words, it is no one's voice by itself
        if len(quote.content[0].of(article.text).split()) < FIRST_WORDS:
            continue
        if is_of_another_time(article.analysis, quote) or _needs_another(article, quote):
            continue
        if takes_for_told(article.analysis, quote):
            continue
        if any(tells_again(piece.of(article.text), known) for piece in quote.content):
            continue
        if sum(piece.end - piece.start for piece in told) in PULL_QUOTE_LENGTHS:
            yield PullQuote(article=article, quote=quote, speaker=article.analysis.actors[quote.actor])


def _begins(quote: Quote, sentence: Span | None) -> bool:
    """Whether the sentence is told to its end for its sake, and begins with its words."""
    return sentence is not None and sentence.start == quote.content[0].start


def _needs_another(article: StoredArticle, quote: Quote) -> bool:
    """Whether it is a question, or goes on from what was said before it: it states nothing by itself."""
    ends = quote.content[-1].of(article.text).rstrip("\"”’'»,) ")
    return ends.endswith("?") or _HALF.match(quote.content[0].of(article.text)) is not None


def additions(story: Story, *, pull: PullQuote | None = None) -> tuple[Addition, ...]:
    """What other articles add to the lead: one sentence each, of a few that it has not overtaken.

    None says again what another adds, or what is quoted above.
    """
    told = [said_of(pull.article.analysis, pull.quote)] if pull is not None else []
    found: list[Addition] = []
    for other in _not_overtaken(story)[1:]:
        for sentence in new_sentences(story.lead.analysis, other.analysis, limit=1):
            words = sentence.of(other.text)
            if not tells_again(words, told):
                told.append(words)
                found.append(Addition(article=other, sentence=sentence))
    return tuple(found[:ADDITIONS])


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
