"""Which sentences are pieces of something longer: of a quotation, of a list, of what they announce."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from summaries.lexicon import words
from summaries.models import Quote
from summaries.sentences import Sentence

_OF_VERB: Final = frozenset(("attr", "dobj", "nsubjpass", "pobj"))
_BULLET: Final = re.compile(r"[•●▪■◦‣∙]\s*$")
_FEWEST_ITEMS: Final = 3
_ANNOUNCED: Final = words(
    """
    category condition example explanation factor kind lesson option phase possibility problem reason step
    theory thing type way
    """
)
_COUNTING: Final = words("a couple few several many three two four five six various")
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


def announcing(doc: Doc, sentences: Sequence[Sentence]) -> set[int]:
    """Sentences that end on how many follow: "The sale is done in two steps." """
    found: set[int] = set()
    for number, sentence in enumerate(sentences[:-1]):
        tokens = doc[sentence.first : sentence.last]
        last = next((token for token in reversed(tokens) if token.is_alpha), None)
        if last is None or last.lemma_.lower() not in _ANNOUNCED or tokens[-1].text != ".":
            continue
        if last.dep_ in _OF_VERB and any(child.lower_ in _COUNTING for child in last.lefts):
            found.add(number)
    return found


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
