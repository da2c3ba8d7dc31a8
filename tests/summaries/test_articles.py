"""The article in seeds/ is read as a careful reader reads it, and what makes two files one article."""

from datetime import date
from pathlib import Path

import pytest

from summaries import articles
from summaries.articles import content_id, story_start
from summaries.models import Article, Span
from tests.summaries.builders import a_page

SEED = Path(__file__).parents[2] / "seeds" / "000_490beb8ad4f510ee.txt"


@pytest.fixture(scope="module")
def seed() -> Article:
    return articles.load(SEED)


def words(article: Article, *spans: Span | None) -> list[str | None]:
    return [span.of(article.text) if span else None for span in spans]


def test_parts_of_the_seed_are_spans_of_its_text(seed: Article) -> None:
    assert words(seed, seed.headline, seed.deck, seed.byline, seed.dateline, *seed.captions) == [
        "Aleppo Cease-fire Unravels, Raising Specter of Bloody End",
        "Opponents of President Bashar Assad accused the government and its allies of scuttling the"
        " deal by adding new conditions",
        None,
        "BEIRUT",
        "A woman holds a poster during a gathering in a show of support for Aleppo citizens, in Paris,"
        " Wednesday, Dec. 14, 2016,photo: AP/Christophe Ena",
    ]
    assert seed.outlet == "The News"
    assert seed.language == "en"


def test_the_day_the_seed_was_printed_is_not_the_day_of_its_news(seed: Article) -> None:
    assert (seed.page_date, seed.event_date, seed.event_date_from) == (
        date(2024, 4, 24),
        date(2016, 12, 14),
        "caption",
    )


def test_the_seed_without_its_captions_tells_no_event_date() -> None:
    """Its story says "Wednesday", and the day of the print was one too."""
    lines = [line for line in SEED.read_text().split("\n") if "photo:" not in line]
    article = articles.parse("\n".join(lines), path="x.txt")
    assert (article.page_date, article.event_date, article.event_date_from) == (date(2024, 4, 24), None, None)


def test_body_of_the_seed_is_a_span_a_paragraph(seed: Article) -> None:
    assert len(seed.body) == 26
    assert seed.body[0].of(seed.text).startswith("BEIRUT — A cease-fire to evacuate rebel fighters")
    assert seed.body[-1].of(seed.text).endswith("because the area is overwhelmed with people.”")


def test_text_is_the_file_s_own_with_line_ends_and_mark_dropped(tmp_path: Path) -> None:
    text = a_page("Bridge falls", "The old bridge fell into the river.\tNobody  was hurt.")
    (tmp_path / "x.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert articles.load(tmp_path / "x.txt").text == text


def test_name_stands_for_the_path(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(a_page("Bridge falls", "The old bridge fell into the river."))
    assert articles.load(tmp_path / "x.txt", name="seeds/x.txt").path == "seeds/x.txt"


@pytest.mark.parametrize(
    ("paragraph", "first_word"),
    [
        ("BEIRUT — It fell.", "It"),
        ("BEIRUT, Dec. 14 (AP) — It fell.", "It"),
        ("Mogadishu, Somalia (CNN)It fell.", "It"),
        ("(CNN)It fell.", "It"),
        ("LONDON 1996-08-30\nIt fell.", "It"),
        ("FARMINGTON HILLS, Mich.\n1996-08-30\nIt fell.", "It"),
        ("“It fell,” she said.", "“It"),
        ("It fell.", "It"),
    ],
)
def test_story_starts_behind_dateline_and_agency(paragraph: str, first_word: str) -> None:
    article = articles.parse(a_page("Bridge falls", paragraph, "Nobody was hurt."), path="x.txt")
    assert article.text[story_start(article) :].split()[0].rstrip(".") == first_word


@pytest.mark.parametrize(
    ("body", "other"),
    [
        ("It’s “late” — he said…", 'It\'s "late" - he said...'),
        ("It fell  down.\n\nNobody\twas hurt.", "It fell down. Nobody was hurt."),
        ("It\u200b fell\u00ad down\ufeff.", "It fell down."),
        ("The ﬁrst ﬂoor", "The first floor"),
        ("It fell\u00a0down", "It fell down"),
        ("«Late», he said", '"Late", he said'),
        ("It fell--loudly", "It fell — loudly"),
    ],
)
def test_white_space_and_shapes_of_marks_make_no_other_article(body: str, other: str) -> None:
    assert content_id(body, [Span(0, len(body))]) == content_id(other, [Span(0, len(other))])


def test_headline_and_page_date_make_no_other_article() -> None:
    first, second = (
        articles.parse(
            a_page(headline, stamp, "The old bridge fell.", "Nobody was hurt."), path=f"{headline}.txt"
        )
        for headline, stamp in (("Bridge falls", "May 3, 2015"), ("Old bridge gone", "Updated: May 4, 2015"))
    )
    assert first.id == second.id


def test_a_changed_word_makes_another_article() -> None:
    first, second = (
        articles.parse(a_page("Bridge falls", body), path="x.txt") for body in ("It fell.", "It stands.")
    )
    assert first.id != second.id


def test_language_is_told_of_headline_and_body() -> None:
    german = "Die alte Brücke ist am Montag in den Fluss gestürzt. Verletzt wurde niemand, hieß es."
    assert articles.parse(a_page("Brücke eingestürzt", german), path="x.txt").language == "de"
    assert articles.parse(a_page("Bridge", "It fell."), path="x.txt").language is None
