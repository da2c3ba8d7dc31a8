"""What is said in a story, each saying once: of several articles that quote or report it, the first."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain import excerpts, passages
from bot.domain.articles import StoredArticle, Story
from bot.domain.leads import LEADING
from summaries.models import Analysis, Quote, Span
from summaries.spoken import has_own_words
from summaries.stories import tells_again

Saying = tuple[StoredArticle, Quote]
_NEAR = LEADING + 1  # characters between a report and the quotation to which it leads, at most


def spoken_in(story: Story) -> tuple[Saying, ...]:
    """Words in quotation marks, by article; what an earlier article quotes is not quoted again."""
    return tuple(_once(story, excerpts.spoken, known=()))


def reported_in(story: Story) -> tuple[Saying, ...]:
    """Reported speech, by article; none of what is quoted, leads to that, or an earlier article reports."""
    spoken = spoken_in(story)
    known = tuple(passages.said_of(article.analysis, quote) for article, quote in spoken)
    quoted = {article.id: [quote for of, quote in spoken if of is article] for article, _ in spoken}
    return tuple(
        (article, quote)
        for article, quote in _once(story, excerpts.reported, known=known)
        if not _leads(article.analysis, quote, quoted.get(article.id, ()))
    )


def _leads(analysis: Analysis, report: Quote, quoted: Sequence[Quote]) -> bool:
    """Whether a reader has the whole report above one of these quotations, under its speaker's name."""
    if has_own_words(analysis.article, report) or report.actor is None:
        return False
    words = passages.passage(analysis, report)
    told = Span(words[0].start, words[-1].end)
    if any(quote.content[0].start < told.end and quote.content[-1].end > told.start for quote in quoted):
        return False  # of what stands between the pieces of one quotation nothing is shown
    for quote in quoted:
        if quote.actor == report.actor and 0 <= quote.content[0].start - told.end <= _NEAR:
            lead = passages.leads_to(analysis, quote)
            if lead is not None and lead.holds(told):
                return True
    return False


def _once(
    story: Story, of: Callable[[Analysis], Sequence[Quote]], *, known: tuple[str, ...]
) -> Iterator[Saying]:
    """In one article each stands as it is: there a speaker who says the same twice said it twice."""
    told = list(known)
    for article in story.articles:
        read = article.analysis
        here = [quote for quote in of(read) if not tells_again(passages.said_of(read, quote), told)]
        yield from ((article, quote) for quote in here)
        told += [passages.said_of(read, quote) for quote in here]
