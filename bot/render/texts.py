"""What the bot says, before it is said in a language: messages of the catalogue, and what stands in them.

`_("{name} is not quoted.", name=…)` is such a text wherever it stands, a constant of a module too; nothing is
said until a `Language` says it. Babel reads these calls: the message is a literal, a whole sentence, and what
stands above it behind "Translators:" is for who translates it. A text is no string, so that none is put
together with another by accident; what is listed in a line, as outlet and day, is `in_line`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NoReturn, TypeAlias

Style = Literal["plain", "bold", "italic", "struck"]


class _Unsaid:
    """No string: it is not known yet in which language."""

    __slots__ = ()

    def __str__(self) -> NoReturn:
        raise TypeError("a text is said in a language; it stands in no string")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("a text stands in no string; name a place for it in the message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(_Unsaid):
    """A message of the catalogue. `places` are its {names}: strings, numbers, texts, or runs of a style."""

    message: str
    plural: str | None = None  # the form for any `count` but one
    count: int = 1
    context: str | None = None  # tells one word that is two in another language
    places: tuple[tuple[str, object], ...] = ()

    def filled(self, **places: object) -> "Text":
        """The same with these in its places."""
        return replace(self, places=tuple(places.items()))


@dataclass(frozen=True, slots=True)
class Joined(_Unsaid):
    """Parts in a line, with a sign between that is the same in every language."""

    parts: tuple["Said", ...]
    between: str


Said: TypeAlias = str | Text | Joined


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one style, and where it leads; `at` is the moment that it tells, in seconds since 1970.

    A moment is shown by the reader's own clock where their client can, else as the text tells it.
    """

    text: Said
    style: Style = "plain"
    href: str | None = None
    at: int | None = None

    def saying(self, text: Said) -> "Run":
        """The same with this text."""
        return Run(text, self.style, self.href, self.at)

    def looks_as(self, other: "Run") -> bool:
        """Whether it differs from the other in its text alone."""
        return self is other or (self.style, self.href, self.at) == (other.style, other.href, other.at)

    @property
    def words(self) -> str:
        """The text of a run that is said already."""
        assert isinstance(self.text, str), "a text is said in a language first"
        return self.text


def _(message: str, /, **places: object) -> Text:
    """The message with these in its places."""
    return Text(message=message, places=tuple(places.items()))


def pgettext(context: str, message: str, /, **places: object) -> Text:
    """A message that means something else elsewhere; the context tells translators where it stands."""
    return Text(message=message, context=context, places=tuple(places.items()))


def by_cldr(kind: str, message: str, /) -> Text:
    """A name or a pattern that no translator writes: its form in a language is that of the Unicode CLDR."""
    return Text(message=message, context=f"CLDR {kind}")


def ngettext(one: str, many: str, count: int, /, **places: object) -> Text:
    """The form for the count, which stands in the place {count}."""
    return Text(message=one, plural=many, count=count, places=(("count", count), *places.items()))


LIST_GOES_ON = by_cldr("list", "{before}, {next}")
LIST_ENDS = by_cldr("list", "{before} and {last}")
LIST_OF_TWO = by_cldr("list of two", "{before} and {last}")


def in_line(between: str, parts: Iterable[Said]) -> Said:
    """The parts that there are, in a line."""
    there = tuple(part for part in parts if part)
    if all(isinstance(part, str) for part in there):
        return between.join(map(str, there))
    return Joined(there, between)


def listed(parts: Iterable[Said]) -> Said:
    """ "a, b and c"."""
    *others, last = (*parts,) or ("",)
    if not others:
        return last
    if len(others) == 1:
        return pair(others[0], last)
    before = others[0]
    for part in others[1:]:
        before = LIST_GOES_ON.filled(before=before, next=part)
    return LIST_ENDS.filled(before=before, last=last)


def pair(first: Said, second: Said) -> Text:
    """ "a and b"."""
    return LIST_OF_TWO.filled(before=first, last=second)
