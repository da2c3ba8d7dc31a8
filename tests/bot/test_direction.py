"""In Arabic and Persian, names and headlines stay whole, and lines run in their direction."""

import pytest

from bot.render.blocks import Block, bold, italic, paragraph, plain, quotation, to_html
from bot.render.direction import MARK, from_the_right
from bot.render.language import END_ISOLATE, ISOLATE, Language
from bot.render.languages import language
from bot.render.texts import Run, Said, _, in_line, listed

MARKS = {ISOLATE: "[", END_ISOLATE: "]", MARK: "<"}
HELD = _("Settings")


def seen(block: Block, spoken: Language | None = None) -> str:
    """The HTML with the signs that nobody sees written out."""
    html = to_html([block.said_in(spoken or language("ar"))])
    return "".join(MARKS.get(sign, sign) for sign in html)


def said(text: Said) -> str:
    return language("ar").say(text)


def test_a_name_in_a_sentence_stands_apart() -> None:
    told = said(_("Remove {name}", name="Ada Berg (Ltd.)"))
    assert f"{ISOLATE}Ada Berg (Ltd.){END_ISOLATE}" in told


@pytest.mark.parametrize("figure", [12, "07:30", "1,234"])
def test_figures_keep_their_order_by_themselves(figure: object) -> None:
    assert ISOLATE not in said(_("Remove {name}", name=figure))


def test_a_list_of_names_runs_from_the_right_with_each_name_whole() -> None:
    assert said(listed(["Ada", "Bo"])) == f"{ISOLATE}Ada{END_ISOLATE} و{ISOLATE}Bo{END_ISOLATE}"


def test_what_stands_apart_already_is_left_as_it_is() -> None:
    words = f"في {ISOLATE}The News, 12 May{END_ISOLATE} 24 ساعة"
    assert from_the_right([Run(words)]) == (Run(words),)


def test_what_parts_a_line_has_the_comma_of_the_language() -> None:
    line = paragraph(in_line("; ", (HELD, in_line(", ", ("Ada", HELD)))))
    assert seen(line) == f"{said(HELD)}؛ [Ada]، {said(HELD)}"
    assert seen(line, language("de")) == "Einstellungen; Ada, Einstellungen"


def test_a_line_of_ours_begins_from_the_right_though_a_name_stands_first() -> None:
    line = paragraph(italic(in_line(" · ", ("The News", HELD))))
    assert seen(line) == f"<<i>[The News] · {said(HELD)}</i>"


def test_a_line_that_begins_with_our_words_needs_no_mark() -> None:
    assert seen(paragraph(HELD, " · ", "Ada")) == f"{said(HELD)} · [Ada]"


@pytest.mark.parametrize(
    "typed",
    [
        "/help",
        "/push 12 at 18:30",
        "/settings quiet 22:00 to 07:00",
        "/search cease-fire",
        "7, 07:30, 6 pm",
        "OPML",
        "short, long, 5 stories, 2 sentences",
    ],
)
def test_what_is_latin_stands_apart_in_our_words(typed: str) -> None:
    (run,) = from_the_right([Run(f"اكتبوا {typed}.")])
    assert run.words == f"اكتبوا {ISOLATE}{typed}{END_ISOLATE}."


def test_neighbours_that_are_read_in_one_go_stand_apart_together() -> None:
    line = paragraph("— ", bold("Ada Berg"), plain(", the minister "), italic(HELD))
    assert seen(line) == f"<— <b>[Ada Berg</b>, the minister] <i>{said(HELD)}</i>"


def test_a_quotation_runs_in_its_own_direction_and_its_speaker_s_line_in_ours() -> None:
    quote = quotation("“We waited.”", plain("\n— "), bold("Ada"), italic(in_line("", (" (", HELD, ")"))))
    first, second = seen(quote).split("\n")
    assert first == "<blockquote>“We waited.”"
    assert second.startswith("<— <b>[Ada]</b>")


def test_what_articles_say_is_left_as_it_is() -> None:
    words = paragraph("Ada said ", bold("no"), ".")
    assert words.said_in(language("ar")) is words


def test_lines_from_the_left_have_no_such_signs() -> None:
    line = paragraph("— ", bold("Ada"), italic(in_line(" · ", ("The News", HELD))))
    assert not set(seen(line, language("de"))) & set(MARKS)


def test_the_signs_are_counted_as_telegram_counts() -> None:
    line = paragraph(_("Remove {name}", name="Ada")).said_in(language("fa"))
    assert line.units == 2 + sum(len(run.words) for run in line.runs)
