"""A language in which the bot says what it says: the only place where a text becomes a string."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import NullTranslations
from string import Formatter
from typing import Final, TypeAlias
from unicodedata import bidirectional

from bot.render.texts import LIST_OF_TWO, Joined, Run, Said, Text, by_cldr

SIGNS: Final = {",": by_cldr("number", ","), ".": by_cldr("number", ".")}  # of thousands, of decimals
_TURNED: Final = str.maketrans(",;", "،؛")
_MESSAGES: Final = 1_000  # that are said often: taken apart once
_Words: TypeAlias = tuple[str, Run]  # with the run that looks as they do, whatever it says
_PLAIN: Final = Run("")
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Language:
    """Says texts by its catalogue; a message that the catalogue lacks is said as it stands in the code."""

    code: str
    catalogue: NullTranslations = field(default_factory=NullTranslations)
    right_to_left: bool = False
    for_editors: bool = False  # what is said is read by an editor: articles are told by their numbers, too

    def say(self, said: Said) -> str:
        """The text as a string; what stands in it in a style of its own has none then."""
        if isinstance(said, str):
            return said
        return "".join(words for words, _ in self._said(said, _PLAIN))

    def runs(self, run: Run) -> tuple[Run, ...]:
        """What the run says, in as few runs as its styles need."""
        if isinstance(run.text, str):
            return (run,)
        merged: list[_Words] = []
        for words, looks in self._said(run.text, run):
            if merged and merged[-1][1].looks_as(looks):
                merged[-1] = (merged[-1][0] + words, looks)
            else:
                merged.append((words, looks))
        return tuple(looks.saying(words) for words, looks in merged)

    def _said(self, said: Said, looks: Run) -> Iterator[_Words]:
        match said:
            case str():
                yield said, looks
            case Joined(parts, between):
                for number, part in enumerate(parts):
                    if number:
                        yield self._between(between), looks
                    yield from self._said(self._kept(part) if isinstance(part, str) else part, looks)
            case text:
                yield from self._filled(text, looks)

    def _filled(self, text: Text, looks: Run) -> Iterator[_Words]:
        """The message in its parts: words of ours, and what stands in its places."""
        places = dict(text.places)
        for words, name, spec in _parts(self._message(text)):
            if words:
                yield words, looks
            if name is None:
                continue
            match places[name]:
                case Run(str() as words) as styled:
                    yield self._kept(words), styled
                case Run(said) as styled:
                    yield from self._said(said, styled)
                case Text() | Joined() as said:
                    yield from self._said(said, looks)
                case value:
                    yield self._kept(self._written(value, spec)), looks

    def _written(self, value: object, spec: str) -> str:
        """A number with the signs that the language puts between its digits; anything else as it is."""
        if not spec:
            return str(value)
        signs: dict[str, str | int | None] = {sign: self.say(text) for sign, text in SIGNS.items()}
        return format(value, spec).translate(str.maketrans(signs))

    def _between(self, sign: str) -> str:
        """What parts a line; beside Arabic letters commas are turned."""
        return sign.translate(_TURNED) if _is_arabic(self._message(LIST_OF_TWO)) else sign

    def _kept(self, words: str) -> str:
        """What stands in a place keeps its own order, where the words around it run the other way."""
        apart = self.right_to_left and any(map(str.isalpha, words))  # figures keep their order by themselves
        return f"{ISOLATE}{words}{END_ISOLATE}" if apart else words

    def _message(self, text: Text) -> str:
        one, many, count, context = text.message, text.plural, text.count, text.context
        if many is not None:
            return self.catalogue.ngettext(one, many, count)
        return self.catalogue.gettext(one) if context is None else self.catalogue.pgettext(context, one)


@lru_cache(maxsize=_MESSAGES)
def _parts(message: str) -> tuple[tuple[str, str | None, str], ...]:
    """Words of a message, with the name and the form of the place behind them."""
    return tuple((words, name, spec or "") for words, name, spec, _ in Formatter().parse(message))


@cache
def _is_arabic(words: str) -> bool:
    return any(bidirectional(letter) == "AL" for letter in words)


ENGLISH: Final = Language("en")  # in which the messages stand in the code
