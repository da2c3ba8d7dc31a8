"""Who speaks where their words only point at them: "he added", "the 23-year-old said", "the report says".

These are left open by the walk over pronouns and roles; here what was said before tells whose they are, or
nothing does. Who has a name gets it as an actor. Who has none is called as the article brings them in: "a
report by the harbour board" for "the report", "Ruiz’s family" for the "they" who issued a tribute.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.doubts import PAPERS
from summaries.lexicon.people import OFFICES
from summaries.lexicon.persons import HE_FORMS, MEN_NOUNS, SHE_FORMS, UNNAMED_NOUNS, WOMEN_NOUNS
from summaries.lexicon.roles import KINDS_OF_ROLE, STAND_INS
from summaries.lexicon.sexes import is_womans_name
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Actor, Article, Quote, Span
from summaries.pointing import is_brought_in
from summaries.quotes.called import phrase_around
from summaries.quotes.leadins import issuer
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import can_speak

_ADDING = frozenset(("add", "continue"))
_BY_AGE = re.compile(r"the (\d{1,3})[-‐‑ ]year[-‐‑ ]old\b", re.IGNORECASE)
_AGE_BEHIND = re.compile(r"(?:, (?:aged )?| \(|, who is )(\d{1,3})(?=[,.;)]| (?:and|of|from|who)\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})[-‐‑]year[-‐‑]old(?: [\w’'-]+){0,4} $")
_OLD = re.compile(r"[-‐‑ ]year[-‐‑ ]old\b", re.IGNORECASE)
_BARE_AGE = re.compile(r"(?:\(|, |\b(?:aged|also|is|just|only|turned|was) )$", re.IGNORECASE)
_BEHIND_AGE = re.compile(r"[,.;)]| (?:and|at|from|in|of|on|who)\b")
_AGE_INSIDE = re.compile(r"(?:the |a )?(\d{1,3})-year-old\b", re.IGNORECASE)
_BEFORE = 80  # characters in front of a name
_BARE = 2  # words: "a report"
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_POINTING = frozenset(("the", "this", "that"))
_BROUGHT_IN = PAPERS | UNNAMED_NOUNS | {"source"}
_OF_NOBODY_ELSE = STAND_INS - OFFICES


def with_referents(
    quotes: Sequence[Quote], reading: Reading, article: Article, cast: Cast
) -> tuple[Quote, ...]:
    """The quotes, each speaker who is only pointed at told by what stands before, where it tells one."""
    found: list[Quote] = []
    begins = article.body[0].start if article.body else 0
    for quote in quotes:
        latest = found[-1] if found else None
        found.append(_referred(quote, latest, reading, cast, begins))
    return tuple(found)


def _referred(quote: Quote, latest: Quote | None, reading: Reading, cast: Cast, begins: int) -> Quote:
    speaker = quote.speaker
    if quote.actor is not None or speaker is None:
        return quote
    words = [reading.words[i] for i in reading.over(speaker)]
    if not words:
        return quote
    if words[0].lower_ == "they" and len(words) == 1:
        return replace(quote, speaker=_issuing(words[0], reading) or speaker)
    by_age = _BY_AGE.match(speaker.of(reading.text))
    if by_age is not None:
        return replace(quote, actor=_of_age(by_age[1], speaker, reading, cast))
    if latest is not None and _goes_on(quote, words, reading):
        return replace(quote, actor=_who_spoke(quote, words, latest, reading, cast))
    if words[0].lower_ != "the":
        return quote
    kind = _of_kind(words, reading, cast)
    if kind is not None:
        return replace(quote, actor=kind)
    return replace(quote, speaker=_brought_in(words[-1], reading, begins, cast) or speaker)


def _issuing(they: Token, reading: Reading) -> Span | None:
    """ "Ann’s family issued a tribute. They said: …": those whom the sentence before calls so."""
    first = reading.sentence(they.i).start
    return issuer(reading, reading.sentence(first - 1)) if first else None


def _of_age(age: str, speaker: Span, reading: Reading, cast: Cast) -> int | None:
    """The one person who is told to be so old, before, where nobody without a name is as old."""
    text = reading.text
    told = {
        (one.actor, start)
        for one in cast.references_in(Span(0, speaker.start))
        if cast.actors[one.actor].kind == "person"
        for years, start in _ages(one.mention, one.phrase, text)
        if years == age
    }
    people = {who for who, _ in told}
    if len(people) != 1 or not {*_told_ages(age, text, speaker.start)} <= {start for _, start in told}:
        return None
    return people.pop()


def _ages(mention: Span, phrase: Span, text: str) -> Iterator[tuple[str, int]]:
    """Each age that is told beside the name, and where it stands."""
    found = [_AGE_BEHIND.match(text, mention.end)]
    found += [
        _AGE_BEFORE.search(text, max(0, start - _BEFORE), start) for start in {mention.start, phrase.start}
    ]
    found.append(_AGE_INSIDE.match(text, phrase.start, phrase.end))
    yield from ((age[1], age.start(1)) for age in found if age is not None)


def _told_ages(age: str, text: str, end: int) -> Iterator[int]:
    """Where somebody, whoever it is, is told to be so old; "the 23-year-old" points at one who is."""
    for found in re.finditer(rf"\b{age}\b", text[:end]):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if _OLD.match(text, found.end()):
            is_told = not before.lower().endswith("the ")
        else:
            is_told = bool(_BARE_AGE.search(before) and _BEHIND_AGE.match(text, found.end()))
        if is_told:
            yield found.start()


def _of_kind(words: Sequence[Token], reading: Reading, cast: Cast) -> int | None:
    """The one barrister whom "the lawyer" can mean, where no other lawyer is spoken of."""
    noun = words[-1]
    kinds = KINDS_OF_ROLE.get(noun.lemma_.lower())
    if kinds is None or noun.tag_ != "NN" or len(words) > _BARE:
        return None
    fit = [
        place
        for place, actor in enumerate(cast.actors)
        if actor.mentions[0].start < noun.idx and _is_one_of(kinds, actor, reading)
    ]
    if len(fit) != 1 or _is_told_of_another(noun, fit[0], reading, cast, kinds):
        return None
    return fit[0] if _may_be(noun, fit[0], reading, cast) else None


def _is_one_of(kinds: Set[str], actor: Actor, reading: Reading) -> bool:
    described = actor.description
    if actor.kind != "person" or described is None:
        return False
    return any(reading.words[i].lemma_.lower() in kinds for i in reading.over(described))


def _brought_in(noun: Token, reading: Reading, begins: int, cast: Cast) -> Span | None:
    """The words by which the body brings in the one source or paper that "the report" can mean."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or lemma not in _BROUGHT_IN:
        return None
    named = [word for word in reading.words[reading.at(begins) : noun.i] if word.lemma_.lower() == lemma]
    new = [word for word in named if word.tag_ != "NN" or not _is_pointed_at(word)]
    if len(new) != 1 or new[0].tag_ != "NN" or not is_brought_in(new[0]):
        return None
    others = (word for word in named if word is not new[0])
    if any(_is_said_of_named(word, cast) for word in others):
        return None  # "Tom Ray, the owner", beside "a former owner"
    called = phrase_around(new[0], reading)
    tells = lemma == "source" or len(reading.over(called)) > _BARE
    return called if tells else None  # "a statement" says no more than "the statement"


def _is_said_of_named(noun: Token, cast: Cast) -> bool:
    described = (actor.description for actor in cast.actors)
    return any(span is not None and span.start <= noun.idx < span.end for span in described)


def _is_pointed_at(noun: Token) -> bool:
    """ "the report", "this source"; but "the harbour board's report" is another."""
    return any(child.lower_ in _POINTING for child in noun.lefts)


def _goes_on(quote: Quote, words: Sequence[Token], reading: Reading) -> bool:
    """Whether they add to what they said: "he added", "the singer also said"."""
    if quote.cue is None:
        return False
    cue = reading.words[reading.at(quote.cue.start)]
    adds = cue.lemma_.lower() in _ADDING or any(child.lower_ == "also" for child in cue.lefts)
    if len(words) == 1:
        return adds and words[0].lower_ in ("he", "she")
    return adds and words[0].lower_ == "the" and words[-1].lemma_.lower() in _OF_NOBODY_ELSE


def _who_spoke(
    quote: Quote, words: Sequence[Token], latest: Quote, reading: Reading, cast: Cast
) -> int | None:
    """The person who spoke right before, where nobody else came between and they can be called so."""
    who = latest.actor
    if who is None or cast.actors[who].kind != "person":
        return None
    before, here = _extent(latest), _extent(quote)
    around = Span(reading.words[reading.sentence(reading.at(before.start)).start].idx, before.end)
    between = Span(before.end, max(before.end, here.start))
    if between.of(reading.text).count("\n\n") > 1:
        return None
    told = around if len(words) == 1 else between
    if not cast.people_in(Span(told.start, between.end)) <= {who} or any(
        _acts(word, who, cast) for word in _over(reading, between)
    ):
        return None
    if len(words) > 1 and _is_told_of_another(words[-1], who, reading, cast):
        return None
    return who if _may_be(words[-1], who, reading, cast) else None


def _extent(quote: Quote) -> Span:
    spans = [span for span in (*quote.content, quote.cue, quote.speaker) if span is not None]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _over(reading: Reading, span: Span) -> Iterator[Token]:
    return (reading.words[i] for i in reading.over(span))


def _acts(word: Token, who: int, cast: Cast) -> bool:
    """Whether somebody else does something: they may have spoken."""
    return word.dep_ in SUBJECTS and can_speak(word) and cast.at(Span(word.idx, word.idx + len(word))) != who


def _is_told_of_another(
    noun: Token, who: int, reading: Reading, cast: Cast, kinds: Set[str] = frozenset()
) -> bool:
    """Whether the article speaks of somebody else by the noun, or by one of the kinds that it may mean.

    "A singer", "her singer", "singer Eva Ray", "the solicitor for the mine".
    """
    lemma = noun.lemma_.lower()
    own = cast.actors[who].description
    named = (
        word
        for word in reading.words[: noun.i]
        if word.lemma_.lower() in {lemma, *kinds} and word.tag_ in _NOUN_TAGS
    )
    for word in named:
        meant = {one.actor for one in cast.references if one.phrase.start <= word.idx < one.phrase.end}
        if own is not None and own.start <= word.idx < own.end:
            continue
        if word.tag_ == "NNS" or (meant != {who} and (meant or not _is_pointed_at(word) or _is_of(word))):
            return True
    return False


def _is_of(noun: Token) -> bool:
    """ "The solicitor for the mine", who is told which one it is."""
    return any(child.dep_ == "prep" for child in noun.rights)


def _may_be(word: Token, who: int, reading: Reading, cast: Cast) -> bool:
    """Whether nothing says that the person is no "he", no "actress"."""
    low = word.lower_
    is_she = low in SHE_FORMS or low in WOMEN_NOUNS
    if not is_she and low not in HE_FORMS:
        return True
    described = cast.actors[who].description
    mentions = (*cast.actors[who].mentions, *filter(None, (described,)))
    called = {word for mention in mentions for word in mention.of(reading.text).lower().split()}
    others = called & (HE_FORMS | MEN_NOUNS if is_she else SHE_FORMS | WOMEN_NOUNS)
    given = is_womans_name(cast.actors[who].name.split()[0].lower())
    return not others and given is not (not is_she)
