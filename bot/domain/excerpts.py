"""What of an article is worth showing: pure choices, made the same way wherever it is shown."""

from collections.abc import Iterable

from summaries.models import Actor, Analysis, Quote, Span, meeting
from summaries.shown import listed

MAIN_ACTORS = 5  # one line on a phone
_NOBODY_ELSE = ("", "i", "we")


def summary_of(analysis: Analysis, count: int) -> tuple[Span, ...]:
    """At most `count` sentences of the summary, in article order."""
    return analysis.summary[:count]


def main_actors(analysis: Analysis) -> tuple[Actor, ...]:
    """The heaviest actors of whom the article makes sure."""
    return tuple(analysis.actors[place] for place in listed(analysis)[:MAIN_ACTORS])


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
