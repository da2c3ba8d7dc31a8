"""Where a live blog's summary begins: readers come for what happened last."""

from collections.abc import Sequence

from summaries.articles.entries import newest_entry
from summaries.models import Article
from summaries.sentences import Sentence


def from_newest(article: Article, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences from the newest entry on; all of them where that cannot be told, and of no live blog."""
    if article.genre != "live":
        return sentences
    entries = newest_entry([span.of(article.text) for span in article.body])
    if entries is None:
        return sentences
    return [one for one in sentences if one.paragraph in entries] or sentences
