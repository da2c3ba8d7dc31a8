"""A second look, at the forms of words alone: what follows a passage → its cue and its speaker.

For where the small parser gives nothing: it takes "shot back" and "remembers" for nouns, "planning chief" for
a verb, and loses the verb behind a name's age, nickname or relative clause.
"""

from typing import NamedTuple

from spacy.tokens import Token

from summaries.lexicon.forms import FINITE_FORMS
from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Span
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import names_nobody

_NAME = 14  # words of a name with its title and its "of" phrase
_ASIDE = 30  # words between a name and its verb: age, nickname, who it is
_CLOSES = {",": (",",), "—": ("—",), "–": ("–",), "--": ("--",), "-": ("-",), "(": (")",)}
_NO_NAMES = frozenset(("CCONJ", "SCONJ", "ADP", "PART", "INTJ"))
_NAMES = frozenset(("NOUN", "PROPN", "PRON"))
_FORMS = frozenset(("VBD", "VBZ", "VBN"))  # the parse takes many a verb behind an aside for a participle
_ENDS = frozenset('.!?;:"”')


class Beside(NamedTuple):
    """The word of a cue and the words before it that name the speaker."""

    cue: int
    speaker: Span


def beside(reading: Reading, words: range, *, any_verb: bool) -> Beside | None:
    """ "Hale, 51, shot back" · "Parry, a nurse, remembers" · "roads chief Nils Aaby said".

    `any_verb`: whether a verb that is no cue will do behind an aside ("Hale, 51, corrected her").
    """
    name = _name(reading, words)
    if not name or not any(_is_name(reading.words[i]) for i in name):
        return None
    cue = _behind_asides(reading, range(name.stop, words.stop), any_verb=any_verb)
    if cue is None or _has_later_verb(reading, range(cue + 1, words.stop)):
        return None
    speaker = reading.span(name)
    return Beside(cue, speaker) if speaker is not None else None


def is_cue(word: Token) -> bool:
    """Whether the word has the form of a cue that somebody is the subject of."""
    return word.text.islower() and word.lower_ in FINITE_FORMS


def _opens_aside(word: Token) -> bool:
    """Whether the mark stands between words, not inside one: "Ray - a farmer -", not "voice-over"."""
    return word.text in _CLOSES and (word.text in (",", "(") or bool(word.nbor(-1).whitespace_))


def _is_name(word: Token) -> bool:
    return word.pos_ in _NAMES and not names_nobody(word)


def _name(reading: Reading, words: range) -> range:
    """The words that open the stretch, up to a mark or a cue."""
    if not words or reading.words[words.start].pos_ in _NO_NAMES:
        return range(0)
    for i in range(words.start, min(words.stop, words.start + _NAME)):
        word = reading.words[i]
        if i > words.start and (_opens_aside(word) or is_cue(word)):
            return range(words.start, i)
        if word.text in _ENDS or word.is_space or (word.tag_ in FINITE_OR_MODAL and word.text.islower()):
            break
    return range(0)


def _behind_asides(reading: Reading, words: range, *, any_verb: bool) -> int | None:
    """The cue behind what stands between marks: ", 51,", "(“Jack” to friends)"."""
    i = words.start
    after_comma = any_verb and i < words.stop and reading.words[i].text == ","
    forms = _FORMS if after_comma else frozenset()
    while i < words.stop and _opens_aside(reading.words[i]) and i - words.start < _ASIDE:
        closing = _CLOSES[reading.words[i].text]
        i = next((j for j in range(i + 1, words.stop) if reading.words[j].text in closing), words.stop)
        behind = reading.words[i + 1] if i + 1 < words.stop else None
        if behind is not None and reading.words[i].text == "," and not _says(behind, forms):
            continue  # ", 51, a nurse,"
        i += 1
    while i < words.stop and reading.words[i].pos_ == "ADV" and not is_cue(reading.words[i]):
        i += 1
    return i if i < words.stop and _says(reading.words[i], forms) else None


def _says(word: Token, forms: frozenset[str]) -> bool:
    """Whether it is a cue, or a verb of one of the `forms`."""
    return is_cue(word) or (word.text.islower() and word.tag_ in forms)


def _has_later_verb(reading: Reading, words: range) -> bool:
    """Whether the clause has its verb behind what looked like a cue: "the state reports were false"."""
    for i in words:
        word = reading.words[i]
        if word.is_punct or word.pos_ in _NO_NAMES or word.tag_ in ("WRB", "WDT", "WP"):
            return False
        if word.tag_ in FINITE_OR_MODAL:
            return True
    return False
