"""The analysis as JSON, in the contract's form, and back. The store keeps this form too."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

import msgspec
from msgspec import UNSET, UnsetType

from summaries.models import Action, Actor, Analysis, Article, EventDateFrom, Genre, Quote, Span, Telling

_Spans = tuple[Span, ...]


class _Parts(msgspec.Struct, frozen=True):
    """The article without the two that stand beside it. What older lines do not have, has a default."""

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
    url: str | None = None
    author: str | None = None
    image: str | None = None
    published: str | None = None
    modified: str | None = None
    genre: Genre | None = None
    mended: bool | UnsetType = UNSET  # true or absent
    section: str | UnsetType = UNSET  # absent where none is told
    block_quotations: _Spans | UnsetType = UNSET  # absent where there are none


class _Form(msgspec.Struct, frozen=True):
    """A line: the contract's fields, and those that only we read: the last eleven but `quotes`."""

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
    strengths: tuple[float, ...] = ()
    doubtful: tuple[int, ...] = ()
    leaning: tuple[int, ...] = ()
    fragments: tuple[int, ...] = ()
    clauses: _Spans = ()
    tellings: tuple[Telling, ...] = ()


_ABSENT_WHERE_NONE = ("mended", "section", "block_quotations")
_PARTS = tuple(name for name in _Parts.__struct_fields__ if name not in _ABSENT_WHERE_NONE)
_FOUND = tuple(field.name for field in fields(Analysis) if field.name != "article")
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Form)


def to_json(analysis: Analysis) -> str:
    """One line of JSON in the contract's form."""
    article = analysis.article
    form = _Form(
        path=article.path,
        text=article.text,
        article=_Parts(
            **{name: getattr(article, name) for name in _PARTS},
            mended=article.mended or UNSET,
            section=article.section or UNSET,
            block_quotations=article.block_quotations or UNSET,
        ),
        **{name: getattr(analysis, name) for name in _FOUND},
    )
    return _encoder.encode(form).decode()


def from_json(line: str | bytes, *, text: str | None = None) -> Analysis:
    """The analysis that `to_json` wrote; `text` where it is kept beside the line."""
    form = _decoder.decode(line)
    return Analysis(
        article=Article(
            path=form.path,
            text=form.text if text is None else text,
            mended=form.article.mended is True,
            section=form.article.section or None,
            block_quotations=form.article.block_quotations or (),
            **{name: getattr(form.article, name) for name in _PARTS},
        ),
        **{name: getattr(form, name) for name in _FOUND},
    )


def groups_to_json(groups: Sequence[Sequence[str]]) -> str:
    """One object in the contract's form: the paths of the articles by story."""
    return _encoder.encode({"groups": groups}).decode()
