"""The spaCy pipeline: loaded once a process, and its pass over an article; a long one in pieces."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from summaries.borders import part_starts, sentence_starts
from summaries.errors import ModelMissingError
from summaries.lexicon.abbreviations import UNFINISHED
from summaries.lexicon.people import TITLES
from summaries.models import Article
from summaries.reader import DEFAULT_PIPELINE

# Where the space between is lost: "(CNN)Singer", "Ann Lee:“We left"; each mark a token of its own.
_GLUED: Final = (
    r"(?<=[A-Za-z])\)(?=[A-Z])",
    r"(?<=[^\W\d_])[:,.!?](?=[\"“”][^\W\d_])",
    r"(?<=[^\W\d_][:,.!?])[\"“”](?=[^\W\d_])",
)
# Titles whose full stop is theirs, as the pipeline knows of "Dr."; in "Selby Mills Pvt. Ltd." there is none.
_TITLES: Final = frozenset(word for word in UNFINISHED if word[:-1].casefold() in TITLES) - {"Pvt."}
_OF_AGE: Final = ("Sr.", "Snr.", "Jnr.")  # each one token, as "Jr." is
_LONGEST_SUFFIX = 40  # characters; what spaCy takes off the end of a word at once has a few
_AT_ONCE: Final = 40_000  # characters: a pass holds about 15 KB a token, and a page may have 200,000
_MOST_TOKENS: Final = 12_000  # prose has 8,000 in so many characters; brackets and marks have one each
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_|[^\S ]\s*| {2,}")  # about as spaCy cuts, and never fewer


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The pipeline, once a process. Raises ModelMissingError where it is not installed."""
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelMissingError(f"language model {name!r} cannot be loaded: {error}") from error
    if hasattr(nlp.tokenizer, "add_special_case"):
        for word in (*_TITLES, *_OF_AGE):
            nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
    if hasattr(nlp.tokenizer, "infix_finditer"):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED]).finditer
    if hasattr(nlp.tokenizer, "suffix_search"):
        nlp.tokenizer.suffix_search = _at_the_end(nlp.tokenizer.suffix_search)
    return nlp


def _at_the_end(search: Callable[[str], re.Match[str] | None]) -> Callable[[str], re.Match[str] | None]:
    """The search over no more of a long word than can hold a suffix.

    It is asked again for each sign that is taken off: over the whole of a word of ten thousand quotation
    marks that took ten seconds.
    """
    return lambda word: search(word[-_LONGEST_SUFFIX:])


def read(article: Article, nlp: Language) -> Doc:
    """Tokens, sentences, parse and names of the article's text."""
    parts = part_starts(article)
    pieces = [
        _read(article.text[start:end], [part - start for part in parts if start <= part < end], nlp)
        for start, end in pairwise(_cuts(article.text, parts))
    ]
    return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)


def parts_of_speech(doc: Doc) -> list[str]:
    """Of each token, as its `pos_`; all at once, for a Token takes five times as long for its own."""
    numbers = doc.to_array("POS").tolist()
    names = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [names[number] for number in numbers]


def _read(text: str, parts: list[int], nlp: Language) -> Doc:
    doc = nlp.make_doc(text)
    # All borders at once: the setter of a single token walks the whole document.
    return nlp(doc.from_array("SENT_START", sentence_starts(doc, parts)))


def _cuts(text: str, parts: list[int]) -> Iterator[int]:
    """Where a long text is cut into pieces: before a part of the page, else a word, else anywhere."""
    cut = 0
    while (furthest := _furthest(text, cut)) < len(text):
        yield cut
        part = parts[bisect_right(parts, furthest) - 1] if parts else 0
        cut = part if part > cut else (text.rfind(" ", cut, furthest) + 1 or furthest)
    yield from (cut, len(text))


def _furthest(text: str, cut: int) -> int:
    """Where the piece that opens at `cut` ends at the latest."""
    end = min(cut + _AT_ONCE, len(text))
    beyond = next(islice(_TOKEN.finditer(text, cut, end), _MOST_TOKENS, None), None)
    return beyond.start() if beyond is not None else end
