"""Forms of the cues: lemmas → what they look like where somebody is their subject ("said", "says")."""

from collections.abc import Iterator

from summaries.lexicon import words
from summaries.lexicon.cues import BESIDE_CUES, CLAUSE_CUES

_IRREGULAR = {
    "begin": "began",
    "feel": "felt",
    "forecast": "forecast",
    "hear": "heard",
    "read": "read",
    "say": "said",
    "send": "sent",
    "shoot": "shot",
    "sing": "sang",
    "speak": "spoke",
    "swear": "swore",
    "tell": "told",
    "think": "thought",
    "write": "wrote",
}
# Nouns as often as verbs behind a name, and no cue by their form alone: "the police issue", "his use of".
_DOUBTFUL = words(
    "end ends finish close open opens use uses press issue issues start starts put read see go goes"
)


def _forms(lemma: str) -> Iterator[str]:
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
    stem = lemma[:-1] + "i" if consonant_y else lemma
    yield stem + "es" if consonant_y or lemma.endswith(("s", "sh", "ch", "x", "z")) else lemma + "s"
    if lemma in _IRREGULAR:
        yield _IRREGULAR[lemma]
        return
    yield lemma + "d" if lemma.endswith("e") else stem + "ed"
    if lemma[-1] in "bgmnpt":
        yield lemma + lemma[-1] + "ed"  # "quipped"; "claimmed" is nobody's spelling and harms nobody


FINITE_FORMS = frozenset(form for lemma in CLAUSE_CUES | BESIDE_CUES for form in _forms(lemma)) - _DOUBTFUL
