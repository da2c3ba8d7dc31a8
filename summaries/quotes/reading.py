"""A Doc as the rules of quotation ask for it: words by character, sentences by word, looked up once."""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

from summaries.language import parts_of_speech
from summaries.models import Span

Pieces = tuple[range, ...]  # words of what was said, with a gap between two

_EDGE = ",;:—–-.…"


class Reading:
    """The words of an article in order, their parts of speech, and where its sentences begin and end."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text  # Doc.text joins all its words again each time it is asked for
        self.words: list[Token] = list(doc)
        self.pos = parts_of_speech(doc)
        self._starts = [word.idx for word in self.words]
        self._sentence_starts = [sentence.start for sentence in doc.sents]

    def at(self, index: int) -> int:
        """The first word that begins at or after character `index`."""
        return bisect_left(self._starts, index)

    def over(self, span: Span) -> range:
        """The words that begin inside the span."""
        return range(self.at(span.start), self.at(span.end))

    def sentence(self, word: int) -> range:
        """The words of the sentence in which `word` stands."""
        place = bisect_right(self._sentence_starts, word)
        stop = self._sentence_starts[place] if place < len(self._sentence_starts) else len(self.words)
        return range(self._sentence_starts[place - 1], stop)

    def word(self, i: int) -> Span:
        """Characters of one word."""
        return Span(self._starts[i], self._starts[i] + len(self.words[i]))

    def span(self, words: range) -> Span | None:
        """Characters of the words without the blanks, commas and dashes around them; None if none is left."""
        if not words:
            return None
        start, end = self._starts[words.start], self.word(words.stop - 1).end
        while start < end and _is_edge(self.text[start]):
            start += 1
        while start < end and _is_edge(self.text[end - 1]):
            end -= 1
        if self.text[end : end + 1] == ")" and self.text.count("(", start, end) > self.text.count(
            ")", start, end
        ):
            end += 1
        return Span(start, end) if start < end else None


def _is_edge(ch: str) -> bool:
    return ch.isspace() or ch in _EDGE
