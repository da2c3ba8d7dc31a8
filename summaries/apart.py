"""Whether a sentence can be read far from its story: under somebody's name, with no other word beside it.

More is asked than of a sentence in a summary, which stands below the headline and beside others.
"""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from summaries.actors import Cast
from summaries.lexicon import words
from summaries.lexicon.deeds import TOLD_BEFORE
from summaries.lexicon.openings import ANAPHORIC
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.pointing import CARRYING, SUMMING_UP
from summaries.lexicon.tags import OBJECTS, SUBJECTS
from summaries.meaning import word_span
from summaries.models import Article, Span
from summaries.pointing import is_brought_in, is_one_in_order, stands_for_clause
from summaries.quotes.antecedents import is_barred, lacks_antecedent
from summaries.sentences import Sentence
from summaries.summary.background import background
from summaries.summary.standing import Told

_CLIMB: Final = 5  # from a pronoun to the verb whose subject acts; deeper chains are mis-parses
_OF_PEOPLE: Final = words("he him his she her hers")
_READERS_AND_WRITER: Final = words("we us our ours you your yours ourselves yourself")
_SEVERAL: Final = words("they them their theirs")
_NOWHERE: Final = Span(0, 0)
_COUNTS: Final = words("both either neither one two three four")
_PARTIES: Final = SUBJECTS | OBJECTS
_BARE: Final = words("this that these those")
_TURNING: Final = words(
    """
    however nevertheless nonetheless meanwhile therefore instead moreover furthermore likewise similarly
    consequently accordingly otherwise besides respectively
    """
)
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WHICH: Final = frozenset(
    ("amod", "compound", "poss", "nummod", "nmod", "prep", "relcl", "acl", "appos", "npadvmod")
)
_POINTED_AT: Final = ANAPHORIC | SUMMING_UP | CARRYING | TOLD_BEFORE
# At what was told before, or long ago.
_ELSEWHERE: Final = re.compile(
    r"\bin (?:response|turn|return|doing so)\b|^(?:In (?:response|turn|return|doing so)|Earlier|Later),"
    r"|\bas (?:much|well|such)[.,;]"
    r"|\bthe (?:same\b(?! [A-Z])|(?:latter|former)(?=[,.;]| (?:is|was|has|had|said)\b))"
    r"|\bthe (?:[A-Z][\w-]+ )+(?:company|country|man|nation|side|star|state|team|territory|woman)\b"
    r"|\b(?:[Mm]oments|[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears) (?:earlier|later|before)\b"
    r"|^In (?:one|another) (?:case|episode|example|instance|scene)\b|\b(?:1[5-9]|20)\d0s\b"
)


class Apart:
    """The sentences of one article, asked of each whether it can; each is looked at once."""

    def __init__(self, doc: Doc, article: Article, sentences: Sequence[Sentence], cast: Cast) -> None:
        self._doc, self._article, self._text, self._cast = doc, article, article.text, cast
        self._told = Told(doc, article.text, sentences)
        self._is_dated = (article.page_date or article.event_date) is not None
        self._seen: dict[Span, bool] = {}

    def tells(self, sentence: Sentence) -> bool:
        """Whether it is a whole sentence of the reporter's that leans on nothing."""
        return sentence in self._told

    def __contains__(self, sentence: Sentence) -> bool:
        """Whether it tells all that it points at, and nothing of long ago."""
        if sentence.span not in self._seen:
            self._seen[sentence.span] = (
                self.tells(sentence)
                and self._tells_all(sentence)
                and not any(background(self._doc, self._article, (sentence,)))
            )
        return self._seen[sentence.span]

    def _tells_all(self, sentence: Sentence) -> bool:
        said = sentence.span.of(self._text)
        if _ELSEWHERE.search(said) or not (self._is_dated or _YEAR.search(said) is None):
            return False
        start = sentence.span.start
        tokens = [word for word in self._doc[sentence.first : sentence.last] if word.idx >= start]
        return not (
            any(map(_leans, tokens))
            or _takes_for_told(tokens)
            or _counts_untold(tokens)
            or self._lacks_thing(tokens)
            or any(self._is_unnamed(word, tokens) for word in tokens if word.lower_ in _OF_PEOPLE)
        )

    def _lacks_thing(self, tokens: Sequence[Token]) -> bool:
        """Whether an "it" or a "them" means nothing told before: neither a person, nor who acts on it."""
        extent = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else _NOWHERE
        people = [
            one.mention
            for one in self._cast.references_in(extent)
            if self._cast.actors[one.actor].kind == "person"
        ]
        things = [word for word in tokens if not any(span.start <= word.idx < span.end for span in people)]
        told = things if _SEVERAL.isdisjoint(word.lower_ for word in tokens) else tokens
        return lacks_antecedent(told, of_people=False) or any(
            is_barred(word, told if word.lower_ in _SEVERAL else things, but=_NOWHERE)
            and not stands_for_clause(word)
            for word in tokens
        )

    def _is_unnamed(self, pronoun: Token, tokens: Sequence[Token]) -> bool:
        """Whether nothing before a "he" names whom it means; "his" may be named behind."""
        meant = self._cast.at(word_span(pronoun))
        owning = pronoun.tag_ == "PRP$"
        end = tokens[-1].idx if owning else pronoun.idx
        near = self._cast.references_in(Span(tokens[0].idx, end))
        if meant is not None:
            return not any(
                one.actor == meant and one.mention.of(self._text).lower() not in _OF_PEOPLE for one in near
            )
        acting = frozenset() if owning or pronoun.dep_ in SUBJECTS else _acting_on(pronoun)
        return not any(
            word.lower_ in UNNAMED_NOUNS or word.ent_type_ == "PERSON"
            for word in tokens
            if (word.i < pronoun.i or owning) and word.i not in acting
        )


def _acting_on(pronoun: Token) -> frozenset[int]:
    """The words of who acts in its clause, which "him" is not."""
    verb = pronoun.head
    for _ in range(_CLIMB):
        acting = [word.i for child in verb.lefts if child.dep_ in SUBJECTS for word in child.subtree]
        if acting:
            return frozenset(acting)
        verb = verb.head
    return frozenset()


def _leans(word: Token) -> bool:
    """ "however", "when this was done", "ours": on what was said before, or on who reads."""
    low = word.lower_
    if low in _BARE:
        return word.tag_ == "DT" and word.dep_ not in ("det", "mark", "predet")
    return low in _READERS_AND_WRITER or (low in _TURNING and word.dep_ == "advmod")


def _takes_for_told(tokens: Sequence[Token]) -> bool:
    """Whether it speaks of "the woman", "the dispute", "the other group", of whom it tells nothing before."""
    said: set[str] = set()
    for word in tokens:
        if word.pos_ != "NOUN":
            continue
        lemma = word.lemma_.lower()
        if lemma not in said:
            pointed = lemma in _POINTED_AT or word.lower_ in _POINTED_AT
            if (pointed and _is_bare(word)) or is_one_in_order(word):
                return True
            if is_brought_in(word) or not _is_bare(word):
                said.add(lemma)
    return False


def _counts_untold(tokens: Sequence[Token]) -> bool:
    """Whether it tells of "one" or "both", and of no several before; or of who "did so"."""
    for word in tokens:
        if word.tag_ in ("NNS", "NNPS"):
            return False
        if word.lower_ == "so" and word.head.lemma_ == "do" and word.i == word.head.i + 1:
            return True
        if word.lower_ in _COUNTS and word.dep_ in _PARTIES and not any(word.rights):
            return True
    return False


def _is_bare(noun: Token) -> bool:
    """ "the woman", "the woman, who fled"; but "the woman who fled", "the woman of Dover"."""
    children = list(noun.children)
    if not any(child.lower_ == "the" for child in children):
        return False
    return not any(child.dep_ in _WHICH and noun.doc[child.left_edge.i - 1].text != "," for child in children)
