"""Claims: a passage inside a clause, or beside a cue → the cue that claims it, with the clause around it."""

from dataclasses import dataclass

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES, GOVERNING_CUES, NAMING_CUES, SPEAKING_CUES, TERM_NOUNS
from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Span
from summaries.quotes import attribution
from summaries.quotes.attribution import Attribution
from summaries.quotes.bounds import to_clause_end
from summaries.quotes.page import ParagraphView
from summaries.quotes.parenthesis import resumed
from summaries.quotes.reported import inherited_speaker
from summaries.quotes.speakers import speaker_words, subject
from summaries.quotes.verbs import is_modifier, is_passive, is_utterance, is_verb

_OWN_SENTENCE = 12  # words; what follows a full stop and is longer is a sentence that says something itself
_OWN_CUES = SPEAKING_CUES - {"report"}
_LEADING_ON = frozenset(("CCONJ", "SCONJ", "ADP"))
_PLACES = frozenset(("in", "on", "from", "at"))
_CLIMB = 12  # heads from a passage to the verb that governs it
_TRANSPARENT = frozenset(("xcomp", "ccomp", "conj", "dobj", "prep", "pobj", "oprd", "attr"))
_BARRIERS = frozenset(("relcl", "advcl", "acl", "nsubj"))


@dataclass(frozen=True, slots=True)
class Cued:
    """The passage is claimed by a cue; `content` is what is attributed beside the passage itself."""

    cue: int
    speaker: Span | None
    content: tuple[Span, ...] = ()


def embedded(page: ParagraphView, place: int) -> Cued | None:
    """Inside a clause: He called it an “excuse” · Teachers are “looking at it,” she said."""
    worded = attribution.in_words_of(page.reading, page.words_before(place))
    if worded is not None and worded.speaker is not None:
        return cued(page, worded)
    held = claim_around(page, place)
    words = page.ranges[place]
    found = claim_after(page, place) if words and page.setting(place).tail == "," else None
    if held is not None:
        return cued(page, found) if found is not None and _stands_nearer(page, found, held) else held
    if found is not None and not _says_something_else(page, place, found.cue):
        sentence = page.sentence(words.start)
        inverted = found.speaker is None or found.speaker.start > page.reading.word(found.cue).start
        rest = resumed(page.reading, sentence, page.reading.words[found.cue], inverted=inverted)
        pieces = (page.reading.span(part) for part in (range(sentence.start, words.stop), rest))
        return cued(page, found, tuple(piece for piece in pieces if piece is not None))
    return governed(page, place)


def claim_after(page: ParagraphView, place: int) -> Attribution | None:
    """The cue in what follows the passage, unless those words lead on or say something themselves."""
    words, setting = page.words_after(place), page.setting(place)
    tail = setting.tail
    back = attribution.pointing_back(page.reading, words)
    if back is not None:
        return back
    if not words or (tail == "." and len(words) > _OWN_SENTENCE):
        return None
    leads_on = place + 1 < len(page.ranges) and words.stop == page.ranges[place + 1].start
    if leads_on and tail not in (",", "-", "—") and page.reading.words[words.stop - 1].text in (",", ":"):
        return None  # those words lead to the next passage
    names = setting.is_title or setting.is_noun
    if names and not tail:
        return None  # “The Long River” tells the story …
    found = attribution.after(page.reading, words, any_verb=tail == "," and setting.capital and not names)
    if names and found is not None and page.reading.words[found.cue].lemma_.lower() not in CLAUSE_CUES:
        return None  # “Harvest,” the festival of Dover, opens …
    if found is not None and tail != "," and _says_something_else(page, place, found.cue):
        return None
    return found


def claim_of_another(page: ParagraphView, place: int, latest: Cued) -> Cued | None:
    """ "“They lied,” the mayor told Hall, “and we paid,” added Ray": the second is Ray's, by his own cue.

    Not "“and we paid,” he added" or "the mayor added", who go on; nor "the Herald reported", which cites.
    """
    words, between = page.words_after(place), page.words_before(place)
    if place == 0 or latest.cue not in between or page.setting(place).tail != "," or not words:
        return None
    found = claim_after(page, place) if page.reading.words[words.start].pos_ not in _LEADING_ON else None
    if found is None or found.speaker is None or _says_something_else(page, place, found.cue):
        return None
    if page.reading.words[found.cue].lemma_.lower() not in _OWN_CUES:
        return None
    who, spoke = (_last_word(page, speaker) for speaker in (found.speaker, latest.speaker))
    if who is None or who.pos_ == "PRON" or (spoke is not None and who.lower_ == spoke.lower_):
        return None
    return cued(page, found, _behind_joint(page, range(latest.cue + 1, between.stop), place))


def _last_word(page: ParagraphView, speaker: Span | None) -> Token | None:
    words = page.reading.over(speaker) if speaker is not None else range(0)
    return page.reading.words[words[-1]] if words else None


def _behind_joint(page: ParagraphView, between: range, place: int) -> tuple[Span, ...]:
    """The clause as far as the passage: of "“It was odd,” Ray said, but they “were glad,” said Lee"."""
    joint = next((i for i in reversed(between) if page.reading.words[i].pos_ in _LEADING_ON), None)
    words = range(joint + 1, page.ranges[place].stop) if joint is not None else range(0)
    piece = page.reading.span(words) if words and words.start < page.ranges[place].start else None
    return (piece,) if piece is not None else ()


def claim_around(page: ParagraphView, place: int) -> Cued | None:
    """The innermost statement of which the passage is a part."""
    holding = page.statements_around(place)
    if not holding:
        return None
    spoken = [s for s in holding if is_utterance(page.reading.words[s.cue])]
    chosen = min(spoken or holding, key=lambda statement: sum(map(len, statement.words)))
    return Cued(chosen.cue, chosen.speaker, page.content(chosen))


def governed(page: ParagraphView, place: int) -> Cued | None:
    """The cue that the passage hangs on in the parse."""
    words = page.ranges[place]
    if not words:
        return None
    node = page.reading.words[words.start]
    is_term = _is_term(page.reading.words[words.start - 1])
    for _ in range(_CLIMB):
        child, node = node, node.head
        if node is child:
            return None
        if node.i in words:
            continue
        is_term = is_term or _is_term(node)
        if not is_verb(node):
            continue
        if node.i > words.start or child.dep_ in _BARRIERS:
            return None
        misread = _doer_of_misread(page, node, child)
        if (is_term or node.lemma_.lower() in GOVERNING_CUES) and (misread or not is_modifier(node)):
            return _from_verb(page, place, node, child, misread or subject(node))
        if child.dep_ not in _TRANSPARENT:
            return None
    return None


def _doer_of_misread(page: ParagraphView, verb: Token, child: Token) -> Token | None:
    """Ray in "Ray, the mayor, called it “late.”", which the parse takes for a name with no verb of its own.

    Not in "Ray, called “the queen” by friends": what is called so stands between the verb and the marks.
    """
    who = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or who.dep_ != "ROOT" or who.tag_ != "NNP":
        return None
    if verb.nbor(-1).text != "," or verb.nbor().is_quote or child.dep_ != "dobj" or is_passive(verb):
        return None
    told = page.words_outside(page.sentence(verb.i))
    return None if any(word.tag_ in FINITE_OR_MODAL for word in told) else who


def _from_verb(page: ParagraphView, place: int, verb: Token, child: Token, who: Token | None) -> Cued | None:
    """The claim of the verb on whose `child` the passage hangs; only a verb of naming claims a title."""
    setting, words = page.setting(place), page.ranges[place]
    if who is None or (setting.is_title and verb.lemma_.lower() not in NAMING_CUES):
        return None
    names, before = setting.is_title or (setting.is_noun and setting.capital), page.words_before(place)
    if names and before and page.reading.words[before[-1]].lower_ in _PLACES:
        return None  # "finds peace in “Harbour”": a work
    if verb.nbor().pos_ == "CCONJ":
        return None  # "found and fined two “runners”": another verb's
    stop = (
        words.stop if setting.tail == "," or who.i > words.start else max(words.stop, child.right_edge.i + 1)
    )
    sentence = page.sentence(words.stop - 1)
    clause = range(verb.i + 1, min(stop, sentence.stop))
    if clause.stop > words.stop:
        clause = to_clause_end(page.reading, sentence, verb, clause)
    # "mocked by a rival as “a hat”": what stands between says who, and is none of what was said.
    piece = page.reading.span(clause) if not verb.i < who.i < words.start else None
    return cued(page, Attribution(verb.i, speaker_words(who, page.reading)), (piece,) if piece else ())


def cued(page: ParagraphView, found: Attribution, content: tuple[Span, ...] = ()) -> Cued:
    """With the speaker of the main cue where the found one depends on it."""
    cue = page.reading.words[found.cue]
    inherited = inherited_speaker(cue, page.statements_beside(found.cue))
    return Cued(found.cue, inherited or found.speaker, content)


def _stands_nearer(page: ParagraphView, found: Attribution, held: Cued) -> bool:
    """ "To be safe, they said, it has vents, “so nothing burns,” Mr. Ray said": Ray's, by his own cue."""
    around = bool(held.content) and held.content[0].start < page.reading.word(held.cue).start
    return around and found.cue != held.cue and found.speaker is not None


def _says_something_else(page: ParagraphView, place: int, cue: int) -> bool:
    """Whether the cue has content of its own: “It was hard.” She said nobody was hurt."""
    own = [s for s in page.statements_beside(cue) if s.cue == cue]
    return bool(own) and own[0] not in page.statements_around(place)


def _is_term(word: Token) -> bool:
    return word.lemma_ in TERM_NOUNS
