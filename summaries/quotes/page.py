"""A paragraph as attribution sees it: its words, its passages in marks, its statements."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Token

from summaries.lexicon import words
from summaries.models import Span
from summaries.quotes.marks import Passage, last_before
from summaries.quotes.reading import Reading
from summaries.quotes.reported import Statement, statements

_MARKS = "\"“”„‟«»‘’'` "
_CLOSING = frozenset(",.?!;:—–-…")
_STOPS = frozenset(".?!")
_REACH = 40  # words in which a sentence is expected to end
_NEAREST = 16  # statements to either side of a word; a sentence that has more is a page's, not a writer's
_SMALL = words("a an and as at by for from in of on or the to vs with")
_SENTENCE_ENDS = frozenset('.?!…”"’)]')


class PassageSetting(NamedTuple):
    """How a passage stands in its paragraph."""

    lead: str  # the character before it; "" at the paragraph's start
    tail: str  # the comma or stop that ends it, inside its marks or right behind them; "" where there is none
    capital: bool  # whether it begins as a sentence does
    is_title: bool  # whether it is written as the titles of works are: “Meet the Press”
    is_noun: bool  # whether it is one word that names a thing: “Salt”

    @property
    def position(self) -> Literal["opens a sentence", "is led to", "is embedded"]:
        """Where the passage stands: as its own sentence, behind a colon or comma, or inside a clause."""
        if not self.lead or self.lead in _SENTENCE_ENDS:
            return "opens a sentence"
        if self.lead == ":" or (self.lead in ",—–-" and self.capital):
            return "is led to"
        return "is embedded"


class ParagraphView:
    """One paragraph, read once. Places are indices of passages; words are indices of the article's words."""

    def __init__(self, reading: Reading, paragraph: Span, passages: Iterable[Passage]) -> None:
        self.reading = reading
        self.span = paragraph
        self.words = reading.over(paragraph)
        self.passages = tuple(passages)
        self.ranges = tuple(reading.over(passage.span) for passage in self.passages)
        self._starts = [passage.span.start for passage in self.passages]
        self._by_sentence: dict[int, list[Statement]] = {}
        self._quoted = frozenset(i for words in self.ranges for i in words)
        i = self.words.start
        while i < self.words.stop:
            sentence = self.sentence(i)
            self._by_sentence[sentence.start] = statements(reading, sentence, self._quoted)
            i = sentence.stop

    @property
    def ends_with_colon(self) -> bool:
        """Whether the paragraph leads to the next: “Ana Ruiz wrote:”."""
        return self.reading.text[self.span.end - 1] == ":"

    @property
    def statements(self) -> list[Statement]:
        """The paragraph's statements in text order."""
        return [statement for found in self._by_sentence.values() for statement in found]

    def sentence(self, word: int) -> range:
        """The sentence of the word, inside this paragraph."""
        whole = self.reading.sentence(word)
        return range(max(whole.start, self.words.start), min(whole.stop, self.words.stop))

    def statements_beside(self, word: int) -> list[Statement]:
        """The statements of the word's sentence whose cues stand nearest to it, in text order."""
        found = self._by_sentence.get(self.sentence(word).start, [])
        place = bisect_left(found, word, key=lambda statement: statement.cue)
        return found[max(place - _NEAREST, 0) : place + _NEAREST]

    def statements_around(self, place: int) -> list[Statement]:
        """The statements of which the passage is a part."""
        words = self.ranges[place]
        if not words:
            return []
        return [s for s in self.statements_beside(words.start) if s.meets(words)]

    def passages_in(self, spans: Iterable[Span]) -> list[Span]:
        """The passages that lie inside the spans: of a statement, the titles of works that it names."""
        inside = (
            self.passages[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            for start, end in spans
        )
        return [passage.span for found in inside for passage in found]

    def content(self, statement: Statement) -> tuple[Span, ...]:
        """The characters of a statement's content."""
        spans = (self.reading.span(piece) for piece in statement.words)
        return tuple(span for span in spans if span is not None)

    @property
    def is_all_quoted(self) -> bool:
        """Whether no word stands outside quotation marks."""
        return bool(self.passages) and not any(self._said(range(self.words.start, self.words.stop)))

    def sentence_before(self, passage: Span) -> range:
        """The sentence right before the passage in its paragraph; empty where that is quoted in part."""
        return self._unquoted(self.reading.at(passage.start) - 1)

    @property
    def last_sentence(self) -> range:
        """The sentence that ends the paragraph; empty where that is quoted in part."""
        return self._unquoted(self.words.stop - 1)

    def _unquoted(self, last: int) -> range:
        """The sentence that ends with the word; empty where it has no stop or holds words in marks."""
        if last not in self.words or self.reading.words[last].text != ".":
            return range(0)
        whole = self.sentence(last)
        return range(0) if any(i in self._quoted for i in whole) else range(whole.start, last + 1)

    def told_behind(self, passage: Span) -> list[int]:
        """The words of the paragraph behind the passage that stand outside quotation marks."""
        return list(self._said(range(self.reading.at(passage.end), self.words.stop)))

    def told_since(self, cue: Span) -> tuple[Span, ...] | None:
        """What the sentence of the cue says outside quotation marks, where it ends the paragraph or what
        follows it is quoted; None where the paragraph goes on to something else."""
        sentence = self.sentence(self.reading.at(cue.start)) if self.span.holds(cue) else range(0)
        if not sentence or any(self._said(range(sentence.stop, self.words.stop))):
            return None
        return tuple(self.reading.word(i) for i in self._said(sentence))

    def words_outside(self, words: range) -> list[Token]:
        """Those of the words that stand outside quotation marks."""
        return [self.reading.words[i] for i in words if i not in self._quoted]

    def _said(self, words: range) -> Iterator[int]:
        """Those of the words that stand outside quotation marks, punctuation left out."""
        return (i for i in words if i not in self._quoted and self.reading.words[i].text.isalnum())

    def setting(self, place: int) -> PassageSetting:
        """How the passage stands here."""
        text, span = self.reading.text, self.passages[place].span
        lead = last_before(text, span.start, self.span.start)
        said = span.of(text).strip(_MARKS)
        behind = text[span.end : span.end + 1]
        tail = said[-1:] if said[-1:] in _CLOSING else behind if behind in _CLOSING else ""
        capital = said[:1].isupper() or said[:1].isdigit() or said[:1] in "[(.…@#"
        return PassageSetting(lead, tail, capital, is_title=is_title(said), is_noun=self._is_noun(place))

    def _is_noun(self, place: int) -> bool:
        words = [word for i in self.ranges[place] if (word := self.reading.words[i]).is_alpha]
        return len(words) == 1 and words[0].pos_ in ("NOUN", "PROPN")

    def words_before(self, place: int) -> range:
        """The words of the sentence that lead to the passage, from the passage before on."""
        stop = self.ranges[place].start
        if stop <= self.words.start:
            return range(0)
        start = self.sentence(stop - 1).start
        return range(max(start, self.ranges[place - 1].stop) if place > 0 else start, stop)

    def words_after(self, place: int) -> range:
        """The words of the sentence that follow the passage, punctuation left out, to the next passage."""
        start = self.ranges[place].stop
        while start < self.words.stop and self.reading.words[start].is_punct:
            start += 1
        if start >= self.words.stop:
            return range(0)
        stop = self._end_of_line(start) if self.setting(place).tail == "," else self.sentence(start).stop
        return range(start, min(stop, self.ranges[place + 1].start) if place + 1 < len(self.ranges) else stop)

    def _end_of_line(self, start: int) -> int:
        """Where the sentence of the word ends by its marks: behind a comma the parse often ends it early."""
        for i in range(start, min(self.words.stop, start + _REACH)):
            word = self.reading.words[i]
            if word.text in _STOPS and word.tag_ == ".":  # not that of "Maj. Gen. Ray"
                return i + 1
        return max(self.sentence(start).stop, min(self.words.stop, start + _REACH))

    def is_last(self, place: int) -> bool:
        """Whether the paragraph ends with the passage."""
        return self.ranges[place].stop >= self.words.stop - 1


def is_title(said: str) -> bool:
    """Whether two words or more have a capital, and only articles and the like have none."""
    written = said.strip(",.").split()
    capitals = [word for word in written if word[:1].isupper()]
    return len(capitals) > 1 and all(word in _SMALL or word[:1].isupper() for word in written)
