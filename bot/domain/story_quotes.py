"""What is said in a story, each saying once: of several articles that quote or report it, the first."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain import excerpts, passages
from bot.domain.articles import StoredArticle, Story
from summaries.models import Analysis, Quote
from summaries.stories import tells_again

Saying = tuple[StoredArticle, Quote]


def spoken_in(story: Story) -> tuple[Saying, ...]:
    """Words in quotation marks, by article; what an earlier article quotes is not quoted again."""
    return tuple(_once(story, excerpts.spoken, known=()))


def reported_in(story: Story) -> tuple[Saying, ...]:
    """Reported speech, by article; none of what is quoted, or what an earlier article reports."""
    known = tuple(passages.said_of(article.analysis, quote) for article, quote in spoken_in(story))
    return tuple(_once(story, excerpts.reported, known=known))


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
