"""Verbs of speech in another sense: deeds, and what things do, are nothing that was said."""

import pytest

from tests.summaries.quoting import rows


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Hail blasted the orchards.", id="hail blasted"),
        pytest.param("The tracks suggest that a fox was here.", id="tracks suggest"),
        pytest.param("The latest data indicate the river is low.", id="data indicate"),
        pytest.param("A test revealed that the lake was clean.", id="a test revealed"),
        pytest.param("A flood slammed the mill.", id="a flood slammed"),
        pytest.param("The striker blasted the ball over the bar.", id="a ball blasted"),
        pytest.param("He slammed the door.", id="a door slammed"),
        pytest.param("Nurses admitted three climbers.", id="climbers admitted"),
        pytest.param("The bell warned the sailors.", id="a bell warned"),
        pytest.param("The police warned two men.", id="men warned"),
        pytest.param(
            "Guards requested help from a dog team that found the smell it is trained to find.",
            id="help requested",
        ),
        pytest.param("The sensor noted a leak.", id="a sensor noted"),
        pytest.param("Frost suggested a long season.", id="frost suggested"),
        pytest.param("The champion claimed the title.", id="a title claimed"),
        pytest.param("The fire claimed three lives.", id="lives claimed"),
        pytest.param("The judge denied him bail.", id="bail denied"),
        pytest.param("The council denied the family a permit.", id="a permit denied"),
        pytest.param("The firm declared a dividend of two cents.", id="a dividend declared"),
        pytest.param("Detectives questioned two men.", id="men questioned"),
        pytest.param("The storm threatened to close the port.", id="a storm threatened to"),
        pytest.param("The state has sworn in a judge.", id="sworn in"),
        pytest.param("The firm called off the sale of the plant.", id="called off"),
        pytest.param("A note regarding “the plan” was lost.", id="regarding"),
        pytest.param("The debate promised to be long.", id="a debate promised to"),
        pytest.param("The recipe calls for two kinds of onion.", id="a recipe"),
        pytest.param("The firm's stated “goal” is to sell.", id="a stated goal"),
        pytest.param("She defended her role as a judge.", id="a role as"),
        pytest.param("He expressed the juice of two lemons.", id="juice expressed"),
        pytest.param('Officers found and fined two "runners" from Dover.', id="another verb's object"),
    ],
)
def test_deeds_and_things_say_nothing(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        pytest.param("The union blasted the decision.", "the decision", id="a decision blasted"),
        pytest.param("Records suggest the lake is clean.", "the lake is clean", id="records suggest"),
        pytest.param("The duchess hinted she was ill.", "she was ill", id="whoever can speak hints"),
        pytest.param(
            "The mayor slammed the firm for its delays.", "the firm for its delays", id="slammed for"
        ),
        pytest.param("The clerk admitted the theft.", "the theft", id="a theft admitted"),
        pytest.param("The group claimed responsibility.", "responsibility", id="responsibility claimed"),
        pytest.param("The firm denied the charges.", "the charges", id="charges denied"),
        pytest.param("The mayor warned of floods.", "floods", id="warned of"),
        pytest.param("The pilot threatened to quit.", "to quit", id="a pilot threatened to"),
        pytest.param("The report criticised the firm.", "the firm", id="a report criticised"),
        pytest.param("The minister expressed dismay at the delay.", "dismay at the delay", id="a feeling"),
        pytest.param("The pilots stressed the need for sleep.", "the need for sleep", id="a need stressed"),
        pytest.param("He described the plan as a gift.", "the plan as a gift", id="described as"),
        pytest.param("Lee confessed to hiding the letters.", "hiding the letters", id="confessed to"),
        pytest.param(
            "The senator released a video that accuses the firm of fraud.",
            "the firm of fraud",
            id="a video accuses",
        ),
    ],
)
def test_the_same_verbs_tell_what_was_said(sentence: str, content: str) -> None:
    assert [row[1] for row in rows(sentence)] == [[content]]
