"""Text before it is HTML: what an article says, what a person typed, what fits on a button."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import regex

from summaries.letters import fold_letters
from summaries.lexicon.openings import LEANING_WORDS, THIRD_PERSON
from summaries.models import Article, Span, joined

# Control characters and lone surrogates, white space kept; and what turns the text after it round.
_UNPRINTABLE = regex.compile(
    r"[[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]--[\t\n\v\f\r\x1c-\x1f\x85]]", regex.V1
)
# What hides in typed text and turns the text around it: bidi controls, zero-width signs, the byte-order mark.
# The joiners stay between letters, where Persian and emoji need them.
_HIDDEN = regex.compile(
    r"[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_STRAY_JOINER = regex.compile(
    r"(?<![\p{L}\p{M}\p{S}\ufe0f])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{S}])"
)
UNSTORABLE = regex.compile("[\0\ud800-\udfff]")  # NUL, half a pair: no text that can be sent or stored
_GRAPHEME = regex.compile(r"\X")
# Of which each is one: letters of Latin with their accents in them, and marks, as most of what is cut has.
_LETTERS = re.compile("[ -\u02ff\u2010-\u2027\u2030-\u205e]*")
_ANY_WORD = regex.compile(r"\w+")


def collapse(text: str) -> str:
    """The text on one line: runs of white space become one space, signs that are not for showing go."""
    shown = text if text.isprintable() else _UNPRINTABLE.sub("", text)
    return " ".join(shown.split())


def safe_words(article: Article, span: Span) -> str:
    """The article's words in the span, verbatim bar white space and signs that turn what follows round."""
    return collapse(span.of(article.text))


def words_of_spans(article: Article, spans: Iterable[Span]) -> str:
    """The words of several spans: "…" where words between two are left out, a line for each paragraph."""
    return joined(article.text, ((span, safe_words(article, span)) for span in spans))


def typed(text: str, most: int = 120) -> str:
    """What a person typed, safe to show again: one line, no hidden signs, at most `most` graphemes."""
    return cut(collapse(_STRAY_JOINER.sub("", _HIDDEN.sub("", text))), most)


def display_name(name: str | None, most: int, *, otherwise: str) -> str:
    """What a person or a chat calls itself, safe among our words, as what is typed is."""
    return typed(name or "", most) or otherwise


def cut(text: str, most: int) -> str:
    """At most `most` graphemes; longer text ends in an ellipsis, after a word where one ends in reach."""
    if len(text) <= most:
        return text
    graphemes = _graphemes(text, most + 1)
    if len(graphemes) <= most:
        return "".join(graphemes)
    kept = graphemes[: most - 1]
    white = next((n for n in range(len(kept) - 1, most // 2, -1) if kept[n].isspace()), len(kept))
    return "".join(kept[:white]).rstrip(" ,;:–—-") + "…"


def graphemes(text: str) -> int:
    """How many letters and signs a reader sees."""
    return len(text) if text.isascii() else sum(1 for _ in _GRAPHEME.finditer(text))


def _graphemes(text: str, most: int) -> Sequence[str]:
    """The first `most` of them. One can be thousands of combining marks: 16 characters of each are kept."""
    if text.isascii() or _LETTERS.fullmatch(text, endpos=most + 1):  # the one behind joins the last no more
        return text[:most]
    found = islice(_GRAPHEME.finditer(text, endpos=most * 16), most)
    return [grapheme.group()[:16] for grapheme in found]


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, most: int) -> Iterator[str]:
    """The text in pieces of at most `most` UTF-16 units: cut at white space, else between graphemes."""
    start = 0
    while start < len(text):
        end = _fitting(text, start, most)
        if end < len(text):
            white = max(text.rfind(" ", start + 1, end + 1), text.rfind("\n", start + 1, end + 1))
            end = white if white > 0 else _grapheme_end(text, start, end)
        yield text[start:end]
        start = end + (text[end : end + 1] in (" ", "\n"))


def _fitting(text: str, start: int, most: int) -> int:
    total = 0
    for index, ch in enumerate(text[start : start + most + 1], start):
        total += 2 if ch > "\uffff" else 1
        if total > most:
            return index
    return min(len(text), start + most + 1)


def _grapheme_end(text: str, start: int, end: int) -> int:
    """The last grapheme boundary at or before `end`; `end` itself where one grapheme is longer than 64."""
    near = max(start, end - 64)
    for match in _GRAPHEME.finditer(text, near):
        if match.end() > end:
            return match.start() if match.start() > near else end
        if match.end() == end:
            break
    return end


def is_told_by(name: str, words: str) -> bool:
    """Whether a reader of the name, a headline or how a text begins, has read all of these words.

    Either may be cut, and ends on "…" then. Case, accents and signs do not count.
    """
    return _as_compared(words) in _as_compared(name)


def goes_on_from(name: str, words: str) -> bool:
    """Whether the name is how these words begin, cut."""
    return name.endswith("…") and _as_compared(words).startswith(_as_compared(name).rstrip())


def leans_by_its_words(words: str) -> bool:
    """Whether the sentence opens as one that leans on another, or speaks of a "he" or a "them"."""
    every = [word.casefold() for word in _ANY_WORD.findall(words)]
    return every[:1] != [] and (every[0] in LEANING_WORDS or not THIRD_PERSON.isdisjoint(every))


def _as_compared(words: str) -> str:
    """The words between spaces, without the last where it may be cut."""
    whole = words.rpartition(" ")[0] if words.endswith("…") else words
    return f" {' '.join(_ANY_WORD.findall(fold_letters(whole)))} "
