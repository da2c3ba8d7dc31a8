"""Interviews, transcripts and letters: whose words a paragraph is by the form of the page, not by marks.

`NAME:` and "Q:" before a paragraph, questions on lines of their own, letters with their writer's name below.
Found by shape and by repetition alone, so that one "Note: …" in the news is no interview.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from summaries.lexicon.labels import ANSWER_LABELS, ASKER_LABELS, LETTERS_PAGES, NO_SPEAKERS, QUESTION_LABELS
from summaries.lexicon.people import PARTICLES
from summaries.models import Article, Span

_FEWEST_TURNS: Final = 3  # labelled paragraphs; with fewer, a colon is only a colon
_FEWEST_QUESTIONS: Final = 3  # on lines of their own; a story has one or two
_LABELLED: Final = 0.4  # of the paragraphs from the first label to the last
_AGAIN: Final = 0.6  # of the turns are of who speaks twice; the items of a list come once
_ASKING: Final = 0.5  # of the paragraphs open with a question; a column has a few that do
_IN_PERSON: Final = 0.5  # of the answers say "I"; those of an explainer do not
_LONGEST_NAME: Final = 6  # words
_LONGEST_QUESTION: Final = 400  # characters
_LONGEST_SIGNATURE: Final = 9  # words
_LABEL: Final = re.compile(r"(?P<label>[^\W\d_][^:\n?!“”\"]{0,59}?)\s*:\s+(?=\S)")
_LETTER: Final = re.compile(r"(?P<label>[QA]|Question|Answer|QUESTION|ANSWER)\d{0,2}\s?[:.]\s+(?=\S)")
_MARK: Final = re.compile('["“”„«]')
_ASKED: Final = re.compile(r"[A-Z][^.!?…:“”\"\n]{8,200}\?[ \xa0\n]+(?=[^\W\d_])")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|me)\b")
_DASHES: Final = "-–—―~ "
_ENDS: Final = ".?!…"


Role = Literal[
    "speaks",  # under a name
    "answers",  # whoever asked: the one whom the page interviews
    "asks",
    "writes",  # a letter, with the writer's name below
]


class Turn(NamedTuple):
    """What one speaker says before the next does."""

    label: Span | None  # without its colon or dash: "ELENA MARSH", "A"; None behind a bare question
    words: tuple[Span, ...]  # a span a paragraph, the label left out
    role: Role


def find_turns(article: Article) -> tuple[Turn, ...]:
    """The article's turns in text order; () where it is told by a reporter, as most are."""
    return (
        _lettered(article)
        or _labelled(article)
        or _questioned(article)
        or _asked_and_answered(article)
        or find_letters(article)
    )


def unlabelled(article: Article, turns: Iterable[Turn]) -> tuple[Span, ...]:
    """The body's paragraphs, each without the label that opens it; `turns` are the article's."""
    by_end = {span.end: span for turn in turns for span in turn.words}
    return tuple(by_end.get(paragraph.end, paragraph) for paragraph in article.body)


def is_name(words: str) -> bool:
    """Whether the words have the form of a person's name, a title before it counted: "Dr. Ana de la Cruz"."""
    parts = words.split()
    if not 1 <= len(parts) <= _LONGEST_NAME:
        return False
    return all(part[0].isupper() or part.lower() in PARTICLES for part in parts) and not any(
        map(str.isdigit, words)
    )


def _lettered(article: Article) -> tuple[Turn, ...]:
    """ "Q: …" and "A: …"."""
    found = [_LETTER.match(article.text, *span) for span in article.body]
    names = [match["label"].lower() if match else "" for match in found]
    asked = next((place for place, name in enumerate(names) if name in QUESTION_LABELS), None)
    if asked is None or not any(name in ANSWER_LABELS for name in names[asked:]):
        return ()
    roles: list[Role] = ["asks" if name in QUESTION_LABELS else "answers" for name in names]
    return _turns(article, found, roles)


def _labelled(article: Article) -> tuple[Turn, ...]:
    """ "ELENA MARSH: …", "MARSH: …": at least two who speak, one of them again."""
    found = [_label(article.text, span) for span in article.body]
    keys = [_key(match["label"]) if match else "" for match in found]
    places = [place for place, key in enumerate(keys) if key]
    if len(places) < _FEWEST_TURNS or len(places) < _LABELLED * (places[-1] + 1 - places[0]):
        return ()
    turns = Counter(keys[place] for place in places)
    again = sum(count for count in turns.values() if count > 1)
    if len(turns) < 2 or again < _AGAIN * len(places):
        return ()
    roles: list[Role] = ["asks" if match and _is_asker(match["label"]) else "speaks" for match in found]
    return _turns(article, found, roles)


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    match = _LABEL.match(text, *paragraph)
    if match is None or match.end() > paragraph.end:
        return None
    name = _named(match["label"])
    return match if is_name(name) and name.split()[0].lower() not in NO_SPEAKERS else None


def _named(label: str) -> str:
    """The label without what follows the name: "DALE WHITCOMB, BYLINE", "Ana Ruiz (by phone)"."""
    return re.split(r"[,(\[]", label)[0].strip()


def _is_asker(label: str) -> bool:
    """ "HOST", "LEE BROWN, HOST"."""
    return any(word in ASKER_LABELS for word in re.findall(r"\w+", label.lower()))


def _key(label: str) -> str:
    return _named(label).split()[-1].casefold()


def _turns(
    article: Article, found: Sequence[re.Match[str] | None], roles: Sequence[Role]
) -> tuple[Turn, ...]:
    """A turn a label, each with the paragraphs up to the next; the last has its own alone."""
    starts = [place for place, match in enumerate(found) if match is not None]
    stops = [*starts[1:], starts[-1] + 1]
    turns = []
    for start, stop in zip(starts, stops, strict=True):
        match, paragraph = found[start], article.body[start]
        if match is not None:
            first = Span(match.end(), paragraph.end)
            label = Span(match.start(), match.start() + len(_named(match["label"])))
            turns.append(Turn(label, (first, *article.body[start + 1 : stop]), roles[start]))
    return tuple(turns)


def _questioned(article: Article) -> tuple[Turn, ...]:
    """Questions on lines of their own, in bold on most pages, and what one person answers to each."""
    text, body = article.text, article.body
    asked = [place for place, span in enumerate(body) if _is_question(span.of(text))]
    if len(asked) < _FEWEST_QUESTIONS:
        return ()
    stops = [*asked[1:], min(asked[-1] + 2, len(body))]
    answers = [body[place + 1 : stop] for place, stop in zip(asked, stops, strict=True)]
    told = [_tells_in_person(text, answer) for answer in answers]
    if not all(answers) or sum(told) < _IN_PERSON * len(told):
        return ()
    turns: list[Turn] = []
    for place, answer in zip(asked, answers, strict=True):
        turns += Turn(None, (body[place],), "asks"), Turn(None, answer, "answers")
    return tuple(turns)


def _asked_and_answered(article: Article) -> tuple[Turn, ...]:
    """The same where a page's line break is lost: each paragraph opens with its question."""
    text, body = article.text, article.body
    found = [(place, match.end()) for place, span in enumerate(body) if (match := _ASKED.match(text, *span))]
    if len(found) < _FEWEST_QUESTIONS or len(found) < _ASKING * (len(body) - found[0][0]):
        return ()
    stops = [*(place for place, _ in found[1:]), found[-1][0] + 1]
    answers = [
        (Span(start, body[place].end), *body[place + 1 : stop])
        for (place, start), stop in zip(found, stops, strict=True)
    ]
    told = sum(_tells_in_person(text, answer) for answer in answers)
    return (
        tuple(Turn(None, answer, "answers") for answer in answers) if told >= _IN_PERSON * len(found) else ()
    )


def _tells_in_person(text: str, answer: Sequence[Span]) -> bool:
    """Whether somebody says "I", and not in quotation marks, as a story's people do."""
    plain = (span for span in answer if _MARK.search(text, *span) is None)
    return any(_FIRST_PERSON.search(text, *span) for span in plain)


def _is_question(words: str) -> bool:
    return words.endswith("?") and len(words) <= _LONGEST_QUESTION and words[0].isupper()


def find_letters(article: Article) -> tuple[Turn, ...]:
    """Letters of readers, each with its writer's name and town below it."""
    if not _is_of_letters(article):
        return ()
    turns: list[Turn] = []
    letter: list[Span] = []
    for span, following in pairwise([*article.body, None]):
        if span is None:
            break
        if _is_prose(span.of(article.text)):
            letter.append(span)
        elif letter and _signs(article.text, span, following):
            turns.append(Turn(_signature(article.text, span), tuple(letter), "writes"))
            letter = []
        else:
            letter = []  # a heading: what stands above it has no name below
    return tuple(turns)


def _is_of_letters(article: Article) -> bool:
    heads = (
        part.of(article.text).casefold() for part in (article.headline, article.deck) if part is not None
    )
    return any(re.match(rf"{re.escape(page)}\b", head) for head in heads for page in LETTERS_PAGES)


def _is_prose(words: str) -> bool:
    return words.rstrip("\"”’')").endswith(tuple(_ENDS + ":"))


def _signs(text: str, line: Span, following: Span | None) -> bool:
    """Whether the line under a letter is its writer's: a name and a town, no heading of the next letter."""
    words = line.of(text).strip(_DASHES)
    if len(words.split()) > _LONGEST_SIGNATURE or not is_name(words.split(",")[0]):
        return False
    signed = "," in words or line.of(text)[0] in _DASHES
    return signed or following is None or not _is_prose(following.of(text))


def _signature(text: str, line: Span) -> Span:
    words = line.of(text)
    start = line.start + len(words) - len(words.lstrip(_DASHES))
    return Span(start, start + len(_named(text[start : line.end])))
