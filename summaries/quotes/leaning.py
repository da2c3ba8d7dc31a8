"""Whether the words that are shown of a quotation lean on some that are not: "That was late", "the bill".

Beside them stand the speaker's name and the article's headline, and nothing else: whatever the sentence
before told is lost.
"""

from collections.abc import Sequence
from itertools import dropwhile, islice
from typing import Final

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon import words
from summaries.lexicon.openings import ANAPHORIC, NOW, POINTING_PHRASES
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.pointing import CARRYING, IN_TALK, SUMMING_UP, UNIQUE
from summaries.lexicon.tags import SUBJECTS
from summaries.meaning import word_span
from summaries.models import Article, Quote, Span, meeting
from summaries.pointing import (
    is_bare_definite,
    is_brought_in,
    is_told_which,
    lemmas_above,
    points_back,
    stands_for_clause,
)
from summaries.quotes.antecedents import (
    is_barred,
    is_person,
    is_torn,
    lacks_antecedent,
    may_be_barred,
    tells_before,
)
from summaries.quotes.called import speaker_beside
from summaries.quotes.pairs import HeadlinePair
from summaries.quotes.reading import Reading
from summaries.spoken import is_set_apart, stands_alone

_SPEAKERS_OWN = words("i me my mine we us our ours you your yours myself ourselves")
_THIRD = words("he she it they him them his her hers its their theirs")
_OF_PEOPLE = words("he she him his her hers")
_NEAR, _FAR = frozenset(("this", "these")), frozenset(("that", "those"))
_BARE = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr"))
_TIMES = frozenset(("DATE", "TIME"))
_PLACES = frozenset(("there", "nearby", "elsewhere"))
_LEADING_ON = frozenset((":", "–", "—", "--"))
_UNTOLD = words("spokesperson spokesman spokeswoman")
_NAMING: Final = frozenset(("NOUN", "PROPN"))
_NOT = frozenset(("not", "n't", "n’t"))
_FEW = 5  # words of an answer
_OPENING = 5  # words
_MOST = 300  # words of the sentences around a quotation; more were no writer's, and each of theirs asks anew
_LONGEST = 1 + max(len(phrase.split()) for phrase in POINTING_PHRASES)  # words of one, and what ends it
_POINTING: Final = _NEAR | _FAR
_KNOWN: Final = SUMMING_UP | CARRYING | ANAPHORIC
_SOMEBODY: Final = ANAPHORIC & UNNAMED_NOUNS


class Leanings:
    """The article, asked of each quotation whether what is shown of it can be read by itself."""

    def __init__(self, reading: Reading, article: Article, cast: Cast, pair: HeadlinePair) -> None:
        self._reading = reading
        self._article = article
        self._cast = cast
        self._above = lemmas_above(reading.doc, article)
        self._in_front = frozenset(cast.inside(article.headline) if article.headline is not None else ())
        self._pair = pair
        self._told: dict[str, int] = {}  # where the article first tells of one: "a bridge", "two bridges"
        for word in reading.words:
            if word.n_lefts and reading.pos[word.i] == "NOUN" and is_brought_in(word):
                self._told.setdefault(word.lemma_.lower(), word.i)

    def leans(self, quote: Quote, *, is_fragment: bool, within: Span | None = None) -> bool:
        """Whether it points at something that neither it nor the headline names.

        `within`: the part of its sentence in which alone it is shown.
        """
        set_apart = is_set_apart(self._article, quote)
        alone = set_apart or (stands_alone(quote, self._reading.text) and not is_fragment)
        shown = self._shown(quote, alone=alone, within=within)
        if not shown:
            return False
        own = self._own(quote)
        return (
            self._leaves_open_for_whom(quote)
            or (_opens_elsewhere(shown) and not self._pair.opens(shown))
            or (alone and (lacks_antecedent(shown) or _is_cut_short(shown)))
            or (not alone and self._means_somebody_unnamed(shown, quote))
            or (not alone and is_torn(shown, own, self._cast))
            or (not alone and self._speaks_of_somebody_unnamed(shown, own, quote))
            or (not (quote.verbatim or set_apart) and self._means_nothing_named(shown, own, quote))
            or self._points(shown, own, alone=alone)
            or self._has_pronoun_first(shown, own, quote, alone=alone)
            or self._takes_for_told(shown, own, alone=alone)
        )

    def _leaves_open_for_whom(self, quote: Quote) -> bool:
        """ "A spokesman": of which house was told before."""
        if quote.speaker is None or quote.actor is not None:
            return False
        said = quote.speaker.of(self._reading.text).casefold().split()
        return len(said) == 2 and said[0] in ("a", "the") and said[1] in _UNTOLD

    def _shown(self, quote: Quote, *, alone: bool, within: Span | None) -> list[Token]:
        reading = self._reading
        if alone or within is not None:
            spans = quote.content if alone or within is None else (within,)
            return [reading.words[i] for span in spans for i in reading.over(span)]
        edges = (over[end] for span in quote.content if (over := reading.over(span)) for end in (0, -1))
        around = [reading.sentence(i) for i in edges]
        if not around:
            return []
        first, stop = min(one.start for one in around), max(one.stop for one in around)
        return reading.words[first : min(stop, first + _MOST)]

    def _own(self, quote: Quote) -> frozenset[int]:
        """The words that say who spoke, and that they did: "the mayor, Ann Lee, said"."""
        reading = self._reading
        spans = [span for span in (speaker_beside(quote, reading), quote.cue) if span is not None]
        if quote.actor is not None:
            spans += meeting(self._cast.actors[quote.actor].mentions, self._phrase_of(quote))
        return frozenset(i for span in spans for i in reading.over(span))

    def _points(self, shown: Sequence[Token], own: frozenset[int], *, alone: bool) -> bool:
        """Whether a "this" or "those" of it points at what stands before it."""
        said: set[str] = set()
        quoted = alone
        for word in shown:
            quoted ^= word.is_quote and not alone
            low = word.lower_
            if not (alone or quoted) and points_back(word, said):
                return True
            if low in _POINTING and word.tag_ == "DT":
                if word.dep_ in _BARE and self._is_open(word, shown, said, alone=alone):
                    if not (is_told_which(word, word) or (quoted and _names_the_news(word))):
                        return True
                elif word.dep_ == "det" and word.head.lower_ == "time" and low == "that":
                    if not alone and word.nbor(-1).lower_ == "at":
                        return True
                elif word.dep_ == "det" and not self._is_known(word, said, quoted=quoted):
                    return True
            if self._reading.pos[word.i] in _NAMING and word.i not in own and word.ent_type_ not in _TIMES:
                said.add(word.lemma_.lower())
        return False

    def _is_open(self, pointer: Token, shown: Sequence[Token], said: set[str], *, alone: bool) -> bool:
        """Whether nothing before it in what is shown can be what it means."""
        return (
            not said
            or pointer.head.lemma_ == "do"
            or (pointer.lower_ in _FAR and pointer.head.lower_ == "like")
            or (alone and not tells_before(pointer, shown[0]))
        )

    def _is_known(self, pointer: Token, said: set[str], *, quoted: bool) -> bool:
        noun = pointer.head.lemma_.lower()
        if noun in NOW | said | self._above or is_told_which(pointer, pointer.head):
            return True
        if pointer.head.i + 1 < len(pointer.doc) and pointer.head.nbor().text in _LEADING_ON:
            return True  # "these two issues — the bridge and the road"
        return quoted and pointer.lower_ in _NEAR and noun in IN_TALK

    def _has_pronoun_first(
        self, shown: Sequence[Token], own: frozenset[int], quote: Quote, *, alone: bool
    ) -> bool:
        """Whether it names nobody and nothing before a pronoun that does not mean the speaker."""
        for word in shown:
            low = word.lower_
            if word.i in own or low in _SPEAKERS_OWN or word.ent_type_ in _TIMES:
                continue
            if low in _THIRD and word.pos_ == "PRON":
                if low == "it" and stands_for_clause(word):
                    continue
                return alone or not self._may_mean_speaker(word, quote)
            if word.pos_ in ("NOUN", "PROPN") or word.dep_ in ("csubj", "expl"):
                return False
        return False

    def _is_pronoun(self, mention: Span) -> bool:
        return mention.of(self._reading.text).casefold() in _THIRD

    def _means_somebody_unnamed(self, shown: Sequence[Token], quote: Quote) -> bool:
        """Whether a "he" or "she" means another than the speaker, whom nothing before it in it names."""
        for word in shown:
            if word.lower_ not in _OF_PEOPLE or word.pos_ != "PRON":
                continue
            meant = self._cast.at(word_span(word))
            if meant is None or meant == quote.actor:
                continue
            before = meeting(self._cast.actors[meant].mentions, Span(shown[0].idx, word.idx))
            if meant not in self._in_front and all(self._is_pronoun(one) for one in before):
                return True
        return False

    def _speaks_of_somebody_unnamed(self, shown: Sequence[Token], own: frozenset[int], quote: Quote) -> bool:
        """Whether a "his" in marks, of another than who speaks, stands behind nobody whom it could mean."""
        marked = {i for span in quote.verbatim for i in self._reading.over(span)}
        for word in shown if marked else ():
            is_his = word.lower_ in _OF_PEOPLE and word.pos_ == "PRON"
            if is_his and word.i in marked:
                return True
            if word.i not in own and (is_his or is_person(word)):
                return False
        return False

    def _means_nothing_named(self, shown: Sequence[Token], own: frozenset[int], quote: Quote) -> bool:
        """ "Hall said they had left": nobody whom the sentence names."""
        told = [word for word in shown if word.i not in own]
        several = quote.actor is None or self._cast.actors[quote.actor].kind != "person"
        if not several and lacks_antecedent(told, of_people=False):
            return True
        return self._has_barred_object(shown, quote)

    def _has_barred_object(self, shown: Sequence[Token], quote: Quote) -> bool:
        """ "Hall, head of the board, described it as stable": not the board, of which he was asked."""
        nothing = Span(0, 0)
        for word in filter(may_be_barred, shown):
            cued = quote.cue is not None and word.head.idx == quote.cue.start
            who = self._phrase_of(quote) if cued else nothing
            if is_barred(word, shown, but=who) and not self._may_mean_speaker(word, quote):
                return True
        return False

    def _phrase_of(self, quote: Quote) -> Span:
        """The speaker with all that is said of them."""
        words = self._reading.over(quote.speaker) if quote.speaker is not None else range(0)
        if not words:
            return Span(0, 0)
        head = self._reading.words[words[-1]]
        return Span(head.left_edge.idx, head.right_edge.idx + len(head.right_edge))

    def _may_mean_speaker(self, pronoun: Token, quote: Quote) -> bool:
        meant = self._cast.at(word_span(pronoun))
        if meant is not None or quote.actor is None:
            return meant == quote.actor
        kind = self._cast.actors[quote.actor].kind
        if pronoun.lower_ == "them":
            return kind == "group"  # one house is "them" to others alone
        return (kind == "person") == (pronoun.lower_ in _OF_PEOPLE)

    def _takes_for_told(self, shown: Sequence[Token], own: frozenset[int], *, alone: bool) -> bool:
        said: set[str] = set()
        brought_in = False
        for place, word in enumerate(shown):
            if self._reading.pos[word.i] not in _NAMING or word.i in own:
                continue
            lemma = word.lemma_.lower()
            opens = place < _OPENING and word.dep_ in ("dobj", "pobj")
            is_of_many = not brought_in and word.lower_ in _SOMEBODY
            if (
                (word.dep_ in SUBJECTS or opens or (not alone and (lemma in CARRYING or is_of_many)))
                and lemma not in said
                and self._is_told(word, before=shown[0].i)
            ):
                return True
            if alone:
                return False
            said.add(lemma)
            brought_in = brought_in or word.pos_ == "PROPN" or is_brought_in(word)
        return False

    def _is_told(self, word: Token, *, before: int) -> bool:
        """Whether it is "the bridge" of which the article told before that place, and no headline."""
        lemma = word.lemma_.lower()
        if lemma in UNIQUE | self._above or not is_bare_definite(word):
            return False
        if lemma in CARRYING and word.head.lemma_ == "be" and stands_for_clause(word):
            return False  # "The issue is that …"
        return lemma in _KNOWN or word.lower_ in ANAPHORIC or self._told.get(lemma, word.i) < before


def _names_the_news(pointer: Token) -> bool:
    """ "This was a mistake", said of what the headline tells."""
    verb = pointer.head
    what = [child for child in verb.children if child.dep_ == "attr" and child.pos_ in ("NOUN", "PROPN")]
    return pointer.lower_ == "this" and verb.lemma_ == "be" and bool(what) and pointer.dep_ in SUBJECTS


def _is_cut_short(shown: Sequence[Token]) -> bool:
    """“I’m not,” “Yes, we did.”: what, was said before."""
    said = [word for word in shown if word.text[:1].isalnum() or word.lower_ in _NOT]
    if not said or len(said) > _FEW:
        return False
    last = said[-2] if said[-1].lower_ in _NOT and len(said) > 1 else said[-1]
    return last.pos_ == "AUX"


def _opens_elsewhere(shown: Sequence[Token]) -> bool:
    said = list(islice(dropwhile(lambda word: not word.text[:1].isalnum(), shown), _LONGEST))
    if not said:
        return False
    in_that_place = said[0].lower_ in _PLACES and said[0].dep_ == "advmod"
    return in_that_place or " ".join(word.lower_ for word in said).startswith(POINTING_PHRASES)
