"""Who somebody is, in the article's words, beside a name: "[Ann Lee’s] mother" of "her mother"."""

from bot.domain.actors import DigestLine
from bot.domain.words import safe_words
from summaries.models import Actor, Analysis, Article, Span
from summaries.shown import description_of, whose


def who_is(analysis: Analysis, actor: Actor) -> str:
    """The words, in brackets the name for which a pronoun stands; empty where the article tells nothing."""
    owned = whose(analysis, actor)
    if owned is not None:
        return _of_whom(analysis.article, owned[0].name, owned[1])
    described = description_of(analysis, actor)
    return "" if described is None else safe_words(analysis.article, described)


def words_of_line(line: DigestLine) -> str:
    """The words of a line of a digest or of the cast."""
    article, said = line.article.analysis.article, Span(line.start, line.end)
    if not line.whose:
        return safe_words(article, said)
    pronoun, _, _ = said.of(article.text).partition(" ")
    return _of_whom(article, line.whose, Span(said.start + len(pronoun), said.end))


def _of_whom(article: Article, owner: str, said: Span) -> str:
    return f"[{owner}’s] {safe_words(article, said)}"
