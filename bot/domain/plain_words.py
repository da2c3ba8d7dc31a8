"""What is written without a command, read by a language's own words: what is wanted, and of whom or what.

A vocabulary says by which words each wish is told. A phrase tells its wish where nothing but small words
stands around it: "the news, please". Where "…" stands in it, words may stand there, and these are asked
about: "what did … say about …".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import chain, islice, takewhile

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.domain.typed_letters import fold_typed

GAP = "…"  # in a phrase: here stands what is asked about
_READ = 40  # words of a message
_ALIKE = 0.8  # of the letters of a phrase agree: "unsubscibe" with "unsubscribe" is 0.91
_SURE_BESIDE_A_SLIP = 2  # words of a phrase with a slip: one alone could be any word
_SHORTEST = 5  # letters: one slip in fewer makes another word
_APOSTROPHES = "'’‘ʼ′´`＇"  # as keyboards have them
_WORD = re.compile(rf"[^\W_]+(?:[.&/{_APOSTROPHES}-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_INSIDE = re.compile(rf"[{_APOSTROPHES}.]")
_ELIDED = re.compile(rf"([^\W\d_]+)[{_APOSTROPHES}](?=[^\W_])")
_ENDING = re.compile(rf"(?<=[^\W_])[{_APOSTROPHES}]([^\W\d_]+)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, without what is hung on it behind an apostrophe, and as it is compared.

    `elided`: it leans on the next one, as the first of "l'Iran" does.
    """

    text: str
    key: str
    elided: bool = False

    @property
    def is_capital(self) -> bool:
        """Written in capitals alone: "US" is no "us"."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Apostrophes:
    """What a language writes with them: before a name, and behind one."""

    elided: Mapping[str, str] = field(default_factory=dict)  # "d" of "d'Assad" is "de"
    endings: frozenset[str] = frozenset()  # "s" of "Assad's"

    def __or__(self, other: "Apostrophes") -> "Apostrophes":
        """Both languages'."""
        return Apostrophes({**other.elided, **self.elided}, self.endings | other.endings)


@dataclass(frozen=True)  # no slots: what is put together once is kept
class Vocabulary:
    """The words of a language, folded: phrases by wish, and words that ask for nothing themselves."""

    phrases: Mapping[str, tuple[str, ...]]
    around: frozenset[str]  # what may stand around a phrase
    small: frozenset[str]  # what no search looks for
    spellings: Mapping[str, str] = field(default_factory=dict)  # "u" is "you"
    denying: frozenset[str] = frozenset()  # "not", "nothing"
    apostrophes: Apostrophes = Apostrophes()

    def __or__(self, other: "Vocabulary") -> "Vocabulary":
        """Both languages' words."""
        names = {**self.phrases, **other.phrases}
        both = {
            name: tuple(dict.fromkeys((*self.phrases.get(name, ()), *other.phrases.get(name, ()))))
            for name in names
        }
        return Vocabulary(
            both,
            self.around | other.around,
            self.small | other.small,
            {**other.spellings, **self.spellings},
            self.denying | other.denying,
            self.apostrophes | other.apostrophes,
        )

    @cached_property
    def _by_word(self) -> Mapping[str, list[tuple[int, str, str]]]:
        """Each phrase behind its wish and its place among all, by its longest word."""
        found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        every = ((wish, phrase) for wish, phrases in self.phrases.items() for phrase in phrases)
        for place, (wish, phrase) in enumerate(every):
            longest = max((word for word in phrase.split() if word != GAP), key=len, default=GAP)
            found[longest].append((place, wish, phrase))
        return found

    def phrases_beside(self, words: Iterable[Word]) -> Iterator[tuple[str, str]]:
        """Each wish with a phrase of it whose longest word is among these: no other can be told by them."""
        keys = {word.key for word in words}
        near = chain.from_iterable(self._by_word[key] for key in keys & self._by_word.keys())
        return ((wish, phrase) for _, wish, phrase in sorted(near))

    @cached_property
    def keys(self) -> Mapping[str, None]:
        """Every single word by which a wish is told, by letters: of two as near the first is meant."""
        phrases = chain.from_iterable(self.phrases.values())
        words = (word for phrase in phrases for word in phrase.split() if word != GAP)
        return dict.fromkeys(sorted({*words, *self.around, *self.small}))

    @cached_property
    def whole(self) -> Mapping[str, str]:
        """The wish of each phrase that asks about nothing."""
        return {phrase: wish for wish, each in self.phrases.items() for phrase in each if GAP not in phrase}

    @cached_property
    def orders(self) -> frozenset[str]:
        """Single words that tell the wish to be sent news."""
        return frozenset(phrase for phrase in self.phrases.get("subscribe", ()) if " " not in phrase)

    def is_small(self, word: Word) -> bool:
        """Whether the word asks for nothing."""
        return word.elided or (word.key in self.small and not word.is_capital)


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


_ENGLISH = Apostrophes(endings=frozenset("s"))


def folded(text: str, apostrophes: Apostrophes = _ENGLISH) -> str:
    """A phrase as it is compared: folded words with a space between, gaps kept."""
    if _LETTERS.fullmatch(text):  # by far the most: nothing in it leans or is hung on
        return fold_typed(text)
    parts = text.replace(GAP, f" {GAP} ").split()
    return " ".join(
        part if part == GAP else " ".join(word.key for word in words_in(part, apostrophes)) for part in parts
    )


def words_in(text: str, apostrophes: Apostrophes = _ENGLISH) -> tuple[Word, ...]:
    """The words of a message, at most forty; those that an apostrophe joins are two."""
    found = (match.group() for match in _WORD.finditer(text))
    parted = chain.from_iterable(_parted(text, apostrophes) for text in found)
    return tuple(islice(parted, _READ))


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


def _parted(text: str, apostrophes: Apostrophes) -> Iterator[Word]:
    """The words that lean on the next one, each whole in its key; the last has its ending there alone."""
    while (found := _ELIDED.match(text)) and (whole := apostrophes.elided.get(fold_typed(found[1]))):
        yield Word(found[1], whole, elided=True)
        text = text[found.end() :]
    ending = _ENDING.search(text)
    hung = ending is not None and fold_typed(ending[1]) in apostrophes.endings
    bare = text[: ending.start()] if ending is not None and hung else text
    yield Word(bare, fold_typed(_INSIDE.sub("", text)))
