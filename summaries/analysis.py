"""Article → Analysis: one pass of the language pipeline, then every reader of its parse in turn."""

from typing import Final

from spacy.language import Language

from summaries.actions import find_actions
from summaries.actors import find_actors
from summaries.apart import Apart
from summaries.language import load_pipeline, read
from summaries.legible import legible
from summaries.models import Analysis, Article
from summaries.quotes import Reading, judge, quotes_in
from summaries.reader import DEFAULT_PIPELINE, reader_version
from summaries.sentences import read_sentences
from summaries.summary import summarise
from summaries.tellings import find_tellings
from summaries.terms import characteristic_terms

READER: Final = reader_version(DEFAULT_PIPELINE)


def analyze(article: Article, *, sentences: int = 3, pipeline: str = DEFAULT_PIPELINE) -> Analysis:
    """All that is found in the article, with a summary of at most `sentences` sentences.

    An article in a language that the pipeline does not read comes back as it is, `analysed` False.
    """
    nlp = load_pipeline(pipeline)
    if article.language is not None and article.language != nlp.lang:
        return Analysis(article=article, analysed=False)
    plain = legible(article)
    if plain is None:
        return _analysed(article, nlp, sentences)
    return plain.restore(_analysed(plain.article, nlp, sentences), article)


def _analysed(article: Article, nlp: Language, count: int) -> Analysis:
    doc = read(article, nlp)
    sentences = read_sentences(doc, article)
    cast = find_actors(doc, article)
    reading = Reading(doc, article.text)
    quotes = quotes_in(reading, article, cast)
    judged = judge(reading, article, quotes, cast)
    terms = characteristic_terms(article)
    apart = Apart(doc, article, sentences, cast)
    summary = summarise(doc, article, sentences, cast, quotes, count=count)
    actions = find_actions(doc, sentences, cast, quotes, apart)
    return Analysis(
        article=article,
        sentences=tuple(sentence.span for sentence in sentences),
        summary=summary,
        actors=cast.actors,
        quotes=quotes,
        doubtful=judged.doubtful,
        leaning=judged.leaning,
        fragments=judged.fragments,
        clauses=judged.clauses,
        actions=actions,
        tellings=find_tellings(
            doc,
            sentences,
            cast,
            quotes,
            apart,
            actions=actions,
            hidden=frozenset((*judged.doubtful, *judged.leaning)),
            summary=frozenset(summary),
        ),
        terms=tuple(term for term, _ in terms),
        strengths=tuple(strength for _, strength in terms),
    )
