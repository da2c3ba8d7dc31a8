"""The analysis as JSON, in the contract's form, and back. The store keeps this form too."""

from datetime import date

import msgspec

from summaries.models import Action, Actor, Analysis, Article, EventDateFrom, Quote, Span

_Spans = tuple[Span, ...]


class _Parts(msgspec.Struct, frozen=True):
    """The article without the two that stand beside it."""

    id: str
    headline: Span | None
    deck: Span | None
    byline: Span | None
    dateline: Span | None
    outlet: str | None
    captions: _Spans
    body: _Spans
    page_date: date | None
    event_date: date | None
    event_date_from: EventDateFrom | None
    language: str | None


class _Form(msgspec.Struct, frozen=True):
    """A line: the contract's fields, with `sentences`, `actions`, `terms` and `analysed` beside them."""

    path: str
    text: str
    article: _Parts
    summary: _Spans
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    sentences: _Spans
    actions: tuple[Action, ...]
    terms: tuple[str, ...]
    analysed: bool


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Form)


def to_json(analysis: Analysis) -> str:
    """One line of JSON in the contract's form."""
    article = analysis.article
    form = _Form(
        path=article.path,
        text=article.text,
        article=_Parts(**{name: getattr(article, name) for name in _Parts.__struct_fields__}),
        summary=analysis.summary,
        actors=analysis.actors,
        quotes=analysis.quotes,
        sentences=analysis.sentences,
        actions=analysis.actions,
        terms=analysis.terms,
        analysed=analysis.analysed,
    )
    return _encoder.encode(form).decode()


def from_json(line: str | bytes, *, text: str | None = None) -> Analysis:
    """The analysis that `to_json` wrote; `text` where it is kept beside the line."""
    form = _decoder.decode(line)
    return Analysis(
        article=Article(
            path=form.path,
            text=form.text if text is None else text,
            **{name: getattr(form.article, name) for name in _Parts.__struct_fields__},
        ),
        sentences=form.sentences,
        summary=form.summary,
        actors=form.actors,
        quotes=form.quotes,
        actions=form.actions,
        terms=form.terms,
        analysed=form.analysed,
    )
