"""Quotations without a cue: somebody's only where nobody else can have spoken."""

from dataclasses import replace

import pytest

from tests.summaries.builders import an_article
from tests.summaries.speaking import Said, said, said_in

ALONE = "“The water came through the kitchen and took the stairs.”"


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ana Ruiz, a baker in Dover, said the town had no warning.", id="reported"),
        pytest.param("“We had no warning,” said Ana Ruiz, a baker.", id="quoted"),
        pytest.param(
            "Ana Ruiz was asleep. “We had no warning,” Ruiz said on Monday.", id="behind a sentence"
        ),
        pytest.param("“We ran,” Ana Ruiz said. “We had no warning.”", id="carried on behind the cue"),
        pytest.param(
            "“We had no warning,” Ana Ruiz said, before taking aim at Jim Hall.", id="what she did besides"
        ),
    ],
)
def test_quotation_alone_behind_one_speaker_is_hers_from_the_context(before: str) -> None:
    assert said(before, ALONE)[-1] == Said(ALONE, None, "Ana Ruiz")


@pytest.mark.parametrize(
    "aside", ["before turning to Jim Hall", "after asking Jim Hall", "as Jim Hall looked on"]
)
def test_quotation_alone_behind_one_who_gave_the_floor_is_nobody_s(aside: str) -> None:
    assert said(f"“We had no warning,” Ana Ruiz said, {aside}.", ALONE)[-1].actor is None


@pytest.mark.parametrize(
    "verb", ["marveled", "texted back", "stammered", "reflected", "demurred", "hollered"]
)
def test_whoever_does_so_beside_words_in_marks_says_them(verb: str) -> None:
    words = f"“We had no warning at all,” Ruiz {verb}."
    assert said("Ana Ruiz lives in Dover.", words)[-1].actor == "Ana Ruiz"


@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["behind it", "below it"])
def test_words_behind_according_to_somebody_and_a_colon_are_theirs(joint: str) -> None:
    found = said("Ana Ruiz lives in Dover.", *f"According to Ana Ruiz:{joint}{ALONE}".split("\n\n"))
    assert found[-1] == Said(ALONE, "Ana Ruiz", "Ana Ruiz")
    assert (
        said("Ana Ruiz met Jim Hall.", f"According to Ana Ruiz, Hall said: {ALONE}")[-1].actor == "Jim Hall"
    )


@pytest.mark.parametrize("clause", ["Hall's last letter was brief", "Hall lost the ferry"])
def test_words_behind_according_to_somebody_and_another_s_clause_are_open(clause: str) -> None:
    lead = f"According to Ana Ruiz, {clause}:"
    found = said("Ana Ruiz met Tom Hall, a driver.", f"{lead} {ALONE}")
    assert (found[-1].speaker, found[-1].actor) == (None, None)


@pytest.mark.parametrize(
    "source", ["the mayor of Dover, Ana Ruiz", "Ana Ruiz, who has run the port for years"]
)
def test_what_is_told_of_the_source_of_according_to_is_no_clause_between(source: str) -> None:
    found = said("Ana Ruiz lives in Dover.", f"According to {source}: {ALONE}")
    assert found[-1].actor == "Ana Ruiz"


@pytest.mark.parametrize(
    "cited", ["“… had kept the town without a warning for three days”", "“kept us all in there”"]
)
def test_what_is_cited_from_the_midst_of_a_sentence_is_nobody_s(cited: str) -> None:
    assert said("“We had no warning,” said Ana Ruiz, a baker.", cited)[-1].actor is None


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ana Ruiz believes that somebody in Dover knew.", id="what she believes"),
        pytest.param("In a bar in Dover, Ana Ruiz spells out why she left.", id="what she spells out"),
        pytest.param("Ana Ruiz once summed up the night with a joke.", id="what she sums up"),
        pytest.param("Ana Ruiz issued a statement on Monday.", id="what she gives out"),
        pytest.param("Ana Ruiz still remembers the night.", id="what she remembers"),
    ],
)
@pytest.mark.parametrize("joint", [" ", "\n\n"], ids=["behind it", "below it"])
def test_quotation_behind_a_sentence_that_leads_to_it_is_hers(before: str, joint: str) -> None:
    found = said("Jim Hall lives in Dover.", *f"{before}{joint}{ALONE}".split("\n\n"))
    assert found[-1] == Said(ALONE, None, "Ana Ruiz")


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ana Ruiz does not remember the night.", id="not told"),
        pytest.param("Ana Ruiz was asked to explain it.", id="asked"),
        pytest.param("Ana Ruiz will explain it on Monday.", id="not yet"),
        pytest.param("Ana Ruiz explained it to Jim Hall.", id="to another"),
        pytest.param("Residents remember the night.", id="a group"),
        pytest.param("Ana Ruiz released the keys.", id="given out, no words"),
        pytest.param("Ana Ruiz remembers “the night of the river.”", id="words of hers already"),
    ],
)
def test_a_sentence_that_leads_to_nothing_makes_nobody_the_speaker(before: str) -> None:
    assert said("Jim Hall lives in Dover.", before, ALONE)[-1] == Said(ALONE, None, None)


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        pytest.param("And yet she could not find a way out.", "Ana Ruiz", id="about the same"),
        pytest.param("And yet Jim Hall found a way out.", None, id="about another"),
        pytest.param("She took the hand of Jim Hall.", None, id="about both"),
        pytest.param("The river rose.", None, id="about none"),
    ],
)
def test_quotation_goes_on_behind_a_sentence_about_its_speaker(between: str, speaker: str | None) -> None:
    found = said("Jim Hall lives in Dover.", f"“We had no warning,” Ana Ruiz said. {between} {ALONE}")
    assert found[-1] == Said(ALONE, None, speaker)


def test_the_one_of_whom_a_speaker_is_the_mother_is_not_another_speaker() -> None:
    found = said(
        "Eva Ruiz was hurt in Dover.", "“She is brave,” her mother, Ana Ruiz, said on Monday.", ALONE
    )
    assert found[-1] == Said(ALONE, None, "Ana Ruiz")


def test_a_caption_parts_no_quotation_from_its_speaker() -> None:
    article = an_article(SAID, "Ana Ruiz in her kitchen", ALONE)
    caption, paragraphs = article.body[1], (article.body[0], article.body[2])
    with_caption = replace(article, captions=(caption,), body=paragraphs)
    assert said_in(with_caption)[-1] == Said(ALONE, None, "Ana Ruiz")


def test_what_a_paragraph_goes_on_to_say_of_the_words_leaves_them_their_speakers() -> None:
    assert said(SAID, f"{ALONE} The stairs were new.")[-1] == Said(ALONE, None, "Ana Ruiz")


SAID = "“We had no warning,” said Ana Ruiz, a baker."


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param([SAID, f"Jim Hall shook his head. {ALONE}"], id="another acts before it"),
        pytest.param([SAID, f"The baker’s nephew, Jim Hall, laughed. {ALONE}"], id="another in apposition"),
        pytest.param([SAID, f"Fire chief Jim Hall came to the door. {ALONE}"], id="another with a title"),
        pytest.param([SAID, f"A neighbour wept. {ALONE}"], id="another without a name"),
        pytest.param([SAID, f"{ALONE} Jim Hall nodded."], id="another behind it"),
        pytest.param([SAID, "The river fell on Monday.", ALONE], id="a paragraph between"),
        pytest.param([SAID, "What the town lost", ALONE], id="a heading between"),
        pytest.param([f"{SAID} The river fell on Monday.", ALONE], id="a sentence between"),
        pytest.param(["“Did anybody warn you?” Ana Ruiz said.", ALONE], id="a question before it"),
        pytest.param(["Ana Ruiz asked what the water had done.", ALONE], id="somebody asked before it"),
        pytest.param(
            ["Ana Ruiz said Jim Hall had called her at noon.", ALONE], id="two persons in the sentence"
        ),
        pytest.param(["Ana Ruiz told Jim Hall to leave the house.", ALONE], id="told to another"),
        pytest.param(["Residents said they had no warning.", ALONE], id="a group spoke before it"),
        pytest.param([SAID, "“A town without a bridge”"], id="a heading in marks"),
        pytest.param(["Ana Ruiz slept.", ALONE], id="nobody spoke"),
        pytest.param([ALONE, SAID], id="nobody spoke yet"),
    ],
)
def test_quotation_that_another_may_have_said_is_nobodys(paragraphs: list[str]) -> None:
    assert [one.actor for one in said(*paragraphs) if one.speaker is None] == [None]


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Hall, 51, shot back.", id="an age between name and verb"),
        pytest.param("Hall, a porter, remembers.", id="an apposition between"),
        pytest.param("Hall grinned.", id="a verb of no speech"),
    ],
)
def test_quotation_followed_by_another_name_is_not_the_earlier_speakers(tail: str) -> None:
    found = said("Ana Ruiz and Jim Hall met on Monday.", SAID, f"“The water took the stairs,” {tail}")
    assert found[0] == Said("“We had no warning,”", "Ana Ruiz", "Ana Ruiz")
    assert found[1].words == "“The water took the stairs,”"
    assert found[1].actor in (None, "Jim Hall")


def test_quotation_left_open_is_carried_on_with_its_cue() -> None:
    assert said("“We ran,” said Ana Ruiz. “We had no warning.", ALONE) == [
        Said(f"“We ran,” … “We had no warning. … {ALONE}", "Ana Ruiz", "Ana Ruiz")
    ]
