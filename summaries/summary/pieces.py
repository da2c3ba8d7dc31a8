"""Which sentences are pieces of something longer: of a quotation, of a list."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from summaries.models import Quote
from summaries.sentences import Sentence

_BULLET: Final = re.compile(r"[•●▪■◦‣∙]\s*$")
_FEWEST_ITEMS: Final = 3
_DOUBLE_MARKS: Final = re.compile(r"[\"“”«»„]")
_OPENS: Final = {"“": True, "«": True, "„": True, "”": False, "»": False}  # a straight mark turns about


def hanging_quotes(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> set[int]:
    """Sentences that hold a piece of a quotation but not its whole, or not its speaker."""
    hanging: set[int] = set()
    pieces = [(piece, quote.speaker) for quote in quotes for piece in quote.verbatim]
    reach = 0
    for piece, speaker in sorted(pieces, key=lambda row: row[0]):
        while reach < len(sentences) and sentences[reach].span.end <= piece.start:
            reach += 1
        number = reach
        while number < len(sentences) and sentences[number].span.start < piece.end:
            span = sentences[number].span
            if not span.holds(piece) or speaker is None or not span.holds(speaker):
                hanging.add(number)
            number += 1
    return hanging


def amid_quotation(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """Sentences in a quotation that opened before them or closes after them, by the marks alone."""
    amid: set[int] = set()
    opened = False
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            opened, paragraph = False, sentence.paragraph  # an unclosed mark's damage ends there
        before = opened
        for mark in _DOUBLE_MARKS.findall(sentence.span.of(text)):
            opened = _OPENS.get(mark, not opened)
        if before or opened:
            amid.add(number)
    return amid


def items(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """Sentences that are items of a list: of paragraphs with a bullet, where the story opens with another;
    and paragraphs of one each, below one that ends in a colon."""
    counts = Counter(sentence.paragraph for sentence in sentences)
    bulleted = {
        one.paragraph for one in sentences if _BULLET.search(text, max(0, one.span.start - 3), one.span.start)
    }
    items: set[int] = set()
    if len(bulleted) >= _FEWEST_ITEMS and sentences[0].paragraph not in bulleted:
        items = {number for number, one in enumerate(sentences) if one.paragraph in bulleted}
    opened = -1
    for number, sentence in enumerate(sentences):
        words = sentence.span.of(text)
        if words.endswith(":"):
            opened = sentence.paragraph
        elif opened >= 0 and opened < sentence.paragraph:
            if counts[sentence.paragraph] > 1 or words[0] in "“\"‘'":
                opened = -1
            else:
                items.add(number)
    return items
