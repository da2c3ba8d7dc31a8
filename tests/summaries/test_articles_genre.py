"""What kind of text an article is: by its labels, by its form, by its voice; None where it cannot be told."""

from datetime import timedelta

import pytest

from summaries import articles
from summaries.articles.entries import entry_hours, newest_entry, runs_backwards
from summaries.articles.voice import Voice, voice_of
from summaries.models import Genre
from tests.summaries.builders import a_page

HEADLINE = "Ferry stays in harbour"
REPORT = (
    "The ferry to Ost stayed in harbour on Monday, its captain said.",
    "“We have fuel for a week,” Rosa Lind told passengers on the quay.",
    "The council will meet on Friday, according to its clerk, and the harbour master said he would come.",
)
COLUMN = (
    "I have taken the ferry to Ost for twenty years, and I have never seen the quay so empty.",
    "My neighbours shrug. I do not. A town that lets its boat go lets its school go next.",
    "I know what the clerk will answer: there is no money. There is always money for a new roundabout.",
    "Let us keep the boat. If my taxes have to rise for it, I shall pay them gladly.",
)
OF_US = (
    "We were promised a boat that runs in winter, and we were promised it twice.",
    "Our harbour is old. Our children leave on the last ferry and do not come back.",
    "What we need is not another study. We need a ship, and we need a crew that is paid.",
    "If we wait for the council we will wait until the quay falls into the sea.",
    "So let us meet on Friday, all of us, and ask for what is ours.",
)


def genre_of(*paragraphs: str) -> Genre | None:
    return articles.parse(a_page(*paragraphs), path="x.txt").genre


@pytest.mark.parametrize(
    ("front", "genre"),
    [
        pytest.param((f"Opinion | {HEADLINE}",), "opinion", id="opinion-and-bar"),
        pytest.param((f"{HEADLINE} | Editorial",), "opinion", id="bar-and-editorial"),
        pytest.param(("Opinion", HEADLINE), "opinion", id="kicker"),
        pytest.param(("Letters to the Editor", HEADLINE), "opinion", id="letters-kicker"),
        pytest.param((f"Letters: {HEADLINE}",), "opinion", id="letters-colon"),
        pytest.param((f"LIVE: {HEADLINE}",), "live", id="live-colon"),
        pytest.param((f"{HEADLINE} – as it happened",), "live", id="as-it-happened"),
        pytest.param((f"{HEADLINE}: live updates from the quay",), "live", id="live-updates-and-more"),
        pytest.param((f"Tuesday’s Morning Email: {HEADLINE}",), "newsletter", id="morning-email"),
        pytest.param(("FOR IMMEDIATE RELEASE", HEADLINE), "release", id="for-immediate-release"),
        pytest.param((f"Press release: {HEADLINE}",), "release", id="press-release"),
        pytest.param((f"Interview: {HEADLINE}",), "interview", id="interview"),
        pytest.param((f"Q&A: {HEADLINE}",), "interview", id="q-and-a"),
        pytest.param((f"Quiz: {HEADLINE}",), "other", id="quiz"),
        pytest.param((f"Analysis: {HEADLINE}",), None, id="analysis-is-between"),
        pytest.param((HEADLINE,), "news", id="none"),
        pytest.param(("Opinion of court on ferry is due",), "news", id="word-of-a-headline"),
        pytest.param(("Concert goes live on ferry",), "news", id="live-in-a-headline"),
        pytest.param((HEADLINE, "Comment"), "news", id="button"),
    ],
)
def test_label_tells_the_kind(front: tuple[str, ...], genre: Genre | None) -> None:
    assert genre_of(*front, *REPORT) == genre


def test_menu_of_sections_is_no_label() -> None:
    assert genre_of("World", "Politics", "Opinion", "Sport", "Culture", HEADLINE, *REPORT) == "news"


@pytest.mark.parametrize(
    ("paragraphs", "genre"),
    [
        pytest.param(
            ("DOVER, May 6 (BUSINESS WIRE) -- Lind Ferries said today that it will buy a ship.", *REPORT[1:]),
            "release",
            id="wire-of-releases",
        ),
        pytest.param(("View this email in your browser", *REPORT), "newsletter", id="view-in-browser"),
        pytest.param((*REPORT, "Unsubscribe | Manage preferences"), "newsletter", id="unsubscribe"),
        pytest.param((*REPORT, "He said: “We have [fuel].” [Translated]"), "news", id="one-bracket"),
        pytest.param(
            tuple(f"{one} [The {name} Post.]" for name in ("Ost", "Arn") for one in REPORT),
            "newsletter",
            id="sources-in-brackets",
        ),
        pytest.param(
            (
                "Rosa Lind winds the tower’s clock.",
                "Q: How often is it wound?",
                "A: Once a week. It takes an hour.",
                "Q: Who will do it next?",
                "A: Nobody has asked me that.",
            ),
            "interview",
            id="question-and-answer",
        ),
        pytest.param(
            (
                "Bo Hall met the captain on the quay.",
                *(
                    line
                    for question in ("fuel", "crew", "council")
                    for line in (f"Hall: And what about the {question}?", "Lind: There is enough of it.")
                ),
            ),
            "interview",
            id="two-names-in-turn",
        ),
        pytest.param(
            tuple(
                f"{name}: The boat {stays}."
                for stays in ("stays in", "is old", "will sail")
                for name in ("ANN LEE", "BO HALL", "CY ROE")
            ),
            None,
            id="three-voices-are-a-broadcast",
        ),
        pytest.param(
            tuple(
                line
                for topic in ("fuel", "crew", "quay", "fare")
                for line in (f"What about the {topic}?", f"I looked at the {topic} myself, and it is bad.")
            ),
            "interview",
            id="bare-questions",
        ),
        pytest.param(
            ("To the Editor:", *OF_US[:2], "Ana Ruiz, Dover"),
            "opinion",
            id="letter",
        ),
        pytest.param(
            (*REPORT, "The views expressed here are the author’s own."), "opinion", id="views-expressed"
        ),
        pytest.param(
            (
                "The quay is old and the boat is older.",
                "No ship has been ordered since the war.",
                "Ana Ruiz is a professor of history at the University of Ost.",
            ),
            "opinion",
            id="note-on-a-professor",
        ),
        pytest.param((*REPORT, "Ana Ruiz is a reporter at the Ost Post."), "news", id="note-on-a-reporter"),
    ],
)
def test_form_tells_the_kind(paragraphs: tuple[str, ...], genre: Genre | None) -> None:
    assert genre_of(HEADLINE, *paragraphs) == genre


@pytest.mark.parametrize(
    ("paragraphs", "genre"),
    [
        pytest.param(REPORT, "news", id="what-others-said"),
        pytest.param(COLUMN, "opinion", id="i"),
        pytest.param(OF_US, "opinion", id="we"),
        pytest.param(tuple(f"“{one}”, Lind said." for one in COLUMN), "news", id="i-in-quotation-marks"),
        pytest.param((*REPORT, "The captain told us so on the quay."), "news", id="a-reporter-was-there"),
        pytest.param(("The quay is old.", "No ship was ordered."), None, id="neither"),
        pytest.param(
            ("OST, May 6 — The ferry sank in the harbour.", "Nobody was on board."), "news", id="dateline"
        ),
        pytest.param(
            (*REPORT, "That leaves the rest of us on the quay.", "Twitter: @analind."),
            "opinion",
            id="ends-with-where-to-reach-its-author",
        ),
    ],
)
def test_voice_tells_the_kind(paragraphs: tuple[str, ...], genre: Genre | None) -> None:
    assert genre_of(HEADLINE, *paragraphs) == genre


def test_speech_in_full_is_nobody_s_column() -> None:
    assert genre_of("Full text: the captain on the quay", *COLUMN) is None


@pytest.mark.parametrize(
    ("words", "i", "we"),
    [
        pytest.param("I saw it and my son did too.", 1, 1, id="i"),
        pytest.param("When I saw it the boat was gone.", 1, 1, id="i behind the first word"),
        pytest.param("World War I ended in the harbour.", 0, 0, id="number-behind-a-name"),
        pytest.param("The US sent a ship to the harbour.", 0, 0, id="country"),
        pytest.param("She asked us to wait on the quay.", 0, 1, id="us"),
        pytest.param("“I saw it, and nobody else did", 0, 0, id="quotation-goes-on"),
        pytest.param("The captain’s ‘I told you so’ was heard.", 0, 0, id="single-marks"),
    ],
)
def test_first_person_counts_outside_quotation_marks(words: str, i: int, we: int) -> None:
    voice = voice_of([words])
    assert (voice.i, voice.we) == (i, we)


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(("“I saw it.", "“I saw it all,” she said."), id="quotation of two paragraphs"),
        pytest.param(('"I saw it.', "I did not run.", 'I stood there," she said.'), id="of three"),
        pytest.param(('She said: "No. He said: "Yes. I saw it." I did."',), id="mark that is not closed"),
    ],
)
def test_marks_without_partners_leave_nothing_to_the_author(paragraphs: tuple[str, ...]) -> None:
    assert voice_of(paragraphs).i == 0


def test_text_without_words_has_no_voice() -> None:
    assert voice_of([]) == Voice(sentences=0, i=0, we=0, said=0, length=0)
    assert not voice_of([]).argues
    assert not voice_of([]).tells


@pytest.mark.parametrize(
    ("hours", "genre"),
    [
        pytest.param(("14:40", "14.05", "13:30", "12:10"), "live", id="newest-first"),
        pytest.param(("2:40 pm", "1:05 pm", "11:30 am", "9:10 am"), "live", id="halves-of-the-day"),
        pytest.param(("00:20", "23:50", "22:10", "21:00"), "live", id="past-midnight"),
        pytest.param(("9:10", "10:05", "11:30", "12:40"), "news", id="a-day-told-forwards"),
        pytest.param(("14:40", "14:05", "13:30"), "news", id="too-few"),
    ],
)
def test_entries_with_their_hour_newest_first_are_live(hours: tuple[str, ...], genre: Genre) -> None:
    entries = [f"{hour} The ferry is still in harbour, the captain said." for hour in hours]
    assert genre_of(HEADLINE, *REPORT, *entries) == genre


def test_hours_are_read_where_a_paragraph_opens() -> None:
    entries = ["(9.30am) It rains.", "At 10:00 it stopped.", "25:10 is no hour", "12:15 AM Dark."]
    assert entry_hours(entries) == ((0, timedelta(hours=9, minutes=30)), (3, timedelta(minutes=15)))


@pytest.mark.parametrize(
    ("hours", "backwards"),
    [
        pytest.param((3, 2, 1), True, id="back"),
        pytest.param((1, 2, 3), False, id="forth"),
        pytest.param((1, 3, 2, 4, 1), None, id="both"),
        pytest.param((2, 1), None, id="two"),
        pytest.param((), None, id="none"),
    ],
)
def test_order_of_entries(hours: tuple[int, ...], backwards: bool | None) -> None:
    assert runs_backwards([timedelta(hours=hour) for hour in hours]) is backwards


@pytest.mark.parametrize(
    ("hours", "entry"),
    [
        pytest.param((None, 12, 11, 10), range(1, 4), id="newest first, below an introduction"),
        pytest.param((None, 10, 11, 12, None), range(3, 5), id="newest last"),
        pytest.param((12, 10, 11, 9, 13), None, id="both ways"),
        pytest.param((None, None), None, id="no hours"),
    ],
)
def test_newest_entry_is_found_by_the_hours(hours: tuple[int | None, ...], entry: range | None) -> None:
    assert newest_entry([f"{hour}:05 Rain." if hour else "Rain." for hour in hours]) == entry
