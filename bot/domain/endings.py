"""The few words behind a sentence that end what it tells: "A team went to calm them. It failed."

By themselves they tell nothing, and without them the sentence may tell the contrary of the news.
"""

import re
from bisect import bisect_left
from typing import Final

from summaries.lexicon.openings import LEANING_WORDS
from summaries.models import Analysis, Span

_MOST: Final = 4  # words
_PLAIN: Final = re.compile(r"(?!.*\b(?:I|[Mm]y|[Mm]e)\b)([A-Z]\w*)(?:[’']\w+)?(?:,? [\w$£€,.’'-]+)*(?<!\.)\.")
# "A lot.", "Twice.", "Never again."
_OF_DEGREE: Final = frozenset(("a", "again", "almost", "hardly", "nearly", "never", "not", "once", "twice"))


def with_ending(analysis: Analysis, sentence: Span) -> Span:
    """The sentence with the few words behind it in its paragraph that lean on it, where some do.

    They are no exclamation, no question and nobody's words, and stand in the summary for themselves if there.
    """
    text, sentences = analysis.article.text, analysis.sentences
    place = bisect_left(sentences, sentence)
    if (
        place + 1 >= len(sentences)
        or sentences[place] != sentence
        or sentences[place + 1] in analysis.summary
    ):
        return sentence
    behind = sentences[place + 1]
    if "\n" in text[sentence.end : behind.start] or _is_amid_quotation(sentence.of(text)):
        return sentence
    return Span(sentence.start, behind.end) if _ends_what_was_told(behind.of(text)) else sentence


def _is_amid_quotation(words: str) -> bool:
    """Whether it leaves a quotation open, which goes on behind it."""
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1


def _ends_what_was_told(words: str) -> bool:
    found = _PLAIN.fullmatch(words) if len(words.split()) <= _MOST else None
    return found is not None and found[1].lower() in LEANING_WORDS | _OF_DEGREE
