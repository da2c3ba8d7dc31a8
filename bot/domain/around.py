"""Whether the sentence in which somebody is quoted says of what the words are: "… ," she said of the fire.

Told from the forms alone: where it does, a reader is shown the sentence and not the words in marks by
themselves.
"""

import re
from typing import Final

from summaries.models import Analysis, Quote, Span, meeting
from summaries.spoken import stands_alone

FEW: Final = 25  # words of a quotation; longer ones mostly say themselves of what they are
LONGEST: Final = 500  # characters of the sentence
_FEWEST: Final = 3  # words that tell something: "of the fire", "as he left"
_FEWEST_DEEDS: Final = 4  # words between the speaker and "saying": "gave away her prize"
_WHEN: Final = r"(?:after|before|as|when|while|once|because|though|although)"
_BUSY: Final = (  # said in passing, or of who speaks
    r"(?!according|appearing|including|during|morning|evening|representing|running|sitting|speaking|standing"
    r"|starting|talking|using|writing|being|nothing|something|anything|everything)"
)
_AT_TIMES: Final = r"^[\s,;–—-]*(?:(?:back|again|later|on \w+day|last \w+|earlier \w+ \w+|\w+day)\b[\s,]*)?"
_BEHIND: Final = re.compile(rf"{_AT_TIMES}(?:{_WHEN}|but given|{_BUSY}[a-z]+ing)\s(?=.*\w)", re.DOTALL)
_BEHIND_CUE: Final = re.compile(rf"{_AT_TIMES}(?:of|about)\s", re.DOTALL)
_IN_PASSING: Final = re.compile(
    r",\s+(?:acknowledging|admitting|alluding|comparing|declining|describing|discussing|explaining|lamenting"
    r"|meaning|mocking|praising|recalling|recounting|referring|remembering|urging)\s\w"
)
_FOREGOING: Final = re.compile(
    r"(?:While|After|When|Asked|Before|Following|Because|Given|Despite|Describing|Recalling|Discussing"
    r"|Regarding|As for|In (?:answer|reply|response) to|(?:Reacting|Referring|Responding|Turning) to"
    r"|Commenting on|(?:Speaking|Talking) (?:about|of))\s"
)
_MARKS: Final = re.compile(r"[“”„«»\"]")


def tells_of_what(analysis: Analysis, quote: Quote) -> Span | None:
    """The sentence, or the two that a speaker parts, where they tell beside the words what these are about.

    None where they only name the speaker, where others are quoted in them, and of words that are long or
    stand in no marks of their own.
    """
    text, cue, content = analysis.article.text, quote.cue, quote.content
    if cue is None:
        return None
    first, last = min(content[0].start, cue.start), max(content[-1].end, cue.end)
    around = meeting(analysis.sentences, Span(first, last)) if last - first <= LONGEST else ()
    if not around or around[-1].end - around[0].start > LONGEST:
        return None
    if sum(len(piece.of(text).split()) for piece in content) > FEW or not stands_alone(quote, text):
        return None
    whole = Span(around[0].start, around[-1].end)
    speaker = quote.speaker if quote.speaker is not None and whole.holds(quote.speaker) else None
    known = sorted((*content, cue, *((speaker,) if speaker is not None else ())))
    begins = [whole.start, *(one.end for one in known)]
    ends = [*(one.start for one in known), whole.end]
    rest = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    if any(map(_MARKS.search, rest)):
        return None
    foregoing = text[whole.start : min(one.start for one in known)]
    tells = (
        (_FOREGOING.match(foregoing) is not None and _has_words(foregoing, _FEWEST))
        or (speaker is not None and _did_first(text, speaker, cue))
        or any(
            _is_told_behind(words, is_cue=one == cue, is_content=one in content)
            for one, words in zip(known, rest[1:], strict=True)
        )
    )
    return whole if tells else None


def _is_told_behind(words: str, *, is_cue: bool, is_content: bool) -> bool:
    if not _has_words(words, _FEWEST):
        return False
    if is_content:  # of what the speaker goes on to say, the words themselves tell
        return False
    if is_cue and _BEHIND_CUE.match(words):
        return True
    return _BEHIND.match(words) is not None or _IN_PASSING.search(words) is not None


def _did_first(text: str, speaker: Span, cue: Span) -> bool:
    """ "Ruiz gave away her prize, saying: …", "Ruiz shut the plant and said: …"."""
    between = text[speaker.end : cue.start]
    links = cue.of(text).endswith("ing") or between.rstrip().endswith((" and", " but"))
    return links and _has_words(between, _FEWEST_DEEDS)


def _has_words(words: str, count: int) -> bool:
    return len(re.findall(r"\w[\w’'-]*", words)) >= count
