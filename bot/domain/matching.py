"""Which sentence of an article holds the words that found it, by the stems that both indexes go by."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import regex
from Stemmer import Stemmer

from summaries.models import Analysis, Span, meeting

Phrase = Sequence[str]  # folded words that stand one after the other

_ACCENTED = regex.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_PLAIN = {
    code: base
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFKD", chr(code))[0]) != chr(code)
}
_LEADS = bytes((*range(0xC3, 0xCA), 0xE1))  # with which such a letter begins in UTF-8, and few others do
_NEXT = regex.compile(r"[\W_]{1,3}([^\W_]+)")  # word of a phrase: "cease-fire", "cease fire"
_ALTERED = 1  # letters at the end of a stem that a form may have otherwise: "countri" of "country"
_FORMS = 4096  # whose stems are remembered
JOINED = 3  # letters at least of each of two words that are written as one, too: "air strike"
_LONGEST = 20  # letters of a word that may be two
_ALONE = frozenset(  # words that are no part of one which a space parts: "the rapist", "not able"
    (
        "the", "and", "for", "not", "but", "are", "was", "has", "had", "his", "her", "its", "our", "who",
        "how", "can", "did", "may", "any", "all", "one", "two", "now", "you", "she", "him", "they", "them",
        "that", "this", "with", "have", "from", "were", "will", "than", "then", "when", "what", "some",
        "age", "aged", "ages", "aging", "ageing", "off", "out",
        "into", "each", "such", "been", "also", "only", "ever", "there", "where", "these", "those",
    )
)  # fmt: skip


def best_sentence(phrases: Sequence[Phrase], analysis: Analysis) -> Span | None:
    """The sentence that holds the most of the phrases, the first of those; None where none does."""
    return next(iter(best_sentences(phrases, analysis)), None)


def best_sentences(phrases: Sequence[Phrase], analysis: Analysis) -> Sequence[Span]:
    """The sentences that hold any of the phrases: those with the most first, of equals in text order."""
    text = _plain(analysis.article.text)
    return _by_most([tuple(_hits(phrase, text)) for phrase in phrases], analysis)


def count_held(phrases: Sequence[Phrase], text: str) -> int:
    """How many of the phrases the text holds."""
    plain = _plain(text)
    return sum(next(_hits(phrase, plain), None) is not None for phrase in phrases)


def strengths(phrases: Sequence[Phrase], analysis: Analysis) -> tuple[float, ...]:
    """How much the article tells by each of the phrases, 0 to 1.

    Half for having it, a quarter each for the headline or summary, and the sentence with most of them.
    """
    article, text = analysis.article, _plain(analysis.article.text)
    first = tuple(span for span in (article.headline, article.deck, *analysis.summary) if span is not None)
    found = [tuple(_hits(phrase, text)) for phrase in phrases]
    best = _by_most(found, analysis)[:1]
    return tuple(
        0.5 + 0.25 * _within(hits, first) + 0.25 * _within(hits, best) if hits else 0.0 for hits in found
    )


def _by_most(found: Iterable[Sequence[Span]], analysis: Analysis) -> Sequence[Span]:
    """The sentences by how many of the phrases they hold that were found there."""
    held: Counter[Span] = Counter()
    for hits in found:
        held.update({sentence for hit in hits for sentence in meeting(analysis.sentences, hit)})
    return sorted(held, key=lambda sentence: (-held[sentence], sentence))


def _within(hits: Sequence[Span], spans: Sequence[Span]) -> bool:
    return any(span.holds(hit) for hit in hits for span in spans)


def _plain(text: str) -> str:
    """The text without accents, letter for letter: spans stay as they are.

    To look for them in a text is dear, and most have none: whether it has is seen by its bytes.
    """
    told = text.encode(errors="surrogatepass")
    if len(told.translate(None, _LEADS)) == len(told):
        return text
    plain: str = _ACCENTED.sub(lambda found: _PLAIN.get(ord(found[0]), found[0]), text)
    return plain


@lru_cache(maxsize=_FORMS)
def ways(phrase: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The phrase in each way to write it, first as it stands: "ceasefire", "cease fire" and "cease-fire".

    Two words that a mark joins are one as well, and one is two where both may stand beside each other so.
    """
    found = [phrase]
    for place, (first, second) in enumerate(pairwise(phrase)):
        found.append((*phrase[:place], first + second, *phrase[place + 2 :]))
    if len(phrase) == 1 and phrase[0].isalpha() and len(phrase[0]) <= _LONGEST:
        (word,) = phrase
        parted = ((word[:place], word[place:]) for place in range(JOINED, len(word) - JOINED + 1))
        found += [two for two in parted if may_be_joined(*two)]
    return tuple(found)


def may_be_joined(first: str, second: str) -> bool:
    """Whether two words that a space parts may be one: "air strike", but not "the rapist" or "not able"."""
    return len(first) >= JOINED and len(second) >= JOINED and not {first, second} & _ALONE


def _hits(phrase: Phrase, text: str) -> Iterator[Span]:
    """Where forms of the phrase's words stand one after the other, in any way to write it."""
    opening, behind = _sought(tuple(phrase))
    for found in opening.finditer(text):
        for others in behind.get(stem(found[0].casefold()), ()):
            if (end := _end(others, text, found.end())) is not None:
                yield Span(found.start(), end)
                break


@lru_cache(maxsize=256)
def _sought(phrase: tuple[str, ...]) -> tuple[regex.Pattern[str], Mapping[str, Sequence[tuple[str, ...]]]]:
    """What finds words that begin as a first stem does, and which stems follow each first one."""
    behind: dict[str, list[tuple[str, ...]]] = {}
    for way in ways(phrase):
        first, *others = map(stem, way)
        behind.setdefault(first, []).append(tuple(others))
    begins = sorted({first[: max(1, len(first) - _ALTERED)] for first in behind})
    fewest = [one for n, one in enumerate(begins) if not one.startswith(tuple(begins[:n]))]
    opening = "|".join(map(regex.escape, fewest))
    return regex.compile(rf"(?<![^\W_])(?:{opening})[^\W_]*", regex.IGNORECASE), behind


def _end(stems: Sequence[str], text: str, place: int) -> int | None:
    """Behind the words of these stems, which stand there; None where others do."""
    for one in stems:
        found = _NEXT.match(text, place)
        if found is None or stem(found[1].casefold()) != one:
            return None
        place = found.end()
    return place


@lru_cache(maxsize=_FORMS)
def stem(word: str) -> str:
    """What the forms of a word have in common; the word is in small letters."""
    found: str = Stemmer("porter", 0).stemWord(word)  # one each: none may be shared between threads
    return found
