"""Whether a sentence can be read by itself."""

import enum
import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from spacy.tokens import Doc, Token

from summaries.actors import Cast
from summaries.lexicon.openings import (
    LEANING_PHRASES,
    LEANING_WORDS,
    NOW,
    PAGE_ENDINGS,
    PAGE_OPENINGS,
    THIRD_PERSON,
    opens_with,
)
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE_OR_MODAL, SUBJECTS
from summaries.models import Quote, Span
from summaries.pointing import points, stands_for_clause
from summaries.sentences import Sentence
from summaries.summary.introductions import is_by_role
from summaries.summary.pieces import amid_quotation, announcing, hanging_quotes, items


class Standing(enum.Enum):
    """What a sentence asks of its surroundings."""

    ALONE = "alone"
    FOLLOWS = "follows"  # only right after the sentence before it: "However, …", "He …"
    NEVER = "never"  # a fragment, a question, a line of the page, or a quotation without its speaker


SHORTEST: Final = 6  # words; below, news has exclamations and labels
_MOST_BESIDE: Final = 7  # words beside a quotation that tell who said it, and how
_SHORTEST_DEED: Final = 3  # "Tom Reyes left."
LONGEST: Final = 70  # words; above, nearly all are lists that lost their bullets
_FIRST_WORD: Final = re.compile(r"\w+")
_ASIDE: Final = re.compile(r"(?:I|My)\b|.*\b(?:[Ll]et['’]s|[Ll]et us)\b")
# The writer; no numeral ("World War I"), no party ("I-Vt."), no initial.
_OWN: Final = re.compile(
    r"(?<!War )(?<!Part )(?<!Phase )(?<!Title )(?<!Type )\bI(?=[’'][a-z]|\s+[a-z])|\b(?:me|[Mm]y|myself)\b"
)
_MAY_BE_OWN: Final = re.compile(r"I\b|My|m[ye](?<!\wm[ye])")  # quick, as most sentences have none
_QUOTED: Final = re.compile(r"“[^“”]*”?|\"[^\"]*\"?|‘.*?’(?!\w)")
_STAMPED: Final = re.compile(r"\d{1,2}[:.]\d\d\s*\([A-Z]{2,5}\)")  # an entry's hour, before its title
# Of what was told before: "Seven decades later, …", but not "Two days after the bridge fell, …".
_LATER: Final = re.compile(
    r"(?:(?:About|Almost|Barely|Just|Nearly|Only|Over|Some|More than|Less than) )?(?:\S+ ){1,3}"
    r"(?:second|minute|hour|day|night|week|month|season|year|decade|generation|centur)(?:s|y|ies)?"
    r" (?:afterwards?|earlier|later)\b",
    re.IGNORECASE,
)
_IN_SERIES: Final = re.compile(r"(?:Chapter|Episode|Part|Volume) (?:\d+|one|two|three|four|five|six)\b")
_SAID_AGAIN: Final = re.compile(r"In other words\b")
_OWNING: Final = frozenset(("'s", "’s", "'", "’"))
_ENDED: Final = re.compile(r"[.!…][\"”’'»)\]]*$")
_ITEM: Final = re.compile(r"(?:[A-Z][\w.’'-]*[a-z] ?){1,3}: (?![“\"])")  # "Illinois: passed two laws"
_ASKED: Final = re.compile(r"[^“”\"].*[“\"](?=[a-z])[^“”\"]*\?[”\"]$", re.DOTALL)
_LONGER_THAN_FRAGMENTS: Final = 20  # words: in the longest the parse may miss the verb


def standings(
    doc: Doc,
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    cast: Cast,
    *,
    above: AbstractSet[str] = frozenset(),
    headed: bool = False,
    own: bool = False,
    found: Collection[int] = (),
) -> tuple[Standing, ...]:
    """The standing of each sentence, in order; `headed`: a headline stands above them.

    `above`: the lemmas of that. `own`: readers know that the writer speaks of themself, as the headline does.
    `found`: the sentences that tell what a study found, which "in other words" may lead.
    """
    never = hanging_quotes(sentences, quotes) | amid_quotation(text, sentences) | items(text, sentences)
    never |= announcing(doc, sentences)
    unnamed = _named_elsewhere(text, sentences, quotes, cast)
    return tuple(
        Standing.NEVER
        if number in never or not _whole(doc, sentence, text) or (not own and speaks(sentence.span.of(text)))
        else Standing.FOLLOWS
        if number in unnamed
        or _leans(
            doc,
            sentence,
            text,
            above=above,
            opens=number == 0,
            headed=headed and number == 0,
            found=number in found,
        )
        else Standing.ALONE
        for number, sentence in enumerate(sentences)
    )


class Told:
    """Which sentences tell something apart from the story; each is looked at once.

    None that opens with "he" does: whom that means, a reader cannot see there, and may be wrong.
    """

    def __init__(self, doc: Doc, text: str, sentences: Sequence[Sentence]) -> None:
        hidden = amid_quotation(text, sentences) | items(text, sentences)
        self._told = dict.fromkeys((sentences[number].span for number in hidden), False)
        self._opens = sentences[0].span if sentences else None
        self._doc, self._text = doc, text

    def __contains__(self, sentence: Sentence) -> bool:
        """Whether it is a whole sentence of the reporter's that leans on nothing."""
        if sentence.span not in self._told:
            self._told[sentence.span] = self._stands(sentence)
        return self._told[sentence.span]

    def _stands(self, sentence: Sentence) -> bool:
        if not _whole(self._doc, sentence, self._text, shortest=_SHORTEST_DEED):
            return False
        if speaks(sentence.span.of(self._text)):
            return False
        return not _leans(self._doc, sentence, self._text, opens=sentence.span == self._opens)


def speaks(words: str) -> bool:
    """Whether the writer says "I", outside quotation marks: who that is, a summary does not tell."""
    return _MAY_BE_OWN.search(words) is not None and _OWN.search(_QUOTED.sub("", words)) is not None


def only_quoted(doc: Doc, sentence: Sentence, text: str) -> frozenset[str]:
    """The words that carry meaning, where the sentence tells beside what is in marks only who said it."""
    words = sentence.span.of(text)
    beside = _QUOTED.sub("", words)
    if beside == words or len(beside.split()) > _MOST_BESIDE:
        return frozenset()
    tokens = doc[sentence.first : sentence.last]
    outside = {word.casefold() for word in _FIRST_WORD.findall(beside)}
    return frozenset(
        token.lower_
        for token in tokens
        if token.is_alpha and not token.is_stop and token.lower_ not in outside
    )


def _whole(doc: Doc, sentence: Sentence, text: str, *, shortest: int = SHORTEST) -> bool:
    """Whether it is a sentence of prose: a verb or a subject, a fair length, an end, whole brackets."""
    words = sentence.span.of(text)
    return (
        shortest <= len(words.split()) <= LONGEST
        and (_ENDED.search(words) is not None or _ends_in_question(words))
        and "\n\n" not in words
        and words.count("(") == words.count(")")
        and not words[0].islower()
        and not _of_the_page(words)
        and _ASIDE.match(words) is None
        and _STAMPED.match(words) is None
        and _ITEM.match(words) is None
        and not words.endswith(("!", ", .", " ."))
        and (
            len(words.split()) >= _LONGER_THAN_FRAGMENTS
            or any(
                token.dep_ in EVERY_SUBJECT or token.tag_ in FINITE_OR_MODAL
                for token in doc[sentence.first : sentence.last]
            )
        )
    )


def _ends_in_question(words: str) -> bool:
    """ "Emery asked if there were “any others?”" asks nothing."""
    return _ASKED.match(words) is not None


def _of_the_page(words: str) -> bool:
    plain = words.lower().replace("’", "'")
    return plain.startswith(PAGE_OPENINGS) or plain.rstrip(".!").endswith(PAGE_ENDINGS)


def _leans(
    doc: Doc,
    sentence: Sentence,
    text: str,
    *,
    above: AbstractSet[str] = frozenset(),
    opens: bool,
    headed: bool = False,
    found: bool = False,
) -> bool:
    """Whether it leans on what was said before it; "this town" of a lede that `opens` the story does not.

    `headed`: it opens the story, below a headline. `found`: what it says in other words says all.
    """
    words = sentence.span.of(text)
    opening = _FIRST_WORD.search(words)  # in the text: an agency's mark may be glued to the token
    if opening is None or _LATER.match(words) or _IN_SERIES.match(words):
        return True
    start = sentence.span.start + opening.start()
    tokens = [token for token in doc[sentence.first : sentence.last] if token.idx >= start]
    says_all = found and _SAID_AGAIN.match(words) is not None and not points(tokens, above)
    if not says_all and opens_with(words[opening.start() :], LEANING_PHRASES):
        return True
    if opening.group().lower() in LEANING_WORDS:
        first = tokens[0] if tokens and tokens[0].idx == start else None
        return first is None or not (_explained(first) or (headed and _comes_first(first)))
    unnamed = _unnamed_pronoun(tokens) and not (opens and _is_named_behind(tokens))
    return unnamed or (not opens and (_adds(tokens) or points(tokens, above) or _is_next(tokens)))


def _explained(first: Token) -> bool:
    """“Although …,” and “One in five …” open with the word but lean on what follows, not on what was."""
    if first.lower_ in ("though", "although"):
        return first.dep_ == "mark"
    if first.lower_ in ("one", "both", "neither", "such", "rather") and first.i + 1 < len(first.doc):
        return first.dep_ in ("nummod", "amod", "preconj", "predet") or first.nbor().lower_ in ("of", "in")
    return False


def _comes_first(first: Token) -> bool:
    """ "It will be hard for the Harriers to win": of a lede, in which nothing was said before."""
    return first.lower_ == "it" and stands_for_clause(first)


def _is_named_behind(tokens: Sequence[Token]) -> bool:
    """ "In their biggest game, the Harriers met …": the main clause's subject is a name."""
    owned = next((token for token in tokens if token.lower_ in THIRD_PERSON), None)
    return owned is not None and any(
        token.dep_ in SUBJECTS and token.head.dep_ == "ROOT" and token.text.istitle() and owned.tag_ == "PRP$"
        for token in tokens
    )


def _adds(tokens: Sequence[Token]) -> bool:
    """An “also” of the main clause adds to what was said before; one of a clause within adds to its own."""
    return any(
        token.lower_ in ("also", "then") and token.head.dep_ == "ROOT" and token.i <= token.head.i + 1
        for token in tokens
    )


def _is_next(tokens: Sequence[Token]) -> bool:
    """ "The Rovers’ next opponents": next to whom the sentence before tells."""
    return any(
        one.lower_ == "next"
        and (before.text in _OWNING or before.tag_ == "PRP$")
        and behind.tag_ in ("NN", "NNS")
        and behind.lemma_ not in NOW
        for before, one, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _unnamed_pronoun(tokens: Sequence[Token]) -> bool:
    """A he, she or they before anybody or anything was named whom it could mean."""
    for token in tokens:
        if token.pos_ in ("PROPN", "NOUN") and token.dep_ not in ("npadvmod", "compound"):
            return False
        if token.lower_ in THIRD_PERSON:
            return True
    return False


def _named_elsewhere(
    text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote], cast: Cast
) -> set[int]:
    """Sentences with a pronoun for an actor, or for a speaker, whom they do not name before it."""
    mentions: list[tuple[Span, int | None]] = [
        (mention, actor) for actor, row in enumerate(cast.actors) for mention in row.mentions
    ]
    speakers = (quote.speaker for quote in quotes if quote.speaker is not None)
    mentions += [(speaker, None) for speaker in speakers if cast.at(speaker) is None]
    unnamed: set[int] = set()
    named: set[tuple[int, int | None]] = set()
    ahead: set[int | None] = set()  # whom the lede means before it names them
    number = 0
    for mention, actor in sorted(mentions, key=lambda row: row[0]):
        while number < len(sentences) and sentences[number].span.end <= mention.start:
            number += 1
        if number == len(sentences):
            break
        if actor is None and number and is_by_role(mention.of(text)):
            unnamed.add(number)
        elif mention.of(text).lower() not in THIRD_PERSON:
            named.add((number, actor))
        elif sentences[number].span.holds(mention) and (actor is None or (number, actor) not in named):
            unnamed.add(number)
            ahead |= {actor} if number == 0 else set()
    if ahead and all((0, actor) in named for actor in ahead):
        unnamed.discard(0)  # "In his first speech Brook …": of a lede, which leans on nothing
    return unnamed
