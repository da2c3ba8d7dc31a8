"""Whether a text is told in questions and answers. By the surface; of English."""

import re
from collections.abc import Sequence

from summaries.articles.voice import speaks

_QUESTION_LABEL = re.compile(r"(?:Q|Question)\s?[:.]\s")
_ANSWER_LABEL = re.compile(r"(?:A|Answer)\s?[:.]\s")
_SPEAKER = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}):\s")
_FEWEST_LABELLED = 2
_FEWEST_TURNS = 3  # of each of two who speak in turn
_FEWEST_ANSWERS = 4  # to questions that bear no label
_LONGEST_QUESTION = 60  # words


def is_interview(paragraphs: Sequence[str]) -> bool:
    """Whether it is told in questions and answers: by labels, by two names in turn, or by bare questions."""
    asked = sum(_QUESTION_LABEL.match(one) is not None for one in paragraphs)
    answered = sum(_ANSWER_LABEL.match(one) is not None for one in paragraphs)
    return min(asked, answered) >= _FEWEST_LABELLED or _two_in_turn(paragraphs) or _bare_questions(paragraphs)


def _two_in_turn(paragraphs: Sequence[str]) -> bool:
    names = [match["name"] for one in paragraphs if (match := _SPEAKER.match(one)) is not None]
    counts = [names.count(name) for name in set(names)]
    return len(counts) == 2 and min(counts) >= _FEWEST_TURNS and 2 * len(names) >= len(paragraphs)


def _bare_questions(paragraphs: Sequence[str]) -> bool:
    """Questions that stand as paragraphs, and answers that say "I" or "we" outside quotation marks."""
    asked = [number for number, one in enumerate(paragraphs) if _is_question(one)]
    answers = [paragraphs[number + 1] for number in asked if number + 1 < len(paragraphs)]
    answers = [one for one in answers if not _is_question(one)]
    own = sum(map(speaks, answers))
    return own >= _FEWEST_ANSWERS and 2 * own >= len(answers) and 8 * len(asked) >= len(paragraphs)


def _is_question(paragraph: str) -> bool:
    return paragraph.endswith("?") and len(paragraph.split()) <= _LONGEST_QUESTION and '"' not in paragraph
