"""Which sentences tell no news: what happened long before it, and what holds of anybody.

Features open with such a sentence, and reports put it second: whom it befell, and not what came of it.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from spacy.tokens import Doc, Span, Token

from summaries.articles.dates import find_day_of_year, month_of
from summaries.lexicon import words
from summaries.lexicon.openings import turns_about
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Article
from summaries.sentences import Sentence

_LONG: Final = timedelta(days=14)  # after that much time the news is what came of it
_MAY_TELL: Final = re.compile(
    r"\b(?:1[5-9]|20)\d\ds?\b|\b(?:ago|when|century)\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_YEARS: Final = range(1500, 2101)
_TIMES: Final = re.compile(r"(\d{3}0)s|(\d\d)(?:st|nd|rd|th)")  # "1890s", and of a century "19th"
_DECADE: Final = 10  # years
_UNITS: Final = words("month months year years decade decades century centuries generation generations")
_AT_AGE: Final = re.compile(
    r"\bwas (?:(?:just|only) )?(?:\d+|[\w-]+[ -]years?[ -]old)(?:[ -]years?[ -]old)? when\b"
)
# How the words of a time hang on the main verb; those of another clause, or of somebody, hang otherwise.
_OF_TIME: Final = frozenset(
    ("advmod", "amod", "compound", "det", "nmod", "npadvmod", "nummod", "pobj", "prep")
)
_NOT_THEN: Final = words("after before from since than until")
_ANYBODY: Final = words("anybody anyone everybody everyone")


def background(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> tuple[bool, ...]:
    """Of each sentence. An opening that the next turns about ("But …") is told for its sake, and is none."""
    day = article.page_date or article.event_date
    found = [_is_background(doc, article.text, sentence, day) for sentence in sentences]
    if is_turned(article, sentences):
        found[0] = False
    return tuple(found)


def is_told_for_turn(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> bool:
    """Whether the opening is long before the news, and the second sentence, which turns it about, is not."""
    day = article.page_date or article.event_date
    return is_turned(article, sentences) and _is_background(doc, article.text, sentences[0], day)


def is_turned(article: Article, sentences: Sequence[Sentence]) -> bool:
    """Whether the second sentence turns the opening about."""
    return len(sentences) > 1 and turns_about(sentences[1].span.of(article.text))


def _is_background(doc: Doc, text: str, sentence: Sentence, day: date | None) -> bool:
    tokens = doc[sentence.first : sentence.last]
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None:
        return False
    subjects = [child for child in root.lefts if child.dep_ in SUBJECTS]
    if any(map(_is_anybody, subjects)) or (not _is_past(root) and _is_of_us(subjects, tokens)):
        return True
    said = sentence.span.of(text)
    if _MAY_TELL.search(said) is None or not _is_past(root):
        return False
    if root.lemma_ == "be" and _AT_AGE.search(said):
        return True
    return any(_is_long_before(token, day) and _is_of_main_clause(token) for token in tokens)


def _is_anybody(subject: Token) -> bool:
    """ "Anyone who has closed a deal will tell you"; "not everyone agreed" is told of somebody."""
    many_of_us = subject.lower_ in ("all", "many", "most") and any(
        one.lower_ == "us" for one in subject.subtree
    )
    return many_of_us or (
        subject.lower_ in _ANYBODY and not any(child.lower_ == "not" for child in subject.lefts)
    )


def _is_of_us(subjects: Sequence[Token], tokens: Span) -> bool:
    """ "We all show our colours when it snows": what the writer thinks of themself and all readers."""
    return any(one.lower_ == "we" for one in subjects) and not any(token.is_quote for token in tokens)


def _is_past(verb: Token) -> bool:
    """ "fell", "was falling", "had fallen"."""
    helping = (child for child in verb.lefts if child.dep_ in ("aux", "auxpass"))
    return verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helping)


def _is_long_before(token: Token, day: date | None) -> bool:
    """Whether it tells of a time long before the day: "in 1898", "on Oct. 7", "two years ago"."""
    if token.lower_ == "ago":
        return token.i > 0 and token.nbor(-1).lower_ in _UNITS
    if day is None:
        return False
    if token.is_digit and len(token) == 4:
        year = int(token.text)
        return year in _YEARS and (year < day.year - 1 or (year == day.year - 1 and day.month > 1))
    if (told_of := _TIMES.fullmatch(token.text)) is not None:
        return _is_over(token, told_of, day)
    month = month_of(token.text) if token.is_title else None
    if month is None or token.i == 0 or token.nbor(-1).lower_ not in ("in", "on", "last", "early", "late"):
        return False
    told = find_day_of_year(token.doc[token.i : token.i + 3].text)
    if told is None:
        return (day.month - month) % 12 > 1
    then = told.near(day, days=366)
    return then is not None and day - then > _LONG


def _is_over(token: Token, told: re.Match[str], day: date) -> bool:
    """ "In the 1890s", "in the 19th century": where all of it was over before the day."""
    if told[1] is not None:
        return int(told[1]) in _YEARS and int(told[1]) + _DECADE <= day.year
    century = token.i + 1 < len(token.doc) and token.nbor().lower_ == "century"
    return century and int(told[2]) * 100 < day.year


def _is_of_main_clause(token: Token) -> bool:
    while token.dep_ != "ROOT":
        inside_date = token.dep_ == "appos" and token.head.ent_type_ == "DATE"  # "Friday 14 June 2019"
        if not (inside_date or token.dep_ in _OF_TIME) or token.lower_ in _NOT_THEN:
            return False
        token = token.head
    return True
