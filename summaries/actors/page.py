"""Where each token of an article stands: which part, inside a quotation or not, in a list or in prose."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from spacy.tokens import Doc, Token

from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import KNOWN_HOUSES, ROLE_NOUNS
from summaries.lexicon.people import GIVEN_NAMES
from summaries.lexicon.sexes import is_given_name
from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Article, Span

_OPENS, _CLOSES = "“„«", "”»"
_ENDS = frozenset((".", "!", "?", "”", '"'))
_FEWEST_SIGNATURES = 3
_LONGEST_ROW = 40  # tokens
_LONGEST_LETTERS = 3  # of an office, a party, a firm: "SNP"
_LONGEST_SHOUT = 12  # words


class Part(Enum):
    """A part of the page, by what a name in it is worth."""

    NONE = 0  # outlet, byline, the page's date: nobody acts there
    HEADLINE = 1  # headline and deck: names there count only if the body knows them
    CAPTION = 2
    BODY = 3


class Line(Enum):
    """What a line's capitals are worth."""

    PROSE = 0
    CAPITALS = 1  # no small letter: a headline in the middle of the page
    TABLE = 2  # no small letter, and numbers or "A AT B": every word may be a team's
    ROW = 3  # of a list: a number or two, names, no verb
    SIGNATURE = 4  # of a page of letters: a name, then a town


# Asked of each token; Python 3.11 takes ten times as long to find a member by its class.
_BODY, _NOWHERE = Part.BODY, Part.NONE
_SHOUTED, _LISTED = (Line.CAPITALS, Line.TABLE), (Line.TABLE, Line.ROW)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """An article's Doc with what its layout says of each token, by token index."""

    doc: Doc
    article: Article
    words: tuple[str, ...]
    part: tuple[Part, ...]
    quoted: tuple[bool, ...]
    narrated: tuple[int, ...]  # tokens of the body outside quotation marks
    line: tuple[Line, ...]
    opens: tuple[bool, ...]  # first word of a sentence, or behind an opening mark or a bullet
    shouts: frozenset[int]  # words in capitals that the story opens with, and that name nobody
    small: frozenset[str]  # words written with a small letter somewhere in the text
    alone: frozenset[str]  # with a capital inside a sentence, neither "and" nor another such word behind
    surnames: frozenset[str]  # last words of people's names of several words
    # Which of the narrator's sentences; quotations and the page's lines do not count.
    sentence: tuple[int, ...]
    told: tuple[int, ...]  # how many of the narrator's words stand before

    def word(self, index: int) -> str:
        """The word there; "" where the text has none."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_capitals(self, index: int) -> bool:
        """Whether the token stands in a line whose capitals mean nothing."""
        return self.line[index] in _SHOUTED

    def is_listed(self, index: int) -> bool:
        """Whether the token stands in a table or a list, where a name needs no verb."""
        return self.line[index] in _LISTED


def mark_text(doc: Doc, article: Article) -> MarkedText:
    """One pass over the tokens."""
    tokens = list(doc)
    words = tuple([token.text for token in tokens])
    starts = [bool(token.is_sent_start) for token in tokens]
    part = _parts(tokens, article)
    quoted = _quoted(words)
    sentence, told = _told(words, starts, quoted, part)
    return MarkedText(
        doc=doc,
        article=article,
        words=words,
        part=part,
        quoted=quoted,
        narrated=tuple(
            [
                index
                for index, (inside, where) in enumerate(zip(quoted, part, strict=True))
                if where is _BODY and not inside
            ]
        ),
        line=tuple(_lines(tokens, words)),
        opens=_opens(tokens, words, starts),
        shouts=frozenset(_shouts(words, part)),
        small=frozenset(filter(str.islower, words)),
        alone=frozenset(_alone(words)),
        surnames=frozenset(
            words[entity.end - 1] for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1
        ),
        sentence=sentence,
        told=told,
    )


def _parts(tokens: list[Token], article: Article) -> tuple[Part, ...]:
    spans: list[tuple[Span, Part]] = [(span, Part.BODY) for span in article.body]
    spans += [(span, Part.CAPTION) for span in article.captions]
    spans += [(span, Part.HEADLINE) for span in (article.headline, article.deck) if span is not None]
    spans += [(span, Part.NONE) for span in (article.dateline, article.byline) if span is not None]
    part = [Part.NONE] * len(tokens)
    starts = [token.idx for token in tokens]
    # The dateline stands in the body's first paragraph and comes last: it overrules.
    for span, kind in spans:
        for index in _within(starts, span):
            part[index] = kind
    return tuple(part)


def _within(starts: list[int], span: Span) -> Iterator[int]:
    yield from range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _quoted(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Inside double marks; a mark left open ends with its paragraph."""
    flags, inside = [], False
    for word in words:
        if "\n" in word:
            inside = False
        elif word in _OPENS:
            inside = True
        elif word in _CLOSES:
            inside = False
        elif word in ('"', "``", "''"):
            inside = not inside
        flags.append(inside)
    return tuple(flags)


def _told(
    texts: tuple[str, ...], starts: list[bool], quoted: tuple[bool, ...], part: tuple[Part, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """`(sentence, told)` of a page: the narrator's own words, whatever is quoted or the page's between."""
    sentences, words = [], []
    sentence = word = narrated = latest = 0
    for text, starts_one, is_quoted, where in zip(texts, starts, quoted, part, strict=True):
        inside = is_quoted or where is _NOWHERE
        sentence += starts_one
        if sentence != latest and not inside and text[0].isalnum():
            narrated, latest = narrated + 1, sentence
        sentences.append(narrated)
        words.append(word)
        word += not inside
    return tuple(sentences), tuple(words)


def _lines(tokens: list[Token], words: tuple[str, ...]) -> list[Line]:
    kinds: list[Line] = []
    start = signatures = 0
    for index, word in enumerate(words):
        if "\n" in word or index == len(words) - 1:
            kind = _line(tokens[start : index + 1], words[start : index + 1])
            if kind is Line.SIGNATURE and (start < 2 or words[start - 2] not in _ENDS):
                kind = Line.PROSE  # in a list of names, and under no letter
            kinds += [kind] * (index + 1 - start)
            signatures += kind is Line.SIGNATURE
            start = index + 1
    if 0 < signatures < _FEWEST_SIGNATURES:
        return [Line.PROSE if kind is Line.SIGNATURE else kind for kind in kinds]
    return kinds


def _line(tokens: list[Token], words: tuple[str, ...]) -> Line:
    if len(words) > _LONGEST_ROW:
        return Line.PROSE
    numbers = sum(word[0].isdigit() for word in words)
    if len(words) > 2 and "".join(words).isupper():
        return Line.TABLE if numbers or not {"AT", "V", "VS"}.isdisjoint(words) else Line.CAPITALS
    if numbers and numbers * 6 >= len(words) and not any(token.tag_ in FINITE_OR_MODAL for token in tokens):
        return Line.ROW
    return Line.SIGNATURE if _is_signature(words) else Line.PROSE


def _is_signature(words: tuple[str, ...]) -> bool:
    """ "Ann Lee Harrow": three to five words with capitals, alone in their line."""
    written = [word for word in words if not word.isspace()]
    if not (3 <= len(written) <= 5 and all(word.istitle() for word in written)):
        return False
    first = written[0].casefold()
    return first in GIVEN_NAMES or is_given_name(first)


def _shouts(words: tuple[str, ...], part: tuple[Part, ...]) -> Iterator[int]:
    """ "FURIOUS residents have …": a name is written elsewhere as names are, or is a known one."""
    first = part.index(Part.BODY) if Part.BODY in part else len(words)
    for index in range(first, min(first + _LONGEST_SHOUT, len(words))):
        word = words[index]
        if word[0].isalpha() and not word.isupper():
            return
        low = word.casefold()
        known = low in GIVEN or low in KNOWN_HOUSES or word.title() in words or words.count(word) > 1
        known = known and low not in ROLE_NOUNS and low not in words
        if word.isalpha() and len(word) > _LONGEST_LETTERS and not known:
            yield index


def _alone(words: tuple[str, ...]) -> Iterator[str]:
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if before[0].islower() and word[0].isupper() and after[0].islower() and after != "and":
            yield word


def _opens(tokens: list[Token], words: tuple[str, ...], starts: list[bool]) -> tuple[bool, ...]:
    flags, fresh = [], True
    for token, word, starts_one in zip(tokens, words, starts, strict=True):
        fresh = fresh or starts_one
        flags.append(fresh)
        # A mark, a bullet or a number keeps the opening for the word behind it.
        # Behind a dateline, as "LEEDS (Wire) -", there is a dash that is no hyphen.
        dash = word in ("--", "—") or (word in ("-", "–") and token.tag_ == ":")
        fresh = "\n" in word or (fresh and not word[0].isalpha()) or word in ('"', "“", "‘", ":") or dash
    return tuple(flags)
