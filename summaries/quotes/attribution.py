"""Attribution: the words beside a passage → its cue and its speaker.

What stands right beside the marks is asked first (“…,” said X · X told Y: “…”), as in the sieves of Muzny et
al. (2017), each more general than the one before: the surface before the parse, for marks confuse parsers.
"""

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from summaries.actors.joints import POSSESSIVES
from summaries.lexicon.cues import CLAUSE_CUES, EVENT_NOUNS, HEARD_CUES, RELATIVES, SPEAKING_CUES
from summaries.lexicon.tags import FINITE, FINITE_OR_MODAL
from summaries.models import Span
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import can_speak, speaker_words, subject
from summaries.quotes.surface import beside, is_cue
from summaries.quotes.verbs import (
    agent_of,
    has_subject,
    is_modifier,
    is_passive,
    is_purpose,
    is_verb,
    puts_it,
)

_ABOUT_THE_NAME = ("aux", "auxpass", "relcl", "acl", "amod")
_CONDITIONS = frozenset(("if", "unless"))
_DOERS = ("er", "or")
_SAYINGS = frozenset(("answer", "call", "message", "question", "reply", "response", "warning", "word"))
_BACK = (("that", "this"), ("is", "was", "’s", "'s"), ("how", "what"))  # words of "That was how"
_FEWEST = 5  # words: "That is how she put it"
_NAME = 8  # words of a name before a verb that is no cue
_TITLE = 4  # words before a name
_REACH = 40  # words from a passage to the verb of its cue; appositions of speakers run to thirty


@dataclass(frozen=True, slots=True)
class Attribution:
    """The cue of a passage, by its word, and the words that name the speaker where they stand beside it."""

    cue: int
    speaker: Span | None


def after(reading: Reading, words: range, *, any_verb: bool) -> Attribution | None:
    """The cue in the words that follow a passage: "he said", "said Mahmoud Raslan", "according to police".

    `any_verb`: whether a verb that is no cue will do ("he laughed"), as it does after a comma.
    """
    if not words:
        return None
    first = reading.words[words.start]
    if first.lower_ == "according":
        head = next((reading.words[i] for i in words if reading.words[i].dep_ == "pobj"), None)
        return Attribution(first.i, speaker_words(head, reading) if head is not None else None)
    if first.lower_ in _CONDITIONS:
        return _behind_condition(reading, words)
    words = range(words.start, min(words.stop, words.start + _REACH))
    opening = words.start + (first.pos_ == "ADV" and len(words) > 1)
    if _speaks(reading.words[opening]):
        speaker = _inverted(reading, opening, words.stop)
        return Attribution(opening, speaker) if speaker is not None else None
    verb = _verb_of_name(reading, words, any_verb=any_verb)
    speaker = _speaker_between(reading, words.start, verb) if verb is not None else None
    seen = beside(reading, words, any_verb=any_verb) if speaker is None else None
    if seen is not None:
        return Attribution(seen.cue, seen.speaker)
    return Attribution(verb.i, speaker) if verb is not None else None


def pointing_back(reading: Reading, words: range) -> Attribution | None:
    """ "That’s how the minister described the plant", behind words in marks."""
    if len(words) < _FEWEST or reading.words[words.start + 1].lower_ not in _BACK[1]:
        return None
    first, third = reading.words[words.start], reading.words[words.start + 2]
    if first.lower_ not in _BACK[0] or third.lower_ not in _BACK[2]:
        return None
    verb = next((word for i in words[3:] if is_verb(word := reading.words[i])), None)
    if verb is None or not (_speaks(verb) or puts_it(verb)):
        return None
    who = subject(verb, among=words)
    return Attribution(verb.i, speaker_words(who, reading)) if who is not None else None


def _behind_condition(reading: Reading, words: range) -> Attribution | None:
    """ "if she lost, said Ruiz, an analyst": the cue behind the first comma that one follows."""
    commas = [i for i in words if reading.words[i].text == ","]
    found = (after(reading, range(comma + 1, words.stop), any_verb=False) for comma in commas)
    return next((one for one in found if one is not None and one.speaker is not None), None)


def before(reading: Reading, words: range, *, colon: bool) -> Attribution | None:
    """The cue in the words that lead to a passage: "he added", "X told reporters".

    `colon`: whether they end with a colon; then any verb with a subject will do.
    """
    near = (reading.words[i] for i in range(max(words.start, words.stop - _REACH), words.stop))
    verbs = [word for word in near if is_verb(word) and (word.i == words.start or not is_modifier(word))]
    verbs = [verb for verb in verbs if verb.dep_ != "acl" or verb.head.lemma_ not in EVENT_NOUNS]
    nearest = _nearest(reading, words)
    if nearest is not None:
        return nearest
    verbs = [verb for verb in verbs if not _is_by_the_way(verb)] or verbs
    for wanted in (CLAUSE_CUES, SPEAKING_CUES):
        for verb in reversed(verbs):
            if verb.lemma_.lower() in wanted:
                return Attribution(verb.i, _speaker_of_lead(reading, words, verb))
    if colon and (according := _according(reading, words)) is not None:
        return according
    source = next((who for verb in verbs if (who := _source(verb)) is not None), None) if colon else None
    if source is not None:
        return Attribution(source.head.head.i, speaker_words(source, reading))
    for verb in reversed(verbs if colon else []):
        who = subject(verb)
        if who is not None and (can_speak(who) or who.lemma_.endswith(_DOERS)):
            return Attribution(verb.i, speaker_words(who, reading))
    return in_words_of(reading, words) or (_named(reading, words) if colon and not verbs else None)


def _nearest(reading: Reading, words: range) -> Attribution | None:
    """ "Ruiz states," right before the marks, where the parse takes the verb for a noun."""
    cue = words.stop - 1
    while cue > words.start and reading.words[cue].is_punct:
        cue -= 1
    if cue <= words.start or is_verb(reading.words[cue]) or not is_cue(reading.words[cue]):
        return None
    if reading.words[cue - 1].tag_ == "POS":
        return None  # "the firm's stated “aim”"
    first = cue
    while first > words.start and reading.words[first - 1].pos_ == "PROPN":
        first -= 1
    return Attribution(cue, reading.span(range(first, cue))) if first < cue else None


def _source(verb: Token) -> Token | None:
    """ "A question came from the mayor:": from whom."""
    who = subject(verb)
    if verb.lemma_ != "come" or who is None or who.lemma_ not in _SAYINGS:
        return None
    sources = (noun for child in verb.rights if child.lower_ == "from" for noun in child.children)
    return next((noun for noun in sources if noun.dep_ == "pobj" and can_speak(noun)), None)


def _is_by_the_way(verb: Token) -> bool:
    """ ", first reported by the Herald:": who else told it does not say it."""
    return not has_subject(verb) and agent_of(verb) is not None


def in_words_of(reading: Reading, words: range) -> Attribution | None:
    """ "in Forbes’ words,", "in the words of the poet:"."""
    near = range(max(words.start, words.stop - _NAME), words.stop)
    cue = next((i for i in near if reading.words[i].lower_ == "words"), None)
    if cue is None:
        return None
    opening = next((i for i in reversed(range(words.start, cue)) if reading.words[i].lower_ == "in"), None)
    if opening is None:
        return None
    named = range(opening + 1, cue)
    if reading.words[cue + 1].lower_ == "of":
        comma = (i for i in range(cue + 2, words.stop) if reading.words[i].text == ",")
        named = range(cue + 2, next(comma, words.stop))
    while named and reading.words[named[-1]].text in POSSESSIVES:
        named = named[:-1]
    return Attribution(cue, reading.span(named))


def _according(reading: Reading, words: range) -> Attribution | None:
    """ "According to Ruiz:", "according to a letter of the council:".

    Not "According to Ruiz, Hall's letter was short:": behind a clause the words may be another's, and
    nobody is named.
    """
    near = range(max(words.start, words.stop - _REACH), words.stop - 2)
    cue = next((i for i in reversed(near) if reading.words[i].lower_ == "according"), None)
    if cue is None or reading.words[cue + 1].lower_ != "to":
        return None
    if any(_tells_more(reading.words[i]) for i in range(cue + 2, words.stop)):
        return Attribution(cue, None)
    ends = next(
        i for i in range(cue + 2, words.stop) if reading.words[i].text in (",", ":") or i + 1 == words.stop
    )
    named = range(cue + 2, ends if reading.words[ends].is_punct else ends + 1)
    return Attribution(cue, reading.span(named)) if named else None


def _tells_more(word: Token) -> bool:
    """Whether it is the verb of a clause of its own: not of "Ana Ruiz, who runs the port"."""
    of_name = next((verb for verb in (word, word.head) if verb.dep_ == "relcl"), None)
    is_of_name = of_name is not None and any(near.lower_ in RELATIVES for near in of_name.subtree)
    return word.tag_ in FINITE_OR_MODAL and not is_of_name


def _named(reading: Reading, words: range) -> Attribution | None:
    """ "Ana Ruiz: “…”": the colon is the cue."""
    colon = words.stop - 1
    if len(words) > _NAME or all(reading.words[i].pos_ != "PROPN" for i in words):
        return None
    return Attribution(colon, reading.span(range(words.start, colon)))


def _speaks(word: Token) -> bool:
    return is_verb(word) and word.lemma_.lower() in SPEAKING_CUES


def _inverted(reading: Reading, verb: int, stop: int) -> Span | None:
    """The name behind "said"; None where what follows is a clause, and so no name."""
    head = subject(reading.words[verb])
    if head is not None and verb < head.i < stop and head.head.i == verb:
        return speaker_words(head, reading)
    end = verb + 1
    while end < stop and not (_parts(reading.words[end]) or reading.words[end].is_space):
        if is_verb(reading.words[end]) and not _opens_title(reading, end, verb, stop):
            return None
        if reading.words[end].pos_ in ("ADP", "SCONJ") and reading.words[end].lower_ != "of":
            break
        end += 1
    if reading.words[end - 1].dep_ == "dobj" and not can_speak(reading.words[end - 1]):
        return None  # “the wizard,” began a new age
    return reading.span(range(verb + 1, end))


def _opens_title(reading: Reading, word: int, verb: int, stop: int) -> bool:
    """Whether a participle right behind the cue belongs to a name: "said striking nurse Ana Ruiz"."""
    if word != verb + 1 or reading.words[word].tag_ not in ("VBG", "VBN"):
        return False
    behind = [reading.words[i] for i in range(word + 1, min(stop, word + 1 + _NAME))]
    named = list(takewhile(lambda one: one.pos_ in ("NOUN", "ADJ", "PROPN"), behind))
    return len(named) > 1 and named[-1].pos_ == "PROPN"


def _verb_of_name(reading: Reading, words: range, *, any_verb: bool) -> Token | None:
    """The verb of the name that opens the words: the first that is not about the name itself."""
    opening = reading.words[words.start]
    if opening.pos_ == "CCONJ" or opening.lower_ in _CONDITIONS:
        return None  # "if she lost, said Ruiz"
    skipping = False  # "who used to work there,"
    for i in words:
        word = reading.words[i]
        if word.text == ",":
            skipping = False
        elif i > words.start and word.lower_ in RELATIVES:
            skipping = True
        elif not skipping and is_verb(word) and word.dep_ not in _ABOUT_THE_NAME:
            if (_speaks(word) and not is_purpose(word)) or (
                any_verb and word.tag_ in FINITE and i - words.start < _NAME
            ):
                return word
            if word.dep_ not in ("advcl", "pcomp", "compound"):
                return None
    return None


def _speaker_between(reading: Reading, start: int, verb: Token) -> Span | None:
    head = subject(verb, among=range(start, verb.i))
    if head is not None and start <= head.i < verb.i:
        return _from_title(reading, start, speaker_words(head, reading))
    if is_passive(verb) and verb.lemma_.lower() not in HEARD_CUES:
        return None  # "she was told"
    end = start
    while end < verb.i and not _parts(reading.words[end]) and reading.words[end].pos_ != "AUX":
        end += 1
    return reading.span(range(start, end))


def _parts(word: Token) -> bool:
    """Whether the word is a mark between words, not the hyphen of "the 38-year-old"."""
    return word.is_punct and word.tag_ != "HYPH"


def _from_title(reading: Reading, start: int, name: Span) -> Span:
    """The name with a title that the parse hangs elsewhere: "roads chief Nils Aaby"."""
    before = reading.words[start : reading.at(name.start)]
    is_title = 0 < len(before) <= _TITLE and all(
        word.pos_ in ("NOUN", "PROPN", "ADJ") or word.tag_ == "VBG" for word in before
    )
    return Span(before[0].idx, name.end) if is_title else name


def _speaker_of_lead(reading: Reading, words: range, verb: Token) -> Span | None:
    head = subject(verb, among=range(words.stop))
    if head is not None:
        return speaker_words(head, reading)
    if verb.i == words.start and verb.tag_ != "VBG":
        return _inverted(reading, verb.i, words.stop)  # "Continued Stone:"
    return None
