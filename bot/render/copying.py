"""Buttons that copy a quotation, with who said it where Telegram copies that much."""

from collections.abc import Iterable

from bot.domain.passages import is_spoken, passage
from bot.domain.words import typed, words_of_spans
from bot.render.buttons import copy_button, copyable, in_rows
from bot.render.texts import _
from bot.render.unsaid import UnsaidButton, UnsaidButtons
from summaries.models import Analysis, Quote, Span

IN_A_ROW = 5
_COPY = "❐"  # where several stand in a row: the word is too long for one in some languages
_SAID_BY = "\n— "  # between the words of a quotation that a message shows and its speaker


def words_copied(analysis: Analysis, quote: Quote) -> str:
    """What is copied of a quotation: its words and its speaker; the words alone where both are too long."""
    return words_copied_of(analysis, quote, passage(analysis, quote))


def words_copied_of(analysis: Analysis, quote: Quote, told: tuple[Span, ...]) -> str:
    """The same of a quotation that is shown with these words."""
    said = words_of_spans(analysis.article, told)
    who = analysis.actors[quote.actor].name if quote.actor is not None and is_spoken(analysis, quote) else ""
    return _with_speaker(said, who)


def words_shown(quotation: str) -> str:
    """The same of a quotation as a message shows it, with its speaker below."""
    said, _by, below = quotation.partition(_SAID_BY)
    who, *_rest = below.splitlines() or ("",)
    return _with_speaker(*(typed(each, len(each)) for each in (said, who)))


def copy_one(words: str) -> UnsaidButton | None:
    """The button that copies the one quotation of a message; None where it is too long."""
    # Translators: a button that puts a quotation into who presses it has ready to paste.
    return copy_button(_("Copy the quotation"), words)


def copy_each(numbered: Iterable[tuple[int | None, str]]) -> UnsaidButtons:
    """Buttons that copy quotations by their numbers, or the one without; none of what is too long."""
    made = (
        copy_one(words) if number is None else copy_button(f"{_COPY} {number}", words)
        for number, words in numbered
    )
    return in_rows([each for each in made if each is not None], across=IN_A_ROW)


def _with_speaker(said: str, who: str) -> str:
    whole = f"{said} — {who}" if who else said
    return whole if copyable(whole) else said
