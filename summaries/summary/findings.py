"""Which sentences tell what somebody found out: the news of a report on a study, often deep in its text.

Such texts open with what everybody knows of the matter, and tell in the middle what is new.
"""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from summaries.lexicon import words
from summaries.lexicon.tags import SUBJECTS
from summaries.sentences import Sentence

_SOURCES: Final = words(
    """
    analysis analyses audit author authors assessment census data examination experiment experiments figures
    findings inquiry inquest investigation investigators paper poll polls probe report research researcher
    researchers result results review scientist scientists statistics studies study survey surveys test tests
    trial trials
    """
)
_FINDING: Final = words(
    """
    blame conclude confirm demonstrate detect determine discover establish estimate find identify indicate
    link observe predict prove rank reveal show suggest uncover
    """
)
# Any form of those, and the irregular ones: quick, as most sentences have none.
_MAY_TELL: Final = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_FINDING))})(?:s|es|d|ed|n)?|found|identifie[sd]|according to)\b",
    re.IGNORECASE,
)
_ACCORDING: Final = re.compile(
    r"\baccording to (?:(?:an?|the|its|their|new|recent|\w+['’]s?)\s)?"
    r"(?:(?!(?:of|that|which|who|whose)\s)[\w’'-]+\s){0,4}?(?:analysis|audit"
    r"|assessment|data|figures|findings|inquiry|investigation|paper|poll|report|research|review|study|survey)\b",
    re.IGNORECASE,
)
_SOON: Final = 7  # sentences: a study that is named later is no news
_STUDY: Final = re.compile(
    r"\b(?:new|latest|recent|this|their) (?:[\w-]+ ){0,2}"
    r"(?:analysis|audit|data|figures|paper|poll|report|review)\b|\b(?:research|researchers|scientists|stud(?:y|ies)|survey)\b",
    re.IGNORECASE,
)
_OF_ANY: Final = words("data experiments figures polls research results statistics studies surveys tests")
_OF_RESEARCH: Final = _SOURCES | words("laboratory science scientific study university")
_NEWEST: Final = words("latest new recent")
_TOLD: Final = frozenset(("ccomp", "dobj", "nsubjpass", "acomp", "xcomp", "oprd"))


def findings(doc: Doc, text: str, sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    """Of each sentence; what was only asked, or what somebody said of a study, is none."""
    opening = text[: sentences[min(_SOON - 1, len(sentences) - 1)].span.end] if sentences else ""
    if _STUDY.search(opening) is None:
        return (False,) * len(sentences)
    return tuple(_tells_finding(doc, text, sentence) for sentence in sentences)


def _tells_finding(doc: Doc, text: str, sentence: Sentence) -> bool:
    said = sentence.span.of(text)
    if _MAY_TELL.search(said) is None:
        return False
    if _ACCORDING.search(said) is not None:
        return True
    return any(
        word.lemma_.lower() in _FINDING and _is_found(word) for word in doc[sentence.first : sentence.last]
    )


def _is_found(verb: Token) -> bool:
    """ "The study found that …", "researchers at the centre have shown …"; and something is told of it."""
    if verb.pos_ != "VERB" or verb.dep_ not in ("ROOT", "ccomp", "conj") or _is_denied(verb):
        return False
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not _is_source(subject) or _is_any(subject):
        return False
    return any(child.dep_ in _TOLD for child in verb.rights)


def _is_source(noun: Token) -> bool:
    """ "The report", "the research team", "the team behind the study"; no team that plays."""
    if noun.lower_ == "team":
        return any(word.lower_ in _OF_RESEARCH for word in noun.subtree)
    return noun.lower_ in _SOURCES


def _is_any(source: Token) -> bool:
    """ "Studies show": which everybody knows; "the studies" and "new research" do."""
    if source.lower_ not in _OF_ANY:
        return False
    return not any(
        child.dep_ in ("det", "poss", "nummod") or child.lower_ in _NEWEST for child in source.lefts
    )


def _is_denied(verb: Token) -> bool:
    """ "Could show", "to find": not yet."""
    return any(
        child.dep_ == "aux" and child.lower_ in ("to", "will", "would", "could", "may", "might", "should")
        for child in verb.lefts
    )
