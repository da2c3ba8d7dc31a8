"""What is written without a command, read by a language's own words: what is wanted, and of whom or what.

A vocabulary says by which words each wish is told. A phrase tells its wish where nothing but small words
stands around it: "the news, please". Where "…" stands in it, words may stand there, and these are asked
about: "what did … say about …".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from summaries.letters import fold_letters

GAP = "…"  # in a phrase: here stands what is asked about
_READ = 40  # words of a message
_ALIKE = 0.8  # of the letters of a phrase agree: "unsubscibe" with "unsubscribe" is 0.91
_SHORTEST = 5  # letters: one slip in fewer makes another word
_WORD = re.compile(r"[^\W_]+(?:[.'’‘&/-][^\W_]+)*")
_INSIDE = re.compile(r"['’‘.]")
_OWNER = re.compile(r"['’‘]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, without the mark of an owner, and as it is compared, with it."""

    text: str
    key: str

    @property
    def is_capital(self) -> bool:
        """Written in capitals alone: "US" is no "us"."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def is_name(self) -> bool:
        """Written with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True)  # no slots: what is put together once is kept
class Vocabulary:
    """The words of a language, folded: phrases by wish, and words that ask for nothing themselves."""

    phrases: Mapping[str, tuple[str, ...]]
    around: frozenset[str]  # what may stand around a phrase
    small: frozenset[str]  # what no search looks for

    def __or__(self, other: "Vocabulary") -> "Vocabulary":
        """Both languages' words."""
        names = {**self.phrases, **other.phrases}
        both = {
            name: tuple(dict.fromkeys((*self.phrases.get(name, ()), *other.phrases.get(name, ()))))
            for name in names
        }
        return Vocabulary(both, self.around | other.around, self.small | other.small)

    @cached_property
    def shapes(self) -> tuple[tuple[str, re.Pattern[str], int], ...]:
        """Each phrase as an expression, and how many words of its own it has."""
        return tuple(
            (wish, _shape(phrase), len(phrase.replace(GAP, " ").split()))
            for wish, phrases in self.phrases.items()
            for phrase in phrases
        )

    @cached_property
    def orders(self) -> frozenset[str]:
        """Single words that tell the wish to be sent news."""
        return frozenset(phrase for phrase in self.phrases.get("subscribe", ()) if " " not in phrase)

    def is_small(self, word: Word) -> bool:
        """Whether the word asks for nothing."""
        return word.key in self.small and not word.is_capital


@dataclass(frozen=True, slots=True)
class Asked:
    """Some words of a message, and those of them that a search looks for."""

    words: tuple[Word, ...]
    sought: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, and the words in each gap of the phrase that tells it: none where it has no gap."""

    name: str
    about: tuple[tuple[Word, ...], ...] = ()


def folded(text: str) -> str:
    """A phrase as it is compared: folded words with a space between, gaps kept."""
    parts = text.replace(GAP, f" {GAP} ").split()
    return " ".join(part if part == GAP else " ".join(w.key for w in words_in(part)) for part in parts)


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a message, at most forty."""
    found = (match.group() for _, match in zip(range(_READ), _WORD.finditer(text), strict=False))
    return tuple(_word(text) for text in found)


def wishes(words: Sequence[Word], known: Vocabulary) -> tuple[Wish, ...]:
    """What the words may ask for, by the phrases of the vocabulary, the likeliest first; each wish once."""
    told: dict[str, tuple[tuple[int, int], Wish]] = {}
    for rank, wish in _told(words, known):
        if wish.name not in told or rank > told[wish.name][0]:
            told[wish.name] = rank, wish
    return tuple(wish for _, wish in sorted(told.values(), key=lambda one: one[0], reverse=True)) or tuple(
        _alike(words, known)
    )


def asked(words: Iterable[Word], known: Vocabulary) -> Asked:
    """The words, and those of them that a search looks for: not what only leads up to them."""
    every = tuple(words)
    return Asked(every, tuple(dict.fromkeys(word for word in every if not known.is_small(word))))


def _told(words: Sequence[Word], known: Vocabulary) -> Iterator[tuple[tuple[int, int], Wish]]:
    """Wishes, each with its rank: whole ones first, then by the words of its phrase."""
    line = " ".join(word.key for word in words)
    bare = _without_around(words, known)
    inner = " ".join(word.key for word in bare)
    for wish, shape, length in known.shapes:
        if shape.groups:
            for said, keys in {inner: bare, line: words}.items():
                if (found := shape.fullmatch(said)) is not None:
                    about = tuple(_between(keys, said, *found.span(n + 1)) for n in range(shape.groups))
                    if all(asked(part, known).sought for part in about):
                        yield (0, length + shape.groups), Wish(wish, about)
        elif (found := shape.search(line)) is not None:
            at = line[: found.start()].count(" ")
            rest = (*words[:at], *words[at + length :])
            if all(word.key in known.around or known.is_small(word) for word in rest):
                yield (1, length), Wish(wish)


def _alike(words: Sequence[Word], known: Vocabulary) -> Iterator[Wish]:
    """The wish whose phrase the words are, but for a slip."""
    line = " ".join(word.key for word in _without_around(words, known))
    phrases = {phrase: wish for wish, each in known.phrases.items() for phrase in each if GAP not in phrase}
    nearest = extractOne(line, phrases.keys(), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE)
    if nearest is not None and len(line) >= _SHORTEST:
        yield Wish(phrases[nearest[0]])


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


def _shape(phrase: str) -> re.Pattern[str]:
    parts = [r"(\S+(?: \S+)*?)" if part == GAP else re.escape(part) for part in phrase.split()]
    return re.compile(rf"(?<!\S){' '.join(parts)}(?!\S)")


def _word(text: str) -> Word:
    return Word(_OWNER.sub("", text) or text, fold_letters(_INSIDE.sub("", text)))
