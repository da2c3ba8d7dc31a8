"""A text that was decoded wrongly is mended and said to be; any other stays as it is, to the last mark."""

import pytest

from summaries import articles
from summaries.articles.mending import mend, unescape
from summaries.errors import UnreadableFileError
from tests.summaries.builders import a_page

WHOLE = a_page(
    "Café owner pays £900",
    "The owner of a café on the Arn paid £900 on Monday, said Zoë Brøndt.",
    "“It’s a fine – and a fine fine,” she said. “I’ve paid.”",
)


def damaged(text: str, table: str = "cp1252") -> str:
    """As a program shows it that takes UTF-8 for `table`; a byte that the table lacks stays a control."""
    return "".join(bytes([byte]).decode(table, "ignore") or chr(byte) for byte in text.encode())


def test_text_decoded_wrongly_is_mended_and_said_to_be() -> None:
    article = articles.parse(damaged(WHOLE), path="x.txt")
    assert (article.text, article.mended) == (WHOLE, True)
    assert article.id == articles.parse(WHOLE, path="y.txt").id


@pytest.mark.parametrize("table", ["cp1252", "latin-1"])
def test_text_is_mended_whatever_table_it_was_read_with(table: str) -> None:
    assert mend(damaged(WHOLE, table)) == WHOLE


def test_closing_mark_whose_last_byte_was_dropped_is_a_closing_mark() -> None:
    assert mend(damaged(WHOLE).replace("\x9d", "")) == WHOLE


def test_web_page_is_mended_where_its_source_was_and_where_its_entities_are() -> None:
    story = "".join(f"<p>{line}</p>" for line in WHOLE.split("\n") if line)
    entities = damaged(story).encode("ascii", "xmlcharrefreplace").decode()
    for source in (damaged(story), entities):
        article = articles.parse(
            f"<html><body><article>{source}</article></body></html>", path="x.html", form="html"
        )
        assert ("“It’s a fine – and a fine fine,” she said." in article.text, article.mended) == (True, True)


UNDAMAGED = {
    "marks": "“It’s ‘fine’ – or — not…” 'he' \"said\"",
    "ligatures and fractions": "The ﬁrst ½ of the ﬂood, № 3",
    "letters taken apart": "Cafe\u0301 Zoe\u0308",
    "entity in a word": "AT&amp;T and caf&eacute;",
    "capitals with accents": "GARÇON À LA MODE, SÃO PAULO, ÉCOLE",
    "names": "Łukasz Šarić, Doğan Çelik, Þóra Æsa, Nguyễn Ánh",
    "another script": "Юлия сказала: «Нет».",
}


@pytest.mark.parametrize("text", UNDAMAGED.values(), ids=UNDAMAGED.keys())
def test_undamaged_text_stays_as_it_is(text: str) -> None:
    page = a_page("Old Bridge Falls", text + " The bridge fell on Monday, they told everybody on the bank.")
    article = articles.parse(page, path="x.txt")
    assert (article.text, article.mended) == (page, False)


def test_entities_are_letters_where_the_marks_are_entities() -> None:
    text = "The caf&eacute; is &ldquo;fine&rdquo; &amp; &#8216;dear&#8217;."
    assert unescape(text) == "The café is “fine” & ‘dear’."
    assert articles.parse(a_page("Old Bridge Falls", text), path="x.txt").mended


def test_entities_that_were_escaped_again_are_letters_too() -> None:
    text = "The caf&amp;eacute; is &amp;ldquo;fine&amp;rdquo; &amp;amp; &amp;#8216;dear&amp;#8217;."
    assert unescape(text) == "The café is “fine” & ‘dear’."
    assert unescape("&ldquo;AT&amp;T&rdquo; and &ldquo;M&amp;S&rdquo;") == "“AT&T” and “M&S”"


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("?It?s a fine,? she said. ?I?ve paid, and they don?t say why.?", True),
        ("It?s a fine, she said. See a.example/x?s=1&t?d=2 and y?m=3 and z?d.", False),
        ("Is it fine?she asked. Why?nobody said. What?then he left.", False),
    ],
    ids=["marks lost", "one, and addresses", "spaces lost"],
)
def test_text_whose_marks_are_lost_is_refused(words: str, *, refused: bool) -> None:
    page = a_page("Café owner pays £900", words)
    if not refused:
        assert articles.parse(page, path="x.txt").body
        return
    with pytest.raises(UnreadableFileError, match="decoded wrongly before: 3 characters lost"):
        articles.parse(page, path="x.txt")


def test_line_between_damaged_ones_stays_as_it_is() -> None:
    assert mend(damaged("Zoë\n") + "naïve ﬁne\n" + damaged("£5")) == "Zoë\nnaïve ﬁne\n£5"


def test_text_whose_letters_are_lost_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="decoded wrongly before: 4 characters lost"):
        articles.parse(
            a_page("Caf\ufffd owner", "The caf\ufffd is \ufffdfine\ufffd, she said."), path="x.txt"
        )


def test_stray_lost_letter_is_no_reason_to_refuse() -> None:
    assert articles.parse(WHOLE + "The caf\ufffd closed.\n", path="x.txt").body
