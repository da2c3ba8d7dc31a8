"""Words of a message as they were typed and as they are compared, and those that a language knows.

A vocabulary says by which words each wish is told: phrases, and what may stand around them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from bot.domain.typed_letters import fold_typed

GAP = "…"  # in a phrase: here stands what is asked about
_READ = 40  # words of a message
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


def _parted(text: str, apostrophes: Apostrophes) -> Iterator[Word]:
    """The words that lean on the next one, each whole in its key; the last has its ending there alone."""
    while (found := _ELIDED.match(text)) and (whole := apostrophes.elided.get(fold_typed(found[1]))):
        yield Word(found[1], whole, elided=True)
        text = text[found.end() :]
    ending = _ENDING.search(text)
    hung = ending is not None and fold_typed(ending[1]) in apostrophes.endings
    bare = text[: ending.start()] if ending is not None and hung else text
    yield Word(bare, fold_typed(_INSIDE.sub("", text)))
