"""What is written without a command, read by a language's own words: what is wanted, and of whom or what.

A phrase tells its wish where nothing but small words stands around it: "the news, please". Where "…" stands
in it, words may stand there, and these are asked about: "what did … say about …".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.domain.vocabulary import GAP, Vocabulary, Word, words_in

_ALIKE = 0.8  # of the letters of a phrase agree: "unsubscibe" with "unsubscribe" is 0.91
_SURE_BESIDE_A_SLIP = 2  # words of a phrase with a slip: one alone could be any word
_SHORTEST = 5  # letters: one slip in fewer makes another word


@dataclass(frozen=True, slots=True)
class Asked:
    """Some words of a message, and those of them that a search looks for."""

    words: tuple[Word, ...]
    sought: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, and the words in each gap of the phrase that tells it: none where it has no gap.

    `mended`: it is told but for slips of spelling.
    """

    name: str
    about: tuple[tuple[Word, ...], ...] = ()
    mended: bool = False


def wishes(words: Sequence[Word], known: Vocabulary) -> tuple[Wish, ...]:
    """What the words may ask for, by the phrases of the vocabulary, the likeliest first; each wish once."""
    spelt = tuple(_spelt(words, known))
    told = _by_rank(_told(spelt, known))
    if told and not told[0].about:
        return told
    mended = tuple(_mended(word, known) for word in spelt)
    if (meant := _slipped(spelt, mended, known, than=told[:1])) is not None:
        return (meant, *(one for one in told if one.name != meant.name))
    if told:
        return told
    whole = (wish for wish in _by_rank(_told(mended, known)) if not wish.about) if mended != spelt else ()
    return tuple(replace(wish, mended=True) for wish in (*whole, *_alike(spelt, known))[:1])


def _slipped(
    spelt: Sequence[Word], mended: Sequence[Word], known: Vocabulary, *, than: Sequence[Wish]
) -> Wish | None:
    """What a phrase about something tells, written with a slip: "whats hapening in Gaza".

    Of its words others are as they are written, and of what is asked about there is less than by the phrase
    that is told without the slip (`than`): of "whats …" that were "hapening in Gaza".
    """
    if mended == spelt:
        return None
    typed = {id(after): before for before, after in zip(spelt, mended, strict=True)}
    slips = {after.key for before, after in zip(spelt, mended, strict=True) if before is not after}
    best: tuple[tuple[int, int], Wish] | None = None
    for rank, wish, phrase in _told(mended, known):
        if not wish.about:
            continue
        literal = [key for key in phrase.split() if key != GAP]
        if len(literal) < _SURE_BESIDE_A_SLIP or slips.isdisjoint(literal) or slips.issuperset(literal):
            continue
        if best is None or rank > best[0]:
            about = tuple(tuple(typed[id(word)] for word in part) for part in wish.about)
            best = rank, Wish(wish.name, about, mended=True)
    if best is None or any(_length(best[1]) >= _length(one) for one in than):
        return None
    return best[1]


def _length(wish: Wish) -> int:
    return sum(map(len, wish.about))


def _by_rank(told: Iterable[tuple[tuple[int, int], Wish, str]]) -> tuple[Wish, ...]:
    """Each wish once, that of the highest rank first."""
    best: dict[str, tuple[tuple[int, int], Wish]] = {}
    for rank, wish, _ in told:
        if wish.name not in best or rank > best[wish.name][0]:
            best[wish.name] = rank, wish
    return tuple(wish for _, wish in sorted(best.values(), key=lambda one: one[0], reverse=True))


def _spelt(words: Iterable[Word], known: Vocabulary) -> Iterator[Word]:
    """The words as they are spelt out of a chat: "u" is "you", French "g" is "j'ai", which is two."""
    for word in words:
        for key in known.spellings.get(word.key, word.key).split():
            yield replace(word, key=key)


def _mended(word: Word, known: Vocabulary) -> Word:
    """The word of a wish that this one is but for a slip."""
    if len(word.key) < _SHORTEST or word.key in known.keys:
        return word
    nearest = extractOne(word.key, known.keys.keys(), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    return replace(word, key=nearest[0]) if nearest is not None else word


def asked(words: Iterable[Word], known: Vocabulary) -> Asked:
    """The words, and those of them that a search looks for: not what only leads up to them."""
    every = tuple(_spelt(words, known))
    return Asked(every, tuple(dict.fromkeys(word for word in every if not known.is_small(word))))


def asked_of(text: str, known: Vocabulary) -> Asked:
    """The same of a text."""
    return asked(words_in(text, known.apostrophes), known)


def _told(words: Sequence[Word], known: Vocabulary) -> Iterator[tuple[tuple[int, int], Wish, str]]:
    """Wishes, each with its rank, whole ones first, then by the words of its phrase; and that phrase."""
    line = " ".join(word.key for word in words)
    readings = {" ".join(word.key for word in part): part for part in _parts(words, known)}
    for wish, phrase in known.phrases_beside(words):
        length = len(phrase.split())
        if GAP in phrase:
            shape = _shape(phrase)
            for said, keys in readings.items():
                if (found := shape.fullmatch(said)) is not None:
                    about = tuple(_between(keys, said, *found.span(n + 1)) for n in range(shape.groups))
                    if all(asked(part, known).sought for part in about):
                        yield (0, length), Wish(wish, about), phrase
        elif f" {phrase} " in (whole := f" {line} "):
            at = whole.partition(f" {phrase} ")[0].count(" ")
            rest = (*words[:at], *words[at + length :])
            if all(word.key in known.around or known.is_small(word) for word in rest):
                yield (1, length), Wish(wish), phrase


def _alike(words: Sequence[Word], known: Vocabulary) -> Iterator[Wish]:
    """The wish whose phrase the words are, but for a slip."""
    line = " ".join(word.key for word in _without_around(words, known))
    nearest = extractOne(line, known.whole.keys(), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    if nearest is not None and len(line) >= _SHORTEST:
        yield Wish(known.whole[nearest[0]])


def _parts(words: Sequence[Word], known: Vocabulary) -> Iterator[Sequence[Word]]:
    """The words without all that leads up to them or stands behind, whole, and without some of what leads.

    "please no more" leads up to what follows, and is told by its last words.
    """
    bare = _without_around(words, known)
    yield bare
    yield words
    leading = tuple(takewhile(lambda place: words[place].key in known.around, range(len(words))))
    last = len(leading) + len(bare) if bare else len(words)
    yield from (words[place + 1 : last] for place in leading[:-1])
    yield from (words[place + 1 :] for place in leading)


def _without_around(words: Sequence[Word], known: Vocabulary) -> Sequence[Word]:
    """The words without what only leads up to them, or stands behind: "please", "can you tell me"."""
    first, last = 0, len(words)
    while first < last and words[first].key in known.around:
        first += 1
    while last > first and words[last - 1].key in known.around:
        last -= 1
    return words[first:last]


def _between(words: Sequence[Word], line: str, start: int, end: int) -> tuple[Word, ...]:
    """The words that stand between two places of the line that they make."""
    return tuple(words[line[:start].count(" ") : line[:end].count(" ") + 1])


@lru_cache(maxsize=256)  # of all languages there are ten thousand, which are some kilobytes each
def _shape(phrase: str) -> re.Pattern[str]:
    """The phrase as an expression of its words and gaps."""
    parts = [r"(\S+(?: \S+)*?)" if part == GAP else re.escape(part) for part in phrase.split()]
    return re.compile(rf"(?<!\S){' '.join(parts)}(?!\S)")
