"""Doc → the sentences of an article's body: whole, in order, no dateline and no speaker's label in front."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from summaries.articles import story_start
from summaries.articles.entries import stamp_end
from summaries.models import Article, Span
from summaries.turns import find_turns, unlabelled

_FINISHED: Final = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_BULLETS: Final = "•●▪■◦‣·"  # before an item of a list
_STRAIGHT: Final = re.compile(r"[\"']+(?![\w\"'])")
_ENDS_IN_TITLE: Final = re.compile(
    r"\b(?:Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|No|Prof|Reps?|Rev|Sens?|Sgt|St|Supt|vs)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body: its words in the text, and its tokens `[first, last)` in the Doc."""

    span: Span
    first: int
    last: int
    paragraph: int  # index into Article.body


def read_sentences(doc: Doc, article: Article) -> tuple[Sentence, ...]:
    """The body's sentences in order; what the parser cut after a title or in mid-sentence is joined again."""
    whole: list[Sentence] = []
    for piece in _pieces(doc, article):
        if whole and _continues(whole[-1], piece, article.text):
            whole[-1] = _joined(whole[-1], piece)
        else:
            whole.append(piece)
    return tuple(whole)


def _pieces(doc: Doc, article: Article) -> Iterator[Sentence]:
    """What the parser takes for sentences, clipped to the body's paragraphs."""
    text, body, opening = article.text, article.body, story_start(article)
    said = unlabelled(article, find_turns(article))
    paragraph = 0
    is_live = article.genre == "live"
    stamped = [stamp_end(text, one.start, is_live=is_live) for one in body]
    for sent in doc.sents:
        while paragraph < len(body) and body[paragraph].end <= sent.start_char:
            paragraph += 1
        if paragraph == len(body):
            return
        start = max(sent.start_char, said[paragraph].start, stamped[paragraph], opening)
        start = max(start, _behind_marks(text, sent.start_char))
        span = _stripped(text, start, min(_behind_marks(text, sent.end_char), body[paragraph].end))
        if any(character.isalnum() for character in span.of(text)):
            yield Sentence(span=span, first=sent.start, last=sent.end, paragraph=paragraph)


def _behind_marks(text: str, index: int) -> int:
    """Past the straight marks at `index` that close what stands before them; the parser begins with them."""
    touches = index > 0 and not text[index - 1].isspace()
    marks = _STRAIGHT.match(text, index) if touches else None
    return marks.end() if marks is not None else index


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in _BULLETS):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def _continues(before: Sentence, piece: Sentence, text: str) -> bool:
    if before.paragraph != piece.paragraph:
        return False
    words = before.span.of(text)
    return (
        _FINISHED.search(words) is None
        or _ENDS_IN_TITLE.search(words) is not None
        or text[piece.span.start].islower()
    )


def _joined(before: Sentence, piece: Sentence) -> Sentence:
    return Sentence(
        span=Span(before.span.start, piece.span.end),
        first=before.first,
        last=piece.last,
        paragraph=before.paragraph,
    )
