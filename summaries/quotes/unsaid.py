"""What nobody said: a cue → whether its words were not said, or not yet, as far as the article tells.

"will say", "might have suggested", "never said", "if he says", "has yet to say", "refused to say", "did he
say?", "nobody said": words told so are nobody's.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from summaries.lexicon.cues import AFTER_ALL, NOT_DOING, NOT_DONE, REPORTING_CUES
from summaries.lexicon.tags import RELATIVE_TAGS, SUBJECTS
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import names_nobody

_IF = frozenset(("if", "unless", "whether", "lest", "until"))
_NOBODY = frozenset(("nobody", "none", "neither", "nor", "no"))
_RULES = frozenset(("require", "demand"))  # "requires that pilots report it"
_IMAGINED = frozenset(("imagine", "suppose", "picture", "assume", "pretend"))
_OWN = SUBJECTS | {"aux"}
_NEAR = 6  # words from a helping verb to its verb: "may, she hinted, say"
_STEPS = 4  # from an infinitive to the word that tells whether it was done


def is_unsaid(reading: Reading, cue: Token) -> bool:
    """Whether nobody said what the cue tells."""
    if cue.pos_ == "NOUN" or cue.lower_ == "according":
        return False
    return (
        _is_unreal(cue)
        or _is_astray(cue)
        or _is_nobodys(cue)
        or _is_asked(reading, cue)
        or _is_imagined(reading, cue)
        or _is_to_come(cue)
        or _is_left_undone(cue)
    )


def _is_unreal(verb: Token) -> bool:
    """ "did not say", "will say", "if he says"; but "would later say" tells what was said."""
    for child in verb.lefts:
        if child.dep_ == "mark" and child.lower_ in _IF and not _divided(child, verb):
            return True
        if child.dep_ == "neg" and verb.i - child.i <= _NEAR and not _divided(child, verb):
            return True
        if child.tag_ == "MD" and verb.i - child.i <= _NEAR and not _divided(child, verb):
            return not _came_true(verb.doc[child.i : verb.i + 2])
    return False


def _is_astray(verb: Token) -> bool:
    """ "I do not mean to blame those who have left or suggest it": the parse joins it to a form apart."""
    is_bare = verb.tag_ in ("VB", "VBP") and not any(child.dep_ in _OWN for child in verb.lefts)
    return is_bare and verb.dep_ == "conj" and verb.head.tag_ == "VBN"


def _divided(word: Token, verb: Token) -> bool:
    """Whether a quotation ends between the two: the parse hangs words of it on the verb behind."""
    return any(between.is_quote for between in verb.doc[word.i : verb.i])


def _came_true(words: Iterable[Token]) -> bool:
    """ "would later say", "would go on to say"."""
    low = [word.lower_ for word in words]
    return low[0] in ("would", "’d", "'d") and (low[-2:] == ["go", "on"] or not AFTER_ALL.isdisjoint(low))


def _is_nobodys(verb: Token) -> bool:
    """ "nobody said", "no official said", "that suggests"."""
    who = next((child for child in verb.lefts if child.dep_ in SUBJECTS and not _divided(child, verb)), None)
    if who is None or who.pos_ == "ADP":  # "Of Vale, Moreau, who …, said": the parse lost who spoke
        return False
    return not _NOBODY.isdisjoint((who.lower_, who.left_edge.lower_)) or names_nobody(who)


def _is_asked(reading: Reading, verb: Token) -> bool:
    """ "Did he say": the helping verb stands before its subject."""
    sentence = reading.sentence(verb.i)
    opens = reading.pos[sentence[0]] == "AUX" and reading.words[sentence[-1]].text == "?"
    if opens and not _is_aside(verb):
        return True  # "Are those what the mayors say they want?"
    helping = next((child for child in verb.lefts if child.dep_ == "aux"), None)
    if helping is None or not any(child.dep_ in SUBJECTS and child.i > helping.i for child in verb.lefts):
        return False
    # "Had he said so, they would have left", but "Only then had he said so".
    return helping.lemma_ == "do" or (helping.lower_ == "had" and _opens_clause(helping))


def _opens_clause(word: Token) -> bool:
    return bool(word.is_sent_start) or word.nbor(-1).pos_ in ("PUNCT", "CCONJ")


def _is_aside(verb: Token) -> bool:
    """ "Did Lee, who said so, leave?", "Is it late, some wondered?"."""
    asides = (child.left_edge for child in verb.lefts if child.dep_ in SUBJECTS)
    return any(word.tag_ in RELATIVE_TAGS or (word.i > 0 and word.nbor(-1).text == ",") for word in asides)


def _is_imagined(reading: Reading, verb: Token) -> bool:
    """ "Imagine a mayor telling you", "let us suppose that he says so"."""
    above = verb.head
    supposed = verb.dep_ == "ccomp" and above.tag_ == "VB" and above.lemma_ in _IMAGINED
    return supposed or reading.words[reading.sentence(verb.i)[0]].lower_ in _IMAGINED


def _is_to_come(verb: Token) -> bool:
    """ "ought to have told", "will thank the crews, saying": said then, but "will leave, saying" was said."""
    main = verb.head
    if verb.dep_ == "xcomp" and main.tag_ == "MD":
        return True
    helping = next((child for child in main.lefts if child.tag_ == "MD"), None)
    denied = any(child.dep_ == "neg" for child in main.lefts)
    speaks = main.lemma_.lower() in REPORTING_CUES and verb.dep_ == "advcl" and verb.tag_ == "VBG"
    return speaks and helping is not None and not denied and not _came_true((helping, main))


def _is_left_undone(verb: Token) -> bool:
    """ "refused to say", "is due to announce", "denied saying", "would do better to say"."""
    if verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and verb.head.lemma_ in _RULES:
        return True
    for _ in range(_STEPS):
        if verb.tag_ == "VBG":
            before = {word.lower_ for word in verb.doc[max(verb.i - 2, 0) : verb.i]}
            return verb.head.lemma_.lower() in NOT_DOING or not NOT_DOING.isdisjoint(before)
        to = next((child for child in verb.lefts if child.lower_ == "to"), None)
        if verb.tag_ != "VB" or verb.head is verb:
            return False
        above = verb.head
        if above.lemma_.lower() in NOT_DONE or above.lower_ == "going":
            return True
        if to is not None and above.lemma_ == "be":
            return True
        if to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet":
            return True
        if _is_unreal(above):
            return True
        verb = above
    return False
