"""Who somebody is said to be, a row for every place where the words for it stand."""

import pytest

from summaries.shown import tells
from tests.summaries.builders import an_article
from tests.summaries.reading import cast_of

PERSONS = [
    pytest.param(
        '"There\'ll be no new taxes," the chancellor, Ann Lee, told the BBN on Tuesday. Lee left.',
        "the chancellor",
        id="behind-a-quotation-whose-mark-is-none-of-it",
    ),
    pytest.param(
        "Selby Mail fact checker and staff writer Ann Lee wrote. Lee left.",
        "Selby Mail fact checker and staff writer",
        id="two-jobs-and-their-house",
    ),
    pytest.param(
        "Orme’s sister, Ann Lee said that he was ill. Orme slept.", "Orme’s sister", id="kin-who-says-so"
    ),
    pytest.param(
        "“It is a start,” said Senator Ann Lee, an Oregon Democrat. Lee left.",
        "an Oregon Democrat",
        id="party-before-a-bare-office",
    ),
    pytest.param("Senator Ann Lee of Oregon called it big. Lee left.", "Senator", id="office-before-a-place"),
    pytest.param(
        "Sen. Ann Lee of South Dakota said so. Lee left.", "Sen.", id="letters-of-an-office-before-a-place"
    ),
    pytest.param(
        "Supervisor Ann Lee of Elm County said so. Lee left.", "Supervisor", id="where-an-office-is-held"
    ),
    pytest.param("Ann Lee of Elm County said so. Lee left.", "of Elm County", id="place-without-an-office"),
    pytest.param("Mayor Ann Lee said so. Lee left.", "Mayor", id="mayor-by-title"),
    pytest.param("They met the mayor Ann Lee. Lee left.", None, id="mayor-of-nowhere"),
    pytest.param("They met DS Ann Lee on Monday. Lee left.", "DS", id="rank-in-letters"),
    pytest.param("They met Det. Sgt. Ann Lee on Monday. Lee left.", "Det. Sgt.", id="ranks-cut-short"),
    pytest.param("PC Ann Lee of Elm Police said so. Lee left.", "of Elm Police", id="house-before-a-rank"),
    pytest.param("Sgt. Ann Lee, a diver, said so. Lee left.", "a diver", id="apposition-before-a-rank"),
    pytest.param(
        "Councillor Ann Lee, who chairs the pier board, said so.",
        "who chairs the pier board",
        id="clause-before-a-bare-office",
    ),
    pytest.param(
        "Lee, an Army veteran herself and the wife of a diver, sang. | Ann Lee left.",
        "an Army veteran",
        id="before-herself",
    ),
    pytest.param(
        "Lee, an Army veteran and the wife of a diver, sang. | Ann Lee left.",
        "an Army veteran and the wife of a diver",
        id="two-things-of-one",
    ),
    pytest.param(
        "Tom Ray, who follows ferries as an analyst at Elm Bank, said so.",
        "an analyst at Elm Bank",
        id="as-what-one-does-it",
    ),
    pytest.param(
        "Deqa Ray of South Elm, Maine, was the first sailor to serve as mayor of a city, but she left.",
        "the first sailor to serve as mayor of a city",
        id="the-first-to-do-it",
    ),
    pytest.param("Ann Lee was the first to arrive. Lee left.", None, id="the-first-of-some"),
    pytest.param(
        "Ann Lee was the first mayor to be accused of theft. Lee left.", None, id="the-first-to-be-charged"
    ),
    pytest.param(
        "Ann Lee won on Monday. Eva Orme said: “Prime Minister Lee has freed us and I hail her.”",
        "Prime Minister",
        id="office-that-a-speaker-tells",
    ),
    pytest.param(
        "Ann Lee won on Monday. Eva Orme said: “That crooked minister Lee has sold us and I hate it.”",
        None,
        id="what-a-speaker-calls-her",
    ),
    pytest.param(
        "The letter came from Deputy Clerk Ann Lee on Monday. Lee left.", "Deputy Clerk", id="deputy-clerk"
    ),
    pytest.param("She beat world No 1 Ann Lee on Tuesday. Lee lost.", "world No 1", id="rank-in-a-sport"),
    pytest.param("He marked the tall wing Tom Ray. Ray scored.", "wing", id="place-on-a-field"),
    pytest.param(
        "They were led by Ann Lee, Ph.D., of Elm University’s Brain Institute. Dr. Lee said so.",
        "of Elm University’s Brain Institute",
        id="house-behind-a-degree",
    ),
    pytest.param(
        "Ann Lee of the Harbour Trust and Tom Ray of Elm College left. Lee said so.",
        "of the Harbour Trust",
        id="house-behind-the-name",
    ),
    pytest.param("Ann Lee, 34, of Selby, was jailed. Lee wept.", "34, of Selby", id="age-and-town"),
    pytest.param(
        "Lee, 44, of Elm Tree Road, Margate, was jailed. | Ann Lee and a friend were held. Lee wept.",
        "44, of Elm Tree Road, Margate",
        id="age-and-road",
    ),
    pytest.param(
        "Three were held: Tom Ray, 41, of Leeds; Ann Lee, 30, of Dover; and Ida Orr, 6. Lee wept.",
        "30, of Dover",
        id="age-and-town-in-a-row",
    ),
    pytest.param(
        "Ann Lee, 34, who lives next door, heard it. Lee wept.",
        "who lives next door",
        id="clause-behind-an-age",
    ),
    pytest.param(
        "Ann Lee (34), chief executive at Elm Foods, said so.",
        "chief executive at Elm Foods",
        id="age-in-brackets",
    ),
    pytest.param("Ann Lee heard it. | Lee, a neighbour, heard a bang.", "a neighbour", id="one-of-many"),
    pytest.param(
        "The hunter, identified as 54-year-old Ann Lee, was shot. Lee died.", "hunter", id="identified-as"
    ),
    pytest.param(
        "A 34-year-old man identified as Tom Ray died. Ray swam.", "A 34-year-old man", id="man-identified-as"
    ),
    pytest.param("The suspect, identified as Tom Ray, fled. Ray swam.", None, id="no-charge"),
    pytest.param("They mourned Selby man, Tom Ray. Ray swam.", "Selby man", id="man-of-a-town"),
    pytest.param("The man, Tom Ray, was held. Ray left.", None, id="man-of-nowhere"),
    pytest.param("Mother-of-two Ann Lee said so.", "Mother-of-two", id="mother-of-two"),
    pytest.param(
        "Ann Lee is head of research at Elm College. Lee said so.",
        "head of research at Elm College",
        id="said-to-be",
    ),
    pytest.param("Ann Lee is a danger to us. Lee left.", None, id="said-of-in-passing"),
    pytest.param("Voss said Ann Lee is a doctor of law. Lee left.", None, id="said-to-be-by-another"),
    pytest.param(
        "Ann Lee, who has led the union since 2011, said so.",
        "who has led the union since 2011",
        id="what-one-has-long-done",
    ),
    pytest.param("Ann Lee, who has followed her since 2011, said so.", None, id="what-one-has-done"),
    pytest.param("Ann Lee, who founded the choir, said so.", "who founded the choir", id="founded"),
    pytest.param(
        "The choir named Ann Lee, who founded the choir; Greta Moss; and Tom Ray. Lee wept.",
        "who founded the choir",
        id="founded-in-a-list",
    ),
    pytest.param(
        "It met a ferry, whose captain, Tom Ray, had left early. Ray wept.", None, id="whose-captain"
    ),
    pytest.param(
        "She met a mayor, whose press secretary, Ann Lee, had left early.", "press secretary", id="whose-aide"
    ),
    pytest.param("She met a mayor, whose wife, Ann Lee, had left. Lee wept.", None, id="whose-wife"),
    pytest.param(
        "The Labour MP for Selby, Ann Lee, said so.", "Labour MP for Selby", id="opens-the-sentence"
    ),
    pytest.param("Her brother, Tom Ray, and Ann Lee left. Lee wept.", None, id="next-of-a-row"),
    pytest.param("Ann Lee MP said so. Lee left.", "MP", id="letters-behind-the-name"),
    pytest.param(
        "Chairman of the hall committee Tom Ray said so. Ray left.",
        "Chairman of the hall committee",
        id="office-of-a-committee",
    ),
    pytest.param("The head of the school Ann Lee left is ill. Lee wept.", None, id="school-that-she-left"),
    pytest.param(
        "The council’s member for roads, Cllr Ann Lee, said so.", "member for roads", id="before-a-title"
    ),
    pytest.param(
        "“No,” said her fellow potter Tom Ray. Ray left.", "potter", id="trade-that-is-a-family-s-name"
    ),
    pytest.param(
        "Lead author Dr Ann Lee, a botanist at Elm University, said so.",
        "a botanist at Elm University",
        id="part-in-a-study",
    ),
    pytest.param("Lead author Dr Ann Lee said so. Lee left.", "Lead author", id="part-in-a-study-alone"),
    pytest.param("Ann Lee, a GP, has led the group. Lee left.", "a GP", id="letters"),
    pytest.param("Prosecuting, Mr Tom Ray said so. Ray left.", "Prosecuting", id="pleads"),
    pytest.param("Ann Lee, defending, said so. Lee left.", "defending", id="pleads-behind-the-name"),
    pytest.param(
        "Ann Lee, who studies insect learning at Elm College and was not involved, said so.",
        "who studies insect learning at Elm College",
        id="clause-to-its-next-verb",
    ),
    pytest.param(
        "Ann Lee, one of the authors of the study, said so.",
        "one of the authors of the study",
        id="one-of-several",
    ),
    pytest.param("Ann Lee, one of the loudest voices of the town, said so.", None, id="one-of-the-voices"),
    pytest.param(
        "Ann Lee, who has died aged 88, was a potter whose bowls sold. Lee wept.",
        "a potter",
        id="of-the-dead",
    ),
    pytest.param("Ann Lee, from the RSPB, said so. Lee left.", "from the RSPB", id="from-a-house"),
    pytest.param(
        "Prof Ann Lee from Elm College said so. Lee left.",
        "from Elm College",
        id="from-a-house-without-commas",
    ),
    pytest.param("Police freed Ann Lee from Elm Prison. Lee left.", None, id="from-where-one-was-freed"),
    pytest.param("Tom Ray, from Monday, will sail. Ray left.", None, id="from-a-day"),
    pytest.param("The painter Ann Lee left. Lee wept.", "painter", id="trade"),
    pytest.param("Judge Ann Lee KC said so. Lee left.", "Judge", id="office-before-letters"),
    pytest.param(
        "“No,” said chief executive Ann Lee. Lee left.", "chief executive", id="office-of-any-house"
    ),
    pytest.param(
        "Ann Lee of the Taxpayers' Association said so.",
        "of the Taxpayers' Association",
        id="of-whom-it-is-for",
    ),
    pytest.param(
        "The court’s expert, Professor Ann Lee of Elm University, said so.",
        "of Elm University",
        id="house-before-an-expert",
    ),
    pytest.param("Ann Lee, who founded nothing, said so. Lee left.", None, id="what-one-never-did"),
    pytest.param("Ann Lee, the alleged leader of the gang, said so. Lee left.", None, id="alleged"),
    pytest.param("Ann Lee, a so-called doctor of the docks, said so. Lee left.", None, id="so-called"),
    pytest.param("Ann Lee, no relation of the mayor, said so. Lee left.", None, id="no-relation"),
    pytest.param("Ann Lee, a possible prime minister, said so. Lee left.", None, id="not-yet"),
    pytest.param("It is not the singer Ann Lee. Lee left.", None, id="not-the-singer"),
    pytest.param("Ann Lee, who is up for re-election, said so. Lee left.", None, id="who-is-no-office"),
    pytest.param(
        "Teenager Tom Ray lost. | Ray, the 18-year-old from Selby who won before, wept.",
        "the 18-year-old from Selby",
        id="age-behind-a-name",
    ),
    pytest.param(
        "Mr Orme’s barrister, Ann Lee KC, said so. Orme left.",
        "Mr Orme’s barrister",
        id="whose-before-letters",
    ),
    pytest.param(
        "Chief Crown Prosecutor Tom Ray said so. Ray left.", "Chief Crown Prosecutor", id="prosecutor"
    ),
    pytest.param("A tour guide, Ann Lee, brings groups. Lee left.", "A tour guide", id="guide"),
]
HOUSES = [
    pytest.param(
        "It is told by seal rescue group Project Mira. Project Mira said so.", "seal rescue group", id="group"
    ),
    pytest.param("The charity Open Rivers said so. Open Rivers paid.", "charity", id="charity"),
    pytest.param("The firm Elm Foods bought was sold. Elm Foods said so.", None, id="firm-that-it-bought"),
    pytest.param(
        "They met local developer Elm Napa LLC. Elm Napa LLC said so.", "local developer", id="local"
    ),
    pytest.param("The group Harbour Forward said so. Harbour Forward paid.", None, id="some-group"),
    pytest.param(
        "Elm Power, which keeps 400 miles of cable in the city, said so.",
        "which keeps 400 miles of cable in the city",
        id="what-it-does",
    ),
    pytest.param(
        "It was shut. The seal rescue agency, WADERS, said it would help. WADERS paid.",
        "The seal rescue agency",
        id="before-a-comma",
    ),
    pytest.param("Elm Power, which lost a ship on Monday, said so.", None, id="what-it-did"),
    pytest.param(
        "They wrote of the increasingly unpopular taxi service Quay Cabs. Quay Cabs said no.",
        None,
        id="what-it-is-to-the-writer",
    ),
    pytest.param(
        "They wrote of the local taxi service Quay Cabs. Quay Cabs said no.",
        "local taxi service",
        id="what-it-is-to-all",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*PERSONS, *HOUSES])
def test_description_is_found_wherever_it_stands(text: str, expected: str | None) -> None:
    """Of the one called Lee or Ray, else of the house."""
    article = an_article(*text.split(" | "), headline=None)
    actors = cast_of(article).actors
    people = [actor for actor in actors if actor.name.endswith(("Lee", "Ray"))]
    told = min(people, key=lambda actor: actor.name) if people else actors[0]
    described = told.description.of(article.text) if told.description else None
    assert (described if described and tells(described) else None) == expected
