"""Who said what in quotation marks: sentences → quotes, a row for every rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.summaries.builders import an_article
from tests.summaries.quoting import Row, read, rows

SAFE = "“The bridge is safe,”"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            f"{SAFE} Maria Lopez said.", ("said", "Maria Lopez", "Maria Lopez"), id="speaker and cue behind"
        ),
        pytest.param(
            f"{SAFE} said Maria Lopez, a city engineer.",
            ("said", "Maria Lopez", "Maria Lopez"),
            id="inverted",
        ),
        pytest.param(f"{SAFE} she said on Monday.", ("said", "she", None), id="pronoun"),
        pytest.param(
            f"{SAFE} Maria Lopez, who has worked for the city since 2003, said on Monday.",
            ("said", "Maria Lopez", "Maria Lopez"),
            id="relative clause between",
        ),
        pytest.param(
            f"{SAFE} according to a police report.", ("according", "a police report", None), id="according"
        ),
        pytest.param(f"{SAFE} he laughed.", ("laughed", "he", None), id="any verb behind a comma"),
        pytest.param(
            f"{SAFE} said coach Jim Hall and captain Ann Lee.",
            ("said", "coach Jim Hall and captain Ann Lee", None),
            id="two speakers",
        ),
        pytest.param(
            f"{SAFE} U.S. Rep. Ann Lee (D-N.H.) said.", ("said", "U.S. Rep. Ann Lee", "Ann Lee"), id="bracket"
        ),
        pytest.param(
            f"{SAFE} Ann Lee — the mayor of Dover — told us.", ("told", "Ann Lee", "Ann Lee"), id="dashes"
        ),
        pytest.param(f"{SAFE} he was quoted as saying.", ("quoted", "he", None), id="was quoted as saying"),
    ],
)
def test_words_behind_a_quotation_name_its_speaker(
    sentence: str, expected: tuple[str, str, str | None]
) -> None:
    assert rows(sentence) == [("direct", [SAFE], *expected)]


WILL = "“We will rebuild.”"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(f"Maria Lopez said, {WILL}", ("said", "Maria Lopez", "Maria Lopez"), id="comma"),
        pytest.param(
            f"The mayor told reporters on Monday: {WILL}", ("told", "The mayor", None), id="told somebody"
        ),
        pytest.param(
            f"In a statement, the ministry said: {WILL}",
            ("said", "the ministry", "ministry"),
            id="in a statement",
        ),
        pytest.param(f"Ana Ruiz tweeted: {WILL}", ("tweeted", "Ana Ruiz", "Ana Ruiz"), id="tweeted"),
        pytest.param(
            f"The union issued a statement saying: {WILL}", ("saying", "The union", None), id="issued"
        ),
        pytest.param(f"Ana Ruiz: {WILL}", (":", "Ana Ruiz", "Ana Ruiz"), id="name and colon"),
        pytest.param(
            f"In the minister’s words, {WILL}", ("words", "the minister", None), id="in somebody's words"
        ),
        pytest.param(
            f"In the words of Ana Ruiz, {WILL}", ("words", "Ana Ruiz", "Ana Ruiz"), id="in the words of"
        ),
        pytest.param(
            f"As the minister put it, {WILL}", ("put", "the minister", None), id="as somebody put it"
        ),
    ],
)
def test_words_before_a_quotation_name_its_speaker(
    sentence: str, expected: tuple[str, str, str | None]
) -> None:
    assert rows(sentence) == [("direct", [WILL], *expected)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            f"{SAFE} she said. “We tested it twice.”",
            [("direct", [SAFE, "“We tested it twice.”"], "said", "she", None)],
            id="goes on behind its cue",
        ),
        pytest.param(
            "“The bridge,” she said, “is safe.”",
            [("direct", ["“The bridge,”", "“is safe.”"], "said", "she", None)],
            id="split inside a sentence",
        ),
        pytest.param(
            "“Honestly,” Ruiz continued, “we may close it.”",
            [("direct", ["“Honestly,”", "“we may close it.”"], "continued", "Ruiz", "Ruiz")],
            id="split by a cue that leads to nothing alone",
        ),
        pytest.param(
            f"{SAFE} the coach said, adding: {WILL}",
            [("direct", [SAFE], "said", "the coach", None), ("direct", [WILL], "adding", "the coach", None)],
            id="a second cue, same speaker",
        ),
        pytest.param(
            f"{SAFE} the coach said. {WILL} He said nobody was hurt.",
            [
                ("direct", [SAFE, WILL], "said", "the coach", None),
                ("indirect", ["nobody was hurt"], "said", "He", None),
            ],
            id="what follows is not its cue",
        ),
        pytest.param(
            f"The mayor said the bridge was old. {WILL}",
            [("mixed", ["the bridge was old", WILL], "said", "The mayor", None)],
            id="carries on what was reported",
        ),
        pytest.param(
            "“I told him, ‘Never come back,’” Ruiz said.",
            [("direct", ["“I told him, ‘Never come back,’”"], "said", "Ruiz", "Ruiz")],
            id="nested marks are part of it",
        ),
        pytest.param(
            "Calling the offer an “insult,” she added: “We will not sign.”",
            [
                ("mixed", ["the offer an “insult,”"], "Calling", "she", None),
                ("direct", ["“We will not sign.”"], "added", "she", None),
            ],
            id="two cues, two quotes",
        ),
    ],
)
def test_pieces_of_one_speech_are_put_together(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "The ministry said in a statement that the talks had been “difficult.”",
            ("mixed", ["that the talks had been “difficult.”"], "said", "The ministry", "ministry"),
            id="inside a reported clause",
        ),
        pytest.param(
            "The talks were “difficult,” the ministry said.",
            ("mixed", ["The talks were “difficult,”"], "said", "the ministry", "ministry"),
            id="the cue behind",
        ),
        pytest.param(
            "The workers described the boss as a “bully.”",
            ("mixed", ["the boss as a “bully.”"], "described", "The workers", "workers"),
            id="a name given",
        ),
        pytest.param(
            "The senator used the word “traitor” twice.",
            ("mixed", ["the word “traitor”"], "used", "The senator", None),
            id="words about words",
        ),
        pytest.param(
            "He said that he had seen “The Long River” twice.",
            ("mixed", ["that he had seen “The Long River” twice"], "said", "He", None),
            id="a title in what was said",
        ),
        pytest.param(
            "The mayor, speaking in a hall on Monday, said the bridge was “a danger” and must close.",
            ("mixed", ["the bridge was “a danger” and must close"], "said", "The mayor", None),
            id="an aside before the cue",
        ),
        pytest.param(
            "Ana Berg, the former mayor, called the new bridge plan “a gift to all who hate this town.”",
            (
                "mixed",
                ["the new bridge plan “a gift to all who hate this town.”"],
                "called",
                "Ana Berg",
                "Ana Berg",
            ),
            id="an office before the cue",
        ),
    ],
)
def test_words_in_marks_inside_a_clause_are_mixed(sentence: str, expected: Row) -> None:
    assert rows(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The mayor did not say when the bridge would open.", id="not said"),
        pytest.param("The so-called “peace train” left at noon.", id="scare quotes"),
        pytest.param("A film called “The Long River” opens on Friday.", id="title behind called"),
        pytest.param("She appeared on “Good Morning Valley” last week.", id="title of a programme"),
        pytest.param("Ray plays a loner who finds fame in “Harbour” this year.", id="title of one word"),
        pytest.param("It's the mayors' choice.", id="apostrophes"),
        pytest.param("He wanted the bridge to close.", id="a wish"),
        pytest.param(
            "Tom Hall, described as “a thief of our children’s hopes” by the mayor, left in May.",
            id="who is described by others",
        ),
        pytest.param("Ana Berg, called “the queen of the night” by friends, left.", id="who is called so"),
    ],
)
def test_nobody_is_quoted(sentence: str) -> None:
    assert rows(sentence) == []


def test_title_of_a_programme_is_no_part_of_what_was_told_to_it() -> None:
    expected = [("indirect", ["that he would resign"], "told", "He", None)]
    assert rows("He told “Good Morning Valley” that he would resign.") == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ["“It began at dawn. We ran.", "“We did not look back,” said Ana Ruiz, a baker."],
            [
                (
                    "direct",
                    ["“It began at dawn. We ran.", "“We did not look back,”"],
                    "said",
                    "Ana Ruiz",
                    "Ana Ruiz",
                )
            ],
            id="opened twice, closed once, cue at the end",
        ),
        pytest.param(
            ["“It began at dawn,” said Ana Ruiz. “We ran.", "“We did not look back.”"],
            [
                (
                    "direct",
                    ["“It began at dawn,”", "“We ran.", "“We did not look back.”"],
                    "said",
                    "Ana Ruiz",
                    "Ana Ruiz",
                )
            ],
            id="opened twice, closed once, cue at the start",
        ),
        pytest.param(
            ["Ana Ruiz wrote:", "“It began at dawn.”"],
            [("direct", ["“It began at dawn.”"], "wrote", "Ana Ruiz", "Ana Ruiz")],
            id="led to by a colon",
        ),
        pytest.param(
            ["“It began at dawn. Ana Ruiz ran.", "“We ran,” said Jim Hall."],
            [("direct", ["“It began at dawn. Ana Ruiz ran.", "“We ran,”"], "said", "Jim Hall", "Jim Hall")],
            id="an open quotation is the next paragraph's speaker's",
        ),
        pytest.param(
            ["“It began at dawn.", "The town slept.", SAFE + " she said."],
            [("direct", ["“It began at dawn."], None, None, None), ("direct", [SAFE], "said", "she", None)],
            id="the damage of an open mark ends with its paragraph",
        ),
    ],
)
def test_quotations_over_paragraphs(paragraphs: list[str], expected: list[Row]) -> None:
    assert rows(*paragraphs) == expected


def test_quotation_with_no_cue_is_from_the_context() -> None:
    found = rows("Maria Lopez said the town was safe.", "“Nobody was told. We were alone.”")
    assert [(speaker, actor) for _, _, _, speaker, actor in found] == [
        ("Maria Lopez", "Maria Lopez"),
        (None, "Maria Lopez"),
    ]


def test_quotation_that_follows_nobody_has_no_actor() -> None:
    expected = [("direct", ["“Nobody was told. We were alone.”"], None, None, None)]
    assert rows("Maria Lopez slept.", "“Nobody was told. We were alone.”") == expected


def test_headline_is_not_quoted() -> None:
    quotes, _ = read(an_article("The bridge is old.", headline="Mayor says bridge “will fall”"))
    assert quotes == ()


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from([*"“”\"'‘’ .,:—\xa0", " he said", " said Ana", "It is so", " that "]),
        min_size=1,
        max_size=30,
    )
)
def test_odd_marks_never_break_the_contract(pieces: list[str]) -> None:
    text = "The town slept. " + "".join(pieces) + " end."
    article = an_article(text, "Nobody woke.")
    quotes, _ = read(article)
    for quote in quotes:
        spans = [*quote.content, *quote.verbatim, *filter(None, (quote.cue, quote.speaker))]
        assert quote.content
        assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
        assert all(span.of(article.text).strip() == span.of(article.text) for span in quote.content)
        assert all(any(span.holds(words) for span in quote.content) for words in quote.verbatim)
        assert (quote.kind == "indirect") == (not quote.verbatim)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param(
            "Ruiz said in a statement, first reported by the Herald: “We joined because it was right.”",
            "Ruiz",
            id="who reported it first",
        ),
        pytest.param(
            "Next to a post that lends verse to Mayor Haddon, Ruiz states, “He never wrote a line of that.”",
            "Ruiz",
            id="the cue beside the marks",
        ),
        pytest.param(
            "Critics mocked the mayor for promising a “tower of glass.”",
            "the mayor",
            id="blamed for promising",
        ),
    ],
)
def test_the_main_cue_gives_the_words(sentence: str, speaker: str) -> None:
    assert [row[3] for row in rows(sentence)] == [speaker]


def test_two_quotations_joined_by_and_are_one_speakers() -> None:
    found = rows(
        "Ruiz drew a laugh, telling the crowd, “I am late like you,” and, “Who here has not been late?”"
    )
    assert [(row[1], row[3]) for row in found] == [
        (["“I am late like you,”", "“Who here has not been late?”"], "Ruiz")
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        pytest.param(
            "Clode, writes Tom Hale in a book, “invented the mill and sold it”.", "Tom Hale", id="writes"
        ),
        pytest.param("The mill, argues her niece, “ran on her temper”.", "her niece", id="argues"),
        pytest.param("Clode, recalls Tom Hale, an old friend, “sold the mill”.", "Tom Hale", id="an aside"),
        pytest.param("Clode, a baker, told Tom Hale “to sell the mill”.", "Clode", id="not turned"),
    ],
)
def test_cue_behind_one_comma_has_its_speaker_behind_it(sentence: str, speaker: str) -> None:
    assert [row[3] for row in rows(sentence)] == [speaker]


LIED, PAID = "“They lied,”", "“and we paid,”"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        pytest.param(f"{PAID} added Hugo Ray.", [([PAID], "Hugo Ray")], id="and, in small letters"),
        pytest.param("and, “We paid,” said Hugo Ray.", [(["“We paid,”"], "Hugo Ray")], id="and, comma"),
        pytest.param("and “We paid,” said Hugo Ray.", [(["“We paid,”"], "Hugo Ray")], id="and"),
        pytest.param("but “we paid,” Hugo Ray said.", [(["“we paid,”"], "Hugo Ray")], id="but"),
        pytest.param(
            "but they were “all paid,” said Hugo Ray.",
            [(["they were “all paid,”"], "Hugo Ray")],
            id="a clause with words in marks",
        ),
    ],
)
def test_second_passage_with_a_speaker_of_its_own_is_theirs(
    behind: str, expected: list[tuple[list[str], str]]
) -> None:
    found = [(pieces, actor) for _, pieces, _, _, actor in rows(f"{LIED} Ann Lee told the clerk, {behind}")]
    assert found == [([LIED], "Ann Lee"), *expected]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("she added.", id="a pronoun"),
        pytest.param("Lee added.", id="the same speaker"),
        pytest.param("the Herald reported.", id="a paper that cites"),
        pytest.param("while Hugo Ray said that they had not.", id="while another said"),
        pytest.param("and Hugo Ray said that they had not.", id="and another said"),
        pytest.param("before Hugo Ray left.", id="another who left"),
    ],
)
def test_second_passage_goes_on_beside_others(behind: str) -> None:
    assert ("direct", [LIED, PAID], "told", "Ann Lee", "Ann Lee") in rows(
        f"{LIED} Ann Lee told the clerk, {PAID} {behind}"
    )
