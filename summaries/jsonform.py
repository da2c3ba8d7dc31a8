"""The analysis as JSON, in the contract's form, and back. The store keeps this form too."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from summaries.models import Action, Actor, Analysis, Article, Quote, Span

_ARTICLE_SPANS = ("headline", "deck", "byline", "dateline")


def to_json(analysis: Analysis) -> str:
    """One line of JSON in the contract's form, with `sentences`, `actions` and `terms` beside it."""
    article = analysis.article
    form = {
        "path": article.path,
        "text": article.text,
        "article": {
            key: value.isoformat() if isinstance(value, date) else value
            for key, value in _fields(article).items()
            if key not in ("path", "text")
        },
        "summary": analysis.summary,
        "actors": [_fields(actor) for actor in analysis.actors],
        "quotes": [_fields(quote) for quote in analysis.quotes],
        "sentences": analysis.sentences,
        "actions": [_fields(action) for action in analysis.actions],
        "terms": analysis.terms,
        "analysed": analysis.analysed,
    }
    return json.dumps(form, ensure_ascii=False, separators=(",", ":"))


def from_json(line: str) -> Analysis:
    """The analysis that `to_json` wrote."""
    form = json.loads(line)
    return Analysis(
        article=_article(form["path"], form["text"], form["article"]),
        sentences=_spans(form["sentences"]),
        summary=_spans(form["summary"]),
        actors=tuple(
            Actor(
                name=row["name"],
                kind=row["kind"],
                aliases=tuple(row["aliases"]),
                description=_span(row["description"]),
                mentions=_spans(row["mentions"]),
                weight=row["weight"],
            )
            for row in form["actors"]
        ),
        quotes=tuple(
            Quote(
                kind=row["kind"],
                content=_spans(row["content"]),
                verbatim=_spans(row["verbatim"]),
                cue=_span(row["cue"]),
                speaker=_span(row["speaker"]),
                actor=row["actor"],
            )
            for row in form["quotes"]
        ),
        actions=tuple(
            Action(
                sentence=Span(*row["sentence"]),
                verb=Span(*row["verb"]),
                agent=row["agent"],
                patient=row["patient"],
            )
            for row in form["actions"]
        ),
        terms=tuple(form["terms"]),
        analysed=form["analysed"],
    )


def _fields(value: Article | Actor | Quote | Action) -> dict[str, Any]:
    """The fields as they are; `asdict` would copy every span, at ten times the cost."""
    return {name: getattr(value, name) for name in value.__slots__}


def _article(path: str, text: str, row: Mapping[str, Any]) -> Article:
    return Article(
        id=row["id"],
        path=path,
        text=text,
        **{key: _span(row[key]) for key in _ARTICLE_SPANS},
        outlet=row["outlet"],
        captions=_spans(row["captions"]),
        body=_spans(row["body"]),
        page_date=_date(row["page_date"]),
        event_date=_date(row["event_date"]),
        event_date_from=row["event_date_from"],
        language=row["language"],
    )


def _span(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else Span(*cast(tuple[int, int], pair))


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*cast(tuple[int, int], pair)) for pair in pairs)


def _date(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
