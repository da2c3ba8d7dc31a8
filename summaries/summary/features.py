"""What can be told of a sentence's worth for a summary, as numbers."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from spacy.tokens import Doc

from summaries.models import Article, Span
from summaries.sentences import Sentence
from summaries.summary.ranking import Ranker, rank

RANKER: Final[Ranker] = "reduction"  # the one of sumy's that brought most; docs/accuracy.md has the others
# Sentences handed to sumy, which compares each with each: 2 ms; few summaries reach further.
RANKED: Final = 40
NEAR: Final = 2  # sentences from the start for each that is asked: they tell the news in other words
_TELLING: Final = 4  # words of headline and deck; fewer are a play on words as likely
_WEAK: Final = -5.0  # the score of a sentence far down that tells less than nothing would
_OF_A_NAME: Final = 0.5  # counts a name of the headline, beside another word of it


class Features(NamedTuple):
    """One sentence. The names are those of `weights.toml`."""

    place: float  # logarithm of how many sentences it is from the start, the lede 0
    second: float  # 1 for the sentence after the lede, which news writes to be read with it
    length: float  # words, in twenties
    recurring: float  # how often its words recur in the article: sum of logarithms
    central: float  # sumy's rank of it, 1 the most central to 0 the least
    lede: float  # share of its words that the lede says already
    headline: float  # share of the headline's words that it has
    deck: float  # share of the deck's words that it has
    news: float  # share of the headline's words that it has and the lede has not
    finding: float  # 1 for what a study, a report or an inquiry found
    background: float  # 1 for what happened long before the news, or holds of anybody


def content_words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """Lemmas in lower case of the words between two tokens that carry meaning."""
    return tuple(token.lemma_.lower() for token in doc[start:end] if token.is_alpha and not token.is_stop)


class Above(NamedTuple):
    """The words of headline and deck, as they and the text share them, and which of the text's are names."""

    headline: frozenset[str]
    deck: frozenset[str]
    names: frozenset[str]


def read_above(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> Above:
    """What stands above these sentences, where the article has a headline or a deck."""
    headline, deck = _part_words(doc, article.headline), _part_words(doc, article.deck)
    return Above(headline, deck, _names(doc, sentences))


def details(
    words: Sequence[Sequence[str]],
    above: Above,
    scores: Sequence[float],
    *,
    near: int,
    scene: bool,
    found: bool,
) -> tuple[bool, ...]:
    """Of each sentence whether it tells beside the point: not among the first `near`, with no word of what
    stands above.

    Names are in the news whatever a sentence tells of them. Where a deck tells the news, an opening without
    any of the words, or with next to none where the news is what was `found`, is a scene, as is one that is
    known for a `scene`; so is what is near it and has none of them. And a deck leaves no room for low scores.
    """
    told = (above.headline | above.deck) - above.names
    if len(told) < _TELLING:
        return (False,) * len(words)
    shared = [len(told & forms(own)) for own in words]
    opens_amid = bool(shared and above.deck) and (scene or shared[0] <= found)
    beside = [
        (opens_amid if number == 0 else not count and (opens_amid or number >= near))
        for number, count in enumerate(shared)
    ]
    far = 1 if above.deck else near
    return tuple(
        is_beside or (number >= far and scores[number] < _WEAK) for number, is_beside in enumerate(beside)
    )


def read_features(
    article: Article,
    sentences: Sequence[Sentence],
    words: Sequence[Sequence[str]],
    before: Sequence[bool],
    found: Sequence[bool],
    above: Above,
) -> tuple[Features, ...]:
    """The features of each sentence, in order; `words` are the content words of each.

    `before`: whether it is background; `found`: whether it tells a finding.
    """
    occurrences = Counter(word for some in words for word in some)
    central = rank(words[:RANKED], RANKER) + (0.0,) * max(0, len(words) - RANKED)
    lede = frozenset(words[0]) if words else frozenset()
    headline, deck, names = above
    own_forms = [forms(own) for own in words]
    said = own_forms[0] if own_forms else frozenset()
    return tuple(
        Features(
            place=math.log(number + 1),
            second=float(number == 1),
            length=len(sentence.span.of(article.text).split()) / 20,
            recurring=sum(math.log(occurrences[word]) for word in own),
            central=central[number],
            lede=_share(own & lede, own) if number else 0.0,
            headline=_weighed(form & headline, headline, names),
            deck=_weighed(form & deck, deck, names),
            news=_weighed(form & headline - said, headline, names) if number else 0.0,
            finding=float(found[number]),
            background=float(before[number]),
        )
        for number, (sentence, own, form) in enumerate(
            zip(sentences, map(frozenset, words), own_forms, strict=True)
        )
    )


def _part_words(doc: Doc, part: Span | None) -> frozenset[str]:
    if part is None:
        return frozenset()
    span = doc.char_span(part.start, part.end, alignment_mode="contract")
    return forms(content_words(doc, span.start, span.end)) if span is not None else frozenset()


def forms(words: Iterable[str]) -> frozenset[str]:
    """The words as headlines and text share them: a headline's "Voters" is a name to the pipeline."""
    return frozenset(word.rstrip("s") for word in words)


def _names(doc: Doc, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words that are a name wherever they stand in these sentences: who is in the news."""
    strings = doc.vocab.strings
    proper = strings["PROPN"]
    lemmas, kinds = doc.to_array(["LEMMA", "POS"]).T.tolist()
    words = (zip(lemmas[one.first : one.last], kinds[one.first : one.last], strict=True) for one in sentences)
    seen = set(chain.from_iterable(words))
    names = forms(strings[lemma].lower() for lemma, kind in seen if kind == proper)
    return names - forms(strings[lemma].lower() for lemma, kind in seen if kind != proper)


def _weighed(some: frozenset[str], of: frozenset[str], names: frozenset[str]) -> float:
    """The share, a name counted as less than another word."""
    whole = len(of - names) + _OF_A_NAME * len(of & names)
    return (len(some - names) + _OF_A_NAME * len(some & names)) / whole if whole else 0.0


def _share(some: frozenset[str], of: frozenset[str]) -> float:
    return len(some) / len(of) if of else 0.0
