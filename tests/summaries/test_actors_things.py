"""Names of works, wares, vessels, buildings and events are nobody's, and do not take their maker's name."""

import pytest

from tests.summaries.reading import named_in, names_in

THINGS = [
    pytest.param("He loved the film Salt Harbour, and Salt Harbour won.", id="film-in-front"),
    pytest.param("The online game Oxcart makes it easy. Oxcart was slow.", id="game-in-front"),
    pytest.param("They loaded the Tilmara, one of four wooden schooners. The Tilmara left.", id="one-of"),
    pytest.param("It held Rovatol, which is a toxic dye. Rovatol killed two.", id="which-is"),
    pytest.param("She had read “Blue Canoe” twice.", id="title-in-marks"),
    pytest.param("“Mrs Tarrow” was the best comedy.", id="title-of-address-in-marks"),
    pytest.param("“The Brisk Mrs Tarrow” won.", id="title-of-several-words-in-marks"),
    pytest.param("What he liked was “The Larkwell.”", id="article-inside-the-marks"),
    pytest.param("He won the Presidential Medal of Freedom.", id="medal-of"),
    pytest.param("She was named Player of the Match.", id="player-of"),
    pytest.param("They flew to the Summit of the Coast.", id="summit-of"),
    pytest.param("A crash shut Selby Town Police Station.", id="police-station"),
    pytest.param("Boats met at the Las Moras Public Boat Ramp.", id="ramp"),
    pytest.param("They flew to the Second Space Station in May.", id="space-station"),
    pytest.param("She spoke aboard Coast Force One.", id="numbered-aircraft"),
    pytest.param("A Selwick Trust structure was not used.", id="one-of-many"),
    pytest.param("He liked her Brisk Women star sister.", id="show-with-a-star"),
    pytest.param("The shop sells Corn Krispets.", id="ware-that-is-sold"),
    pytest.param("Her novel, Blue Harbour, came out. Blue Harbour won.", id="novel-and-a-comma"),
    pytest.param("The Red Lamb pub stays open.", id="pub-behind"),
    pytest.param("Storm Elva cut power. Elva moved on.", id="storm"),
    pytest.param("Operation Yarrow began. It cost Hurricane Milo.", id="operation"),
    pytest.param("The Green Coast Deal failed.", id="deal"),
    pytest.param("He swam in Lake Elm. Lake Elm froze.", id="lake"),
    pytest.param("He was taken to Selby General Hospital.", id="hospital-where-somebody-is"),
    pytest.param("The Royal Albert Hall was full.", id="hall"),
    pytest.param("It was posted to Facebook, and WhatsApp messages were lost.", id="platforms"),
    pytest.param("It formed in the attorney’s Office in May.", id="office-of-somebody"),
    pytest.param("The Member has paid.", id="role-with-a-capital"),
    pytest.param("He came back from St Elm, USVI, by boat.", id="letters-of-a-place"),
    pytest.param("I placed Messages on my right, and I could see Messages.", id="word-that-does-nothing"),
    pytest.param("The Space Vizzo is odd. He drove the Space Vizzo.", id="name-with-an-article"),
    pytest.param("Kristi NormKristi Norm rose.", id="words-run-together"),
    pytest.param("What would happen if Vexoria met a noise band?", id="lone-word-met-once"),
    pytest.param("They closed Dover Road. He said Dover Road was icy.", id="road-that-something-is-said-of"),
    pytest.param("Measure B passed. He backed Measure B.", id="measure-in-letters"),
    pytest.param("Bella, a labrador, was lost.", id="dog"),
    pytest.param("HMS Larkwell sailed. The USS Orr Vinton was near HMS Larkwell.", id="ships-of-navies"),
    pytest.param("Two Commerce Secretaries met.", id="holders-of-an-office"),
    pytest.param("They thanked God, and God was silent.", id="god"),
    pytest.param("Racism and social media added to it.", id="social-media"),
    pytest.param("The committee met, and the agency agreed.", id="bodies-without-a-name"),
]

SOMEBODY = [
    pytest.param("The game developer Mojana said it would pay.", ["Mojana"], id="maker-of-games"),
    pytest.param("In the film Ann Lee plays a nurse.", ["Ann Lee"], id="actress-behind-a-film"),
    pytest.param("Film director Tom Reyes left.", ["Tom Reyes"], id="director-of-films"),
    pytest.param("“Ann Lee, please,” he said. Ann Lee rose.", ["Ann Lee"], id="called-in-marks"),
    pytest.param("“Nora,” said Nora Keating.", ["Nora Keating"], id="says-a-name"),
    pytest.param("“Honestly,” Ruiz continued, “we may close it.”", ["Ruiz"], id="lone-name-that-goes-on"),
    pytest.param("The phone maker Apple sued.", ["Apple"], id="maker-of-phones"),
    pytest.param(
        "Doris Day sang. Gary Player won.", ["Doris Day", "Gary Player"], id="families-called-like-things"
    ),
    pytest.param("He told Selwick Council 18 months ago.", ["Selwick Council"], id="number-of-months"),
    pytest.param("According to the Selby Caller, it rained.", ["Selby Caller"], id="source"),
    pytest.param("He was met by Deqa Wallin.", ["Deqa Wallin"], id="name-from-elsewhere"),
    pytest.param("They found 61-year-old Ean Cobbold.", ["Ean Cobbold"], id="age-in-front"),
    pytest.param(
        "The rule was criticised, according to People for the Fair Care of Cats.",
        ["People for the Fair Care of Cats"],
        id="house-for",
    ),
    pytest.param(
        "Selby General Hospital hired Ann Lee.", ["Selby General Hospital", "Ann Lee"], id="hospital"
    ),
    pytest.param("Facebook sued Ann Lee.", ["Facebook", "Ann Lee"], id="platform-that-acts"),
    pytest.param("The Queen met Ann Lee. The Queen left.", ["Queen", "Ann Lee"], id="queen"),
    pytest.param("The Democratic White House asked.", ["White House"], id="adjective-of-a-whole-name"),
    pytest.param("Roadways England said so.", ["Roadways England"], id="house-of-a-nation"),
    pytest.param(
        "Malcolm X met Lynne England.", ["Malcolm X", "Lynne England"], id="people-called-like-that"
    ),
    pytest.param("Selby Water, Inc. was fined.", ["Selby Water"], id="incorporated"),
    pytest.param(
        "It was the Coast and Border Protection boat.", ["Coast and Border Protection"], id="end-of-a-house"
    ),
]

MAKERS = [
    pytest.param(
        ("Apple sells the Apple Vision Slate. The Vision Slate is heavy. Apple said so.",),
        ["Apple"],
        id="slate",
    ),
    pytest.param(
        ("Disney said so. The Disney Channel shut. Disney hired.",),
        ["Disney", "Disney Channel"],
        id="channel",
    ),
    pytest.param(("Google Charts is free. Google said it would pay.",), ["Google"], id="charts"),
    pytest.param(
        ("A CBS News Coastline Tracker poll fell. CBS News said so.",),
        ["CBS News"],
        id="poll-of-a-broadcaster",
    ),
    pytest.param(
        ("Amazon Web Services grew, and Amazon Web Services hired.",), ["Amazon Web Services"], id="house"
    ),
]


@pytest.mark.parametrize("sentence", THINGS)
def test_thing_is_nobody(sentence: str) -> None:
    assert names_in(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), SOMEBODY)
def test_somebody_beside_a_thing_is_listed(sentence: str, expected: list[str]) -> None:
    assert names_in(sentence) == expected


@pytest.mark.parametrize(("paragraphs", "expected"), MAKERS)
def test_maker_is_not_what_it_makes(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert [(name, aliases) for name, _, aliases, _ in named_in(*paragraphs) if name in expected] == [
        (name, ()) for name in expected
    ]
    assert names_in(*paragraphs) == expected
